import type { DecimalString, Issue, Path } from '@clientele/core'
import { type Check, checkCurrency, createIssue, describeValue, orNull, reportType } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { ROUNDING } from './checkConversion.js'

/** Checks the currency that amounts are in: null where they state none. */
export const checkCurrencyOrNone: Check = orNull((value, path, issues) => {
  checkCurrency(value, path, issues)
})

/** Checks a date range: no end before its beginning. */
export function checkRange({ from, to }: { readonly from: string; readonly to: string }, path: Path, issues: Issue[]): void {
  if (to < from) issues.push(createIssue('too-small', [...path, 'to'], { minimum: describeValue(from), actual: describeValue(to) }))
}

/** Checks a number above 0. */
export const checkPositive: Check = (value, path, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
  else if (value <= 0) issues.push(createIssue('not-above', path, { bound: '0', actual: String(value) }))
}

/** Adds an issue where an amount is not the sum of its parts; how many zeros it ends with makes no difference. */
export function checkSumOf(actual: DecimalString, parts: readonly DecimalString[], path: Path, issues: Issue[]): void {
  const sum = parts.reduce((total, part) => total.plus(part), new Decimal(0))
  if (!sum.eq(actual)) issues.push(createIssue('outdated-input', path, { expected: decimalText(sum), actual }))
}

/** Adds an issue where an amount is less than another. */
export function checkNotLess(actual: DecimalString, minimum: DecimalString, path: Path, issues: Issue[]): void {
  if (new Decimal(actual).lt(minimum)) issues.push(createIssue('too-small', path, { minimum, actual }))
}

/** Adds an issue where a number is not, but for rounding, what it is made of. */
export function checkNear(actual: number | null, expected: number | null, path: Path, issues: Issue[]): void {
  if (actual === expected) return
  const isNear = actual !== null && expected !== null && Math.abs(actual - expected) <= ROUNDING * Math.max(1, Math.abs(expected))
  if (!isNear) issues.push(createIssue('outdated-input', path, { expected: describeValue(expected), actual: describeValue(actual) }))
}
