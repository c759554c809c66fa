import type { Issue } from '@clientele/core'
import { drawn, inOneLine, type PicturePart, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownDuration, shownPercent, titleOf } from '@clientele/core/explain'
import { checkBacktest } from '../explain/checkBacktest.js'
import type { BacktestRun, ForecastBacktest } from '../forecast/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { COLOURS } from './colours.js'
import { amountsOf, amountTitle, columnLabels, DRAWN, drawColumns, kindsOf, SIDES } from './columns.js'
import { periodName } from './periodName.js'
import { shownDeviation, shownMoney } from './shownMoney.js'

type BacktestWords = FunnelLocale['charts']['backtest']
type DrawnRun = ReturnType<typeof drawRun> & { readonly place: number }

const PARTS = ['range', 'expected', 'within', 'outside', 'alone'] as const
const PART_COLOURS = { range: COLOURS.open, expected: COLOURS.won, within: '#1b9e77', outside: '#d94801', alone: '#737373' }

/** The width of bars, and of what is expected, as shares of a column. */
const BAR = { band: 0.5 }
const EXPECTED = { band: 0.5 }

/**
 * Draws how good forecasts of the past were: of each between which amounts sales should have come in 9 of 10 cases, what was expected, and what came.
 *
 * @param backtest - What {@link backtestForecast} returned.
 * @param pipeline - The pipeline that the deals went through: what it is called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the 40 latest forecasts at most. Labels tell by how much more or less was forecast than came.
 * @throws {@link InputError} if `backtest` or `pipeline` is none, if figures of the backtest disagree, or another pipeline made it.
 * @example
 * import { backtestForecast, type Pipeline } from '@clientele/funnel'
 * import { backtestChart } from '@clientele/funnel/charts'
 *
 * const rules = { lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 50 }], won: 'won', lost: 'lost', ...rules }
 * const log = [
 *   { deal: 1, at: '2024-05-01', to: 'quoted', amount: 200, expected: '2024-06-15' },
 *   { deal: 1, at: '2024-06-20', to: 'won' },
 * ]
 * const backtest = backtestForecast(log, pipeline, { cutoffs: ['2024-05-31'], horizon: 'P30D', method: 'stage' })
 * backtestChart(backtest, pipeline).data.values.map(({ label, text }) => [label, text])
 * //=> [[['2024-05-31', '−50%'], '2024-05-31: 100 expected, 0 to 200 in at least 9 of 10 cases; 200 came']]
 */
export function backtestChart(backtest: ForecastBacktest, pipeline: Pipeline, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkBacktest(backtest, pipeline, issues)
  throwIssues(issues)
  const { backtest: words } = locale.charts
  const runs = backtest.runs.slice(-DRAWN)
  const labels = columnLabels(
    runs.map((run) => ({ name: run.asOf, figures: errorOf(run, words) })),
    locale,
  )
  const values = runs.map((run, place) => ({ place, label: labels[place] as string, ...drawRun(run, backtest.currency, locale) }))
  const texts = {
    title: formatMessage(words.title, { pipeline: inOneLine(titleOf(pipeline, locale)) }),
    notes: notesOf(backtest, runs.length, words),
    column: formatMessage(words.asOf, { horizon: shownDuration(backtest.horizon, locale.core) }),
  }
  return drawColumns(values, texts, layersOf(values, amountTitle(backtest.currency, locale.charts.sales), words))
}

/** By how much too much or too little was forecast; nothing where nothing came. */
function errorOf({ expected, error }: BacktestRun, { noForecast }: BacktestWords): string[] {
  if (expected === null) return [noForecast]
  return error === null ? [] : [shownDeviation(error)]
}

