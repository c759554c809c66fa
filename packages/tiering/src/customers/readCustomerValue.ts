import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { readCurrency } from '../money/currency.js'
import { type Quantity, readQuantity } from '../numbers/quantity.js'

/** A customer's value, checked and read. */
export interface ReadCustomerValue {
  readonly customer: string
  readonly value: Quantity
  readonly currency: string | undefined
}

/** Under which keys a row has what is read of it. */
export interface ValueKeys {
  readonly customer: string
  readonly value: string
  readonly customerPath: Path
  readonly valuePath: Path
  /** All keys that a row may have; undefined where others are not looked at. */
  readonly known: readonly string[] | undefined
}

const ROW: Path = []
const CURRENCY = 'currency'
const CURRENCY_PATH: Path = [CURRENCY]

/** The keys of rows; paths are made once for all of them. */
export function valueKeys(customer: string, value: string, known?: readonly string[]): ValueKeys {
  return { customer, value, customerPath: [customer], valuePath: [value], known }
}

/** Rows of a customer, a value and its currency, and of what else they may have that is not looked at. */
export function customerValueKeys(...others: readonly string[]): ValueKeys {
  return valueKeys('customer', 'value', ['customer', 'value', CURRENCY, ...others])
}

/**
 * Reads what a customer is worth, in the currency that is expected if one is and the row may state any, or adds issues, whose paths start at the row,
 * and returns undefined.
 */
export function readCustomerValue(row: unknown, keys: ValueKeys, expected: string | undefined, issues: Issue[]): ReadCustomerValue | undefined {
  const before = issues.length
  if (!checkRecord(row, ROW, issues)) return undefined
  if (keys.known !== undefined) checkKeys(row, keys.known, ROW, issues)
  const customer = ownValue(row, keys.customer)
  checkText(customer, keys.customerPath, issues)
  const value = readQuantity(ownValue(row, keys.value), keys.valuePath, issues)
  const currency = keys.known?.includes(CURRENCY) ? readCurrency(ownValue(row, CURRENCY), expected, CURRENCY_PATH, issues) : undefined
  return issues.length > before ? undefined : { customer: customer as string, value: value as Quantity, currency }
}
