import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { moneyText } from '../money/moneyText.js'
import { type ReadCase, readCase } from '../settlement/readCase.js'
import { type Settled, settle } from '../settlement/settle.js'
import { type InvoiceUnderTerms, openWindows } from '../terms/openWindows.js'
import type { PreparedTerms } from '../terms/prepared.js'
import { caseOfRow, placeInColumns } from './caseOfRow.js'
import type { Amounts } from './columnTotals.js'
import type { ColumnSettings } from './readSettings.js'
import type { PaymentCells, Table } from './readTable.js'

/** Below this in minor units, what a column holds is one integer and no other. */
const COLUMN_LIMIT = 2n ** 53n

/** One row of a table, read and put under its terms. */
export interface RowUnderTerms {
  readonly read: ReadCase
  readonly under: InvoiceUnderTerms
}

/** Reads one row of a table as the row form does, or adds issues, which name its cells, and returns undefined. */
export function readRow(table: Table, row: number, terms: PreparedTerms, { currency }: ColumnSettings, issues: Issue[]): RowUnderTerms | undefined {
  const found: Issue[] = []
  const read = readCase(caseOfRow(table, row, currency), found)
  const under = read === undefined ? undefined : openWindows(read.invoice, terms, { invoice: ['invoice'], terms: ['terms'] }, found)
  const startField = terms.start === 'delivery-date' ? 'deliveryDate' : 'date'
  for (const issue of found) issues.push({ ...issue, path: placeInColumns(table, row, startField, issue.path) })
  return read === undefined || under === undefined || found.length > 0 ? undefined : { read, under }
}

/** One row settled as the row form does it, with the amounts that the columns hold. */
export interface SettledRow {
  readonly settled: Settled
  readonly amounts: Amounts
  /** How many payments and credits are dated after the day of the answer. */
  readonly laterPayments: number
  readonly laterCredits: number
}

/** Settles one row as the row form does, or adds issues and returns undefined. */
export function settleWithCare(table: Table, row: number, terms: PreparedTerms, settings: ColumnSettings, issues: Issue[]): SettledRow | undefined {
  const found = readRow(table, row, terms, settings, issues)
  if (found === undefined) return undefined
  const { read, under } = found
  const settled = settle(read, under, terms.isProRata, settings.asOf)
  const amounts = amountsOf(settled)
  const beyond = Object.values(amounts).find((amount) => amount >= COLUMN_LIMIT || amount <= -COLUMN_LIMIT)
  if (beyond !== undefined) {
    const { digits } = settings
    const params = { bound: moneyText(COLUMN_LIMIT, digits), actual: moneyText(beyond, digits) }
    issues.push(createIssue('beyond-column', placeOfGreatest(table, row, read), params))
    return undefined
  }
  const { payments, creditNotes, writeOffs } = settled
  return {
    settled,
    amounts,
    laterPayments: read.payments.length - payments.length,
    laterCredits: read.credits.length - creditNotes.length - writeOffs.length,
  }
}

function amountsOf({ under, paid, discountTaken, credited, open, overpaid }: Settled): Amounts {
  const { sign } = under
  return { paid: paid * sign, discountTaken: discountTaken * sign, credited: credited * sign, open: open * sign, overpaid: overpaid * sign }
}

/** The cell of the greatest amount of a row, in size: that of the invoice, or of one of its payments and credits. */
function placeOfGreatest({ invoices, payments, credits }: Table, row: number, read: ReadCase): Path {
  const cells = [
    { amount: read.invoice.amount, path: invoices.amount.pathOf(row) },
    ...read.payments.map(({ id, amount }) => ({ amount, path: (payments as PaymentCells).amount.pathOf(Number(id)) })),
    ...read.credits.map(({ id, amount }) => ({ amount, path: (credits as PaymentCells).amount.pathOf(Number(id)) })),
  ]
  return cells.reduce((greatest, cell) => (size(cell.amount) > size(greatest.amount) ? cell : greatest)).path
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
