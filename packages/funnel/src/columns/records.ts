/** Rows with an id, an integer and perhaps a float each, side by side in memory, so that to move a row is to touch memory once. */
export interface Records {
  readonly length: number
  /** How many integers a row takes: 2, or 4 where it has a float. The id of row `i` is at `words × i`, its integer right after it. */
  readonly words: 2 | 4
  readonly integers: Int32Array
  /** The same bytes: the float of row `i` is at `2 × i + 1`; null where rows have none. */
  readonly floats: Float64Array | null
}

const BYTES_OF_WORD = 4

/** How many bytes so many rows take. */
export function bytesOfRecords(length: number, words: 2 | 4): number {
  return BYTES_OF_WORD * words * length
}

/** So many rows, in the bytes of a buffer from a multiple of 8 on; what is in them is left over from before. */
export function recordsIn(buffer: ArrayBuffer, offset: number, length: number, words: 2 | 4): Records {
  const integers = new Int32Array(buffer, offset, words * length)
  return { length, words, integers, floats: words === 2 ? null : new Float64Array(buffer, offset, 2 * length) }
}

/** The rows from one to before another. */
export function recordsFrom({ words, integers, floats }: Records, start: number, end: number): Records {
  return {
    length: end - start,
    words,
    integers: integers.subarray(words * start, words * end),
    floats: floats === null ? null : floats.subarray(2 * start, 2 * end),
  }
}
