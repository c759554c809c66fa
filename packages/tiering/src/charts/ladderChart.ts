import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { lintLadder } from '../benefits/lintLadder.js'
import { type ReadLadder, type ReadStep, readLadder } from '../benefits/readLadder.js'
import type { DiscountLadder } from '../benefits/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { quantityText } from '../numbers/quantity.js'
import { WIDE_PADDING } from './widePadding.js'

/** Pixels. */
const WIDTH = 500

/** So many points draw the curves between the steps of an incremental ladder. */
const POINTS = 400

/** How far the axis goes beyond the last step. */
const BEYOND = 1.5

/** Amounts are drawn as half of the greatest number at most, so that there is room beyond them. */
const HALVES = 2

/** A step in numbers that a chart can draw, where the one before ends, and what an order of `from` gets off. */
interface DrawnStep {
  readonly from: number
  readonly to: number
  /** A part of 1. */
  readonly rate: number
  readonly before: number
}

/**
 * Draws which discount an order gets by its size, as a part of the whole order. Orders that cost more than a larger one at the next step are marked.
 *
 * @param ladder - The ladder of discounts.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside, up to half as much again as the last step's amount; `cliffs` is the data of those marked.
 * @throws {@link InputError} if the ladder is not one, with every issue.
 * @see lintLadder, which tells in numbers where the cliffs are.
 * @example
 * import { ladderChart } from '@clientele/tiering/charts'
 *
 * const steps = [{ from: '0', percent: '5' }, { from: '100000', percent: '6' }]
 * const { data, layer } = ladderChart({ type: 'all-units', steps })
 * data.values //=> [{ order: 0, rate: 0.05 }, { order: 100000, rate: 0.05 }, { order: 100000, rate: 0.06 }, { order: 150000, rate: 0.06 }]
 * layer[0].data.values //=> [{ from: 98947.37, to: 100000 }]
 */
export function ladderChart(ladder: DiscountLadder, locale: TieringLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  const read = readLadder(ladder, ['ladder'], issues)
  throwIssues(issues)
  const { chart } = locale.benefits
  const { type, steps: found } = read as ReadLadder
  const steps = drawSteps(found)
  const values = steps.flatMap((step) => pointsOf(step, type, steps.length))
  const cliffs = cliffsOf(ladder)
  const domain = [0, steps.at(-1)?.to ?? 1]
  const x = { type: 'quantitative', title: chart.order, scale: { domain, nice: false } }
  const highest = Math.max(...steps.map(({ rate }) => rate))
  // Without discounts there is nothing that the axis could span.
  const y = { field: 'rate', type: 'quantitative', title: chart.rate, axis: { format: '~%' }, scale: { domain: [0, highest === 0 ? 1 : highest] } }
  return {
    $schema: vegaLiteSchema,
    title: cliffs.length === 0 ? chart.title : { text: chart.title, subtitle: chart.dearer },
    padding: WIDE_PADDING,
    width: WIDTH,
    data: { values },
    layer: [
      {
        data: { values: cliffs },
        mark: { type: 'rect', color: '#cb181d', opacity: 0.25, tooltip: true },
        encoding: { x: { field: 'from', ...x }, x2: { field: 'to' } },
      },
      { mark: { type: 'line', tooltip: true }, encoding: { x: { field: 'order', ...x }, y, order: { field: 'order', type: 'quantitative' } } },
    ],
  }
}

function drawSteps(steps: readonly ReadStep[]): DrawnStep[] {
  const read = steps.map(({ from, percent }) => ({ from: drawn(quantityText(from), HALVES), rate: Number(quantityText(percent)) / 100 }))
  const all = read[0]?.from === 0 ? read : [{ from: 0, rate: 0 }, ...read]
  let before = 0
  return all.map(({ from, rate }, index) => {
    const to = all[index + 1]?.from ?? (from * BEYOND || 1)
    const step = { from, to, rate, before }
    before += (to - from) * rate
    return step
  })
}

/** The ends of a level line, or as many points of a curve as there is room for. */
function pointsOf(step: DrawnStep, type: DiscountLadder['type'], count: number) {
  const { from, to, rate, before } = step
  if (type === 'all-units' || from === 0) return [from, to].map((order) => ({ order, rate }))
  const parts = Math.max(1, Math.floor(POINTS / count))
  return Array.from({ length: parts + 1 }, (_, part) => {
    const order = from + (to - from) * (part / parts)
    return { order, rate: (before + (order - from) * rate) / order }
  })
}

function cliffsOf(ladder: DiscountLadder) {
  return lintLadder(ladder).flatMap(({ code, params }) =>
    code === 'cliff' ? [{ from: drawn(String(params['cheaperFrom']), HALVES), to: drawn(String(params['from']), HALVES) }] : [],
  )
}
