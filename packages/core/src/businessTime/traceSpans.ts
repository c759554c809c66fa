import type { Hours, ReadCalendar } from '../calendars/readCalendar.js'
import type { DayKind } from '../calendars/types.js'
import { formatDay } from '../days/formatDay.js'
import { formatLocalMoment, formatMoment } from '../moments/formatMoment.js'
import { type Instant, NANOSECONDS_A_SECOND, secondsOf, splitInstant } from '../moments/instant.js'
import { localDay, startOfLocalDay } from '../zones/localTime.js'
import { openOn } from './openWeek.js'
import type { BusinessTimeSpan, SpanReason } from './types.js'

/** A stretch of time in moments of nanoseconds. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly why: SpanReason
}

const CLOSED_BECAUSE: { readonly [kind in DayKind]: SpanReason } = {
  'business-day': 'outside-hours',
  'opened-date': 'outside-hours',
  'closed-weekday': 'closed-weekday',
  'closed-date': 'closed-date',
}

/** All stretches of time from a moment to a later one, in order and without gaps: open ones, and why the others are closed. */
export function stretchesBetween(calendar: ReadCalendar, from: Instant, to: Instant): Stretch[] {
  const stretches: Stretch[] = []
  let at = from
  const reach = (until: Instant, why: SpanReason): void => {
    const end = until < to ? until : to
    if (end <= at) return
    const last = stretches.at(-1)
    if (last !== undefined && last.why === why && !isByDate(why)) stretches[stretches.length - 1] = { ...last, to: end }
    else stretches.push({ from: at, to: end, why })
    at = end
  }
  const { zone, hoursOn } = calendar
  const [firstDay, lastDay] = [localDay(zone, splitInstant(from).seconds) - 1, localDay(zone, splitInstant(to).seconds) + 1]
  let day = firstDay
  /** Closed time up to a moment, date by date. */
  const reachClosed = (until: Instant): void => {
    while (at < until && at < to) {
      const end = nanoseconds(startOfLocalDay(zone, day + 1))
      reach(end < until ? end : until, CLOSED_BECAUSE[hoursOn(day).kind])
      if (end <= at) day += 1
    }
  }
  for (const hours of hoursBetween(calendar, firstDay, lastDay)) {
    reachClosed(nanoseconds(hours.from))
    reach(nanoseconds(hours.to), hours.isOpened ? 'opened-date' : 'open-hours')
  }
  reachClosed(to)
  return stretches
}

/** Open time of some dates, and whether it is that of a date opened specially; in order, which edges moved out of a skipped hour may change. */
function hoursBetween(calendar: ReadCalendar, firstDay: number, lastDay: number): (Hours & { readonly isOpened: boolean })[] {
  const list: (Hours & { readonly isOpened: boolean })[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    const isOpened = calendar.hoursOn(day).kind === 'opened-date'
    for (const { from, to } of openOn(calendar, day)) list.push({ from, to, isOpened })
  }
  return list.sort((one, other) => one.from - other.from)
}

/** Whether each date is told by itself, as it stands in the calendar by itself. */
function isByDate(why: SpanReason): boolean {
  return why === 'closed-date' || why === 'opened-date'
}

function nanoseconds(seconds: number): Instant {
  return BigInt(seconds) * NANOSECONDS_A_SECOND
}

/** A stretch of time as results have it, whatever its reason. */
export function spanOf<Why extends string>(
  { zone }: Pick<ReadCalendar, 'zone'>,
  { from, to, why }: { readonly from: Instant; readonly to: Instant; readonly why: Why },
  counted: boolean,
): Omit<BusinessTimeSpan, 'why'> & { readonly why: Why } {
  const start = splitInstant(from).seconds
  return {
    from: formatMoment(from),
    to: formatMoment(to),
    fromLocal: formatLocalMoment(from, zone.offsetAt(start)),
    toLocal: formatLocalMoment(to, zone.offsetAt(splitInstant(to).seconds)),
    date: formatDay(localDay(zone, start)) as string,
    seconds: secondsOf(to - from),
    counted,
    why,
  }
}

/** Whether time counts for a reason. */
export function isCounted(why: SpanReason): boolean {
  return why === 'open-hours' || why === 'opened-date'
}
