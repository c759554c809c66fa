import type { VegaLiteSpecification } from '@clientele/core/charts'
import type { View } from 'vega'
import embed, { type VisualizationSpec } from 'vega-embed'
import { chartTheme } from './chartTheme.js'

export interface DrawnChart {
  readonly view: View
  finalize(): void
}

interface DrawOptions {
  /** The width of the place, in pixels. */
  readonly width: number
  readonly isLarge: boolean
}

/** Draws a specification as SVG. A chart that has a width of its own gets that of the place. */
export async function drawChart(place: HTMLElement, specification: VegaLiteSpecification, { width, isLarge }: DrawOptions): Promise<DrawnChart> {
  const fitted = typeof specification['width'] === 'number' ? { width, autosize: { type: 'fit-x', contains: 'padding' } } : {}
  const { view, finalize } = await embed(place, { ...specification, ...fitted } as unknown as VisualizationSpec, {
    actions: false,
    renderer: 'svg',
    tooltip: { theme: 'custom' },
    config: chartTheme(isLarge),
  })
  return { view, finalize }
}
