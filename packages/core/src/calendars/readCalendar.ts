import { policyReference } from '../checks/checkPolicyHeader.js'
import { isRecord, ownValue } from '../checks/checkShape.js'
import { weekdayOf } from '../days/civilDay.js'
import { parseDay } from '../days/parseDay.js'
import { createIssue } from '../issues/createIssue.js'
import type { Issue } from '../issues/types.js'
import { lastNotAfter } from '../rows/lastNotAfter.js'
import type { Path, PolicyReference } from '../types.js'
import { readZone, type Zone } from '../zones/readZone.js'
import { checkBusinessDayCalendar, weekdayKeys } from './checkBusinessDayCalendar.js'
import type { BusinessCalendar, DayKind, TimeWindow } from './types.js'

/** Opening hours in seconds after local midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** What a calendar says of a local date. */
export interface DayHours {
  readonly kind: DayKind
  /** In order; none overlaps another or touches it. */
  readonly hours: readonly Hours[]
}

/** A calendar that is checked and read. */
export interface ReadCalendar {
  readonly policy: PolicyReference
  readonly zone: Zone
  /** What it says of a local date, as days since 1970-01-01. */
  readonly hoursOn: (day: number) => DayHours
  /** Whether it names a date, as closed or open, from one day to another. */
  readonly namesDates: (first: number, last: number) => boolean
}

const CLOSED_WEEKDAY: DayHours = { kind: 'closed-weekday', hours: [] }
const CLOSED_DATE: DayHours = { kind: 'closed-date', hours: [] }

/** Checks and reads a calendar with its zone and hours, or adds issues and returns undefined. */
export function readCalendar(value: unknown, path: Path, issues: Issue[]): ReadCalendar | undefined {
  const before = issues.length
  checkBusinessDayCalendar(value, path, issues)
  if (!isRecord(value)) return undefined
  const zone = readNamedZone(ownValue(value, 'zone'), [...path, 'zone'], issues)
  if (ownValue(value, 'windows') === undefined) issues.push(createIssue('missing', [...path, 'windows'], {}))
  return issues.length > before || zone === undefined ? undefined : { ...readHours({ ...value } as unknown as BusinessCalendar), zone }
}

/** What is no text is told by the check of the calendar. */
function readNamedZone(zone: unknown, path: Path, issues: Issue[]): Zone | undefined {
  return zone === undefined || (typeof zone === 'string' && zone !== '') ? readZone(zone, path, issues) : undefined
}

function readHours({ windows, closed = [], open = [], ...header }: BusinessCalendar): Omit<ReadCalendar, 'zone'> {
  const week = { ...windows }
  const weekdays = weekdayKeys.map((key) => dayHours('business-day', week[key] ?? [], CLOSED_WEEKDAY))
  const dates = new Map([...closed].map((date) => [parseDay(date), CLOSED_DATE]))
  for (const { date, windows: hours } of open) dates.set(parseDay(date), dayHours('opened-date', hours, CLOSED_DATE))
  const named = Float64Array.from(dates.keys()).sort()
  return {
    policy: policyReference(header),
    hoursOn: (day) => dates.get(day) ?? (weekdays[weekdayOf(day) - 1] as DayHours),
    namesDates: (first, last) => lastNotAfter(named, last) > lastNotAfter(named, first - 1),
  }
}

// Own copies of the lists: one that has a `constructor` of its own cannot be mapped.
function dayHours(kind: DayKind, windows: readonly TimeWindow[], closed: DayHours): DayHours {
  return windows.length === 0
    ? closed
    : { kind, hours: joinHours([...windows].map(([from, to]) => ({ from: secondsOfDay(from), to: secondsOfDay(to) }))) }
}

function secondsOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60
}

/** Stretches of time in order, those that overlap or touch as one. */
export function joinHours(hours: readonly Hours[]): Hours[] {
  const joined: Hours[] = []
  for (const one of [...hours].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last === undefined || one.from > last.to) joined.push(one)
    else if (one.to > last.to) joined[joined.length - 1] = { from: last.from, to: one.to }
  }
  return joined
}
