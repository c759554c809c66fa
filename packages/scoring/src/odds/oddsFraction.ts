import { type Decimal, ratio } from '@clientele/core/decimal'
import type { OutcomeCounts } from './types.js'

/** Odds as an exact fraction, won : lost, both above 0. */
export interface Odds {
  readonly won: Decimal
  readonly lost: Decimal
}

/** The greatest number below 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2

/** Adds the smoothing to both counts. */
export function smoothCounts({ won, lost }: OutcomeCounts, smoothing: Decimal): Odds {
  return { won: smoothing.plus(won), lost: smoothing.plus(lost) }
}

/** The product of odds. */
export function multiplyOdds(one: Odds, other: Odds): Odds {
  return { won: one.won.times(other.won), lost: one.lost.times(other.lost) }
}

/** The probability that odds stand for; nothing is certain, so it is never rounded to 0 or 1. */
export function probabilityOf({ won, lost }: Odds): number {
  const probability = ratio(won, won.plus(lost)) as number
  return Math.min(Math.max(probability, Number.MIN_VALUE), ALMOST_ONE)
}
