import type { CalendarDate, LocalizedText } from '../types.js'

/** The keys of a week, from Monday. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Opening hours: local times `HH:MM`, the second after the first and itself outside; `'24:00'` is the end of the day. */
export type TimeWindow = readonly [from: string, to: string]

/** Opening hours by weekday; a weekday that is left out is closed. */
export type WeekWindows = { readonly [day in Weekday]?: readonly TimeWindow[] | undefined }

/** The opening hours of one date; none where it is closed. */
export interface DateWindows {
  readonly date: CalendarDate
  readonly windows: readonly TimeWindow[]
}

/**
 * Which days are business days. A day is one where its weekday has a window (Monday to Friday where `windows` is left out), unless it is among
 * `closed`; what `open` says of a date goes before both. Whole days need no zone and no hours: a {@link BusinessCalendar} has both.
 */
export interface BusinessDayCalendar {
  readonly kind: 'business-calendar'
  readonly id: string
  /** The host's version: whoever keeps a deadline keeps the version with it, so that a later holiday does not rewrite it. */
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** A zone of the IANA time zone database, such as `'Asia/Shanghai'`. */
  readonly zone?: string | undefined
  readonly windows?: WeekWindows | undefined
  /** Dates that are closed, such as holidays. */
  readonly closed?: readonly CalendarDate[] | undefined
  /** Dates with hours of their own, such as the working weekends that make up for a holiday; each date once. */
  readonly open?: readonly DateWindows[] | undefined
}

/** When a business is open: hours of the week in a time zone, dates that are closed, and dates with hours of their own. */
export interface BusinessCalendar extends BusinessDayCalendar {
  readonly zone: string
  readonly windows: WeekWindows
}

/** A date, or a stretch of time, as a calendar sees it. */
export type DayKind = 'business-day' | 'closed-weekday' | 'closed-date' | 'opened-date'
