import { parseDay } from '../days/parseDay.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

const DATE_LENGTH = 10
const TIME_AND_OFFSET = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Checks that a value is an ISO 8601 moment with its offset, on a date that exists, or adds an issue. */
export function checkMoment(value: unknown, path: Path, issues: Issue[]): value is string {
  if (isMoment(value)) return true
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-moment', path, { actual: describeValue(value) }))
  return false
}

function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !TIME_AND_OFFSET.test(value.slice(DATE_LENGTH))) return false
  return !Number.isNaN(parseDay(value.slice(0, DATE_LENGTH)))
}
