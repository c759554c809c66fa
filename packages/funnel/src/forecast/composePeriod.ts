import type { CalendarDate, DecimalString } from '@clientele/core'
import { currencyDigits } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { atLeast } from '../distribution/atLeast.js'
import { distribute } from '../distribution/distribute.js'
import { distributeLong } from '../distribution/distributeLong.js'
import { momentsOf } from '../distribution/momentsOf.js'
import { quantileOf } from '../distribution/quantileOf.js'
import type { Chances, Distribution } from '../distribution/types.js'
import { moneyText } from '../money/dealAmounts.js'
import type { WonDeal } from './gatherDeals.js'
import { type PlacedDeal, sharesWithin } from './placeDeals.js'
import type { AmountPool } from './poolAmounts.js'
import type { ForecastBasis, ReadPeriod } from './readForecastOptions.js'
import type { ForecastOutcome, PeriodForecast } from './types.js'
import type { AmountUnits, Units } from './units.js'

/** What periods are forecast by. */
export interface PeriodContext extends Pick<ForecastBasis, 'seed' | 'spread'> {
  readonly won: readonly WonDeal[]
  readonly open: readonly PlacedDeal[]
  /** How many deals that are yet to enter are won within a period, on average. */
  readonly arrivalsWithin: (period: ReadPeriod) => Decimal
  readonly pool: AmountPool
  /** The amounts of the pool in units. */
  readonly poolUnits: Float64Array
  readonly units: AmountUnits
  readonly currency: string | null
  readonly listsOutcomes: boolean
}

/** A period, and how often it was simulated; 0: not at all. */
export interface ComposedPeriod {
  readonly period: PeriodForecast
  readonly draws: number
  /** How many of the deals won in it state no amount. */
  readonly wonWithoutAmount: number
}

/** What a period may bring lies between what is won and, unless there is no end to it, the most that may come. */
interface Limits extends Pick<ForecastBasis, 'spread'> {
  readonly won: Decimal
  readonly expected: Decimal
  readonly most: Decimal | null
  /** How many decimal places amounts have: what is wider may have many more, and is rounded to them. */
  readonly places: number
}

/** Between what and what it lies in nine of ten cases, and in the middle. */
interface Range extends Limits {
  readonly low: Decimal
  readonly median: Decimal
  readonly high: Decimal
}

const [LOW, MIDDLE, HIGH] = [0.05, 0.5, 0.95]

/** Tells what a period brings. */
export function composePeriod(period: ReadPeriod, target: Decimal | null, context: PeriodContext): ComposedPeriod {
  const { currency, spread, pool } = context
  const wonWithin = context.won.filter(({ day }) => day >= period.from && day <= period.to)
  const won = wonWithin.reduce((sum, { amount }) => (amount === null ? sum : sum.plus(amount)), new Decimal(0))
  const arrivals = context.arrivalsWithin(period)
  const placed = placeWithin(period, context)
  const newDeals = arrivals.times(pool.mean)
  const expected = won.plus(placed.expected).plus(newDeals)
  const sums = distributeWithin(placed, arrivals.toNumber(), context)
  const toText = (amount: Decimal): DecimalString => moneyText(amount, currency)
  const places = Math.max(sums.units.digits, currency === null ? 0 : currencyDigits(currency), 0)
  const range = rangeOf(sums, { won, expected, spread, places, most: arrivals.isZero() ? won.plus(mostOf(placed, pool)) : null })
  const { distribution } = sums
  const told = {
    won: toText(won),
    open: toText(placed.expected),
    newDeals: toText(newDeals),
    expected: toText(expected),
    low: toText(range.low),
    median: toText(range.median),
    high: toText(range.high),
    standardDeviation: sums.standardDeviation * spread.toNumber(),
    ...(target === null ? {} : { target: toText(target), gap: toText(target.minus(expected)) }),
    probabilityOfTarget: target === null ? null : chanceOfTarget(target, sums, range),
    deals: placed.shares.length,
    computed: distribution.computed,
  }
  const outcomes = context.listsOutcomes && distribution.computed === 'exact' ? { outcomes: listOutcomes(sums, won, toText) } : {}
  return {
    period: { from: formatDay(period.from) as CalendarDate, to: formatDay(period.to) as CalendarDate, ...told, ...outcomes },
    draws: distribution.draws,
    wonWithoutAmount: wonWithin.filter(({ amount }) => amount === null).length,
  }
}

