import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** Reads a decimal above 0 by a check of decimals, or adds an issue and returns undefined. */
export function checkPositive(
  value: unknown,
  path: Path,
  issues: Issue[],
  check: (value: unknown, path: Path, issues: Issue[]) => Decimal | undefined,
): Decimal | undefined {
  const decimal = check(value, path, issues)
  if (decimal === undefined || decimal.gt(0)) return decimal
  issues.push(createIssue('not-above', path, { bound: '0', actual: decimalText(decimal) }))
  return undefined
}
