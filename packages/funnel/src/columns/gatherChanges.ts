import { createScratch, type Scratch } from '@clientele/core/decimal'
import type { OrderedChanges } from '../stageLog/followChanges.js'
import { groupRows } from './groupRows.js'
import { codeOfKey, dayOfKey, KEY_BITS, type KeyedChanges } from './readKeys.js'
import type { StageTable } from './readStageColumns.js'
import { type Records, recordsFrom } from './records.js'
import { sortRecords } from './sortRecords.js'

/** Changes deal by deal, and what of them cannot be. */
export interface GatheredChanges extends OrderedChanges {
  /** What each deal is worth in the end, NaN where nothing says; null where no amounts are told. */
  readonly amount: Float64Array | null
  /** The first deals of which a change is a copy of another, or an outcome right after the other outcome. */
  readonly refused: readonly number[]
}

/** Where changes are worked with: one room for their keys, one for what groups them, one for what comes out of that. */
export interface Workroom {
  readonly keys: Scratch
  readonly rows: Scratch
  readonly changes: Scratch
}

/** Room that the next log uses again. */
export function createWorkroom(): Workroom {
  return { keys: createScratch(), rows: createScratch(), changes: createScratch() }
}

/** Where changes are written, one deal after the other. */
interface Gathering {
  readonly starts: Int32Array
  readonly day: Int32Array
  readonly code: Uint8Array
  readonly amount: Float64Array | null
  readonly refused: number[]
  readonly won: number
  deals: number
  changes: number
}

const MOST_REFUSED = 10_000
/** More changes of a deal than so many are sorted by their digits: inserting takes as many steps as there are pairs. */
const MOST_INSERTED = 64

/** Puts the changes of each deal together in their order; O(n) for n of them. */
export function gatherChanges(table: StageTable, keyed: KeyedChanges, won: number, { rows, changes: room }: Workroom): GatheredChanges {
  const { count, keys } = keyed
  const gathering: Gathering = {
    ...columnsIn(room, count, table.amount !== null),
    refused: [],
    won,
    deals: 0,
    changes: 0,
  }
  if (keyed.isOrdered) addOrderedRows(gathering, table, keys)
  else groupRows({ id: table.deal, integer: keys, float: table.amount }, keyed, rows, (part, spare) => addPart(gathering, part, spare))
  const { starts, day, code, amount, refused, deals, changes } = gathering
  starts[deals] = changes
  return { starts: starts.subarray(0, deals + 1), day, code, amount: amount === null ? null : amount.subarray(0, deals), refused }
}

/** Columns for so many changes, and for as many deals as these may be of. */
function columnsIn(room: Scratch, count: number, hasAmounts: boolean): Pick<Gathering, 'starts' | 'day' | 'code' | 'amount'> {
  const wide = Float64Array.BYTES_PER_ELEMENT * (hasAmounts ? count : 0)
  const narrow = Int32Array.BYTES_PER_ELEMENT * count
  const bytes = wide + Int32Array.BYTES_PER_ELEMENT + 2 * narrow + count
  const buffer = room(bytes)
  return {
    amount: hasAmounts ? new Float64Array(buffer, 0, count) : null,
    starts: new Int32Array(buffer, wide, count + 1),
    day: new Int32Array(buffer, wide + Int32Array.BYTES_PER_ELEMENT + narrow, count),
    code: new Uint8Array(buffer, bytes - count, count),
  }
}

/** Adds changes that come deal by deal, in order. */
function addOrderedRows(gathering: Gathering, { deal, amount: amounts }: StageTable, keys: Int32Array): void {
  const { starts, day, code, amount, won } = gathering
  let [changes, deals, before, codeBefore] = [0, 0, Number.NaN, 0]
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number
    if (key < 0) continue
    const id = deal[row] as number
    const own = codeOfKey(key)
    if (id !== before) {
      if (amount !== null) amount[deals] = Number.NaN
      starts[deals] = changes
      deals += 1
    } else if (codeBefore >= won && own >= won && own !== codeBefore) refuse(gathering, id)
    if (amount !== null) {
      const units = (amounts as Float64Array)[row] as number
      if (!Number.isNaN(units)) amount[deals - 1] = units
    }
    day[changes] = dayOfKey(key)
    code[changes] = own
    changes += 1
    before = id
    codeBefore = own
  }
  gathering.deals = deals
  gathering.changes = changes
}

function addPart(gathering: Gathering, part: Records, spare: Records): void {
  const { length, words, integers } = part
  let next = 0
  for (let first = 0; first < length; first = next) {
    const id = integers[words * first] as number
    next = first + 1
    while (next < length && integers[words * next] === id) next += 1
    if (next - first > MOST_INSERTED) sortByDigits(recordsFrom(part, first, next), recordsFrom(spare, first, next))
    else if (next - first > 1) sortByInsertion(part, first, next)
    addDeal(gathering, part, first, next)
  }
}

function sortByInsertion({ words, integers, floats }: Records, first: number, next: number): void {
  for (let row = first + 1; row < next; row += 1) {
    const key = integers[words * row + 1] as number
    const float = floats === null ? 0 : (floats[2 * row + 1] as number)
    let place = row
    while (place > first && (integers[words * (place - 1) + 1] as number) > key) {
      integers[words * place + 1] = integers[words * (place - 1) + 1] as number
      if (floats !== null) floats[2 * place + 1] = floats[2 * (place - 1) + 1] as number
      place -= 1
    }
    if (place === row) continue
    integers[words * place + 1] = key
    if (floats !== null) floats[2 * place + 1] = float
  }
}

function sortByDigits(rows: Records, spare: Records): void {
  const sorted = sortRecords(rows, spare, { of: 'integer', base: 0, factor: 1, bits: KEY_BITS })
  if (sorted !== rows) rows.integers.set(sorted.integers)
}

/** Adds the changes of a deal, which are sorted. */
function addDeal(gathering: Gathering, { words, integers, floats }: Records, first: number, next: number): void {
  const { starts, day, code, amount, won } = gathering
  let [keyBefore, codeBefore, worth, change] = [-1, 0, Number.NaN, gathering.changes]
  starts[gathering.deals] = change
  for (let row = first; row < next; row += 1) {
    const key = integers[words * row + 1] as number
    const own = codeOfKey(key)
    if (key === keyBefore || (codeBefore >= won && own >= won && own !== codeBefore)) refuse(gathering, integers[words * row] as number)
    day[change] = dayOfKey(key)
    code[change] = own
    change += 1
    keyBefore = key
    codeBefore = own
    if (floats === null) continue
    const units = floats[2 * row + 1] as number
    if (!Number.isNaN(units)) worth = units
  }
  if (amount !== null) amount[gathering.deals] = worth
  gathering.deals += 1
  gathering.changes = change
}

function refuse({ refused }: Gathering, deal: number): void {
  if (refused.length < MOST_REFUSED && refused.at(-1) !== deal) refused.push(deal)
}
