import { checkMoment } from '../checks/checkMoment.js'
import { parseDay } from '../days/parseDay.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { FIRST_INSTANT, type Instant, instantOf, LAST_INSTANT, SECONDS_A_DAY } from './instant.js'

/** Where the parts of a checked moment lie: `YYYY-MM-DDTHH:MM`, then maybe `:SS`, maybe a point and digits, and `Z` or an offset. */
const [HOURS, MINUTES, AFTER_MINUTES, SECONDS, FRACTION] = [11, 14, 16, 17, 20]
const DATE_LENGTH = 10
const OFFSET_LENGTH = 6
const DECIMAL_PLACES = 9

/** Between which moments all lie, as issues say it. */
export const momentRange = { minimum: '0001-01-02T00:00:00Z', maximum: '9999-12-30T23:59:59.999999999Z' } as const

/** Reads an ISO 8601 moment with its offset, to the nanosecond, or adds an issue and returns undefined. */
export function readMoment(value: unknown, path: Path, issues: Issue[]): Instant | undefined {
  if (!checkMoment(value, path, issues)) return undefined
  const instant = parseMoment(value)
  if (instant === undefined) issues.push(createIssue('too-many-decimal-places', path, { maximum: DECIMAL_PLACES, actual: describeValue(value) }))
  else if (instant >= FIRST_INSTANT && instant <= LAST_INSTANT) return instant
  else issues.push(createIssue('out-of-range', path, { ...momentRange, actual: describeValue(value) }))
  return undefined
}

/** The moment that a checked text stands for; undefined where it is finer than a nanosecond. */
export function parseMoment(text: string): Instant | undefined {
  const isUtc = text.endsWith('Z')
  const end = text.length - (isUtc ? 1 : OFFSET_LENGTH)
  const fraction = end > FRACTION ? text.slice(FRACTION, end) : ''
  if (hasDigits(fraction, DECIMAL_PLACES)) return undefined
  const seconds = text[AFTER_MINUTES] === ':' ? twoDigits(text, SECONDS) : 0
  const time = (twoDigits(text, HOURS) * 60 + twoDigits(text, MINUTES)) * 60 + seconds
  const offset = isUtc ? 0 : (twoDigits(text, end + 1) * 60 + twoDigits(text, end + 4)) * (text[end] === '-' ? -60 : 60)
  const nanoseconds = fraction === '' ? 0 : Number(fraction.slice(0, DECIMAL_PLACES).padEnd(DECIMAL_PLACES, '0'))
  return instantOf(parseDay(text.slice(0, DATE_LENGTH)) * SECONDS_A_DAY + time - offset, nanoseconds)
}

function twoDigits(text: string, start: number): number {
  return Number(text.slice(start, start + 2))
}

/** Whether a text of digits has one other than 0 from a place on. */
function hasDigits(digits: string, place: number): boolean {
  return digits.length > place && /[1-9]/.test(digits.slice(place))
}
