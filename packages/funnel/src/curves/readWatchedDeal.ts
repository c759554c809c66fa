import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, createIssue, describeValue, readId } from '@clientele/core/checks'
import type { Zone } from '@clientele/core/clocks'
import { type ReadAt, readAt } from '../stageLog/readAt.js'

/** A deal that nothing is wrong with; days are counted from 1970-01-01. */
export interface ReadWatchedDeal {
  readonly deal: string
  readonly entered: number
  /** Null: it is watched still. */
  readonly left: number | null
  readonly outcome: 'won' | 'lost' | 'open'
  /** Null: it was watched from the beginning. */
  readonly from: number | null
}

const KEYS = ['deal', 'entered', 'left', 'outcome', 'from']
const OUTCOMES = ['won', 'lost', 'open'] as const

/** Reads how long a deal was watched, or adds issues and returns undefined. */
export function readWatchedDeal(value: unknown, zone: Zone, path: Path, issues: Issue[]): ReadWatchedDeal | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  checkKeys(value, KEYS, path, issues)
  const { deal, entered, left, outcome, from } = { ...value }
  const id = readId(deal, () => [...path, 'deal'], issues)
  const enteredAt = readAt(entered, zone, [...path, 'entered'], issues)
  const isOutcome = checkChoice(outcome, OUTCOMES, [...path, 'outcome'], issues)
  const mayBeOpen = outcome === 'open' || !isOutcome
  const leftAt = left === undefined && mayBeOpen ? undefined : readAt(left, zone, [...path, 'left'], issues)
  const fromAt = from === undefined ? undefined : readAt(from, zone, [...path, 'from'], issues)
  if (enteredAt !== undefined && leftAt !== undefined && isBefore(leftAt, enteredAt)) {
    issues.push(createIssue('too-small', [...path, 'left'], { minimum: String(entered), actual: describeValue(left) }))
  }
  if (enteredAt !== undefined && fromAt !== undefined && isBefore(fromAt, enteredAt)) {
    issues.push(createIssue('too-small', [...path, 'from'], { minimum: String(entered), actual: describeValue(from) }))
  }
  if (leftAt !== undefined && fromAt !== undefined && isBefore(leftAt, fromAt)) {
    issues.push(createIssue('too-large', [...path, 'from'], { maximum: String(left), actual: describeValue(from) }))
  }
  if (issues.length > before || id === undefined || enteredAt === undefined || !isOutcome) return undefined
  return { deal: id, entered: enteredAt.day, left: leftAt?.day ?? null, outcome, from: fromAt?.day ?? null }
}

/** By their moments where both are known, or else by their dates. */
function isBefore(one: ReadAt, other: ReadAt): boolean {
  return one.instant === null || other.instant === null ? one.day < other.day : one.instant < other.instant
}
