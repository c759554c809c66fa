import type { InvalidRows, Issue } from '@clientele/core'
import { checkChoice, readOptions, readRows, throwIssues } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { readCandidate } from '../rows/readCandidate.js'
import type { Candidate } from '../score/types.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { dominanceOf, pairsOf, tiesOf } from './comparePairs.js'
import { holdingInterval, type ScaledPair } from './holdingInterval.js'
import { type ScaledBook, scaleCandidates } from './scaleCandidates.js'
import { selectionInterval, selectScaled } from './selectionInterval.js'
import type { StabilityDiagnosis, StabilityOptions, WeightStability } from './types.js'

/**
 * Tells how far each weight may move, the others staying as they are, before the winner, the order or the selection changes.
 *
 * Totals are straight lines in one weight, so every bound is where two lines meet, found exactly and then shown as the nearest number.
 * Weights are 0 or more and are not made to add up to anything. It takes O(n²·m) for n candidates and m criteria, and O(n·log n·m) with
 * `detail: 'criteria'`, times the bends that the lowest selected total makes on the way to a bound: a few, and n at the worst.
 *
 * @param candidates - Any number, each with an id of its own and a rating per criterion.
 * @param scorecard - The criteria, their weights and scales.
 * @param options - `detail`: `pairs` (default) also compares every two candidates, `criteria` leaves `pairs` and `dominance` empty.
 * `invalid`: `throw` (default) for everything that is wrong at once, or `collect` to list bad rows in `rejected`.
 * @returns By criterion the weights for which the winner, the whole order and the selection hold (`to` is null without a bound), and who
 * changes places at the bounds; for every two candidates and every criterion the weight that ties them; who dominates whom; rejected rows;
 * diagnoses. A bound above the greatest number (about 1.8e308) is shown as that.
 * @throws {@link InputError} if the scorecard or an option is wrong, or any candidate is and `invalid` is `throw`.
 * @see E. Triantaphyllou & A. Sánchez, "A sensitivity analysis approach for some deterministic multi-criteria decision-making methods",
 * *Decision Sciences* 28, 1997; textbook S1 (客戶篩選) for the example.
 * @example
 * import { weightStability } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const candidates = [
 *   { id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 } },
 *   { id: 'B', ratings: { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 } },
 * ]
 * const { criteria, pairs } = weightStability(candidates, customerScreening)
 * const [demand, , prospects] = criteria
 * demand?.winnerHolds //=> { from: 0, to: null, tiedAtFrom: [], tiedAtTo: [] }
 * prospects?.winnerHolds //=> { from: 0, to: 13, tiedAtFrom: [], tiedAtTo: [{ higher: 'A', lower: 'B' }] }
 * pairs[3] //=> { higher: 'A', lower: 'B', criterion: 'payment', tiesAt: 12 }
 */
export function weightStability(candidates: readonly Candidate[], scorecard: Scorecard, options: StabilityOptions = {}): WeightStability {
  const card = prepareScorecard(scorecard)
  const { detail, invalid } = readStabilityOptions(options)
  const { read, rejected } = readRows(candidates, 'candidates', invalid, readCandidate(card))
  const book = scaleCandidates(read, card)
  const pairs = detail === 'pairs' ? pairsOf(book) : []
  const contests = { winner: pairsWithWinners(book), order: neighbours(book) }
  const selection = card.select && selectScaled(book, card.select.type === 'top' ? card.select.count : 0)
  return {
    order: book.candidates.map(({ id }) => id),
    winners: winnersOf(book).map(({ id }) => id),
    ...(selection === undefined ? {} : { selected: selection.selected.map(({ id }) => id) }),
    criteria: card.criteria.map(({ id, weight }, index) => ({
      criterion: id,
      weight: decimalText(weight),
      winnerHolds: holdingInterval(contests.winner, index, book),
      orderHolds: holdingInterval(contests.order, index, book),
      ...(selection === undefined ? {} : { selectionHolds: selectionInterval(selection, index, book) }),
    })),
    pairs: pairs.flatMap((pair) => tiesOf(pair, card, book)),
    dominance: pairs.flatMap(dominanceOf),
    rejected,
    diagnoses: diagnose(read.length, rejected.length),
    policies: card.policies,
  }
}

function readStabilityOptions(options: StabilityOptions): { detail: 'pairs' | 'criteria'; invalid: InvalidRows } {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['detail', 'invalid'], issues)
  const { detail = 'pairs' } = options ?? {}
  checkChoice(detail, ['pairs', 'criteria'], ['options', 'detail'], issues)
  throwIssues(issues)
  return { detail, invalid }
}

function winnersOf({ candidates }: ScaledBook): ScaledBook['candidates'] {
  return candidates.filter(({ total }) => total === candidates[0]?.total)
}

/**
 * The pairs that decide who wins: every winner and everybody behind, and of several winners the first with each of the others, for
 * the others tie among themselves as long as each ties with the first.
 */
function pairsWithWinners(book: ScaledBook): ScaledPair[] {
  const [first, ...others] = book.candidates
  return first === undefined ? [] : others.map((other): ScaledPair => [first, other])
}

/** Nobody changes places as long as no two neighbours do. */
function neighbours({ candidates }: ScaledBook): ScaledPair[] {
  return candidates.slice(1).map((lower, index): ScaledPair => [candidates[index] as (typeof candidates)[number], lower])
}

function diagnose(candidates: number, rejected: number): StabilityDiagnosis[] {
  return [
    ...(rejected > 0 ? [{ code: 'rows-rejected', params: { rejected, candidates } } as const] : []),
    ...(candidates === 0 ? [{ code: 'no-candidates', params: {} } as const] : []),
  ]
}
