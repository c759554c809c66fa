import type { Issue } from '@clientele/core'
import { currencyDigits } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import type { MeasuredStage } from '../measure/readMeasured.js'
import { type MeasuredWon, readMeasuredWon } from '../measure/readMeasuredWon.js'
import type { FunnelMeasure } from '../measure/types.js'
import { moneyText } from '../money/dealAmounts.js'
import type { CurrencyAmount } from '../money/types.js'
import { atMostSuccesses } from '../numbers/binomial.js'
import { wilsonInterval } from '../numbers/wilson.js'
import { readBenchmarks } from './readBenchmarks.js'
import type { Bottleneck, BottleneckOptions, BottleneckRanking, UnjudgedStage } from './types.js'

/** Amounts in no currency have no minor digits: they are told as most are. */
const DIGITS_WITHOUT_CURRENCY = 2

/** A quotient that is not yet divided. */
interface Fraction {
  readonly dividend: Decimal
  readonly divisor: Decimal
}

/** A stage with a benchmark. */
interface JudgedStage extends MeasuredStage {
  readonly benchmark: Decimal
  /** Which share of the deals that get on from here is won in the end; null where nobody knows. */
  readonly downstream: Fraction | null
}

/** A bottleneck, and exactly how many more deals would be won without it. */
interface Found {
  readonly lostDeals: Fraction
  readonly told: Bottleneck
}

/**
 * Finds the stages from which fewer deals get on than should, and tells what each costs: the bottleneck that costs the most comes first.
 *
 * At its benchmark a stage would let (benchmark − rate) × entered more deals get on. Of these so many would be won as get on from each later stage, each worth as much as a won deal is on
 * average. Rates are of decided deals: advanced / (advanced + lost). Each stage is judged as if it alone were mended, so that what they cost does not add up.
 *
 * @param measure - What {@link measureFunnel} gives.
 * @param options - `benchmarks`: by stage, or as a list of `stage` and `rate`, which share of its deals should get on, 0 to 1. Stages without one are not judged.
 * @returns `bottlenecks`, by `lostDeals` and so by `lostValue`, then in the order of the stages: amounts by currency, rounded half up to its minor digits (without one to
 * two decimal places), or to as many as what was won comes to, if these are more. `pValue`: how often chance alone makes a rate at the benchmark look so low. `met`: stages at their benchmark or above it. `insufficient`: those that nobody can judge, since no deal of them is
 * decided, and those below their benchmarks of which nobody can tell what that costs, since no deal of a later stage is.
 * @throws {@link InputError} if anything is not as stated, with every issue; of the measure only what is used is checked.
 * @see Textbook S3 漏斗分析. E. B. Wilson, 1927 (`interval`).
 * @example
 * import { measureFunnel, type Pipeline, rankBottlenecks } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const deal = (id: number, ...stages: string[]) => stages.map((to) => ({ deal: id, at: '2024-03-01', to, amount: '1000', currency: 'EUR' }))
 * const log = [
 *   ...deal(1, 'quoted', 'negotiating', 'won'),
 *   ...deal(2, 'quoted', 'negotiating', 'lost'),
 *   ...deal(3, 'quoted', 'lost'),
 *   ...deal(4, 'quoted', 'lost'),
 * ]
 * const measure = measureFunnel(log, pipeline, { asOf: '2024-03-31' })
 * const { bottlenecks } = rankBottlenecks(measure, { benchmarks: { quoted: '0.6', negotiating: '0.75' } })
 * // (0.75 − 0.5) × 2 × 1,000 and (0.6 − 0.5) × 4 × 0.5 × 1,000
 * bottlenecks.map(({ stage, lostValue }) => [stage, lostValue]) //=> [['negotiating', [{ currency: 'EUR', amount: '500.00' }]], ['quoted', [{ currency: 'EUR', amount: '200.00' }]]]
 */
export function rankBottlenecks(measure: FunnelMeasure, options: BottleneckOptions): BottleneckRanking {
  const issues: Issue[] = []
  const read = readMeasuredWon(measure, issues)
  const benchmarks = readBenchmarks(
    options,
    read?.stages.map(({ stage }) => stage),
    issues,
  )
  throwIssues(issues)
  return rank(read as MeasuredWon, benchmarks)
}

