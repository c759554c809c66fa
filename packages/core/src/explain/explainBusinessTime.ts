import { type ClockedCalendar, readClock, traceBetween } from '../businessTime/clockedCalendar.js'
import type { BusinessTimeTrace } from '../businessTime/types.js'
import type { ReadCalendar } from '../calendars/readCalendar.js'
import type { BusinessCalendar } from '../calendars/types.js'
import { checkAgrees } from '../checks/checkAgrees.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import { en } from '../locales/en.js'
import type { CoreLocale } from '../locales/types.js'
import { formatLocalMoment } from '../moments/formatMoment.js'
import { type Instant, splitInstant } from '../moments/instant.js'
import { parseMoment, readMoment } from '../moments/readMoment.js'
import { checkMade } from '../results/checkMade.js'
import { checkNumber } from '../results/checkNumber.js'
import { type Check, membersOf } from '../results/checkResult.js'
import { formatMessage } from '../texts/formatMessage.js'
import { localParts, shownMoment, shownZonedMoment } from './shownMoment.js'
import { shownSpans } from './shownSpans.js'
import { shownBusinessTime } from './shownTime.js'
import { titleOf } from './titleOf.js'

const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g

const moment: Check = (value, path, issues) => {
  readMoment(value, path, issues)
}

/** What the rest is worked out from again. */
const checkShape: Check = membersOf({ from: moment, to: moment, seconds: checkNumber })

/**
 * Says in sentences which time between two moments counts as business time, which does not, and why.
 *
 * @param trace - What {@link traceBusinessTime} returned.
 * @param calendar - The calendar that made it; its title is taken from it.
 * @param locale - The language; English unless given.
 * @returns How much business time there is; then a sentence for each span: from when to when in local time, the date where it is another than before,
 * whether it counts, how long it lasts, and why; and where the clocks of the zone went forward or back.
 * @throws {@link InputError} if the calendar is not one, or not the one that made the trace: it is worked out again, so that a calendar of the same
 * version under which it would be another is refused. Time grows with the days between the moments.
 * @example
 * import { type BusinessCalendar, traceBusinessTime } from '@clientele/core/business-time'
 * import { explainBusinessTime } from '@clientele/core/explain'
 *
 * const day = [['09:00', '17:00']] as const
 * const windows = { mon: day, tue: day, wed: day, thu: day, fri: day }
 * const calendar: BusinessCalendar = { kind: 'business-calendar', id: 'office', version: '1', zone: 'Europe/London', windows }
 * const trace = traceBusinessTime('2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z', calendar)
 * const { sentences } = explainBusinessTime(trace, calendar)
 * sentences[1] //=> 'Fri 2026-03-27, 16:00 to 17:00: 1 h counted (opening hours).'
 * sentences[2] //=> '17:00 to 24:00: 7 h not counted (outside opening hours).'
 * sentences[3]
 * //=> 'Sat 2026-03-28 to Sun 2026-03-29, all day: 47 h not counted (weekday without opening hours). Meanwhile the clocks went forward by 1 h, from UTC+00:00 to UTC+01:00.'
 */
export function explainBusinessTime(
  trace: BusinessTimeTrace,
  calendar: BusinessCalendar,
  locale: CoreLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const read = readClock(calendar, issues)
  checkMade(trace, 'trace', checkShape, read && [read.calendar.policy], issues)
  if (issues.length === 0) checkAgrees(trace, workedOut(trace, read as ClockedCalendar, issues), ['trace'], issues)
  throwIssues(issues)
  const { calendar: known } = read as ClockedCalendar
  return {
    sentences: [
      wordTotal(trace, known, titleOf({ ...calendar }, locale).replace(LINE_BREAKS, ' '), locale),
      ...shownSpans(trace.spans, ({ why }) => locale.spans.why[why], locale),
    ],
  }
}

function workedOut({ from, to, seconds }: BusinessTimeTrace, read: ClockedCalendar, issues: Issue[]): BusinessTimeTrace {
  return seconds < 0 ? traceBetween(read, to, from, issues) : traceBetween(read, from, to, issues)
}

function wordTotal({ from, to, seconds }: BusinessTimeTrace, { zone, policy }: ReadCalendar, title: string, locale: CoreLocale): string {
  const [start, end] = [from, to].map((text) => {
    const instant = parseMoment(text) as Instant
    return formatLocalMoment(instant, zone.offsetAt(splitInstant(instant).seconds))
  }) as [string, string]
  const { total, reversed } = locale.businessTime
  const isSameOffset = localParts(start)?.offset === localParts(end)?.offset
  return formatMessage(seconds < 0 ? reversed : total, {
    calendar: title,
    version: policy.version,
    from: isSameOffset ? shownMoment(start, locale) : shownZonedMoment(start, locale),
    to: shownZonedMoment(end, locale),
    duration: shownBusinessTime(Math.abs(seconds), locale),
  })
}
