import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'

/** What an invoice comes to, or many together, in minor units with their signs. */
export interface Amounts {
  readonly paid: bigint
  readonly discountTaken: bigint
  readonly credited: bigint
  readonly open: bigint
  readonly overpaid: bigint
}

/** Sums of many invoices: float64 integers for as long as they are exact, and bigints of what went before. */
export interface ColumnTotals {
  exact: Amounts
  /** What no sum below exceeds in size. */
  bound: number
  paid: number
  discountTaken: number
  credited: number
  open: number
  overpaid: number
  /** How many payments and credits are dated after the day of the answer. */
  laterPayments: number
  laterCredits: number
}

const NOTHING = { bound: 0, paid: 0, discountTaken: 0, credited: 0, open: 0, overpaid: 0 }

/** Makes sums of nothing. */
export function createTotals(): ColumnTotals {
  return { exact: { paid: 0n, discountTaken: 0n, credited: 0n, open: 0n, overpaid: 0n }, ...NOTHING, laterPayments: 0, laterCredits: 0 }
}

/** Adds amounts, none of which exceeds `bound` in size. */
export function addToTotals(
  totals: ColumnTotals,
  bound: number,
  paid: number,
  discountTaken: number,
  credited: number,
  open: number,
  overpaid: number,
): void {
  if (totals.bound + bound >= EXACT_INTEGER_LIMIT) flush(totals)
  totals.bound += bound
  totals.paid += paid
  totals.discountTaken += discountTaken
  totals.credited += credited
  totals.open += open
  totals.overpaid += overpaid
}

/** Adds amounts of any size. */
export function addExactly(totals: ColumnTotals, { paid, discountTaken, credited, open, overpaid }: Amounts): void {
  const { exact } = totals
  totals.exact = {
    paid: exact.paid + paid,
    discountTaken: exact.discountTaken + discountTaken,
    credited: exact.credited + credited,
    open: exact.open + open,
    overpaid: exact.overpaid + overpaid,
  }
}

/** The sums of all that was added. */
export function sumsOf(totals: ColumnTotals): Amounts {
  flush(totals)
  return totals.exact
}

function flush(totals: ColumnTotals): void {
  const { paid, discountTaken, credited, open, overpaid } = totals
  addExactly(totals, {
    paid: BigInt(paid),
    discountTaken: BigInt(discountTaken),
    credited: BigInt(credited),
    open: BigInt(open),
    overpaid: BigInt(overpaid),
  })
  Object.assign(totals, NOTHING)
}
