import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkKeys, checkRecord } from '@clientele/core/checks'
import { POWERS_OF_TEN } from '@clientele/core/decimal'
import { type Cells, checkColumn, readAmounts, readDates, readRowIndexes } from '../columns/readCells.js'
import { checkLengths } from '../columns/readTable.js'
import { readTexts, type TextCells } from './readTexts.js'

/** Open items as columns that were checked, but for what their cells hold. */
export interface ItemTable {
  /** How many items there are. */
  readonly length: number
  readonly customer: TextCells | undefined
  readonly date: Cells<Int32Array>
  readonly due: Cells<Int32Array>
  /** Units of so many digits as the currency with the most has. */
  readonly amount: Cells<Float64Array>
  readonly currency: CurrencyCells
  readonly disputed: Cells<Uint8Array> | undefined
  readonly applications: ApplicationCells | undefined
}

/** What settles items, as columns. */
export interface ApplicationCells {
  readonly item: Cells<Int32Array>
  readonly date: Cells<Int32Array>
  readonly settles: Cells<Float64Array>
}

/** The currencies of the items. */
export interface CurrencyCells {
  /** The different codes, whether or not they are codes of currencies. */
  readonly texts: readonly string[]
  /** The minor digits of each, if it is a currency. */
  readonly digits: readonly (number | undefined)[]
  /** The most of them. */
  readonly mostDigits: number
  /** Left out where all items have the first one. */
  readonly cells: TextCells | undefined
}

const UNKNOWN_FLAG = 255

/** How many units of all amounts make one minor unit of a currency. */
export function factorOf({ digits, mostDigits }: CurrencyCells, code: number): number {
  return POWERS_OF_TEN[mostDigits - (digits[code] ?? mostDigits)] as number
}

/** Reads the columns of open items, or adds issues and returns undefined. */
export function readItemTable(value: unknown, issues: Issue[]): ItemTable | undefined {
  const before = issues.length
  const path = ['columns']
  if (!checkRecord(value, path, issues)) return undefined
  const { customer, date, due, amount, currency, disputed, applications, ...others } = { ...value }
  checkKeys(others, ['customer', 'date', 'due', 'amount', 'currency', 'disputed', 'applications'], path, issues)
  const currencies = readCurrencies(currency, [...path, 'currency'], issues)
  const digits = currencies?.mostDigits ?? 0
  const cells = {
    date: readDates(date, [...path, 'date'], issues),
    due: readDates(due, [...path, 'due'], issues),
    amount: readAmounts(amount, digits, [...path, 'amount'], issues),
    customer: customer === undefined ? undefined : readTexts(customer, [...path, 'customer'], issues),
    currency: currencies?.cells,
    disputed: disputed === undefined ? undefined : readFlags(disputed, [...path, 'disputed'], issues),
  }
  checkLengths(cells, path, issues)
  const settling = applications === undefined ? undefined : readApplications(applications, digits, [...path, 'applications'], issues)
  if (issues.length > before) return undefined
  const { length } = cells.date as Cells
  return {
    ...(cells as Pick<ItemTable, 'date' | 'due' | 'amount' | 'customer' | 'disputed'>),
    length,
    currency: currencies as CurrencyCells,
    applications: settling,
  }
}

function readCurrencies(value: unknown, path: Path, issues: Issue[]): CurrencyCells | undefined {
  if (typeof value === 'string') {
    const digits = checkCurrency(value, path, issues)
    return digits === undefined ? undefined : { texts: [value], digits: [digits], mostDigits: digits, cells: undefined }
  }
  const cells = readTexts(value, path, issues)
  if (cells === undefined) return undefined
  const digits = cells.texts.map((text) => checkCurrency(text, [], []))
  return { texts: cells.texts, digits, mostDigits: digits.reduce<number>((most, one) => Math.max(most, one ?? 0), 0), cells }
}

/** Reads a column of flags, or adds an issue and returns undefined; a cell that is left out is not set. */
function readFlags(column: unknown, path: Path, issues: Issue[]): Cells<Uint8Array> | undefined {
  if (!checkColumn(column, path, issues)) return undefined
  const { length } = column
  const valueAt = (row: number): unknown => (column[row] === 1 ? true : column[row] === 0 ? false : column[row])
  const common = { length, valueAt, pathOf: (row: number): Path => [...path, row] }
  if (column instanceof Uint8Array) return { ...common, quick: column }
  const quick = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    const value = column[row]
    quick[row] = value === true || value === 1 ? 1 : value === false || value === 0 || value === undefined ? 0 : UNKNOWN_FLAG
  }
  return { ...common, quick }
}

function readApplications(value: unknown, digits: number, path: Path, issues: Issue[]): ApplicationCells | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { item, date, settles, ...others } = { ...value }
  checkKeys(others, ['item', 'date', 'settles'], path, issues)
  const cells = {
    item: readRowIndexes(item, [...path, 'item'], issues),
    date: readDates(date, [...path, 'date'], issues),
    settles: readAmounts(settles, digits, [...path, 'settles'], issues),
  }
  checkLengths(cells, path, issues)
  return cells.item === undefined || cells.date === undefined || cells.settles === undefined ? undefined : (cells as ApplicationCells)
}
