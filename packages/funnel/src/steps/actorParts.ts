/**
 * How actors are put in parts: of `imul(actor − base, factor)`, which tells all of them apart, the bits from `shift` on are the part, and those before it the actor within the part. Ids that
 * lie close together are cut into ranges; others are scattered by the multiplication.
 */
export interface ActorParts {
  readonly isClose: boolean
  readonly base: number
  readonly factor: number
  readonly shift: number
  /** How many parts there are. */
  readonly count: number
  /** How many bits the index of a step takes. */
  readonly stepBits: number
}

const MOST_PART_BITS = 11
/** Of how many events there is one part, as a power of two: what is done with it fits the processor's cache. */
const EVENT_BITS = 14
/** Ids of so narrow a range are close together, however few there are. */
const CLOSE_RANGE = 2 ** 14
/** 2 ** 32 divided by the golden ratio, to the nearest odd integer: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §6.4. */
const SCATTERING = 0x9e3779b1

/** Says how actors with ids between two bounds, who have so many events, are put in parts; an actor within a part and the index of a step up to the last take 32 bits. */
export function divideActors(least: number, greatest: number, events: number, lastStep: number): ActorParts {
  const range = greatest - least
  const stepBits = bitsOf(lastStep)
  const partBits = Math.min(Math.max(bitsOf(events) - EVENT_BITS, 1), MOST_PART_BITS)
  if (range >= Math.max(events, CLOSE_RANGE)) {
    const bits = Math.max(partBits, stepBits)
    return { isClose: false, base: 0, factor: SCATTERING, shift: 32 - bits, count: 2 ** bits, stepBits }
  }
  const shift = Math.max(bitsOf(range) - partBits, 0)
  return { isClose: true, base: least, factor: 1, shift, count: (range >>> shift) + 1, stepBits }
}

/** How many bits an integer from 0 to 2 ** 32 − 1 has. */
function bitsOf(value: number): number {
  return 32 - Math.clz32(value)
}
