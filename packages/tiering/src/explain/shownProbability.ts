import { shownPercent } from '@clientele/core/explain'

/** The greatest number below 1. */
const ALMOST_ONE = 1 - Number.EPSILON / 2

/** A probability in percent, without the sign, of what is neither certain nor impossible, though the nearest number may be 1 or 0. */
export function shownProbability(probability: number): string {
  return shownPercent(Math.min(ALMOST_ONE, Math.max(Number.MIN_VALUE, probability)))
}
