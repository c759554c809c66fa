import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import type { Scratch } from '@clientele/core/decimal'
import { isExactNumber } from '../rfm/rfmTotals.js'
import { codeIds } from './codeIds.js'
import { type GroupedTransactions, groupTransactions } from './groupTransactions.js'
import { beyondColumn } from './readColumns.js'
import { findBadCells, type TransactionTable, UNITS } from './readTransactionColumns.js'
import { type SummedColumns, sortSums } from './summedColumns.js'

/** What customers come to, of transactions that were added up. */
export interface SummedTable extends SummedColumns {
  /** How many transactions are of later days, and left out. */
  readonly later: number
}

/** Adds up the transactions of each customer up to a day; throws where a cell is bad, or a sum too large for a column. */
export function sumColumns(table: TransactionTable, asOf: number, isGross: boolean, scratch: Scratch): SummedTable {
  const coded = codeIds(table.customer)
  const plain = coded && { customer: coded.codes, day: table.day, amount: table.amount }
  const grouped = plain && groupTransactions(plain, asOf, isGross, scratch)
  if (grouped === undefined) throwIssues(findBadCells(table))
  const { codes, decode } = coded as NonNullable<typeof coded>
  const sums = grouped as GroupedTransactions
  addCarries(sums, (beyond) => tellBeyond(beyond, codes, table, asOf, isGross))
  return { ...sortSums(sums, decode(sums.customer), asOf), later: sums.later }
}

/** Completes the sums that were too large for numbers on the way; throws where they are so in the end. */
function addCarries({ carries, customer, sum }: GroupedTransactions, issuesOf: (beyond: ReadonlyMap<number, bigint>) => Issue[]): void {
  if (carries.size === 0) return
  const beyond = new Map<number, bigint>()
  for (let index = 0; index < customer.length; index++) {
    const code = customer[index] as number
    const carried = carries.get(code)
    if (carried === undefined) continue
    const whole = carried + BigInt(sum[index] as number)
    if (isExactNumber(whole)) sum[index] = Number(whole)
    else beyond.set(code, whole)
  }
  if (beyond.size > 0) throwIssues(issuesOf(beyond))
}

/** The issues of sums that no column can hold, each at the customer's first amount of the greatest size that counts. */
function tellBeyond(
  beyond: ReadonlyMap<number, bigint>,
  codes: Int32Array,
  { day, amount, digits }: TransactionTable,
  asOf: number,
  isGross: boolean,
): Issue[] {
  const rows = new Map<number, number>()
  const sizeOf = (row: number): number => Math.abs(amount[row] as number)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    if (!beyond.has(code) || (day[row] as number) > asOf || (isGross && (amount[row] as number) < 0)) continue
    const greatest = rows.get(code)
    if (greatest === undefined || sizeOf(row) > sizeOf(greatest)) rows.set(code, row)
  }
  return Array.from(rows, ([code, row]) => beyondColumn(beyond.get(code) as bigint, digits, [...UNITS, row]))
}
