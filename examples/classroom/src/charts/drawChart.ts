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
  describe(element, specification)
  return { view, finalize }
}

/** Vega describes axes and marks in English alone: who hears the page hears the chart's title, and the numbers from tables and sentences. */
function describe(element: HTMLElement, specification: VegaLiteSpecification): void {
  element.querySelector('svg')?.setAttribute('aria-hidden', 'true')
  const title = titleOf(specification as Titled)
  if (title === '') return
  element.setAttribute('role', 'img')
  element.setAttribute('aria-label', title)
}

interface Titled {
  readonly title?: string | { readonly text?: string | readonly string[] }
}

function titleOf({ title }: Titled): string {
  const text = typeof title === 'object' ? title.text : title
  return [text ?? ''].flat().join(' ')
}