/** The open deals of a period, and how likely each is won in it. */
interface PlacedWithin {
  /** Null: it states none. */
  readonly amounts: readonly (Decimal | null)[]
  readonly shares: readonly Decimal[]
  /** What they bring on average. */
  readonly expected: Decimal
}

function placeWithin(period: ReadPeriod, { open, pool }: PeriodContext): PlacedWithin {
  const shareOf = sharesWithin(period)
  const [amounts, shares]: [(Decimal | null)[], Decimal[]] = [[], []]
  let expected = new Decimal(0)
  for (const deal of open) {
    const share = shareOf(deal)
    if (share === null) continue
    amounts.push(deal.amount)
    shares.push(share)
    expected = expected.plus(share.times(deal.amount ?? pool.mean))
  }
  return { amounts, shares, expected }
}

/** What open deals and new ones may bring together, in units. */
interface Sums {
  readonly distribution: Distribution<ArrayLike<number | bigint>>
  readonly units: Units
  readonly standardDeviation: number
}

/** Exactly, also of amounts that are too long for numbers, while there are few of them; otherwise simulated, such amounts rounded to as many digits as a number holds. */
function distributeWithin({ amounts, shares }: PlacedWithin, arrivals: number, { units, poolUnits, seed }: PeriodContext): Sums {
  const { finest, short } = units
  const isStated = amounts.map((amount) => amount !== null)
  const stated = amounts.filter((amount) => amount !== null)
  const likely = shares.map((share) => share.toNumber())
  const chances: Chances = {
    certain: 0,
    amounts: Float64Array.from(stated, short.toUnits),
    probabilities: Float64Array.from(likely.filter((_, place) => isStated[place])),
    pooled: Float64Array.from(likely.filter((_, place) => !isStated[place])),
    arrivals,
    pool: poolUnits,
  }
  const standardDeviation = short.toNumber(Math.sqrt(momentsOf(chances).variance))
  const isLong = finest !== short && arrivals === 0 && chances.pooled.length === 0
  const long = isLong ? distributeLong(stated.map(finest.toLongUnits), likely) : null
  if (long !== null) return { distribution: long, units: finest, standardDeviation }
  return { distribution: distribute(chances, seed, finest !== short), units: short, standardDeviation }
}

/** The most that open deals may bring. */
function mostOf({ amounts }: PlacedWithin, { amounts: pool }: AmountPool): Decimal {
  const largest = amounts.includes(null) ? pool.reduce((most, amount) => Decimal.max(most, amount), new Decimal(0)) : new Decimal(0)
  return amounts.reduce((sum: Decimal, amount) => sum.plus(amount ?? largest), new Decimal(0))
}

/** The quantiles; low and high so many times as far from what is expected, yet never beyond what is possible, nor beyond the median. */
function rangeOf({ distribution, units }: Sums, limits: Limits): Range {
  const { won, expected, spread, most, places } = limits
  const [low, median, high] = [LOW, MIDDLE, HIGH].map((share) => won.plus(units.toAmount(quantileOf(distribution, share)))) as [
    Decimal,
    Decimal,
    Decimal,
  ]
  if (spread.eq(1)) return { ...limits, low, median, high }
  const asFar = (amount: Decimal): Decimal => expected.plus(amount.minus(expected).times(spread)).toDecimalPlaces(places)
  const highest = Decimal.max(median, asFar(high))
  return {
    ...limits,
    low: Decimal.max(won, Decimal.min(median, asFar(low))),
    median,
    high: most === null ? highest : Decimal.min(most, highest),
  }
}

/** How likely so much comes, of what is as many times as far from the expected as low and high are. */
function chanceOfTarget(target: Decimal, { distribution, units }: Sums, { won, expected, spread, most }: Range): number {
  if (target.lte(won)) return 1
  if (most !== null && target.gt(most)) return 0
  const asFar = spread.eq(1) ? target : expected.plus(target.minus(expected).div(spread))
  return atLeast(distribution, units.toWhole(asFar.minus(won)))
}

function listOutcomes(
  { distribution: { values, probabilities }, units }: Sums,
  won: Decimal,
  toText: (amount: Decimal) => DecimalString,
): ForecastOutcome[] {
  return Array.from(values, (value, place) => ({ amount: toText(won.plus(units.toAmount(value))), probability: probabilities[place] as number }))
}
