import type { Issue, Path } from '@clientele/core'
import { checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { readMoment } from '@clientele/core/clocks'

/** Checks an event of a log by itself, under the names that a log uses unless it says otherwise. */
export function checkLoggedEvent(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  for (const key of ['case', 'activity']) checkText(ownValue(value, key), [...path, key], issues)
  readMoment(ownValue(value, 'at'), [...path, 'at'], issues)
}
