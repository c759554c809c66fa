import type { IdParts } from './idParts.js'

/** The customers of one part of the ids, each in a place. */
export interface CustomerPlaces {
  /** How many places there are, as a power of two. */
  readonly bits: number
  /** How many customers there may be. */
  readonly room: number
  readonly customer: Int32Array
  readonly lastDay: Int32Array
  readonly frequency: Int32Array
  readonly sum: Float64Array
}

/** Makes as many places as a power of two says. */
export function createPlaces({ isClose }: IdParts, bits: number): CustomerPlaces {
  const places = 2 ** bits
  return {
    bits,
    room: isClose ? places : places / 2,
    customer: new Int32Array(places),
    lastDay: new Int32Array(places),
    frequency: new Int32Array(places),
    sum: new Float64Array(places),
  }
}

/** What stands for a customer in the places of a part that are vacant: an id that is in another part. */
export function vacantOf({ base, outsider }: IdParts, part: number): number {
  return part === 0 ? outsider : base
}

/** Puts customers in twice as many places. */
export function spreadPlaces(old: CustomerPlaces, parts: IdParts, vacant: number): CustomerPlaces {
  const places = createPlaces(parts, old.bits + 1)
  const { customer, lastDay, frequency, sum, bits } = places
  const { base, factor, placeShift } = parts
  const last = customer.length - 1
  customer.fill(vacant)
  for (let from = 0; from < old.customer.length; from++) {
    const id = old.customer[from] as number
    if (id === vacant) continue
    let place = (Math.imul((id - base) | 0, factor) << placeShift) >>> (32 - bits)
    while (customer[place] !== vacant) place = (place + 1) & last
    customer[place] = id
    lastDay[place] = old.lastDay[from] as number
    frequency[place] = old.frequency[from] as number
    sum[place] = old.sum[from] as number
  }
  return places
}