function notesOf({ runs, bias, meanAbsolutePercentageError: error, coverage }: ForecastBacktest, count: number, words: BacktestWords): string[] {
  if (runs.length === 0) return [words.nothing]
  const told = (text: string, share: number | null): string[] => (share === null ? [] : [formatMessage(text, { percent: shownPercent(share) })])
  const kind = bias === null || bias === 0 ? 'none' : bias > 0 ? 'above' : 'below'
  return [
    ...(runs.some((run) => run.error !== null) ? [words.reading] : []),
    ...told(words.bias[kind], bias === null ? null : Math.abs(bias)),
    ...told(words.error, error),
    ...told(words.coverage, coverage),
    ...(count < runs.length ? [formatMessage(words.latest, { drawn: count, runs: runs.length })] : []),
  ]
}

/** The amounts of a run as numbers, and in words what a hint and a screen reader say. */
function drawRun({ asOf, from, to, expected, low, high, actual, covered }: BacktestRun, currency: string | null, { charts }: FunnelLocale) {
  const { backtest: words, sales } = charts
  const number = (amount: string | null): number | null => (amount === null ? null : drawn(amount, SIDES))
  const money = (amount: string | null): string => (amount === null ? sales.unknown : shownMoney(amount, currency))
  const isForecast = expected !== null
  const came = isForecast ? words.parts[covered === true ? 'within' : 'outside'] : words.parts.alone
  const shown = { expected: money(expected), low: money(low), high: money(high), actual: money(actual) }
  return {
    asOf,
    from,
    to,
    expected: number(expected),
    low: number(low),
    high: number(high),
    actual: number(actual),
    came,
    text: formatMessage(isForecast ? words.said : words.saidAlone, { asOf, ...shown }),
    facts: {
      period: periodName(from, to, sales.period),
      expected: shown.expected,
      range: isForecast ? formatMessage(sales.range, shown) : sales.unknown,
      actual: shown.actual,
    },
  }
}

/** What came lies on top of what was forecast. */
function layersOf(values: readonly DrawnRun[], amount: string, words: BacktestWords): PicturePart[] {
  const { parts } = words
  const numbers = values.flatMap(({ high, actual }) => [high, actual])
  const hasForecast = values.length === 0 || values.some(({ expected }) => expected !== null)
  const isThere = (part: (typeof PARTS)[number]): boolean =>
    part === 'range' || part === 'expected' ? hasForecast : values.some(({ came }) => came === parts[part])
  const kinds = PARTS.filter(isThere).map((part) => ({ name: parts[part], colour: PART_COLOURS[part] }))
  const came = {
    mark: { type: 'point', filled: true, size: 90, opacity: 1, description: { expr: 'datum.text' } },
    encoding: { y: amountsOf('actual', amount, numbers), color: kindsOf('came', kinds), tooltip: tooltipOf(words) },
  }
  return hasForecast ? [...drawForecasts(amountsOf('low', amount, numbers), words), came] : [came]
}

/** Ranges, and what was expected. */
function drawForecasts(low: PicturePart, words: BacktestWords): PicturePart[] {
  const transform = [{ filter: { field: 'expected', valid: true } }]
  const ofKind = (name: string) => ({ datum: name, type: 'nominal' })
  const tooltip = tooltipOf(words)
  return [
    {
      transform,
      // An outline shows what lies between two amounts that are the same.
      mark: { type: 'bar', width: BAR, strokeWidth: 1, stroke: PART_COLOURS.range, aria: false },
      encoding: { y: low, y2: { field: 'high' }, color: ofKind(words.parts.range), tooltip },
    },
    {
      transform,
      mark: { type: 'tick', thickness: 3, width: EXPECTED, opacity: 1, aria: false },
      encoding: { y: { field: 'expected', type: 'quantitative' }, color: ofKind(words.parts.expected), tooltip },
    },
  ]
}

function tooltipOf({ period, parts, actual }: BacktestWords): PicturePart[] {
  const fact = (name: string, title: string): PicturePart => ({ field: `facts.${name}`, title, type: 'nominal' })
  return [fact('period', period), fact('expected', parts.expected), fact('range', parts.range), fact('actual', actual)]
}
