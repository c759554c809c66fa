import { startOfDay } from '@clientele/core/business-time'
import { formatDay, parseDay } from '@clientele/core/days'
import type { CalendarDay, CalendarSpan, DayPart } from './types.js'

const MIDNIGHT = '00:00'
const END_OF_DAY = '24:00'
/** Dates whose first moment is known in every zone. */
const [FIRST, LAST] = ['0001-01-03', '9999-12-30']

/** The dates of the spans, each with the parts of the spans that lie on it. The total is counted forward, and after a gap backward from the end. */
export function splitSpans(spans: readonly CalendarSpan[], zone: string, seconds: number | undefined): CalendarDay[] {
  const parts = new Map<number, DayPart[]>()
  for (const span of spans) {
    for (const { day, part } of partsOf(span, zone)) parts.set(day, [...(parts.get(day) ?? []), part])
  }
  const counted = [...parts].map(([day, ofDay]) => ({ day, parts: ofDay, seconds: sumOf(ofDay) }))
  const left = (seconds ?? sumOf(spans)) - sumOf(spans)
  const gap = gapAfter(spans)
  let total = 0
  return counted.map((one) => {
    const isFirstAfterGap = gap !== undefined && one.parts[0] !== undefined && one.day === gap
    total += one.seconds + (isFirstAfterGap ? left : 0)
    return { ...one, total }
  })
}

/** The date where the spans go on after some were left out. */
function gapAfter(spans: readonly CalendarSpan[]): number | undefined {
  const next = spans.find(({ from }, index) => index > 0 && spans[index - 1]?.to !== from)
  return next && parseDay(next.date)
}

function sumOf(list: readonly { readonly counted: boolean; readonly seconds: number }[]): number {
  return list.reduce((sum, { counted, seconds }) => sum + (counted ? seconds : 0), 0)
}

interface PlacedPart {
  readonly day: number
  readonly part: DayPart
}

function partsOf(span: CalendarSpan, zone: string): PlacedPart[] {
  const { counted, why, day: number } = span
  const facts = { counted, why, ...(number === undefined ? {} : { day: number }) }
  const list: PlacedPart[] = []
  let day = parseDay(span.date)
  let [from, time] = [span.from, timeOf(span.fromLocal)]
  for (;;) {
    const end = startOf(day + 1, zone)
    // A date that the zone skips, or where clocks went back over midnight, has nothing of the span.
    if (end !== undefined && Date.parse(end) <= Date.parse(from)) {
      day += 1
      continue
    }
    const isLast = end === undefined || Date.parse(end) >= Date.parse(span.to)
    if (isLast) {
      const isWhole = end !== undefined && Date.parse(end) === Date.parse(span.to)
      list.push({ day, part: { from: time, to: isWhole ? END_OF_DAY : timeOf(span.toLocal), seconds: secondsBetween(from, span.to), ...facts } })
      return list
    }
    list.push({ day, part: { from: time, to: END_OF_DAY, seconds: secondsBetween(from, end), ...facts } })
    day += 1
    from = end
    time = MIDNIGHT
  }
}

function startOf(day: number, zone: string): string | undefined {
  const date = formatDay(day)
  return date === undefined || date < FIRST || date > LAST ? undefined : startOfDay(date, zone)
}

/** Hours and minutes, and seconds where there are any. */
function timeOf(local: string): string {
  const [, time = '', seconds = ''] = /T(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?/.exec(local) ?? []
  return /[1-9]/.test(seconds) ? `${time}:${seconds}` : time
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
