import type { OrderedLog } from './orderLog.js'
import type { Variant } from './types.js'

/** The ways that were found, each by the first case that went it. */
interface FoundVariants {
  readonly first: number[]
  readonly counts: number[]
}

/** The ways that cases went, the most frequent first, then by their activities. */
export function findVariants(log: OrderedLog): Variant[] {
  const cases = log.starts.length - 1
  const { first, counts } = groupCases(log, cases)
  const order = first.map((_, variant) => variant)
  order.sort((one, other) => (counts[other] as number) - (counts[one] as number) || comparePaths(first[one] as number, first[other] as number, log))
  let before = 0
  return order.map((variant) => {
    const count = counts[variant] as number
    before += count
    return { path: pathOf(first[variant] as number, log), count, share: count / cases, cumulative: before / cases }
  })
}

/** Puts cases together that went the same way: they are looked up by a hash of their activities, and compared one by one. */
function groupCases(log: OrderedLog, cases: number): FoundVariants {
  const [first, counts, nextAlike]: [number[], number[], number[]] = [[], [], []]
  /** The last variant found of each hash; `nextAlike` leads to those before it. */
  const lastOf = new Map<number, number>()
  for (let number = 0; number < cases; number += 1) {
    const hash = hashPath(number, log)
    const last = lastOf.get(hash) ?? -1
    let variant = last
    while (variant >= 0 && !isSamePath(first[variant] as number, number, log)) variant = nextAlike[variant] as number
    if (variant >= 0) counts[variant] = (counts[variant] as number) + 1
    else {
      lastOf.set(hash, first.length)
      first.push(number)
      counts.push(1)
      nextAlike.push(last)
    }
  }
  return { first, counts }
}

/**
 * 32 bits that depend on every activity and its place.
 *
 * Source: A. Appleby, *MurmurHash3*, 2011, `x86_32`, of 32-bit blocks.
 */
function hashPath(number: number, { starts, activities }: OrderedLog): number {
  const [from, to] = [starts[number] as number, starts[number + 1] as number]
  let hash = 0
  for (let place = from; place < to; place += 1) {
    const mixed = Math.imul(activities[place] as number, 0xcc9e2d51)
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  hash ^= to - from
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function isSamePath(one: number, other: number, log: OrderedLog): boolean {
  const { starts } = log
  const lengthOf = (number: number): number => (starts[number + 1] as number) - (starts[number] as number)
  return lengthOf(one) === lengthOf(other) && comparePaths(one, other, log) === 0
}

/** Which of the ways of two cases comes first: by the first activities that differ; what goes on comes after what ends. */
function comparePaths(one: number, other: number, { starts, activities }: OrderedLog): number {
  const [from, otherFrom] = [starts[one] as number, starts[other] as number]
  const [length, otherLength] = [(starts[one + 1] as number) - from, (starts[other + 1] as number) - otherFrom]
  for (let place = 0; place < length && place < otherLength; place += 1) {
    const apart = (activities[from + place] as number) - (activities[otherFrom + place] as number)
    if (apart !== 0) return apart
  }
  return length - otherLength
}

function pathOf(number: number, { starts, activities, names }: OrderedLog): string[] {
  return Array.from(activities.subarray(starts[number], starts[number + 1]), (activity) => names[activity] as string)
}
