import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  isRecord,
  ownValue,
} from '@clientele/core/checks'
import { type ReadInvoice, readDay } from '../invoices/readInvoice.js'
import { readAmount } from '../money/readAmount.js'
import type { Credit } from './types.js'

/** A payment, checked and read. */
export interface ReadPayment {
  readonly id: string
  /** Days since 1970-01-01. */
  readonly day: number
  /** Minor units of the invoice's currency. */
  readonly amount: bigint
}

/** A credit, checked and read. */
export interface ReadCredit extends ReadPayment {
  readonly type: Credit['type']
}

/** What payments must agree with: undefined where it is not known, for it is wrong itself. */
type Currency = Pick<ReadInvoice, 'currency' | 'digits'> | undefined

const PAYMENT_KEYS = ['id', 'date', 'amount', 'currency']

/** Reads one payment, or adds issues and returns undefined. */
export function readPayment(value: unknown, currency: Currency, path: Path, issues: Issue[]): ReadPayment | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const payment = { ...value }
  checkKeys(payment, PAYMENT_KEYS, path, issues)
  return readCommon(payment, currency, path, issues)
}

/** Reads payments of different ids; what is wrong with any becomes an issue. */
export function readPayments(value: unknown, currency: Currency, path: Path, issues: Issue[]): ReadPayment[] {
  return readList(value, path, issues, (payment, place) => readPayment(payment, currency, place, issues))
}

/** Reads credits of different ids; what is wrong with any becomes an issue. */
export function readCredits(value: unknown, currency: Currency, path: Path, issues: Issue[]): ReadCredit[] {
  return readList(value, path, issues, (credit, place) => readCredit(credit, currency, place, issues))
}

/** Reads one credit, or adds issues and returns undefined. */
export function readCredit(value: unknown, currency: Currency, path: Path, issues: Issue[]): ReadCredit | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const credit = { ...value }
  checkKeys(credit, [...PAYMENT_KEYS, 'type'], path, issues)
  const { type } = credit
  const isKnown = checkChoice(type, ['credit-note', 'write-off'], [...path, 'type'], issues)
  const read = readCommon(credit, currency, path, issues)
  return read === undefined || !isKnown ? undefined : { ...read, type }
}

function readCommon(value: { readonly [key: string]: unknown }, currency: Currency, path: Path, issues: Issue[]): ReadPayment | undefined {
  const { id } = value
  const isNamed = checkText(id, [...path, 'id'], issues)
  checkSameCurrency(value['currency'], currency, [...path, 'currency'], issues)
  const day = readDay(value['date'], [...path, 'date'], issues)
  const amount = readAmount(value['amount'], currency?.digits, [...path, 'amount'], issues)
  return isNamed && day !== undefined && amount !== undefined ? { id, day, amount } : undefined
}

/** Adds an issue where a currency is not the one that the others have, or, where that is not known, is none. */
export function checkSameCurrency(value: unknown, currency: Currency, path: Path, issues: Issue[]): void {
  if (value === undefined || currency === undefined) checkCurrency(value, path, issues)
  else if (value !== currency.currency) {
    issues.push(createIssue('not-allowed', path, { allowed: [describeValue(currency.currency)], actual: describeValue(value) }))
  }
}

function readList<Row>(value: unknown, path: Path, issues: Issue[], readRow: (row: unknown, place: Path) => Row | undefined): Row[] {
  if (!checkList(value, path, issues)) return []
  const rows = Array.from(value)
  const read = rows.map((row, index) => readRow(row, [...path, index]))
  const ids = rows.map((row) => (isRecord(row) ? ownValue(row, 'id') : undefined))
  checkUnique(
    ids.map((id) => (typeof id === 'string' ? id : undefined)),
    (index) => [...path, index, 'id'],
    issues,
  )
  return read.filter((row) => row !== undefined)
}
