import { formatDay } from '@clientele/core/days'
import { lesser } from '../money/lesser.js'
import { moneyText } from '../money/moneyText.js'
import type { DiscountWindow } from '../terms/openWindows.js'
import { discountOfPart, type WindowOutcome } from './earnDiscounts.js'
import type { ReadPayment } from './readPayments.js'
import { type Settled, sum } from './settle.js'
import type { Application } from './types.js'

/** What one row settles, before it is written down. */
interface Applied {
  readonly row: ReadPayment
  readonly type: Application['type']
  readonly settles: bigint
}

const PLACE_ON_A_DAY = { 'credit-note': 0, payment: 1, discount: 1, 'write-off': 2 }

/** Says what each payment and credit settles: together, the amount less what is open. */
export function applyEach(settled: Settled): Application[] {
  const { under, creditNotes, payments, writeOffs, discountTaken } = settled
  const groups = [sum(creditNotes), discountTaken, sum(payments), sum(writeOffs)]
  const [forCreditNotes, , forPayments, forWriteOffs] = bounds(under.size, groups) as [bigint, bigint, bigint, bigint]
  const applied = [
    ...applyRows(creditNotes, 'credit-note', forCreditNotes),
    ...applyRows(payments, 'payment', forPayments),
    ...discountsOf(settled),
    ...applyRows(writeOffs, 'write-off', forWriteOffs),
  ]
  // The sort is stable, so a discount stays behind the payment that earned it.
  applied.sort((a, b) => a.row.day - b.row.day || PLACE_ON_A_DAY[a.type] - PLACE_ON_A_DAY[b.type] || compareIds(a.row.id, b.row.id))
  const money = (amount: bigint): string => moneyText(amount * under.sign, under.invoice.digits)
  return applied.map(({ row, type, settles }) => ({
    payment: row.id,
    date: formatDay(row.day) as string,
    type,
    amount: money(type === 'discount' ? settles : row.amount),
    settles: money(settles),
  }))
}

function compareIds(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** How much each group may settle at most: earlier groups come first, and what a negative one takes back is there for the others. */
function bounds(size: bigint, groups: readonly bigint[]): bigint[] {
  let left = groups.reduce((total, group) => (group < 0n ? total - group : total), size)
  return groups.map((group) => {
    const bound = left
    if (group > 0n) left -= lesser(group, bound)
    return bound
  })
}

/** Each row settles what it adds to the sum so far, as far as the bound goes. */
function applyRows(rows: readonly ReadPayment[], type: Application['type'], bound: bigint): Applied[] {
  let total = 0n
  return rows.map((row) => {
    const before = lesser(total, bound)
    total += row.amount
    return { row, type, settles: lesser(total, bound) - before }
  })
}

function discountsOf({ payments, outcomes, isProRata }: Settled): Applied[] {
  return outcomes.flatMap((outcome, index) => {
    if (outcome.discount === 0n) return []
    return isProRata ? discountOfEach(payments, outcome, outcomes[index - 1]?.window) : discountOfOne(payments, outcome)
  })
}

/** Under pro rata, each payment in a window has the discount that it adds to the window's. */
function discountOfEach(
  payments: readonly ReadPayment[],
  { window, open, payable, paid, paidBefore }: WindowOutcome,
  previous: DiscountWindow | undefined,
): Applied[] {
  let total = 0n
  let discount = 0n
  const applied: Applied[] = []
  for (const row of payments) {
    total += row.amount
    if (row.day > window.to || (previous !== undefined && row.day <= previous.to)) continue
    const now = discountOfPart(window, open, payable, lesser(total - paidBefore, paid))
    if (now !== discount) applied.push({ row, type: 'discount', settles: now - discount })
    discount = now
  }
  return applied
}

/** Full by window, the discount comes with the payment that reached the payable for good. */
function discountOfOne(payments: readonly ReadPayment[], { window, payable, discount }: WindowOutcome): Applied[] {
  let total = 0n
  let reached: ReadPayment | undefined
  for (const row of payments.filter(({ day }) => day <= window.to)) {
    const isShort = total <= 0n || total < payable
    total += row.amount
    if (isShort && total >= payable) reached = row
  }
  return [{ row: reached as ReadPayment, type: 'discount', settles: discount }]
}
