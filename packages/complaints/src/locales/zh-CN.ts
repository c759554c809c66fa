import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { analysis } from './analysis/zh-CN.js'
import { charts } from './charts/zh-CN.js'
import { clocks } from './clocks/zh-CN.js'
import { commands } from './commands/zh-CN.js'
import { history } from './history/zh-CN.js'
import { names } from './names/zh-CN.js'
import { redaction } from './redaction/zh-CN.js'
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
  ...analysis,
  ...charts,
  ...clocks,
  ...commands,
  ...history,
  ...names,
  ...redaction,
  ...taxonomy,
  ...versions,
  ...workflow,
}
