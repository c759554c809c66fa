import { LAST_DAY } from '@clientele/core/days'
import type { SettlementStatus } from '../settlement/types.js'
import { lastOfMonth } from '../terms/openWindows.js'
import { addToTotals, type ColumnTotals } from './columnTotals.js'
import { earnByOne, earnBySeveral } from './earnQuickly.js'
import { type CreditSums, type FewPayments, fillPayments, sumCredits } from './fewPayments.js'
import { isDay, isPlain } from './isPlain.js'
import type { QuickInput } from './quickInput.js'
import type { QuickInvoice, QuickTerms } from './quickTerms.js'

/** The columns of the answer, and their sums. */
export interface QuickOutput {
  readonly due: Float64Array
  readonly status: Uint8Array
  readonly paid: Float64Array
  readonly discountTaken: Float64Array
  readonly credited: Float64Array
  readonly open: Float64Array
  readonly overpaid: Float64Array
  readonly totals: ColumnTotals
}

/** The columns of amounts. */
export const amountFields = ['paid', 'discountTaken', 'credited', 'open', 'overpaid'] as const

/** What the numbers in the column of statuses stand for. */
export const statuses: readonly SettlementStatus[] = ['open', 'overdue', 'paid', 'overpaid']
const OPEN = 0
const OVERDUE = 1
const PAID = 2
const OVERPAID = 3

/** All that the quick loop works with. */
export interface QuickRun {
  readonly input: QuickInput
  readonly terms: QuickTerms
  readonly asOf: number
  readonly output: QuickOutput
  readonly several: FewPayments
}

/** Settles invoices in float64 integers; returns the first row that is not as plain as most are, or the number of rows. */
export function settleRows({ input, terms, asOf, output, several }: QuickRun, from: number): number {
  const { length, amounts, taxes, payments, credits } = input
  const { totals } = output
  const invoice: QuickInvoice = { start: 0, size: 0, net: 0, base: 0, rounding: terms.rounding }
  const credit: CreditSums = { notes: 0, credited: 0, bound: 0, later: 0 }
  for (let row = from; row < length; row++) {
    const amount = amounts[row] as number
    const sign = amount < 0 ? -1 : 1
    const size = amount * sign
    const start = startOf(input, terms, row)
    const due = start + terms.netDays
    const tax = taxes === undefined ? 0 : (taxes[row] as number) * sign
    // What is NaN fails here too.
    if (!(due <= LAST_DAY && tax >= 0 && tax <= size && Math.floor(size) === size && Math.floor(tax) === tax)) return row
    if (credits !== undefined && !sumCredits(credit, credits, row, sign, asOf)) return row
    const left = size - credit.notes
    let bound = size + credit.bound
    let paid = 0
    let discount = 0
    let later = 0
    invoice.start = start
    invoice.size = size
    invoice.net = size - tax
    invoice.base = Math.max(left, 0)
    invoice.rounding = amount < 0 ? terms.mirrored : terms.rounding
    const first = payments === undefined ? 0 : (payments.starts[row] as number)
    const count = payments === undefined ? 0 : (payments.starts[row + 1] as number) - first
    if (payments !== undefined && count === 1) {
      const day = payments.days[first] as number
      const units = payments.amounts[first] as number
      if (!isPlain(day, units)) return row
      if (day <= asOf) {
        paid = units * sign
        bound += Math.abs(units)
        discount = earnByOne(terms, invoice, day, paid)
      } else later = 1
    } else if (payments !== undefined && count > 1) {
      if (!fillPayments(several, payments, row, sign, asOf)) return row
      paid = several.sum
      bound += several.bound
      discount = earnBySeveral(terms, invoice, several)
      later = several.later
    }
    if (!(bound < terms.limit)) return row
    const rest = left - (credit.credited - credit.notes) - paid - discount
    const open = Math.max(rest, 0)
    const overpaid = open - rest
    output.due[row] = due
    output.status[row] = open > 0 ? (asOf > due ? OVERDUE : OPEN) : overpaid > 0 ? OVERPAID : PAID
    // Of a nil amount, times -1, adding 0 makes 0 again.
    output.paid[row] = paid * sign + 0
    output.discountTaken[row] = discount * sign + 0
    output.credited[row] = credit.credited * sign + 0
    output.open[row] = open * sign + 0
    output.overpaid[row] = overpaid * sign + 0
    totals.laterPayments += later
    totals.laterCredits += credit.later
    addToTotals(totals, bound, paid * sign, discount * sign, credit.credited * sign, open * sign, overpaid * sign)
  }
  return length
}

/** Day 0 of the terms, or NaN where a date is none. */
function startOf({ days, deliveryDays }: QuickInput, { start }: QuickTerms, row: number): number {
  const day = days[row] as number
  const deliveryDay = deliveryDays === undefined ? day : (deliveryDays[row] as number)
  if (!(isDay(day) && isDay(deliveryDay))) return Number.NaN
  if (start === 'end-of-month') return lastOfMonth(day)
  return start === 'delivery-date' ? deliveryDay : day
}
