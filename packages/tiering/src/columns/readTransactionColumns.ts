import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord } from '@clientele/core/checks'
import { checkCells, checkDayCell, checkIdCell, checkLengths, checkUnitCell, daysOf, readDays, readIds, readUnits, unitsOf } from './readColumns.js'

/** Transactions as columns of one length, checked but for what their cells hold. */
export interface TransactionTable {
  readonly customer: Int32Array | readonly unknown[]
  /** What is no day is not in the calendar. */
  readonly day: Int32Array
  /** What is no number is NaN. */
  readonly amount: Float64Array
  readonly digits: number
  /** The days and the amounts as they were given. */
  readonly cells: { readonly day: ArrayLike<unknown>; readonly amount: ArrayLike<unknown> }
}

const PATH = ['columns']
const CUSTOMER = [...PATH, 'customer']
const DAY = [...PATH, 'day']
const AMOUNT = [...PATH, 'amount']
/** Where the values of the amounts are. */
export const UNITS: readonly string[] = [...AMOUNT, 'values']

/** Reads transactions that come as columns, or adds issues and returns undefined. */
export function readTransactionColumns(value: unknown, issues: Issue[]): TransactionTable | undefined {
  const before = issues.length
  if (!checkRecord(value, PATH, issues)) return undefined
  const { customer, day, amount, ...others } = { ...value }
  checkKeys(others, ['customer', 'day', 'amount'], PATH, issues)
  const ids = readIds(customer, CUSTOMER, issues)
  const days = readDays(day, DAY, issues)
  const units = readUnits(amount, AMOUNT, issues)
  const columns = [
    [ids, CUSTOMER],
    [days, DAY],
    [units?.cells, UNITS],
  ] as const
  checkLengths(columns, issues)
  if (ids === undefined || days === undefined || units === undefined || issues.length > before) return undefined
  const { cells, digits } = units
  return { customer: ids, day: daysOf(days), amount: unitsOf(cells), digits, cells: { day: days, amount: cells } }
}

/** What is wrong with the cells, row by row. */
export function findBadCells({ customer, digits, cells }: TransactionTable): Issue[] {
  const issues: Issue[] = []
  const ids = customer instanceof Int32Array ? undefined : customer
  const checkId = ids && checkCells((row) => checkIdCell(ids[row], [...CUSTOMER, row], issues), issues)
  const checkDay = checkCells((row) => checkDayCell(cells.day[row], [...DAY, row], issues), issues)
  const checkAmount = checkCells((row) => checkUnitCell(cells.amount[row], digits, [...UNITS, row], issues), issues)
  for (let row = 0; row < customer.length; row++) {
    checkId?.(row)
    checkDay(row)
    checkAmount(row)
  }
  return issues
}
