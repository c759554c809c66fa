import { compile } from 'vega-lite'
import type { VegaLiteSpecification } from '../src/charts.js'

/** Compiles a chart: how many marks it has, and what Vega-Lite warns of. */
export function compileChart(chart: VegaLiteSpecification): { readonly marks: number; readonly warnings: readonly unknown[] } {
  const warnings: unknown[] = []
  const note = (...texts: unknown[]): object => {
    warnings.push(texts)
    return logger
  }
  const logger = { level: () => logger, warn: note, info: () => logger, debug: () => logger, error: note }
  const { spec } = compile(chart as never, { logger: logger as never })
  return { marks: spec.marks?.length ?? 0, warnings }
}
