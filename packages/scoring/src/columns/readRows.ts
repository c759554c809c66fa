import type { Issue } from '@clientele/core'
import { checkList, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { LANES_AT_ONCE, type Lane } from '@clientele/core/decimal'
import { rateCandidate } from '../score/rateCandidate.js'
import type { PreparedScorecard } from '../scorecard/prepareScorecard.js'
import { addFiveRatings, addRatings, hasKnownShape } from './addRatings.js'
import type { ScoreInput } from './scoreInput.js'

/** Reads ratings that come as one object per candidate. */
export function readRows(candidates: unknown, card: PreparedScorecard): ScoreInput {
  const issues: Issue[] = []
  if (!checkList(candidates, ['candidates'], issues)) throwIssues(issues)
  const rows = candidates as readonly unknown[]
  const readRow: ScoreInput['readRow'] = (row, found) => rateCandidate(rows[row], card, ['candidates', row], found)
  return {
    length: rows.length,
    add(lanes: readonly Lane[], start: number, end: number, totals: Float64Array): number {
      // Every row passes the one group with the first lane, and is checked for unknown keys there.
      const checksShape = lanes[0]?.index === 0
      let row = start
      while (row < end) {
        if (lanes.length === LANES_AT_ONCE) row = addFiveRatings(lanes, card.criterionIds, checksShape, rows, row, end, totals)
        if (row === end) break
        if (checksShape && !hasKnownShape(rows[row], card)) return row
        if (!addRatings(lanes, card, rows[row], row, totals)) return row
        row++
      }
      return end
    },
    valueAt(term, row) {
      const ratings = ratingsOf(rows[row])
      return ratings === undefined ? undefined : ownValue(ratings, card.criterionIds[term] as string)
    },
    readRow,
    pathOf: (row) => ['candidates', row],
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
