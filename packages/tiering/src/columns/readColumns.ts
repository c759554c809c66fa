import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, checkText, createIssue, describeValue, reportType, throwIssues } from '@clientele/core/checks'
import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { Decimal, EXACT_INTEGER_LIMIT, POWERS_OF_TEN } from '@clientele/core/decimal'
import { quantityText } from '../numbers/quantity.js'
import { NEVER } from './groupTransactions.js'

/** A column of exact quantities, checked but for what its cells hold. */
export interface UnitCells {
  readonly cells: ArrayLike<unknown>
  readonly digits: number
}

const MOST_ROWS = 2 ** 31 - 1
const MOST_DIGITS = POWERS_OF_TEN.length - 1
/** Of so many bad cells of a column there is an issue each: millions would take all memory. */
const MOST_ISSUES = 10_000
/** Longer numbers help nobody in a message; of so many digits all numbers differ. */
const LONGEST_TEXT = 40
const TELLING_DIGITS = 17

/** Reads `{ values, digits }`, or adds issues and returns undefined. */
export function readUnits(value: unknown, path: Path, issues: Issue[]): UnitCells | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { values, digits, ...others } = { ...value }
  checkKeys(others, ['values', 'digits'], path, issues)
  const isColumn = checkColumn(values, [...path, 'values'], issues)
  if (!checkInteger(digits, [...path, 'digits'], issues, { minimum: 0, maximum: MOST_DIGITS }) || !isColumn) return undefined
  return { cells: values, digits: digits + 0 }
}

/** Quantities as numbers, NaN where a cell is none. */
export function unitsOf(cells: ArrayLike<unknown>): Float64Array {
  return cells instanceof Float64Array ? cells : Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN))
}

/** Reads a column of days, or adds an issue and returns undefined. */
export function readDays(value: unknown, path: Path, issues: Issue[]): ArrayLike<unknown> | undefined {
  return checkColumn(value, path, issues) ? value : undefined
}

/** Days as integers; where a cell is none, a day that is not in the calendar. */
export function daysOf(cells: ArrayLike<unknown>): Int32Array {
  return cells instanceof Int32Array ? cells : Int32Array.from(cells, (cell) => (isDay(cell) ? cell : NEVER))
}

/** Reads a column of ids, which are texts or integers of 32 bits, or adds an issue and returns undefined. */
export function readIds(value: unknown, path: Path, issues: Issue[]): Int32Array | readonly unknown[] | undefined {
  // A list of numbers is one mistake, not one in each row.
  if (value instanceof Int32Array || (Array.isArray(value) && typeof value[0] !== 'number')) return value
  reportType(value, path, issues, 'id-column')
  return undefined
}

function checkColumn(value: unknown, path: Path, issues: Issue[]): value is ArrayLike<unknown> {
  if (typeof value === 'object' && value !== null && 'length' in value) {
    const { length } = value
    if (Number.isInteger(length) && (length as number) >= 0 && (length as number) <= MOST_ROWS) return true
  }
  reportType(value, path, issues, 'number-column')
  return false
}

/** Adds an issue for each column that is not as long as the first one that can be read. */
export function checkLengths(columns: readonly (readonly [column: ArrayLike<unknown> | undefined, path: Path])[], issues: Issue[]): void {
  let expected: number | undefined
  for (const [column, path] of columns) {
    if (column === undefined) continue
    expected ??= column.length
    if (column.length !== expected) issues.push(createIssue('length-differs', path, { expected, actual: column.length }))
  }
}

function isDay(cell: unknown): cell is number {
  return Number.isInteger(cell) && (cell as number) >= FIRST_DAY && (cell as number) <= LAST_DAY
}

/** Checks the cells of a column by a function that adds issues, until so many are bad that no more is said. */
export function checkCells(check: (row: number) => void, issues: Issue[]): (row: number) => void {
  let left = MOST_ISSUES
  return (row) => {
    if (left === 0) return
    const before = issues.length
    check(row)
    if (issues.length > before) left -= 1
  }
}

/** Adds an issue where a cell is no day of the calendar. */
export function checkDayCell(cell: unknown, path: Path, issues: Issue[]): void {
  if (!isDay(cell) && checkInteger(cell, path, issues)) {
    issues.push(createIssue('out-of-range', path, { minimum: String(FIRST_DAY), maximum: String(LAST_DAY), actual: String(cell) }))
  }
}

/** Adds an issue where a cell is no integer below 2 ** 53 in size. */
export function checkUnitCell(cell: unknown, digits: number, path: Path, issues: Issue[]): void {
  if (!Number.isInteger(cell)) checkInteger(cell, path, issues)
  else if (!(Math.abs(cell as number) < EXACT_INTEGER_LIMIT)) issues.push(beyondColumn(BigInt(cell as number), digits, path))
}

/** Adds an issue where a cell is no text of at least one character. */
export function checkIdCell(cell: unknown, path: Path, issues: Issue[]): void {
  if (typeof cell !== 'number') checkText(cell, path, issues)
  else reportType(cell, path, issues, 'string')
}

/** What is said of units that no column can hold. */
export function beyondColumn(units: bigint, digits: number, path: Path): Issue {
  const bound = quantityText({ units: BigInt(EXACT_INTEGER_LIMIT), digits })
  const actual = quantityText({ units, digits })
  const shown = actual.length > LONGEST_TEXT ? new Decimal(actual).toSignificantDigits(TELLING_DIGITS).toExponential() : actual
  return createIssue('beyond-column', path, { bound, actual: shown })
}

/** Throws where a number is no row of so many. */
export function checkRow(row: unknown, length: number): void {
  if (Number.isInteger(row) && (row as number) >= 0 && (row as number) < length) return
  // Where there is no row, none can be named.
  if (length === 0) throwIssues([createIssue('empty', ['rows'], {})])
  throwIssues([createIssue('out-of-range', ['row'], { minimum: '0', maximum: String(length - 1), actual: describeValue(row) })])
}
