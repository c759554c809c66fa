import type { Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { type ReadTable, readTable } from '../tables/readTable.js'
import type { UnweightedTable } from '../tables/types.js'

/** Checks and reads a table whose values are parts of a whole, so 0 or more, or throws with everything that is wrong with it. */
export function readShares(table: UnweightedTable): ReadTable {
  const read = readTable(table, { weighted: false })
  const issues: Issue[] = []
  read.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value >= 0) return
      const actual = decimalText(new Decimal(value))
      issues.push(createIssue('too-small', ['table', 'values', index, column], { minimum: '0', actual }))
    })
  })
  throwIssues(issues)
  return read
}
