import { earnDiscounts, sumDiscounts } from './earnDiscounts.js'
import type { ReadPayment } from './readPayments.js'
import type { Settled } from './settle.js'

/** What settles the invoice if paid next, while it is open and not overdue: with a discount where one still makes it less. */
export function nextPayment(settled: Settled): { readonly by: number; readonly payable: bigint } | undefined {
  const { under, asOf, outcomes, open } = settled
  if (open === 0n || asOf > under.due) return undefined
  const next = outcomes.find(({ window, payable, paid }) => window.to >= asOf && !(paid > 0n && paid >= payable))
  const first = next?.window.to ?? under.due
  const inFirst = { by: first, payable: closingPayment(settled, first) }
  if (inFirst.payable < open) return inFirst
  // Without a gain there is time until the due day, if what is enough then is enough now.
  const byDue = { by: under.due, payable: closingPayment(settled, under.due) }
  return restAfterPayment(settled, asOf)(byDue.payable) > 0n ? inFirst : byDue
}

/**
 * Finds the least payment that closes an open invoice if it is made on a day, with the discount that it earns on that day. It takes O(n) for n
 * payments, unless write-offs, money given back on the very day or later payments stand in the way: then O(n log open).
 *
 * The more is paid, the less is open. So what paying all that is open would overpay, because it earns a discount, is left away; where that is
 * too much or too little, the least is found by halves. Where later payments were rounded pro rata, one before them may lower their discount by a
 * unit or a cash step: then more closes the invoice than was open, but never more than was open and the discount together.
 */
export function closingPayment(settled: Settled, day: number): bigint {
  const { open, discountTaken } = settled
  const restAfter = restAfterPayment(settled, day)
  const overpaid = -restAfter(open)
  if (overpaid === 0n) return restAfter(open - 1n) > 0n ? open : leastEnough(restAfter, 0n, open)
  if (overpaid < 0n) return leastEnough(restAfter, open, open + discountTaken)
  const near = open - overpaid
  if (restAfter(near) > 0n) return leastEnough(restAfter, near, open)
  return restAfter(near - 1n) > 0n ? near : leastEnough(restAfter, 0n, near)
}

/** The least amount that leaves nothing open, between one that is too little and one that is enough. */
function leastEnough(restAfter: (amount: bigint) => bigint, tooLittle: bigint, enough: bigint): bigint {
  let [low, high] = [tooLittle, enough]
  while (high - low > 1n) {
    const middle = (high + low) / 2n
    if (restAfter(middle) > 0n) low = middle
    else high = middle
  }
  return high
}

/** What one more payment on a day would leave open of an open invoice; below 0 where it overpays. */
function restAfterPayment({ open, under, base, payments, isProRata, discountTaken }: Settled, day: number): (amount: bigint) => bigint {
  const before = payments.filter((payment) => payment.day <= day)
  const after = payments.filter((payment) => payment.day > day)
  const rest = open + discountTaken
  return (amount) => {
    const added: ReadPayment = { id: '', day, amount }
    return rest - amount - sumDiscounts(earnDiscounts(base, under.windows, [...before, added, ...after], isProRata))
  }
}
