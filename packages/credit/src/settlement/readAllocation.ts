import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkCurrency,
  checkDecimal,
  checkKeys,
  checkList,
  checkRecord,
  checkUnique,
  createIssue,
  describeValue,
  isRecord,
  ownValue,
} from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { type ReadInvoice, readInvoice } from '../invoices/readInvoice.js'
import { moneyText } from '../money/moneyText.js'
import { type InvoiceUnderTerms, openWindows } from '../terms/openWindows.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { readTerms } from '../terms/prepareTerms.js'
import type { ReadCase } from './readCase.js'
import { checkSameCurrency, type ReadPayment, readCredits, readPayment, readPayments } from './readPayments.js'
import type { AllocationOrder } from './types.js'

/** An invoice that may be paid, with what was paid and credited before, under its terms. */
export interface PayableCase extends ReadCase {
  readonly terms: PreparedTerms
  readonly under: InvoiceUnderTerms
}

/** A payment and the invoices it may be for, checked and read. */
export interface ReadAllocation {
  readonly payment: ReadPayment
  readonly currency: string
  readonly digits: number
  readonly cases: readonly PayableCase[]
}

type Currency = Pick<ReadInvoice, 'currency' | 'digits'>
type Place = { readonly invoice: Path; readonly terms: Path }

const ORDERS: readonly AllocationOrder[] = ['oldest-first', 'largest-discount', 'given']

/** Checks and reads a payment, the invoices it may be for and their terms, or adds issues and returns undefined. */
export function readAllocation(value: unknown, terms: unknown, issues: Issue[]): ReadAllocation | undefined {
  const before = issues.length
  const isTermsMap = checkRecord(terms, ['terms'], issues)
  if (!checkRecord(value, ['allocation'], issues)) return undefined
  const { payment, invoices, ...others } = { ...value }
  checkKeys(others, ['payment', 'invoices'], [], issues)
  const currency = currencyOf(payment)
  const read = readPositivePayment(payment, currency, issues)
  const cases = readInvoices(invoices, currency, issues)
  const allTerms = isTermsMap ? readAllTerms(invoices, terms, issues) : new Map<string, PreparedTerms>()
  const payables = cases.map((found, index) => found && putUnderTerms(found, allTerms, ['invoices', index], issues))
  if (read !== undefined && payables.some((payable) => payable?.payments.some(({ id }) => id === read.id))) {
    issues.push(createIssue('already-posted', ['payment', 'id'], { actual: describeValue(read.id) }))
  }
  if (issues.length > before) return undefined
  return { payment: read as ReadPayment, ...(currency as Currency), cases: payables as PayableCase[] }
}

/** Reads the order in which invoices are paid, or adds issues and returns undefined. */
export function readOrder(options: unknown, issues: Issue[]): AllocationOrder | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { order, ...others } = { ...options }
  checkKeys(others, ['order'], ['options'], issues)
  return checkChoice(order, ORDERS, ['options', 'order'], issues) ? order : undefined
}

/** The currency of the payment, which all else has; what is wrong with it is told where the payment is read. */
function currencyOf(payment: unknown): Currency | undefined {
  const currency = isRecord(payment) ? ownValue(payment, 'currency') : undefined
  const digits = checkCurrency(currency, [], [])
  return digits === undefined ? undefined : { currency: currency as string, digits }
}

function readPositivePayment(value: unknown, currency: Currency | undefined, issues: Issue[]): ReadPayment | undefined {
  const payment = readPayment(value, currency, ['payment'], issues)
  if (payment === undefined || currency === undefined || payment.amount > 0n) return payment
  issues.push(createIssue('not-above', ['payment', 'amount'], { bound: '0', actual: moneyText(payment.amount, currency.digits) }))
  return undefined
}

function readInvoices(value: unknown, currency: Currency | undefined, issues: Issue[]): (ReadCase | undefined)[] {
  if (!checkList(value, ['invoices'], issues)) return []
  const invoices = Array.from(value)
  const cases = invoices.map((invoice, index) => readPayable(invoice, currency, ['invoices', index], issues))
  checkUnique(invoices.map(idOf), (index) => ['invoices', index, 'id'], issues)
  return cases
}

function readPayable(value: unknown, currency: Currency | undefined, path: Path, issues: Issue[]): ReadCase | undefined {
  const invoice = readInvoice(value, path, issues, ['payments', 'credits'])
  if (!isRecord(value)) return undefined
  const { payments = [], credits = [], amount, currency: own } = { ...value }
  if (checkCurrency(own, [], []) !== undefined) checkSameCurrency(own, currency, [...path, 'currency'], issues)
  const size = checkDecimal(amount, [], [])
  if (size?.lt(0)) issues.push(createIssue('too-small', [...path, 'amount'], { minimum: '0', actual: decimalText(size) }))
  const readPaymentList = readPayments(payments, invoice ?? currency, [...path, 'payments'], issues)
  const readCreditList = readCredits(credits, invoice ?? currency, [...path, 'credits'], issues)
  return invoice && { invoice, payments: readPaymentList, credits: readCreditList }
}

/** Reads the terms of each invoice that has an id. Terms of an invoice that is not there are refused. */
function readAllTerms(invoices: unknown, terms: { readonly [invoice: string]: unknown }, issues: Issue[]): ReadonlyMap<string, PreparedTerms> {
  const ids = Array.isArray(invoices) ? Array.from(invoices, idOf) : []
  const prepared = new Map<string, PreparedTerms>()
  const known = new Map<string, undefined>()
  for (const id of ids) {
    if (id === undefined || known.has(id)) continue
    known.set(id, undefined)
    const read = readTerms(ownValue(terms, id), ['terms', id], issues)
    if (read !== undefined) prepared.set(id, read)
  }
  // Where an id cannot be read, terms that seem to be for no invoice may be for that one.
  if (Array.isArray(invoices) && !ids.includes(undefined)) checkKeys(terms, known, ['terms'], issues)
  return prepared
}

function idOf(invoice: unknown): string | undefined {
  const id = isRecord(invoice) ? ownValue(invoice, 'id') : undefined
  return typeof id === 'string' && id !== '' ? id : undefined
}

function putUnderTerms(read: ReadCase, all: ReadonlyMap<string, PreparedTerms>, invoice: Path, issues: Issue[]): PayableCase | undefined {
  const { id } = read.invoice
  const terms = all.get(id)
  if (terms === undefined) return undefined
  const place: Place = { invoice, terms: ['terms', id] }
  const under = openWindows(read.invoice, terms, place, issues)
  return under && { ...read, terms, under }
}
