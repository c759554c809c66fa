import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import { nextLevel } from '../dunning/nextLevel.js'
import type { PreparedLevel } from '../dunning/prepared.js'
import type { DunnedItem, DunningLetter, DunningPlan, LetterReason, NextLevel, WaitingItem, WaitReason } from '../dunning/types.js'
import { checkAgrees } from './checkAgrees.js'

const LISTED_ITEMS = 20

/** A level of a scheme, and the one that follows it: none after the last one and after one that blocks. */
interface KnownLevel extends PreparedLevel {
  readonly following: PreparedLevel | undefined
}

type KnownLevels = ReadonlyMap<number, KnownLevel>

/**
 * Adds an issue where a plan, whose members are what they should be, is not what the levels of its scheme make: another letter, other days that a
 * level requires, another next level; and for each reason about an item that is not in its letter.
 */
export function checkPlanLevels({ asOf, letters, waiting }: DunningPlan, levels: readonly PreparedLevel[], issues: Issue[]): void {
  const known = new Map(levels.map((level, index) => [level.level, { ...level, following: level.block ? undefined : levels[index + 1] }]))
  const day = parseDay(asOf)
  letters.forEach((letter, index) => checkLetter(letter, day, known, ['plan', 'letters', index], issues))
  waiting.forEach((item, index) => checkWaiting({ ...item }, day, known, ['plan', 'waiting', index], issues))
}

/** The item that a reason is about; undefined where it is about the whole letter. */
export function itemOfReason({ code, params }: LetterReason): string | undefined {
  return code === 'level-reached' || code === 'level-before-sent' || code === 'level-not-reached-yet' ? params.item : undefined
}

function checkLetter({ level, letter, items, reasons }: DunningLetter, asOf: number, known: KnownLevels, path: Path, issues: Issue[]): void {
  checkAgrees(letter, known.get(level)?.letter, [...path, 'letter'], issues)
  checkItems(items, reasons, [...path, 'reasons'], issues)
  checkAfterDays(reasons, known, [...path, 'reasons'], issues)
  items.forEach((item, index) => {
    const { due, next } = { ...item }
    const expected = nextLevel(known.get(item.level)?.following, parseDay(due), { sentOn: asOf, latestDay: asOf })
    checkAgrees(textOf(next), textOf(expected.next), [...path, 'items', index, 'next'], issues)
  })
}

/** A reason about an item that is not in the letter would be said nowhere. */
function checkItems(items: readonly DunnedItem[], reasons: readonly LetterReason[], path: Path, issues: Issue[]): void {
  const ids = new Set(items.map(({ id }) => id))
  reasons.forEach((reason, index) => {
    const item = itemOfReason(reason)
    if (item === undefined || ids.has(item)) return
    const allowed = items.slice(0, LISTED_ITEMS).map(({ id }) => describeValue(id))
    const listed = items.length > LISTED_ITEMS ? [...allowed, '…'] : allowed
    issues.push(createIssue('not-allowed', [...path, index, 'params', 'item'], { allowed: listed, actual: describeValue(item) }))
  })
}

function checkAfterDays(reasons: readonly (LetterReason | WaitReason)[], known: KnownLevels, path: Path, issues: Issue[]): void {
  reasons.forEach(({ code, params }, index) => {
    if (code !== 'level-reached' && code !== 'level-not-reached-yet' && code !== 'days-not-reached') return
    checkAgrees(params.afterDays, known.get(params.level)?.afterDays, [...path, index, 'params', 'afterDays'], issues)
  })
}

function checkWaiting({ daysOverdue, next, reasons }: WaitingItem, asOf: number, known: KnownLevels, path: Path, issues: Issue[]): void {
  checkAfterDays(reasons, known, [...path, 'reasons'], issues)
  const expected = awaited(reasons, asOf - daysOverdue)
  // An interval that ends beyond the calendar is said to end on its last day.
  if (next === undefined && expected?.day === LAST_DAY) return
  const on = expected && formatDay(expected.day)
  checkAgrees(textOf(next), textOf(expected && on !== undefined ? { level: expected.level, on } : undefined), [...path, 'next'], issues)
}

/** The level that an item waits for, and the first day on which nothing keeps it from that; undefined where no level follows. */
function awaited(reasons: readonly WaitReason[], due: number): { readonly level: number; readonly day: number } | undefined {
  let latest: { level: number; day: number } | undefined
  for (const { code, params } of reasons) {
    if (code === 'last-level-sent' || code === 'level-blocks') return undefined
    const day = code === 'days-not-reached' ? due + params.afterDays : parseDay(params.until)
    if (latest === undefined || day > latest.day) latest = { level: params.level, day }
  }
  return latest
}

function textOf(next: NextLevel | undefined): string | undefined {
  return next && `level ${next.level} on ${next.on}`
}
