/** An integer from 0 to `bound - 1`. */
export type Draw = (bound: number) => number

/** From a least to a most, both included. */
export type Span = readonly [least: number, most: number]

/** An integer of a span. */
export function between([least, most]: Span, draw: Draw): number {
  return least + draw(most - least + 1)
}

/** Mulberry32 (Tommy Ettinger, 2017): integers only, so the same numbers on every machine. */
export function seedDraw(seed: number): Draw {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
}
