import { stringify } from 'csv-stringify/sync'

/** What stands in a cell; nothing does where it is null or undefined. */
export type TableCell = string | number | boolean | null | undefined

/** An exact figure below 0: its minus sign begins no formula. */
const NEGATIVE = /^-\d+(\.\d+)?$/

/** Writes rows as CSV for spreadsheets: with a byte order mark, and texts that look like formulas disarmed. */
export function writeTable(rows: readonly (readonly TableCell[])[]): string {
  return stringify(rows as TableCell[][], {
    bom: true,
    escape_formulas: true,
    cast: { boolean: String, string: (value) => (NEGATIVE.test(value) ? { value, escape_formulas: false } : value) },
  })
}
