import type { RejectedRow } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { ManyRows } from './readManyRows.js'

/**
 * Rejects also the first row of each customer who has several, for which of them stands first must not matter; rows have their customers under such a
 * key.
 */
export function rejectRepeated<Row extends { readonly customer: string }>(
  { read, rejected }: ManyRows<Row>,
  name: string,
  key = 'customer',
): ManyRows<Row> {
  const seconds = new Map<number, RejectedRow>()
  for (const row of rejected) {
    const first = row.issues.find(({ code }) => code === 'duplicate')?.params['first']
    if (typeof first === 'number' && !seconds.has(first)) seconds.set(first, row)
  }
  for (const { index } of rejected) seconds.delete(index)
  if (seconds.size === 0) return { read, rejected }
  const firsts = [...seconds].map(([index, { index: second, id = '' }]) => {
    return { index, id, issues: [createIssue('duplicate', [name, index, key], { value: id, first: second })] }
  })
  const repeated = new Set(firsts.map(({ id }) => id))
  return {
    read: read.filter(({ customer }) => !repeated.has(customer)),
    rejected: [...rejected, ...firsts].sort((a, b) => a.index - b.index),
  }
}
