// How good forecasts of the past would have been, on the 8,800 opportunities of a reseller of computer parts (Maven Analytics, "CRM + Sales Opportunities"; not part of this project): by stage and
// by age, with and without what history tells besides. The folder with sales_pipeline.csv and products.csv is given: node bench/backtest.mjs ../../../shared/data/pipeline
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addCalendarDays } from '@clientele/core'
import { backtestForecast } from '@clientele/funnel'

const FOLDER = process.argv[2]
if (FOLDER === undefined) throw new Error('which folder? node bench/backtest.mjs FOLDER')

const CUTOFFS = ['2017-05-31', '2017-08-31', '2017-10-31']
/** The last day of the data: what ends later is not counted. */
const through = '2017-12-31'
const MONTH_ENDS = ['2017-05-31', '2017-06-30', '2017-07-31', '2017-08-31', '2017-09-30', '2017-10-31', '2017-11-30']
/** The median time to winning of the data, in days, and the share that is won of the decided ones: what a stage can say best. */
const USUAL_DAYS = 57
const WIN_PERCENT = '63.15'

const rows = (name) => {
  const [head, ...lines] = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split(/\r?\n/)
  const keys = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [keys[place], cell])))
}
const spelt = (product) => product.replace(' ', '')
const prices = new Map(rows('products.csv').map((row) => [spelt(row.product), row.sales_price]))

/** Every opportunity states the list price of its product when it comes, and what it was closed for. */
const log = rows('sales_pipeline.csv').flatMap((row) => {
  if (row.engage_date === '') return []
  const came = { deal: row.opportunity_id, at: row.engage_date, to: 'engaging', amount: prices.get(spelt(row.product)) }
  return row.close_date === ''
    ? [came]
    : [came, { deal: row.opportunity_id, at: row.close_date, to: row.deal_stage.toLowerCase(), amount: row.close_value }]
})
const dated = log.map((change) => (change.to === 'engaging' ? { ...change, expected: addCalendarDays(change.at, USUAL_DAYS) } : change))
const pipeline = {
  kind: 'pipeline',
  id: 'computers',
  version: 1,
  stages: [{ id: 'engaging', winPercent: WIN_PERCENT }],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
  currency: 'USD',
}

const METHODS = [
  ['by stage, dates after 57 days', dated, { method: 'stage' }],
  ['by age, dates after 57 days, no history', dated, { newDeals: 'none', season: 'none' }],
  ['by age, by curve alone', log, { newDeals: 'none', season: 'none' }],
  ['by age, with new deals', log, { season: 'none' }],
  ['by age, with new deals and season', log, {}],
  ['… of which no open deal states an amount', log.map(({ amount, ...change }) => (change.to === 'won' ? { ...change, amount } : change)), {}],
  ['… with dates after 57 days', dated, {}],
  ['… with these dates, placed by the curve', dated, { placement: 'curve' }],
]
const percent = (share) => (share === null ? '—' : `${(100 * share).toFixed(1)} %`)

for (const [title, cutoffs] of [
  ['three past dates', CUTOFFS],
  ['seven month ends', MONTH_ENDS],
]) {
  for (const horizon of ['P30D', 'P90D']) {
    console.log(`\n${title}, ${horizon}: bias, mean absolute percentage error, coverage of 90 %, fitted spread`)
    for (const [name, changes, options] of METHODS) {
      const { runs, bias, meanAbsolutePercentageError, coverage, spread } = backtestForecast(changes, pipeline, {
        cutoffs,
        horizon,
        through,
        ...options,
      })
      console.log(
        name.padEnd(42),
        percent(bias).padStart(8),
        percent(meanAbsolutePercentageError).padStart(8),
        percent(coverage).padStart(8),
        spread?.toFixed(2).padStart(6),
        `${runs.filter(({ complete }) => complete).length} runs`,
      )
    }
  }
}

const tested = backtestForecast(log, pipeline, { cutoffs: MONTH_ENDS, horizon: 'P30D', through })
console.log('\nby age with all, month by month: expected, low to high, what came, error')
for (const { asOf, expected, low, high, actual, error, unknown } of tested.runs) {
  console.log(
    asOf,
    `${unknown} unknown`.padStart(12),
    [expected, low, high, actual].map((money) => Math.round(Number(money)).toLocaleString('en').padStart(10)).join(''),
    percent(error).padStart(8),
  )
}
const widened = backtestForecast(log, pipeline, { cutoffs: MONTH_ENDS, horizon: 'P30D', spread: tested.spread })
const [half, later] = [MONTH_ENDS.slice(0, 4), MONTH_ENDS.slice(4)]
const earlier = backtestForecast(log, pipeline, { cutoffs: half, horizon: 'P30D' }).spread
const unseen = backtestForecast(log, pipeline, { cutoffs: later, horizon: 'P30D', spread: earlier })
console.log(
  `\nspread ${tested.spread.toFixed(2)}: ${percent(widened.coverage)} covered; fitted on the first four (${earlier.toFixed(2)}), of the three after them ${percent(unseen.coverage)}`,
)
