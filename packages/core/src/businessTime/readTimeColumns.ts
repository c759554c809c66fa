import { checkInteger, checkKeys, checkRecord, reportType } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { FIRST_INSTANT, LAST_INSTANT } from '../moments/instant.js'
import type { Path } from '../types.js'

/** A column of numbers; NaN where a cell is none. */
export interface NumberColumn {
  readonly name: string
  readonly values: Float64Array
  /** As they were given. */
  readonly cells: ArrayLike<unknown>
}

export const MILLISECONDS_A_SECOND = 1000
/** The first and the last moment in milliseconds since 1970-01-01T00:00Z. */
export const FIRST_MILLISECOND: number = /* @__PURE__ */ Number(FIRST_INSTANT / 1_000_000n)
export const LAST_MILLISECOND: number = /* @__PURE__ */ Number(LAST_INSTANT / 1_000_000n)

/** Of so many bad rows there is an issue each: millions would take all memory. */
const MOST_ISSUES = 10_000

/** Reads columns of one length, or throws; `single` names one that may be a number instead, which is then a column of that length. */
export function readTimeColumns<Name extends string>(
  value: unknown,
  names: readonly Name[],
  single?: Name,
): { readonly [name in Name]: NumberColumn } {
  const issues: Issue[] = []
  const columns: { [name: string]: NumberColumn } = {}
  if (checkRecord(value, ['columns'], issues)) {
    checkKeys(value, names, ['columns'], issues)
    const given = { ...value }
    let length: number | undefined
    for (const name of names) {
      const cells = given[name]
      if (name === single && typeof cells === 'number') {
        if (checkInteger(cells, ['columns', name], issues)) columns[name] = { name, values: new Float64Array(length ?? 0).fill(cells), cells: [] }
      } else if (isColumn(cells)) {
        length ??= cells.length
        if (cells.length !== length) issues.push(createIssue('length-differs', ['columns', name], { expected: length, actual: cells.length }))
        else columns[name] = { name, values: numbersOf(cells), cells }
      } else reportType(cells, ['columns', name], issues, 'number-column')
    }
  }
  throwIssues(issues)
  return columns as { readonly [name in Name]: NumberColumn }
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))
}

function numbersOf(cells: ArrayLike<unknown>): Float64Array {
  return cells instanceof Float64Array ? cells : Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN))
}

/** Whether a number stands for a moment that can be asked for. */
export function isMillisecond(value: number): boolean {
  return value >= FIRST_MILLISECOND && value <= LAST_MILLISECOND && Number.isInteger(value)
}

/** Throws what is wrong with each of some rows. */
export function throwBadRows(rows: readonly number[], check: (row: number, issues: Issue[]) => void): void {
  const issues: Issue[] = []
  for (const row of rows.slice(0, MOST_ISSUES)) check(row, issues)
  throwIssues(issues)
}

/** Checks that a row holds a moment, or adds an issue. */
export function checkMillisecond({ name, cells }: NumberColumn, row: number, issues: Issue[]): void {
  const cell = cells[row]
  if (checkInteger(cell, ['columns', name, row], issues) && !isMillisecond(cell)) issues.push(beyondYears(['columns', name, row], String(cell)))
}

/** Checks a moment to which business time is added, or tells that the sum lies outside the years 1 to 9999: of a row's duration, or where all rows have the same of its moment. */
export function checkSum(instants: NumberColumn, seconds: NumberColumn, row: number, issues: Issue[]): void {
  const before = issues.length
  const hasOwn = seconds.cells.length > 0
  checkMillisecond(instants, row, issues)
  if (hasOwn) checkInteger(seconds.cells[row], ['columns', seconds.name, row], issues)
  if (issues.length > before) return
  issues.push(beyondYears(['columns', (hasOwn ? seconds : instants).name, row], `${instants.values[row]} + ${seconds.values[row]} s`))
}

function beyondYears(path: Path, actual: string): Issue {
  return createIssue('out-of-range', path, { minimum: String(FIRST_MILLISECOND), maximum: String(LAST_MILLISECOND), actual })
}
