import type { CalendarDate, Issue, RejectedRow } from '@clientele/core'
import {
  checkCalendarDate,
  checkKeys,
  checkRecord,
  checkText,
  checkUnique,
  isRecord,
  ownValue,
  readId,
  readOptions,
  readRows,
  throwIssues,
} from '@clientele/core/checks'
import { readMoment, readZone, splitInstant, startOfLocalDay, writeQuickMoment, type Zone } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { createLogColumns, type LogColumns } from './logColumns.js'

const ROLES = ['case', 'activity', 'at'] as const

/** What a log is read by. */
interface ReadLogOptions {
  readonly asOf: CalendarDate
  /** The end of that date, in seconds since 1970-01-01T00:00Z. */
  readonly end: number
  /** What the log calls `case`, `activity` and `at`. */
  readonly names: readonly [string, string, string]
  readonly invalid: 'throw' | 'collect'
}

/** The events of a log that count. */
export interface ReadLog {
  readonly asOf: CalendarDate
  readonly columns: LogColumns
  /** How many events there are in the columns, of how many cases. */
  readonly events: number
  readonly cases: number
  /** The activities by their numbers. */
  readonly activities: readonly string[]
  /** How many events came after `asOf`. */
  readonly later: number
  readonly rejected: readonly RejectedRow[]
}

/** Reads a log into columns; what is wrong with its events is thrown or collected, what is wrong with the options thrown. */
export function readEventLog(events: unknown, options: unknown): ReadLog {
  const { asOf, end, names, invalid } = readLogOptions(options)
  const [caseName, activityName, atName] = names
  const columns = createLogColumns(Array.isArray(events) ? events.length : 0)
  const cases = new Map<string, number>()
  const activities = new Map<string, number>()
  let [counted, later] = [0, 0]
  const readEvent = (event: unknown, index: number, issues: Issue[]): true | undefined => {
    if (!isRecord(event)) return void checkRecord(event, ['events', index], issues)
    const id = readId(ownValue(event, caseName), () => ['events', index, caseName], issues)
    const activity = ownValue(event, activityName)
    if (typeof activity !== 'string' || activity === '') checkText(activity, ['events', index, activityName], issues)
    const isRead = writeMoment(ownValue(event, atName), columns, counted, () => ['events', index, atName], issues)
    if (!isRead || issues.length > 0) return undefined
    if ((columns.seconds[counted] as number) >= end) {
      later += 1
      return true
    }
    columns.cases[counted] = numberOf(id as string, cases)
    columns.activities[counted] = numberOf(activity as string, activities)
    counted += 1
    return true
  }
  const { rejected } = readRows(events, 'events', invalid, readEvent, null)
  return { asOf, columns, events: counted, cases: cases.size, activities: [...activities.keys()], later, rejected }
}

/** The number of a name: the next one where it is new. */
function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(name, number)
  return number
}

/** Writes a moment into a row of the columns, or adds an issue and returns false. */
function writeMoment(value: unknown, columns: LogColumns, row: number, path: () => (string | number)[], issues: Issue[]): boolean {
  if (typeof value === 'string' && writeQuickMoment(value, columns, row)) return true
  const moment = readMoment(value, path(), issues)
  if (moment === undefined) return false
  const { seconds, nanoseconds } = splitInstant(moment)
  columns.seconds[row] = seconds
  columns.nanoseconds[row] = nanoseconds
  return true
}

function readLogOptions(options: unknown): ReadLogOptions {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['asOf', 'zone', 'map', 'invalid'], issues)
  throwIssues(isRecord(options) ? [] : issues)
  const { asOf, zone = 'UTC', map = {} } = { ...(options as { readonly [key: string]: unknown }) }
  checkCalendarDate(asOf, ['options', 'asOf'], issues)
  const read = readZone(zone, ['options', 'zone'], issues)
  const names = readMap(map, issues)
  throwIssues(issues)
  const date = asOf as CalendarDate
  return { asOf: date, end: startOfLocalDay(read as Zone, parseDay(date) + 1), names, invalid }
}

function readMap(value: unknown, issues: Issue[]): [string, string, string] {
  if (!checkRecord(value, ['options', 'map'], issues)) return [...ROLES]
  const map = { ...value }
  checkKeys(map, ROLES, ['options', 'map'], issues)
  const names = ROLES.map((role) => {
    const name = map[role] === undefined ? role : map[role]
    return checkText(name, ['options', 'map', role], issues) ? name : undefined
  })
  checkUnique(names, (index) => ['options', 'map', ROLES[index] as string], issues)
  return names as [string, string, string]
}
