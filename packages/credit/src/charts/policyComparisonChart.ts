import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification, vegaLiteSchema, wrapText } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isNil, shown } from '@clientele/core/explain'
import type { PolicyComparison, PolicyOutcome } from '../comparison/types.js'
import { checkPolicyComparison } from '../explain/checkPolicyComparison.js'
import { roundFigure } from '../explain/shownFigure.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'

/** So many policies at most are drawn, and the one in force. */
const DRAWN = 20

/** Pixels; longer labels are cut short. */
const WIDTH = 420
const LABEL_LIMIT = 450
const BAR_HEIGHT = 16
const TITLE_GAP = 10

/** What the names of bars need at least: in Chinese more than is estimated where text cannot be measured. */
const NAMES_WIDTH = 70

/** Characters that a line of a name may have. */
const NAME_WIDTH = 70

/** An axis spans both sides of 0. */
const SIDES = 2

const COSTS = ['opportunity', 'badDebt', 'discount', 'collection'] as const
const COLOURS = { contribution: '#6baed6', cost: '#fdae6b', profit: '#a1d99b', best: '#238b45', loss: '#cb181d' }

type Bar = keyof CreditLocale['policyComparison']['chart']['bars']

/** A bar from one amount to another, and the figure that is written beside it. */
interface Step {
  readonly bar: Bar
  readonly kind: keyof typeof COLOURS
  readonly from: Decimal
  readonly to: Decimal
  readonly figure: Decimal
}

/**
 * Draws for each credit policy how its costs, one after the other, reduce its contribution to its profit: one picture below the other on axes alike, with
 * the best policy marked, or all that are.
 *
 * @param comparison - What {@link compareCreditPolicies} returned. Policies are called by their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the policies in the order given, of more than 20 the 20 best and the one in force. Costs that no
 * policy has are not drawn; amounts are labelled to two decimal places, or with two digits where that would be 0.
 * @throws {@link InputError} if `comparison` is none, or its figures contradict each other.
 * @example
 * import { compareCreditPolicies } from '@clientele/credit'
 * import { policyComparisonChart } from '@clientele/credit/charts'
 *
 * const current = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5 }
 * const longer = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 15, collectionCost: 8 }
 * const options = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' } as const
 * const { data } = policyComparisonChart(compareCreditPolicies([current, longer], options))
 * data.values[1] //=> { picture: 0, policy: 'n/60', bar: 'Opportunity cost', kind: 'cost', from: 400, to: 390, end: 400, label: '−10' }
 */
export function policyComparisonChart(comparison: PolicyComparison, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkPolicyComparison(comparison, issues)
  throwIssues(issues)
  const { chart } = locale.policyComparison
  const { policies } = comparison
  const pictures = policiesToDraw(comparison)
  const costs = COSTS.filter((cost) => pictures.some((policy) => !isNil(policy[cost])))
  const steps = pictures.map((policy) => stepsOf(policy, costs, isBest(policy, comparison)))
  const values = steps.flatMap((some, picture) => some.map((step) => drawStep(step, picture, (pictures[picture] as PolicyOutcome).id, locale)))
  const isRounded = steps.some((some) => some.some(({ figure }) => !roundFigure(figure).eq(figure)))
  const subtitle = [
    ...(isRounded ? [chart.rounded] : []),
    ...(pictures.length < policies.length ? [formatMessage(chart.others, { count: policies.length - pictures.length })] : []),
  ]
  const scale = scaleOf(values)
  return {
    $schema: vegaLiteSchema,
    title: { text: chart.title, ...(subtitle.length === 0 ? {} : { subtitle }), offset: TITLE_GAP },
    data: { values },
    vconcat: pictures.map((policy, picture) => drawPicture(policy, picture, picture === pictures.length - 1, { comparison, costs, scale, locale })),
  }
}

/** The policies in the order given; of many the best, and the one in force. */
function policiesToDraw({ policies, current }: PolicyComparison): readonly PolicyOutcome[] {
  if (policies.length <= DRAWN) return policies
  const profits = policies.map(({ id, profit }) => ({ id, profit: new Decimal(profit) }))
  const ranked = profits.sort((a, b) => b.profit.cmp(a.profit) || Number(b.id === current) - Number(a.id === current) || (a.id < b.id ? -1 : 1))
  const best = new Set([...ranked.slice(0, DRAWN).map(({ id }) => id), current])
  return policies.filter(({ id }) => best.has(id))
}

