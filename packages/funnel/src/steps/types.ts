import type { InvalidRows, RejectedRow } from '@clientele/core'
import type { CohortOptions } from '../measure/types.js'

/** Someone did something. */
export interface StepEvent {
  /** Who: a text or an integer (`1` and `'1'` are the same). */
  readonly actor: string | number
  /** When: a moment, ISO 8601 with its offset; or a calendar date, which stands for its first moment in the zone of the options: UTC unless given. */
  readonly at: string
  /** What: a text or an integer. */
  readonly step: string | number
}

/** Which steps are counted, and how. */
export interface StepPolicy {
  /** In their order, at least one, at most 250, each once. */
  readonly steps: readonly (string | number)[]
  /** How long after the first step the last may come, its end included: ISO 8601 in weeks, days, hours, minutes and seconds (`PT10S`, `P14D`; a day has 24 hours). Without it there is no limit. */
  readonly window?: string | undefined
  /**
   * `ordered` (unless given): step after step, whatever else comes between. `strict`: no other event of the actor comes between two steps. `unordered`: the steps in any
   * order, within the window of whichever of them comes first; of all ways of as many different steps the one counts that arrived first, and began last.
   */
  readonly mode?: 'ordered' | 'strict' | 'unordered' | undefined
}

/** How steps of events are counted. */
export interface CountStepsOptions extends StepPolicy {
  /** Up to when was looked: a moment, or a calendar date, the whole of it in `zone`. Events after it are not looked at; `open` tells who may yet get on. */
  readonly asOf?: string | undefined
  /** Tells actors apart by the period of the first step of their way. */
  readonly cohorts?: Pick<CohortOptions, 'by' | 'fiscalYearStart'> | undefined
  /** Where calendar dates begin and end, those of events, of `asOf` and of cohorts: UTC unless given. */
  readonly zone?: string | undefined
  readonly invalid?: InvalidRows | undefined
}

/** How long it took from one step to the next, in seconds, of those who took both; null where there are none. */
export interface StepTime {
  readonly from: string
  readonly to: string
  readonly mean: number | null
  readonly median: number | null
}

/** How many got how far. */
export interface StepCounts {
  /** How many actors took the first k + 1 steps; of `unordered` at least k + 1 different ones. */
  readonly counts: readonly number[]
  /** The same as a share of those who took the first one; null where nobody did. */
  readonly conversion: readonly (number | null)[]
  /** From each step to the next; empty for `unordered`, where none comes before another. */
  readonly timeToConvert: readonly StepTime[]
}

/** The actors whose way began in one period. */
export interface StepCohort extends StepCounts {
  readonly from: string
  readonly to: string
}

/** What is to be known of counts of steps. */
export interface StepDiagnosis {
  readonly code: 'later-events' | 'other-events' | 'rejected'
  readonly params: { readonly count: number }
}

/** How many actors got how far. */
export interface StepFunnel extends StepCounts {
  /** The steps, as texts. */
  readonly steps: readonly string[]
  readonly mode: 'ordered' | 'strict' | 'unordered'
  /** As stated, where there is one. */
  readonly window?: string
  /** As stated, where it was asked. */
  readonly asOf?: string
  /** Where dates begin and end, if `asOf` or `cohorts` was asked. */
  readonly zone?: string
  /**
   * With `asOf`: of those who stopped at each step, how many may yet get on from there; 0 for the last. Counted are those whose latest way that came as far as the furthest one did began so late that its
   * window has not ended; without a window all; of `strict` only if nothing came after that step. Whoever began anew, and has not come as far again, is not counted here for that: a visit of
   * yesterday opens nothing for someone whose furthest is an enquiry of last year.
   */
  readonly open?: readonly number[]
  /** With `cohorts`: in order of time; periods in which nobody began are left out. */
  readonly cohorts?: readonly StepCohort[]
  readonly diagnoses: readonly StepDiagnosis[]
  readonly rejected: readonly RejectedRow[]
}

/** Events as columns of one length, in any order. */
export interface StepColumns {
  readonly actor: Int32Array
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: Float64Array
  /** Indexes into the steps; whatever is no such index is another event. */
  readonly step: Uint8Array
}

/** Steps, checked and read once, for as many events as there are. */
export interface CompiledSteps {
  /** The same as countSteps. */
  readonly count: (events: readonly StepEvent[], options?: Omit<CountStepsOptions, keyof StepPolicy>) => StepFunnel
  /** The counts of all events alone: `asOf`, `open` and `cohorts` are of `count`. */
  readonly countColumns: (columns: StepColumns) => StepCounts
}
