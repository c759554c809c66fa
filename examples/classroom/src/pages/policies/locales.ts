import type { CreditLocale } from '@clientele/credit/explain'
import { en } from '@clientele/credit/locales/en'
import { zhCN } from '@clientele/credit/locales/zh-CN'
import type { Language } from '../types.js'
import { english } from './texts/en.js'
import type { PoliciesTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

/** What a page is said with. */
export interface Wording {
  readonly said: PoliciesTexts
  readonly locale: CreditLocale
}

export const wordings: { readonly [L in Language]: Wording } = {
  en: { said: english, locale: en },
  'zh-CN': { said: chinese, locale: zhCN },
}
