import type { TieringLocale } from '@clientele/tiering/explain'
import { en } from '@clientele/tiering/locales/en'
import { zhCN } from '@clientele/tiering/locales/zh-CN'
import type { Language, Shown } from '../types.js'
import type { Abc } from './computeAbc.js'
import type { AbcFields } from './fields.js'
import { english } from './texts/en.js'
import type { AbcTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

export type ShownAbc = Shown<AbcFields, Abc>

/** A language: the words of the page and those of the package. */
export interface Spoken {
  readonly said: AbcTexts
  readonly locale: TieringLocale
}

export const spoken: { readonly [L in Language]: Spoken } = {
  en: { said: english, locale: en },
  'zh-CN': { said: chinese, locale: zhCN },
}
