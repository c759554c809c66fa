import { lesser } from '../money/lesser.js'
import type { DiscountWindow } from '../terms/openWindows.js'
import type { ReadPayment } from './readPayments.js'

/** What came of one window of a discount. Amounts are sizes, 0 or more. */
export interface WindowOutcome {
  readonly window: DiscountWindow
  /** What was open, of the discount's base, when the window's own payments began. */
  readonly open: bigint
  /** What settles that in this window. */
  readonly payable: bigint
  /** What counts as paid in this window: all payments by its end (full by window), or those since the window before (pro rata). */
  readonly paid: bigint
  /** How much of the payments had been counted before. */
  readonly paidBefore: bigint
  /** The discount that was earned. */
  readonly discount: bigint
}

/**
 * Finds which discounts were earned. What counts as paid by a window's end is what was paid by then and not given back afterwards: the
 * lowest sum of all payments from the window's last day to the day of the answer.
 *
 * @param base - What discounts are taken off: the amount less credit notes, 0 or more.
 * @param payments - Payments up to the day of the answer, by date.
 */
export function earnDiscounts(
  base: bigint,
  windows: readonly DiscountWindow[],
  payments: readonly ReadPayment[],
  isProRata: boolean,
): readonly WindowOutcome[] {
  const kept = keptByEnd(windows, payments)
  return isProRata ? earnProRata(base, windows, kept) : earnByWindow(base, windows, kept)
}

/** Adds up the discounts that were earned. */
export function sumDiscounts(outcomes: readonly WindowOutcome[]): bigint {
  return outcomes.reduce((total, { discount }) => total + discount, 0n)
}

/** What was paid by the end of each window and not given back; never below 0, and never less than for an earlier window. */
function keptByEnd(windows: readonly DiscountWindow[], payments: readonly ReadPayment[]): bigint[] {
  const days = sumByDay(payments)
  let next = days.length
  let lowestLater: bigint | undefined
  const kept: bigint[] = []
  for (const { to } of [...windows].reverse()) {
    while (next > 0 && (days[next - 1] as DaySum).day > to) {
      next -= 1
      const { sum } = days[next] as DaySum
      lowestLater = lesser(sum, lowestLater ?? sum)
    }
    const sum = next > 0 ? (days[next - 1] as DaySum).sum : 0n
    const lowest = lesser(sum, lowestLater ?? sum)
    kept.push(lowest > 0n ? lowest : 0n)
  }
  return kept.reverse()
}

/** All that was paid up to the end of a day. */
interface DaySum {
  readonly day: number
  readonly sum: bigint
}

/** Adds up payments, which come by date, to the end of each day that has any. */
export function sumByDay(payments: readonly ReadPayment[]): DaySum[] {
  const days: DaySum[] = []
  let sum = 0n
  for (const { day, amount } of payments) {
    sum += amount
    if (days.at(-1)?.day === day) days.pop()
    days.push({ day, sum })
  }
  return days
}

/** The first window whose payable was paid by its end earns its discount, and no other does. */
function earnByWindow(base: bigint, windows: readonly DiscountWindow[], kept: readonly bigint[]): readonly WindowOutcome[] {
  const outcomes: WindowOutcome[] = []
  for (const [index, window] of windows.entries()) {
    const paid = kept[index] as bigint
    const payable = window.payable(base)
    const isEarned = paid > 0n && paid >= payable
    outcomes.push({ window, open: base, payable, paid, paidBefore: 0n, discount: isEarned ? base - payable : 0n })
    if (isEarned) break
  }
  return outcomes
}

/** In each window, what is paid settles what is open in the proportion in which the payable settles all of it. */
function earnProRata(base: bigint, windows: readonly DiscountWindow[], kept: readonly bigint[]): readonly WindowOutcome[] {
  const outcomes: WindowOutcome[] = []
  let open = base
  let paidBefore = 0n
  for (const [index, window] of windows.entries()) {
    const paid = (kept[index] as bigint) - paidBefore
    const payable = window.payable(open)
    const discount = discountOfPart(window, open, payable, paid)
    outcomes.push({ window, open, payable, paid, paidBefore, discount })
    open -= lesser(paid, payable) + discount
    if (open === 0n) break
    paidBefore += paid
  }
  return outcomes
}

/** The discount that comes with the first `paid` of a window: paid × open / payable is settled, rounded as the terms say, less `paid` itself. */
export function discountOfPart(window: DiscountWindow, open: bigint, payable: bigint, paid: bigint): bigint {
  if (paid <= 0n) return 0n
  return paid >= payable ? open - payable : window.settledBy(paid, open, payable) - paid
}
