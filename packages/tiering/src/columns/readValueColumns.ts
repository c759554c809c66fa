import type { Issue } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { orderIntegers } from '../numbers/orderIntegers.js'
import { checkCells, checkIdCell, checkLengths, checkUnitCell, readIds, readUnits, unitsOf } from './readColumns.js'

/** Values of customers as columns that were checked. */
export interface ValueTable {
  /** Integers below 2 ** 53 in size. */
  readonly values: Float64Array
  readonly digits: number
  /** The id of a row, as it is in the input when it is asked for. */
  readonly idOf: (row: number) => string
}

const PATH = ['columns']
const VALUE = [...PATH, 'value']
const UNITS = [...VALUE, 'values']
const CUSTOMER = [...PATH, 'customer']

/** Reads values of customers, each of whom has one row, or adds issues and returns undefined. */
export function readValueColumns(columns: unknown, issues: Issue[]): ValueTable | undefined {
  const before = issues.length
  if (!checkRecord(columns, PATH, issues)) return undefined
  const { value, customer, ...others } = { ...columns }
  checkKeys(others, ['value', 'customer'], PATH, issues)
  const units = readUnits(value, VALUE, issues)
  const ids = customer === undefined ? undefined : readIds(customer, CUSTOMER, issues)
  const lists = [
    [units?.cells, UNITS],
    [ids, CUSTOMER],
  ] as const
  checkLengths(lists, issues)
  if (units === undefined || issues.length > before) return undefined
  const { cells, digits } = units
  const values = unitsOf(cells)
  if (!areWhole(values)) {
    const check = checkCells((row) => checkUnitCell(cells[row], digits, [...UNITS, row], issues), issues)
    for (let row = 0; row < values.length; row++) check(row)
  }
  if (ids !== undefined && !areAscending(ids)) checkIds(ids, issues)
  return issues.length > before ? undefined : { values, digits, idOf: ids === undefined ? String : idsOf(ids) }
}

/** Apart, so that nothing but the ids is kept as long as they may be asked for. */
function idsOf(ids: Int32Array | readonly unknown[]): (row: number) => string {
  return (row) => String(ids[row])
}

function areWhole(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (!(Math.abs(value) < EXACT_INTEGER_LIMIT && Math.floor(value) === value)) return false
  }
  return true
}

/** Whether ids are different texts, or integers, that ascend, as those of scored columns do. */
function areAscending(ids: Int32Array | readonly unknown[]): boolean {
  if (ids instanceof Int32Array) return ids.every((id, row) => row === 0 || (ids[row - 1] as number) < id)
  let last = ''
  for (const id of ids) {
    if (typeof id !== 'string' || !(id > last)) return false
    last = id
  }
  return true
}

/** Adds an issue where an id is none, and where it stands earlier already. */
function checkIds(ids: Int32Array | readonly unknown[], issues: Issue[]): void {
  if (ids instanceof Int32Array) {
    if (isSomeRepeated(ids)) checkUnlike(ids, () => true, issues)
    return
  }
  const check = checkCells((row) => checkIdCell(ids[row], [...CUSTOMER, row], issues), issues)
  for (let row = 0; row < ids.length; row++) check(row)
  checkUnlike(ids, (id) => typeof id === 'string' && id !== '', issues)
}

function isSomeRepeated(ids: Int32Array): boolean {
  const order = orderIntegers(ids)
  for (let place = 1; place < order.length; place++) if (ids[order[place] as number] === ids[order[place - 1] as number]) return true
  return false
}

function checkUnlike(ids: Int32Array | readonly unknown[], isId: (id: unknown) => boolean, issues: Issue[]): void {
  const rows = new Map<unknown, number>()
  const check = checkCells((row) => {
    const id = ids[row]
    const first = rows.get(id)
    if (first === undefined) rows.set(id, row)
    else issues.push(createIssue('duplicate', [...CUSTOMER, row], { value: String(id), first }))
  }, issues)
  for (let row = 0; row < ids.length; row++) if (isId(ids[row])) check(row)
}

/** Reads over how many months values were added up, which is undefined where nothing is said of it, or adds issues. */
export function readMonths(options: unknown, issues: Issue[]): number | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['months'], ['options'], issues)
  const { months } = { ...options }
  return months !== undefined && checkInteger(months, ['options', 'months'], issues, { minimum: 1 }) ? months : undefined
}
