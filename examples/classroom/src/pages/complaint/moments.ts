import { InputError, type Issue, isCalendarDate } from '@clientele/core'
import { isBusinessDay, nextBusinessDay } from '@clientele/core/business-time'
import { checkCalendarDate, checkMoment, createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { office } from './chapter.js'

/** The case is one of the spring of 2024; what lies after that year would have deadlines explained day by day over centuries. */
const LAST_DATE = '2024-12-31'

const EXAMPLE = '2024-03-01 09:30'
const OFFSET = '+08:00'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const OFFSET_HOURS = 8

/** How the clock moves on. */
export const paces = ['none', 'quarter', 'hour', 'morning'] as const
export type Pace = (typeof paces)[number]

/** The moment that a local date and time of China is; any other text as it is, for the packages to judge. */
function momentOf(text: string): string {
  const [, date, time] = /^\s*(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2})\s*$/.exec(text) ?? []
  return date === undefined ? text : `${date}T${time}${OFFSET}`
}

/** Reads a local date and time, or throws what is wrong with it. */
export function readMoment(text: string, field: string): string {
  const moment = momentOf(text)
  if (!checkMoment(moment, [], [])) {
    throw new InputError([createIssue('unreadable', [field], { expected: EXAMPLE, actual: describeValue(text) })])
  }
  checkDate(moment, field)
  return moment
}

/** A date that is told must be one, and not lie beyond the year of the case. */
export function checkToldDate(text: unknown, field: string): void {
  if (typeof text !== 'string' || text === '') return
  const issues: Issue[] = []
  checkCalendarDate(text.slice(0, LAST_DATE.length), [field], issues)
  throwIssues(issues)
  checkDate(text, field)
}

/** No date or moment may lie beyond the year of the case; what is none, the packages judge. */
function checkDate(text: unknown, field: string): void {
  if (typeof text !== 'string' || !isCalendarDate(text.slice(0, LAST_DATE.length)) || text.slice(0, LAST_DATE.length) <= LAST_DATE) return
  throw new InputError([createIssue('too-large', [field], { maximum: LAST_DATE, actual: text.slice(0, LAST_DATE.length) })])
}

/** A moment as clocks in China show it. */
export function localOf(moment: string): string {
  return written(Date.parse(moment.replace(',', '.')) + OFFSET_HOURS * HOUR)
}

/** A local date and time, later. */
export function moveOn(local: string, pace: Pace): string {
  const at = Date.parse(`${local.replace(' ', 'T')}Z`)
  if (pace === 'morning') return nextMorning(local)
  return written(at + { none: 0, quarter: 15 * MINUTE, hour: HOUR }[pace])
}

/** When the office next opens. */
function nextMorning(local: string): string {
  const [date, time] = [local.slice(0, LAST_DATE.length), local.slice(LAST_DATE.length + 1)]
  const [opens] = office.windows.mon?.[0] ?? ['09:00']
  return `${isBusinessDay(date, office) && time < opens ? date : nextBusinessDay(date, office)} ${opens}`
}

function written(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')
}
