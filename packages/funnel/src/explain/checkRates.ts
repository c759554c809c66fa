import type { Issue, Path } from '@clientele/core'
import { type Check, checkAgrees, checkNumber, createIssue, describeValue } from '@clientele/core/checks'
import { wilsonInterval } from '../numbers/wilson.js'
import { checkAtMost, ROUNDING } from './checkConversion.js'

/** Chance is hardly the cause of what it alone makes in fewer cases than that. */
export const SIGNIFICANCE = 0.05

/** Checks a difference between two shares. */
export const checkPartDifference: Check = (value, path, issues) => {
  const before = issues.length
  checkNumber(value, path, issues)
  if (issues.length > before || Math.abs(value as number) <= 1) return
  issues.push(createIssue('out-of-range', path, { minimum: '-1', maximum: '1', actual: String(value) }))
}

/** Adds an issue where a number is not what it is made of, but for what rounding does to numbers of a size. */
export function checkWithin(actual: number | null, expected: number | null, size: number, path: Path, issues: Issue[]): void {
  if (actual === expected) return
  if (actual !== null && expected !== null && Math.abs(actual - expected) <= ROUNDING * size) return
  issues.push(createIssue('outdated-input', path, { expected: describeValue(expected), actual: describeValue(actual) }))
}

/** A rate, and of how many it is one. */
export interface SampledRate {
  readonly rate: number | null
  readonly sample: number
}

/** How many of a sample got on. */
export function successesOf({ rate, sample }: SampledRate): number {
  return Math.round((rate ?? 0) * sample)
}

/** Adds an issue where a rate is none of a sample of its size. */
export function checkRateOf(sampled: SampledRate, path: Path, issues: Issue[]): void {
  const { rate, sample } = sampled
  checkAgrees(rate, sample === 0 ? null : successesOf(sampled) / sample, [...path, 'rate'], issues)
}

/** Adds an issue where a rate is none of a sample of its size, or the interval that of another. */
export function checkSampledRate(sampled: SampledRate & { readonly interval: readonly number[] }, path: Path, issues: Issue[]): void {
  const before = issues.length
  checkRateOf(sampled, path, issues)
  if (issues.length === before) checkAgrees(sampled.interval, wilsonInterval(successesOf(sampled), sampled.sample), [...path, 'interval'], issues)
}

/** Adds an issue wherever numbers rise. */
export function checkFallsOnly(numbers: readonly number[], pathOf: (index: number) => Path, issues: Issue[]): void {
  numbers.forEach((number, index) => {
    const earlier = numbers[index - 1]
    if (earlier !== undefined) checkAtMost(number, earlier, pathOf(index), issues)
  })
}
