import { nearestRatio } from './nearestRatio.js'
import { aboveZero, anyAmount, readFigures, wholeDays } from './readFigures.js'
import type { CurrentSalesFigures } from './types.js'

/**
 * Tells for how many days' sales customers would still owe if all paid when due: `current / sales × days`.
 *
 * @param figures - `current`, what is owed and not overdue at the end of a period, of any sign; `sales` on credit of that period, above 0, in the same
 * currency; `days` of that period, an integer of 1 or more.
 * @returns A number of days, exact but for one last rounding; one beyond every float64 is the greatest there is.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see J. G. Salek, *Accounts Receivable Management Best Practices*, 2005, best possible DSO.
 * @example
 * import { bestPossibleDaysSalesOutstanding } from '@clientele/credit'
 *
 * bestPossibleDaysSalesOutstanding({ current: '800000', sales: '10000000', days: 365 }) //=> 29.2
 */
export function bestPossibleDaysSalesOutstanding(figures: CurrentSalesFigures): number {
  const { current, sales, days } = readFigures(figures, { current: anyAmount, sales: aboveZero, days: wholeDays })
  return nearestRatio(current.times(days), sales)
}
