import type { PicturePart } from '@clientele/core/charts'
import type { ClockSpan, ClockSpanReason, ComplaintClock } from '../clocks/types.js'
import type { DrawnMoment, DrawnStretch } from '../locales/charts/types.js'
import type { ComplaintsLocale } from '../locales/types.js'

/** What a stretch of time up to a deadline is drawn as, by why it counts or does not. */
const stretchOf: { readonly [Why in ClockSpanReason]: DrawnStretch } = {
  'open-hours': 'counted',
  'opened-date': 'counted',
  'around-the-clock': 'counted',
  'counted-day': 'counted',
  'outside-hours': 'closed',
  'closed-weekday': 'closed',
  'closed-date': 'closed',
  'receipt-day': 'closed',
  waiting: 'waiting',
  extension: 'extension',
}

/** Pixels, and square pixels of a point. */
const THICKNESS = 12
const POINT = 90

const COLOURS: { readonly [Stretch in DrawnStretch]: string } = {
  counted: '#4c78a8',
  closed: '#d9d9d9',
  waiting: '#f2cf5b',
  extension: '#72b7b2',
  overdue: '#e45756',
}

/** The shape and the colour of a moment. */
const POINTS: { readonly [Moment in DrawnMoment]: readonly [shape: string, colour: string] } = {
  warn: ['triangle-up', '#f58518'],
  due: ['diamond', 'black'],
  inTime: ['circle', '#2ca02c'],
  late: ['cross', '#a50f15'],
}

const STRETCHES = Object.keys(COLOURS) as DrawnStretch[]
const MOMENTS = Object.keys(POINTS) as DrawnMoment[]

/** Numbers only, which need no language. */
const TIME_FORMAT = {
  year: '%Y',
  quarter: '%Y-%m',
  month: '%Y-%m',
  week: '%m-%d',
  date: '%m-%d',
  day: '%m-%d',
  hours: '%H:%M',
  minutes: '%H:%M',
  seconds: '%H:%M:%S',
  milliseconds: '.%L',
}

/** What a screen reader says of a stretch, and of a moment. */
const STRETCH_SAID = "datum.clock + ': ' + datum.stretch + '; ' + datum.fromLocal + ' – ' + datum.toLocal"
const MOMENT_SAID = "datum.clock + ': ' + datum.moment + '; ' + datum.at"

/** A row of the picture. */
export interface Row {
  readonly clock: ComplaintClock
  readonly place: number
  readonly name: string
}

/** A moment as every JavaScript reads it: to the millisecond. */
export function inMilliseconds(moment: string): string {
  return moment.replace(/[.,](\d{1,3})\d*/, '.$1')
}

/** How time is told. */
function timeAxis({ charts }: ComplaintsLocale) {
  // In universal time the picture is the same in every zone.
  return { type: 'temporal', title: charts.clocks.time, scale: { type: 'utc' }, axis: { format: TIME_FORMAT, labelOverlap: true } }
}

/** A thin line for each row, which a clock without any stretch has too. */
export function drawTracks(locale: ComplaintsLocale): PicturePart {
  return {
    mark: { type: 'rule', color: COLOURS.closed, aria: false },
    encoding: { x: { field: 'startedAt', ...timeAxis(locale) }, x2: { field: 'due' } },
  }
}

/** A stretch of time with what it is drawn as. */
interface Stretch extends Pick<ClockSpan, 'from' | 'to' | 'fromLocal' | 'toLocal'> {
  readonly stretch: DrawnStretch
}

/** The stretches up to the deadline, and the one after it where it has passed. */
function stretchesOf({ status, due, metAt, trace }: ComplaintClock, at: string): readonly Stretch[] {
  const until = metAt ?? at
  const overdue: Stretch = { stretch: 'overdue', from: due, to: until, fromLocal: due, toLocal: until }
  const spans = trace.spans.map(({ why, from, to, fromLocal, toLocal }): Stretch => ({ stretch: stretchOf[why], from, to, fromLocal, toLocal }))
  return status === 'breached' ? [...spans, overdue] : spans
}

export function drawStretches(rows: readonly Row[], now: string, locale: ComplaintsLocale): readonly PicturePart[] {
  const { stretch: title, stretches, clock, from, to } = locale.charts.clocks
  const values = rows.flatMap((row) =>
    stretchesOf(row.clock, now).map((one) => ({
      place: row.place,
      clock: row.name,
      stretch: stretches[one.stretch],
      from: inMilliseconds(one.from),
      to: inMilliseconds(one.to),
      fromLocal: one.fromLocal,
      toLocal: one.toLocal,
    })),
  )
  // Without stretches there is no time that they could span.
  if (values.length === 0) return []
  const layer = {
    data: { values },
    mark: { type: 'bar', size: THICKNESS, description: { expr: STRETCH_SAID } },
    encoding: {
      x: { field: 'from', ...timeAxis(locale) },
      x2: { field: 'to' },
      color: {
        field: 'stretch',
        type: 'nominal',
        title,
        scale: { domain: STRETCHES.map((one) => stretches[one]), range: STRETCHES.map((one) => COLOURS[one]) },
        legend: { labelLimit: 0, titleLimit: 0 },
      },
      tooltip: [told('clock', clock), told('stretch', title), told('fromLocal', from), told('toLocal', to)],
    },
  }
  return [layer]
}

/** A line through all rows, and what it is. */
export function drawNow(now: string, locale: ComplaintsLocale): PicturePart {
  const x = { field: 'at', ...timeAxis(locale) }
  return {
    data: { values: [{ at: inMilliseconds(now), now: locale.charts.clocks.now }] },
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 4], aria: false }, encoding: { x, y: null } },
      { mark: { type: 'text', baseline: 'bottom', dy: -4 }, encoding: { x, y: { value: 0 }, text: { field: 'now' } } },
    ],
  }
}

/** When to warn, when the clock is due, and when it stopped. */
function momentsOf({ status, due, warnAt, metAt }: ComplaintClock): readonly (readonly [DrawnMoment, string])[] {
  return [
    ...(warnAt === null ? [] : [['warn', warnAt] as const]),
    ['due', due] as const,
    ...(metAt === undefined ? [] : [[status === 'met' ? 'inTime' : 'late', metAt] as const]),
  ]
}

export function drawMoments(rows: readonly Row[], locale: ComplaintsLocale): PicturePart {
  const { moment: title, moments, clock, at } = locale.charts.clocks
  const values = rows.flatMap((row) =>
    momentsOf(row.clock).map(([moment, when]) => ({ place: row.place, clock: row.name, moment: moments[moment], at: inMilliseconds(when) })),
  )
  const domain = MOMENTS.map((one) => moments[one])
  const legend = { labelLimit: 0, titleLimit: 0 }
  const encode = (range: readonly string[]) => ({ field: 'moment', type: 'nominal', title, scale: { domain, range }, legend })
  return {
    data: { values },
    mark: { type: 'point', filled: true, opacity: 1, size: POINT, description: { expr: MOMENT_SAID } },
    encoding: {
      x: { field: 'at', ...timeAxis(locale) },
      shape: encode(MOMENTS.map((one) => POINTS[one][0])),
      color: encode(MOMENTS.map((one) => POINTS[one][1])),
      tooltip: [told('clock', clock), told('moment', title), told('at', at)],
    },
  }
}

function told(field: string, title: string) {
  return { field, title, type: 'nominal' }
}
