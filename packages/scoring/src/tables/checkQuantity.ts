import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue, describeValue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'

/** Beyond these, squares and ratios would leave the range of a float64. */
const SMALLEST = 1e-100
const GREATEST = 1e100

/** Whether a number is of a size that float64 arithmetic can square and divide. */
export function isPlainQuantity(value: unknown): boolean {
  return typeof value === 'number' && (value === 0 || (Math.abs(value) >= SMALLEST && Math.abs(value) <= GREATEST))
}

/** Reads a decimal whose size float64 arithmetic can square and divide, or adds an issue and returns undefined. */
export function checkQuantity(value: unknown, path: Path, issues: Issue[], minimum?: string): Decimal | undefined {
  const decimal = checkDecimal(value, path, issues, minimum === undefined ? {} : { minimum })
  if (decimal === undefined || decimal.isZero() || (decimal.toNumber() !== 0 && isPlainQuantity(decimal.toNumber()))) return decimal
  issues.push(createIssue('extreme-size', path, { smallest: String(SMALLEST), greatest: String(GREATEST), actual: describeValue(value) }))
  return undefined
}
