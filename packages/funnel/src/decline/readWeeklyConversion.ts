import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { readCounts } from '../change/readGroupConversions.js'
import type { GroupConversion } from '../change/types.js'
import { type ReadWeek, readWeek } from './readWeek.js'

/** What came in a week, of all or of a group, read. */
export interface ReadWeekly extends GroupConversion {
  readonly week: ReadWeek
}

/** Of more the chances would take too long to work out. */
export const MOST_ENTERED = 1_000_000_000

/** Reads what came in a week, or adds issues and returns undefined. */
export function readWeeklyConversion(value: unknown, path: Path, issues: Issue[]): ReadWeekly | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  checkKeys(value, ['week', 'entered', 'converted', 'group'], path, issues)
  const group = ownValue(value, 'group') ?? null
  const week = readWeek(ownValue(value, 'week'), [...path, 'week'], issues)
  const counts = readCounts(value, path, issues, MOST_ENTERED)
  if (group !== null) checkText(group, [...path, 'group'], issues)
  return issues.length > before || week === undefined || counts === undefined ? undefined : { week, group: group as string | null, ...counts }
}
