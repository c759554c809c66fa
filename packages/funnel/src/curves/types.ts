import type { CalendarDate, InvalidRows, PolicyReference, RejectedRow } from '@clientele/core'

/** How long a deal was watched, and how it ended. */
export interface WatchedDeal {
  readonly deal: string | number
  /** When its time begins: a calendar date, or a moment, ISO 8601 with its offset. */
  readonly entered: string
  /** When it was won or lost; of an open deal since when it is no longer watched, which is `asOf` unless given. Not before `entered`. */
  readonly left?: string | undefined
  readonly outcome: 'won' | 'lost' | 'open'
  /** Since when it was watched, where that is later than it entered: it counts from then on only (left truncation). */
  readonly from?: string | undefined
}

/** How a curve is made. */
export interface CurveOptions {
  /** What happened later is not looked at: who was won or lost later is open. */
  readonly asOf: CalendarDate
  /** The zone in which moments have their dates: UTC unless given. */
  readonly zone?: string | undefined
  /**
   * `aalen-johansen` (unless given): won and lost compete, so that a lost deal is never won. `kaplan-meier`: lost deals count as if they had only been lost sight of, which
   * says too much; for comparison.
   */
  readonly method?: 'aalen-johansen' | 'kaplan-meier' | undefined
  readonly invalid?: InvalidRows | undefined
}

/** What is to be known of a curve. */
export interface CurveDiagnosis {
  readonly code: /** Deals that entered after `asOf`, or were never watched by then. */
    | 'entered-later'
    | 'never-watched'
    /** Deals that were won or lost after `asOf`, and are open here. */
    | 'closed-later'
    /** Deals that came under watch once all that were watched had been decided: `open` is 0 from then on, and the curve says nothing of them. */
    | 'risk-set-used-up'
    | 'rejected'
  readonly params: { readonly count: number }
}

/** How deals are decided as time goes by: at every time won + lost + open = 1. */
export interface ConversionCurve {
  readonly asOf: CalendarDate
  readonly method: 'aalen-johansen' | 'kaplan-meier'
  /** How many deals it is made of. */
  readonly deals: number
  /** The days after entering on which deals were won or lost (Kaplan–Meier: won), ascending. */
  readonly times: readonly number[]
  /** How many deals were watched and open right before each time. */
  readonly atRisk: readonly number[]
  /** The share that is won, lost or still open by the end of each day; lost is 0 throughout for Kaplan–Meier. */
  readonly won: readonly number[]
  readonly lost: readonly number[]
  readonly open: readonly number[]
  /** Of `won`; for Kaplan–Meier so of `open` too. */
  readonly standardErrors: readonly number[]
  /** Of `won`, 95 %, by the complementary log-log transformation: null where won is 0 or 1. */
  readonly intervals: readonly (readonly [low: number, high: number] | null)[]
  /** The first of the times by which half the deals are won; null where they never are. */
  readonly median: number | null
  /** The longest time that a deal was watched: of what comes after it the curve says nothing. Null where there are no deals. */
  readonly throughDays: number | null
  readonly diagnoses: readonly CurveDiagnosis[]
  readonly rejected: readonly RejectedRow[]
}

/** A curve for each stage, from entering it to being won or lost. */
export interface StageCurves {
  readonly [stage: string]: ConversionCurve
}

/** Curves made of a stage log. */
export interface StageCurvesResult {
  readonly asOf: CalendarDate
  readonly curves: StageCurves
  readonly rejected: readonly RejectedRow[]
  readonly policies: readonly PolicyReference[]
}

/** An open deal: its stage, and for how many days it has been open since it first entered it, 0 or more. */
export interface AgedDeal {
  readonly stage: string
  readonly ageDays: number
}

/** When a win probability is not told. */
export interface WinProbabilityOptions {
  /** It is null where fewer deals are there to judge by: 1 unless given. */
  readonly minimumSample?: number | undefined
}

/** How likely an open deal is won. */
export interface WinProbability {
  /** Null: there is not enough history. */
  readonly probability: number | null
  /**
   * How many deals of the past were watched and open when, after that age, the next of them was decided: the fewer, the less the probability is worth. 0 where the curve says
   * that none was left open at that age.
   */
  readonly sample: number
  /** The share of them that nobody can tell of, and up to which age they were watched; null where the probability is. */
  readonly unresolved: number | null
  readonly throughDays: number | null
}
