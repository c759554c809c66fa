import type { AnalysisDiagnosis } from '../../analysis/types.js'
import type { EventLogDiagnosis } from '../../eventLog/types.js'

/** The wording of what complaints, and the cases of any log, have in common. */
export interface AnalysisLocale {
  readonly analysis: {
    readonly summary: string
    readonly none: string
    /** Bars, the greatest first; and how much of all the first ones make up. */
    readonly bars: { readonly cause: string; readonly content: string; readonly department: string }
    readonly bar: string
    readonly vital: string
    /** What stands for complaints without one. */
    readonly unknown: { readonly cause: string; readonly content: string; readonly department: string }
    readonly kept: string
    readonly keptUndecided: string
    readonly resolution: string
    readonly extensions: string
    readonly reopened: string
    readonly rework: string
    readonly reworkAtSteps: string
    readonly counted: string
    readonly time: string
    readonly timeOpen: string
    readonly recurrence: { readonly fewer: string; readonly more: string; readonly same: string }
    readonly compensation: string
    readonly responses: string
    readonly ratings: string
    readonly diagnoses: { readonly [Code in AnalysisDiagnosis['code']]: string }
  }
  readonly eventLog: {
    readonly summary: string
    readonly none: string
    readonly variant: string
    readonly pathSeparator: string
    readonly otherVariants: string
    readonly duration: string
    readonly starts: string
    readonly ends: string
    readonly activities: string
    readonly between: string
    readonly rework: string
    readonly noRework: string
    readonly reworked: string
    readonly diagnoses: { readonly [Code in EventLogDiagnosis['code']]: string }
  }
}
