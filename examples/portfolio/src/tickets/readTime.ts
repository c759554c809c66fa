import type { CalendarDate, Issue } from '@clientele/core'
import {
  FIRST_INSTANT,
  formatMoment,
  type Instant,
  instantOf,
  LAST_INSTANT,
  localDay,
  momentOfLocal,
  readMoment,
  splitInstant,
  type Zone,
} from '@clientele/core/clocks'
import { formatDay, parseDay } from '@clientele/core/days'
import type { TimeForm } from '../config/types.js'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'

/** A moment, and the date that it has in the zone. */
interface ReadTime {
  readonly at: string
  readonly date: CalendarDate
}

const SECONDS_A_DAY = 86_400
const NANOSECOND_DIGITS = 9
const TIME = /^ ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/
const DATE_LENGTH = 10

/** Reads a moment that is written in one form and no other, or adds an issue and returns undefined; without an offset it is taken in the zone. */
export function readTime(text: string, form: TimeForm, zone: Zone, column: string, issues: Issue[]): ReadTime | undefined {
  const instant = form === 'ISO 8601' ? readMoment(text, [column], issues) : readLocal(text, form, zone)
  if (instant === undefined || instant < FIRST_INSTANT || instant > LAST_INSTANT) {
    if (form !== 'ISO 8601') issues.push(createPortfolioIssue('time-unreadable', [column], { form, actual: JSON.stringify(text) }))
    return undefined
  }
  return { at: formatMoment(instant), date: formatDay(localDay(zone, splitInstant(instant).seconds)) as CalendarDate }
}

/** The moment of a local time: of an hour that comes twice the first, of one that is skipped as long after the gap's start as it is written after it. */
function readLocal(text: string, form: Exclude<TimeForm, 'ISO 8601'>, zone: Zone): Instant | undefined {
  const separator = form.charAt(4)
  const date = text.slice(0, DATE_LENGTH)
  const day = date.charAt(4) === separator && date.charAt(7) === separator ? parseDay(date.split(separator).join('-')) : Number.NaN
  const time = TIME.exec(text.slice(DATE_LENGTH))
  if (time === null || Number.isNaN(day)) return undefined
  const [, hours, minutes, seconds, fraction = ''] = time
  const local = day * SECONDS_A_DAY + (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return instantOf(momentOfLocal(zone, local), Number(fraction.padEnd(NANOSECOND_DIGITS, '0')))
}
