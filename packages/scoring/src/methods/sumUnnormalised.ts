import type { DecimalInput } from '@clientele/core'
import { POWERS_OF_TEN, readShortDecimal } from '@clientele/core/decimal'
import { isConstant } from '../numbers/deviations.js'
import { inUnits } from '../numbers/inUnits.js'
import type { ReadTable } from '../tables/readTable.js'
import type { DecisionTable } from '../tables/types.js'
import { greatestOf } from './methodTable.js'
import type { Evaluation } from './placeAlternatives.js'

/** Below this every integer is exact as a float64. */
const EXACT_INTEGERS = 2 ** 53

/** Weighted sums of the values as they stand, costs subtracted: their exact order, and each number the nearest to what is exact. */
export interface ExactSums extends Evaluation {
  /** By alternative. */
  readonly scores: readonly number[]
  /** By criterion, then by alternative. */
  readonly points: readonly (readonly number[])[]
  /** By criterion: whether all alternatives have exactly the same value. */
  readonly constant: readonly boolean[]
}

/** Adds up a table's weighted values exactly: in integers of 53 bits where those hold them, of any size where they do not. */
export function sumUnnormalised(table: DecisionTable, read: ReadTable): ExactSums {
  const signs = read.criteria.map(({ cost }) => (cost ? -1 : 1))
  return sumUnits(table, signs) ?? sumDigits(table, signs)
}

function sumUnits({ criteria, values }: DecisionTable, signs: readonly number[]): ExactSums | undefined {
  const weights = inUnits(Array.from(criteria, ({ weight }) => shortNumber(weight)))
  const columns = weights.units.map((_, index) => inUnits(Array.from(values, (row) => shortNumber(row[index] as DecimalInput))))
  if (!weights.exact || columns.some(({ exact }) => !exact)) return undefined
  const scale = greatestOf(columns.map((column) => column.scale))
  const total = weights.scale * scale
  if (total > (POWERS_OF_TEN.at(-1) as number)) return undefined
  const units = columns.map((column, index) => {
    const factor = (signs[index] as number) * (weights.units[index] as number) * (scale / column.scale)
    return column.units.map((value) => factor * value)
  })
  const bound = units.reduce((sum, column) => sum + column.reduce((most, value) => Math.max(most, Math.abs(value)), 0), 0)
  if (bound >= EXACT_INTEGERS) return undefined
  const strengths = Array.from(values, (_, row) => units.reduce((sum, column) => sum + (column[row] as number), 0))
  return {
    strengths,
    tolerance: 0,
    scores: strengths.map((sum) => sum / total + 0),
    points: units.map((column) => column.map((value) => value / total + 0)),
    constant: columns.map((column) => isConstant(column.units)),
  }
}

/** A number, or NaN for a text that is not sure to be the shortest decimal that prints one. */
function shortNumber(value: DecimalInput): number {
  return typeof value === 'number' ? value + 0 : readShortDecimal(value)
}

function sumDigits({ criteria, values }: DecisionTable, signs: readonly number[]): ExactSums {
  const weights = digitsOf(Array.from(criteria, ({ weight }) => weight))
  const columns = signs.map((_, index) => digitsOf(Array.from(values, (row) => row[index] as DecimalInput)))
  const places = greatestOf(columns.map((column) => column.places))
  const points = columns.map((column, index) => {
    const factor = BigInt(signs[index] as number) * (weights.digits[index] as bigint) * 10n ** BigInt(places - column.places)
    return column.digits.map((value) => factor * value)
  })
  const sums = Array.from(values, (_, row) => points.reduce((sum, column) => sum + (column[row] as bigint), 0n))
  const nearest = (digits: bigint): number => Number(`${digits}e-${weights.places + places}`)
  return {
    strengths: orderOf(sums),
    tolerance: 0,
    scores: sums.map(nearest),
    points: points.map((column) => column.map(nearest)),
    constant: columns.map((column) => isConstant(column.digits)),
  }
}

/** Decimals as integers of any size, all with so many decimal places. */
function digitsOf(values: readonly DecimalInput[]): { readonly digits: readonly bigint[]; readonly places: number } {
  const read = values.map((value) => {
    const [mantissa = '', exponent = '0'] = String(value).toLowerCase().split('e')
    const [whole = '', fraction = ''] = mantissa.split('.')
    const digits = BigInt(whole + fraction)
    // The exponent of 0 may be anything.
    return { digits, places: digits === 0n ? 0 : fraction.length - Number(exponent) }
  })
  const places = read.reduce((most, one) => Math.max(most, one.places), 0)
  return { digits: read.map((one) => one.digits * 10n ** BigInt(places - one.places)), places }
}

/** How many sums are smaller: numbers in the exact order of sums that a float64 may not tell apart. */
function orderOf(sums: readonly bigint[]): number[] {
  const sumOf = (row: number): bigint => sums[row] as bigint
  const order = sums.map((_, row) => row).sort((a, b) => (sumOf(a) < sumOf(b) ? -1 : sumOf(a) > sumOf(b) ? 1 : 0))
  const strengths = sums.map(() => 0)
  order.forEach((row, index) => {
    const before = order[index - 1]
    strengths[row] = before !== undefined && sumOf(before) === sumOf(row) ? (strengths[before] as number) : index
  })
  return strengths
}
