import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'

const DATE_LENGTH = 10
const TIME_AND_OFFSET = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** The day of an ISO 8601 moment with its offset, as it is written, in days since 1970-01-01; or adds an issue and returns undefined. */
export function readMoment(value: unknown, path: Path, issues: Issue[]): number | undefined {
  if (typeof value === 'string' && TIME_AND_OFFSET.test(value.slice(DATE_LENGTH))) {
    const day = parseDay(value.slice(0, DATE_LENGTH))
    if (!Number.isNaN(day)) return day
  }
  issues.push(createIssue('not-a-moment', path, { actual: describeValue(value) }))
  return undefined
}
