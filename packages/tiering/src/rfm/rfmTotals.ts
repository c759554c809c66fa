import type { RejectedRow } from '@clientele/core'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { type Quantity, unitsAt } from '../numbers/quantity.js'

/** What customers come to; index `i` of every column is the same customer. */
export interface RfmTotals {
  /** Integers ascending, or texts in the order of UTF-16 code units. */
  readonly customers: Int32Array | readonly string[]
  /** {@link NO_DAYS} where there are no purchases. */
  readonly recencyDays: Int32Array | Float64Array
  readonly frequency: Int32Array | Float64Array
  /** Net or gross sums, in units of `10 ** -digits`, all exact as numbers. */
  readonly units: Float64Array
  readonly digits: number
  /** The sums that are too fine or too large for that, by customer, whose units are then 0. */
  readonly apart: ReadonlyMap<number, Quantity>
}

/** Rows that were read and added up. */
export interface GatheredRows {
  readonly totals: RfmTotals
  readonly currency: string | undefined
  /** How many transactions are dated after the day of the answer. */
  readonly later: number
  readonly rejected: readonly RejectedRow[]
}

/** Stands for the days since the last purchase where there is none. */
export const NO_DAYS = -1

/** Quantities of up to so many decimal places are added up as numbers; finer ones would leave no room for large ones. */
export const MOST_DIGITS = 8

/** What a customer's transactions add up to. */
export function sumOf({ units, digits, apart }: Pick<RfmTotals, 'units' | 'digits' | 'apart'>, customer: number): Quantity {
  return apart.get(customer) ?? { units: BigInt(units[customer] as number), digits }
}

/** Whether an integer is exact as a number. */
export function isExactNumber(units: bigint): boolean {
  return Math.abs(Number(units)) < EXACT_INTEGER_LIMIT
}

/** A quantity in units of so many decimal places, where it is exact as a number so; NaN where it is not. */
export function exactUnits(quantity: Quantity, digits: number): number {
  if (quantity.digits > digits) return Number.NaN
  const units = unitsAt(quantity, digits)
  return isExactNumber(units) ? Number(units) : Number.NaN
}
