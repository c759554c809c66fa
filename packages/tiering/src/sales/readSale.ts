import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { readDay } from '../dates/readDay.js'
import { readCurrency } from '../money/currency.js'
import { type Quantity, readQuantity } from '../numbers/quantity.js'

/** A sale, checked and read. */
export interface ReadSale {
  readonly customer: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly amount: Quantity
  readonly currency: string | undefined
}

const KEYS = ['customer', 'date', 'amount', 'currency']
const SALE: Path = []
const CUSTOMER: Path = ['customer']
const DATE: Path = ['date']
const AMOUNT: Path = ['amount']
const CURRENCY: Path = ['currency']

/** Checks and reads a sale, or adds issues and returns undefined; paths start at the sale. */
export function readSale(sale: unknown, issues: Issue[]): ReadSale | undefined {
  if (!checkRecord(sale, SALE, issues)) return undefined
  checkKeys(sale, KEYS, SALE, issues)
  const customer = ownValue(sale, 'customer')
  const isNamed = checkText(customer, CUSTOMER, issues)
  const day = readDay(ownValue(sale, 'date'), DATE, issues)
  const amount = readQuantity(ownValue(sale, 'amount'), AMOUNT, issues)
  const currency = readCurrency(ownValue(sale, 'currency'), undefined, CURRENCY, issues)
  return isNamed && day !== undefined && amount !== undefined ? { customer, day, amount, currency } : undefined
}
