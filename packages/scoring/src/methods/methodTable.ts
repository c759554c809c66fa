import { inUnits } from '../numbers/inUnits.js'
import type { ReadTable } from '../tables/readTable.js'

/** The values of one criterion, as whole numbers of units wherever that is exact; what is compared or divided needs no other scale. */
export interface MethodColumn {
  readonly id: string
  readonly weight: number
  readonly cost: boolean
  /** By alternative; a value is `values[row] / scale`. */
  readonly values: readonly number[]
  readonly scale: number
}

/** The columns of a table. */
export function columnsOf({ criteria, rows }: ReadTable): MethodColumn[] {
  return criteria.map(({ id, weight, cost }, index) => {
    const { units, scale } = inUnits(rows.map((row) => row[index] as number))
    return { id, weight, cost, values: units, scale }
  })
}

/** The values of the criteria that count. */
export function countingValues(columns: readonly MethodColumn[]): (readonly number[])[] {
  return columns.filter(({ weight }) => weight > 0).map(({ values }) => values)
}

/** How many alternatives there are. */
export function rowsOf(columns: readonly MethodColumn[]): number {
  return columns[0]?.values.length ?? 0
}

/** The columns without one alternative. */
export function withoutRow<Column extends MethodColumn>(columns: readonly Column[], row: number): Column[] {
  return columns.map((column) => ({ ...column, values: column.values.slice(0, row).concat(column.values.slice(row + 1)) }))
}

/** The columns with one more alternative, whose values are in the units of the columns. */
export function withRow<Column extends MethodColumn>(columns: readonly Column[], added: readonly number[]): Column[] {
  return columns.map((column, index) => ({ ...column, values: [...column.values, added[index] as number] }))
}

/** A value of the table. */
export function cellOf({ values, scale }: MethodColumn, row: number): number {
  return (values[row] as number) / scale
}

/** The least of some numbers; `Math.min(...)` takes no list of any length. */
export function leastOf(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const value of values) least = Math.min(least, value)
  return least
}

/** The greatest of some numbers. */
export function greatestOf(values: readonly number[]): number {
  let greatest = Number.NEGATIVE_INFINITY
  for (const value of values) greatest = Math.max(greatest, value)
  return greatest
}
