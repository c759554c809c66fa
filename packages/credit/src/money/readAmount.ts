import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { quickAmount } from './quickAmount.js'

/**
 * Reads an amount of money as minor units, or adds an issue and returns undefined. Where the currency is not known (`digits` undefined),
 * the amount is checked as far as that goes.
 */
export function readAmount(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): bigint | undefined {
  const units = digits === undefined ? Number.NaN : quickAmount(value, digits)
  if (!Number.isNaN(units)) return BigInt(units)
  const amount = checkDecimal(value, path, issues)
  return amount === undefined || digits === undefined ? undefined : toUnits(amount, digits, path, issues)
}

/** An exact value as minor units of a currency, or undefined with an issue where it has more decimal places than the currency. */
export function toUnits(amount: Decimal, digits: number, path: Path, issues: Issue[]): bigint | undefined {
  if (amount.decimalPlaces() > digits) {
    issues.push(createIssue('too-many-decimal-places', path, { maximum: digits, actual: decimalText(amount) }))
    return undefined
  }
  return BigInt(decimalText(amount.times(new Decimal(10).pow(digits))))
}
