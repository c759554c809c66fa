import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkLifetimeBook } from '../explain/checkLifetimeValue.js'
import { shownAge } from '../explain/shownAge.js'
import type { LifetimeBook } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { WIDE_PADDING } from './widePadding.js'

/** Pixels. */
const WIDTH = 480
const HEIGHT = 300

/** So many points at most are drawn, and that of nobody. */
const POINTS = 500

/** An axis spans both sides of 0. */
const GREATEST = Number.MAX_VALUE / 2

/**
 * Draws how the value of a book comes together: what so many customers will bring in, the greatest values first.
 *
 * @param book - What {@link lifetimeValues} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: of many customers up to 500 points.
 * @throws {@link InputError} if `book` is no such result, or its values do not add up but for rounding.
 * @example
 * import { lifetimeValues } from '@clientele/tiering'
 * import { lifetimeValueChart } from '@clientele/tiering/charts'
 *
 * const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
 * const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
 * const book = lifetimeValues([], { purchases, spend }, { horizon: 26, discountRate: '0.002', marginRate: '0.3' })
 * lifetimeValueChart(book).title //=> { text: 'Value expected over the next 26 weeks', subtitle: 'There are no customers.' }
 */
export function lifetimeValueChart(book: LifetimeBook, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkLifetimeBook(book, issues)
  throwIssues(issues)
  const { unit, horizon, customers } = book
  const { chart } = locale.lifetimeBook
  const text = formatMessage(chart.title, { horizon: shownAge(horizon, unit, locale) })
  const values = pointsOf(customers.map(({ value }) => value))
  const isFlat = values.every(({ value }) => value === 0)
  return {
    $schema: vegaLiteSchema,
    title: customers.length === 0 ? { text, subtitle: chart.nobody } : text,
    data: { values },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: HEIGHT,
    mark: { type: 'line', tooltip: true },
    encoding: {
      x: {
        field: 'customers',
        type: 'quantitative',
        title: chart.customers,
        axis: { format: 'd', tickMinStep: 1 },
        scale: { domain: [0, Math.max(1, customers.length)], nice: false },
      },
      y: { field: 'value', type: 'quantitative', title: chart.value, ...(isFlat ? { scale: { domain: [0, 1] } } : {}) },
    },
  }
}

/** What so many customers come to, after every so many of them and at the end. */
function pointsOf(values: readonly number[]) {
  const every = Math.max(1, Math.ceil(values.length / POINTS))
  const points = [{ customers: 0, value: 0 }]
  let sum = 0
  values.forEach((value, index) => {
    sum = Math.min(GREATEST, Math.max(-GREATEST, sum + value))
    const customers = index + 1
    if (customers % every === 0 || customers === values.length) points.push({ customers, value: sum })
  })
  return points
}
