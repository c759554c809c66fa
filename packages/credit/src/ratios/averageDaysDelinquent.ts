import { nearestRatio } from './nearestRatio.js'
import { aboveZero, anyAmount, readFigures, wholeDays } from './readFigures.js'
import type { DelinquencyFigures } from './types.js'

/**
 * Tells by how many days customers pay too late on average: `(receivables − current) / sales × days`, which is {@link daysSalesOutstanding} less
 * {@link bestPossibleDaysSalesOutstanding}.
 *
 * @param figures - `receivables` at the end of a period and `current`, what of them is not overdue, of any sign; `sales` on credit of that period,
 * above 0, in the same currency; `days` of that period, an integer of 1 or more.
 * @returns A number of days, exact but for one last rounding; one beyond every float64 is the greatest there is.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see J. G. Salek, *Accounts Receivable Management Best Practices*, 2005, average days delinquent.
 * @example
 * import { averageDaysDelinquent } from '@clientele/credit'
 *
 * averageDaysDelinquent({ receivables: '1200000', current: '800000', sales: '10000000', days: 365 }) //=> 14.6
 */
export function averageDaysDelinquent(figures: DelinquencyFigures): number {
  const readers = { receivables: anyAmount, current: anyAmount, sales: aboveZero, days: wholeDays }
  const { receivables, current, sales, days } = readFigures(figures, readers)
  return nearestRatio(receivables.minus(current).times(days), sales)
}
