import type { Issue, Path } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { instantOf } from '@clientele/core/clocks'

const WINDOW = /^P(?=\d|T\d)(?:(\d{1,7})W)?(?:(\d{1,7})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,10})M)?(?:(\d{1,12})(?:[.,](\d{1,9}))?S)?)?$/
const [DAYS_A_WEEK, HOURS_A_DAY, DECIMAL_PLACES] = [7, 24, 9]

/**
 * Reads a window as nanoseconds, or adds an issue and returns undefined: weeks and days of 24 hours, hours, minutes and seconds, together above 0.
 * Months and years are refused: how long one is, depends on which it is.
 */
export function readWindow(value: unknown, path: Path, issues: Issue[]): bigint | undefined {
  const match = typeof value === 'string' ? WINDOW.exec(value) : null
  if (match === null) {
    issues.push(createIssue('unreadable', path, { expected: '"P14D" or "PT10S"', actual: describeValue(value) }))
    return undefined
  }
  const [, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match
  const wholeHours = (Number(weeks) * DAYS_A_WEEK + Number(days)) * HOURS_A_DAY + Number(hours)
  const size = instantOf((wholeHours * 60 + Number(minutes)) * 60 + Number(seconds), Number(fraction.padEnd(DECIMAL_PLACES, '0')))
  if (size > 0n) return size
  issues.push(createIssue('not-above', path, { bound: '0', actual: describeValue(value) }))
  return undefined
}
