import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue, describeValue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** Within these bounds every product and quotient is near a number. */
const GREATEST = '1e100'
const SMALLEST = '1e-100'

/** Reads hours, deals or a value: 0 or more; or adds an issue and returns undefined. */
export function readQuantity(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const quantity = checkDecimal(value, path, issues, { minimum: '0' })
  return quantity === undefined || isTooLarge(quantity, value, path, issues) ? undefined : quantity
}

/** Reads what is divided by: above 0; or adds an issue and returns undefined. */
export function readSize(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const size = checkDecimal(value, path, issues)
  if (size === undefined || isTooLarge(size, value, path, issues)) return undefined
  if (!size.gt(0)) issues.push(createIssue('not-above', path, { bound: '0', actual: decimalText(size) }))
  else if (size.lt(SMALLEST)) issues.push(createIssue('too-small', path, { minimum: SMALLEST, actual: describeValue(value) }))
  else return size
  return undefined
}

function isTooLarge(quantity: Decimal, value: unknown, path: Path, issues: Issue[]): boolean {
  if (!quantity.gt(GREATEST)) return false
  issues.push(createIssue('too-large', path, { maximum: GREATEST, actual: describeValue(value) }))
  return true
}
