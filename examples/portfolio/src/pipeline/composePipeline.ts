import { type ConversionCurve, measureFunnel, stageCurves } from '@clientele/funnel'
import { diagnosePipeline } from './diagnosePipeline.js'
import { folderFiles } from './folderFiles.js'
import { stageLogOf } from './stageLogOf.js'
import type { PipelineBook, PipelineReport, PipelineSettings } from './types.js'

/** Says everything that follows from the folder of a sales pipeline, as data. */
export function composePipeline(book: PipelineBook, settings: PipelineSettings): PipelineReport {
  const { asOf, document, by, cohorts } = settings
  const { used, counts, later, rejected } = book.deals
  const regions = new Map(book.teams.used.map(({ name, group }) => [name, group]))
  const log = stageLogOf(used, regions, settings)
  const measure = measureFunnel(log, document, { asOf, by, cohorts })
  const { curves } = stageCurves(log, document, { asOf })
  const enters = document.stages[0]?.id as string
  return {
    asOf,
    mapping: { columns: folderFiles.deals.columns, enters, currency: document.currency ?? null },
    rows: counts,
    wonOfRows: counts.used === 0 ? null : measure.won.count / counts.used,
    by,
    measure,
    curve: curves[enters] as ConversionCurve,
    diagnoses: diagnosePipeline(book, settings),
    undated: used.filter(({ date }) => date === null),
    later,
    rejected,
  }
}
