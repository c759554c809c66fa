import type { VegaLiteSpecification } from '@clientele/scoring/charts'
import { parse, resetSVGDefIds, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { withoutControls } from '../texts/withoutControls.js'
import { chartTheme } from './theme.js'

/**
 * Draws a Vega-Lite specification as SVG; `name` keeps its ids apart from those of other charts on the page.
 * Without a width, it has the specification's own.
 */
export async function drawChart(
  specification: VegaLiteSpecification,
  { name, width }: { readonly name: string; readonly width?: number },
): Promise<string> {
  const sized = { ...specification, ...(width === undefined ? {} : { width }) } as unknown as TopLevelSpec
  // Vega counts its ids on through all charts of a process.
  resetSVGDefIds()
  const view = new View(parse(compile(sized, { config: chartTheme }).spec), { renderer: 'none' })
  try {
    const svg = await view.toSVG()
    return withoutControls(svg).replace(/(\bid="|url\(#)/g, `$1${name}-`)
  } finally {
    view.finalize()
  }
}
