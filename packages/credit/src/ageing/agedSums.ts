import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { addUnits, type Units } from './units.js'

/** Sums by bucket and group: float64 integers below 2⁵³ in size, and bigints of what these cannot hold. */
interface CellSums {
  /** Those of one bucket stand together: most items are in few of them. */
  cells: Float64Array
  /** By bucket, then by group. */
  readonly exact: readonly Map<number, bigint>[]
}

/** What is open by bucket and group. Behind the buckets stands one more, for what is settled. */
export interface AgedSums {
  /** How many buckets there are, with the one more. */
  readonly width: number
  /** For how many groups there is room. */
  capacity: number
  readonly debits: CellSums
  readonly credits: CellSums
  readonly disputed: CellSums
  /** How many items there are. */
  counts: Int32Array
}

/** What is open of some groups together, by bucket. */
export interface BucketSums {
  readonly debits: readonly Units[]
  readonly credits: readonly Units[]
  readonly disputed: readonly Units[]
  readonly counts: readonly number[]
}

/** Makes sums of nothing, with room for so many groups. */
export function createSums(buckets: number, capacity: number): AgedSums {
  const width = buckets + 1
  const createCells = (): CellSums => ({
    cells: new Float64Array(width * capacity),
    exact: Array.from({ length: width }, () => new Map()),
  })
  const columns = { debits: createCells(), credits: createCells(), disputed: createCells() }
  return { width, capacity, ...columns, counts: new Int32Array(width * capacity) }
}

/** Makes room for so many groups at least. */
export function makeRoom(sums: AgedSums, groups: number): void {
  const { width, capacity } = sums
  if (capacity >= groups) return
  sums.capacity = Math.max(groups, capacity * 2)
  const move = <Column extends Float64Array | Int32Array>(from: Column, to: Column): Column => {
    for (let bucket = 0; bucket < width; bucket++) to.set(from.subarray(bucket * capacity, (bucket + 1) * capacity), bucket * sums.capacity)
    return to
  }
  const length = width * sums.capacity
  for (const column of [sums.debits, sums.credits, sums.disputed]) column.cells = move(column.cells, new Float64Array(length))
  sums.counts = move(sums.counts, new Int32Array(length))
}

/** Adds what is open of an item, whatever its size, to a bucket of a group. */
export function addExactly(sums: AgedSums, group: number, bucket: number, open: bigint, isDisputed: boolean): void {
  const cell = bucket * sums.capacity + group
  const units = Number(open)
  const add = ({ cells, exact }: CellSums): void => {
    const sum = (cells[cell] as number) + units
    if (Math.abs(units) < EXACT_INTEGER_LIMIT && Math.abs(sum) < EXACT_INTEGER_LIMIT) cells[cell] = sum
    else addBigint(exact, bucket, group, open)
  }
  add(open < 0n ? sums.credits : sums.debits)
  if (isDisputed) add(sums.disputed)
  sums.counts[cell] = (sums.counts[cell] as number) + 1
}

function addBigint(exact: CellSums['exact'], bucket: number, group: number, amount: bigint): void {
  const ofBucket = exact[bucket] as Map<number, bigint>
  ofBucket.set(group, (ofBucket.get(group) ?? 0n) + amount)
}

/** What is open of some groups together. */
export function sumGroups(sums: AgedSums, groups: readonly number[]): BucketSums {
  const { width, capacity, counts } = sums
  const members = new Array<number>(width).fill(0)
  for (let bucket = 0; bucket < width; bucket++) {
    for (const group of groups) members[bucket] = (members[bucket] as number) + (counts[bucket * capacity + group] as number)
  }
  const sum = (column: CellSums): Units[] => sumCells(column, groups, width, capacity)
  return { debits: sum(sums.debits), credits: sum(sums.credits), disputed: sum(sums.disputed), counts: members }
}

function sumCells({ cells, exact }: CellSums, groups: readonly number[], width: number, capacity: number): Units[] {
  const totals = new Array<Units>(width).fill(0)
  for (let bucket = 0; bucket < width; bucket++) {
    const more = exact[bucket] as Map<number, bigint>
    let total: Units = 0
    for (const group of groups) {
      const amount = cells[bucket * capacity + group] as number
      if (amount !== 0) total = addUnits(total, amount)
      const exactly = more.size === 0 ? undefined : more.get(group)
      if (exactly !== undefined) total = addUnits(total, exactly)
    }
    totals[bucket] = total
  }
  return totals
}
