import type { CalendarDate, InvalidRows, RejectedRow } from '@clientele/core'

/** Something that happened in a case, as any system logs it; other fields are not looked at. */
export interface LoggedEvent {
  /** A text, or an integer, which is read as its text: `1` and `'1'` are the same case. */
  readonly case: string | number
  readonly activity: string
  /** A moment: ISO 8601 with its offset. */
  readonly at: string
  readonly [field: string]: unknown
}

/** The names that a log uses for what is read. */
export interface EventLogMap {
  readonly case?: string | undefined
  readonly activity?: string | undefined
  readonly at?: string | undefined
}

/** What a log is analysed by. */
export interface EventLogOptions {
  /** Events after the end of this date, in UTC or the zone of `zone`, are not looked at. */
  readonly asOf: CalendarDate
  readonly zone?: string | undefined
  /** The log's own names, such as `{ case: 'Case ID' }`. */
  readonly map?: EventLogMap | undefined
  /** Whether a bad event throws or is rejected: `'throw'` unless given. */
  readonly invalid?: InvalidRows | undefined
}

/** A way that cases went: their activities in order of time. */
export interface Variant {
  readonly path: readonly string[]
  /** How many cases went it. */
  readonly count: number
  readonly share: number
  /** The share of this variant and all before it. */
  readonly cumulative: number
}

/** How long it took from an activity to the one right after it: seconds. */
export interface TimeBetween {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly median: number
  readonly p90: number
}

/** How often an activity happened, in how many cases, and how often it began or ended one. */
export interface ActivityCount {
  readonly activity: string
  readonly count: number
  readonly cases: number
  readonly starts: number
  readonly ends: number
}

/** Activities done again in the same case. */
export interface LogRework {
  /** Cases in which any activity happened more than once, and their share. */
  readonly cases: number
  readonly rate: number
  /** How often activities were done again, right after themselves or later, most often first; in how many cases. */
  readonly activities: readonly { readonly activity: string; readonly repeats: number; readonly selfLoops: number; readonly cases: number }[]
}

export type EventLogDiagnosis =
  /** Events after the day looked at. */
  | { readonly code: 'later-events'; readonly params: { readonly count: number } }
  /** Cases in which events have the same moment: these keep the order of the log. */
  | { readonly code: 'same-moment'; readonly params: { readonly cases: number } }
  /** Rejected events are in no figure, which may have made other variants. */
  | { readonly code: 'rejected'; readonly params: { readonly count: number } }

/** What the cases of a log have in common. */
export interface EventLogAnalysis {
  readonly asOf: CalendarDate
  readonly cases: number
  readonly events: number
  /** Most frequent first. */
  readonly activities: readonly ActivityCount[]
  /** Most frequent first, then by their activities. */
  readonly variants: readonly Variant[]
  /** Most frequent first. */
  readonly timeBetween: readonly TimeBetween[]
  /** From the first to the last event of a case: seconds. */
  readonly duration: { readonly median: number | null; readonly p90: number | null; readonly mean: number | null }
  readonly rework: LogRework
  readonly diagnoses: readonly EventLogDiagnosis[]
  readonly rejected: readonly RejectedRow[]
}
