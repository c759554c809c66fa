import type { DecimalColumn, Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, isRecord, reportType } from '@clientele/core/checks'
import { formatDay, parseDay } from '@clientele/core/days'
import { decimalAt, POWERS_OF_TEN } from '@clientele/core/decimal'
import { quickAmount } from '../money/quickAmount.js'
import { isDay } from './isPlain.js'

/** A column, as integers for the quick loop, and cell by cell as the row form takes them. */
export interface Cells<Quick = Int32Array | Float64Array | Uint8Array> {
  readonly length: number
  /** What a cell holds, where that can be proven, or what the quick loop refuses. */
  readonly quick: Quick
  readonly valueAt: (row: number) => unknown
  /** Where a cell stands in the issues. */
  readonly pathOf: (row: number) => Path
}

/** As many rows as 32 bits can count. */
const MOST_ROWS = 2 ** 31 - 1

const NO_DAY = -(2 ** 31)
const NO_ROW = -1
const MOST_DIGITS = POWERS_OF_TEN.length - 1

/** Reads a column of dates, or adds an issue; `missing` stands in the quick loop for a cell that is left out. */
export function readDates(column: unknown, path: Path, issues: Issue[], missing: number = NO_DAY): Cells<Int32Array> | undefined {
  if (!checkColumn(column, path, issues)) return undefined
  const { length } = column
  const pathOf = (row: number): Path => [...path, row]
  if (!ArrayBuffer.isView(column)) {
    const quick = new Int32Array(length)
    for (let row = 0; row < length; row++) {
      const value = column[row]
      const day = parseDay(value)
      quick[row] = value === undefined ? missing : Number.isNaN(day) ? NO_DAY : day
    }
    return { length, quick, valueAt: (row) => column[row], pathOf }
  }
  const valueAt = (row: number): unknown => (isWholeDay(column[row]) ? formatDay(column[row]) : column[row])
  if (column instanceof Int32Array) return { length, quick: column, valueAt, pathOf }
  const quick = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    const day = column[row]
    quick[row] = isWholeDay(day) ? day : NO_DAY
  }
  return { length, quick, valueAt, pathOf }
}

function isWholeDay(value: unknown): value is number {
  return typeof value === 'number' && isDay(value) && Math.floor(value) === value
}

/** Reads a column of amounts as minor units of so many digits, or adds an issue; `missing` stands in the quick loop for a cell that is left out. */
export function readAmounts(
  column: unknown,
  digits: number,
  path: Path,
  issues: Issue[],
  missing: number = Number.NaN,
): Cells<Float64Array> | undefined {
  if (isRecord(column) && !Object.hasOwn(column, 'length')) return readDecimalColumn(column, digits, path, issues)
  if (!checkColumn(column, path, issues, 'decimal-column')) return undefined
  const { length } = column
  const quick = new Float64Array(length)
  for (let row = 0; row < length; row++) {
    const value = column[row]
    quick[row] = value === undefined ? missing : quickAmount(value, digits)
  }
  return { length, quick, valueAt: (row) => column[row], pathOf: (row) => [...path, row] }
}

function readDecimalColumn(
  column: { readonly [key: string]: unknown },
  digits: number,
  path: Path,
  issues: Issue[],
): Cells<Float64Array> | undefined {
  const { values, digits: places, ...others } = { ...column }
  checkKeys(others, ['values', 'digits'], path, issues)
  const isColumn = checkColumn(values, [...path, 'values'], issues, 'number-column')
  if (!checkInteger(places, [...path, 'digits'], issues, { minimum: 0, maximum: MOST_DIGITS }) || !isColumn) return undefined
  return {
    length: values.length,
    quick: rescale(values, places, digits),
    valueAt: (row) => scaledAt(values, places, row),
    pathOf: (row) => [...path, 'values', row],
  }
}

/** The decimal that a number of a column of so many decimal places stands for; what is no number stays none. */
function scaledAt(values: ArrayLike<unknown>, digits: number, row: number): unknown {
  const value = values[row]
  if (Number.isFinite(value)) return decimalAt({ values, digits } as unknown as DecimalColumn, row)
  // A text would be read as a decimal that has its places already.
  return typeof value === 'string' ? Number.NaN : value
}

/** Integers of so many decimal places as minor units. */
function rescale(values: ArrayLike<unknown>, places: number, digits: number): Float64Array {
  if (values instanceof Float64Array && places === digits) return values
  const times = POWERS_OF_TEN[Math.max(0, digits - places)] as number
  const divisor = POWERS_OF_TEN[Math.max(0, places - digits)] as number
  const units = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    const isWhole = Number.isSafeInteger(value) && (value as number) % divisor === 0
    units[row] = isWhole ? ((value as number) / divisor) * times : Number.NaN
  }
  return units
}

/** Reads a column of row indexes, or adds an issue. */
export function readRowIndexes(column: unknown, path: Path, issues: Issue[]): Cells<Int32Array> | undefined {
  if (!checkColumn(column, path, issues, 'number-column')) return undefined
  const { length } = column
  const common = { length, valueAt: (row: number) => column[row], pathOf: (row: number) => [...path, row] }
  if (column instanceof Int32Array) return { ...common, quick: column }
  const quick = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    const value = column[row]
    quick[row] = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_ROWS ? (value as number) : NO_ROW
  }
  return { ...common, quick }
}

/** Reads a column of some words as their indexes, or adds an issue; the quick loop refuses the index `unknown`. */
export function readWords(column: unknown, words: readonly unknown[], unknown: number, path: Path, issues: Issue[]): Cells<Uint8Array> | undefined {
  if (!checkColumn(column, path, issues)) return undefined
  const { length } = column
  const quick = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    const index = words.indexOf(column[row])
    quick[row] = index === -1 ? unknown : index
  }
  return { length, quick, valueAt: (row) => column[row], pathOf: (row) => [...path, row] }
}

/** Checks that a value is a list or anything else with elements and a length, or adds an issue. */
export function checkColumn(
  value: unknown,
  path: Path,
  issues: Issue[],
  expected: 'column' | 'number-column' | 'decimal-column' = 'column',
): value is ArrayLike<unknown> {
  if (typeof value === 'object' && value !== null && 'length' in value) {
    const { length } = value
    if (Number.isInteger(length) && (length as number) >= 0 && (length as number) <= MOST_ROWS) return true
  }
  reportType(value, path, issues, expected)
  return false
}
