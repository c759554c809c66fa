import type { Issue, Path } from '@clientele/core'
import { checkDecimal } from '@clientele/core/checks'
import { toUnits } from './readAmount.js'

/** Reads an amount of money of 0 or more as minor units, or adds an issue and returns undefined; it is checked as far as the currency is known. */
export function readNonNegative(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): bigint | undefined {
  const amount = checkDecimal(value, path, issues, { minimum: '0' })
  return amount === undefined || digits === undefined ? undefined : toUnits(amount, digits, path, issues)
}
