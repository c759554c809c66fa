import { Decimal } from 'decimal.js'
import type { CurrencyRates, DealStanding, ForecastPeriod, Pipeline, StageChange } from '../src/index.js'
import { dateIn, measureNaively } from './naiveFunnel.js'

/** More digits than a product of a dozen probabilities has. */
const Exact = Decimal.clone({ precision: 400, toExpNeg: -400, toExpPos: 400 })

/** An open deal, as the log alone tells of it. */
interface NaiveOpenDeal {
  readonly deal: string
  readonly stage: string
  readonly ageDays: number
  readonly amount: string | null
  readonly expected: string | null
}

/** How likely a deal is won within a period; null: it is not in it. */
type NaiveChance = (deal: NaiveOpenDeal, period: ForecastPeriod) => Decimal.Value | null

export interface NaiveForecastOptions {
  readonly asOf: string
  readonly zone?: string | undefined
  readonly periods: readonly ForecastPeriod[]
  readonly target?: Decimal.Value | readonly (Decimal.Value | null)[] | undefined
  readonly currencyRates?: CurrencyRates | undefined
  readonly spread?: number | undefined
  /** Unless given: by the `winPercent` of its stage, on its expected date. */
  readonly chanceIn?: NaiveChance | undefined
}

/** What a period brings; nothing is rounded. */
export interface NaivePeriod {
  readonly won: Decimal
  readonly open: Decimal
  readonly expected: Decimal
  readonly low: Decimal
  readonly median: Decimal
  readonly high: Decimal
  readonly variance: Decimal
  readonly gap: Decimal | null
  readonly probabilityOfTarget: Decimal | null
  readonly deals: number
  readonly wonWithoutAmount: number
  /** All that may come, ascending, with how likely it is. */
  readonly outcomes: readonly (readonly [amount: Decimal, probability: Decimal])[]
}

export interface NaiveForecast {
  readonly currency: string | null
  readonly periods: readonly NaivePeriod[]
  readonly open: readonly NaiveOpenDeal[]
  /** Ids. */
  readonly unplaced: readonly string[]
  readonly overdue: readonly string[]
  /** By stage: ids, and why. */
  readonly unknown: readonly (readonly [deal: string, reason: 'without-amount' | 'without-win-percent'])[]
}

type Outcome = readonly [amount: Decimal, probability: Decimal]

/** A share that rounding alone may miss is reached. */
const ROUNDING = 1e-12

/** How likely the deals of a stage are won, unless the stage does not say so. */
function percentOf({ stages }: Pipeline, stage: string): Decimal | null {
  const percent = stages.find(({ id }) => id === stage)?.winPercent ?? null
  return percent === null ? null : new Exact(percent).div(100)
}

const byStage =
  (pipeline: Pipeline): NaiveChance =>
  ({ stage, expected }, { from, to }) =>
    expected !== null && expected >= from && expected <= to ? percentOf(pipeline, stage) : null

/** Every deal comes or does not come: twice as many outcomes for each. Equal amounts are added up at the end. */
function enumerate(chances: readonly Outcome[], won: Decimal): Outcome[] {
  let all: Outcome[] = [[won, new Exact(1)]]
  for (const [amount, probability] of chances) {
    all = all.flatMap(([sum, likely]): Outcome[] => [
      [sum, likely.times(new Exact(1).minus(probability))],
      [sum.plus(amount), likely.times(probability)],
    ])
  }
  const byAmount = new Map<string, Outcome>()
  for (const [sum, likely] of all) {
    if (!likely.isZero()) byAmount.set(sum.toString(), [sum, likely.plus(byAmount.get(sum.toString())?.[1] ?? 0)])
  }
  return [...byAmount.values()].sort(([one], [other]) => one.comparedTo(other))
}

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0) as Decimal)

/** The least amount that is not exceeded in a share of all cases. */
function quantile(outcomes: readonly Outcome[], share: number): Decimal {
  let sum: Decimal = new Exact(0)
  for (const [amount, probability] of outcomes) {
    sum = sum.plus(probability)
    if (sum.gte(share - ROUNDING)) return amount
  }
  throw new RangeError('probabilities that are no whole')
}

