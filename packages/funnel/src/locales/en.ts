import { en as core } from '@clientele/core/locales/en'
import { advance } from './advance/en.js'
import { alerts } from './alerts/en.js'
import { backtest } from './backtest/en.js'
import { bottlenecks } from './bottlenecks/en.js'
import { change } from './change/en.js'
import { charts } from './charts/en.js'
import { curves } from './curves/en.js'
import { decline } from './decline/en.js'
import { effort } from './effort/en.js'
import { forecast } from './forecast/en.js'
import { measure } from './measure/en.js'
import { names } from './names/en.js'
import { pipeline } from './pipeline/en.js'
import { seasons } from './seasons/en.js'
import { steps } from './steps/en.js'
import type { FunnelLocale } from './types.js'
import { velocity } from './velocity/en.js'

/** English. */
export const en: FunnelLocale = {
  languageTag: 'en',
  core,
  money: '{amount} {currency}',
  sentenceSeparator: ' ',
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
