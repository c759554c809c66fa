import { FIRST_DAY } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT, type Scratch } from '@clientele/core/decimal'
import { type CustomerPlaces, createPlaces, spreadPlaces, vacantOf } from './customerPlaces.js'
import { addFound, type CustomerSums, closeFound, createFound, type FoundSums } from './customerSums.js'
import { divideIds, type IdParts } from './idParts.js'
import { type PartedRows, type PlainTransactions, partitionRows } from './partitionRows.js'
import { sortRows } from './sortRows.js'

/** What customers come to, by id; the day of the last purchase is {@link NEVER} where there is none. */
export interface GroupedTransactions extends CustomerSums {
  /** What is to be added to the sums of some customers, by id, which are too large for numbers. */
  readonly carries: ReadonlyMap<number, bigint>
  /** How many transactions are of later days, and left out. */
  readonly later: number
}

/** All that is worked with. */
interface Grouping {
  readonly parts: IdParts
  readonly rows: PartedRows
  readonly isGross: boolean
  readonly carries: Map<number, bigint>
  /** How many customers are in places. */
  taken: number
  /** How many more places of others may be passed over; below 0 where that was too many. */
  detours: number
}

/** How many places of others may be passed over for each row of a part: of scattered ids it is less than one. */
const MOST_DETOURS = 16

/** Stands for the day of the last purchase where there is none. */
export const NEVER: number = FIRST_DAY - 1

/**
 * Adds up the transactions of each customer up to a day, exactly. Rows are first put in parts by customer: the customers of a part are so few that they
 * fit the processor's cache, where a loop over the rows as they come would mostly wait for memory. It takes O(n) for n rows: a part whose ids were meant
 * for few places, as one can make them up, is sorted instead.
 *
 * Source: A. Shatdal, C. Kant and J. F. Naughton, "Cache Conscious Algorithms for Relational Query Processing", *Proceedings of the 20th VLDB
 * Conference*, 1994, for the parts.
 *
 * @param transactions - Columns of one length.
 * @param asOf - The last day that counts.
 * @param isGross - Whether refunds are left out of the sums.
 * @param scratch - Where rows are put in parts.
 * @returns Undefined where a day is not in the calendar, or an amount is no integer below 2 ** 53 in size.
 */
export function groupTransactions(
  transactions: PlainTransactions,
  asOf: number,
  isGross: boolean,
  scratch: Scratch,
): GroupedTransactions | undefined {
  const { length } = transactions.customer
  if (length === 0) return { ...closeFound(createFound(0), true), carries: new Map(), later: 0 }
  const parts = divideIds(transactions.customer)
  const rows = partitionRows(transactions, asOf, parts, scratch)
  if (rows === undefined) return undefined
  const grouping: Grouping = { parts, rows, isGross, carries: new Map(), taken: 0, detours: 0 }
  let places = createPlaces(parts, parts.bits)
  let found = createFound(places.customer.length)
  for (let part = 0; part < parts.count; part++) {
    places = addPart(grouping, places, part)
    found = grouping.detours < 0 ? addSortedPart(grouping, found, part) : addFound(found, places, vacantOf(parts, part), grouping.taken)
  }
  return { ...closeFound(found, parts.isClose), carries: grouping.carries, later: length - (rows.ends[parts.count - 1] as number) }
}

/** Adds up the rows of a part in places that are cleared before, or in more of them where these do not suffice; or gives up after too many detours. */
function addPart(grouping: Grouping, cleared: CustomerPlaces, part: number): CustomerPlaces {
  const { parts, rows } = grouping
  const vacant = vacantOf(parts, part)
  const { start, end } = rowsOf(rows, part)
  let places = cleared
  places.customer.fill(vacant)
  grouping.taken = 0
  grouping.detours = MOST_DETOURS * (end - start)
  let row = start
  while (true) {
    row = addRows(grouping, places, row, end, vacant)
    if (row === end || grouping.detours < 0) return places
    places = spreadPlaces(places, parts, vacant)
  }
}

/** Adds up the rows of a part anew once they are sorted, one customer after the other, and adds these to those found before. */
function addSortedPart(grouping: Grouping, before: FoundSums, part: number): FoundSums {
  const { rows, parts, carries } = grouping
  const { integers } = rows
  const { start, end } = rowsOf(rows, part)
  const vacant = vacantOf(parts, part)
  sortRows(rows, start, end)
  const places = createPlaces(parts, 1)
  let found = before
  for (let first = start, next = start; first < end; first = next) {
    const id = integers[4 * first] as number
    for (next = first + 1; next < end && integers[4 * next] === id; next++) {}
    carries.delete(id)
    places.customer.fill(vacant)
    grouping.taken = 0
    addRows(grouping, places, first, next, vacant)
    found = addFound(found, places, vacant, grouping.taken)
  }
  return found
}

function rowsOf({ ends }: PartedRows, part: number): { readonly start: number; readonly end: number } {
  return { start: part === 0 ? 0 : (ends[part - 1] as number), end: ends[part] as number }
}

/**
 * Adds up rows of one part in a hash table with open addressing: a customer is in the place it is meant for, or in the next one after it that was vacant
 * (linear probing). Returns the row that was not added any more, because there is no room or detours were too many; `end` where all were.
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §6.4, algorithm L.
 */
function addRows(grouping: Grouping, places: CustomerPlaces, start: number, end: number, vacant: number): number {
  const { rows, parts, isGross, carries } = grouping
  const { integers, floats } = rows
  const { base, factor, placeShift } = parts
  const { customer, lastDay, frequency, sum, bits, room } = places
  const shift = 32 - bits
  const last = customer.length - 1
  for (let row = start; row < end; row++) {
    const id = integers[4 * row] as number
    let place = (Math.imul((id - base) | 0, factor) << placeShift) >>> shift
    while (customer[place] !== id) {
      if (customer[place] !== vacant) {
        place = (place + 1) & last
        if (--grouping.detours < 0) return row
      } else if (grouping.taken === room) return row
      else {
        grouping.taken += 1
        customer[place] = id
        lastDay[place] = NEVER
        frequency[place] = 0
        sum[place] = 0
      }
    }
    const amount = floats[2 * row + 1] as number
    if (amount > 0) {
      frequency[place] = (frequency[place] as number) + 1
      // The later of two days without a branch, which the processor would often guess wrong.
      const latest = lastDay[place] as number
      const days = (integers[4 * row + 1] as number) - latest
      lastDay[place] = latest + (days & ~(days >> 31))
    } else if (isGross) continue
    const added = (sum[place] as number) + amount
    // Of two integers below 2⁵³ the sum is exact if it is below 2⁵³ too.
    if (Math.abs(added) < EXACT_INTEGER_LIMIT) sum[place] = added
    else {
      carries.set(id, (carries.get(id) ?? 0n) + BigInt(sum[place] as number))
      sum[place] = amount
    }
  }
  return end
}
