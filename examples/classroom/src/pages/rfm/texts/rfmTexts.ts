import type { TieringLocale } from '@clientele/tiering/explain'
import { en } from '@clientele/tiering/locales/en'
import { zhCN } from '@clientele/tiering/locales/zh-CN'
import type { Language } from '../../types.js'
import { english } from './en.js'
import type { RfmTexts } from './types.js'
import { chinese } from './zh-CN.js'

export const rfmTexts: { readonly [L in Language]: RfmTexts } = { en: english, 'zh-CN': chinese }

export const locales: { readonly [L in Language]: TieringLocale } = { en, 'zh-CN': zhCN }
