import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownSmall } from '@clientele/core/explain'
import type { ValueConcentration } from '../concentration/types.js'
import { checkValueConcentration } from '../explain/checkValueConcentration.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { WIDE_PADDING } from './widePadding.js'

/** Pixels of each side. */
const SIZE = 320

const CURVE_COLOUR = '#08519c'
const EQUALITY_COLOUR = '#969696'

/**
 * Draws the Lorenz curve: which part of the value the customers of the smallest values have together, beside the line on which all would be alike. The Gini
 * coefficient is twice the area between the two.
 *
 * @param concentration - What the verb `concentration` returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside.
 * @throws {@link InputError} if `concentration` is none.
 * @see M. O. Lorenz, *Methods of measuring the concentration of wealth*, 1905.
 * @example
 * import { concentration } from '@clientele/tiering'
 * import { lorenzChart } from '@clientele/tiering/charts'
 *
 * const { title, data } = lorenzChart(concentration([1, 3]))
 * title.subtitle //=> 'Gini coefficient: 0.25'
 * data.values[1] //=> { customers: 0.5, value: 0.25 }
 */
export function lorenzChart(concentration: ValueConcentration, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkValueConcentration(concentration, issues)
  throwIssues(issues)
  const { chart } = locale.valueConcentration
  const { gini, lorenz } = concentration
  const subtitle = gini === null ? chart.nothing : formatMessage(chart.gini, { gini: shownSmall(gini) })
  const axis = { format: '.0%' }
  const x = { field: 'customers', type: 'quantitative', title: chart.customers, axis, scale: { domain: [0, 1] } }
  const y = { field: 'value', type: 'quantitative', title: chart.value, axis, scale: { domain: domainOf(lorenz), nice: false } }
  const lines = [chart.curve, chart.equality]
  const drawLine = (name: string, mark: object) => ({
    mark: { type: 'line', ...mark },
    encoding: { x, y, color: { datum: name, type: 'nominal', title: null, scale: { domain: lines, range: [CURVE_COLOUR, EQUALITY_COLOUR] } } },
  })
  return {
    $schema: vegaLiteSchema,
    title: { text: chart.title, subtitle },
    data: { values: lorenz.map(([customers, value]) => ({ customers, value })) },
    padding: WIDE_PADDING,
    width: SIZE,
    height: SIZE,
    layer: [
      { mark: { type: 'area', color: CURVE_COLOUR, opacity: 0.15 }, encoding: { x, y, y2: { field: 'customers' } } },
      {
        data: {
          values: [
            { customers: 0, value: 0 },
            { customers: 1, value: 1 },
          ],
        },
        ...drawLine(chart.equality, { strokeDash: [6, 3] }),
      },
      drawLine(chart.curve, {}),
    ],
  }
}

/** From 0 to 1; farther down where values are below 0. */
function domainOf(lorenz: ValueConcentration['lorenz']): [number, number] {
  return lorenz.reduce<[number, number]>(([least, most], [, value]) => [Math.min(least, value), Math.max(most, value)], [0, 1])
}
