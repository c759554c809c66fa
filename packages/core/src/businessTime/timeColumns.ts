import {
  checkMillisecond,
  checkSum,
  FIRST_MILLISECOND,
  isMillisecond,
  LAST_MILLISECOND,
  MILLISECONDS_A_SECOND,
  readTimeColumns,
  throwBadRows,
} from './readTimeColumns.js'
import type { Timeline } from './timeline.js'

/** What `addBusinessTimeColumn` does: as `add` of the business clock, in numbers instead of nanoseconds. */
export function addColumn(timeline: Timeline, columns: unknown): Float64Array {
  const { instants, seconds } = readTimeColumns(columns, ['instants', 'seconds'], 'seconds')
  const { length } = instants.values
  const sums = new Float64Array(length)
  const bad: number[] = []
  for (let row = 0; row < length; row += 1) {
    const instant = instants.values[row] as number
    const added = seconds.values[row] as number
    const sum = isMillisecond(instant) && Number.isSafeInteger(added) ? addMilliseconds(timeline, instant, added) : Number.NaN
    if (sum >= FIRST_MILLISECOND && sum <= LAST_MILLISECOND) sums[row] = sum
    else bad.push(row)
  }
  throwBadRows(bad, (row, issues) => checkSum(instants, seconds, row, issues))
  return sums
}

/** The moment so many open seconds from another; NaN where there is none. */
function addMilliseconds(timeline: Timeline, instant: number, added: number): number {
  // Not -0.
  if (added === 0) return instant + 0
  const start = Math.floor(instant / MILLISECONDS_A_SECOND)
  const fraction = openFraction(timeline, instant, start)
  const position = timeline.positionOf(start) + added
  // Within a second only the stretch that goes on has room for a fraction.
  const end = added > 0 && fraction === 0 ? timeline.firstAt(position, start) : timeline.lastAt(position, start)
  return end === undefined ? Number.NaN : end * MILLISECONDS_A_SECOND + fraction
}

/** What `businessTimeBetweenColumn` does. */
export function betweenColumn(timeline: Timeline, columns: unknown): Float64Array {
  const { from, to } = readTimeColumns(columns, ['from', 'to'])
  const { length } = from.values
  const seconds = new Float64Array(length)
  const bad: number[] = []
  for (let row = 0; row < length; row += 1) {
    const start = from.values[row] as number
    const end = to.values[row] as number
    // One quotient of integers, correctly rounded.
    if (isMillisecond(start) && isMillisecond(end))
      seconds[row] = (millisecondsBefore(timeline, end) - millisecondsBefore(timeline, start)) / MILLISECONDS_A_SECOND
    else bad.push(row)
  }
  throwBadRows(bad, (row, issues) => {
    checkMillisecond(from, row, issues)
    checkMillisecond(to, row, issues)
  })
  return seconds
}

function millisecondsBefore(timeline: Timeline, instant: number): number {
  const seconds = Math.floor(instant / MILLISECONDS_A_SECOND)
  return timeline.positionOf(seconds) * MILLISECONDS_A_SECOND + openFraction(timeline, instant, seconds)
}

/** The milliseconds of a moment after its whole second, as far as they are open. */
function openFraction(timeline: Timeline, instant: number, seconds: number): number {
  const fraction = instant - seconds * MILLISECONDS_A_SECOND
  return fraction > 0 && timeline.isOpen(seconds) ? fraction : 0
}
