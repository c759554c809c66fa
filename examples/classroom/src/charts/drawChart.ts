import type { VegaLiteSpecification } from '@clientele/core/charts'
import type { View } from 'vega'
import embed, { type VisualizationSpec } from 'vega-embed'
import { chartTheme } from './chartTheme.js'
import { fitChart, narrowPictures, type Place } from './fitChart.js'

export interface DrawnChart {
  readonly view: View
  finalize(): void
}

/** Draws a specification as SVG, as wide as its place; pictures one below the other no wider. */
export async function drawChart(element: HTMLElement, specification: VegaLiteSpecification, place: Place): Promise<DrawnChart> {
  const fitted = fitChart(specification, place)
  const drawn = await embedChart(element, fitted, place)
  const narrowed = narrowPictures(fitted, Number(element.querySelector('svg')?.getAttribute('width') ?? 0) - place.width)
  if (narrowed === undefined) return drawn
  drawn.finalize()
  return embedChart(element, narrowed, place)
}

async function embedChart(element: HTMLElement, specification: VegaLiteSpecification, { isLarge }: Place): Promise<DrawnChart> {
  const { view, finalize } = await embed(element, specification as unknown as VisualizationSpec, {
    actions: false,
    renderer: 'svg',
    tooltip: { theme: 'custom' },
    config: chartTheme(isLarge),
  })
  hideSilentMarks(element)
  return { view, finalize }
}

/** A mark without data, such as the line at 0, is announced as a picture of nothing. */
function hideSilentMarks(element: HTMLElement): void {
  for (const mark of element.querySelectorAll('[role="graphics-symbol"]:not([aria-label])')) mark.setAttribute('aria-hidden', 'true')
}
