import { sumPrecisely } from '../numbers/sumPrecisely.js'

/** The sum of each row of some columns, in which neither the order of rows nor that of columns changes a bit. */
export function sumRows(columns: readonly (readonly number[])[], rows: number): number[] {
  const sums: number[] = []
  const parts = columns.map(() => 0)
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, index) => {
      parts[index] = column[row] as number
    })
    sums.push(sumPrecisely(parts))
  }
  return sums
}

/** The greatest size that rows of these columns can have: what the errors of their sums are relative to. */
export function sizeOf(columns: readonly (readonly number[])[]): number {
  return sumPrecisely(columns.map((column) => column.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0)))
}
