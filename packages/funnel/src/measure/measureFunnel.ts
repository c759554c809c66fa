import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { factsOf } from '../stageLog/factsOf.js'
import { readStageLog } from '../stageLog/readStageLog.js'
import type { StageChange } from '../stageLog/types.js'
import { composeCohorts } from './composeCohorts.js'
import { composeFigures } from './composeFigures.js'
import { composeGroups } from './composeGroups.js'
import { diagnose } from './diagnose.js'
import { gatherBook } from './gatherBook.js'
import { listDeals } from './listDeals.js'
import { isWithin, type ReadFunnelOptions, readFunnelOptions, shownRange } from './readFunnelOptions.js'
import type { FunnelMeasure, FunnelOptions } from './types.js'

/**
 * Measures how deals went through a pipeline: how far they came, what was won and lost, and how many get on, told of all, of the closed ones and in the end.
 *
 * A deal is counted once, by the outcome of its last episode: what was won or lost and came back to a stage is open again. It has entered every stage up to the furthest that it
 * ever stood in, those that it skipped too, and a deal that is won has passed them all; so of every stage entered = advanced + lost + open, and as many advance from a
 * stage as enter the next. Changes of one date of which any is known to the date alone take place in the order of the stages, won and lost after them; otherwise their
 * moments decide: the order of the log never matters.
 *
 * @param log - The changes of all deals, in any order: of one deal, moment and stage one at most; a deal that is won is not lost, or the other way round, without a stage in between.
 * @param pipeline - The pipeline. What it refuses is measured all the same, since it happened, and told in `diagnoses`.
 * @param options - `asOf`: the last date looked at. `zone`: where moments have their dates, UTC unless given. `entered`: looks only at deals whose first change is in a range of dates.
 * `by`: an attribute to group by. `currencyRates`: turns amounts into one currency. `cohorts`: by which periods of entering deals are told apart, fiscal years too. `detail`: `'deals'` lists
 * them. `invalid`: whether a bad change throws or is rejected.
 * @returns The figures of the funnel, of its groups and its cohorts; days are whole calendar days, amounts exact and by currency.
 * @throws {@link InputError} if anything is not as stated, with every issue; also where an amount's currency has no rate.
 * @see Textbook S1 漏斗理论, S3 漏斗分析. E. B. Wilson, *Probable Inference*, 1927 (interval). O. Aalen & S. Johansen, 1978 (`eventual`).
 * @example
 * import { measureFunnel, type Pipeline } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: ['price'], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const log = [
 *   { deal: 'A', at: '2024-03-01', to: 'quoted', amount: '800', currency: 'EUR' },
 *   { deal: 'A', at: '2024-03-11', to: 'won' },
 *   { deal: 'B', at: '2024-03-02', to: 'quoted' },
 *   { deal: 'B', at: '2024-03-08', to: 'lost', reason: 'price' },
 *   { deal: 'C', at: '2024-03-20', to: 'quoted' },
 * ]
 * const { stages, conversion, won, losses } = measureFunnel(log, pipeline, { asOf: '2024-03-31' })
 * stages.map(({ stage, entered, advanced, lost, open }) => [stage, entered, advanced, lost, open]) //=> [['quoted', 3, 1, 1, 1], ['negotiating', 1, 1, 0, 0]]
 * conversion.ofEntered //=> 0.3333333333333333
 * conversion.ofClosed //=> 0.5
 * won.amounts //=> [{ currency: 'EUR', amount: '800.00' }]
 * losses //=> [{ stage: 'quoted', reason: 'price', count: 1, amounts: [] }]
 */
export function measureFunnel(log: readonly StageChange[], pipeline: Pipeline, options: FunnelOptions): FunnelMeasure {
  const issues: Issue[] = []
  const read = readPipeline(pipeline, ['pipeline'], issues)
  const asked = readFunnelOptions(options, issues)
  throwIssues(issues)
  return measureLog(log, read as ReadPipeline, asked as ReadFunnelOptions)
}

/** Measures a log by a pipeline and options that were read. */
export function measureLog(log: unknown, pipeline: ReadPipeline, options: ReadFunnelOptions): FunnelMeasure {
  const { asOf, zone, lastDay, rates, by, cohorts, entered, invalid, listsDeals } = options
  const { deals: all, later, rejected } = readStageLog(log, { pipeline, zone, lastDay, invalid })
  const histories = entered === null ? all : all.filter(({ changes }) => isWithin(changes[0]?.day as number, entered))
  const facts = histories.map((history) => factsOf(history, pipeline))
  const book = gatherBook(histories, facts, pipeline, { lastDay, rates })
  const deals = Int32Array.from(histories, (_, deal) => deal)
  return {
    asOf,
    zone: zone.id,
    ...(entered === null ? {} : { enteredWithin: shownRange(entered) }),
    ...composeFigures(book, deals),
    ...(cohorts === null ? {} : { cohorts: composeCohorts(book, deals, cohorts, lastDay) }),
    ...(by === null ? {} : { by, groups: composeGroups(book, deals, facts, by) }),
    ...(listsDeals ? { deals: listDeals(deals, book, histories, facts) } : {}),
    diagnoses: diagnose(book, deals, {
      later,
      enteredOtherwise: all.length - histories.length,
      withoutGroup: by === null ? 0 : facts.filter(({ attributes }) => !attributes.has(by)).length,
      rejected: rejected.length,
    }),
    rejected,
    policies: [pipeline.policy],
  }
}
