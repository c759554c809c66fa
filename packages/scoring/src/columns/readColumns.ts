import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, ownValue, reportType, throwIssues } from '@clientele/core/checks'
import { addFiveColumns, addOneColumn, LANES_AT_ONCE, type Lane, readShortDecimal } from '@clientele/core/decimal'
import { readRatings } from '../score/readRatings.js'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepared.js'
import { addRatings } from './addRatings.js'
import type { ScoreInput } from './scoreInput.js'

/** Reads ratings that come as one column per criterion; row `i` is the candidate of the id `String(i)`. */
export function readColumns(columns: unknown, card: PreparedScorecard): ScoreInput {
  const given = checkColumns(columns, card)
  const length = given.find((column) => column !== undefined)?.length ?? 0
  const floats = card.criteria.map((criterion, index) => toFloats(given[index], criterion, length))
  const valueAt = (term: number, row: number): unknown => given[term]?.[row]
  const pathOf = (row: number, criterion: string): Path => ['columns', criterion, row]
  return {
    length,
    add(lanes, start, end, totals) {
      const own = lanes.map(({ index }) => floats[index] as Float64Array)
      let row = start
      while (row < end) {
        row =
          lanes.length === LANES_AT_ONCE
            ? addFiveColumns(lanes, own, row, end, totals)
            : addOneColumn(lanes[0] as Lane, own[0] as Float64Array, row, end, totals)
        if (row === end || !addRatings(lanes, card, valueAt, row, totals)) break
        row++
      }
      return row
    },
    valueAt,
    readRow(row, issues) {
      const before = issues.length
      const ratingOf = (criterion: string): unknown => valueAt(card.positions.get(criterion) as number, row)
      const ratings = readRatings(card, ratingOf, (criterion) => pathOf(row, criterion), issues)
      return issues.length === before ? { id: String(row), ratings } : undefined
    },
    pathOf,
    idOf: () => undefined,
  }
}

/** The column of each criterion, or undefined where it may be missing and is. */
function checkColumns(columns: unknown, card: PreparedScorecard): (ArrayLike<unknown> | undefined)[] {
  const issues: Issue[] = []
  if (!checkRecord(columns, ['columns'], issues)) throwIssues(issues)
  const record = columns as { readonly [criterion: string]: unknown }
  checkKeys(record, card.positions, ['columns'], issues)
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
  return typeof value === 'object' && value !== null && 'length' in value && Number.isSafeInteger(value.length) && (value.length as number) >= 0
}

/** A column of float64: what is no number becomes NaN, which fits no lane, so that its row is read with care. */
function toFloats(column: ArrayLike<unknown> | undefined, { substitute }: PreparedCriterion, length: number): Float64Array {
  if (column instanceof Float64Array) return column
  const missing = substitute?.toNumber() ?? Number.NaN
  const floats = new Float64Array(length).fill(missing)
  if (column === undefined) return floats
  for (let row = 0; row < length; row++) {
    const value = column[row]
    if (value !== undefined) floats[row] = typeof value === 'number' ? value : readShortDecimal(value)
  }
  return floats
}
