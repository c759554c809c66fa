import { deviationsFromMean, isConstant } from '../numbers/deviations.js'
import type { Units } from '../numbers/inUnits.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import type { UnweightedTable } from '../tables/types.js'
import { readShares } from './readShares.js'
import type { EntropyWeights } from './types.js'
import { weighColumns } from './weighColumns.js'

/** Below this deviation from the mean, as a share of it, the terms of the series shrink fast. */
const SMALL = 0.25

/**
 * Finds weights from the values themselves: a criterion weighs in proportion to how far its values are from being shared out evenly,
 * by Shannon's entropy.
 *
 * With p a value's share of its column of n, the entropy is −Σ p ln p ÷ ln n, where 0 ln 0 is 0, and the weights are in proportion to
 * 1 − entropy. Units do not matter, nor do the criteria's directions and own weights.
 *
 * @param table - Alternatives by criteria; no value is below 0.
 * @returns The weights in the order of the criteria, which add up to 1, with entropy and divergence behind each. A criterion of equal
 * values weighs 0; where nothing differs, all weigh the same; a diagnosis says so.
 * @throws {@link InputError} if the table is wrong, or a value is below 0.
 * @see C. E. Shannon, "A mathematical theory of communication", 1948; C. L. Hwang and K. Yoon, "Multiple Attribute Decision Making", 1981;
 * Z. Zou, Y. Yun and J. Sun, "Entropy method for determination of weight of evaluating indicators", 2006.
 * @example
 * import { entropyWeights } from '@clientele/scoring'
 *
 * const { weights } = entropyWeights({
 *   alternatives: ['A', 'B'],
 *   criteria: [{ id: 'demand' }, { id: 'distance', direction: 'cost' }],
 *   values: [[1, 2], [4, 16]],
 * })
 * weights.map((weight) => Math.round(weight * 1000) / 1000) //=> [0.359, 0.641]
 */
export function entropyWeights(table: UnweightedTable): EntropyWeights {
  const measure = ({ units }: Units) => {
    const divergence = divergenceOf(units)
    return { entropy: 1 - divergence, divergence }
  }
  return { method: 'entropy', ...weighColumns(readShares(table), measure, ({ divergence }) => divergence) }
}

/**
 * 1 − entropy. With values of r × their mean it is Σ (r ln r − r + 1) ÷ (n ln n), as the r − 1 add up to 0: every part is 0 or more, so
 * nothing cancels, however even the shares are.
 */
function divergenceOf(values: readonly number[]): number {
  if (isConstant(values)) return 0
  const { mean, deviations } = deviationsFromMean(values)
  const parts = deviations.map((deviation, index) => excessOf((values[index] as number) / mean, deviation / mean))
  return Math.min(1, sumPrecisely(parts) / (values.length * Math.log(values.length)))
}

/** r ln r − r + 1 for r = 1 + d; near r = 1 by its series d²/2 − d³/6 + d⁴/12 − …, which does not cancel. */
function excessOf(ratio: number, deviation: number): number {
  if (ratio === 0) return 1
  if (Math.abs(deviation) >= SMALL) return ratio * Math.log(ratio) - ratio + 1
  let sum = 0
  let power = deviation * deviation
  for (let degree = 2; sum + power !== sum; degree += 1) {
    sum += power / (degree * (degree - 1))
    power *= -deviation
  }
  return sum
}
