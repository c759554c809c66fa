import type { Scratch } from '@clientele/core/decimal'
import { bytesOfRecords, type Records, recordsFrom, recordsIn } from './records.js'
import { type SortKey, sortRecords } from './sortRecords.js'

/** Rows as columns of one length. */
export interface IdRows {
  readonly id: Int32Array
  /** What each row says, 0 or more; rows below 0 are left out. */
  readonly integer: Int32Array
  /** What it says beside that. */
  readonly float: Float64Array | null
}

/** The ids of the rows that are not left out, and how many of these there are. */
export interface IdRange {
  readonly least: number
  readonly greatest: number
  readonly count: number
}

/** How ids are put in parts: the part of an id is the highest bits of `imul(id − base, factor)`. Multiplying by an odd number gives every id of 32 bits another one. */
interface IdParts {
  readonly base: number
  readonly factor: number
  /** How many bits the products have, and how many of these the parts do. */
  readonly bits: number
  readonly partBits: number
}

const MOST_PART_BITS = 9
/** Of how many rows there is one part, as a power of two. */
const ROW_BITS = 13
/** Ids of so narrow a range are close together, however few there are. */
const CLOSE_RANGE = 2 ** 16
const WORD_BITS = 32
/** 2 ** 32 divided by the golden ratio, to the nearest odd integer: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §6.4. */
const SCATTERING = 0x9e3779b1

/**
 * Puts rows together that have one id, and hands them over part by part: a part holds all rows of its ids, those of one id next to each other in the order in which they
 * come. Rows are first put in parts, which fit the processor's cache, and each part is sorted by the digits of its ids: it takes O(n) for n rows, whatever the ids.
 *
 * Source: A. Shatdal, C. Kant and J. F. Naughton, "Cache Conscious Algorithms for Relational Query Processing", *Proceedings of the 20th VLDB Conference*, 1994.
 *
 * @param rows - The rows.
 * @param range - Between which ids they are.
 * @param scratch - Where rows are put in parts: 8 bytes for each, 16 where there are floats, and as many again for the rows of the largest part.
 * @param visit - Gets the rows of a part, and as many spare ones to work with; both are written to again after that.
 */
export function groupRows(rows: IdRows, range: IdRange, scratch: Scratch, visit: (part: Records, spare: Records) => void): void {
  const { count } = range
  if (count === 0) return
  const words = rows.float === null ? 2 : 4
  const parts = divideIds(range, rows.id.length)
  const starts = startsOfParts(rows, parts)
  let largest = 0
  for (let part = 0; part + 1 < starts.length; part += 1) largest = Math.max(largest, (starts[part + 1] as number) - (starts[part] as number))
  const bytes = bytesOfRecords(count, words)
  const buffer = scratch(bytes + bytesOfRecords(largest, words))
  const all = recordsIn(buffer, 0, count, words)
  const spare = recordsIn(buffer, bytes, largest, words)
  scatterRows(rows, all, parts, starts.slice())
  const { base, factor, bits, partBits } = parts
  const key: SortKey = { of: 'id', base, factor, bits: bits - partBits }
  for (let part = 0; part + 1 < starts.length; part += 1) {
    const [start, end] = [starts[part] as number, starts[part + 1] as number]
    if (start === end) continue
    const own = recordsFrom(all, start, end)
    const other = recordsFrom(spare, 0, end - start)
    const sorted = sortRecords(own, other, key)
    visit(sorted, sorted === own ? other : own)
  }
}

function divideIds({ least, greatest, count }: IdRange, length: number): IdParts {
  const span = greatest - least
  const wanted = Math.min(Math.max(bitsOf(count) - ROW_BITS, 0), MOST_PART_BITS)
  if (span >= Math.max(length, CLOSE_RANGE)) return { base: 0, factor: SCATTERING, bits: WORD_BITS, partBits: Math.max(1, wanted) }
  const bits = bitsOf(span)
  return { base: least, factor: 1, bits, partBits: Math.min(wanted, bits) }
}

/** How many bits an integer from 0 to 2 ** 32 − 1 has. */
function bitsOf(value: number): number {
  return WORD_BITS - Math.clz32(value)
}

/** Where the rows of each part start, and at last where they all end. */
function startsOfParts({ id, integer }: IdRows, { base, factor, bits, partBits }: IdParts): Int32Array {
  const starts = new Int32Array(2 ** partBits + 1)
  const shift = bits - partBits
  for (let row = 0; row < id.length; row += 1) {
    if ((integer[row] as number) < 0) continue
    const part = Math.imul(((id[row] as number) - base) | 0, factor) >>> shift
    starts[part + 1] = (starts[part + 1] as number) + 1
  }
  for (let part = 1; part < starts.length; part += 1) starts[part] = (starts[part] as number) + (starts[part - 1] as number)
  return starts
}

/** Puts rows where those of their part start. */
function scatterRows({ id, integer, float }: IdRows, { words, integers, floats }: Records, parts: IdParts, places: Int32Array): void {
  const { base, factor, bits, partBits } = parts
  const shift = bits - partBits
  for (let row = 0; row < id.length; row += 1) {
    const said = integer[row] as number
    if (said < 0) continue
    const own = id[row] as number
    const part = Math.imul((own - base) | 0, factor) >>> shift
    const place = places[part] as number
    places[part] = place + 1
    integers[words * place] = own
    integers[words * place + 1] = said
    if (floats !== null) floats[2 * place + 1] = (float as Float64Array)[row] as number
  }
}
