import type { LogColumns } from './logColumns.js'
import type { ReadLog } from './readEventLog.js'

/** A log case by case, the events of each in order of time. */
export interface OrderedLog {
  /** Where the events of each case begin, and at last where they all end. */
  readonly starts: Int32Array
  /** The number of each event's activity, by which they are in the order of their code units. */
  readonly activities: Int32Array
  readonly seconds: Float64Array
  readonly nanoseconds: Int32Array
  /** The activities by their numbers. */
  readonly names: readonly string[]
  /** How many cases have events of the same moment. */
  readonly tied: number
}

/** Orders a log by case and moment; events of one moment keep the order of the log. */
export function orderLog({ columns, events, cases, activities }: ReadLog): OrderedLog {
  const starts = countStarts(columns.cases, events, cases)
  const order = groupRows(columns.cases, events, starts)
  let tied = 0
  for (let number = 0; number < cases; number += 1) {
    const [from, to] = [starts[number] as number, starts[number + 1] as number]
    if (!isOrdered(order, from, to, columns)) sortRows(order, from, to, columns)
    if (hasTie(order, from, to, columns)) tied += 1
  }
  const { names, numbers } = rankNames(activities)
  return { starts, ...gatherRows(order, columns, numbers), names, tied }
}

/** The columns in another order of rows, the activities with other numbers. */
function gatherRows(order: Int32Array, columns: LogColumns, numbers: Int32Array): Pick<OrderedLog, 'activities' | 'seconds' | 'nanoseconds'> {
  const activities = new Int32Array(order.length)
  const seconds = new Float64Array(order.length)
  const nanoseconds = new Int32Array(order.length)
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number
    activities[place] = numbers[columns.activities[row] as number] as number
    seconds[place] = columns.seconds[row] as number
    nanoseconds[place] = columns.nanoseconds[row] as number
  }
  return { activities, seconds, nanoseconds }
}

/** Where the rows of each group begin once they are put together, and at last where they all end. */
export function countStarts(groups: Int32Array, rows: number, count: number): Int32Array {
  const starts = new Int32Array(count + 1)
  for (let row = 0; row < rows; row += 1) starts[(groups[row] as number) + 1] = (starts[(groups[row] as number) + 1] as number) + 1
  for (let group = 1; group <= count; group += 1) starts[group] = (starts[group] as number) + (starts[group - 1] as number)
  return starts
}

/** The rows group by group, in their order within each. */
function groupRows(groups: Int32Array, rows: number, starts: Int32Array): Int32Array {
  const order = new Int32Array(rows)
  const next = starts.slice()
  for (let row = 0; row < rows; row += 1) {
    const place = next[groups[row] as number] as number
    order[place] = row
    next[groups[row] as number] = place + 1
  }
  return order
}

/** Whose moment comes first, and of one moment who stands first in the log. */
function compareRows(one: number, other: number, { seconds, nanoseconds }: LogColumns): number {
  const apart = (seconds[one] as number) - (seconds[other] as number)
  return apart === 0 ? (nanoseconds[one] as number) - (nanoseconds[other] as number) || one - other : apart
}

function isOrdered(order: Int32Array, from: number, to: number, columns: LogColumns): boolean {
  for (let place = from + 1; place < to; place += 1) {
    if (compareRows(order[place - 1] as number, order[place] as number, columns) > 0) return false
  }
  return true
}

function hasTie(order: Int32Array, from: number, to: number, { seconds, nanoseconds }: LogColumns): boolean {
  for (let place = from + 1; place < to; place += 1) {
    const [before, row] = [order[place - 1] as number, order[place] as number]
    if (seconds[before] === seconds[row] && nanoseconds[before] === nanoseconds[row]) return true
  }
  return false
}

/** Up to so many rows are sorted in place: most cases are short, and setting up a sort takes longer. */
const FEW = 24

function sortRows(order: Int32Array, from: number, to: number, columns: LogColumns): void {
  if (to - from > FEW) {
    order.subarray(from, to).sort((one, other) => compareRows(one, other, columns))
    return
  }
  for (let end = from + 1; end < to; end += 1) {
    const row = order[end] as number
    let place = end
    while (place > from && compareRows(order[place - 1] as number, row, columns) > 0) {
      order[place] = order[place - 1] as number
      place -= 1
    }
    order[place] = row
  }
}

/** Names in the order of their code units, and the new number of each old one. */
function rankNames(old: readonly string[]): { readonly names: string[]; readonly numbers: Int32Array } {
  const names = [...old].sort((one, other) => (one < other ? -1 : 1))
  const ranks = new Map(names.map((name, rank) => [name, rank]))
  return { names, numbers: Int32Array.from(old, (name) => ranks.get(name) as number) }
}
