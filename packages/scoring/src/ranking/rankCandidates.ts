import type { DecimalString, InvalidRows, Issue } from '@clientele/core'
import { checkChoice, readOptions, readRows, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { type ReadCandidate, readCandidate } from '../rows/readCandidate.js'
import { composeScore, totalOf } from '../score/composeScore.js'
import type { Candidate } from '../score/types.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import type { RankedCandidate, Ranking, RankingDiagnosis, RankOptions, SelectionReason, TieRule } from './types.js'

/** A candidate with its exact total and its ranks among the others. */
interface Placed extends ReadCandidate {
  readonly total: Decimal
  /** How many totals are greater. */
  readonly above: number
  readonly rank: number
}

/**
 * Ranks candidates by their weighted totals, and selects whom the scorecard says to select.
 *
 * Totals are compared exactly. Equal totals are listed by id, and the order of the input changes nothing. A tie at the cut of
 * `select: { type: 'top' }` selects all of it, and a diagnosis says so. It takes O(n log n) for n candidates.
 *
 * @param candidates - Any number, each with an id of its own and a rating per criterion.
 * @param scorecard - The criteria, their weights and scales, and whom to select.
 * @param options - `ties`: how equal totals are ranked, `competition` (1, 2, 2, 4) unless given, or `dense` (1, 2, 2, 3), or `ordinal`
 * (1, 2, 3, 4). `invalid`: `throw` (default) for everything that is wrong at once, or `collect` to list bad rows in `rejected`.
 * @returns The candidates from the highest total to the lowest, groups of equal totals, rejected rows, and diagnoses.
 * @throws {@link InputError} if the scorecard or an option is wrong, or any candidate is and `invalid` is `throw`.
 * @see Textbook S1, "screening customers" (客戶篩選): the two with the highest totals are the target customers.
 * @example
 * import { rankCandidates } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const candidates = [
 *   { id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 } },
 *   { id: 'B', ratings: { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 } },
 *   { id: 'D', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 4, cooperation: 5 } },
 * ]
 * const { ranked } = rankCandidates(candidates, customerScreening)
 * ranked.map(({ rank, candidate, total, selected }) => [rank, candidate, total, selected])
 * //=> [[1, 'D', '70', true], [2, 'A', '67', true], [3, 'B', '57', false]]
 */
export function rankCandidates(candidates: readonly Candidate[], scorecard: Scorecard, options: RankOptions = {}): Ranking {
  const card = prepareScorecard(scorecard)
  const { ties, invalid } = readRankOptions(options)
  const { read, rejected } = readRows(candidates, 'candidates', invalid, readCandidate(card))
  const placed = place(read, ties)
  const cut = cutOf(placed, card)
  return {
    ranked: placed.map((row) => composeRanked(row, card, cut)),
    tied: groupsOfTied(placed),
    rejected,
    diagnoses: diagnose(placed, rejected.length, card, cut),
    policies: card.policies,
  }
}

function readRankOptions(options: RankOptions): { ties: TieRule; invalid: InvalidRows } {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['ties', 'invalid'], issues)
  const { ties = 'competition' } = options ?? {}
  checkChoice(ties, ['competition', 'dense', 'ordinal'], ['options', 'ties'], issues)
  throwIssues(issues)
  return { ties, invalid }
}

function place(rows: readonly ReadCandidate[], ties: TieRule): Placed[] {
  const totals = rows.map((row) => ({ ...row, total: totalOf(row.ratings) }))
  totals.sort((a, b) => b.total.cmp(a.total) || (a.id < b.id ? -1 : 1))
  let above = 0
  let distinct = 0
  return totals.map((row, index) => {
    const before = totals[index - 1]
    if (before === undefined || !before.total.eq(row.total)) {
      above = index
      distinct += 1
    }
    const rank = ties === 'competition' ? above + 1 : ties === 'dense' ? distinct : index + 1
    return { ...row, above, rank }
  })
}

/** The least total that is selected, and whether a tie at it selects more than the scorecard asks for. */
interface Cut {
  readonly total: Decimal
  readonly tied: boolean
}

function cutOf(placed: readonly Placed[], { select }: PreparedScorecard): Cut | undefined {
  if (select === undefined) return undefined
  if (select.type === 'at-least') return { total: new Decimal(select.total), tied: false }
  const last = placed[Math.min(select.count, placed.length) - 1]
  const next = placed[select.count]
  return last === undefined ? undefined : { total: last.total, tied: next?.total.eq(last.total) ?? false }
}

function composeRanked(row: Placed, card: PreparedScorecard, cut: Cut | undefined): RankedCandidate {
  const selected = cut !== undefined && row.total.gte(cut.total)
  return {
    rank: row.rank,
    selected,
    ...(cut === undefined ? {} : { selection: reasonFor(row, selected, card, cut) }),
    ...composeScore(row.id, row.ratings, row.total, card),
  }
}

function reasonFor(row: Placed, selected: boolean, { select }: PreparedScorecard, cut: Cut): SelectionReason {
  if (select?.type !== 'top') return { code: selected ? 'total-reached' : 'total-not-reached', params: { total: decimalText(cut.total) } }
  if (!selected) return { code: 'outside-top', params: { count: select.count } }
  if (cut.tied && row.total.eq(cut.total)) return { code: 'tied-at-cut', params: { count: select.count, total: decimalText(cut.total) } }
  return { code: 'within-top', params: { count: select.count } }
}

function groupsOfTied(placed: readonly Placed[]): string[][] {
  const groups = new Map<DecimalString, string[]>()
  for (const { id, total } of placed) {
    const key = decimalText(total)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [id])
    else group.push(id)
  }
  return [...groups.values()].filter((ids) => ids.length > 1)
}

function diagnose(placed: readonly Placed[], rejected: number, { select }: PreparedScorecard, cut: Cut | undefined): RankingDiagnosis[] {
  const diagnoses: RankingDiagnosis[] = []
  if (rejected > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected, candidates: placed.length } })
  if (placed.length === 0) diagnoses.push({ code: 'no-candidates', params: {} })
  if (select?.type !== 'top' || cut === undefined) return diagnoses
  if (placed.length < select.count) diagnoses.push({ code: 'fewer-than-count', params: { count: select.count, candidates: placed.length } })
  if (cut.tied) {
    const selected = placed.filter(({ total }) => total.gte(cut.total))
    const tied = selected.filter(({ total }) => total.eq(cut.total)).map(({ id }) => id)
    const params = { count: select.count, selected: selected.length, total: decimalText(cut.total), candidates: tied }
    diagnoses.push({ code: 'tie-at-cut', params })
  }
  return diagnoses
}
