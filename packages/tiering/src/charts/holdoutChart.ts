import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkModelValidation } from '../explain/checkModelValidation.js'
import { shownApart } from '../explain/shownNumber.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { ModelValidation, RepeatGroup } from '../validation/types.js'
import { WIDE_PADDING } from './widePadding.js'

/** Pixels. */
const WIDTH = 480
const HEIGHT = 300

const ACTUAL_COLOUR = '#969696'
const EXPECTED_COLOUR = '#08519c'

/**
 * Draws how a model that knew the past did on what came after: the purchases per customer, made and expected, by repeat purchases before.
 *
 * @param validation - What {@link validateModel} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: two points for each group of customers in which there is somebody.
 * Where the fit found no maximum, a second line below the title says so.
 * @throws {@link InputError} if `validation` is no such result.
 * @see P. S. Fader, B. G. S. Hardie and K. L. Lee, *"Counting your customers" the easy way*, Marketing Science 24(2), 2005, the figure of conditional
 * expectations.
 * @example
 * import { validateModel } from '@clientele/tiering'
 * import { holdoutChart } from '@clientele/tiering/charts'
 *
 * const transactions = [{ customer: 'Li', date: '2024-01-01', amount: 80 }, { customer: 'Li', date: '2024-06-04', amount: 50 }]
 * const { data } = holdoutChart(validateModel(transactions, { calibrateTo: '2024-03-31', until: '2024-06-30' }))
 * data.values[0] //=> { repeatPurchases: '0', series: 'Made', mean: 1, customers: 1 }
 */
export function holdoutChart(validation: ModelValidation, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkModelValidation(validation, issues)
  throwIssues(issues)
  const { calibrateTo, until, actual, expected, byRepeatPurchases, fit } = validation
  const { chart, diagnoses } = locale.modelValidation
  const series = [chart.actual, chart.expected]
  const groups = byRepeatPurchases.filter(({ customers }) => customers > 0)
  const values = groups.flatMap((group) => {
    const { customers } = group
    const pointOf = (name: string, purchases: number) => ({
      repeatPurchases: labelOf(group, locale),
      series: name,
      mean: purchases / customers,
      customers,
    })
    return [pointOf(chart.actual, group.actual), pointOf(chart.expected, group.expected)]
  })
  const isFlat = values.every(({ mean }) => mean === 0)
  const [shownExpected, shownActual] = shownApart(expected, actual)
  const compared = formatMessage(chart.subtitle, { expected: shownExpected, actual: shownActual })
  const colours = { field: 'series', type: 'nominal', scale: { domain: series, range: [ACTUAL_COLOUR, EXPECTED_COLOUR] }, title: null }
  const y = { field: 'mean', type: 'quantitative', title: chart.mean, ...(isFlat ? { scale: { domain: [0, 1] } } : {}) }
  return {
    $schema: vegaLiteSchema,
    title: {
      text: formatMessage(chart.title, { calibrateTo, until }),
      subtitle: fit.converged ? compared : [compared, diagnoses['fit-not-converged']],
    },
    data: { values },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: HEIGHT,
    mark: { type: 'line', point: true },
    encoding: {
      x: {
        field: 'repeatPurchases',
        type: 'ordinal',
        title: formatMessage(chart.repeatPurchases, { calibrateTo }),
        scale: { domain: groups.map((group) => labelOf(group, locale)) },
        axis: { labelAngle: 0 },
      },
      y,
      color: colours,
      tooltip: [
        { field: 'repeatPurchases', type: 'nominal', title: formatMessage(chart.repeatPurchases, { calibrateTo }) },
        { field: 'series', type: 'nominal', title: chart.purchases },
        { field: 'mean', type: 'quantitative', title: chart.mean },
        { field: 'customers', type: 'quantitative', title: chart.customers },
      ],
    },
  }
}

function labelOf({ repeatPurchases, orMore }: RepeatGroup, { modelValidation }: TieringLocale): string {
  return orMore ? formatMessage(modelValidation.chart.orMore, { repeatPurchases }) : String(repeatPurchases)
}
