import { type Instant, instantOf, localDay, type ReadCalendar, splitInstant, startOfLocalDay, type Zone } from '@clientele/core/clocks'
import { LAST_DAY } from '@clientele/core/days'
import type { ClockRun } from './findRuns.js'
import type { Deadline } from './measureTime.js'
import type { ReadTarget } from './readTargets.js'
import type { ClockCalendar, ClockStretch } from './timeScale.js'
import type { ClockSpanReason } from './types.js'

type DaysTarget = Extract<ReadTarget, { readonly type: 'days' }>

const SECONDS_A_DAY = 86_400

/** The last date whose end is a moment that can be told in every zone. */
const LAST_DUE_DAY = LAST_DAY - 2

/** A deadline at the end of a date, with what led there. */
export interface DatedDeadline extends Deadline {
  readonly dueDay: number
  readonly stretches: readonly ClockStretch[]
}

/**
 * The deadline of a target in days: the last of so many days after the day of receipt, days on which the complaint was still waiting left out, as long as
 * the wait began on a date before. Undefined out of the years 1 to 9999.
 */
export function measureDays(
  { start, waits }: Pick<ClockRun, 'start' | 'waits'>,
  { days, counts }: DaysTarget,
  { calendar, days: businessDays }: ClockCalendar,
): DatedDeadline | undefined {
  const { zone } = calendar
  const waitDays = waits.map(({ from, to }) => ({ from: dayOf(zone, from), to: dayOf(zone, to) }))
  const receipt = dayOf(zone, start.moment)
  const stretches: ClockStretch[] = []
  let from = start.moment
  let [day, counted, wait] = [receipt, 0, 0]
  const last = counts === 'business-days' ? Math.min(businessDays.add(LAST_DUE_DAY + 1, -1), LAST_DUE_DAY) : LAST_DUE_DAY
  while (day <= LAST_DUE_DAY) {
    const to = day === receipt ? endAfter(zone, day, from) : startOf(zone, day + 1)
    if (day === receipt) stretches.push({ from, to, why: 'receipt-day', counted: false })
    else {
      while (wait < waitDays.length && (waitDays[wait] as DayRange).to < day) wait += 1
      const why = reasonOf(day, isWithin(day, waitDays[wait]), counts, calendar)
      if (why === 'counted-day') counted += 1
      const stretch = { from, to, why, counted: why === 'counted-day', ...(why === 'counted-day' ? { day: counted } : {}) }
      // A date that the zone skips is a date like any other, as `addBusinessDays` has it, but has no time to be told.
      if (from < to) addDay(stretches, stretch)
    }
    if (counted === days) return { due: to, dueDay: day, waits: waits.filter((_, index) => (waitDays[index] as DayRange).from < day), stretches }
    // There may be no such day, and no number then.
    if (!(day < last)) break
    from = to
    day += 1
  }
  return undefined
}

/** The dates of the first and the last moment of a wait. */
interface DayRange {
  readonly from: number
  readonly to: number
}

/** Whether a wait reaches a day from one before. */
function isWithin(day: number, wait: DayRange | undefined): boolean {
  return wait !== undefined && wait.from < day && day <= wait.to
}

function reasonOf(day: number, isWaiting: boolean, counts: DaysTarget['counts'], { hoursOn }: ReadCalendar): ClockSpanReason {
  const { kind } = hoursOn(day)
  const isClosed = counts === 'business-days' && (kind === 'closed-weekday' || kind === 'closed-date')
  if (isClosed) return kind
  return isWaiting ? 'waiting' : 'counted-day'
}

/** Adds a date by itself; the days of a weekend are told as one. */
function addDay(stretches: ClockStretch[], stretch: ClockStretch): void {
  const last = stretches.at(-1)
  if (last?.why === 'closed-weekday' && stretch.why === 'closed-weekday') stretches[stretches.length - 1] = { ...last, to: stretch.to }
  else stretches.push(stretch)
}

function dayOf(zone: Zone, instant: Instant): number {
  return localDay(zone, splitInstant(instant).seconds)
}

/** The end of a date after one of its moments. Where clocks are set back across midnight it ends twice. */
function endAfter(zone: Zone, day: number, moment: Instant): Instant {
  const end = startOf(zone, day + 1)
  return end > moment ? end : instantOf((day + 1) * SECONDS_A_DAY - zone.offsetAt(splitInstant(moment).seconds), 0)
}

/** The first moment of a date. */
export function startOf(zone: Zone, day: number): Instant {
  return instantOf(startOfLocalDay(zone, day), 0)
}
