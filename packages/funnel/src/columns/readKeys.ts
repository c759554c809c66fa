import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import type { StageTable } from './readStageColumns.js'

/** The changes that are looked at, by what orders those of a deal. */
export interface KeyedChanges {
  /** The day and the code of each row as one number, which ascends as a deal's changes do; -1 where it is left out. */
  readonly keys: Int32Array
  /** How many rows are left out because they are of later days. */
  readonly later: number
  /** How many are not, and between which deals they are. */
  readonly count: number
  readonly least: number
  readonly greatest: number
  /** Whether they come deal by deal and each deal's in their order, without copies. */
  readonly isOrdered: boolean
}

const LEAST_ID = -(2 ** 31)
const MOST_ID = 2 ** 31 - 1
const DAYS = LAST_DAY - FIRST_DAY
const CODE_BITS = 8
const CODE_MASK = 2 ** CODE_BITS - 1

/** How many bits a key has. */
export const KEY_BITS = 30

/** The day of a key, and the code of the stage or the outcome. */
export function dayOfKey(key: number): number {
  return (key >> CODE_BITS) + FIRST_DAY
}

export function codeOfKey(key: number): number {
  return key & CODE_MASK
}

/** Reads the cells into keys; undefined where a cell is bad. */
export function readKeys(
  { deal, day, stage, amount }: StageTable,
  greatestCode: number,
  lastDay: number,
  keys: Int32Array,
): KeyedChanges | undefined {
  if (amount !== null && !holdsUnits(amount)) return undefined
  let [later, least, greatest, ordered] = [0, MOST_ID, LEAST_ID, 1]
  let [dealBefore, keyBefore] = [LEAST_ID, -1]
  for (let row = 0; row < deal.length; row += 1) {
    const date = day[row] as number
    const code = stage[row] as number
    // A shift makes numbers below 0 too large.
    if ((date - FIRST_DAY) >>> 0 > DAYS || code > greatestCode) return undefined
    if (date > lastDay) {
      keys[row] = -1
      later += 1
      continue
    }
    const id = deal[row] as number
    const key = ((date - FIRST_DAY) << CODE_BITS) | code
    keys[row] = key
    if (ordered === 1 && (id < dealBefore || (id === dealBefore && key <= keyBefore))) ordered = 0
    if (id < least) least = id
    if (id > greatest) greatest = id
    dealBefore = id
    keyBefore = key
  }
  return { keys, later, count: deal.length - later, least, greatest, isOrdered: ordered === 1 }
}

/** Whether amounts are integers from 0 to below 2 ** 53, or NaN. */
function holdsUnits(amount: Float64Array): boolean {
  for (let row = 0; row < amount.length; row += 1) {
    const units = amount[row] as number
    // Of NaN nothing is true, and so no cell that may be makes a branch hard to guess.
    if (units < 0 || units >= EXACT_INTEGER_LIMIT || Math.floor(units) < units) return false
  }
  return true
}
