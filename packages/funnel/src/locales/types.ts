import type { CoreLocale } from '@clientele/core/explain'
import type { AdvanceLocale } from './advance/types.js'
import type { AlertsLocale } from './alerts/types.js'
import type { BacktestLocale } from './backtest/types.js'
import type { BottlenecksLocale } from './bottlenecks/types.js'
import type { ChangeLocale } from './change/types.js'
import type { ChartsLocale } from './charts/types.js'
import type { CurvesLocale } from './curves/types.js'
import type { DeclineLocale } from './decline/types.js'
import type { EffortLocale } from './effort/types.js'
import type { ForecastLocale } from './forecast/types.js'
import type { MeasureLocale } from './measure/types.js'
import type { NamesLocale } from './names/types.js'
import type { PipelineLocale } from './pipeline/types.js'
import type { SeasonsLocale } from './seasons/types.js'
import type { StepsLocale } from './steps/types.js'
import type { VelocityLocale } from './velocity/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface FunnelLocale
  extends AdvanceLocale,
    AlertsLocale,
    BacktestLocale,
    BottlenecksLocale,
    ChangeLocale,
    ChartsLocale,
    CurvesLocale,
    DeclineLocale,
    EffortLocale,
    ForecastLocale,
    MeasureLocale,
    NamesLocale,
    PipelineLocale,
    SeasonsLocale,
    StepsLocale,
    VelocityLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** The wording of issues, lists and times. */
  readonly core: CoreLocale
  /** An amount with its currency. */
  readonly money: string
  /** Between two sentences of one line. */
  readonly sentenceSeparator: string
}
