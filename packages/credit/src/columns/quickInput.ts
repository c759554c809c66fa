import type { InvoiceGroups } from './groupByInvoice.js'
import type { CreditCells, PaymentCells, Table } from './readTable.js'

/** What the quick loop reads: integers where they can be proven to be what the cells hold, and what it refuses where not. */
export interface QuickInput {
  readonly length: number
  /** Days since 1970-01-01. */
  readonly days: Int32Array
  /** Minor units. */
  readonly amounts: Float64Array
  readonly taxes: Float64Array | undefined
  readonly deliveryDays: Int32Array | undefined
  readonly payments: QuickRows | undefined
  readonly credits: QuickCredits | undefined
}

/** Payments, those of each invoice together. */
export interface QuickRows {
  /** Those of invoice `i` stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Int32Array
  readonly days: Int32Array
  readonly amounts: Float64Array
}

/** Credits, those of each invoice together. */
export interface QuickCredits extends QuickRows {
  /** Indexes into `creditTypes`, or `NO_TYPE`. */
  readonly types: Uint8Array
}

/** The quick loop's view of a table: its own columns where they are integers in the right order already. */
export function quickInput({ length, invoices, payments, credits }: Table): QuickInput {
  return {
    length,
    days: invoices.date.quick,
    amounts: invoices.amount.quick,
    taxes: invoices.tax?.quick,
    deliveryDays: invoices.deliveryDate?.quick,
    payments: payments === undefined ? undefined : quickRows(payments),
    credits: credits === undefined ? undefined : quickCredits(credits),
  }
}

function quickRows({ date, amount, groups }: PaymentCells): QuickRows {
  return {
    starts: groups.starts,
    days: gather(date.quick, groups, (length) => new Int32Array(length)),
    amounts: gather(amount.quick, groups, (length) => new Float64Array(length)),
  }
}

function quickCredits(credits: CreditCells): QuickCredits {
  return { ...quickRows(credits), types: gather(credits.type.quick, credits.groups, (length) => new Uint8Array(length)) }
}

/** A column with the cells of each invoice together. */
function gather<Column extends Int32Array | Float64Array | Uint8Array>(
  column: Column,
  { order }: InvoiceGroups,
  create: (length: number) => Column,
): Column {
  if (order === undefined) return column
  const gathered = create(order.length)
  for (let place = 0; place < order.length; place++) gathered[place] = column[order[place] as number] as number
  return gathered
}
