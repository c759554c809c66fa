import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, checkText } from '@clientele/core/checks'
import { readDay } from '../dates/readDay.js'
import { readCurrency } from '../money/currency.js'
import { type Quantity, readQuantity } from '../numbers/quantity.js'

/** A transaction, checked and read. */
export interface ReadTransaction {
  readonly customer: string
  readonly day: number
  readonly amount: Quantity
  readonly currency: string | undefined
}

/** All keys of a transaction. */
export const TRANSACTION_KEYS: readonly string[] = ['customer', 'date', 'amount', 'currency']

/** Checks and reads a transaction, or adds issues and returns undefined. */
export function readTransaction(row: unknown, index: number, expected: string | undefined, issues: Issue[]): ReadTransaction | undefined {
  const path = ['subjects', index]
  const before = issues.length
  if (!checkRecord(row, path, issues)) return undefined
  const transaction = { ...row }
  checkKeys(transaction, TRANSACTION_KEYS, path, issues)
  checkText(transaction['customer'], [...path, 'customer'], issues)
  const day = readDay(transaction['date'], [...path, 'date'], issues)
  const amount = readQuantity(transaction['amount'], [...path, 'amount'], issues)
  const currency = readCurrency(transaction['currency'], expected, [...path, 'currency'], issues)
  if (issues.length > before) return undefined
  return { customer: transaction['customer'] as string, day: day as number, amount: amount as Quantity, currency }
}
