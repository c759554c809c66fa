/** A search for a free place that takes longer than this is left to a Map: texts may be chosen to stand in each other's way. */
const LONGEST_SEARCH = 1000
const FNV_PRIME = 0x01000193

/** Finds every text that stands earlier in the list already, with the index of the first one; empty texts do not count. It takes O(n). */
export function findRepeated(texts: readonly (string | undefined)[]): Map<number, number> {
  const places = new Int32Array(2 ** Math.ceil(Math.log2(texts.length * 2 + 1)))
  const hashes = new Int32Array(texts.length)
  const repeated = new Map<number, number>()
  const mask = places.length - 1
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index]
    if (text === undefined || text === '') continue
    const hash = hashOf(text)
    hashes[index] = hash
    let place = hash & mask
    let searched = 0
    // Indexes are counted from 1: 0 is a free place.
    for (let other = places[place] as number; other > 0; other = places[place] as number) {
      if (hashes[other - 1] === hash && texts[other - 1] === text) {
        repeated.set(index, other - 1)
        break
      }
      if (++searched > LONGEST_SEARCH) return findWithMap(texts)
      place = (place + 1) & mask
    }
    if (places[place] === 0) places[place] = index + 1
  }
  return repeated
}

function findWithMap(texts: readonly (string | undefined)[]): Map<number, number> {
  const first = new Map<string, number>()
  const repeated = new Map<number, number>()
  texts.forEach((text, index) => {
    if (text === undefined || text === '') return
    const earlier = first.get(text)
    if (earlier === undefined) first.set(text, index)
    else repeated.set(index, earlier)
  })
  return repeated
}

/** After FNV-1a, of UTF-16 units: G. Fowler, L. C. Noll and K.-P. Vo, *The FNV non-cryptographic hash algorithm*, 1991. */
function hashOf(text: string): number {
  let hash = text.length
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  return hash ^ (hash >>> 15)
}
