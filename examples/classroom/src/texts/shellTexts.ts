import type { Language } from '../pages/types.js'
import { english } from './en.js'
import type { ShellTexts } from './types.js'
import { chinese } from './zh-CN.js'

export const shellTexts: { readonly [L in Language]: ShellTexts } = { en: english, 'zh-CN': chinese }
