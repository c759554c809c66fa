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

/** Parts of what a period brings. */
interface Parts {
  readonly won: Decimal
  readonly expected: Decimal
  readonly spread: Decimal
  readonly toText: (amount: Decimal) => DecimalString
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
  const parts: Parts = { won, expected, spread, toText }
  const amountOf = (value: number): Decimal => widen(won.plus(units.toAmount(value)), parts, units.digits, currency)
  const told = {
    won: toText(won),
    open: toText(open),
    newDeals: toText(newDeals),
    expected: toText(expected),
    low: toText(amountOf(quantileOf(distribution, LOW))),
    median: toText(amountOf(quantileOf(distribution, MIDDLE))),
    high: toText(amountOf(quantileOf(distribution, HIGH))),
    standardDeviation: units.toNumber(Math.sqrt(momentsOf(chances).variance)) * spread.toNumber(),
    ...(target === null ? {} : { target: toText(target), gap: toText(target.minus(expected)) }),
    probabilityOfTarget: target === null ? null : chanceOfTarget(target, distribution, parts, units),
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

/** An amount so many times as far from what is expected, but never less than what is won already; rounded to the digits of the amounts. */
function widen(amount: Decimal, { won, expected, spread }: Parts, digits: number, currency: string | null): Decimal {
  if (spread.eq(1)) return amount
  const wide = expected.plus(amount.minus(expected).times(spread))
  const places = Math.max(digits, currency === null ? 0 : currencyDigits(currency))
  return Decimal.max(won, wide.toDecimalPlaces(places))
}

function chanceOfTarget(target: Decimal, distribution: Distribution, { won, expected, spread }: Parts, units: Units): number {
  if (target.lte(won)) return 1
  if (spread.eq(1)) return atLeast(distribution, units.toWhole(target.minus(won)))
  const asFar = expected.plus(target.minus(expected).div(spread)).minus(won)
  return atLeast(distribution, units.toWhole(asFar))
}

/** Where the range is widened, several outcomes may come to the same: nothing lies below what is won. */
function listOutcomes(
  { values, probabilities }: Distribution,
  amountOf: (value: number) => Decimal,
  toText: (amount: Decimal) => DecimalString,
): ForecastOutcome[] {
  const byAmount = new Map<DecimalString, number>()
  for (let place = 0; place < values.length; place += 1) {
    const amount = toText(amountOf(values[place] as number))
    byAmount.set(amount, (byAmount.get(amount) ?? 0) + (probabilities[place] as number))
  }
  return Array.from(byAmount, ([amount, probability]) => ({ amount, probability }))
}
