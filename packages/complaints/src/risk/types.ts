import type { InvalidRows, RejectedRow } from '@clientele/core'
import type { ComplaintClock, ComplaintClocks } from '../clocks/types.js'
import type { ComplaintEvent } from '../history/types.js'

/** A complaint of the past, or one that is open: its events, and its clocks as {@link ComplaintClocks} has them. */
export interface DeadlineRecord {
  readonly events: readonly ComplaintEvent[]
  readonly clocks: readonly ComplaintClock[]
}

/** How often a deadline was missed by complaints that stood where this one stands, at the same age. */
export interface DeadlineRiskEntry {
  readonly complaint: string
  readonly clock: string
  readonly cycle: number
  readonly step: string
  /** Null where no department is assigned. */
  readonly department: string | null
  /** How long the clock has run: its `usedSeconds`; of a target in days the time that has passed since it started, waits and all. */
  readonly ageSeconds: number
  /** How many past clocks were not decided yet when they had run as long, and the complaint stood in the same step and department. */
  readonly sample: number
  /** How many of them missed the deadline. */
  readonly breached: number
  /** Null where there is none to compare with. */
  readonly breachRate: number | null
}

/** How often a deadline was missed by the complaints that came through a step in a department, whatever their age there. */
export interface StepRisk {
  readonly clock: string
  readonly step: string
  readonly department: string | null
  readonly sample: number
  readonly breached: number
  readonly breachRate: number
}

export type DeadlineRiskDiagnosis =
  | { readonly code: 'nothing-to-compare'; readonly params: { readonly complaint: string; readonly clock: string } }
  | { readonly code: 'small-sample'; readonly params: { readonly complaint: string; readonly clock: string; readonly sample: number } }
  /** Rejected records are in no sample. */
  | { readonly code: 'rejected'; readonly params: { readonly count: number } }

/** What the past says about the deadlines of open complaints. */
export interface DeadlineRisk {
  readonly at: string
  /** The clocks that are open, those most often missed first. */
  readonly risks: readonly DeadlineRiskEntry[]
  /** Ordered by clock, step and department. */
  readonly steps: readonly StepRisk[]
  readonly diagnoses: readonly DeadlineRiskDiagnosis[]
  readonly rejected: readonly RejectedRow[]
}

/** When to look at deadlines, and what becomes of bad records. */
export interface DeadlineRiskOptions {
  /** The moment: ISO 8601 with its offset. What happened later is not looked at. */
  readonly at: string
  /** Whether a bad record throws or is rejected: `'throw'` unless given. */
  readonly invalid?: InvalidRows | undefined
}
