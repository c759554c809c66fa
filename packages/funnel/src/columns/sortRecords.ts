import type { Records } from './records.js'

/** By which digits rows are sorted: those of `imul(x − base, factor)`, of so many bits from the lowest, where x is the id or the integer of a row. */
export interface SortKey {
  readonly of: 'id' | 'integer'
  readonly base: number
  readonly factor: number
  readonly bits: number
}

/** So many counters are still in the cache next to the rows. */
const MOST_DIGIT_BITS = 13

/**
 * Sorts rows by a key, those alike in the order in which they come. They are sorted by their digits, the last ones first: it takes O(n) for n of them. Returns where
 * they are then: in the rows or in the spare ones, which are as many.
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §5.2.5, algorithm R.
 */
export function sortRecords(records: Records, spare: Records, key: SortKey): Records {
  if (key.bits === 0 || records.length < 2) return records
  const passes = Math.ceil(key.bits / MOST_DIGIT_BITS)
  const digitBits = Math.ceil(key.bits / passes)
  const places = new Int32Array(2 ** digitBits)
  let [from, to] = [records, spare]
  for (let pass = 0; pass < passes; pass += 1) {
    findPlaces(places, from, key, pass * digitBits)
    moveRecords(places, from, to, key, pass * digitBits)
    const moved = to
    to = from
    from = moved
  }
  return from
}

/** Counts the rows of each digit, and says where the first of them belongs. */
function findPlaces(places: Int32Array, { length, words, integers }: Records, { of, base, factor }: SortKey, shift: number): void {
  const mask = places.length - 1
  const end = words * length
  places.fill(0)
  for (let at = of === 'id' ? 0 : 1; at < end; at += words) {
    const digit = (Math.imul(((integers[at] as number) - base) | 0, factor) >>> shift) & mask
    places[digit] = (places[digit] as number) + 1
  }
  let place = 0
  for (let digit = 0; digit < places.length; digit += 1) {
    const rows = places[digit] as number
    places[digit] = place
    place += rows
  }
}

function moveRecords(places: Int32Array, from: Records, to: Records, { of, base, factor }: SortKey, shift: number): void {
  const { length, words, integers, floats } = from
  const { integers: toIntegers, floats: toFloats } = to
  const mask = places.length - 1
  const word = of === 'id' ? 0 : 1
  for (let row = 0; row < length; row += 1) {
    const at = words * row
    const digit = (Math.imul(((integers[at + word] as number) - base) | 0, factor) >>> shift) & mask
    const place = places[digit] as number
    places[digit] = place + 1
    toIntegers[words * place] = integers[at] as number
    toIntegers[words * place + 1] = integers[at + 1] as number
    if (floats !== null) (toFloats as Float64Array)[2 * place + 1] = floats[2 * row + 1] as number
  }
}
