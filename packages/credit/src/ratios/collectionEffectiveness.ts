import { createIssue, throwIssues } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { nearestRatio } from './nearestRatio.js'
import { anyAmount, readFigures } from './readFigures.js'
import type { CollectionFigures } from './types.js'

/**
 * Tells how much was collected of what could be: `(opening + sales − closing) / (opening + sales − closingCurrent)`, the collection effectiveness
 * index.
 *
 * @param figures - `opening`, what was owed at the beginning of a period; `sales` on credit of that period; `closing`, what is owed at its end;
 * `closingCurrent`, what of that is not overdue, below opening + sales. All are of one currency and of any sign.
 * @returns A number: 0.98 is 98 %, 1 where nothing is overdue; exact but for one last rounding. One beyond every float64 is the greatest there is.
 * @throws {@link InputError} if a figure is not as stated, with every issue.
 * @see Credit Research Foundation, collection effectiveness index (V. Srinivasan).
 * @example
 * import { collectionEffectiveness } from '@clientele/credit'
 *
 * const figures = { opening: '100000', sales: '1000000', closing: '120000', closingCurrent: '100000' }
 * collectionEffectiveness(figures) //=> 0.98
 */
export function collectionEffectiveness(figures: CollectionFigures): number {
  const readers = { opening: anyAmount, sales: anyAmount, closing: anyAmount, closingCurrent: anyAmount }
  const { opening, sales, closing, closingCurrent } = readFigures(figures, readers)
  const collectable = opening.plus(sales)
  if (!closingCurrent.lt(collectable)) {
    const params = { bound: decimalText(collectable), actual: decimalText(closingCurrent) }
    throwIssues([createIssue('not-below', ['closingCurrent'], params)])
  }
  return nearestRatio(collectable.minus(closing), collectable.minus(closingCurrent))
}
