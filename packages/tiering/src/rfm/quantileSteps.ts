import { Decimal, decimalText } from '@clientele/core/decimal'
import { quantityOf, roundQuantity, shareOf } from '../numbers/quantity.js'
import { firstWhere } from './firstWhere.js'
import { compareFractions, type Fraction, fractionOf, SHOWN_PLACES } from './fraction.js'
import type { ValueGroups } from './valueGroups.js'

/** Where scores change, and the cuts that say so. */
interface Steps {
  /** The first group at or above each cut, ascending; where there is none, the number of groups. */
  readonly steps: readonly number[]
  readonly cuts: readonly (Fraction | null)[]
}

/**
 * The steps of R's package rfm: at the quantiles of type 7 between the scores, + 1. They are found and compared as R does, in floating point: there (1 − h)
 * a + h b is often a bit above the quantile, so that a value of just the quantile + 1 is below the cut.
 *
 * Source: `rfm_table_order` of rsquaredacademy/rfm, and `quantile.default` and `seq.default` of R; R. J. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", *The American Statistician* 50, 1996, definition 7.
 */
export function quantileSteps(groups: ValueGroups, bins: number): Steps {
  const { counts, valueAt } = groups
  const values = counts.length
  if (values === 0) return { steps: new Array<number>(bins - 1).fill(0), cuts: new Array<null>(bins - 1).fill(null) }
  const found = quantileCuts(groups, bins)
  const steps = found.map((cut) => firstWhere(values, (group) => nearest(valueAt(group)) >= cut))
  return { steps, cuts: found.map((cut, index) => shownCut(cut, steps[index] as number, groups)) }
}

function quantileCuts({ counts, valueAt }: ValueGroups, bins: number): number[] {
  const upTo = new Float64Array(counts.length)
  let customers = 0
  for (let group = 0; group < counts.length; group++) {
    customers += counts[group] as number
    upTo[group] = customers
  }
  /** The value that stands at an index, counted from 1, where all values are in order. */
  const valueAtPlace = (index: number): number => nearest(valueAt(firstWhere(upTo.length, (group) => (upTo[group] as number) >= index)))
  const cuts: number[] = []
  let next = Number.MAX_VALUE
  for (let cut = bins - 1; cut > 0; cut--) {
    const place = 1 + (customers - 1) * (cut * (1 / bins))
    const index = Math.floor(place)
    const [low, past] = [valueAtPlace(index), place - index]
    const high = past > 0 ? valueAtPlace(index + 1) : low
    const quantile = high === low ? low : (1 - past) * low + past * high
    // Where a cut is above the next one by the rounding, R gives whoever is past that one its score.
    next = Math.max(-Number.MAX_VALUE, Math.min(quantile + 1, next))
    cuts[cut - 1] = next
  }
  return cuts
}

/** The nearest number to a value. */
function nearest({ dividend, divisor }: Fraction): number {
  return shareOf(dividend, divisor) ?? (dividend < 0n ? -Number.MAX_VALUE : Number.MAX_VALUE)
}

/**
 * What a cut is told as: rounded half-up to 12 decimal places where the values are on either side of that as they are of the cut; else as the number is
 * written, or where a value that it is the nearest number to is below that, as the value.
 */
function shownCut(cut: number, step: number, { counts, valueAt }: ValueGroups): Fraction {
  const written = quantityOf(decimalText(new Decimal(cut)))
  const ways = [fractionOf(roundQuantity(written, SHOWN_PLACES)), fractionOf(written)]
  const isApart = (way: Fraction): boolean => firstWhere(counts.length, (group) => compareFractions(valueAt(group), way) >= 0) === step
  return ways.find(isApart) ?? valueAt(step)
}
