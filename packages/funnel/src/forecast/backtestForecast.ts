import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { LAST_DAY } from '@clientele/core/days'
import { Decimal } from '@clientele/core/decimal'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { type DealHistory, readStageLog } from '../stageLog/readStageLog.js'
import type { StageChange } from '../stageLog/types.js'
import { forecastLog } from './forecastLog.js'
import { checkOneCurrency, currencyOf, type DealsOfLog, gatherDeals } from './gatherDeals.js'
import { type ReadBacktestOptions, type ReadCutoff, readBacktestOptions } from './readBacktestOptions.js'
import { type ComparedRun, summariseRuns } from './summariseRuns.js'
import type { BacktestDiagnosis, BacktestOptions, ForecastBacktest } from './types.js'

/**
 * Compares forecasts with what came: on every cutoff {@link forecastSales} is asked with what the log said by then, and what was won in the time after it is held against the answer.
 *
 * By `age`, unless told otherwise, it takes from history all there is: new deals, amounts that are not stated, and the months of the quarter; `settings` says so in the terms of {@link forecastSales}. By
 * `stage` it has neither, so that what deals brought that entered after the cutoff counts against it.
 *
 * @param log - The changes of all deals, in any order; amounts of won and open deals in one currency.
 * @param pipeline - The pipeline.
 * @param options - `cutoffs`: dates, one at least. `horizon`: for how long each forecast looks ahead, from the day after on, such as `P30D`; a day to 3,660. `method`: `age` unless given. The others as those
 * of {@link forecastSales}; curves are always those of the log up to the cutoff. `through`: until when the log was kept: a run that ends later is made, but counts in no figure of all runs.
 * @returns Every run, and how far off they were: the bias, the mean absolute percentage error, in what share of them the range of nine in ten held, and which `spread` would have fitted.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see R. J. Hyndman & G. Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition 2021, 5.8 and 5.10. P. McCullagh & J. A. Nelder, *Generalized Linear Models*, 1989, 4.5 (`spread`: overdispersion).
 * @example
 * import { backtestForecast, type Pipeline } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 50 }], ...rules, currency: 'EUR' }
 * const log = [
 *   { deal: 'A', at: '2024-03-04', to: 'quoted', amount: 100, expected: '2024-04-10' },
 *   { deal: 'B', at: '2024-03-11', to: 'quoted', amount: 300, expected: '2024-04-20' },
 *   { deal: 'A', at: '2024-04-12', to: 'won', amount: 120 },
 *   { deal: 'B', at: '2024-04-30', to: 'lost' },
 * ]
 * const { runs, bias } = backtestForecast(log, pipeline, { cutoffs: ['2024-03-31'], horizon: 'P30D', method: 'stage' })
 * runs[0]?.expected //=> '200.00'
 * runs[0]?.actual //=> '120.00'
 * bias?.toFixed(3) //=> '0.667'
 */
export function backtestForecast(log: readonly StageChange[], pipeline: Pipeline, options: BacktestOptions): ForecastBacktest {
  const issues: Issue[] = []
  const read = readPipeline(pipeline, ['pipeline'], issues)
  const asked = readBacktestOptions(options, issues)
  throwIssues(issues)
  return backtestRead(log, read as ReadPipeline, asked as ReadBacktestOptions)
}