/** Whether no policy has a greater profit; profits are texts in their only form. */
function isBest({ profit }: PolicyOutcome, { best, policies }: PolicyComparison): boolean {
  return policies.some((policy) => policy.id === best && policy.profit === profit)
}

/** The contribution, each cost from where the one before ends, and the profit that is left. */
function stepsOf(policy: PolicyOutcome, costs: readonly (typeof COSTS)[number][], best: boolean): Step[] {
  const nothing = new Decimal(0)
  const contribution = new Decimal(policy.contribution)
  let left = contribution
  const lowering = costs.map((cost): Step => {
    const from = left
    left = left.minus(policy[cost])
    return { bar: cost, kind: 'cost', from, to: left, figure: new Decimal(policy[cost]).negated() }
  })
  const profit = new Decimal(policy.profit)
  const kind = profit.lt(0) ? 'loss' : best ? 'best' : 'profit'
  return [
    { bar: 'contribution', kind: 'contribution', from: nothing, to: contribution, figure: contribution },
    ...lowering,
    { bar: 'profit', kind, from: nothing, to: profit, figure: profit },
  ]
}

/** A bar, with its figure to the right of it and of 0. */
function drawStep({ bar, kind, from, to, figure }: Step, picture: number, policy: string, { policyComparison }: CreditLocale) {
  const [start, stop] = [drawn(decimalText(from), SIDES), drawn(decimalText(to), SIDES)]
  const label = shown(decimalText(roundFigure(figure)))
  return { picture, policy, bar: policyComparison.chart.bars[bar], kind, from: start, to: stop, end: Math.max(0, start, stop), label }
}

/** One scale for all pictures. */
function scaleOf(values: readonly { readonly from: number; readonly to: number }[]) {
  const ends = values.flatMap(({ from, to }) => [from, to])
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)]
  // Without bars there are no amounts that the axis could span.
  return domain[0] === domain[1] ? { domain: [0, 1] } : { domain, nice: true }
}

/** What the pictures of a comparison share. */
interface Shared {
  readonly comparison: PolicyComparison
  readonly costs: readonly Bar[]
  readonly scale: ReturnType<typeof scaleOf>
  readonly locale: CreditLocale
}

function drawPicture(policy: PolicyOutcome, picture: number, isLast: boolean, { comparison, costs, scale, locale }: Shared) {
  const { chart } = locale.policyComparison
  const bars: readonly Bar[] = ['contribution', ...costs, 'profit']
  const domain = bars.map((bar) => chart.bars[bar])
  const x = { type: 'quantitative', scale, title: isLast ? chart.amount : null, axis: isLast ? { grid: false } : null }
  const color = { field: 'kind', type: 'nominal', scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) }, legend: null }
  return {
    title: {
      text: wrapText(nameOf(policy, comparison, chart), NAME_WIDTH),
      anchor: 'start',
      fontWeight: isBest(policy, comparison) ? 'bold' : 'normal',
    },
    transform: [{ filter: { field: 'picture', equal: picture } }],
    width: WIDTH,
    height: { step: BAR_HEIGHT },
    encoding: { y: { field: 'bar', type: 'nominal', scale: { domain }, axis: { title: null, minExtent: NAMES_WIDTH } } },
    view: { stroke: null },
    layer: [
      { mark: { type: 'bar', tooltip: true }, encoding: { x: { field: 'from', ...x }, x2: { field: 'to' }, color } },
      { data: { values: [{}] }, mark: { type: 'rule', aria: false }, encoding: { x: { datum: 0, ...x }, y: null } },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, limit: LABEL_LIMIT },
        encoding: { x: { field: 'end', ...x }, text: { field: 'label' } },
      },
    ],
  }
}

function nameOf(policy: PolicyOutcome, comparison: PolicyComparison, chart: CreditLocale['policyComparison']['chart']): string {
  const { id, profit } = policy
  const [other, inForce] = !isBest(policy, comparison)
    ? [chart.policy, chart.inForce]
    : profit.startsWith('-')
      ? [chart.smallestLoss, chart.smallestLossInForce]
      : [chart.best, chart.bestInForce]
  return formatMessage(id === comparison.current ? inForce : other, { policy: id })
}
