import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { columnsOf } from '../stageLog/columnsOf.js'
import { followChanges, LOST, WON } from '../stageLog/followChanges.js'
import { type DealHistory, readStageLog } from '../stageLog/readStageLog.js'
import type { StageChange } from '../stageLog/types.js'
import { composeCurve } from './composeCurve.js'
import { type ReadCurveOptions, readCurveOptions } from './readCurveOptions.js'
import type { ReadWatchedDeal } from './readWatchedDeal.js'
import type { ConversionCurve, CurveOptions, StageCurvesResult } from './types.js'

type StageWatch = Omit<ReadWatchedDeal, 'deal'>

/**
 * Tells of every stage how deals that came to it were decided as time went by: the history by which {@link winProbability} judges open deals.
 *
 * @param log - The changes of all deals, in any order, as {@link measureFunnel} takes them.
 * @param pipeline - The pipeline whose stages are told of.
 * @param options - As those of {@link conversionCurve}; changes after `asOf` are not looked at. By `kaplan-meier` for comparison only: {@link winProbability} refuses such
 * curves. `invalid`: whether a bad change throws or is rejected.
 * @returns By stage a curve of the deals that ever stood in it (skipping it is not enough), each once, from the day on which it first came to it to its last outcome. A deal that was
 * opened again is open until it is closed again; then the outcome that counts is that of the last episode, and the time runs on from the first entry to that outcome, the days for
 * which the deal was closed included. A stage in which no deal ever stood has a curve of no deals. What was rejected is told once, beside the curves.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see O. Aalen, S. Johansen, *Scandinavian Journal of Statistics* 5, 1978.
 * @example
 * import { type Pipeline, stageCurves, winProbability } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-03-01', to: 'quoted' },
 *   { deal: 'A', at: '2024-03-08', to: 'negotiating' },
 *   { deal: 'A', at: '2024-03-11', to: 'won' },
 *   { deal: 'B', at: '2024-03-01', to: 'quoted' },
 *   { deal: 'B', at: '2024-03-21', to: 'lost' },
 * ]
 * const { curves } = stageCurves(log, pipeline, { asOf: '2024-03-31' })
 * curves.quoted?.times //=> [10, 20]
 * curves.negotiating?.won //=> [1]
 * winProbability({ stage: 'quoted', ageDays: 5 }, curves).probability //=> 0.5
 */
export function stageCurves(log: readonly StageChange[], pipeline: Pipeline, options: CurveOptions): StageCurvesResult {
  const issues: Issue[] = []
  const read = readPipeline(pipeline, ['pipeline'], issues)
  const asked = readCurveOptions(options, issues)
  throwIssues(issues)
  return curvesOfLog(log, read as ReadPipeline, asked as ReadCurveOptions)
}

function curvesOfLog(log: unknown, pipeline: ReadPipeline, options: ReadCurveOptions): StageCurvesResult {
  const { asOf, zone, lastDay, invalid } = options
  const { deals, rejected } = readStageLog(log, { pipeline, zone, lastDay, invalid })
  const curves = composeStageCurves(deals, pipeline, options)
  return {
    asOf,
    curves: Object.fromEntries(pipeline.stages.map(({ id }, stage) => [id, curves[stage] as ConversionCurve])),
    rejected,
    policies: [pipeline.policy],
  }
}

/** The curves of the stages, in their order. */
export function composeStageCurves(
  deals: readonly DealHistory[],
  pipeline: ReadPipeline,
  options: Pick<ReadCurveOptions, 'asOf' | 'lastDay' | 'method'>,
): ConversionCurve[] {
  return watchStages(deals, pipeline, options.lastDay).map((watch) => composeCurve(watch, options, []))
}

/** By stage: the deals that stood in it, from when they first did to their outcome. */
function watchStages(deals: readonly DealHistory[], pipeline: ReadPipeline, lastDay: number): StageWatch[][] {
  const followed = followChanges(columnsOf(deals), pipeline, lastDay)
  const watches = pipeline.stages.map((): StageWatch[] => [])
  for (const [deal, { changes }] of deals.entries()) {
    const code = followed.outcome[deal]
    const outcome = code === WON ? 'won' : code === LOST ? 'lost' : 'open'
    const left = outcome === 'open' ? null : (followed.closed[deal] as number)
    const seen = new Set<number>()
    for (const { day, code: stage } of changes) {
      if (stage >= pipeline.won || seen.has(stage)) continue
      seen.add(stage)
      watches[stage]?.push({ entered: day, left, outcome, from: null })
    }
  }
  return watches
}
