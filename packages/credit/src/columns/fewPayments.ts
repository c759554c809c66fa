import { CREDIT_NOTE, NO_TYPE } from './creditTypes.js'
import { isPlain } from './isPlain.js'
import type { QuickCredits, QuickRows } from './quickInput.js'

/** More payments of one invoice than this are left to the exact code, which sorts them better. */
const FEW = 64

/** The payments of one invoice up to the day of the answer, in sizes; made once, and filled for one invoice after the other. */
export interface FewPayments {
  /** By date. */
  readonly days: Int32Array
  readonly amounts: Float64Array
  /** What was paid by the end of each window and not given back. */
  readonly kept: Float64Array
  count: number
  sum: number
  /** The sum of what each is without its sign. */
  bound: number
  /** How many are dated later. */
  later: number
}

/** The credits of one invoice up to the day of the answer, in sizes. */
export interface CreditSums {
  notes: number
  credited: number
  bound: number
  later: number
}

/** Makes the scratch space for the payments of one invoice under terms of so many windows. */
export function createFewPayments(windows: number): FewPayments {
  return { days: new Int32Array(FEW), amounts: new Float64Array(FEW), kept: new Float64Array(windows), count: 0, sum: 0, bound: 0, later: 0 }
}

/** Fills in the payments of an invoice, or returns false where they are not as plain as most are. */
export function fillPayments(payments: FewPayments, rows: QuickRows, invoice: number, sign: number, asOf: number): boolean {
  const end = rows.starts[invoice + 1] as number
  let place = rows.starts[invoice] as number
  if (end - place > FEW) return false
  payments.count = 0
  payments.sum = 0
  payments.bound = 0
  payments.later = 0
  for (; place < end; place++) {
    const day = rows.days[place] as number
    const amount = rows.amounts[place] as number
    if (!isPlain(day, amount)) return false
    if (day > asOf) payments.later += 1
    else insert(payments, day, amount * sign)
  }
  return true
}

/** Puts a payment in its place by date. */
function insert(payments: FewPayments, day: number, amount: number): void {
  const { days, amounts } = payments
  let place = payments.count
  for (; place > 0 && (days[place - 1] as number) > day; place--) {
    days[place] = days[place - 1] as number
    amounts[place] = amounts[place - 1] as number
  }
  days[place] = day
  amounts[place] = amount
  payments.count += 1
  payments.sum += amount
  payments.bound += Math.abs(amount)
}

/** Adds up the credits of an invoice, or returns false where they are not as plain as most are. */
export function sumCredits(sums: CreditSums, credits: QuickCredits, invoice: number, sign: number, asOf: number): boolean {
  const end = credits.starts[invoice + 1] as number
  sums.notes = 0
  sums.credited = 0
  sums.bound = 0
  sums.later = 0
  for (let place = credits.starts[invoice] as number; place < end; place++) {
    const day = credits.days[place] as number
    const amount = credits.amounts[place] as number
    const type = credits.types[place]
    if (!isPlain(day, amount) || type === NO_TYPE) return false
    if (day > asOf) {
      sums.later += 1
      continue
    }
    sums.credited += amount * sign
    if (type === CREDIT_NOTE) sums.notes += amount * sign
    sums.bound += Math.abs(amount)
  }
  return true
}
