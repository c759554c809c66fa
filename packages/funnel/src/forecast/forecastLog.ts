import { createIssue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { composeCurve } from '../curves/composeCurve.js'
import type { ReadCurve } from '../curves/readCurve.js'
import { composeStageCurves } from '../curves/stageCurves.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { type FollowedDeals, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealHistory } from '../stageLog/readStageLog.js'
import { type AgedCurve, agedCurve } from './agedCurve.js'
import { type ComposedPeriod, composePeriod } from './composePeriod.js'
import { currencyOf, type DealsOfLog } from './gatherDeals.js'
import { exactShare, judgeByAge, judgeByStage } from './judgeDeals.js'
import { countArrivals, expectNewDeals } from './newDeals.js'
import { type PlacedDeal, placeDeals } from './placeDeals.js'
import { type AmountPool, poolAmounts } from './poolAmounts.js'
import type { ReadForecastOptions, ReadPeriod } from './readForecastOptions.js'
import { type SeasonFactors, seasonFactors } from './seasonFactors.js'
import { type AmountUnits, chooseUnits } from './units.js'

/** What is to be expected of a log that was read. */
export interface LogForecast {
  readonly periods: readonly ComposedPeriod[]
  readonly open: readonly PlacedDeal[]
  readonly currency: string | null
  readonly season: SeasonFactors | null
  readonly pool: AmountPool
  /** Deals that entered lately, and a day; null: there is not enough history to expect more of them. */
  readonly arrivals: number
  readonly newDealsPerDay: number | null
  /** How many deals are won or lost. */
  readonly decided: number
}

/** What is known of a log beside its deals. */
interface History {
  /** From the first change of a deal to its outcome. */
  readonly whole: AgedCurve
  readonly season: SeasonFactors | null
}

/** Beyond it, an estimate is no number any more. */
const MOST_MONEY = '1e300'

/** Forecasts the deals of a log as it was gathered at the last day of the options. */
export function forecastLog(histories: readonly DealHistory[], deals: DealsOfLog, pipeline: ReadPipeline, options: ReadForecastOptions): LogForecast {
  const { settings, method, lastDay, periods, targets, seed, spread } = options
  const { won, followed } = deals
  const currency = currencyOf(deals, options.rates, pipeline)
  const isByAge = method === 'age'
  const { whole, season } = readHistory(followed, options)
  const judge = isByAge
    ? judgeByAge(curvesOf(histories, pipeline, options), { lastDay, season, minimumSample: settings.minimumSample })
    : judgeByStage(pipeline)
  const pool = poolAmounts(won)
  const open = placeDeals(deals.open, judge, options, settings.missingAmounts === 'history' && pool.amounts.length > 0)
  const { count, perDay } = countArrivals(followed, lastDay)
  const knowsNewDeals = settings.newDeals === 'history' && count > 0 && pool.amounts.length > 0
  const days = periods.reduce((most, { to }) => Math.max(most, to - lastDay), 0)
  const newWins = knowsNewDeals ? expectNewDeals(perDay, whole, { lastDay, days, season }) : null
  const units = unitsFor(open, pool, newWins?.at(-1) ?? 0)
  const context = {
    won,
    open,
    arrivalsWithin: (period: ReadPeriod) => arrivalsWithin(period, newWins, lastDay),
    pool,
    poolUnits: Float64Array.from(pool.amounts, units.short.toUnits),
    units,
    currency,
    seed,
    spread,
    listsOutcomes: options.detail === 'distribution',
  }
  return {
    periods: periods.map((period, index) => composePeriod(period, targets[index] ?? null, context)),
    open,
    currency,
    season,
    pool,
    arrivals: count,
    newDealsPerDay: knowsNewDeals ? perDay : null,
    decided: followed.outcome.reduce((sum, outcome) => (outcome === OPEN ? sum : sum + 1), 0),
  }
}

/** The curve of all deals, where anything is placed by it, and the season, where it is asked for. */
function readHistory(followed: FollowedDeals, { asOf, lastDay, settings }: ReadForecastOptions): History {
  const deals = settings.newDeals === 'history' || settings.season !== 'none' ? watchDeals(followed) : []
  const whole = agedCurve(composeCurve(deals, { asOf, lastDay, method: 'aalen-johansen' }, []))
  return { whole, season: settings.season === 'none' ? null : seasonFactors(followed, whole, lastDay, settings.season) }
}

function watchDeals({ count, entered, closed, outcome }: FollowedDeals): Parameters<typeof composeCurve>[0] {
  return Array.from({ length: count }, (_, deal) => {
    const isOpen = outcome[deal] === OPEN
    return {
      entered: entered[deal] as number,
      left: isOpen ? null : (closed[deal] as number),
      outcome: isOpen ? 'open' : outcome[deal] === WON ? 'won' : 'lost',
      from: null,
    }
  })
}

/** The curves of the stages in their order; undefined where there is none. */
function curvesOf(
  histories: readonly DealHistory[],
  pipeline: ReadPipeline,
  { curves: given, asOf, lastDay }: ReadForecastOptions,
): (AgedCurve | undefined)[] {
  const curves: readonly (ReadCurve | undefined)[] =
    given === null
      ? composeStageCurves(histories, pipeline, { asOf, lastDay, method: 'aalen-johansen' })
      : pipeline.stages.map(({ id }) => given.get(id))
  return curves.map((curve) => (curve === undefined ? undefined : agedCurve(curve)))
}

function arrivalsWithin({ from, to }: ReadPeriod, newWins: Float64Array | null, lastDay: number): Decimal {
  if (newWins === null || to <= lastDay) return new Decimal(0)
  const before = Math.max(0, from - 1 - lastDay)
  return exactShare(newWins[to - lastDay] as number).minus(exactShare(newWins[before] as number))
}

/** Units in which whatever may come is exact; Poisson numbers hardly ever come to more than ten standard deviations. */
function unitsFor(open: readonly PlacedDeal[], { amounts }: AmountPool, newWins: number): AmountUnits {
  const counted = open.filter(({ unknown }) => unknown === null)
  const stated = counted.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const drawn = counted.length - stated.length + (newWins === 0 ? 0 : Math.ceil(newWins + 10 * Math.sqrt(newWins)) + 100)
  const pool = drawn === 0 ? [] : amounts
  const largest = pool.reduce((most, amount) => Decimal.max(most, amount), new Decimal(0))
  const most = stated.reduce((sum, amount) => sum.plus(amount), largest.times(drawn))
  if (most.gt(MOST_MONEY)) throwIssues([createIssue('too-large', ['log'], { maximum: MOST_MONEY, actual: decimalText(most.toSignificantDigits(3)) })])
  return chooseUnits([...stated, ...pool], most)
}
