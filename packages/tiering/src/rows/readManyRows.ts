import type { InvalidRows, Issue, RejectedRow } from '@clientele/core'
import { addIssuesAt, readRows } from '@clientele/core/checks'

/** What was read of a list of rows. */
export interface ManyRows<Row> {
  readonly read: readonly Row[]
  readonly rejected: readonly RejectedRow[]
}

/** Reads rows as core's readRows does; `readRow` gives paths that start at the row, so that only bad rows cost a path of their own. */
export function readManyRows<Row>(
  rows: unknown,
  name: string,
  invalid: InvalidRows,
  readRow: (row: unknown, issues: Issue[]) => Row | undefined,
  key: string | null,
): ManyRows<Row> {
  const readAt = (row: unknown, index: number, issues: Issue[]): Row | undefined => {
    const found: Issue[] = []
    const result = readRow(row, found)
    if (found.length > 0) addIssuesAt([name, index], found, issues)
    return result
  }
  return readRows(rows, name, invalid, readAt, key)
}
