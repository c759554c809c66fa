import type { UnjudgedStage } from '../../bottlenecks/types.js'
import type { ChanceTexts } from '../decline/types.js'

/** The wording of stages that are below their benchmarks. */
export interface BottlenecksLocale {
  readonly bottlenecks: {
    readonly costliest: string
    readonly other: string
    /** What it would bring to mend a stage: money, deals of which nobody knows what they are worth, or nothing. */
    readonly worth: string
    readonly unpriced: string
    readonly fruitless: string
    readonly chance: ChanceTexts
    readonly apart: string
    readonly withoutAmounts: string
    readonly someAmounts: string
    readonly none: string
    readonly noneJudged: string
    readonly noBenchmarks: string
    readonly met: string
    readonly figure: string
    readonly insufficient: { readonly [Reason in UnjudgedStage['reason']]: string }
    readonly basis: string
  }
}
