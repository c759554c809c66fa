import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue, describeValue } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkAtMost } from '../money/checkAtMost.js'
import { type Fraction, fractionOf, HUNDREDTH, multiply } from '../numbers/fraction.js'

const DAYS_IN_YEAR: readonly unknown[] = [360, 365]

/** Reads a decimal of 0 or more, or adds an issue and returns undefined. */
export function readFigure(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const figure = checkDecimal(value, path, issues, { minimum: '0' })
  return figure === undefined ? undefined : fractionOf(figure)
}

/** Reads a percentage of 0 or more as the fraction it is, or adds an issue and returns undefined. */
export function readPercent(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const percent = readFigure(value, path, issues)
  return percent === undefined ? undefined : multiply(percent, HUNDREDTH)
}

/** Reads a percentage from 0 to 100 as the fraction it is; what is wrong becomes an issue. */
export function readShareOfAll(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  checkAtMost(checkDecimal(value, [], []), new Decimal(100), path, issues)
  return readPercent(value, path, issues)
}

/** Reads how many days a year has, or adds an issue and returns undefined. */
export function readDaysInYear(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  if (DAYS_IN_YEAR.includes(value)) return { dividend: BigInt(value as number), divisor: 1n }
  issues.push(
    value === undefined
      ? createIssue('missing', path, {})
      : createIssue('not-allowed', path, { allowed: DAYS_IN_YEAR.map(String), actual: describeValue(value) }),
  )
  return undefined
}
