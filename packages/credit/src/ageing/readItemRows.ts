import { checkCurrency, isRecord, ownValue } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { quickAmount } from '../money/quickAmount.js'
import type { QuickItems } from './ageingRun.js'
import { findOrAddCurrency, findOrAddGroup, type GrowingCurrency, type GrowingGroups } from './itemGroups.js'
import { isPlainRecord, plainPrototype } from './plainRecords.js'
import { type QuickSettled, settleQuickly } from './settleQuickly.js'

/** So many items are read before they are summed up: to make columns of a million beside a million objects would have the garbage collector walk them all. */
const ROWS_AT_ONCE = 2048

/** Some open items that came as objects, as columns of integers; filled with some after the others. */
interface ItemRows extends QuickItems {
  length: number
  readonly groups: Int32Array
  readonly disputed: Uint8Array
  /** The row of each application dated after the day of the answer. */
  readonly laterApplications: number[]
}

/** A way through items that come as objects. */
export interface ItemReader {
  readonly rows: readonly unknown[]
  readonly asOf: number
  readonly items: ItemRows
  readonly groups: GrowingGroups
  readonly settled: QuickSettled
  readonly prototype: object | null | undefined
  /** The row of the first of the items. */
  start: number
  latestCurrency: GrowingCurrency | undefined
  latestId: string
  /** Whether each id up to here stands after the one before, so that no two are the same. */
  isInOrder: boolean
}

const REQUIRED_KEYS = 6

/** Starts to read items, whose groups are made on the way. */
export function createReader(rows: readonly unknown[], asOf: number, groups: GrowingGroups): ItemReader {
  const size = Math.min(rows.length, ROWS_AT_ONCE)
  const items = {
    length: 0,
    days: new Int32Array(size),
    dues: new Int32Array(size),
    amounts: new Float64Array(size),
    opens: new Float64Array(size),
    groups: new Int32Array(size),
    disputed: new Uint8Array(size),
    laterApplications: [],
  }
  const settled = { units: 0, later: 0 }
  const latest = { latestCurrency: undefined, latestId: '', isInOrder: true }
  return { rows, asOf, items, groups, settled, prototype: plainPrototype(rows), start: 0, ...latest }
}

/** Reads the next items; what is open of one that is not as plain as most are is NaN. Returns false where there are no more. */
export function readNext(reader: ItemReader): boolean {
  const { rows, items, prototype } = reader
  reader.start += items.length
  items.length = Math.min(rows.length - reader.start, items.days.length)
  items.laterApplications.length = 0
  for (let row = 0; row < items.length; row++) {
    const item = rows[reader.start + row]
    const isPlain = isPlainRecord(item, prototype)
    const id = isPlain ? item['id'] : idOf(item)
    if (typeof id === 'string') {
      if (reader.isInOrder) reader.isInOrder = isAfter(id, reader.latestId)
      reader.latestId = id
    }
    if (!isPlain || !readPlain(reader, item, row)) items.opens[row] = Number.NaN
  }
  return items.length > 0
}

/** The id that a row stands under, if it has one. */
export function idOf(row: unknown): string | undefined {
  const id = isRecord(row) ? ownValue(row, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

/** Whether an id stands after another by length, then by text: as the numbers do that ids often end with. */
function isAfter(id: string, latest: string): boolean {
  return id.length === latest.length ? id > latest : id.length > latest.length
}

/** Reads an item, or returns false where it is not as plain as most are. */
function readPlain(reader: ItemReader, item: { readonly [key: string]: unknown }, row: number): boolean {
  const { id, customer, currency: code, disputed, blocked, applications } = item
  if (typeof id !== 'string' || id === '' || typeof customer !== 'string' || customer === '') return false
  const keys = REQUIRED_KEYS + countFlag(disputed) + countFlag(blocked) + (applications === undefined ? 0 : 1)
  if (countKeys(item) !== keys) return false
  const currency = findCurrency(reader, code)
  if (currency === undefined) return false
  const day = parseDay(item['date'])
  const due = parseDay(item['due'])
  const units = quickAmount(item['amount'], currency.digits)
  if (Number.isNaN(day + due + units)) return false
  const open = applications === undefined ? units : units - settledOf(reader, applications, currency, row)
  if (Number.isNaN(open)) return false
  const { items } = reader
  items.days[row] = day
  items.dues[row] = due
  items.amounts[row] = units
  items.opens[row] = open
  items.groups[row] = findOrAddGroup(reader.groups, currency, customer)
  items.disputed[row] = disputed === true ? 1 : 0
  return true
}

/** How many of an item's keys a flag is, or NaN where it is none. */
function countFlag(flag: unknown): number {
  if (flag === undefined) return 0
  return typeof flag === 'boolean' ? 1 : Number.NaN
}

/** How many of its keys an item has, or NaN where it has others. */
function countKeys(item: object): number {
  let count = 0
  for (const key in item) {
    switch (key) {
      case 'id':
      case 'customer':
      case 'date':
      case 'due':
      case 'amount':
      case 'currency':
      case 'disputed':
      case 'blocked':
      case 'applications':
        count++
        break
      default:
        return Number.NaN
    }
  }
  return count
}

function findCurrency(reader: ItemReader, code: unknown): GrowingCurrency | undefined {
  const { latestCurrency, groups } = reader
  if (latestCurrency !== undefined && latestCurrency.currency === code) return latestCurrency
  const digits = checkCurrency(code, [], [])
  if (digits === undefined) return undefined
  reader.latestCurrency = findOrAddCurrency(groups, code as string, digits)
  return reader.latestCurrency
}

/** What settles an item up to the day of the answer, or NaN where it is not as plain as most are. */
function settledOf({ settled, items, asOf, prototype }: ItemReader, applications: unknown, { digits }: GrowingCurrency, row: number): number {
  settleQuickly(settled, applications, digits, asOf, prototype)
  if (Number.isNaN(settled.units)) return Number.NaN
  for (let count = 0; count < settled.later; count++) items.laterApplications.push(row)
  return settled.units
}
