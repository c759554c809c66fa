import { Decimal, ratio } from '@clientele/core/decimal'
import { layOnGrid } from './binaryGrid.js'
import { compareGroupNames, enteredOf, type GroupTerms, RATE_UNIT, rateTerms, rateWorths } from './rateTerms.js'
import type { GroupChange, GroupConversion } from './types.js'

/** Why the rate of all groups together changed; the parts add up to the last bit. */
export interface RateChange {
  /** `mix` + `rate`. */
  readonly difference: number
  readonly mix: number
  readonly rate: number
  readonly groups: readonly GroupChange[]
  /** The rate itself; null where nobody entered. */
  readonly rateBefore: number | null
  readonly rateAfter: number | null
}

/**
 * Divides the difference of a conversion rate by groups: those that drew it down most come first.
 *
 * A group has changed it by its share, times how far its mean rate is above or below the mean of the whole, and by its own rate, times its mean share: both are Shapley values. A group
 * that nobody of entered on one side has there the rate of the other, so all that it does is mix.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50, 1955.
 *
 * @param before - Each group once.
 * @param after - The same, or other groups.
 * @returns Each group of either side; their contributions add up to the difference in the rate, and are all 0 where on one side nobody entered.
 */
export function groupChanges(before: readonly GroupConversion[], after: readonly GroupConversion[]): GroupChange[] {
  return [...rateChange(before, after).groups]
}

/** {@link groupChanges}, and what they add up to. */
export function rateChange(before: readonly GroupConversion[], after: readonly GroupConversion[]): RateChange {
  const terms = rateTerms(before, after)
  const worths = rateWorths(terms)
  const twiceMean = (worths[0] as bigint) + (worths[3] as bigint)
  const mixes = terms.map((one) => twiceMix(one, twiceMean))
  const { total, sums, members } = layOnGrid([mixes, terms.map(twiceRate)], 2n * RATE_UNIT)
  const totals = [enteredOf(before), enteredOf(after)] as const
  const groups = terms.map((one, index) => tell(one, totals, (members[0] as number[])[index] as number, (members[1] as number[])[index] as number))
  groups.sort((one, other) => one.contribution - other.contribution || compareGroupNames(one.group, other.group))
  return {
    difference: total,
    mix: sums[0] as number,
    rate: sums[1] as number,
    groups,
    rateBefore: ratio(convertedOf(before), new Decimal(totals[0].toString())),
    rateAfter: ratio(convertedOf(after), new Decimal(totals[1].toString())),
  }
}

function twiceMix({ terms: [neither, share, rate, both], shareOf }: GroupTerms, twiceMean: bigint): bigint {
  return share + both - neither - rate - (shareOf(twiceMean, true) - shareOf(twiceMean, false))
}

function twiceRate({ terms: [neither, share, rate, both] }: GroupTerms): bigint {
  return rate + both - neither - share
}

function tell(
  { group, before, after }: GroupTerms,
  [enteredBefore, enteredAfter]: readonly [bigint, bigint],
  mix: number,
  rate: number,
): GroupChange {
  return {
    group,
    shareBefore: shareOf(before.entered, enteredBefore),
    shareAfter: shareOf(after.entered, enteredAfter),
    rateBefore: shareOf(before.converted, BigInt(before.entered)),
    rateAfter: shareOf(after.converted, BigInt(after.entered)),
    mix,
    rate,
    contribution: mix + rate,
  }
}

/** How many of all groups converted. */
export function convertedOf(groups: readonly GroupConversion[]): Decimal {
  return groups.reduce((sum, { converted }) => sum.plus(converted), new Decimal(0))
}

/** A share of a whole that may be beyond the integers that are exact as numbers; null of nothing. */
function shareOf(count: number, whole: bigint): number | null {
  return ratio(new Decimal(count), new Decimal(whole.toString()))
}
