import { nearestRatio } from './nearestRatio.js'
import { aboveZero, anyAmount, readFigures } from './readFigures.js'
import type { TurnoverFigures } from './types.js'

/**
 * Tells how many times the sales of a period turn its receivables over: `sales / averageReceivables`.
 *
 * @param figures - `sales` on credit of a period, of any sign; `averageReceivables` of that period, above 0, in the same currency.
 * @returns A number of times, exact but for one last rounding; one beyond every float64 is the greatest there is.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see J. J. Weygandt et al., *Accounting Principles*, 2018, accounts receivable turnover.
 * @example
 * import { receivablesTurnover } from '@clientele/credit'
 *
 * receivablesTurnover({ sales: '10000000', averageReceivables: '1250000' }) //=> 8
 */
export function receivablesTurnover(figures: TurnoverFigures): number {
  const { sales, averageReceivables } = readFigures(figures, { sales: anyAmount, averageReceivables: aboveZero })
  return nearestRatio(sales, averageReceivables)
}
