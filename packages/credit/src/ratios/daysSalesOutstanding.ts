import { nearestRatio } from './nearestRatio.js'
import { aboveZero, anyAmount, readFigures, wholeDays } from './readFigures.js'
import type { SalesOutstandingFigures } from './types.js'

/**
 * Tells how many days' sales customers still owe: `receivables / sales × days`.
 *
 * @param figures - `receivables` at the end of a period, of any sign; `sales` on credit of that period, above 0, in the same currency; `days` of that
 * time, an integer of 1 or more.
 * @returns A number of days, exact but for one last rounding; one beyond every float64 is the greatest there is.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see E. F. Brigham & M. C. Ehrhardt, *Financial Management: Theory and Practice*, 2016, "Working Capital Management", days sales outstanding.
 * @example
 * import { daysSalesOutstanding } from '@clientele/credit'
 *
 * daysSalesOutstanding({ receivables: '1200000', sales: '10000000', days: 365 }) //=> 43.8
 */
export function daysSalesOutstanding(figures: SalesOutstandingFigures): number {
  const { receivables, sales, days } = readFigures(figures, { receivables: anyAmount, sales: aboveZero, days: wholeDays })
  return nearestRatio(receivables.times(days), sales)
}
