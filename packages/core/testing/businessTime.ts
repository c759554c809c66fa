import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import type { BusinessCalendar, TimeWindow, WeekWindows } from '../src/business-time.js'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Zones of all kinds: half and quarter hours, half an hour of daylight saving time, a date skipped, midnights skipped and repeated, Ramadan, negative summers. */
export const trickyZones = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/New_York',
  'Europe/Dublin',
  'Pacific/Chatham',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Recife',
  'Asia/Gaza',
  'UTC',
] as const

/** All changes of a zone's offset between 1970 and 2040, in seconds. */
export function changesOf(zone: string): number[] {
  const changes: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2040-01-01T00:00[${zone}]`)
  for (;;) {
    at = at.getTimeZoneTransition('previous')
    if (at === null || at.year < 1970) return changes
    changes.push(at.epochMilliseconds / 1000)
  }
}

/** A moment in UTC, to the nanosecond. */
export function momentText(seconds: number, nanoseconds = 0): string {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)).toString()
}

/** Nanoseconds since 1970-01-01T00:00Z. */
export function nanosecondsOf(moment: string): bigint {
  return Temporal.Instant.from(moment).epochNanoseconds
}

/** A duration in nanoseconds as a text, of seconds alone. */
export function durationText(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  const fraction = String(size % 1_000_000_000n).padStart(9, '0')
  return `${nanoseconds < 0n ? '-' : ''}PT${size / 1_000_000_000n}.${fraction}S`
}

const time = fc.oneof(
  fc.constantFrom('00:00', '01:00', '01:30', '02:00', '02:15', '02:30', '03:00', '09:00', '12:00', '13:00', '17:00', '22:00', '23:30', '24:00'),
  fc.nat(24 * 60).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`),
)
const window = fc
  .tuple(time, time)
  .filter(([one, other]) => one !== other)
  .map(([one, other]): TimeWindow => (one < other ? [one, other] : [other, one]))
const dayWindows = fc.oneof(
  fc.constantFrom<readonly TimeWindow[]>(
    [['09:00', '17:00']],
    [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    [['00:00', '24:00']],
    [['22:00', '24:00']],
    [],
  ),
  fc.array(window, { maxLength: 3 }),
)
const week: fc.Arbitrary<WeekWindows> = fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, dayWindows])), { requiredKeys: [] })

/** Dates within some weeks of a moment in seconds. */
const dateNear = (seconds: number): fc.Arbitrary<string> =>
  fc.integer({ min: -20, max: 20 }).map((days) => momentText(Math.floor(seconds) + days * 86_400).slice(0, 10))

/** A calendar of a zone with hours in most weeks, its dates near a moment. */
export const calendarNear = (zone: string, seconds: number): fc.Arbitrary<BusinessCalendar> =>
  fc
    .record({
      windows: week,
      closed: fc.array(dateNear(seconds), { maxLength: 4 }),
      open: fc.uniqueArray(fc.record({ date: dateNear(seconds), windows: dayWindows }), { selector: ({ date }) => date, maxLength: 4 }),
    })
    .filter(({ windows }) => Object.values(windows).some((day) => (day ?? []).some(([from, to]) => minutesOf(to) - minutesOf(from) > 120)))
    .map((parts) => ({ kind: 'business-calendar', id: 'random', version: 1, zone, ...parts }))

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

const changes = new Map<string, number[]>()

/** A zone, and a moment of it in seconds, near a change of its offset more often than not. */
export const zonedMoment: fc.Arbitrary<{ readonly zone: string; readonly seconds: number }> = fc.constantFrom(...trickyZones).chain((zone) => {
  const known = changes.get(zone) ?? changesOf(zone)
  changes.set(zone, known)
  const anyMoment = fc.integer({ min: 0, max: 2_200_000_000 })
  const near =
    known.length === 0 ? anyMoment : fc.tuple(fc.constantFrom(...known), fc.integer({ min: -100_000, max: 100_000 })).map(([at, by]) => at + by)
  const veryNear = near.map((seconds) => Math.floor(seconds / 900) * 900)
  return fc.oneof(anyMoment, near, veryNear).map((seconds) => ({ zone, seconds }))
})

/** A duration in nanoseconds: of minutes, of hours to some days, with a fraction of a second, of more than a year. */
export const durations: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -600, max: 600 }).map((minutes) => BigInt(minutes) * 60_000_000_000n) },
  { weight: 3, arbitrary: fc.integer({ min: -300_000, max: 300_000 }).map((seconds) => BigInt(seconds) * 1_000_000_000n) },
  { weight: 2, arbitrary: fc.bigInt({ min: -300_000_000_000_000n, max: 300_000_000_000_000n }) },
  { weight: 1, arbitrary: fc.integer({ min: -9000, max: 9000 }).map((hours) => BigInt(hours) * 3_600_000_000_000n) },
)

/** Open time in nanoseconds. */
export interface NaiveHours {
  readonly from: bigint
  readonly to: bigint
}

/** The hours of all dates from so many days before a moment to so many after it, each by Temporal; they may overlap. */
export function naiveHours({ zone, windows, closed = [], open = [] }: BusinessCalendar, moment: bigint, before: number, after: number): NaiveHours[] {
  const hours: NaiveHours[] = []
  const middle = Temporal.Instant.fromEpochNanoseconds(moment).toZonedDateTimeISO(zone).toPlainDate()
  for (let days = -before; days <= after; days += 1) {
    const date = middle.add({ days })
    if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) continue
    const opened = open.find((one) => one.date === date.toString())
    const ofWeek = closed.includes(date.toString()) ? [] : (windows[WEEKDAYS[date.dayOfWeek - 1] as 'mon'] ?? [])
    const ofDate = opened?.windows ?? ofWeek
    for (const [from, to] of ofDate) hours.push({ from: edge(date, opening(from, ofDate), zone), to: edge(date, closing(to, ofDate), zone) })
  }
  return hours
}

type Windows = readonly (readonly [from: string, to: string])[]

/** Windows of a date that overlap or touch are one by the clock, whatever the zone skips of it. */
function opening(from: string, windows: Windows): string {
  const earlier = windows.find((one) => one[0] < from && one[1] >= from)
  return earlier === undefined ? from : opening(earlier[0], windows)
}

function closing(to: string, windows: Windows): string {
  const later = windows.find((one) => one[0] <= to && one[1] > to)
  return later === undefined ? to : closing(later[1], windows)
}

function edge(date: Temporal.PlainDate, text: string, zone: string): bigint {
  const local = text === '24:00' ? date.add({ days: 1 }).toPlainDateTime('00:00') : date.toPlainDateTime(text)
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochNanoseconds
}

/** Time cut wherever hours begin or end between two moments, and whether each piece lies within any hours. */
export function naivePieces(
  hours: readonly NaiveHours[],
  from: bigint,
  to: bigint,
): { readonly from: bigint; readonly to: bigint; readonly isOpen: boolean }[] {
  const edges = hours.flatMap((one) => [one.from, one.to]).filter((at) => at > from && at < to)
  const cuts = [...new Set([from, ...edges, to])].sort((one, other) => (one < other ? -1 : 1))
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] as bigint
    return { from: start, to: end, isOpen: hours.some((one) => one.from <= start && end <= one.to) }
  })
}
