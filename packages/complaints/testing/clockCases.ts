import type { BusinessCalendar, TimeWindow } from '@clientele/core/business-time'
import fc from 'fast-check'
import type { ClockRule, ComplaintEvent, DateTarget } from '../src/index.js'
import { eightSteps } from '../src/templates.js'
import { calendarOf, ruleOf, weekdays, wholeWeek } from './clocks.js'
import { walkThrough } from './walks.js'

export const MINUTE = 60_000
/** Thursday of the week before daylight saving time begins in New York, and three weeks before it does in Berlin. */
export const START = Date.parse('2026-03-05T00:00:00Z')

/** A moment as ISO 8601 in UTC. */
export function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

const hours: readonly (readonly TimeWindow[])[] = [
  [['09:00', '17:00']],
  [
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ],
  [['00:00', '24:00']],
  [
    ['22:00', '24:00'],
    ['00:00', '03:15'],
  ],
]
const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns']
const dates = Array.from({ length: 30 }, (_, day) => moment(START + day * 24 * 60 * MINUTE).slice(0, 10))

/** Calendars with lunch and night hours, holidays and opened weekends. */
export const calendars: fc.Arbitrary<BusinessCalendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    windows: fc.constantFrom(...hours),
    days: fc.constantFrom(weekdays, wholeWeek),
    closed: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 4 }),
    open: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 2 }),
  })
  .map(({ zone, windows, days, closed, open }) =>
    calendarOf(zone, windows, { days, closed, open: open.map((date) => ({ date, windows: [['10:00', '14:00']] })) }),
  )

/** Targets in time, of whole minutes. */
export const durations: fc.Arbitrary<string> = fc.integer({ min: 1, max: 2400 }).map((minutes) => `PT${minutes}M`)

export const dayTargets: fc.Arbitrary<DateTarget> = fc.oneof(
  fc.record({ businessDays: fc.nat(8) }),
  fc.record({ calendarDays: fc.nat(12) }),
  fc.record({ weeks: fc.nat(2) }),
)

const gaps = fc.oneof(fc.constant(0), fc.nat(90), fc.nat(1000), fc.nat(4000))

/** Histories of complaints that wait again and again, and perhaps come to an end; each command comes minutes after the one before. */
export const histories: fc.Arbitrary<readonly ComplaintEvent[]> = fc
  .record({
    choices: fc.oneof(
      // Of the step `recorded` and of the one that waits: 3 waits, and escalates; 0, 7 and 28 end the wait, the last two change the priority and extend
      // the deadline before; 13 waits, and corrects; 18 extends, and changes the priority; 1 withdraws from waiting.
      { weight: 3, arbitrary: fc.array(fc.constantFrom(3, 3, 3, 0, 7, 28, 13, 18, 1), { minLength: 2, maxLength: 9 }) },
      { weight: 1, arbitrary: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 14 }) },
    ),
    minutes: fc.array(gaps, { minLength: 15, maxLength: 15 }),
  })
  .map(({ choices, minutes }) => timed(walkThrough(eightSteps, choices).events, minutes))

/** A history whose commands come so many minutes after each other. */
function timed(events: readonly ComplaintEvent[], minutes: readonly number[]): readonly ComplaintEvent[] {
  let at = START
  let command = -1
  let following = 0
  return events.map((event) => {
    if (following === 0) {
      command += 1
      at += (minutes[command % minutes.length] as number) * MINUTE
    }
    following = event.following ?? 0
    // What extends a deadline lies about where deadlines do.
    const more = event.type === 'DeadlineExtended' ? { until: moment(at + 3 * 24 * 60 * MINUTE).slice(0, 10) } : {}
    return { ...event, at: moment(at), ...more }
  })
}

/** What clocks of a policy may be, but for their targets. */
export const rules: fc.Arbitrary<ClockRule> = fc
  .record({
    starts: fc.constantFrom('ComplaintRecorded', 'ComplaintRecorded', 'ReceiptAcknowledged', 'SympathyExpressed', 'ComplaintEscalated'),
    stops: fc.constantFrom('ComplaintClosed', 'CustomerNotified', ['ComplaintAccepted', 'ComplaintRejected']),
    mayWait: fc.constantFrom(true, true, false),
    warnAtPercent: fc.constantFrom(undefined, 50, '87.5', '0.5'),
    extendedBy: fc.constantFrom(undefined, undefined, 'DeadlineExtended'),
  })
  .map(({ warnAtPercent, extendedBy, ...rest }) =>
    ruleOf({ ...rest, ...(warnAtPercent === undefined ? {} : { warnAtPercent }), ...(extendedBy === undefined ? {} : { extendedBy }) }),
  )
