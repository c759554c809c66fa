import type { Issue } from '@clientele/core'
import { checkShare, createIssue, filled, listOf } from '@clientele/core/checks'
import { checkTierNames, type TierNames } from './checkTierNames.js'

const checkRows = filled(listOf(checkShare))

/** Adds an issue for all that is wrong with projected tiers, which are a row for each period and a column for each tier, or with their names. */
export function checkProjection(rows: unknown, options: unknown, issues: Issue[]): void {
  checkRows(rows, ['rows'], issues)
  checkTierNames(options, issues)
  if (issues.length > 0) return
  const expected = (options as TierNames).tiers.length
  ;(rows as readonly (readonly number[])[]).forEach((row, index) => {
    if (row.length !== expected) issues.push(createIssue('wrong-length', ['rows', index], { expected, actual: row.length }))
  })
}
