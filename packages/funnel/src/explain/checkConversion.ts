import type { Issue, Path } from '@clientele/core'
import { type Check, checkAgrees, checkCount, checkShare, createIssue, membersOf, orNull, reportType } from '@clientele/core/checks'
import type { Conversion } from '../measure/types.js'
import { wilsonInterval } from '../numbers/wilson.js'

/** What shares that were worked out in another way may differ by. */
export const ROUNDING = 1e-9

/** Adds an issue where a number is beyond a greatest one. */
export function checkAtMost(value: number, maximum: number, path: Path, issues: Issue[]): void {
  if (value > maximum) issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(value) }))
}

/** Adds an issue where a number is below a smallest one. */
export function checkAtLeast(value: number, minimum: number, path: Path, issues: Issue[]): void {
  if (value < minimum) issues.push(createIssue('too-small', path, { minimum: String(minimum), actual: String(value) }))
}

/** Checks a part of a whole, from 0 to 1. */
export const checkPart: Check = (value, path, issues) => {
  const before = issues.length
  checkShare(value, path, issues)
  if (issues.length === before) checkAtMost(value as number, 1, path, issues)
}

/** Checks two bounds, from 0 to 1, the lower one first. */
export const checkInterval: Check = (value, path, issues) => {
  if (!Array.isArray(value)) {
    reportType(value, path, issues, 'list')
    return
  }
  if (value.length !== 2) {
    issues.push(createIssue('wrong-length', path, { expected: 2, actual: value.length }))
    return
  }
  const before = issues.length
  const [low, high]: readonly unknown[] = value
  checkPart(low, [...path, 0], issues)
  checkPart(high, [...path, 1], issues)
  if (issues.length === before) checkAtMost(low as number, high as number, [...path, 0], issues)
}

/** Checks a conversion by itself. */
export const checkConversion: Check = membersOf({
  ofEntered: orNull(checkPart),
  ofClosed: orNull(checkPart),
  eventual: membersOf({ rate: orNull(checkPart), unresolved: orNull(checkPart), throughDays: orNull(checkCount) }),
  interval: orNull(checkInterval),
})

/** How many there were, how many got on and how many were lost. */
export interface Converted {
  readonly entered: number
  readonly advanced: number
  readonly lost: number
}

/** Adds an issue where a conversion is not that of its counts. */
export function checkConversionOf(
  { ofEntered, ofClosed, eventual, interval }: Conversion,
  { entered, advanced, lost }: Converted,
  path: Path,
  issues: Issue[],
): void {
  checkAgrees(ofEntered, entered === 0 ? null : advanced / entered, [...path, 'ofEntered'], issues)
  const closed = advanced + lost
  checkAgrees(ofClosed, closed === 0 ? null : advanced / closed, [...path, 'ofClosed'], issues)
  checkEstimate(eventual, entered, [...path, 'eventual'], issues)
  checkAgrees(interval, wilsonInterval(advanced, closed), [...path, 'interval'], issues)
}

function checkEstimate(eventual: Conversion['eventual'], entered: number, path: Path, issues: Issue[]): void {
  if (entered === 0) {
    checkAgrees(eventual, { rate: null, unresolved: null, throughDays: null }, path, issues)
    return
  }
  const { rate, unresolved, throughDays } = eventual
  checkPart(rate, [...path, 'rate'], issues)
  checkPart(unresolved, [...path, 'unresolved'], issues)
  checkCount(throughDays, [...path, 'throughDays'], issues)
  if (rate !== null && unresolved !== null) checkAtMost(unresolved, 1 - rate + ROUNDING, [...path, 'unresolved'], issues)
}
