import type { CreditLocale } from '@clientele/credit/explain'
import { en } from '@clientele/credit/locales/en'
import { zhCN } from '@clientele/credit/locales/zh-CN'
import type { Language } from '../../types.js'
import { english } from './en.js'
import type { TermsTexts } from './types.js'
import { chinese } from './zh-CN.js'

/** What the page says. */
export const texts: { readonly [L in Language]: TermsTexts } = { en: english, 'zh-CN': chinese }

/** What the package says. */
export const locales: { readonly [L in Language]: CreditLocale } = { en, 'zh-CN': zhCN }
