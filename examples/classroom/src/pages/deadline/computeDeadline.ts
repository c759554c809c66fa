import { type ComplaintClock, type ComplaintClocks, complaintClocks } from '@clientele/complaints'
import { aroundTheClock, eightSteps } from '@clientele/complaints/templates'
import type { Issue, Path } from '@clientele/core'
import { addCalendarDays, calendarDaysBetween, isInputError } from '@clientele/core'
import {
  addBusinessDays,
  addBusinessTime,
  type BusinessCalendar,
  type BusinessTimeTrace,
  businessTimeBetween,
  startOfDay,
  traceBusinessTime,
} from '@clientele/core/business-time'
import { checkChoice, checkInteger, throwIssues } from '@clientele/core/checks'
import type { CalendarSpan } from '../../calendar/types.js'
import { numberOf } from '../../fields/numberOf.js'
import type { Attempt } from '../types.js'
import { type LawId, lawIds, laws } from './chapter.js'
import { clockTimeAndOffset } from './clockTime.js'
import type { DeadlineFields } from './fields.js'
import { answerWithin, complaintAt, durationOf } from './promise.js'
import { readCalendar } from './readCalendar.js'
import { readStart, type Start } from './readStart.js'

/** Of longer stretches of time, in days, only both ends are told: so many days of each. */
const [LONGEST, FIRST_DAYS, LAST_DAYS] = [400, 35, 28]

/** By when it is due, and how that comes about. */
interface Due {
  /** In UTC; where it is in days, the end of the date. */
  readonly due: string
  /** Where it is in days: the date. */
  readonly dueDate: string | null
  /** Seconds of business time from the start on; negative where it goes back. */
  readonly seconds: number
  /** In order of time; where some in the middle are left out, `isCut`. */
  readonly spans: readonly CalendarSpan[]
  readonly isCut: boolean
  /** What explains it: a trace of the calendar, or a clock in days. */
  readonly trace?: BusinessTimeTrace
  readonly clocks?: ComplaintClocks
}

export interface Deadline extends Due {
  readonly kind: 'time' | 'days'
  readonly calendar: BusinessCalendar
  readonly start: Start
  /** Time that passes meanwhile, whether it counts or not. */
  readonly elapsed: number
  readonly law: LawId
  /** What the rules for complaints say from the same start; nothing where the calendar has not so much time. */
  readonly rules: readonly ComplaintClock[] | undefined
}

/** When a promise is due. Date, time, duration and calendar are tried apart from each other, so that all that is wrong is said at once. */
export function computeDeadline(fields: DeadlineFields, attempt: Attempt): Deadline | undefined {
  const kind = attempt(
    () => chosen(fields.kind, kinds),
    () => 'kind',
  )
  const law = attempt(
    () => chosen(fields.law, lawIds),
    () => 'law',
  )
  const calendar = readCalendar(fields, attempt)
  const time = clockTimeAndOffset(fields.time)
  const isDateRead = attempt(
    () => readStart(fields.date, '12:00', 'UTC'),
    () => 'date',
  )
  const isTimeRead = attempt(
    () => readStart(anyDate, time, 'UTC'),
    () => 'time',
  )
  const isAmountRead = readAmount(fields, kind ?? 'time', attempt)
  if (kind === undefined || law === undefined || calendar === undefined || !isDateRead || !isTimeRead || !isAmountRead) return undefined
  const start = attempt(
    () => readStart(fields.date, time, calendar.zone),
    () => 'date',
  )
  if (start === undefined) return undefined
  const due = attempt(
    () => (kind === 'time' ? timeDue(start, durationOf(fields), calendar) : daysDue(start, numberOf(fields.days), calendar)),
    (path) => dueFieldOf(path, kind),
  )
  if (due === undefined) return undefined
  const elapsed = businessTimeBetween(start.moment, due.due, aroundTheClock)
  return { ...due, kind, calendar, start, elapsed, law, rules: rulesOf(start, law, calendar) }
}

