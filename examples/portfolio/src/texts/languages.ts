import { en } from './en.js'
import type { Texts } from './types.js'
import { zhCN } from './zh-CN.js'

/** The languages that the command speaks, by tag. */
export const languages: ReadonlyMap<string, Texts> = new Map([en, zhCN].map((texts) => [texts.languageTag, texts]))
