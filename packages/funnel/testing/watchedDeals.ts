import { dayOf, formatDay } from '@clientele/core/days'
import fc from 'fast-check'
import type { WatchedDeal } from '../src/curves/types.js'

/** The last date that the deals below are looked at. */
export const AS_OF = '2024-12-31'

const FIRST = dayOf(2024, 1, 1)

/** The date so many days after 2024-01-01. */
export const dateOf = (day: number): string => formatDay(FIRST + day) as string

/** A deal that entered on 2024-01-01. */
export const watched = (deal: string | number, days: number, outcome: WatchedDeal['outcome'], from?: number): WatchedDeal => ({
  deal,
  entered: dateOf(0),
  left: dateOf(days),
  outcome,
  ...(from === undefined ? {} : { from: dateOf(from) }),
})

/** Known answer 10: eight deals, days and outcome. */
export const eightDeals: readonly WatchedDeal[] = [
  watched('a', 10, 'won'),
  watched('b', 20, 'lost'),
  watched('c', 20, 'open'),
  watched('d', 30, 'won'),
  watched('e', 40, 'lost'),
  watched('f', 50, 'open'),
  watched('g', 60, 'open'),
  watched('h', 60, 'won'),
]

const oneDeal = fc
  .record({
    entered: fc.integer({ min: 0, max: 400 }),
    days: fc.integer({ min: 0, max: 40 }),
    outcome: fc.constantFrom('won' as const, 'lost' as const, 'open' as const),
    isOpenEnded: fc.boolean(),
    late: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  })
  .map(({ entered, days, outcome, isOpenEnded, late }): Omit<WatchedDeal, 'deal'> => {
    const from = late === undefined ? {} : { from: dateOf(entered + Math.min(late, days)) }
    return { entered: dateOf(entered), ...(outcome === 'open' && isOpenEnded ? {} : { left: dateOf(entered + days) }), outcome, ...from }
  })

/** Deals of 2024 and a little later, some watched only from some day on. */
export const anyDeals: fc.Arbitrary<WatchedDeal[]> = fc
  .array(oneDeal, { maxLength: 30 })
  .map((deals) => deals.map((deal, index) => ({ deal: index, ...deal })))
