import type { Path } from '@clientele/core'
import type { InvoiceGroups } from './groupByInvoice.js'
import type { Cells } from './readCells.js'
import type { CreditCells, PaymentCells, Table } from './readTable.js'

/** One invoice of a table as the row form takes it, whatever its cells hold. */
export function caseOfRow({ invoices, payments, credits }: Table, row: number, currency: string): unknown {
  const { date, amount, tax, deliveryDate } = invoices
  return {
    invoice: {
      id: String(row),
      date: date.valueAt(row),
      amount: amount.valueAt(row),
      currency,
      tax: tax?.valueAt(row),
      deliveryDate: deliveryDate?.valueAt(row),
    },
    payments: payments === undefined ? [] : rowsOf(payments.groups, row).map((payment) => paymentAt(payments, payment, currency)),
    credits: credits === undefined ? [] : rowsOf(credits.groups, row).map((credit) => creditAt(credits, credit, currency)),
  }
}

/** One payment as the row form takes it. */
export function paymentAt({ date, amount }: PaymentCells, row: number, currency: string): { readonly [field: string]: unknown } {
  return { id: String(row), date: date.valueAt(row), amount: amount.valueAt(row), currency }
}

/** One credit as the row form takes it. */
export function creditAt(credits: CreditCells, row: number, currency: string): { readonly [field: string]: unknown } {
  return { ...paymentAt(credits, row, currency), type: credits.type.valueAt(row) }
}

/** Turns an issue's place in {@link caseOfRow} into its place in the columns; `startField` is the date that the terms count from. */
export function placeInColumns({ invoices, payments, credits }: Table, row: number, startField: 'date' | 'deliveryDate', path: Path): Path {
  const [part, ...place] = path
  if (part === 'terms') return pathOf(invoices, startField, row)
  if (part === 'invoice') return pathOf(invoices, place[0], row)
  const rows = (part === 'payments' ? payments : credits) as PaymentCells
  const [index, field] = place
  return pathOf(rows, field, rowAt(rows.groups, row, index as number))
}

/** The place of a field's cell. */
export function pathOf(cells: object, field: string | number | undefined, row: number): Path {
  const column = (cells as { readonly [field: string]: Cells })[field as string] as Cells
  return column.pathOf(row)
}

/** The rows of one invoice, in their order. */
function rowsOf(groups: InvoiceGroups, invoice: number): number[] {
  const length = (groups.starts[invoice + 1] as number) - (groups.starts[invoice] as number)
  return Array.from({ length }, (_, index) => rowAt(groups, invoice, index))
}

/** One of the rows of an invoice. */
function rowAt({ starts, order }: InvoiceGroups, invoice: number, index: number): number {
  const place = (starts[invoice] as number) + index
  return order?.[place] ?? place
}
