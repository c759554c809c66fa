import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import { FIRST_DAY } from '@clientele/core/days'
import type { PreparedTerms } from '../terms/prepared.js'
import { creditTypes, NO_TYPE } from './creditTypes.js'
import { groupByInvoice, type InvoiceGroups } from './groupByInvoice.js'
import { type Cells, readAmounts, readDates, readRowIndexes, readWords } from './readCells.js'

/** Invoices, payments and credits as columns that were checked, but for what their cells hold. */
export interface Table {
  /** How many invoices there are. */
  readonly length: number
  readonly invoices: InvoiceCells
  readonly payments: PaymentCells | undefined
  readonly credits: CreditCells | undefined
}

/** Columns by the name of the field that they hold. */
interface FieldCells {
  readonly date: Cells<Int32Array>
  readonly amount: Cells<Float64Array>
}

interface InvoiceCells extends FieldCells {
  readonly tax: Cells<Float64Array> | undefined
  readonly deliveryDate: Cells<Int32Array> | undefined
}

/** Payments as columns. */
export interface PaymentCells extends FieldCells {
  readonly invoice: Cells<Int32Array>
  /** Which payments belong to which invoice. */
  readonly groups: InvoiceGroups
}

/** Credits as columns. */
export interface CreditCells extends PaymentCells {
  readonly type: Cells<Uint8Array>
}

/** Reads the columns of invoices, payments and credits, or adds issues and returns undefined. */
export function readTable(value: unknown, terms: PreparedTerms, digits: number, issues: Issue[]): Table | undefined {
  const before = issues.length
  if (!checkRecord(value, ['columns'], issues)) return undefined
  const { invoices, payments, credits, ...others } = { ...value }
  checkKeys(others, ['invoices', 'payments', 'credits'], ['columns'], issues)
  const invoiceCells = readInvoices(invoices, terms, digits, issues)
  const length = invoiceCells?.date.length ?? 0
  const paymentCells = payments === undefined ? undefined : readPayments(payments, digits, length, issues)
  const creditCells = credits === undefined ? undefined : readCredits(credits, digits, length, issues)
  if (invoiceCells === undefined || issues.length > before) return undefined
  return { length, invoices: invoiceCells, payments: paymentCells, credits: creditCells }
}

function readInvoices(value: unknown, terms: PreparedTerms, digits: number, issues: Issue[]): InvoiceCells | undefined {
  const path = ['columns', 'invoices']
  if (!checkRecord(value, path, issues)) return undefined
  const { date, amount, tax, deliveryDate, ...others } = { ...value }
  checkKeys(others, ['date', 'amount', 'tax', 'deliveryDate'], path, issues)
  const isDelivered = terms.start === 'delivery-date'
  const cells = {
    date: readDates(date, [...path, 'date'], issues),
    amount: readAmounts(amount, digits, [...path, 'amount'], issues),
    // A cell that the terms do not need may be left out.
    tax: tax === undefined && !terms.isNetOfTax ? undefined : readAmounts(tax, digits, [...path, 'tax'], issues, terms.isNetOfTax ? Number.NaN : 0),
    deliveryDate:
      deliveryDate === undefined && !isDelivered
        ? undefined
        : readDates(deliveryDate, [...path, 'deliveryDate'], issues, isDelivered ? undefined : FIRST_DAY),
  }
  checkLengths(cells, path, issues)
  const { date: dates, amount: amounts } = cells
  return dates === undefined || amounts === undefined ? undefined : { ...cells, date: dates, amount: amounts }
}

function readPayments(value: unknown, digits: number, length: number, issues: Issue[]): PaymentCells | undefined {
  const path = ['columns', 'payments']
  return checkRecord(value, path, issues) ? readPaid({ ...value }, digits, length, path, issues) : undefined
}

function readCredits(value: unknown, digits: number, length: number, issues: Issue[]): CreditCells | undefined {
  const path = ['columns', 'credits']
  if (!checkRecord(value, path, issues)) return undefined
  const { type, ...others } = { ...value }
  const types = readWords(type, creditTypes, NO_TYPE, [...path, 'type'], issues)
  const cells = readPaid(others, digits, length, path, issues, ['type'])
  checkLengths({ invoice: cells?.invoice, type: types }, path, issues)
  return cells === undefined || types === undefined ? undefined : { ...cells, type: types }
}

/** Reads what payments and credits have in common; `more` are keys that were read before. */
function readPaid(
  { invoice, date, amount, ...others }: { readonly [key: string]: unknown },
  digits: number,
  length: number,
  path: Path,
  issues: Issue[],
  more: readonly string[] = [],
): PaymentCells | undefined {
  checkKeys(others, ['invoice', 'date', 'amount', ...more], path, issues)
  const invoices = readRowIndexes(invoice, [...path, 'invoice'], issues)
  const dates = readDates(date, [...path, 'date'], issues)
  const amounts = readAmounts(amount, digits, [...path, 'amount'], issues)
  checkLengths({ invoice: invoices, date: dates, amount: amounts }, path, issues)
  if (invoices === undefined || dates === undefined || amounts === undefined) return undefined
  return { invoice: invoices, date: dates, amount: amounts, groups: groupByInvoice(invoices.quick, length) }
}

/** Adds an issue for every column that is not as long as the first. */
export function checkLengths(cells: { readonly [field: string]: Cells | undefined }, path: Path, issues: Issue[]): void {
  let expected: number | undefined
  for (const [field, column] of Object.entries(cells)) {
    if (column === undefined) continue
    expected ??= column.length
    if (column.length !== expected) issues.push(createIssue('length-differs', [...path, field], { expected, actual: column.length }))
  }
}
