import { bitsOf, rangeOf } from '../numbers/orderIntegers.js'

/**
 * How ids are put in parts (a hash partition), and each in a place of its part: the part of an id is `imul(id − base, factor) >>> partShift`, and its place among 2 ** bits
 * is `(imul(id − base, factor) << placeShift) >>> (32 − bits)`. Ids that lie close together have a place each; others are scattered by the
 * multiplication (a hash table), so that several may be meant for one place: at most half of the places are taken (a load factor of 1/2), so that the
 * next vacant one is near.
 */
export interface IdParts {
  readonly isClose: boolean
  /** An id of the first part. */
  readonly base: number
  readonly factor: number
  readonly partShift: number
  /** How many parts there are. */
  readonly count: number
  readonly placeShift: number
  /** How many places a part has at first, as a power of two. */
  readonly bits: number
  /** An id that is not of the first part. */
  readonly outsider: number
}

const MOST_PART_BITS = 9
const LEAST_PLACE_BITS = 12
/** Of how many rows there is one part, as a power of two. */
const ROW_BITS = 14
/** Ids of so narrow a range are close together, however few there are. */
const CLOSE_RANGE = 2 ** 16
/** 2 ** 32 divided by the golden ratio, to the nearest odd integer: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §6.4. */
const SCATTERING = 0x9e3779b1

/** Says how the ids of so many rows, of which there is at least one, are put in parts. */
export function divideIds(ids: Int32Array): IdParts {
  const { least, greatest } = rangeOf(ids)
  const range = greatest - least
  if (range < Math.max(ids.length, CLOSE_RANGE)) {
    const bits = Math.max(LEAST_PLACE_BITS, bitsOf(range) - MOST_PART_BITS)
    const count = (range >>> bits) + 1
    return { isClose: true, base: least, factor: 1, partShift: bits, count, placeShift: 32 - bits, bits, outsider: (least + 2 ** bits) | 0 }
  }
  const partBits = Math.min(Math.max(bitsOf(ids.length) - ROW_BITS, 1), MOST_PART_BITS)
  return {
    isClose: false,
    base: 0,
    factor: SCATTERING,
    partShift: 32 - partBits,
    count: 2 ** partBits,
    placeShift: partBits,
    bits: LEAST_PLACE_BITS,
    outsider: 1,
  }
}
