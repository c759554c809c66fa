import { medianOf } from './median.js'

/** Counting takes as much room as the longest time is long: above so many times the room of the times themselves they are sorted. */
const ROOMY = 4
const LITTLE_ROOM = 10_000

/** The median of times in whole days, 0 or more; null where there are none. */
export function medianOfDays(days: Int32Array): number | null {
  let longest = 0
  for (let place = 0; place < days.length; place += 1) longest = Math.max(longest, days[place] as number)
  if (longest > Math.max(LITTLE_ROOM, days.length * ROOMY)) return medianOf(days.slice().sort())
  const counts = new Int32Array(longest + 1)
  for (let place = 0; place < days.length; place += 1) {
    const time = days[place] as number
    counts[time] = (counts[time] as number) + 1
  }
  const upper = placeOf(days.length >> 1, counts)
  if (days.length % 2 === 1 || upper === null) return upper
  return ((placeOf((days.length >> 1) - 1, counts) as number) + upper) / 2
}

/** The time that stands at a place once they are sorted; null where there is no such place. */
function placeOf(place: number, counts: Int32Array): number | null {
  let through = 0
  for (let time = 0; time < counts.length; time += 1) {
    through += counts[time] as number
    if (through > place) return time
  }
  return null
}
