import type { ClockSpanReason } from '@clientele/complaints'
import type { CalendarDate } from '@clientele/core'
import type { Language } from '../pages/types.js'

/** A stretch of time of a trace: a calendar's, or that of a complaint's clock. */
export interface CalendarSpan {
  /** Moments in UTC. */
  readonly from: string
  readonly to: string
  /** The same in the zone of the calendar, with its offset. */
  readonly fromLocal: string
  readonly toLocal: string
  /** The local date of `from`. */
  readonly date: CalendarDate
  readonly seconds: number
  readonly counted: boolean
  readonly why: ClockSpanReason
  /** Of a deadline in days: which day it is, from 1. */
  readonly day?: number | undefined
}

/** Something that is written upon a day. */
interface CalendarMark {
  readonly date: CalendarDate
  readonly text: string
}

export interface MonthCalendarProperties {
  /** What it shows, for those who hear it: another one for each calendar of a page. */
  readonly caption: string
  readonly language: Language
  /** In order of time. Where some in the middle are left out, `seconds` says how much counts in all. */
  readonly spans: readonly CalendarSpan[]
  /** The zone of the spans' local times; UTC unless given. */
  readonly zone?: string
  /** How much counts in all; what counts in the spans unless given. */
  readonly seconds?: number
  /** What stands at the first and at the last moment, before its time; "start" and "due" unless given, an empty text for nothing. */
  readonly startText?: string
  readonly endText?: string
  /** What else happened. */
  readonly marks?: readonly CalendarMark[]
  /** The names of dates, such as those of holidays. */
  readonly names?: { readonly [date: CalendarDate]: string }
}

/** The part of a span that lies on one date, in local times of it: `'00:00'` to `'24:00'`. */
export interface DayPart {
  readonly from: string
  readonly to: string
  readonly seconds: number
  readonly counted: boolean
  readonly why: ClockSpanReason
  readonly day?: number | undefined
}

/** A date, as days since 1970-01-01, and what is told of it. */
export interface CalendarDay {
  readonly day: number
  /** In order of time. */
  readonly parts: readonly DayPart[]
  /** How much counts on it, and until its end. */
  readonly seconds: number
  readonly total: number
}

/** A week by its Monday, or weeks that are left out. */
export type CalendarRow =
  | { readonly monday: number; readonly days: readonly (CalendarDay | undefined)[] }
  /** How many, and how much counts in them. */
  | { readonly hiddenWeeks: number; readonly seconds: number }

/** What is said in a calendar. */
export interface CalendarTexts {
  readonly week: string
  /** From Monday: in the head, and said in full. */
  readonly weekdays: readonly string[]
  readonly wholeWeekdays: readonly string[]
  /** From January. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** The head of a week for those who hear it, by its Monday. */
  readonly weekFrom: string
  readonly monthOfYear: string
  readonly dayOfMonth: string
  readonly wholeDate: string
  readonly start: string
  readonly end: string
  /** A mark with its time. */
  readonly timed: string
  readonly window: string
  readonly allDay: string
  readonly total: string
  /** The so-manieth day of a deadline in days. */
  readonly countedDay: string
  readonly notCounted: string
  readonly beyond: string
  readonly hiddenWeeks: { readonly one: string; readonly many: string }
  readonly hiddenHead: string
  readonly hiddenTime: string
  readonly nothing: string
  readonly legend: string
  readonly strip: string
  /** Why a day counts or does not, in a word or two. */
  readonly kinds: { readonly [kind in ClockSpanReason]: string }
}
