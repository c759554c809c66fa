import type { Issue } from '@clientele/core'
import { checkDecimal, checkKeys, checkRecord, createIssue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import { checkPositive } from '../numbers/checkPositive.js'
import { logRatio } from '../numbers/logRatio.js'
import { checkQuantity } from '../tables/checkQuantity.js'
import type { PointsScale, ScaledPoints, ScaledProbability } from './types.js'

/**
 * Turns the probability of the bad outcome into points: as many as the scale says at its odds, and a fixed number more each time the odds
 * of the good outcome double.
 *
 * @param estimate - `probability` of the bad outcome, above 0 and below 1; 1 − the probability of the good one.
 * @param scale - `points` at `odds`, 600 unless given; `odds` of good : bad, above 0, 19 unless given; `doubleEvery`: how many points
 * double the odds, above 0, 50 unless given. Each is 0 or from 1e-100 to 1e100 in size.
 * @returns The points, unrounded; the factor, doubleEvery ÷ ln 2; the offset, points − factor × ln(odds); and the odds, (1 − p) ÷ p,
 * or null where no number is near to them.
 * @throws {@link InputError} if the probability or the scale is wrong.
 * @see N. Siddiqi, "Credit Risk Scorecards", 2006, "scaling".
 * @example
 * import { scaleToPoints } from '@clientele/scoring'
 *
 * scaleToPoints({ probability: 0.05 }, { points: 600, odds: 19, doubleEvery: 50 })
 * //=> { points: 600, factor: 72.13475204444818, offset: 387.60362432782074, odds: 19 }
 * scaleToPoints({ probability: '0.5' }).points //=> 387.6036243278207
 */
export function scaleToPoints(estimate: ScaledProbability, scale: PointsScale = {}): ScaledPoints {
  const issues: Issue[] = []
  const probability = checkEstimate(estimate, issues)
  const read = checkScale(scale, issues)
  throwIssues(issues)
  const bad = probability as Decimal
  const { points, odds, doubleEvery } = read as ReadScale
  const good = new Decimal(1).minus(bad)
  const factor = doubleEvery.toNumber() / Math.LN2
  return {
    // By the distance from the scale's own odds, so that these give its own points exactly.
    points: points.toNumber() + factor * logRatio(good, bad.times(odds)),
    factor,
    offset: points.toNumber() - factor * logRatio(odds, new Decimal(1)),
    // Odds that would round to 0 are as far beyond the numbers as those that are too great.
    odds: ratio(good, bad) || null,
  }
}

/** A scale, read. */
interface ReadScale {
  readonly points: Decimal
  readonly odds: Decimal
  readonly doubleEvery: Decimal
}

function checkEstimate(estimate: unknown, issues: Issue[]): Decimal | undefined {
  if (!checkRecord(estimate, ['estimate'], issues)) return undefined
  const { probability, ...others } = { ...estimate }
  checkKeys(others, ['probability'], ['estimate'], issues)
  const path = ['estimate', 'probability']
  const read = checkPositive(probability, path, issues, checkDecimal)
  if (read === undefined || read.lt(1)) return read
  issues.push(createIssue('not-below', path, { bound: '1', actual: decimalText(read) }))
  return undefined
}

function checkScale(scale: unknown, issues: Issue[]): { readonly [Part in keyof ReadScale]: Decimal | undefined } | undefined {
  if (!checkRecord(scale, ['scale'], issues)) return undefined
  const { points = 600, odds = 19, doubleEvery = 50, ...others } = { ...scale }
  checkKeys(others, ['points', 'odds', 'doubleEvery'], ['scale'], issues)
  return {
    points: checkQuantity(points, ['scale', 'points'], issues),
    odds: checkPositive(odds, ['scale', 'odds'], issues, checkQuantity),
    doubleEvery: checkPositive(doubleEvery, ['scale', 'doubleEvery'], issues, checkQuantity),
  }
}
