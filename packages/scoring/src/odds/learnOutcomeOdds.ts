import { readRows } from '@clientele/core/checks'
import { countRecords, countStages, countValues } from './countOutcomes.js'
import { diagnoseOdds } from './diagnoseOdds.js'
import { readLearningOptions } from './readLearningOptions.js'
import { recordReader } from './readRecord.js'
import type { LearnedOutcomeOdds, LearningOptions, OutcomeRecord } from './types.js'

/**
 * Learns from past leads how often each value of each field was won and lost; {@link estimateOutcome} then tells how likely another is.
 *
 * The document holds counts alone: every value of every field, won and lost. The order of the records changes nothing. It takes O(n) for n
 * records.
 *
 * @param history - Any number of leads that were `won` or `lost`, as flat records. A field's value is a string, a finite number, true or
 * false; null, undefined and left out mean that it is not known, and it is not counted. With stages, every lost record must tell its own.
 * @param options - `fields`: the names of the fields that count. `stage`: the field of the stage, its numbers ascending, or
 * `{ field, order }` with the stages from first to last; a won lead counts in every stage, a lost one in all up to its own. A won
 * lead's own stage does not matter, but without an order a number that stands there is one of the stages. `smoothing`: added to every
 * count, above 0, 0.1 unless given. `minimumCount`: a stage that fewer records reached is ignored, an integer from 0. `id` and `version` of the document, `outcome-odds` and 1 unless given.
 * `invalid`: `throw` (default) for everything that is wrong at once, or `collect` to list bad rows in `rejected`.
 * @returns A document that is JSON, to be stored; with `rejected` and `diagnoses`, which estimates do not read.
 * @throws {@link InputError} if an option is wrong, or any record is and `invalid` is `throw`.
 * @see Naive Bayes as P. Domingos and M. Pazzani, "On the optimality of the simple Bayesian classifier", 1997; the counts of stages and
 * the smoothing as in Odoo's predictive lead scoring.
 * @example
 * import { learnOutcomeOdds } from '@clientele/scoring'
 *
 * const history = [
 *   { outcome: 'won', source: 'fair' },
 *   { outcome: 'lost', source: 'fair', stage: 1 },
 *   { outcome: 'lost', source: 'web', stage: 2 },
 * ]
 * const { won, lost, fields, stage } = learnOutcomeOdds(history, { fields: ['source'], stage: 'stage' })
 * const counts = { won, lost }
 * counts //=> { won: 1, lost: 2 }
 * fields //=> [{ field: 'source', values: [{ value: 'fair', won: 1, lost: 1 }, { value: 'web', won: 0, lost: 1 }] }]
 * stage //=> { field: 'stage', stages: [{ stage: 1, won: 1, lost: 2 }, { stage: 2, won: 1, lost: 1 }] }
 */
export function learnOutcomeOdds<Row extends OutcomeRecord>(history: readonly Row[], options: LearningOptions): LearnedOutcomeOdds {
  const asked = readLearningOptions(options)
  const { reference, fields, stage, smoothing, minimumCount, invalid } = asked
  const { read, rejected } = readRows(history, 'history', invalid, recordReader(asked))
  const counts = countRecords(read)
  return {
    kind: 'outcome-odds',
    id: reference.id,
    version: reference.version,
    format: 1,
    smoothing,
    ...(minimumCount === undefined ? {} : { minimumCount }),
    ...counts,
    fields: fields.map((field, position) => ({ field, values: countValues(read, position) })),
    ...(stage === undefined ? {} : { stage: { field: stage.field, stages: countStages(read, stage, counts.won) } }),
    rejected,
    diagnoses: diagnoseOdds(counts, rejected.length),
  }
}
