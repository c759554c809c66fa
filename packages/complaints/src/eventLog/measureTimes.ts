import { quantile } from '../numbers/quantile.js'
import { countStarts, type OrderedLog } from './orderLog.js'
import type { EventLogAnalysis, TimeBetween } from './types.js'

/** Up to so many seconds can be counted in whole nanoseconds. */
const EXACT_SECONDS = 9_000_000

const NANOSECONDS_A_SECOND = 1_000_000_000

/** The time from one event to a later one, in seconds: as near as a number comes, so that 0.1 s is 0.1. */
function secondsBetween(from: number, to: number, { seconds, nanoseconds }: OrderedLog): number {
  const whole = (seconds[to] as number) - (seconds[from] as number)
  const part = (nanoseconds[to] as number) - (nanoseconds[from] as number)
  if (part === 0) return whole
  return whole < EXACT_SECONDS ? (whole * NANOSECONDS_A_SECOND + part) / NANOSECONDS_A_SECOND : whole + part / NANOSECONDS_A_SECOND
}

/** How long it took from each activity to each that came right after it, most often first, then by their code units. */
export function measureTimesBetween(log: OrderedLog): TimeBetween[] {
  const { starts, activities, names } = log
  const pairs = new Map<number, number>()
  const [pairOf, times] = [new Int32Array(activities.length), new Float64Array(activities.length)]
  let count = 0
  for (let number = 1; number < starts.length; number += 1) {
    for (let place = (starts[number - 1] as number) + 1; place < (starts[number] as number); place += 1) {
      const key = (activities[place - 1] as number) * names.length + (activities[place] as number)
      const known = pairs.get(key)
      if (known === undefined) pairs.set(key, pairs.size)
      pairOf[count] = known ?? pairs.size - 1
      times[count] = secondsBetween(place - 1, place, log)
      count += 1
    }
  }
  const groups = sortGroups(times, pairOf, count, pairs.size)
  const keys = [...pairs.keys()]
  const order = keys.map((_, pair) => pair)
  const countOf = (pair: number): number => (groups[pair] as Float64Array).length
  order.sort((one, other) => countOf(other) - countOf(one) || (keys[one] as number) - (keys[other] as number))
  return order.map((pair) => {
    const sorted = groups[pair] as Float64Array
    const key = keys[pair] as number
    const [from, to] = [names[Math.floor(key / names.length)] as string, names[key % names.length] as string]
    return { from, to, count: sorted.length, median: quantile(sorted, 50), p90: quantile(sorted, 90) }
  })
}

/** The values of each group, sorted. */
function sortGroups(values: Float64Array, groupOf: Int32Array, count: number, groups: number): Float64Array[] {
  const starts = countStarts(groupOf, count, groups)
  const next = starts.slice()
  const grouped = new Float64Array(count)
  for (let row = 0; row < count; row += 1) {
    const place = next[groupOf[row] as number] as number
    grouped[place] = values[row] as number
    next[groupOf[row] as number] = place + 1
  }
  return Array.from({ length: groups }, (_, group) => grouped.subarray(starts[group], starts[group + 1]).sort())
}

/** How long cases took from their first event to their last. */
export function measureDurations(log: OrderedLog): EventLogAnalysis['duration'] {
  const { starts } = log
  const cases = starts.length - 1
  if (cases === 0) return { median: null, p90: null, mean: null }
  const sorted = new Float64Array(cases)
  for (let number = 0; number < cases; number += 1) sorted[number] = secondsBetween(starts[number] as number, (starts[number + 1] as number) - 1, log)
  sorted.sort()
  // Added up in order of size, the sum does not depend on the order of cases.
  return { median: quantile(sorted, 50), p90: quantile(sorted, 90), mean: sorted.reduce((sum, time) => sum + time, 0) / cases }
}