function backtestRead(log: unknown, pipeline: ReadPipeline, options: ReadBacktestOptions): ForecastBacktest {
  const { cutoffs, zone, invalid, method, settings, horizon, spread, rates, through } = options
  const { deals: histories, rejected } = readStageLog(log, { pipeline, zone, lastDay: LAST_DAY, invalid })
  const slices = cutoffs.map((cutoff) => sliceAt(cutoff, histories, pipeline, options))
  const last = gatherDeals(histories, pipeline, { lastDay: LAST_DAY, rates })
  // Each day's amounts are in one currency: those of all days must be in the same.
  const currencies = [...slices.flatMap(({ known, later }) => [known.deals, later]), last].flatMap(({ currency }) =>
    currency === undefined ? [] : [currency],
  )
  checkOneCurrency([...new Set(currencies)])
  const currency = currencies.length > 0 ? (currencies[0] as string | null) : currencyOf(last, rates, pipeline)
  const runs = slices.map((slice) => compareRun(slice, pipeline, options))
  const lastChange = histories.reduce((latest, { changes }) => Math.max(latest, changes.at(-1)?.day as number), Number.NEGATIVE_INFINITY)
  const counted = runs.filter(({ isComplete }) => isComplete)
  const counts: { readonly [code in BacktestDiagnosis['code']]: number } = {
    'log-ends-earlier': cutoffs.filter(({ to }) => to > (through ?? lastChange)).length,
    'insufficient-history': counted.filter(({ expected }) => expected === null).length,
    'nothing-came': counted.filter(({ actual }) => actual.isZero()).length,
    'no-history-of-season': counted.filter(({ lacksSeason }) => lacksSeason).length,
    'no-history-of-new-deals': counted.filter(({ lacksNewDeals }) => lacksNewDeals).length,
    rejected: rejected.length,
  }
  return {
    method,
    settings,
    horizon,
    testedSpread: spread.toNumber(),
    currency,
    ...summariseRuns(runs, currency, spread.toNumber()),
    diagnoses: (Object.keys(counts) as BacktestDiagnosis['code'][]).flatMap((code) =>
      counts[code] === 0 ? [] : [{ code, params: { count: counts[code] } }],
    ),
    rejected,
    policies: [pipeline.policy],
  }
}

/** What a log said at a cutoff, and at the end of the period after it. */
interface Slice {
  readonly cutoff: ReadCutoff
  readonly known: { readonly histories: readonly DealHistory[]; readonly deals: DealsOfLog }
  readonly later: DealsOfLog
}

function sliceAt(cutoff: ReadCutoff, all: readonly DealHistory[], pipeline: ReadPipeline, { rates }: ReadBacktestOptions): Slice {
  const { lastDay, to } = cutoff
  const histories = cutHistories(all, lastDay)
  return {
    cutoff,
    known: { histories, deals: gatherDeals(histories, pipeline, { lastDay, rates }) },
    later: gatherDeals(cutHistories(all, to), pipeline, { lastDay: to, rates }),
  }
}

/** Forecasts from a cutoff on, and tells what came. */
function compareRun({ cutoff, known, later }: Slice, pipeline: ReadPipeline, options: ReadBacktestOptions): ComparedRun {
  const { from, to } = cutoff
  const { settings, through } = options
  const asked = { ...options, ...cutoff, periods: [{ from, to }], targets: [null], curves: null, detail: null }
  const forecast = forecastLog(known.histories, known.deals, pipeline, asked)
  const { open, newDealsPerDay } = forecast
  const isPlaced = open.some(({ unknown, winningDays, expected }) => unknown === null && (winningDays !== null || expected !== null))
  const isForecast = isPlaced || newDealsPerDay !== null || (open.length === 0 && settings.newDeals === 'none')
  const period = forecast.periods[0]?.period
  const { all, ofOpen } = sumWon(later, new Set(open.map(({ deal }) => deal)), from)
  return {
    cutoff,
    isComplete: through === null || to <= through,
    expected: isForecast ? new Decimal(period?.expected as string) : null,
    low: isForecast ? new Decimal(period?.low as string) : null,
    high: isForecast ? new Decimal(period?.high as string) : null,
    standardDeviation: isForecast ? (period?.standardDeviation as number) : null,
    actual: all,
    actualOfOpen: ofOpen,
    unknown: open.filter(({ unknown }) => unknown !== null).length,
    lacksSeason: settings.season !== 'none' && forecast.season === null,
    lacksNewDeals: settings.newDeals === 'history' && newDealsPerDay === null,
  }
}

/** What deals had been through by the end of a day. */
function cutHistories(histories: readonly DealHistory[], lastDay: number): DealHistory[] {
  return histories.flatMap(({ deal, changes }) => {
    if ((changes[0]?.day as number) > lastDay) return []
    if ((changes.at(-1)?.day as number) <= lastDay) return [{ deal, changes }]
    return [{ deal, changes: changes.filter(({ day }) => day <= lastDay) }]
  })
}

/** What was won from a day on, and how much of it by some of the deals. */
function sumWon({ won }: DealsOfLog, known: ReadonlySet<string>, from: number): { readonly all: Decimal; readonly ofOpen: Decimal } {
  let [all, ofOpen] = [new Decimal(0), new Decimal(0)]
  for (const { deal, day, amount } of won) {
    if (day < from || amount === null) continue
    all = all.plus(amount)
    if (known.has(deal)) ofOpen = ofOpen.plus(amount)
  }
  return { all, ofOpen }
}
