import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { formatMessage, isNil, shown } from '@clientele/core/explain'
import { checkTimeline } from '../explain/checkTimeline.js'
import { shownMoney } from '../explain/shownFacts.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { TermsTimeline, TermsWindow } from '../terms/types.js'
import { dayAfter } from './dayAfter.js'

const MILLISECONDS_A_DAY = 86_400_000

/** Pixels. */
const WIDTH = 600
const DATE_WIDTH = 70

/** Pixels; each window's label takes some, more or less, as the discounts are spaced. */
const LEAST_HEIGHT = 200
const LABEL_HEIGHT = 24

/** Square ends show a window however short it is. */
const step = { type: 'rule', strokeWidth: 4, strokeCap: 'square', color: '#4c78a8', tooltip: true }

/** In universal time a date is the same day in every zone. */
const scale = { type: 'utc', nice: false }

/**
 * Draws what settles an invoice over the days: a step for each window, labelled with what is payable until when, and a line at the end of the due
 * date.
 *
 * The axis of amounts does not begin at 0, or the steps could not be seen.
 *
 * @param timeline - What {@link termsTimeline} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; `end` is the day after the last day of a window, which counts.
 * @throws {@link InputError} if `timeline` is none.
 * @example
 * import { termsTimeline } from '@clientele/credit'
 * import { timelineChart } from '@clientele/credit/charts'
 * import { netThirty } from '@clientele/credit/templates'
 *
 * const { data } = timelineChart(termsTimeline({ id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }, netThirty))
 * data.values[0].label //=> '10000.00 CNY until 2024-03-31'
 */
export function timelineChart(timeline: TermsTimeline, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkTimeline(timeline, ['timeline'], issues)
  throwIssues(issues)
  const { invoice, currency, amount, due, windows } = timeline
  const { charts } = locale
  const values = windows.map((window) => drawWindow(window, timeline, locale))
  const firstDays = daysApart(timeline).map((day) => day * MILLISECONDS_A_DAY)
  const x = { type: 'temporal', title: charts.date, scale, axis: { format: '%Y-%m-%d', values: firstDays, grid: false } }
  const decimalPlaces = (amount.split('.')[1] ?? '').length
  const y = {
    field: 'payable',
    type: 'quantitative',
    title: formatMessage(charts.payable, { currency }),
    scale: { zero: false, padding: 20 },
    axis: { format: `,.${decimalPlaces}f`, values: values.map(({ payable }) => payable), labelOverlap: 'greedy', labelSeparation: 4 },
  }
  return {
    $schema: vegaLiteSchema,
    title: formatMessage(charts.timeline, { invoice }),
    width: WIDTH,
    height: Math.max(LEAST_HEIGHT, windows.length * LABEL_HEIGHT),
    data: { values },
    layer: [
      { mark: step, encoding: { x: { field: 'from', ...x }, x2: { field: 'end' }, y } },
      {
        mark: { type: 'text', align: { expr: 'datum.align' }, baseline: 'bottom', dy: -4 },
        encoding: { x: { field: 'labelled', ...x }, y, text: { field: 'label' } },
      },
      {
        data: { values: [{ due, end: dayAfter(due) }] },
        mark: { type: 'rule', strokeDash: [4, 4], tooltip: true },
        encoding: { x: { field: 'end', ...x } },
      },
    ],
  }
}

/** The first days of the windows, without those whose dates would overprint the one before: Vega keeps two, however near they are. */
function daysApart({ start, due, windows }: TermsTimeline): number[] {
  const spacing = ((parseDay(dayAfter(due)) - parseDay(start)) * DATE_WIDTH) / WIDTH
  const days: number[] = []
  for (const day of windows.map(({ from }) => parseDay(from))) if (day - (days.at(-1) ?? -Infinity) >= spacing) days.push(day)
  return days
}

function drawWindow({ from, to, percent, discount, payable }: TermsWindow, { currency, start, due }: TermsTimeline, locale: CreditLocale) {
  const { discountedUntil, wholeUntil } = locale.charts
  const facts = { discount: shown(discount), payable: shownMoney(payable, currency, locale), to }
  const label = formatMessage(isNil(discount) ? wholeUntil : discountedUntil, facts)
  const end = dayAfter(to)
  // A label that would begin in the second half ends with its window, so that it stays within the picture.
  const isEarly = parseDay(from) - parseDay(start) <= parseDay(due) - parseDay(from)
  return { from, to, end, percent, payable: drawn(payable), label, labelled: isEarly ? from : end, align: isEarly ? 'left' : 'right' }
}