function forecastPeriod(
  period: ForecastPeriod,
  target: Decimal.Value | null,
  deals: { readonly won: readonly DealStanding[]; readonly open: readonly NaiveOpenDeal[] },
  { spread, chanceIn }: { readonly spread: number; readonly chanceIn: NaiveChance },
): NaivePeriod {
  const wonWithin = deals.won.filter(({ closed }) => closed !== null && closed >= period.from && closed <= period.to)
  const won = sumOf(wonWithin.flatMap(({ amount }) => (amount === null ? [] : [new Exact(amount)])))
  const chances = deals.open.flatMap((deal): Outcome[] => {
    const chance = deal.amount === null ? null : chanceIn(deal, period)
    return chance === null ? [] : [[new Exact(deal.amount as string), new Exact(chance)]]
  })
  if (chances.length > 12) throw new RangeError('too many deals to enumerate')
  const independent = enumerate(chances, won)
  const expected = sumOf(independent.map(([amount, probability]) => amount.times(probability)))
  const variance = sumOf(independent.map(([amount, probability]) => amount.minus(expected).pow(2).times(probability)))
  const wide = (amount: Decimal): Decimal => expected.plus(amount.minus(expected).times(spread))
  const most = sumOf([won, ...chances.map(([amount]) => amount)])
  const median = quantile(independent, 0.5)
  const [low, high] = [quantile(independent, 0.05), quantile(independent, 0.95)]
  const isReached = (amount: Decimal, goal: Decimal.Value): boolean => won.gte(goal) || (most.gte(goal) && wide(amount).gte(goal))
  return {
    won,
    open: expected.minus(won),
    expected,
    low: spread === 1 ? low : Exact.max(won, Exact.min(median, wide(low))),
    median,
    high: spread === 1 ? high : Exact.min(most, Exact.max(median, wide(high))),
    variance: variance.times(spread).times(spread),
    gap: target === null ? null : new Exact(target).minus(expected),
    probabilityOfTarget:
      target === null ? null : sumOf(independent.filter(([amount]) => isReached(amount, target)).map(([, probability]) => probability)),
    deals: chances.length,
    wonWithoutAmount: wonWithin.filter(({ amount }) => amount === null).length,
    outcomes: independent,
  }
}

/** The day on which a deal first came to a stage, looked up in the log. */
function firstIn(log: readonly StageChange[], deal: string, stage: string, zone: string): string {
  const own = log.filter((change) => String(change.deal) === deal && change.to === stage)
  return own.map(({ at }) => (at.length === 10 ? at : dateIn(zone, Date.parse(at)))).sort()[0] as string
}

/** A deal with its amount in the currency of the rates, where there are some. */
function convert(deal: DealStanding, rates: CurrencyRates | undefined): DealStanding {
  const { amount, currency } = deal
  if (rates === undefined || amount === null || currency === null) return deal
  const rate = currency === rates.to ? 1 : (rates.rates[currency] as Decimal.Value)
  return { ...deal, amount: new Exact(amount).times(rate).toString(), currency: rates.to }
}

/** A forecast of a few deals by its definitions: every outcome there may be, with exact numbers. Every change must be right by itself; only copies that say the same are told apart. */
export function forecastNaively(log: readonly StageChange[], pipeline: Pipeline, options: NaiveForecastOptions): NaiveForecast {
  const { asOf, zone = 'UTC', periods, target = null, currencyRates, spread = 1, chanceIn = byStage(pipeline) } = options
  const { deals: stated = [] } = measureNaively(log, pipeline, { asOf, zone, detail: 'deals', invalid: 'collect' })
  const deals = stated.map((deal) => convert(deal, currencyRates))
  const counted = deals.filter(({ outcome }) => outcome !== 'lost')
  const currencies = [...new Set(counted.filter(({ amount }) => amount !== null).map(({ currency }) => currency))]
  if (currencies.length > 1) throw new RangeError('more than one currency')
  const open = counted
    .filter(({ outcome }) => outcome === 'open')
    .map((standing): NaiveOpenDeal => {
      const { deal, amount, expected } = standing
      const stage = standing.stage as string
      return { deal, stage, ageDays: (Date.parse(asOf) - Date.parse(firstIn(log, deal, stage, zone))) / 86_400_000, amount, expected }
    })
  const won = counted.filter(({ outcome }) => outcome === 'won')
  const targetOf = (index: number): Decimal.Value | null => (Array.isArray(target) ? target[index] : (target as Decimal.Value | null))
  return {
    currency: currencies.length > 0 ? (currencies[0] as string | null) : (currencyRates?.to ?? pipeline.currency ?? null),
    periods: periods.map((period, index) => forecastPeriod(period, targetOf(index), { won, open }, { spread, chanceIn })),
    open,
    unplaced: open.filter(({ expected }) => expected === null).map(({ deal }) => deal),
    overdue: open.filter(({ expected }) => expected !== null && expected < asOf).map(({ deal }) => deal),
    unknown: open.flatMap(({ deal, stage, amount }): NaiveForecast['unknown'] => {
      if (amount === null) return [[deal, 'without-amount']]
      return percentOf(pipeline, stage) === null ? [[deal, 'without-win-percent']] : []
    }),
  }
}
