import type { PartedEvents } from './partEvents.js'

/** A hash table with open addressing: which number an actor of a part has. */
export interface ActorTable {
  readonly actors: Int32Array
  /** One more than the number of the actor in the same place; 0 where it is vacant. */
  readonly numbers: Int32Array
}

/** How many places of others may be passed over for each event of a part: of scattered ids it is less than one. */
const MOST_DETOURS = 16

/** A table for the actors of so many events: at most half of its places are taken, so that the next vacant one is near. */
export function createTable(events: number): ActorTable {
  const places = 2 ** (33 - Math.clz32(Math.max(events, 1)))
  return { actors: new Int32Array(places), numbers: new Int32Array(places) }
}

/**
 * Puts a number in place of the actor of each event of a part, from one to before another, and returns how many there are. Actors are numbered as they come, by a hash
 * table with linear probing; where ids were made up to be meant for few places, in order, by sorting them.
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 3, 2nd ed. 1998, §6.4, algorithm L.
 */
export function numberActors({ keys, parts }: PartedEvents, start: number, end: number, table: ActorTable): number {
  const { stepBits, shift } = parts
  const bits = 32 - Math.clz32(2 * (end - start))
  // The first bits of the scattered actor say its place.
  const [left, right] = [32 - shift, 32 - bits]
  const last = 2 ** bits - 1
  const { actors, numbers } = table
  numbers.fill(0, 0, last + 1)
  let count = 0
  let detours = MOST_DETOURS * (end - start)
  for (let event = start; event < end; event += 1) {
    const key = keys[event] as number
    const actor = key >>> stepBits
    let place = (actor << left) >>> right
    while (numbers[place] !== 0 && actors[place] !== actor) {
      place = (place + 1) & last
      detours -= 1
      if (detours < 0) {
        restoreActors(keys, start, event, stepBits, table, last)
        return numberByOrder(keys, start, end, stepBits)
      }
    }
    if (numbers[place] === 0) {
      count += 1
      numbers[place] = count
      actors[place] = actor
    }
    keys[event] = withNumber(key, (numbers[place] as number) - 1, stepBits)
  }
  return count
}

/** A key with another number in place of the actor. */
function withNumber(key: number, number: number, stepBits: number): number {
  return (number << stepBits) | (key & ((1 << stepBits) - 1))
}

/** Puts actors back in place of their numbers. */
function restoreActors(keys: Int32Array, start: number, end: number, stepBits: number, { actors, numbers }: ActorTable, last: number): void {
  const found = new Int32Array(last + 1)
  for (let place = 0; place <= last; place += 1) if (numbers[place] !== 0) found[(numbers[place] as number) - 1] = actors[place] as number
  for (let event = start; event < end; event += 1) {
    const key = keys[event] as number
    keys[event] = withNumber(key, found[key >>> stepBits] as number, stepBits)
  }
}

function numberByOrder(keys: Int32Array, start: number, end: number, stepBits: number): number {
  const sorted = Int32Array.from(keys.subarray(start, end), (key) => key >>> stepBits).sort()
  let count = 0
  for (let row = 0; row < sorted.length; row += 1) {
    if (row === 0 || sorted[row] !== sorted[row - 1]) sorted[count++] = sorted[row] as number
  }
  for (let event = start; event < end; event += 1) {
    const key = keys[event] as number
    keys[event] = withNumber(key, indexOf(sorted, count, key >>> stepBits), stepBits)
  }
  return count
}

/** The index of a value that is among the first ones of a sorted list. */
function indexOf(sorted: Int32Array, count: number, value: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
