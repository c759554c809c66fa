import type { Issue } from '@clientele/core'
import { drawn, labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, shown, shownPercent } from '@clientele/core/explain'
import { checkAllowance } from '../explain/checkAllowance.js'
import { shownBucket } from '../explain/shownFacts.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { CurrencyAllowance, LossAllowance } from '../provisions/types.js'
import { ageColours } from './ageColours.js'

/** Pixels; longer labels are cut short. */
const WIDTH = 420
const LABEL_LIMIT = 450

/**
 * Draws what is set aside for each bucket: a bar, labelled with how much of how much that is.
 *
 * @param allowance - What {@link measureLossAllowance} returned. Buckets are called by their ids, also where the ageing scheme has titles, which an
 * allowance does not carry.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: a picture for each currency, one below the other. Rates are shown to two decimal places.
 * @throws {@link InputError} if `allowance` is none.
 * @example
 * import { ageReceivables, measureLossAllowance } from '@clientele/credit'
 * import { allowanceChart } from '@clientele/credit/charts'
 * import { ageingTo90Days, ifrs9ExampleMatrix } from '@clientele/credit/templates'
 *
 * const items = [{ id: 'INV-1', customer: 'A', date: '2024-01-10', due: '2024-02-09', amount: '1000', currency: 'CNY' }]
 * const ageing = ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' })
 * const { data } = allowanceChart(measureLossAllowance(ageing, ifrs9ExampleMatrix))
 * data.values[2] //=> { currency: 'CNY', bucket: '31-60', allowance: 36, label: '36.00 (3.6% of 1000.00)' }
 */
export function allowanceChart(allowance: LossAllowance, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkAllowance(allowance, ['allowance'], issues)
  throwIssues(issues)
  const { asOf, currencies } = allowance
  const title = formatMessage(locale.charts.allowance, { asOf })
  const pictures = currencies.map((currency) => drawCurrency(currency, locale))
  return {
    $schema: vegaLiteSchema,
    data: { values: pictures.flatMap(({ values }) => values) },
    ...(pictures.length === 0
      ? { title: { text: title, subtitle: formatMessage(locale.allowance.nothing, { asOf }) }, mark: 'bar' }
      : { title, vconcat: pictures.map(({ picture }) => picture) }),
  }
}

function drawCurrency({ currency, buckets }: CurrencyAllowance, locale: CreditLocale) {
  const { bucket: bucketTitle, setAside, setAsideOf } = locale.charts
  const ids = buckets.map(({ id }) => id)
  const titles = labelsOf(ids.map((id) => ({ id, title: shownBucket(id, locale) })))
  const values = buckets.map(({ id, debits, rate, allowance }) => ({
    currency,
    bucket: titles.get(id) as string,
    allowance: drawn(allowance),
    label: formatMessage(setAsideOf, { allowance: shown(allowance), percent: shownPercent(rate), debits: shown(debits) }),
  }))
  const domain = [...titles.values()]
  const y = { field: 'bucket', type: 'nominal', title: bucketTitle, scale: { domain }, axis: { title: null } }
  // Without bars there are no amounts that the axis could span.
  const scale = buckets.every(({ allowance }) => isNil(allowance)) ? { domain: [0, 1] } : {}
  const x = { field: 'allowance', type: 'quantitative', title: formatMessage(setAside, { currency }), scale }
  const color = { field: 'bucket', type: 'nominal', scale: { domain, range: ageColours(ids) }, legend: null }
  const picture = {
    transform: [{ filter: { field: 'currency', equal: currency } }],
    width: WIDTH,
    encoding: { y, x },
    layer: [
      { mark: { type: 'bar', tooltip: true }, encoding: { color } },
      { mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, limit: LABEL_LIMIT }, encoding: { text: { field: 'label' } } },
    ],
  }
  return { values, picture }
}
