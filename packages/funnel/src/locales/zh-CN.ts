import { zhCN as core } from '@clientele/core/locales/zh-CN'
import { advance } from './advance/zh-CN.js'
import { alerts } from './alerts/zh-CN.js'
import { backtest } from './backtest/zh-CN.js'
import { bottlenecks } from './bottlenecks/zh-CN.js'
import { change } from './change/zh-CN.js'
import { charts } from './charts/zh-CN.js'
import { curves } from './curves/zh-CN.js'
import { decline } from './decline/zh-CN.js'
import { effort } from './effort/zh-CN.js'
import { forecast } from './forecast/zh-CN.js'
import { measure } from './measure/zh-CN.js'
import { names } from './names/zh-CN.js'
import { pipeline } from './pipeline/zh-CN.js'
import { seasons } from './seasons/zh-CN.js'
import { steps } from './steps/zh-CN.js'
import type { FunnelLocale } from './types.js'
import { velocity } from './velocity/zh-CN.js'

/** Simplified Chinese. */
export const zhCN: FunnelLocale = {
  languageTag: 'zh-CN',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: '',
  ...advance,
  ...alerts,
  ...backtest,
  ...bottlenecks,
  ...change,
  ...charts,
  ...curves,
  ...decline,
  ...effort,
  ...forecast,
  ...measure,
  ...names,
  ...pipeline,
  ...seasons,
  ...steps,
  ...velocity,
}
