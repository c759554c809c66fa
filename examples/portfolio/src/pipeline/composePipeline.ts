import { type ConversionCurve, measureFunnel, stageCurves } from '@clientele/funnel'
import { composeOutlook } from './composeOutlook.js'
import { diagnosePipeline } from './diagnosePipeline.js'
import { folderFiles } from './folderFiles.js'
import { groupDeals } from './groupDeals.js'
import { listPricesOf } from './listPricesOf.js'
import { stageLogOf } from './stageLogOf.js'
import type { PipelineBook, PipelineReport, PipelineSettings } from './types.js'
import { weighListPrices } from './weighListPrices.js'

/** Says everything that follows from the folder of a sales pipeline, as data. */
export function composePipeline(book: PipelineBook, settings: PipelineSettings): PipelineReport {
  const { asOf, document, by, cohorts } = settings
  const { used, counts, later, rejected } = book.deals
  const prices = listPricesOf(book, settings)
  const regions = new Map(book.teams.used.map(({ name, group }) => [name, group]))
  const log = stageLogOf(used, { regions, prices }, settings)
  const measure = measureFunnel(log, document, { asOf, by, cohorts })
  const { curves } = stageCurves(log, document, { asOf })
  const enters = document.stages[0]?.id as string
  return {
    asOf,
    mapping: { columns: folderFiles.deals.columns, enters, currency: document.currency ?? null },
    ...(settings.listPrices === undefined ? {} : { listed: weighListPrices(book, prices, settings) }),
    rows: counts,
    wonOfRows: counts.used === 0 ? null : measure.won.count / counts.used,
    by,
    measure,
    curve: curves[enters] as ConversionCurve,
    ...composeOutlook(log, measure, { deals: used, groupOf: groupDeals(by, regions) }, settings),
    diagnoses: diagnosePipeline(book, prices, settings),
    undated: used.filter(({ date }) => date === null),
    later,
    rejected,
  }
}
