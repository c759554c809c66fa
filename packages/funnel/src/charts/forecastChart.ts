import type { Issue } from '@clientele/core'
import { drawn, inOneLine, labelsOf, type PicturePart, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { checkForecast } from '../explain/checkForecast.js'
import { shownChance } from '../explain/shownChance.js'
import { unforeseeable } from '../explain/unforeseeable.js'
import type { PeriodForecast, SalesForecast } from '../forecast/types.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { COLOURS } from './colours.js'
import { ACROSS, amountsOf, amountTitle, type ColumnLabel, columnLabels, DRAWN, drawColumns, kindsOf, SIDES } from './columns.js'
import { periodName } from './periodName.js'
import { shownMoney } from './shownMoney.js'

type ForecastWords = FunnelLocale['charts']['forecast']

type DrawnPeriod = ReturnType<typeof drawPeriod> & { readonly place: number }

const PARTS = ['won', 'range', 'expected', 'target'] as const
const PART_COLOURS = { won: COLOURS.advanced, range: COLOURS.open, expected: COLOURS.won, target: '#d94801' }

/** The width of bars and of targets, as shares of a column. */
const BAR = { band: 0.5 }
const TARGET = { band: 0.8 }

/**
 * Draws what each period brings: what is won in it already as a bar, between which amounts it comes in 9 of 10 cases, what is expected, and its target.
 *
 * @param forecast - What {@link forecastSales} returned.
 * @param pipeline - The pipeline that the deals go through: what it is called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the first 40 periods at most, in the order of the forecast. Labels tell what is expected, and how likely the
 * target is reached, of more than 10 periods only that where there is one, or that nobody can tell; amounts in them are rounded to the minor digits of their currency.
 * @throws {@link InputError} if `forecast` or `pipeline` is none, if figures of the forecast disagree, or another pipeline made it.
 * @example
 * import { forecastSales, type Pipeline } from '@clientele/funnel'
 * import { forecastChart } from '@clientele/funnel/charts'
 *
 * const rules = { lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted', winPercent: 25 }], won: 'won', lost: 'lost', ...rules }
 * const log = [
 *   { deal: 1, at: '2024-05-01', to: 'quoted', amount: 200, expected: '2024-06-30' },
 *   { deal: 2, at: '2024-06-03', to: 'won', amount: 120 },
 * ]
 * const june = { from: '2024-06-01', to: '2024-06-30' }
 * const forecast = forecastSales(log, pipeline, { asOf: '2024-06-05', method: 'stage', periods: [june], target: 250 })
 * forecastChart(forecast, pipeline).data.values.map(({ label }) => label) //=> [['2024-06', '170', 'chance 25%']]
 */
export function forecastChart(forecast: SalesForecast, pipeline: Pipeline, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkForecast(forecast, pipeline, issues)
  throwIssues(issues)
  const { forecast: words, sales } = locale.charts
  const { asOf, currency } = forecast
  const periods = forecast.periods.slice(0, DRAWN)
  const hasTarget = periods.some(({ target }) => target !== undefined)
  const names = namesOf(periods, sales.period)
  const labels = columnLabels(
    periods.map((period, place) => labelOf(period, names[place] as string, forecast, locale)),
    locale,
  )
  const values = periods.map((period, place) => ({
    place,
    label: labels[place] as string,
    ...drawPeriod(period, names[place] as string, forecast, locale),
  }))
  const title = formatMessage(words.title, { pipeline: inOneLine(titleOf(pipeline, locale)), asOf })
  // Where labels are written upwards there is little room for a title, and they say what they are.
  const column = periods.length > ACROSS ? null : words.period
  const texts = { title, notes: notesOf(forecast, periods, hasTarget, words), column }
  return drawColumns(values, texts, layersOf(values, hasTarget, amountTitle(currency, sales), locale))
}

/** What each period is called; one that is there more than once is followed by its number. */
function namesOf(periods: readonly PeriodForecast[], range: string): string[] {
  return [...labelsOf(periods.map(({ from, to }, index) => ({ id: String(index + 1), title: periodName(from, to, range) }))).values()]
}

/** There is no room for amounts of many periods where chances are told. */
function labelOf(period: PeriodForecast, name: string, forecast: SalesForecast, { charts: { forecast: words } }: FunnelLocale): ColumnLabel {
  if (unforeseeable(period, forecast).length > 0) return { name, figures: [words.notKnown] }
  const percent = shownChance(period, forecast.simulation)
  const chance = percent === null ? [] : [formatMessage(words.chance, { percent })]
  const isAlone = percent !== null && forecast.periods.length > ACROSS
  return { name, figures: isAlone ? chance : [shownMoney(period.expected, forecast.currency), ...chance] }
}

function notesOf(forecast: SalesForecast, periods: readonly PeriodForecast[], hasTarget: boolean, words: ForecastWords): string[] {
  const { simulation, overdue, unplaced, unknown, diagnoses } = forecast
  const told = (text: string, count: number): string[] => (count === 0 ? [] : [formatMessage(text, { count })])
  const all = forecast.periods.length
  const unknownDeals = new Set(unknown.map(({ deal }) => deal))
  const nowhere = unplaced.filter(({ deal, byCurve }) => !byCurve && !unknownDeals.has(deal))
  const reading = hasTarget ? (all > ACROSS ? words.readingOfMany : words.reading) : words.readingWithoutTarget
  return [
    all === 0 ? words.nothing : reading,
    ...(simulation === null ? [] : [formatMessage(words.simulated, { draws: simulation.draws })]),
    ...(diagnoses.some(({ code }) => code === 'overlapping-periods') ? [words.overlapping] : []),
    ...told(words.overdue, overdue.length),
    ...told(words.unplaced, nowhere.length),
    ...told(words.unknown, unknown.length),
    ...(periods.length < all ? [formatMessage(words.first, { drawn: periods.length, periods: all })] : []),
  ]
}

/** The amounts of a period as numbers, and in words what a hint and a screen reader say. */
function drawPeriod(period: PeriodForecast, name: string, forecast: SalesForecast, { charts }: FunnelLocale) {
  const { from, to, won, low, high, expected, target, deals } = period
  const { forecast: words, sales } = charts
  const number = (amount: string): number => drawn(amount, SIDES)
  const money = (amount: string): string => shownMoney(amount, forecast.currency)
  const isObscure = unforeseeable(period, forecast).length > 0
  const percent = isObscure ? null : shownChance(period, forecast.simulation)
  const said = formatMessage(isObscure ? words.saidObscure : words.said, {
    period: name,
    won: money(won),
    expected: money(expected),
    low: money(low),
    high: money(high),
  })
  const isAimed = target !== undefined && percent !== null
  return {
    period: name,
    from,
    to,
    won: number(won),
    low: number(low),
    high: number(high),
    expected: number(expected),
    target: target === undefined ? null : number(target),
    text: isAimed ? formatMessage(words.saidOfTarget, { said, target: money(target), percent }) : said,
    facts: {
      won: money(won),
      open: money(period.open),
      newDeals: money(period.newDeals),
      expected: isObscure ? words.notKnown : money(expected),
      range: isObscure ? sales.unknown : formatMessage(sales.range, { low: money(low), high: money(high) }),
      median: isObscure ? sales.unknown : money(period.median),
      target: target === undefined ? sales.unknown : money(target),
      chance: percent === null ? sales.unknown : `${percent}%`,
      deals: String(deals),
    },
  }
}

function layersOf(values: readonly DrawnPeriod[], hasTarget: boolean, amount: string, { charts }: FunnelLocale): PicturePart[] {
  const { forecast: words } = charts
  const { parts } = words
  const at = (field: string) => ({ field, type: 'quantitative' })
  const ofKind = (name: string) => ({ datum: name, type: 'nominal' })
  const tooltip = tooltipOf(words)
  const kinds = PARTS.filter((part) => part !== 'target' || hasTarget).map((part) => ({ name: parts[part], colour: PART_COLOURS[part] }))
  const numbers = values.flatMap(({ high, target }) => [high, target])
  const target = {
    transform: [{ filter: { field: 'target', valid: true } }],
    mark: { type: 'tick', thickness: 3, width: TARGET, opacity: 1, aria: false },
    encoding: { y: at('target'), color: ofKind(parts.target), tooltip },
  }
  return [
    {
      data: { name: 'bars', values: values.flatMap((value) => barsOf(value, words)) },
      // An outline shows what lies between two amounts that are the same.
      mark: { type: 'bar', width: BAR, strokeWidth: 1, description: { expr: 'datum.text' } },
      encoding: {
        y: amountsOf('from', amount, numbers),
        y2: { field: 'to' },
        color: kindsOf('part', kinds),
        stroke: kindsOf('part', kinds),
        tooltip,
      },
    },
    ...(hasTarget ? [target] : []),
    {
      mark: { type: 'point', shape: 'diamond', filled: true, size: 90, opacity: 1, aria: false },
      encoding: { y: at('expected'), color: ofKind(parts.expected), tooltip },
    },
  ]
}

/** Between which amounts it comes in most cases, and, if anything is won already, how much. */
function barsOf({ place, period, won, low, high, text, facts }: DrawnPeriod, { parts }: ForecastWords) {
  const said = { place, period, text, facts }
  const range = { ...said, part: parts.range, from: low, to: high }
  return won === 0 ? [range] : [range, { ...said, part: parts.won, from: 0, to: won }]
}

function tooltipOf({ period, parts, facts }: ForecastWords): PicturePart[] {
  const titles: { readonly [fact: string]: string } = { ...parts, ...facts }
  const told = ['won', 'open', 'newDeals', 'expected', 'range', 'median', 'target', 'chance', 'deals']
  return [
    { field: 'period', title: period, type: 'nominal' },
    ...told.map((fact) => ({ field: `facts.${fact}`, title: titles[fact] as string, type: 'nominal' })),
  ]
}
