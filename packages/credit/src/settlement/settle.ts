import type { InvoiceUnderTerms } from '../terms/openWindows.js'
import { earnDiscounts, sumDiscounts, type WindowOutcome } from './earnDiscounts.js'
import type { ReadCase } from './readCase.js'
import type { ReadCredit, ReadPayment } from './readPayments.js'
import type { SettlementStatus } from './types.js'

/** An invoice settled up to a day. Amounts are sizes, turned round with the invoice's sign. */
export interface Settled {
  readonly under: InvoiceUnderTerms
  readonly asOf: number
  readonly isProRata: boolean
  /** Payments up to the day of the answer, by date, and on a day by id. */
  readonly payments: readonly ReadPayment[]
  readonly creditNotes: readonly ReadCredit[]
  readonly writeOffs: readonly ReadCredit[]
  /** What discounts are taken off. */
  readonly base: bigint
  readonly outcomes: readonly WindowOutcome[]
  readonly paid: bigint
  readonly discountTaken: bigint
  readonly credited: bigint
  readonly open: bigint
  readonly overpaid: bigint
  readonly status: SettlementStatus
}

/** Settles an invoice with what was paid and credited up to a day. */
export function settle({ payments, credits }: ReadCase, under: InvoiceUnderTerms, isProRata: boolean, asOf: number): Settled {
  const { size, sign, windows, due } = under
  const counted = countedBy(payments, asOf, sign)
  const countedCredits = countedBy(credits, asOf, sign)
  const creditNotes = countedCredits.filter(({ type }) => type === 'credit-note')
  const writeOffs = countedCredits.filter(({ type }) => type === 'write-off')
  const left = size - sum(creditNotes)
  const base = left > 0n ? left : 0n
  const outcomes = earnDiscounts(base, windows, counted, isProRata)
  const paid = sum(counted)
  const discountTaken = sumDiscounts(outcomes)
  const rest = left - sum(writeOffs) - paid - discountTaken
  const open = rest > 0n ? rest : 0n
  const overpaid = open - rest
  const status = open > 0n ? (asOf > due ? 'overdue' : 'open') : overpaid > 0n ? 'overpaid' : 'paid'
  return {
    under,
    asOf,
    isProRata,
    payments: counted,
    creditNotes,
    writeOffs,
    base,
    outcomes,
    paid,
    discountTaken,
    credited: sum(countedCredits),
    open,
    overpaid,
    status,
  }
}

function countedBy<Row extends ReadPayment>(rows: readonly Row[], asOf: number, sign: bigint): Row[] {
  const counted = rows.filter(({ day }) => day <= asOf).map((row) => ({ ...row, amount: row.amount * sign }))
  return counted.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
}

/** Adds up amounts. */
export function sum(rows: readonly { readonly amount: bigint }[]): bigint {
  return rows.reduce((total, { amount }) => total + amount, 0n)
}
