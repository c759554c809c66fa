import { compareFractions, type Fraction, numberOf } from './fraction.js'
import type { ScaledBook, ScaledCandidate } from './scaleCandidates.js'
import type { CandidatePair, WeightInterval } from './types.js'

/** Two candidates, the one with the higher total (or the same) first. */
export type ScaledPair = readonly [higher: ScaledCandidate, lower: ScaledCandidate]

/**
 * The weight of one criterion at which two candidates tie, undefined where they tie at none, or always.
 *
 * With D the difference of the totals and d that of what the criterion counts, the difference at weight t is D + (t − w)·d, which is 0
 * at t = w − D ÷ d.
 */
export function tieOf([higher, lower]: ScaledPair, criterion: number, { weights, weightUnit }: ScaledBook): Fraction | undefined {
  const slope = (higher.counted[criterion] as bigint) - (lower.counted[criterion] as bigint)
  if (slope === 0n) return undefined
  const dividend = (weights[criterion] as bigint) * slope - (higher.total - lower.total)
  const divisor = slope * weightUnit
  return divisor < 0n ? { dividend: -dividend, divisor: -divisor } : { dividend, divisor }
}

/** A bound of an interval, and who ties there. */
interface Bound {
  readonly at: Fraction
  readonly tied: ScaledPair[]
}

/** The weights of one criterion, 0 or more, for which none of the pairs changes places. */
export function holdingInterval(pairs: readonly ScaledPair[], criterion: number, book: ScaledBook): WeightInterval {
  let lower: Bound | undefined
  let upper: Bound | undefined
  for (const pair of pairs) {
    const at = tieOf(pair, criterion, book)
    if (at === undefined) continue
    const [first, second] = pair
    const falls = (first.counted[criterion] as bigint) < (second.counted[criterion] as bigint)
    if (falls) upper = closerBound(upper, at, pair, -1)
    else if (at.dividend >= 0n) lower = closerBound(lower, at, pair, 1)
    if (first.total === second.total) {
      // A tie that one weight breaks is broken both ways.
      if (falls) lower = closerBound(lower, at, pair, 1)
      else upper = closerBound(upper, at, pair, -1)
    }
  }
  return {
    from: lower === undefined ? 0 : numberOf(lower.at),
    to: upper === undefined ? null : numberOf(upper.at),
    tiedAtFrom: namePairs(lower),
    tiedAtTo: namePairs(upper),
  }
}

/** Of two bounds the one that leaves less room: the greater lower bound (`sign` 1), or the lesser upper bound (−1). */
function closerBound(bound: Bound | undefined, at: Fraction, pair: ScaledPair, sign: 1 | -1): Bound {
  const order = bound === undefined ? 1 : compareFractions(at, bound.at) * sign
  if (bound === undefined || order > 0) return { at, tied: [pair] }
  if (order === 0) bound.tied.push(pair)
  return bound
}

function namePairs(bound: Bound | undefined): CandidatePair[] {
  return (bound?.tied ?? []).map(([higher, lower]) => ({ higher: higher.id, lower: lower.id }))
}
