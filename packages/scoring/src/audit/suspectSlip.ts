import { Decimal, decimalText } from '@clientele/core/decimal'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import type { Suspect } from './types.js'

/** A wrong total and what it was to be computed from. */
export interface WrongTotal {
  readonly printed: Decimal
  readonly computed: Decimal
  readonly ratings: readonly ReadRating[]
  readonly card: PreparedScorecard
}

/** The first known slip that turns the right total into the printed one. */
export function suspectSlip(wrong: WrongTotal): { suspect: Suspect | null; criteria?: readonly string[] } {
  for (const [suspect, explains] of slips) {
    const found = explains(wrong)
    if (found === true) return { suspect }
    if (found !== false && found.length > 0) return { suspect, criteria: found }
  }
  return { suspect: null }
}

/** In the order of how much a match says: a chance match is rarer at the top. A list names the criteria that it may have been. */
const slips: readonly (readonly [Suspect, (wrong: WrongTotal) => boolean | readonly string[]])[] = [
  ['rounded', isRounded],
  ['shifted-point', isShifted],
  ['swapped-digits', ({ printed, computed }) => sameSign(printed, computed) && differingDigits(printed, computed).isSwap],
  ['lost-sign', ({ printed, computed }) => printed.eq(computed.neg())],
  ['left-out', (wrong) => criteriaWhere(wrong, ({ printed, computed }, points) => printed.eq(computed.minus(points)))],
  ['counted-twice', (wrong) => criteriaWhere(wrong, ({ printed, computed }, points) => printed.eq(computed.plus(points)))],
  [
    'cost-not-reversed',
    ({ printed, ratings }) =>
      ratings.some(({ criterion }) => criterion.reversed) && printed.eq(sum(ratings, ({ criterion, rating }) => criterion.weight.times(rating))),
  ],
  ['unweighted', ({ printed, ratings }) => printed.eq(sum(ratings, ({ counted }) => counted))],
  ['averaged', isAverage],
  ['misread-digit', ({ printed, computed }) => sameSign(printed, computed) && differingDigits(printed, computed).isOneOfMany],
]

function isRounded({ printed, computed }: WrongTotal): boolean {
  const places = printed.decimalPlaces()
  return [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((rounding) => computed.toDecimalPlaces(places, rounding).eq(printed))
}

function sameSign(printed: Decimal, computed: Decimal): boolean {
  return printed.isNegative() === computed.isNegative()
}

/** Compares two values digit by digit, in columns under the point. */
function differingDigits(printed: Decimal, computed: Decimal): { isSwap: boolean; isOneOfMany: boolean } {
  const places = Math.max(printed.decimalPlaces(), computed.decimalPlaces())
  const left = printed.abs().toFixed(places)
  const right = computed.abs().toFixed(places)
  if (left.length !== right.length) return { isSwap: false, isOneOfMany: false }
  const at = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]))
  const [first, second] = at as [number, number]
  const isSwap = at.length === 2 && left[first] === right[second] && left[second] === right[first]
  return { isSwap, isOneOfMany: at.length === 1 && left.replace('.', '').length >= 3 }
}

function isShifted({ printed, computed }: WrongTotal): boolean {
  return !computed.isZero() && significantDigits(printed) === significantDigits(computed)
}

function significantDigits(value: Decimal): string {
  return decimalText(value)
    .replace('.', '')
    .replace(/^(-?)0+/, '$1')
    .replace(/0+$/, '')
}

function criteriaWhere(wrong: WrongTotal, fits: (wrong: WrongTotal, points: Decimal) => boolean): string[] {
  return wrong.ratings.filter(({ points }) => fits(wrong, points)).map(({ criterion }) => criterion.id)
}

function sum(ratings: readonly ReadRating[], part: (rating: ReadRating) => Decimal): Decimal {
  return ratings.map(part).reduce((total, one) => total.plus(one))
}

function isAverage({ printed, computed, card }: WrongTotal): boolean {
  return !card.weightSum.isZero() && computed.div(card.weightSum).toDecimalPlaces(printed.decimalPlaces()).eq(printed)
}
