import type { Issue, Path } from '@clientele/core'
import { checkRecord, checkText, ownValue, readId } from '@clientele/core/checks'
import { readMoment } from '@clientele/core/clocks'

/** Checks an event of a log by itself, under the names that a log uses unless it says otherwise. */
export function checkLoggedEvent(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  readId(ownValue(value, 'case'), () => [...path, 'case'], issues)
  checkText(ownValue(value, 'activity'), [...path, 'activity'], issues)
  readMoment(ownValue(value, 'at'), [...path, 'at'], issues)
}