const kinds = ['time', 'days'] as const
/** Hours or minutes: more than a century around the clock. */
const MOST = 1_000_000
/** Any date will do to read a time or a number of days by. */
const anyDate = '2026-02-14'

function chosen<Choice extends string>(text: string, allowed: readonly Choice[]): Choice {
  const issues: Issue[] = []
  checkChoice(text, allowed, [], issues)
  throwIssues(issues)
  return text as Choice
}

/** Whether the amount is one; whether the calendar has so much time is another matter. */
function readAmount(fields: DeadlineFields, kind: 'time' | 'days', attempt: Attempt): boolean {
  if (kind === 'days') {
    const added = attempt(
      () => addBusinessDays(anyDate, numberOf(fields.days), aroundTheClock),
      () => 'days',
    )
    return added !== undefined
  }
  const read = (['hours', 'minutes'] as const).map((field) =>
    attempt(
      () => checkedAmount(fields[field]),
      () => field,
    ),
  )
  return !read.includes(undefined)
}

/** Checked before a duration is made of it, since nobody typed the duration. */
function checkedAmount(text: string): number {
  const issues: Issue[] = []
  const amount = numberOf(text)
  checkInteger(amount, [], issues, { minimum: -MOST, maximum: MOST })
  throwIssues(issues)
  return amount
}

/** So much time may lie beyond the years that there are, or in days that the calendar has not. */
function dueFieldOf([input]: Path, kind: 'time' | 'days'): string {
  if (input === 'calendar') return 'weekdays'
  return kind === 'time' ? 'hours' : 'days'
}

function timeDue({ moment }: Start, duration: string, calendar: BusinessCalendar): Due {
  const due = addBusinessTime(moment, duration, calendar)
  const seconds = businessTimeBetween(moment, due, calendar)
  const [from, to] = seconds < 0 ? [due, moment] : [moment, due]
  const [firstDate, lastDate] = [from, to].map((one) => one.slice(0, 10)) as [string, string]
  if (calendarDaysBetween(firstDate, lastDate) <= LONGEST) {
    const trace = traceBusinessTime(moment, due, calendar)
    return { due, dueDate: null, seconds, spans: trace.spans, isCut: false, trace }
  }
  const cut = (date: string, days: number) => startOfDay(addCalendarDays(date, days), calendar.zone)
  const spans = [
    ...traceBusinessTime(from, cut(firstDate, FIRST_DAYS), calendar).spans,
    ...traceBusinessTime(cut(lastDate, -LAST_DAYS), to, calendar).spans,
  ]
  return { due, dueDate: null, seconds, spans, isCut: true }
}

function clocksIn(at: string, days: number, calendar: BusinessCalendar): ComplaintClocks {
  return complaintClocks(complaintAt(at), answerWithin(days), { at, definition: eightSteps, calendars: { own: calendar } })
}

function daysDue({ moment }: Start, days: number, calendar: BusinessCalendar): Due {
  const clocks = clocksIn(moment, days, calendar)
  const { due, dueDate, trace } = clocks.clocks[0] as ComplaintClock
  const { spans } = trace
  const seconds = businessTimeBetween(moment, due, calendar)
  if (spans.length <= LONGEST) return { due, dueDate, seconds, spans, isCut: false, clocks }
  return { due, dueDate, seconds, spans: [...spans.slice(0, FIRST_DAYS), ...spans.slice(-LAST_DAYS)], isCut: true }
}

function rulesOf({ moment }: Start, law: LawId, calendar: BusinessCalendar): readonly ComplaintClock[] | undefined {
  try {
    const calendars = { china: calendar, office: calendar }
    return complaintClocks(complaintAt(moment), laws[law], { at: moment, definition: eightSteps, calendars }).clocks
  } catch (error) {
    if (!isInputError(error)) throw error
    return undefined
  }
}
