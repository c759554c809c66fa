import type { FunnelDiagnosis } from '../../measure/types.js'
/** A text for each thing that may become of a deal. */
export interface OutcomeTexts {
  readonly won: string
  readonly lost: string
  readonly open: string
}

/** The wording of how deals went through a pipeline. */
export interface MeasureLocale {
  readonly measure: {
    readonly summary: string
    /** The same of deals that entered between two dates, and how these are told: either may be left open. */
    readonly summaryWithin: string
    readonly none: string
    readonly noneWithin: string
    readonly noneLeft: string
    readonly ranges: { readonly between: string; readonly since: string; readonly until: string }
    /** What share is won, told in three ways, and why they differ; where no deal is open, that they do not; where none is decided, that there is none. */
    readonly ofEntered: string
    readonly openBounds: string
    readonly ofClosed: string
    readonly noneClosed: string
    readonly interval: string
    readonly eventual: string
    readonly eventualResolved: string
    readonly threeWays: string
    readonly oneWay: string
    readonly lossesByStage: string
    readonly lossesByReason: string
    readonly commonestLoss: string
    readonly commonestLossWorth: string
    readonly amounts: OutcomeTexts
    readonly apart: string
    readonly days: OutcomeTexts
    readonly slowest: string
    readonly slowestInDetail: string
    /** How many came to a stage or beyond it; how many of them only passed it, and how many stand there where other open deals got furthest. */
    readonly stage: string
    readonly nobody: string
    readonly skippedHere: string
    readonly standingHere: string
    readonly rates: string
    readonly rateDecided: string
    readonly ratesUndecided: string
    readonly groups: string
    readonly group: string
    readonly overlapping: string
    readonly distinct: string
    readonly groupsUndecided: string
    readonly cohort: string
    readonly cohortDecided: string
    readonly cohortUndecided: string
    readonly immature: string
    readonly earlierCohorts: string
    readonly diagnoses: { readonly [Code in FunnelDiagnosis['code']]: string }
  }
}
