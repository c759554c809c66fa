import type { Issue, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'
import { readOptions, readRows, throwIssues } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { readCandidate } from '../rows/readCandidate.js'
import type { Candidate } from '../score/types.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import type { DecisionTable } from './types.js'

/** What is to be known about a table made from candidates: of most methods, rows that are missing change the others' results. */
export interface TabulationDiagnosis {
  readonly code: 'rows-rejected'
  readonly params: { readonly rejected: number; readonly candidates: number }
}

/** A scorecard's candidates as a table, for other methods. */
export interface TabulatedCandidates {
  readonly table: DecisionTable
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly TabulationDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/**
 * Writes a scorecard's candidates as a decision table, so that other methods can rank them or find weights for them.
 *
 * Values are the ratings as given, or what stands in for a missing one; a cost stays a cost. The scales are not in the table: by the
 * weighted sum without normalisation, totals differ from the scorecard's by the same amount for everyone, and the order is the same.
 *
 * @param candidates - Any number, each with an id of its own and a rating per criterion; values must be 0, or between 1e-100 and 1e100
 * in size, for the methods to take the table.
 * @param scorecard - The criteria, their weights, directions and titles.
 * @param options - `invalid`: `throw` (default) for everything that is wrong at once, or `collect` to list bad rows in `rejected`.
 * @returns The table, in the order of the input; rejected rows; diagnoses.
 * @throws {@link InputError} if the scorecard or an option is wrong, or any candidate is and `invalid` is `throw`.
 * @example
 * import { rankByTopsis, tabulateCandidates } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const candidates = [
 *   { id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 } },
 *   { id: 'B', ratings: { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 } },
 * ]
 * const { table } = tabulateCandidates(candidates, customerScreening)
 * table.values //=> [['5', '5', '4', '3', '4'], ['4', '3', '5', '4', '2']]
 * rankByTopsis(table).ranked.map(({ alternative }) => alternative) //=> ['A', 'B']
 */
export function tabulateCandidates(candidates: readonly Candidate[], scorecard: Scorecard, options: ReadOptions = {}): TabulatedCandidates {
  const card = prepareScorecard(scorecard)
  const issues: Issue[] = []
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  const { read, rejected } = readRows(candidates, 'candidates', invalid, readCandidate(card))
  const criteria = card.criteria.map(({ id, weight, reversed }, index) => {
    const title = scorecard.criteria[index]?.title
    return {
      id,
      ...(title === undefined ? {} : { title: typeof title === 'string' ? title : { ...title } }),
      weight: decimalText(weight),
      ...(reversed ? { direction: 'cost' as const } : {}),
    }
  })
  return {
    table: {
      alternatives: read.map(({ id }) => id),
      criteria,
      values: read.map(({ ratings }) => ratings.map(({ rating }) => decimalText(rating))),
    },
    rejected,
    diagnoses: rejected.length === 0 ? [] : [{ code: 'rows-rejected', params: { rejected: rejected.length, candidates: read.length } }],
    policies: card.policies,
  }
}
