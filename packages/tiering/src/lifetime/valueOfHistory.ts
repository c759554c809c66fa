import { chanceAlive } from './chanceAlive.js'
import type { PurchasesAhead } from './purchasesAhead.js'
import type { ReadHistory } from './readHistory.js'
import { spendExpected } from './spendExpected.js'
import type { LifetimeModels, LifetimeValue } from './types.js'

type HistoryValue = Pick<LifetimeValue, 'value' | 'expectedPurchases' | 'discountedPurchases' | 'expectedSpend' | 'probabilityAlive'>

/** What a customer will bring in, of whom it is known what is ahead if alive. */
export function valueOfHistory(history: ReadHistory, { purchases, spend }: LifetimeModels, ahead: PurchasesAhead, marginRate: number): HistoryValue {
  const probabilityAlive = chanceAlive(history, purchases)
  const discountedPurchases = probabilityAlive * ahead.discounted
  const expectedSpend = spendExpected(history, spend)
  return {
    // Of a margin of 0 nothing is left, of either sign.
    value: marginRate * expectedSpend * discountedPurchases + 0,
    expectedPurchases: probabilityAlive * ahead.expected,
    discountedPurchases,
    expectedSpend,
    probabilityAlive,
  }
}
