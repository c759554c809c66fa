import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { VegaLiteSpecification } from '../src/charts.js'

/** Compiles a chart: how many marks it has, and what Vega-Lite warns of. */
export function compileChart(chart: VegaLiteSpecification): { readonly marks: number; readonly warnings: readonly unknown[] } {
  const { warnings, logger } = listen()
  const { spec } = compile(chart as never, { logger: logger as never })
  return { marks: spec.marks?.length ?? 0, warnings }
}

/** Draws a chart: its picture, and what Vega-Lite and Vega warn of meanwhile. */
export async function renderChart(chart: VegaLiteSpecification): Promise<{ readonly svg: string; readonly warnings: readonly unknown[] }> {
  const { warnings, logger } = listen()
  const { spec } = compile(chart as never, { logger: logger as never })
  const svg = await new View(parse(spec), { renderer: 'none', logger: logger as never }).toSVG()
  return { svg, warnings }
}

/** A logger that keeps warnings and errors. */
function listen(): { readonly warnings: unknown[]; readonly logger: object } {
  const warnings: unknown[] = []
  const note = (...texts: unknown[]): object => {
    warnings.push(texts)
    return logger
  }
  const logger = { level: () => logger, warn: note, info: () => logger, debug: () => logger, error: note }
  return { warnings, logger }
}
