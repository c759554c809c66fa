/** Numbers from 0 to 1 that look random and are the same every time: Marsaglia's xorshift of 32 bits, 2003. */
export function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
