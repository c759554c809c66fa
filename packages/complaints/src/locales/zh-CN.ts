import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { commands } from './commands/zh-CN.js'
import { history } from './history/zh-CN.js'
import { names } from './names/zh-CN.js'
import { taxonomy } from './taxonomy/zh-CN.js'
import type { ComplaintsLocale } from './types.js'
import { versions } from './versions/zh-CN.js'
import { workflow } from './workflow/zh-CN.js'

/** Simplified Chinese. */
export const zhCN: ComplaintsLocale = {
  languageTag: 'zh-CN',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: '',
  ...commands,
  ...history,
  ...names,
  ...taxonomy,
  ...versions,
  ...workflow,
}
