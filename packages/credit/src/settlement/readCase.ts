import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord } from '@clientele/core/checks'
import { type ReadInvoice, readDay, readInvoice } from '../invoices/readInvoice.js'
import { type ReadCredit, type ReadPayment, readCredits, readPayments } from './readPayments.js'

/** An invoice with its payments and credits, checked and read. */
export interface ReadCase {
  readonly invoice: ReadInvoice
  readonly payments: readonly ReadPayment[]
  readonly credits: readonly ReadCredit[]
}

/** Checks and reads an invoice with its payments and credits, or adds issues and returns undefined. */
export function readCase(value: unknown, issues: Issue[]): ReadCase | undefined {
  if (!checkRecord(value, ['settlement'], issues)) return undefined
  const { invoice, payments, credits, ...others } = { ...value }
  checkKeys(others, ['invoice', 'payments', 'credits'], [], issues)
  const read = readInvoice(invoice, ['invoice'], issues)
  const readPaymentList = readPayments(payments, read, ['payments'], issues)
  const readCreditList = credits === undefined ? [] : readCredits(credits, read, ['credits'], issues)
  return read === undefined ? undefined : { invoice: read, payments: readPaymentList, credits: readCreditList }
}

/** Reads the day of the answer, or adds issues and returns undefined. */
export function readAsOf(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { asOf, ...others } = { ...options }
  checkKeys(others, ['asOf'], ['options'], issues)
  return readDay(asOf, ['options', 'asOf'], issues)
}
