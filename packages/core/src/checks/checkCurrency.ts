import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import { digitsOfCurrency } from '../money/digitsOfCurrency.js'
import type { Path } from '../types.js'

/** Reads a currency's code as the number of its minor digits, or adds an issue and returns undefined. */
export function checkCurrency(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const digits = digitsOfCurrency(value)
  if (digits === undefined) {
    issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('unknown-currency', path, { actual: describeValue(value) }))
  }
  return digits
}
