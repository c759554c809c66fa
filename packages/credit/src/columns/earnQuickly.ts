import { multiplyAndDivide } from './divideUnits.js'
import type { FewPayments } from './fewPayments.js'
import { type QuickInvoice, type QuickTerms, quickPayable } from './quickTerms.js'

/** The discount that one payment earns, as `earnDiscounts` has it: in the first window that is not over. */
export function earnByOne(terms: QuickTerms, invoice: QuickInvoice, day: number, paid: number): number {
  const { withinDays } = terms
  const { start, base } = invoice
  if (paid <= 0) return 0
  let window = 0
  while (window < withinDays.length && start + (withinDays[window] as number) < day) window++
  if (window === withinDays.length) return 0
  const payable = quickPayable(terms, window, base, invoice)
  if (paid >= payable) return base - payable
  // Later windows ask for no less, and count this payment as one of before.
  return terms.isProRata ? multiplyAndDivide(paid, base, payable, invoice.rounding) - paid : 0
}

/** The discounts that several payments earn, as `earnDiscounts` has them. */
export function earnBySeveral(terms: QuickTerms, invoice: QuickInvoice, payments: FewPayments): number {
  const { kept } = payments
  findKept(terms, invoice.start, payments)
  let open = invoice.base
  let before = 0
  let discount = 0
  for (let window = 0; window < kept.length; window++) {
    const paid = (kept[window] as number) - before
    if (paid <= 0) continue
    const payable = quickPayable(terms, window, open, invoice)
    if (paid >= payable) return discount + open - payable
    if (!terms.isProRata) continue
    const settled = multiplyAndDivide(paid, open, payable, invoice.rounding)
    discount += settled - paid
    open -= settled
    before += paid
  }
  return discount
}

/** The lowest sum of all payments from each window's last day on, 0 at least. */
function findKept({ withinDays }: QuickTerms, start: number, { days, amounts, kept, count, sum }: FewPayments): void {
  let next = count
  let total = sum
  let lowest = Infinity
  for (let window = kept.length - 1; window >= 0; window--) {
    const to = start + (withinDays[window] as number)
    for (; next > 0 && (days[next - 1] as number) > to; next--) {
      const isEndOfDay = next === count || days[next] !== days[next - 1]
      if (isEndOfDay && total < lowest) lowest = total
      total -= amounts[next - 1] as number
    }
    const least = Math.min(total, lowest)
    kept[window] = Math.max(least, 0)
  }
}
