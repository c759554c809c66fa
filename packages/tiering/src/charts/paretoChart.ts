import type { Issue } from '@clientele/core'
import { labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { checkTieringAlone, checkTieringOfScheme } from '../explain/checkTiering.js'
import { tiersOf } from '../explain/tiersOf.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { Tiering, TierScheme } from '../tiers/types.js'
import { LEGEND_LIMIT } from './legendLimit.js'
import { customersPerBar, NAMED_BARS, type ParetoBar, paretoBars, paretoDomains } from './paretoBars.js'
import { type ParetoRule, paretoRules } from './paretoRules.js'
import { tierColours } from './tierColours.js'
import { WIDE_PADDING } from './widePadding.js'

/** Pixels; longer names are cut short. */
const WIDTH = 560
const HEIGHT = 300
const NAME_LIMIT = 120

const LINE_COLOUR = '#d94801'
const RULE_COLOUR = '#636363'

/**
 * Draws what each customer is worth, the greatest first and coloured by tier, and as a line what all up to there bring in together.
 *
 * @param tiering - What {@link classifyByThreshold}, {@link classifyByShare} or {@link classifyByScore} returned.
 * @param scheme - The tier scheme that made it: its titles are taken from it, and its thresholds or cuts are drawn as lines. Without it, tiers are called by
 * their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. Of more than 40 customers none is named, and of more than 500 each bar stands for several of one
 * tier, with their mean value. Where the total is not above 0, there is no line. It takes O(n log n) for n customers with a scheme.
 * @throws {@link InputError} if `tiering` is none, or the scheme is not the one that made it.
 * @example
 * import { classifyByShare } from '@clientele/tiering'
 * import { paretoChart } from '@clientele/tiering/charts'
 * import { paretoAbc } from '@clientele/tiering/templates'
 *
 * const customers = [{ customer: 'Li', value: 600 }, { customer: 'Wu', value: 300 }, { customer: 'Xu', value: 100 }]
 * const { data } = paretoChart(classifyByShare(customers, paretoAbc), paretoAbc)
 * data.values[1] //=> { customer: 'Wu', tier: 'A', from: 1, to: 2, value: 300, cumulative: 0.9 }
 */
export function paretoChart(tiering: Tiering, scheme?: TierScheme, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  if (scheme === undefined) checkTieringAlone(tiering, issues)
  else checkTieringOfScheme(tiering, scheme, issues)
  throwIssues(issues)
  const found = { ...tiering }
  const titled = scheme === undefined ? found.tiers.map(({ tier }) => ({ id: tier })) : tiersOf({ ...scheme })
  const labels = labelsOf(titled.map((one) => ({ id: one.id, title: titleOf({ ...one }, locale) })))
  const bars = paretoBars(found)
  const domains = paretoDomains(bars)
  const picture: Picture = { bars, domains, isNamed: bars.length <= NAMED_BARS && customersPerBar(found.customers.length) === 1, locale }
  const hasShares = bars.some(({ cumulative }) => cumulative !== null)
  const rules = scheme === undefined ? [] : paretoRules({ ...scheme }, found.customers.length, bars, domains.value)
  return {
    $schema: vegaLiteSchema,
    title: titleOfChart(found, locale),
    data: { values: bars.map((bar) => ({ ...bar, tier: labels.get(bar.tier) as string })) },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: HEIGHT,
    layer: [
      {
        layer: [
          drawBars(picture, [...labels.values()], found),
          ...rules.filter(({ axis }) => axis !== 'cumulative').map((rule) => drawRule(rule, picture)),
        ],
      },
      ...(hasShares ? [drawShares(rules, picture)] : []),
    ],
    resolve: { scale: { y: 'independent' } },
  }
}

/** What the parts of the picture share. */
interface Picture {
  readonly bars: readonly ParetoBar[]
  readonly domains: ReturnType<typeof paretoDomains>
  /** Whether bars stand at names, or at positions. */
  readonly isNamed: boolean
  readonly locale: TieringLocale
}

function titleOfChart({ customers, diagnoses }: Tiering, { tiers }: TieringLocale) {
  const { pareto, withoutShares, grouped } = tiers.chart
  const most = customersPerBar(customers.length)
  const subtitle = [
    ...(customers.length === 0 ? [tiers.diagnoses['no-customers']] : []),
    ...(diagnoses.some(({ code }) => code === 'total-not-positive') ? [withoutShares] : []),
    ...(most === 1 ? [] : [formatMessage(grouped, { number: most })]),
  ]
  return subtitle.length === 0 ? pareto : { text: pareto, subtitle }
}

/** The axis of customers: of names, or of positions. */
function axisOfCustomers({ bars, isNamed, locale }: Picture) {
  const { customer, position } = locale.tiers.chart
  if (isNamed) {
    const domain = bars.map((bar) => bar.customer)
    return { type: 'nominal', title: customer, scale: { domain, padding: 0 }, axis: { labelLimit: NAME_LIMIT } }
  }
  return { type: 'quantitative', title: position, scale: { domain: [0, (bars.at(-1) as ParetoBar).to], nice: false }, axis: { grid: false } }
}

function drawBars(picture: Picture, tiers: readonly string[], { currency, months }: Tiering) {
  const { domains, isNamed, locale } = picture
  const { chart } = locale.tiers
  const aMonth = (text: string): string => (months === undefined ? text : formatMessage(locale.aMonth, { amount: text }))
  const title = currency === undefined ? aMonth(chart.value) : formatMessage(chart.valueIn, { unit: aMonth(currency) })
  const x = axisOfCustomers(picture)
  return {
    mark: isNamed ? { type: 'bar', tooltip: true, stroke: 'white' } : { type: 'rect', tooltip: true },
    encoding: {
      ...(isNamed ? { x: { field: 'customer', ...x } } : { x: { field: 'from', ...x }, x2: { field: 'to' } }),
      y: { field: 'value', type: 'quantitative', title, scale: { domain: domains.value, nice: false } },
      ...(isNamed ? {} : { y2: { datum: 0 } }),
      color: {
        field: 'tier',
        type: 'nominal',
        title: chart.tier,
        scale: { domain: tiers, range: tierColours(tiers.length) },
        ...(tiers.length > LEGEND_LIMIT ? { legend: null } : {}),
      },
    },
  }
}

/** The line of what all up to a customer bring in, and the cuts of it. */
function drawShares(rules: readonly ParetoRule[], picture: Picture) {
  const { chart } = picture.locale.tiers
  const x = axisOfCustomers(picture)
  const y = shareAxis(picture)
  return {
    layer: [
      ...rules.filter(({ axis }) => axis === 'cumulative').map((rule) => drawRule(rule, picture)),
      {
        mark: { type: 'line', color: LINE_COLOUR, point: picture.isNamed ? { color: LINE_COLOUR } : false, tooltip: true },
        encoding: { x: { field: picture.isNamed ? 'customer' : 'to', ...x }, y: { field: 'cumulative', ...y, title: chart.cumulative } },
      },
    ],
  }
}

function shareAxis({ domains }: Picture) {
  return { type: 'quantitative', scale: { domain: domains.cumulative, nice: false }, axis: { format: '.0%', grid: false, orient: 'right' } }
}

/** A line where a tier ends: at a value, at a share, or at a number of customers. */
function drawRule(rule: ParetoRule, picture: Picture) {
  const mark = { type: 'rule', color: RULE_COLOUR, strokeDash: [6, 3] }
  if (rule.axis === 'customers') {
    const x = axisOfCustomers(picture)
    if (!picture.isNamed) return { data: { values: [{ at: rule.at }] }, mark, encoding: { x: { field: 'at', ...x } } }
    const { customer } = picture.bars[rule.bar] as ParetoBar
    return { data: { values: [{ customer }] }, mark, encoding: { x: { field: 'customer', ...x, bandPosition: rule.at - rule.bar } } }
  }
  const y =
    rule.axis === 'cumulative'
      ? { ...shareAxis(picture), title: picture.locale.tiers.chart.cumulative }
      : { type: 'quantitative', scale: { domain: picture.domains.value, nice: false } }
  return { data: { values: [{ at: rule.at }] }, mark, encoding: { y: { field: 'at', ...y } } }
}