function rank(measure: MeasuredWon, benchmarks: ReadonlyMap<string, Decimal>): BottleneckRanking {
  const found: Found[] = []
  const met: BottleneckRanking['met'][number][] = []
  const insufficient: UnjudgedStage[] = []
  for (const judged of judgedStages(measure.stages, benchmarks)) {
    const { stage, advanced, lost, benchmark, downstream } = judged
    const decided = advanced + lost
    const [rate, should] = [advanced / decided, benchmark.toNumber()]
    if (decided === 0) insufficient.push({ stage, reason: 'no-decided-deals', rate: null, benchmark: should })
    else if (benchmark.times(decided).lte(advanced)) met.push({ stage, rate, benchmark: should })
    else if (downstream === null) insufficient.push({ stage, reason: 'no-decided-deals-later', rate, benchmark: should })
    else found.push(bottleneckOf(judged, downstream, measure))
  }
  const { asOf, won, withAmount, policies } = measure
  const bottlenecks = found.sort(byLostDeals).map(({ told }) => told)
  return { asOf, bottlenecks, met, insufficient, won, wonWithAmount: withAmount, policies }
}

/** The stages that have a benchmark, in their order. */
function judgedStages(stages: readonly MeasuredStage[], benchmarks: ReadonlyMap<string, Decimal>): JudgedStage[] {
  const judged: JudgedStage[] = []
  let downstream: Fraction | null = { dividend: new Decimal(1), divisor: new Decimal(1) }
  for (const stage of [...stages].reverse()) {
    const benchmark = benchmarks.get(stage.stage)
    if (benchmark !== undefined) judged.push({ ...stage, benchmark, downstream })
    downstream = through(stage, downstream)
  }
  return judged.reverse()
}

/** Which share of the deals that come to a stage is won in the end. */
function through({ advanced, lost }: MeasuredStage, downstream: Fraction | null): Fraction | null {
  if (downstream === null || advanced + lost === 0) return null
  return { dividend: downstream.dividend.times(advanced), divisor: downstream.divisor.times(advanced + lost) }
}

function bottleneckOf({ stage, entered, advanced, lost, benchmark }: JudgedStage, downstream: Fraction, measure: MeasuredWon): Found {
  const sample = advanced + lost
  const lostDeals = {
    dividend: benchmark.times(sample).minus(advanced).times(entered).times(downstream.dividend),
    divisor: downstream.divisor.times(sample),
  }
  const told = {
    stage,
    rate: advanced / sample,
    benchmark: benchmark.toNumber(),
    entered,
    sample,
    interval: wilsonInterval(advanced, sample) as readonly [number, number],
    pValue: atMostSuccesses(advanced, sample, benchmark.toNumber()),
    downstream: numberOf(downstream),
    lostDeals: numberOf(lostDeals),
    lostValue: measure.amounts.map(({ currency, amount }) => lostAmount(lostDeals, amount, currency, measure.withAmount)),
  }
  return { lostDeals, told }
}

/** What deals are worth of which each is worth as much as one of so many, rounded half up. */
function lostAmount({ dividend, divisor }: Fraction, total: Decimal, currency: string | null, withAmount: number): CurrencyAmount {
  const digits = currency === null ? DIGITS_WITHOUT_CURRENCY : currencyDigits(currency)
  const value = dividend.times(total).div(divisor.times(withAmount))
  const rounded = value.toDecimalPlaces(Math.max(digits, total.decimalPlaces()), Decimal.ROUND_HALF_UP)
  return { currency, amount: moneyText(rounded, currency) }
}

function numberOf({ dividend, divisor }: Fraction): number {
  return ratio(dividend, divisor) as number
}

/** The numbers decide where they differ, since rounding keeps their order; where they do not, the exact quotients do, and then the order of the stages. */
function byLostDeals(one: Found, other: Found): number {
  const difference = other.told.lostDeals - one.told.lostDeals
  if (difference !== 0) return difference
  return other.lostDeals.dividend.times(one.lostDeals.divisor).cmp(one.lostDeals.dividend.times(other.lostDeals.divisor))
}
