import type { PreparedScorecard } from '../scorecard/prepared.js'
import { type Fraction, numberOf } from './fraction.js'
import { type ScaledPair, tieOf } from './holdingInterval.js'
import type { ScaledBook } from './scaleCandidates.js'
import type { Dominance, PairTie } from './types.js'

/** Every two candidates, in the order of the ranking. */
export function pairsOf({ candidates }: ScaledBook): ScaledPair[] {
  return candidates.flatMap((higher, index) => candidates.slice(index + 1).map((lower): ScaledPair => [higher, lower]))
}

/** At which weight of each criterion two candidates tie. */
export function tiesOf(pair: ScaledPair, { criteria }: PreparedScorecard, book: ScaledBook): PairTie[] {
  const [higher, lower] = pair
  return criteria.map(({ id }, index) => {
    const tie = tieOf(pair, index, book) ?? tieAlways(pair, index, book)
    const tiesAt = tie === undefined || tie.dividend < 0n ? null : numberOf(tie)
    return { higher: higher.id, lower: lower.id, criterion: id, tiesAt }
  })
}

/** The present weight, where two candidates tie at every weight. */
function tieAlways([higher, lower]: ScaledPair, criterion: number, { weights, weightUnit }: ScaledBook): Fraction | undefined {
  return higher.total === lower.total ? { dividend: weights[criterion] as bigint, divisor: weightUnit } : undefined
}

/** Which of two candidates dominates the other: as good everywhere, better somewhere. */
export function dominanceOf([first, second]: ScaledPair): Dominance[] {
  const signs = first.counted.map((value, index) => signOf(value - (second.counted[index] as bigint)))
  if (signs.every((sign) => sign === 0)) return []
  if (signs.every((sign) => sign >= 0)) return [{ better: first.id, worse: second.id, strict: !signs.includes(0) }]
  if (signs.every((sign) => sign <= 0)) return [{ better: second.id, worse: first.id, strict: !signs.includes(0) }]
  return []
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value === 0n ? 0 : value > 0n ? 1 : -1
}
