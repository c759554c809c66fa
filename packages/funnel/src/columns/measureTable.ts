import { throwIssues } from '@clientele/core/checks'
import type { DealBook } from '../measure/book.js'
import { composeCohorts } from '../measure/composeCohorts.js'
import { composeFigures } from '../measure/composeFigures.js'
import { diagnose } from '../measure/diagnose.js'
import { isWithin, shownRange } from '../measure/readFunnelOptions.js'
import type { FunnelMeasure } from '../measure/types.js'
import type { DealAmounts } from '../money/dealAmounts.js'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
import { followChanges } from '../stageLog/followChanges.js'
import { findRefusals } from './findRefusals.js'
import { type GatheredChanges, gatherChanges, type Workroom } from './gatherChanges.js'
import type { ReadColumnOptions } from './readColumnOptions.js'
import { type KeyedChanges, readKeys } from './readKeys.js'
import { findBadCells, type StageTable } from './readStageColumns.js'

/** Measures a log that came as columns, by a pipeline and options that were read; throws where a cell is bad or a change refused. */
export function measureTable(table: StageTable, pipeline: ReadPipeline, options: ReadColumnOptions, room: Workroom): FunnelMeasure {
  const { asOf, lastDay, entered, cohorts, currency } = options
  const keyed = readKeys(table, pipeline.lost, lastDay, keysIn(room, table.deal.length))
  if (keyed === undefined) throwIssues(findBadCells(table, pipeline.lost))
  const { keys, later } = keyed as KeyedChanges
  const changes = gatherChanges(table, keyed as KeyedChanges, pipeline.won, room)
  if (changes.refused.length > 0) throwIssues(findRefusals(table, keys, changes.refused, pipeline))
  const followed = followChanges(changes, pipeline, lastDay)
  const { count } = followed
  const book: DealBook = {
    pipeline,
    followed,
    amounts: amountsOf(changes, count, currency, table.digits),
    reason: new Int32Array(count).fill(-1),
    reasons: pipeline.lossReasons,
  }
  const all = new Int32Array(count)
  for (let deal = 0; deal < count; deal += 1) all[deal] = deal
  const deals = entered === null ? all : all.filter((deal) => isWithin(followed.entered[deal] as number, entered))
  return {
    asOf,
    zone: 'UTC',
    ...(entered === null ? {} : { enteredWithin: shownRange(entered) }),
    ...composeFigures(book, deals),
    ...(cohorts === null ? {} : { cohorts: composeCohorts(book, deals, cohorts, lastDay) }),
    diagnoses: diagnose(book, deals, { later, enteredOtherwise: count - deals.length, withoutGroup: 0, rejected: 0 }),
    rejected: [],
    policies: [pipeline.policy],
  }
}

function keysIn({ keys }: Workroom, length: number): Int32Array {
  return new Int32Array(keys(Int32Array.BYTES_PER_ELEMENT * length), 0, length)
}

function amountsOf({ amount }: GatheredChanges, count: number, code: string | null, digits: number): DealAmounts {
  const currency = new Int16Array(count)
  if (amount === null) return { currencies: [], currency: currency.fill(-1), values: [], digits }
  for (let deal = 0; deal < count; deal += 1) if (Number.isNaN(amount[deal])) currency[deal] = -1
  return { currencies: [code], currency, values: amount, digits }
}
