import type { DecimalString, Issue, Path } from '@clientele/core'
import { checkCurrency, checkDecimal } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** An amount of at least 0, and the minor digits of its currency. */
export interface Money {
  readonly amount: Decimal
  readonly currency: string
  readonly digits: number
}

/** Reads an amount of at least 0, or adds an issue and returns undefined. */
export function readAmount(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  return checkDecimal(value, path, issues, { minimum: '0' })
}

/** Reads `amount` and `currency` of a record, or adds issues and returns undefined. */
export function readMoney(record: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): Money | undefined {
  const amount = readAmount(record['amount'], [...path, 'amount'], issues)
  const digits = checkCurrency(record['currency'], [...path, 'currency'], issues)
  return amount === undefined || digits === undefined ? undefined : { amount, currency: record['currency'] as string, digits }
}

/** The canonical text of an amount, with at least the currency's minor digits. */
export function moneyText(amount: Decimal, digits: number): DecimalString {
  return amount.decimalPlaces() > digits ? decimalText(amount) : amount.toFixed(digits)
}
