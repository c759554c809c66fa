import type { DecimalInput } from '@clientele/core'
import type { UnweightedTable } from '../src/tables/types.js'

/** A table of the given rows, without weights; its criteria are c0, c1, … and are benefits but where a direction is given. */
export function unweightedTable(rows: readonly (readonly DecimalInput[])[], directions: readonly ('benefit' | 'cost')[] = []): UnweightedTable {
  return {
    alternatives: rows.map((_, index) => `a${index}`),
    criteria: (rows[0] ?? []).map((_, index) => ({ id: `c${index}`, direction: directions[index] ?? 'benefit' })),
    values: rows,
  }
}
