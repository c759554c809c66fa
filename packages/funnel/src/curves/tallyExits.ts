/** Deals counted by the day on which each ceased to be watched: one row a day, ascending. */
export interface ExitTally {
  /** The day of each row; null where the rows are the days 0, 1, 2, …. */
  readonly days: Int32Array | null
  readonly won: Int32Array
  readonly lost: Int32Array
  /** Deals lost sight of while they were open: they still count on that day. */
  readonly open: Int32Array
  /** Deals that are watched from this row on. */
  readonly entering: Int32Array
  /** The longest time that a deal was watched; -1 where there are none. */
  readonly longest: number
}

/**
 * Counts deals by their days: by an entry for every day where they lie densely, and for every day that occurs where they are few and far between.
 *
 * @param days - How long each deal was watched, 0 or more.
 * @param outcomes - 0 open, 1 won, 2 lost.
 * @param since - Since which day each was watched, counting from the day after; 0 for from the beginning. Deals that were never watched are left out.
 */
export function tallyExits(days: Int32Array, outcomes: Uint8Array, since: Int32Array | null): ExitTally {
  let longest = -1
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number
    if (day > longest && wasWatched(day, since === null ? 0 : (since[index] as number))) longest = day
  }
  const distinct = longest < 4 * days.length + 256 ? null : distinctDays(days)
  const rows = distinct === null ? longest + 1 : distinct.length
  const tally: ExitTally = {
    days: distinct,
    won: new Int32Array(rows),
    lost: new Int32Array(rows),
    open: new Int32Array(rows),
    entering: new Int32Array(rows),
    longest,
  }
  const byOutcome = [tally.open, tally.won, tally.lost] as const
  if (since === null && distinct === null) {
    if (rows > 0) tally.entering[0] = days.length
    for (let index = 0; index < days.length; index += 1) {
      const day = days[index] as number
      const exits = byOutcome[outcomes[index] as 0 | 1 | 2]
      exits[day] = (exits[day] as number) + 1
    }
    return tally
  }
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number
    const late = since === null ? 0 : (since[index] as number)
    if (!wasWatched(day, late)) continue
    const exits = byOutcome[outcomes[index] as 0 | 1 | 2]
    const exit = distinct === null ? day : rowFrom(distinct, day)
    exits[exit] = (exits[exit] as number) + 1
    const first = late === 0 ? 0 : distinct === null ? late + 1 : rowFrom(distinct, late + 1)
    tally.entering[first] = (tally.entering[first] as number) + 1
  }
  return tally
}

function wasWatched(day: number, since: number): boolean {
  return since === 0 || since < day
}

function distinctDays(days: Int32Array): Int32Array {
  const sorted = days.slice().sort()
  let count = 0
  for (let index = 0; index < sorted.length; index += 1) {
    if (index > 0 && sorted[index] === sorted[index - 1]) continue
    sorted[count] = sorted[index] as number
    count += 1
  }
  return sorted.subarray(0, count)
}

/** The first row whose day is the given one or later. */
function rowFrom(days: Int32Array, day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}
