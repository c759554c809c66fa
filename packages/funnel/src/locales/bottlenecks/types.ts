import type { UnjudgedStage } from '../../bottlenecks/types.js'
import type { ChanceTexts } from '../decline/types.js'

/** The wording of stages that are below their benchmarks. */
export interface BottlenecksLocale {
  readonly bottlenecks: {
    readonly costliest: string
    readonly other: string
    /** Where several stages cost the most, each as much as the others. */
    readonly tied: string
    /** What it would bring to mend a stage: money, deals of which nobody knows what they are worth, or nothing. */
    readonly worth: string
    readonly unpriced: string
    readonly fruitless: string
    readonly chance: ChanceTexts
    readonly apart: string
    readonly withoutAmounts: string
    readonly someAmounts: string
    readonly none: string
    /** Stages are below their benchmarks, and what that costs cannot be told of any. */
    readonly nonePriced: string
    readonly noneJudged: string
    readonly noBenchmarks: string
    readonly met: string
    readonly figure: string
    /** A stage of which no deal is decided. */
    readonly undecided: string
    readonly insufficient: { readonly [Reason in UnjudgedStage['reason']]: string }
    readonly basis: string
  }
}
