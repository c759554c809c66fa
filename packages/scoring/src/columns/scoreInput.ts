import type { InvalidRows, Issue, Path, RejectedRow } from '@clientele/core'
import { createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { type CompiledWeightedSum, type Decimal, decimalAt, decimalText, type WeightedInput } from '@clientele/core/decimal'
import { composeScore, totalOf } from '../score/composeScore.js'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import type { ColumnScores } from './types.js'

const LONGEST_SHOWN = 60

/** A scorecard ready for many rows. */
export interface ReadyScorecard {
  readonly card: PreparedScorecard
  readonly sum: CompiledWeightedSum
}

/** Many rows, however they are stored: quick to add up, and each readable by itself. */
export interface ScoreInput extends Pick<WeightedInput, 'length' | 'add' | 'valueAt'> {
  /** Reads one row with all its checks; undefined where anything is wrong. */
  readonly readRow: (row: number, issues: Issue[]) => { readonly id: string; readonly ratings: readonly ReadRating[] } | undefined
  /** Where a rating has its place in the issues. */
  readonly pathOf: (row: number, criterion: string) => Path
  /** The id a rejected row is listed with, where it has one. */
  readonly idOf: (row: number) => string | undefined
}

/** Scores many rows: in integers where that is exact, one by one where it is not. */
export function scoreInput({ card, sum }: ReadyScorecard, input: ScoreInput, invalid: InvalidRows): ColumnScores {
  const refused = new Map<number, readonly Issue[]>()
  const settle = (row: number): Decimal | undefined => {
    const issues: Issue[] = []
    const read = input.readRow(row, issues)
    if (read === undefined) refused.set(row, issues)
    return read === undefined ? undefined : totalOf(read.ratings)
  }
  const { totals, inexact } = sum.weigh({ length: input.length, add: input.add, valueAt: input.valueAt, settle })
  for (const { row, total } of inexact) {
    const params = { maximum: sum.maximumDigits, actual: decimalText(total).slice(0, LONGEST_SHOWN) }
    refused.set(row, [createIssue('not-exact', input.pathOf(row, finestOf(input, row)), params)])
  }
  const rejected = [...refused].sort(([a], [b]) => a - b).map(([row, issues]) => reject(row, input.idOf(row), issues))
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  return { totals, explain: (row) => explainRow(row, card, input, totals, refused), rejected, policies: card.policies }
}

/** The criterion whose points have the most decimal places. */
function finestOf(input: ScoreInput, row: number): string {
  const ratings = input.readRow(row, [])?.ratings ?? []
  return ratings.reduce((finest, one) => (one.points.decimalPlaces() > finest.points.decimalPlaces() ? one : finest)).criterion.id
}

function reject(index: number, id: string | undefined, issues: readonly Issue[]): RejectedRow {
  return { index, ...(id === undefined ? {} : { id }), issues }
}

function explainRow(
  row: number,
  card: PreparedScorecard,
  input: ScoreInput,
  totals: ColumnScores['totals'],
  refused: ReadonlyMap<number, readonly Issue[]>,
): ReturnType<ColumnScores['explain']> {
  const issues: Issue[] = []
  if (!Number.isInteger(row) || row < 0 || row >= input.length) {
    throwIssues([createIssue('out-of-range', ['row'], { minimum: '0', maximum: String(input.length - 1), actual: describeValue(row) })])
  }
  throwIssues(refused.get(row) ?? [])
  const read = input.readRow(row, issues)
  throwIssues(issues)
  const { id, ratings } = read as NonNullable<typeof read>
  const total = totalOf(ratings)
  const expected = decimalAt(totals, row)
  if (decimalText(total) !== expected) {
    throwIssues([createIssue('outdated-input', ['row'], { expected, actual: decimalText(total) })])
  }
  return { ...composeScore(id, ratings, total, card), policies: card.policies }
}
