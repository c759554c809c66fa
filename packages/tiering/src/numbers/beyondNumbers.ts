import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'

/** As many digits as tell all numbers apart. */
const DIGITS = 17

/** The issue of a value that is so far from 0 that no number is near. */
export function beyondNumbers(value: Decimal, path: Path): Issue {
  // Written as numbers are, for thousands of digits help nobody.
  const actual = value.toSignificantDigits(DIGITS).toExponential()
  return value.isNegative()
    ? createIssue('too-small', path, { minimum: String(-Number.MAX_VALUE), actual })
    : createIssue('too-large', path, { maximum: String(Number.MAX_VALUE), actual })
}
