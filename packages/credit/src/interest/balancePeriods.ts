import type { ReadItem } from '../receivables/readOpenItem.js'

/** Days on end on which the same amount is overdue. */
export interface BalancePeriod {
  readonly from: number
  /** The last day. */
  readonly to: number
  /** Minor units, above 0. */
  readonly balance: bigint
}

/**
 * What is overdue of an item on which days, from the day after the due date to `asOf`; days on which nothing is owed are in no period. What
 * settles a part lowers the balance from the day after it.
 */
export function balancePeriods({ amount, due, applications }: ReadItem, asOf: number): BalancePeriod[] {
  const periods: BalancePeriod[] = []
  const settled = new Map<number, bigint>()
  let balance = amount
  for (const { day, settles } of applications) {
    if (day <= due) balance -= settles
    else if (day < asOf) settled.set(day, (settled.get(day) ?? 0n) + settles)
  }
  let from = due + 1
  const changes = [...settled].filter(([, settles]) => settles !== 0n)
  for (const [day, settles] of changes.sort(([a], [b]) => a - b)) {
    if (balance > 0n) periods.push({ from, to: day, balance })
    balance -= settles
    from = day + 1
  }
  if (balance > 0n && from <= asOf) periods.push({ from, to: asOf, balance })
  return periods
}
