import type { OrderedLog } from './orderLog.js'
import type { ActivityCount, LogRework } from './types.js'

type Columns = { readonly [Name in 'count' | 'cases' | 'starts' | 'ends' | 'selfLoops' | 'reworkCases' | 'seenIn' | 'repeatedIn']: Int32Array }

/** How often activities happened, and how often again in the same case; both most often first, then by their code units. */
export function countActivities(log: OrderedLog): { readonly activities: ActivityCount[]; readonly rework: LogRework } {
  const { names } = log
  const cases = log.starts.length - 1
  const { columns, reworked } = countColumns(log, cases)
  const of = (name: keyof Columns, activity: number): number => columns[name][activity] as number
  const activities = names.map((activity, number) => ({
    activity,
    count: of('count', number),
    cases: of('cases', number),
    starts: of('starts', number),
    ends: of('ends', number),
  }))
  // What happened more often than in so many cases happened again.
  const repeated = names.map((activity, number) => ({
    activity,
    repeats: of('count', number) - of('cases', number),
    selfLoops: of('selfLoops', number),
    cases: of('reworkCases', number),
  }))
  return {
    activities: activities.sort((one, other) => other.count - one.count),
    rework: {
      cases: reworked,
      rate: cases === 0 ? 0 : reworked / cases,
      activities: repeated.filter(({ repeats }) => repeats > 0).sort((one, other) => other.repeats - one.repeats),
    },
  }
}

/** Counts by activity; `seenIn` and `repeatedIn` hold the last case, from 1, in which each happened, and happened again. */
function countColumns({ starts, activities, names }: OrderedLog, cases: number): { readonly columns: Columns; readonly reworked: number } {
  const column = (): Int32Array => new Int32Array(names.length)
  const columns: Columns = {
    count: column(),
    cases: column(),
    starts: column(),
    ends: column(),
    selfLoops: column(),
    reworkCases: column(),
    seenIn: column(),
    repeatedIn: column(),
  }
  let reworked = 0
  for (let number = 1; number <= cases; number += 1) {
    const [from, to] = [starts[number - 1] as number, starts[number] as number]
    let isReworked = false
    for (let place = from; place < to; place += 1) {
      const activity = activities[place] as number
      addOne(columns.count, activity)
      if (columns.seenIn[activity] !== number) {
        columns.seenIn[activity] = number
        addOne(columns.cases, activity)
        continue
      }
      isReworked = true
      if (activities[place - 1] === activity) addOne(columns.selfLoops, activity)
      if (columns.repeatedIn[activity] === number) continue
      columns.repeatedIn[activity] = number
      addOne(columns.reworkCases, activity)
    }
    addOne(columns.starts, activities[from] as number)
    addOne(columns.ends, activities[to - 1] as number)
    if (isReworked) reworked += 1
  }
  return { columns, reworked }
}

function addOne(column: Int32Array, index: number): void {
  column[index] = (column[index] as number) + 1
}
