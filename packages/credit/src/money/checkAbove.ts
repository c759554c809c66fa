import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** Reads a decimal above a bound, or adds an issue and returns undefined. */
export function checkAbove(value: unknown, bound: string, path: Path, issues: Issue[]): Decimal | undefined {
  const decimal = checkDecimal(value, path, issues)
  if (decimal === undefined || decimal.gt(bound)) return decimal
  issues.push(createIssue('not-above', path, { bound, actual: decimalText(decimal) }))
  return undefined
}
