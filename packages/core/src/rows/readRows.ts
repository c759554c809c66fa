import { checkList, isRecord, ownValue } from '../checks/checkShape.js'
import { createIssue } from '../issues/createIssue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { InvalidRows, RejectedRow } from './types.js'

/**
 * Reads many rows that must have different ids, under the key `id` unless another is named; each bad row is rejected with everything that is
 * wrong with it. Of rows with the same id only the first can be kept. Where `key` is null, rows have no ids.
 */
export function readRows<Row>(
  rows: unknown,
  name: string,
  invalid: InvalidRows,
  readRow: (row: unknown, index: number, issues: Issue[]) => Row | undefined,
  key: string | null = 'id',
): { read: Row[]; rejected: RejectedRow[] } {
  const listIssues: Issue[] = []
  if (!checkList(rows, [name], listIssues)) throwIssues(listIssues)
  const read: Row[] = []
  const rejected: RejectedRow[] = []
  const first = new Map<string, number>()
  Array.from(rows as readonly unknown[]).forEach((row, index) => {
    const issues: Issue[] = []
    const result = readRow(row, index, issues)
    const id = key !== null && isRecord(row) ? ownValue(row, key) : undefined
    const earlier = typeof id === 'string' ? first.get(id) : undefined
    if (earlier !== undefined) issues.push(createIssue('duplicate', [name, index, key as string], { value: id as string, first: earlier }))
    else if (typeof id === 'string' && id !== '') first.set(id, index)
    if (issues.length === 0 && result !== undefined) read.push(result)
    else rejected.push({ index, ...(typeof id === 'string' ? { id } : {}), issues })
  })
  if (invalid === 'throw') throwIssues(rejected.flatMap(({ issues }) => issues))
  return { read, rejected }
}
