import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkRetentionRates } from '../explain/checkRetention.js'
import { retentionFacts } from '../explain/retentionFacts.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { PeriodRetention, RetentionRates } from '../retention/types.js'
import { WIDE_PADDING } from './widePadding.js'

/** Up to so many periods each has a bar of its own width; of more, all are as wide together. */
const BARS = 40

/** Pixels. */
const BAR = 20
const WIDTH = BARS * BAR
const LINE_HEIGHT = 120

/** Square pixels of a point: where periods before and after have no rate, it is all there is to see. */
const POINT = 30
const SMALL_POINT = 4

/** Who bought in a period, from the bottom of its bar, and below it those who did not, with their colours (Brewer's Blues and Reds). */
const PARTS = ['retained', 'reactivated', 'new', 'lost'] as const
const COLOURS = ['#084594', '#4292c6', '#9ecae1', '#fb6a4a']

/** What a screen reader says of a part of a bar: left to itself, it would name the rank, and a number below 0. */
const SAID = "datum.period + '; ' + datum.part + ': ' + datum.count"

/** How a period is placed. */
interface PeriodAxis {
  readonly field: string
  readonly title: string
  readonly type: string
  readonly scale: { readonly domain: readonly string[] }
}

/**
 * Draws the retention rate of each period as a line, and below it who bought: those who had bought in the period before, who came back and who bought for the
 * first time, and downwards those who were lost.
 *
 * @param rates - What {@link retentionRates} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: `data` is that of the line, which has a gap where nobody bought in the period before. Lost
 * customers are counted below 0.
 * @throws {@link InputError} if `rates` is no such result, or its counts and rates contradict each other.
 * @example
 * import { retentionRates } from '@clientele/tiering'
 * import { retentionChart } from '@clientele/tiering/charts'
 *
 * const days = { Li: ['2024-01-05', '2024-02-11'], Wu: ['2024-01-20'], Xu: ['2024-02-29'] }
 * const transactions = Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))
 * const { data } = retentionChart(retentionRates(transactions, { period: 'month', asOf: '2024-03-31' }))
 * data.values //=> [{ period: '2024-01', rate: null }, { period: '2024-02', rate: 0.5 }, { period: '2024-03', rate: 0 }]
 */
export function retentionChart(rates: RetentionRates, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkRetentionRates(rates, issues)
  throwIssues(issues)
  const { rates: texts, nobody } = locale.retention
  const { periods } = rates
  const facts = retentionFacts(rates, locale)
  const width = periods.length <= BARS ? { step: BAR } : WIDTH
  const x = { field: 'period', title: texts.chart.period, type: 'ordinal', scale: { domain: periods.map(({ period }) => period) } }
  const y = { field: 'rate', type: 'quantitative', title: texts.chart.rate, axis: { format: '.2~%' }, scale: { domain: [0, 1] } }
  return {
    $schema: vegaLiteSchema,
    title: { text: formatMessage(texts.chart.title, facts), subtitle: periods.length === 0 ? formatMessage(nobody, facts) : texts.chart.lostBelow },
    data: { values: periods.map(({ period, retentionRate }) => ({ period, rate: retentionRate })) },
    padding: WIDE_PADDING,
    vconcat: [
      {
        width,
        height: LINE_HEIGHT,
        mark: { type: 'line', point: { size: periods.length <= BARS ? POINT : SMALL_POINT } },
        encoding: {
          x: { ...x, axis: { title: null, labels: false } },
          y,
          tooltip: [
            { field: 'period', title: texts.chart.period, type: 'nominal' },
            { field: 'rate', title: texts.chart.rate, type: 'quantitative', format: '.2~%' },
          ],
        },
      },
      { width, ...drawBars(periods, x, locale) },
    ],
  }
}

function drawBars(periods: readonly PeriodRetention[], x: PeriodAxis, locale: TieringLocale) {
  const { chart } = locale.retention.rates
  const values = periods.flatMap((own) =>
    PARTS.map((part, rank) => ({
      period: own.period,
      part: chart[part],
      rank,
      count: own[part],
      customers: part === 'lost' ? 0 - own[part] : own[part],
    })),
  )
  const isEmpty = values.every(({ customers }) => customers === 0)
  return {
    data: { values },
    mark: { type: 'bar', description: { expr: SAID } },
    encoding: {
      x: { ...x, axis: { labelAngle: -90, labelOverlap: true } },
      y: { field: 'customers', type: 'quantitative', title: chart.customers, stack: 'zero', ...(isEmpty ? { scale: { domain: [0, 1] } } : {}) },
      color: {
        field: 'part',
        type: 'nominal',
        title: chart.part,
        scale: { domain: PARTS.map((part) => chart[part]), range: COLOURS },
        legend: { titleLimit: 0, labelLimit: 0 },
      },
      order: { field: 'rank', type: 'quantitative' },
      tooltip: [
        { field: 'period', title: chart.period, type: 'nominal' },
        { field: 'part', title: chart.part, type: 'nominal' },
        // Of the lost too from 0 on, where bars go below it.
        { field: 'count', title: chart.customers, type: 'quantitative' },
      ],
    },
  }
}
