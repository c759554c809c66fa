import type { CalendarDate, DecimalString } from '@clientele/core'
import { currencyDigits } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { atLeast } from '../distribution/atLeast.js'
import { distribute } from '../distribution/distribute.js'
import { momentsOf } from '../distribution/momentsOf.js'
import { quantileOf } from '../distribution/quantileOf.js'
import type { Chances, Distribution } from '../distribution/types.js'
import { moneyText } from '../money/dealAmounts.js'
import type { WonDeal } from './gatherDeals.js'
import { type PlacedDeal, sharesWithin } from './placeDeals.js'
import type { AmountPool } from './poolAmounts.js'
import type { ForecastBasis, ReadPeriod } from './readForecastOptions.js'
import type { ForecastOutcome, PeriodForecast } from './types.js'
import type { Units } from './units.js'

/** What periods are forecast by. */
export interface PeriodContext extends Pick<ForecastBasis, 'seed' | 'spread'> {
  readonly won: readonly WonDeal[]
  readonly open: readonly PlacedDeal[]
  /** How many deals that are yet to enter are won within a period, on average. */
  readonly arrivalsWithin: (period: ReadPeriod) => Decimal
  readonly pool: AmountPool
  /** The amounts of the pool in units. */
  readonly poolUnits: Float64Array
  readonly units: Units
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
  const { currency, seed, spread, units, pool } = context
  const wonWithin = context.won.filter(({ day }) => day >= period.from && day <= period.to)
  const won = wonWithin.reduce((sum, { amount }) => (amount === null ? sum : sum.plus(amount)), new Decimal(0))
  const arrivals = context.arrivalsWithin(period)
  const { chances, open, deals } = chancesWithin(period, context, arrivals.toNumber())
  const newDeals = arrivals.times(pool.mean)
  const expected = won.plus(open).plus(newDeals)
  const distribution = distribute(chances, seed)
  const toText = (amount: Decimal): DecimalString => moneyText(amount, currency)
  const amountOf = (value: number): Decimal => won.plus(units.toAmount(value))
  const places = Math.max(units.digits, currency === null ? 0 : currencyDigits(currency), 0)
  const range = rangeOf(distribution, amountOf, { won, expected, spread, places, most: mostWithin(chances, amountOf) })
  const { variance } = momentsOf(chances)
  const told = {
    won: toText(won),
    open: toText(open),
    newDeals: toText(newDeals),
    expected: toText(expected),
    low: toText(range.low),
    median: toText(range.median),
    high: toText(range.high),
    standardDeviation: units.toNumber(Math.sqrt(variance)) * spread.toNumber(),
    ...(target === null ? {} : { target: toText(target), gap: toText(target.minus(expected)) }),
    probabilityOfTarget: target === null ? null : chanceOfTarget(target, distribution, range, units),
    deals,
    computed: distribution.computed,
  }
  const outcomes = context.listsOutcomes && distribution.computed === 'exact' ? { outcomes: listOutcomes(distribution, amountOf, toText) } : {}
  return {
    period: { from: formatDay(period.from) as CalendarDate, to: formatDay(period.to) as CalendarDate, ...told, ...outcomes },
    draws: distribution.draws,
    wonWithoutAmount: wonWithin.filter(({ amount }) => amount === null).length,
  }
}

/** What may come within a period of open deals and of new ones, in whole units, and what open deals bring on average. */
function chancesWithin(
  period: ReadPeriod,
  { open: all, pool, poolUnits, units }: PeriodContext,
  arrivals: number,
): { readonly chances: Chances; readonly open: Decimal; readonly deals: number } {
  const shareOf = sharesWithin(period)
  const [amounts, probabilities, pooled]: [number[], number[], number[]] = [[], [], []]
  let open = new Decimal(0)
  for (const deal of all) {
    const share = shareOf(deal)
    if (share === null) continue
    open = open.plus(share.times(deal.amount ?? pool.mean))
    if (deal.amount === null) pooled.push(share.toNumber())
    else {
      amounts.push(units.toUnits(deal.amount))
      probabilities.push(share.toNumber())
    }
  }
  const chances: Chances = {
    certain: 0,
    amounts: Float64Array.from(amounts),
    probabilities: Float64Array.from(probabilities),
    pooled: Float64Array.from(pooled),
    arrivals,
    pool: poolUnits,
  }
  return { chances, open, deals: amounts.length + pooled.length }
}

/** The most that may come; null: there is no end to what new deals may bring. */
function mostWithin({ amounts, pooled, arrivals, pool }: Chances, amountOf: (value: number) => Decimal): Decimal | null {
  if (arrivals > 0) return null
  const largest = pooled.length === 0 ? 0 : pool.reduce((most, value) => Math.max(most, value), 0)
  return amountOf(amounts.reduce((sum, amount) => sum + amount, pooled.length * largest))
}

/** The quantiles; low and high so many times as far from what is expected, yet never beyond what is possible, nor beyond the median. */
function rangeOf(distribution: Distribution, amountOf: (value: number) => Decimal, limits: Limits): Range {
  const [low, median, high] = [LOW, MIDDLE, HIGH].map((share) => amountOf(quantileOf(distribution, share))) as [Decimal, Decimal, Decimal]
  const { won, expected, spread, most, places } = limits
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
function chanceOfTarget(target: Decimal, distribution: Distribution, { won, expected, spread, most }: Range, units: Units): number {
  if (target.lte(won)) return 1
  if (most !== null && target.gt(most)) return 0
  const asFar = spread.eq(1) ? target : expected.plus(target.minus(expected).div(spread))
  return atLeast(distribution, units.toWhole(asFar.minus(won)))
}

function listOutcomes(
  { values, probabilities }: Distribution,
  amountOf: (value: number) => Decimal,
  toText: (amount: Decimal) => DecimalString,
): ForecastOutcome[] {
  return Array.from(values, (value, place) => ({ amount: toText(amountOf(value)), probability: probabilities[place] as number }))
}
