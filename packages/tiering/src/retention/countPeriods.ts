import { calendarPeriod } from './calendarPeriods.js'
import type { Buyers } from './readBuyers.js'
import type { PeriodRetention } from './types.js'

/** Counts who bought in each period beside the one before. It takes O(n) for n pairs of a customer and a period. */
export function countPeriods({ byPeriod, first, basis }: Buyers): PeriodRetention[] {
  const last = new Map<string, number>()
  return byPeriod.map((buyers, index) => {
    let [retained, reactivated] = [0, 0]
    for (const customer of buyers) {
      const bought = last.get(customer)
      if (bought === index - 1) retained += 1
      else if (bought !== undefined) reactivated += 1
      last.set(customer, index)
    }
    const [active, before] = [buyers.size, byPeriod[index - 1]?.size ?? 0]
    const lost = before - retained
    return {
      ...calendarPeriod(first + index, basis),
      active,
      before,
      retained,
      lost,
      reactivated,
      new: active - retained - reactivated,
      ...ratesOf(retained, lost),
    }
  })
}

/** Both rates of a period, or of several. */
export function ratesOf(retained: number, lost: number): Pick<PeriodRetention, 'retentionRate' | 'churnRate'> {
  const before = retained + lost
  return before === 0 ? { retentionRate: null, churnRate: null } : { retentionRate: retained / before, churnRate: lost / before }
}
