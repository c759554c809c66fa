import { Decimal } from '@clientele/core/decimal'
import type { WonDeal } from './gatherDeals.js'

/** What deals of which no amount is known may be worth: as much as any that was won, all with equal chance. */
export interface AmountPool {
  readonly amounts: readonly Decimal[]
  /** Rounded to 12 decimal places; 0 where there are none. */
  readonly mean: Decimal
}

const PLACES = 12

/** The amounts of won deals. */
export function poolAmounts(won: readonly WonDeal[]): AmountPool {
  const amounts = won.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const sum = amounts.reduce((total, amount) => total.plus(amount), new Decimal(0))
  return { amounts, mean: amounts.length === 0 ? sum : sum.div(amounts.length).toDecimalPlaces(PLACES) }
}
