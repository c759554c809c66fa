import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, ownValue, reportType, throwIssues } from '@clientele/core/checks'
import { addFiveColumns, addOneColumn, readShortDecimal } from '@clientele/core/decimal'
import { readRatings } from '../score/rateCandidate.js'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepareScorecard.js'
import type { ScoreInput } from './scoreInput.js'

/** Reads ratings that come as one column per criterion; row `i` is the candidate of the id `String(i)`. */
export function readColumns(columns: unknown, card: PreparedScorecard): ScoreInput {
  const given = checkColumns(columns, card)
  const length = given.find((column) => column !== undefined)?.length ?? 0
  const floats = card.criteria.map((criterion, index) => toFloats(given[index], criterion, length))
  return {
    length,
    add(lanes, start, end, totals) {
      const [lane] = lanes as [(typeof lanes)[number]]
      if (lanes.length === 1) return addOneColumn(lane, floats[lane.index] as Float64Array, start, end, totals)
      return addFiveColumns(
        lanes,
        lanes.map(({ index }) => floats[index] as Float64Array),
        start,
        end,
        totals,
      )
    },
    valueAt: (term, row) => given[term]?.[row],
    readRow(row, issues) {
      const ratingOf = (criterion: string): unknown => given[card.criterionIds.indexOf(criterion)]?.[row]
      const before = issues.length
      const ratings = readRatings(card, ratingOf, (criterion) => ['columns', criterion, row], issues)
      return issues.length === before ? { id: String(row), ratings } : undefined
    },
    pathOf: (row) => ['columns', row],
    idOf: () => undefined,
  }
}

/** The column of each criterion, or undefined where it may be missing and is. */
function checkColumns(columns: unknown, card: PreparedScorecard): (ArrayLike<unknown> | undefined)[] {
  const issues: Issue[] = []
  if (!checkRecord(columns, ['columns'], issues)) throwIssues(issues)
  const record = columns as { readonly [criterion: string]: unknown }
  checkKeys(record, card.criterionIds, ['columns'], issues)
  let length: number | undefined
  const found = card.criteria.map(({ id, substitute }) => {
    const column = ownValue(record, id)
    if (column === undefined && substitute !== undefined) return undefined
    if (!isColumn(column)) {
      reportType(column, ['columns', id], issues, 'number-column')
      return undefined
    }
    length ??= column.length
    if (column.length !== length) issues.push(createIssue('length-differs', ['columns', id], { expected: length, actual: column.length }))
    return column
  })
  throwIssues(issues)
  return found
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)
}

/** A column of float64: what is no number becomes NaN, which no lane fits, so that its row is read by itself. */
function toFloats(column: ArrayLike<unknown> | undefined, { substitute }: PreparedCriterion, length: number): Float64Array {
  if (column instanceof Float64Array) return column
  const missing = substitute === undefined ? Number.NaN : substitute.rating.toNumber()
  const floats = new Float64Array(length).fill(missing)
  if (column === undefined) return floats
  for (let row = 0; row < length; row++) {
    const value = column[row]
    if (value !== undefined) floats[row] = typeof value === 'number' ? value : readShortDecimal(value)
  }
  return floats
}
