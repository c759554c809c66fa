import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkLocalizedText } from '../checks/checkLocalizedText.js'
import { checkPolicyHeader, policyKeys } from '../checks/checkPolicyHeader.js'
import { checkKeys, checkList, checkRecord, checkText, checkUnique, isRecord } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import type { Weekday } from './types.js'

type Document = { readonly [key: string]: unknown }

/** The keys of a calendar's `windows`, from Monday. */
export const weekdayKeys: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const KEYS = [...policyKeys, 'title', 'zone', 'windows', 'closed', 'open']
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** Checks a business calendar, as far as whole days go: it needs neither hours nor a zone. */
export function checkBusinessDayCalendar(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const before = issues.length
  const calendar = { ...value }
  checkKeys(calendar, KEYS, path, issues)
  checkPolicyHeader(calendar, 'business-calendar', path, issues)
  if (calendar['title'] !== undefined) checkLocalizedText(calendar['title'], [...path, 'title'], issues)
  if (calendar['zone'] !== undefined) checkText(calendar['zone'], [...path, 'zone'], issues)
  const { windows, closed, open } = calendar
  if (windows !== undefined) checkWeek(windows, [...path, 'windows'], issues)
  if (closed !== undefined && checkList(closed, [...path, 'closed'], issues)) {
    Array.from(closed).forEach((date, index) => checkCalendarDate(date, [...path, 'closed', index], issues))
  }
  if (open !== undefined) checkOpen(open, [...path, 'open'], issues)
  if (issues.length === before && !hasOpenDay(calendar)) issues.push(createIssue('empty', [...path, 'windows'], {}))
}

function checkWeek(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, weekdayKeys, path, issues)
  const week = { ...value }
  for (const key of weekdayKeys) if (week[key] !== undefined) checkWindows(week[key], [...path, key], issues)
}

function checkOpen(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  const dates = Array.from(value, (one, index) => {
    const place = [...path, index]
    if (!checkRecord(one, place, issues)) return undefined
    const { date, windows, ...others } = { ...one }
    checkKeys(others, ['date', 'windows'], place, issues)
    checkWindows(windows, [...place, 'windows'], issues)
    return checkCalendarDate(date, [...place, 'date'], issues) === undefined ? undefined : (date as string)
  })
  checkUnique(dates, (index) => [...path, index, 'date'], issues)
}

function checkWindows(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  Array.from(value).forEach((window, index) => checkWindow(window, [...path, index], issues))
}

/** A pair of times of one day, the second after the first. */
function checkWindow(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  if (value.length !== 2) {
    issues.push(createIssue('wrong-length', path, { expected: 2, actual: value.length }))
    return
  }
  const [from, to] = Array.from(value, (time, index) => checkTime(time, [...path, index], issues))
  if (from !== undefined && to !== undefined && to <= from) {
    issues.push(createIssue('not-above', [...path, 1], { bound: describeValue(from), actual: describeValue(to) }))
  }
}

function checkTime(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (typeof value === 'string' && TIME.test(value)) return value
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-time', path, { actual: describeValue(value) }))
  return undefined
}

/** Whether a calendar with nothing wrong in it is open on any day at all. */
function hasOpenDay({ windows, open }: Document): boolean {
  if (!isRecord(windows)) return true
  const days = [...Object.values(windows), ...[...((open ?? []) as readonly Document[])].map((one) => one['windows'])]
  return days.some((day) => Array.isArray(day) && day.length > 0)
}
