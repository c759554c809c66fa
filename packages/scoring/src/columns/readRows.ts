import type { Issue, Path } from '@clientele/core'
import { checkList, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { LANES_AT_ONCE, type Lane } from '@clientele/core/decimal'
import { rateCandidate } from '../score/rateCandidate.js'
import type { PreparedScorecard } from '../scorecard/prepared.js'
import { addFiveRatings, addRatings, hasKnownShape } from './addRatings.js'
import type { ScoreInput } from './scoreInput.js'

/** Reads ratings that come as one object per candidate; `path` is the list's place in the issues. */
export function readRows(candidates: unknown, card: PreparedScorecard, path: Path): ScoreInput {
  const issues: Issue[] = []
  if (!checkList(candidates, path, issues)) throwIssues(issues)
  const rows = candidates as readonly unknown[]
  const ids = [...card.positions.keys()]
  const valueAt = (term: number, row: number): unknown => {
    const ratings = ratingsOf(rows[row])
    return ratings === undefined ? undefined : ownValue(ratings, ids[term] as string)
  }
  return {
    length: rows.length,
    add(lanes: readonly Lane[], start: number, end: number, totals: Float64Array): number {
      // Every row passes the one group with the first lane, and is checked for unknown keys there.
      const checksShape = lanes[0]?.index === 0
      let row = start
      while (row < end) {
        if (lanes.length === LANES_AT_ONCE) row = addFiveRatings(lanes, ids, checksShape, rows, row, end, totals)
        if (row === end) break
        // Where a rating is missing, an unknown key may have made up for it in the count.
        const isDoubtful = checksShape || lanes.some(({ index }) => valueAt(index, row) === undefined)
        if (isDoubtful && !hasKnownShape(rows[row], card)) break
        if (!addRatings(lanes, card, valueAt, row, totals)) break
        row++
      }
      return row
    },
    valueAt,
    readRow: (row, found) => rateCandidate(rows[row], card, [...path, row], found),
    pathOf: (row, criterion) => [...path, row, 'ratings', criterion],
    idOf(row) {
      const candidate = rows[row]
      const id = isRecord(candidate) ? ownValue(candidate, 'id') : undefined
      return typeof id === 'string' ? id : undefined
    },
  }
}

function ratingsOf(candidate: unknown): { readonly [criterion: string]: unknown } | undefined {
  const ratings = isRecord(candidate) ? ownValue(candidate, 'ratings') : undefined
  return isRecord(ratings) ? ratings : undefined
}
