import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkFlag, checkKeys, checkList, checkRecord, checkText, createIssue, describeValue } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../dates/readDay.js'
import { type Quantity, readQuantity } from '../numbers/quantity.js'
import type { ReadLevel } from './readLevelProgramme.js'

/** Points of a day, checked and read. */
export interface ReadEntry {
  readonly day: number
  readonly points: Quantity
  readonly forecast: boolean
}

/** A member, checked and read. */
export interface ReadMember {
  readonly customer: string
  readonly entries: readonly ReadEntry[]
  /** The previous one; null where there is none. */
  readonly level: string | null
  readonly since: number | null
}

/** What a member is checked against; undefined where that is itself wrong. */
interface Known {
  readonly levels: readonly ReadLevel[] | undefined
  readonly asOf: number | undefined
}

type Unread = { readonly [key: string]: unknown }

/** Checks and reads a member, or adds issues and returns undefined. */
export function readMember(value: unknown, known: Known, path: Path, issues: Issue[]): ReadMember | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const member: Unread = { ...value }
  checkKeys(member, ['customer', 'points', 'level', 'since'], path, issues)
  checkText(member['customer'], [...path, 'customer'], issues)
  const entries = readEntries(member['points'], [...path, 'points'], issues)
  const level = readLevel(member, known, path, issues)
  const since = readSince(member, known, path, issues)
  return issues.length > before ? undefined : { customer: member['customer'] as string, entries, level, since }
}

function readEntries(value: unknown, path: Path, issues: Issue[]): ReadEntry[] {
  if (!checkList(value, path, issues)) return []
  return Array.from(value, (entry, index) => readEntry(entry, [...path, index], issues)).filter((entry) => entry !== undefined)
}

function readEntry(value: unknown, path: Path, issues: Issue[]): ReadEntry | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { date, points, forecast = false, ...others } = { ...value }
  checkKeys(others, ['date', 'points', 'forecast'], path, issues)
  const day = readDay(date, [...path, 'date'], issues)
  const read = readQuantity(points, [...path, 'points'], issues)
  checkFlag(forecast, [...path, 'forecast'], issues)
  return day === undefined || read === undefined ? undefined : { day, points: read, forecast: forecast === true }
}

function readLevel({ level = null }: Unread, { levels }: Known, path: Path, issues: Issue[]): string | null {
  if (level === null) return null
  const place = [...path, 'level']
  const isLevel =
    levels === undefined
      ? checkText(level, place, issues)
      : checkChoice(
          level,
          levels.map(({ id }) => id),
          place,
          issues,
        )
  return isLevel ? (level as string) : null
}

/** Reads since when the level is held: nothing where there is no level. */
function readSince({ level = null, since = null }: Unread, { asOf }: Known, path: Path, issues: Issue[]): number | null {
  if (since === null) return null
  const place = [...path, 'since']
  if (level === null) {
    issues.push(createIssue('not-allowed', place, { allowed: ['null'], actual: describeValue(since) }))
    return null
  }
  const day = readDay(since, place, issues) ?? null
  if (day !== null && asOf !== undefined && day > asOf) {
    issues.push(createIssue('too-large', place, { maximum: formatDay(asOf) as string, actual: formatDay(day) as string }))
  }
  return day
}
