import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { advance } from './advance/zh-CN.js'
import { charts } from './charts/zh-CN.js'
import { curves } from './curves/zh-CN.js'
import { measure } from './measure/zh-CN.js'
import { names } from './names/zh-CN.js'
import { pipeline } from './pipeline/zh-CN.js'
import { steps } from './steps/zh-CN.js'
import type { FunnelLocale } from './types.js'

/** Simplified Chinese. */
export const zhCN: FunnelLocale = {
  languageTag: 'zh-CN',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: '',
  ...advance,
  ...charts,
  ...curves,
  ...measure,
  ...names,
  ...pipeline,
  ...steps,
}
