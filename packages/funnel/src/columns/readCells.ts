import type { Issue, Path } from '@clientele/core'
import { checkInteger, createIssue, reportType } from '@clientele/core/checks'
import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { Decimal, decimalText, EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'

const MOST_ROWS = 2 ** 31 - 1
const MOST_ID = 2 ** 31 - 1
/** Of so many bad cells of a column there is an issue each: millions would take all memory. */
export const MOST_ISSUES = 10_000
/** Longer numbers help nobody in a message; of so many digits all numbers differ. */
const LONGEST_TEXT = 40
const TELLING_DIGITS = 17

/** Reads a column of numbers, checked but for what its cells hold, or adds an issue and returns undefined. */
export function readColumn(value: unknown, path: Path, issues: Issue[]): ArrayLike<unknown> | undefined {
  if (typeof value === 'object' && value !== null && 'length' in value) {
    const { length } = value
    if (Number.isInteger(length) && (length as number) >= 0 && (length as number) <= MOST_ROWS) return value as ArrayLike<unknown>
  }
  reportType(value, path, issues, 'number-column')
  return undefined
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

/** Whether a cell is an integer of 32 bits. */
export function isId(cell: unknown): cell is number {
  return typeof cell === 'number' && (cell | 0) === cell
}

/** Adds an issue where a cell is no integer of 32 bits. */
export function checkIdCell(cell: unknown, path: Path, issues: Issue[]): void {
  if (!isId(cell)) checkWithin(cell, -MOST_ID - 1, MOST_ID, path, issues)
}

/** Whether a cell is a day of the calendar. */
export function isDay(cell: unknown): cell is number {
  return Number.isInteger(cell) && (cell as number) >= FIRST_DAY && (cell as number) <= LAST_DAY
}

/** Adds an issue where a cell is no day of the calendar. */
export function checkDayCell(cell: unknown, path: Path, issues: Issue[]): void {
  if (!isDay(cell)) checkWithin(cell, FIRST_DAY, LAST_DAY, path, issues)
}

/** Adds an issue where a cell is no code up to a greatest one. */
export function checkCodeCell(cell: unknown, greatest: number, path: Path, issues: Issue[]): void {
  checkWithin(cell, 0, greatest, path, issues)
}

/** Adds an issue where a cell is no integer within bounds. */
export function checkWithin(cell: unknown, minimum: number, maximum: number, path: Path, issues: Issue[]): void {
  if (!Number.isInteger(cell)) checkInteger(cell, path, issues)
  else if ((cell as number) < minimum || (cell as number) > maximum) {
    issues.push(createIssue('out-of-range', path, { minimum: String(minimum), maximum: String(maximum), actual: String(cell) }))
  }
}

/** Adds an issue where a cell is no integer from 0 to below 2 ** 53; NaN says nothing. */
export function checkUnitCell(cell: unknown, digits: number, path: Path, issues: Issue[]): void {
  if (Number.isNaN(cell)) return
  if (!Number.isInteger(cell)) checkInteger(cell, path, issues)
  else if (!(Math.abs(cell as number) < EXACT_INTEGER_LIMIT)) {
    const bound = decimalText(amountOf(EXACT_INTEGER_LIMIT, digits))
    issues.push(createIssue('beyond-column', path, { bound, actual: shortText(amountOf(cell as number, digits)) }))
  } else if ((cell as number) < 0) {
    issues.push(createIssue('too-small', path, { minimum: '0', actual: decimalText(amountOf(cell as number, digits)) }))
  }
}

function amountOf(units: number, digits: number): Decimal {
  return new Decimal(units).div(new Decimal(10).pow(digits))
}

function shortText(amount: Decimal): string {
  const text = decimalText(amount)
  return text.length > LONGEST_TEXT ? amount.toSignificantDigits(TELLING_DIGITS).toExponential() : text
}
