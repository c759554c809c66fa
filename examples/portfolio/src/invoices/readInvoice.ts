import { compareDecimals, type DecimalString, type Issue } from '@clientele/core'
import { checkCurrency, createIssue } from '@clientele/core/checks'
import type { InvoiceColumns } from '../config/types.js'
import type { ReceivablesSettings } from '../receivables/types.js'
import { readAmount } from '../rows/readAmount.js'
import type { Cells } from '../rows/types.js'
import { readDate } from './readDate.js'
import { readLetter } from './readLetter.js'
import type { Invoice, InvoicePayment } from './types.js'

type InvoiceCells = Cells<InvoiceColumns>

/** Reads a row as an invoice, or adds everything that is wrong with it and returns undefined. */
export function readInvoice(cells: InvoiceCells, line: number, settings: ReceivablesSettings, issues: Issue[]): Invoice | undefined {
  const { columns, dates } = settings
  const { customer, invoice } = cells
  if (customer.trim() === '') issues.push(createIssue('empty', [columns.customer], {}))
  if (invoice.trim() === '') issues.push(createIssue('empty', [columns.invoice], {}))
  const date = readDate(cells.date, dates, columns.date, issues)
  const due = readDate(cells.due, dates, columns.due, issues)
  const currency = cells.currency ?? settings.currency
  const digits = checkCurrency(currency, [columns.currency ?? ''], issues)
  const amount = digits === undefined ? undefined : readAmount(cells.amount, digits, columns.amount, issues)
  const disputed = readDispute(cells.disputed, settings, issues)
  const payment = readPayment(cells, amount, settings, digits ?? 0, issues)
  const lastLetter = readLetter(cells, settings, issues)
  if (issues.length > 0 || date === undefined || due === undefined || amount === undefined) return undefined
  const invoiced = { line, invoice, customer, date, due, amount, currency, disputed }
  return { ...invoiced, ...(payment === undefined ? {} : { payment }), ...(lastLetter === undefined ? {} : { lastLetter }) }
}

function readDispute(text: string | undefined, { columns, disputed }: ReceivablesSettings, issues: Issue[]): boolean {
  if (text === undefined || disputed === undefined || disputed.no.includes(text)) return false
  if (disputed.yes.includes(text)) return true
  const allowed = [...disputed.yes, ...disputed.no].map((word) => JSON.stringify(word))
  issues.push(createIssue('not-allowed', [columns.disputed ?? ''], { allowed, actual: JSON.stringify(text) }))
  return false
}

/** What was paid: nothing where there is no date, all of the amount unless another is given. */
function readPayment(
  { settled = '', paid = '' }: InvoiceCells,
  amount: DecimalString | undefined,
  { columns, dates }: ReceivablesSettings,
  digits: number,
  issues: Issue[],
): InvoicePayment | undefined {
  if (settled.trim() === '') {
    if (paid.trim() !== '') issues.push(createIssue('missing', [columns.settled ?? ''], {}))
    return undefined
  }
  const date = readDate(settled, dates, columns.settled ?? '', issues)
  if (amount === undefined) return undefined
  const part = paid.trim() === '' ? amount : readAmount(paid, digits, columns.paid ?? '', issues)
  if (date === undefined || part === undefined || !isPartOf(part, amount, columns.paid ?? '', issues)) return undefined
  return { date, amount: part }
}

/** Whether what was paid lies between 0 and the amount. */
function isPartOf(part: DecimalString, amount: DecimalString, column: string, issues: Issue[]): boolean {
  const [minimum, maximum] = compareDecimals(amount, 0) < 0 ? [amount, '0'] : ['0', amount]
  if (compareDecimals(part, minimum) >= 0 && compareDecimals(part, maximum) <= 0) return true
  issues.push(createIssue('out-of-range', [column], { minimum, maximum, actual: part }))
  return false
}
