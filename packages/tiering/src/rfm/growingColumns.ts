import { decimalPlacesOf, EXACT_INTEGER_LIMIT, POWERS_OF_TEN, readShortDecimal } from '@clientele/core/decimal'
import type { Quantity } from '../numbers/quantity.js'
import { quickUnits } from './quickUnits.js'
import { exactUnits, MOST_DIGITS } from './rfmTotals.js'

/** Transactions as columns, while they are added one after the other. */
export interface GrowingColumns {
  /** Whose they are; as many as there are rows. */
  readonly customers: string[]
  readonly days: Int32Array
  /** Amounts in units of `10 ** -digits`, exact as numbers. */
  readonly units: Float64Array
  digits: number
  /** The amounts that are too fine or too large for that, by row, instead of which there is then a unit of the same sign. */
  readonly apart: Map<number, Quantity>
}

/** Starts with no transactions, and room for some. */
export function startColumns(rows: number): GrowingColumns {
  return { customers: [], days: new Int32Array(rows), units: new Float64Array(rows), digits: 0, apart: new Map() }
}

/** An amount in units of the column, which is made finer if need be; NaN where it cannot be proven exact so. */
export function unitsOfAmount(columns: GrowingColumns, amount: unknown): number {
  const units = quickUnits(amount, columns.digits)
  if (!Number.isNaN(units)) return units
  const digits = decimalPlacesOf(typeof amount === 'number' ? amount : readShortDecimal(amount))
  if (!(digits > columns.digits && digits <= MOST_DIGITS)) return Number.NaN
  refine(columns, digits)
  return quickUnits(amount, digits)
}

/** Adds a transaction whose amount is so many units of the column. */
export function addUnits({ customers, days, units }: GrowingColumns, customer: string, day: number, amount: number): void {
  const row = customers.push(customer) - 1
  days[row] = day
  units[row] = amount
}

/** Adds a transaction of any amount. */
export function addAmount(columns: GrowingColumns, customer: string, day: number, amount: Quantity): void {
  if (amount.digits > columns.digits && amount.digits <= MOST_DIGITS) refine(columns, amount.digits)
  const units = exactUnits(amount, columns.digits)
  if (Number.isNaN(units)) columns.apart.set(columns.customers.length, amount)
  addUnits(columns, customer, day, Number.isNaN(units) ? signOf(amount) : units)
}

function signOf({ units }: Quantity): number {
  return units < 0n ? -1 : 1
}

/** Makes the units of the column finer. */
function refine(columns: GrowingColumns, digits: number): void {
  const { customers, units, apart } = columns
  const factor = POWERS_OF_TEN[digits - columns.digits] as number
  for (let row = 0; row < customers.length; row++) {
    const amount = units[row] as number
    const finer = amount * factor
    if (Math.abs(finer) < EXACT_INTEGER_LIMIT) units[row] = finer
    else {
      apart.set(row, { units: BigInt(amount), digits: columns.digits })
      units[row] = Math.sign(amount)
    }
  }
  columns.digits = digits
}
