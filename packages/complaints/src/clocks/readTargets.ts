import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkInteger, checkKeys, createIssue, describeValue, isRecord, LOST_KEY, ownValue, reportType } from '@clientele/core/checks'
import { readTimeDuration } from '@clientele/core/clocks'

/** How long a clock may run: time, in nanoseconds, or days after the day of receipt. */
export type ReadTarget =
  | { readonly type: 'time'; readonly duration: bigint }
  | { readonly type: 'days'; readonly days: number; readonly counts: 'business-days' | 'all-days' }

/** One target for every complaint, or one for each priority; that for `OTHERWISE` is for all others, and for complaints without one. */
export type ReadTargets = ReadTarget | ReadonlyMap<string, ReadTarget>

export const OTHERWISE = 'otherwise'

type Document = { readonly [key: string]: unknown }

/** The keys of targets in days, each with the days that one of them has. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['businessDays', 1],
  ['calendarDays', 1],
  ['weeks', 7],
])
const AFTER = 'after'
const RESERVED: readonly string[] = [...UNITS.keys(), AFTER, LOST_KEY]

/** A hundred years: each of the days may be told. */
const MOST_DAYS = 36_525

/** Reads the target of a clock, or adds issues and returns undefined. */
export function readTargets(value: unknown, path: Path, issues: Issue[]): ReadTargets | undefined {
  return isRecord(value) && unitOf(value) === undefined ? readByPriority(value, path, issues) : readTarget(value, path, issues)
}

/** Whether any of the targets is one in days. */
export function isInDays(targets: ReadTargets): boolean {
  return 'type' in targets ? targets.type === 'days' : [...targets.values()].some(({ type }) => type === 'days')
}

function unitOf(target: Document): string | undefined {
  return [...UNITS.keys()].find((unit) => Object.hasOwn(target, unit))
}

function readByPriority(value: Document, path: Path, issues: Issue[]): ReadTargets | undefined {
  const before = issues.length
  const priorities = Object.keys(value)
  if (priorities.length === 0) issues.push(createIssue('empty', path, {}))
  const targets = new Map<string, ReadTarget>()
  for (const priority of priorities) {
    const place = [...path, priority]
    if (priority === '') issues.push(createIssue('empty', place, {}))
    else if (RESERVED.includes(priority)) issues.push(createIssue('reserved-name', place, { actual: describeValue(priority) }))
    else {
      const target = readTarget(ownValue(value, priority), place, issues)
      if (target !== undefined) targets.set(priority, target)
    }
  }
  return issues.length > before ? undefined : targets
}

function readTarget(value: unknown, path: Path, issues: Issue[]): ReadTarget | undefined {
  if (isRecord(value)) return readDays(value, path, issues)
  if (typeof value !== 'string') {
    reportType(value, path, issues, 'string-or-object')
    return undefined
  }
  const duration = readTimeDuration(value, path, issues)
  if (duration === undefined) return undefined
  if (duration > 0n) return { type: 'time', duration }
  issues.push(createIssue('not-above', path, { bound: '"PT0S"', actual: describeValue(value) }))
  return undefined
}

function readDays(value: Document, path: Path, issues: Issue[]): ReadTarget | undefined {
  const before = issues.length
  const unit = unitOf(value) ?? 'businessDays'
  const daysEach = UNITS.get(unit) as number
  checkKeys(value, [unit, AFTER], path, issues)
  const count = ownValue(value, unit)
  checkInteger(count, [...path, unit], issues, { minimum: 0, maximum: Math.floor(MOST_DAYS / daysEach) })
  const after = ownValue(value, AFTER)
  if (after !== undefined) checkChoice(after, ['receipt-day'], [...path, AFTER], issues)
  if (issues.length > before) return undefined
  // As a result -0 would not be what JSON makes of it.
  const days = count === 0 ? 0 : (count as number) * daysEach
  return { type: 'days', days, counts: unit === 'businessDays' ? 'business-days' : 'all-days' }
}
