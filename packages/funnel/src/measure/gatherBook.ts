import { readAmounts } from '../money/readAmounts.js'
import type { ReadCurrencyRates } from '../money/readCurrencyRates.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { columnsOf } from '../stageLog/columnsOf.js'
import type { DealFacts } from '../stageLog/factsOf.js'
import { followChanges } from '../stageLog/followChanges.js'
import type { DealHistory } from '../stageLog/readStageLog.js'
import type { DealBook } from './book.js'

/** The book of deals that came as rows, with what their changes say of them. */
export function gatherBook(
  deals: readonly DealHistory[],
  facts: readonly DealFacts[],
  pipeline: ReadPipeline,
  { lastDay, rates }: { readonly lastDay: number; readonly rates: ReadCurrencyRates | null },
): DealBook {
  const known = new Set(pipeline.lossReasons)
  const unknown = new Set(facts.flatMap(({ reason }) => (reason === null || known.has(reason) ? [] : [reason])))
  const reasons = [...pipeline.lossReasons, ...[...unknown].sort()]
  const places = new Map(reasons.map((reason, place) => [reason, place]))
  return {
    pipeline,
    followed: followChanges(columnsOf(deals), pipeline, lastDay),
    amounts: readAmounts(
      facts.map(({ amount }) => amount),
      rates,
    ),
    reason: Int32Array.from(facts, ({ reason }) => (reason === null ? -1 : (places.get(reason) as number))),
    reasons,
  }
}
