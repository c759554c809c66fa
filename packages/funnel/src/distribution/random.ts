const GOLDEN = 0x9e3779b9

/**
 * Fills a column with whole numbers, 0 to 4294967295, all equally likely: those that follow the ones it gave before. As many at once as there are is quicker than one by one.
 */
export type FillRandom = (numbers: Uint32Array) => void

/**
 * The generator xoshiro128** from a state that splitmix32 makes of a seed: the same numbers on every platform, by whole numbers alone.
 *
 * Source: D. Blackman, S. Vigna, ACM Transactions on Mathematical Software 47 (2021).
 *
 * @param seed - A whole number, 0 to 4294967295.
 */
export function createRandom(seed: number): FillRandom {
  const state = new Uint32Array(4)
  splitmix32(seed)(state)
  return xoshiro128(state)
}

/**
 * Numbers that have nothing in common even for neighbouring seeds; no two of them are equal.
 *
 * Source: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014, in the form of 32 bits, which mixes as MurmurHash3 (A. Appleby) does in the end.
 */
export function splitmix32(seed: number): FillRandom {
  let state = seed | 0
  return (numbers) => {
    for (let place = 0; place < numbers.length; place += 1) {
      state = (state + GOLDEN) | 0
      let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
      numbers[place] = mixed ^ (mixed >>> 16)
    }
  }
}

/** The generator from a state of four numbers, not all 0, which goes on changing with what is drawn. */
export function xoshiro128(state: Uint32Array): FillRandom {
  return (numbers) => {
    let first = (state[0] as number) | 0
    let second = (state[1] as number) | 0
    let third = (state[2] as number) | 0
    let fourth = (state[3] as number) | 0
    for (let place = 0; place < numbers.length; place += 1) {
      numbers[place] = Math.imul(rotate(Math.imul(second, 5), 7), 9)
      const shifted = second << 9
      third ^= first
      fourth ^= second
      second ^= third
      first ^= fourth
      third ^= shifted
      fourth = rotate(fourth, 11)
    }
    state.set([first, second, third, fourth])
  }
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}
