import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { instantOf } from './instant.js'

const DURATION = /^(-?)PT(?=\d)(?:(\d{1,9})H)?(?:(\d{1,10})M)?(?:(\d{1,12})(?:[.,](\d{1,9}))?S)?$/
const DECIMAL_PLACES = 9

/**
 * Reads an ISO 8601 duration in hours, minutes and seconds, to the nanosecond, or adds an issue and returns undefined. Days are refused: how many
 * hours a business day has is the calendar's affair, and not every day has the same.
 */
export function readTimeDuration(value: unknown, path: Path, issues: Issue[]): bigint | undefined {
  const match = typeof value === 'string' ? DURATION.exec(value) : null
  if (match !== null) {
    const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match
    const size = instantOf((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds), Number(fraction.padEnd(DECIMAL_PLACES, '0')))
    return sign === '-' ? -size : size
  }
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-a-time-duration', path, { actual: describeValue(value) }))
  return undefined
}
