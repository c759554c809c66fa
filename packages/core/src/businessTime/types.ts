import type { CalendarDate, PolicyReference } from '../types.js'

/**
 * Why a stretch of time counts or does not: it lies within the hours of the week or of a date opened specially; outside the hours of a day that
 * has some; on a weekday without hours; on a date that is closed. A date lasts from its first midnight, where `startOfDay` has it begin: where a zone
 * then goes back to the date before (until 2011 in `America/St_Johns`, at 00:01), what is told of that hour is what the calendar says of the new date.
 */
export type SpanReason = 'open-hours' | 'opened-date' | 'outside-hours' | 'closed-weekday' | 'closed-date'

/** A stretch of time that counts as a whole, or not at all. */
export interface BusinessTimeSpan {
  /** Moments in UTC; the second is the next span's first. */
  readonly from: string
  readonly to: string
  /** The same in the calendar's zone, with its offset. */
  readonly fromLocal: string
  readonly toLocal: string
  /** The local date of `from`, as clocks show it. */
  readonly date: CalendarDate
  /** How long it lasts: elapsed seconds, whether they count or not. */
  readonly seconds: number
  readonly counted: boolean
  readonly why: SpanReason
}

/** What was counted between two moments, and what was not. */
export interface BusinessTimeTrace {
  /** The earlier and the later moment, in UTC. */
  readonly from: string
  readonly to: string
  /** The business time between them, negative where they were given in reverse. */
  readonly seconds: number
  /** In order of time, without gaps from `from` to `to`. */
  readonly spans: readonly BusinessTimeSpan[]
  readonly policies: readonly PolicyReference[]
}

/** Moments and durations as columns: row `i` of each belongs together. */
export interface DeadlineColumns {
  /** Milliseconds since 1970-01-01T00:00Z, integers. */
  readonly instants: Float64Array
  /** Seconds of business time to add, integers; one number for all rows, or one a row. */
  readonly seconds: Float64Array | number
}

/** Pairs of moments as columns, in milliseconds since 1970-01-01T00:00Z, integers. */
export interface IntervalColumns {
  readonly from: Float64Array
  readonly to: Float64Array
}

/** A calendar read once: its verbs, without reading it again for every call. */
export interface CompiledCalendar {
  readonly policies: readonly PolicyReference[]
  readonly addBusinessTime: (instant: string, duration: string) => string
  readonly businessTimeBetween: (from: string, to: string) => number
  readonly traceBusinessTime: (from: string, to: string) => BusinessTimeTrace
  readonly addBusinessDays: (date: CalendarDate, days: number) => CalendarDate
  readonly isBusinessDay: (date: CalendarDate) => boolean
  readonly nextBusinessDay: (date: CalendarDate) => CalendarDate
  readonly previousBusinessDay: (date: CalendarDate) => CalendarDate
  /** `addBusinessTime` row by row: milliseconds since 1970-01-01T00:00Z. */
  readonly addBusinessTimeColumn: (columns: DeadlineColumns) => Float64Array
  /** `businessTimeBetween` row by row: seconds. */
  readonly businessTimeBetweenColumn: (columns: IntervalColumns) => Float64Array
}
