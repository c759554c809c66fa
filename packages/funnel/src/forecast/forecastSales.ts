import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { readStageLog } from '../stageLog/readStageLog.js'
import type { StageChange } from '../stageLog/types.js'
import { composeForecast } from './composeForecast.js'
import { forecastLog } from './forecastLog.js'
import { gatherDeals } from './gatherDeals.js'
import { type ReadForecastOptions, readForecastOptions } from './readForecastOptions.js'
import type { ForecastOptions, SalesForecast } from './types.js'

/**
 * Forecasts what periods bring: what is won already, and what open deals bring, each by how likely it is won and when, with the range in which it lies in nine of ten cases.
 *
 * A won deal counts on the day it was won, with the amount that it stated last; a lost one adds nothing. An open deal counts on its expected date, also if that is past; without one, by `age`, its curve
 * tells how likely it is won within a period, and by `stage` it is in none. How likely each is won is independent of the others; the distribution of their sum is worked out exactly while that is
 * cheap, and otherwise simulated, the same for the same seed on every platform. Deals are in truth not independent: {@link backtestForecast} tells how much wider the range must be (`spread`).
 * Where there is no history there is no guess: such deals are listed in `unknown` and are in no period.
 *
 * Every period is worked out by itself: it takes as long as there are deals in it, times the draws where it is simulated (10,000; above 5,000 deals fewer, 1,000 at least).
 *
 * @param log - The changes of all deals, in any order, as {@link measureFunnel} takes them.
 * @param pipeline - The pipeline; by `stage` its `winPercent` say how likely deals are won.
 * @param options - `asOf`: the last date looked at. `periods`: what is forecast; they may lie apart or overlap. `method`: `stage` or `age`. `target`: what each period should bring, 0 or more. `seed`: of
 * simulations. `spread`: how much wider than that of independent deals the range is. `curves`: by `age`, those of {@link stageCurves}, of the log unless given. `placement`, `newDeals`, `missingAmounts`,
 * `season`, `minimumSample`: what a forecast by `age` takes from history. `currencyRates`: turns amounts into one currency. `zone`, `detail`, `invalid`.
 * @returns Of every period what is won, expected (exact, not rounded), likely at least and at most, and how likely it brings the target; open deals without an expected date, overdue ones, and such as
 * cannot be judged.
 * @throws {@link InputError} if anything is not as stated, with every issue; also where amounts of won and open deals are in more than one currency without rates.
 * @see Textbook S3 銷售預測. Exact distribution: the Poisson binomial of amounts, by convolution. O. Aalen & S. Johansen, 1978 (curves); N. Breslow & N. Day, 1987 (season).
 * @example
 * import { forecastSales, type Pipeline } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 25 }, { id: 'negotiating', winPercent: 80 }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-05-01', to: 'quoted', amount: 200, expected: '2024-06-30' },
 *   { deal: 'B', at: '2024-05-02', to: 'negotiating', amount: 50, expected: '2024-06-15' },
 *   { deal: 'C', at: '2024-05-03', to: 'quoted', amount: 90 },
 *   { deal: 'D', at: '2024-06-03', to: 'won', amount: 120 },
 * ]
 * const options = { asOf: '2024-06-05', method: 'stage', periods: [{ from: '2024-06-01', to: '2024-06-30' }], target: 250 } as const
 * const { periods, unplaced } = forecastSales(log, pipeline, options)
 * const [june] = periods
 * june?.won //=> '120.00'
 * june?.expected //=> '210.00'
 * june?.probabilityOfTarget //=> 0.25
 * june?.gap //=> '40.00'
 * unplaced.map(({ deal }) => deal) //=> ['C']
 */
export function forecastSales(log: readonly StageChange[], pipeline: Pipeline, options: ForecastOptions): SalesForecast {
  const issues: Issue[] = []
  const read = readPipeline(pipeline, ['pipeline'], issues)
  const asked = readForecastOptions(options, read, issues)
  throwIssues(issues)
  return forecastRead(log, read as ReadPipeline, asked as ReadForecastOptions)
}

function forecastRead(log: unknown, pipeline: ReadPipeline, options: ReadForecastOptions): SalesForecast {
  const { zone, lastDay, invalid } = options
  const { deals: histories, later, rejected } = readStageLog(log, { pipeline, zone, lastDay, invalid })
  const deals = gatherDeals(histories, pipeline, options)
  return composeForecast(forecastLog(histories, deals, pipeline, options), pipeline, options, { later, rejected })
}
