import type { CoreLocale } from '@clientele/core/explain'
import type { AdvanceLocale } from './advance/types.js'
import type { ChartsLocale } from './charts/types.js'
import type { CurvesLocale } from './curves/types.js'
import type { MeasureLocale } from './measure/types.js'
import type { NamesLocale } from './names/types.js'
import type { PipelineLocale } from './pipeline/types.js'
import type { StepsLocale } from './steps/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface FunnelLocale extends AdvanceLocale, ChartsLocale, CurvesLocale, MeasureLocale, NamesLocale, PipelineLocale, StepsLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** The wording of issues, lists and times. */
  readonly core: CoreLocale
  /** An amount with its currency. */
  readonly money: string
  /** Between two sentences of one line. */
  readonly sentenceSeparator: string
}
