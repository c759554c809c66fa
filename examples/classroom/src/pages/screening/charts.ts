import type { VegaLiteSpecification } from '@clientele/core/charts'
import { contributionsChart, stabilityChart } from '@clientele/scoring/charts'
import type { ScoringLocale } from '@clientele/scoring/explain'
import type { Screening } from './computeScreening.js'

/** Any number: a chart that has a width is fitted to its place. */
const WIDTH = 400

/** Not those of the criteria. That of the order is that of the bands below the sliders. */
const HOLDING_COLOURS = ['#64748b', '#2f9487', '#b7791f']

/** What each criterion adds to each total. The table above says who the bars are, and the swatches beside the weights what their parts are. */
export function pointsChart({ ranking, scorecard }: Screening, locale: ScoringLocale): VegaLiteSpecification {
  const specification = contributionsChart(ranking, scorecard, locale)
  const { y, x, color, ...others } = specification['encoding'] as Channels
  return {
    ...specification,
    width: WIDTH,
    height: 110,
    encoding: { ...others, x, y: { ...y, title: null }, color: { ...color, legend: null } },
  } as VegaLiteSpecification
}

/** How far each weight may move. The titles stand above their bars, where there is room for them on a phone too. */
export function roomChart({ stability, scorecard }: Screening, locale: ScoringLocale, isLarge: boolean): VegaLiteSpecification {
  const specification = stabilityChart(stability, scorecard, locale)
  const { y, ...others } = specification['encoding'] as Channels
  const [bars, ...marks] = specification['layer'] as unknown as readonly { readonly encoding: Channels }[]
  const coloured = (channel: string) => ({ ...bars?.encoding[channel], scale: { range: HOLDING_COLOURS }, legend: { columns: 1 } })
  const [height, labelOffset] = isLarge ? [350, -22] : [260, -17]
  const axis = { labelAlign: 'left', labelBaseline: 'bottom', labelOffset, labelPadding: -4, labelLimit: 420, ticks: false, domain: false }
  return {
    ...specification,
    width: WIDTH,
    height,
    layer: [{ ...bars, encoding: { ...bars?.encoding, color: coloured('color'), stroke: coloured('stroke') } }, ...marks],
    encoding: { ...others, y: { ...y, title: null, axis, scale: { paddingInner: 0.4, paddingOuter: 0.35 } } },
  } as VegaLiteSpecification
}

interface Channels {
  readonly [channel: string]: { readonly [property: string]: unknown }
}
