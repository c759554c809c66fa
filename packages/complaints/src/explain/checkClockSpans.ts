import type { Issue, Path } from '@clientele/core'
import { type Check, checkAgrees, checkCount, checkDay, checkFlag, checkShare, checkText, membersOf, oneOf, optional } from '@clientele/core/checks'
import { formatLocalMoment, type Instant, parseMoment, readMoment, secondsOf } from '@clientele/core/clocks'
import type { ClockSpan, ClockSpanReason, ComplaintClock } from '../clocks/types.js'

/** Whether time counts, by the reason. */
const COUNTED: { readonly [Why in ClockSpanReason]: boolean } = {
  'open-hours': true,
  'opened-date': true,
  'outside-hours': false,
  'closed-weekday': false,
  'closed-date': false,
  'around-the-clock': true,
  waiting: false,
  'receipt-day': false,
  'counted-day': true,
  extension: true,
}

const OFFSET = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/
const DATE_LENGTH = 10

/** Checks a moment. */
export const moment: Check = (value, path, issues) => {
  readMoment(value, path, issues)
}

/** Checks a span by itself, but for what follows from its moments. */
export const checkSpan: Check = membersOf({
  from: moment,
  to: moment,
  fromLocal: checkText,
  toLocal: checkText,
  date: checkDay,
  seconds: checkShare,
  counted: checkFlag,
  why: oneOf(Object.keys(COUNTED)),
  day: optional(checkCount),
})

/** Adds an issue where spans do not lead from the start to the deadline without gaps, or what they say does not follow from their moments and reasons. */
export function checkSpansOfClock(
  { startedAt, due, targetSeconds, extendedTo, trace: { spans } }: ComplaintClock,
  place: Path,
  issues: Issue[],
): void {
  const path = [...place, 'trace', 'spans']
  let end = startedAt
  spans.forEach((span, index) => {
    const { to, why } = span
    checkAgrees(span, { ...worked(span), from: end, counted: COUNTED[why] }, [...path, index], issues)
    if (why === 'counted-day') checkCount(span.day, [...path, index, 'day'], issues)
    end = to
  })
  checkAgrees(end, due, spans.length === 0 ? path : [...path, spans.length - 1, 'to'], issues)
  if (targetSeconds === null || extendedTo !== null || issues.length > 0) return
  const counted = spans.reduce((sum, span) => (span.counted ? sum + instantOf(span.to) - instantOf(span.from) : sum), 0n)
  checkAgrees(secondsOf(counted), targetSeconds, path, issues)
}

function instantOf(text: string): Instant {
  return parseMoment(text) as Instant
}

/** What follows from the moments of a span, and the offsets that its local times are written with. */
function worked({ from, to, fromLocal, toLocal }: ClockSpan): Omit<ClockSpan, 'counted' | 'why' | 'day' | 'from' | 'to'> {
  const [start, end] = [instantOf(from), instantOf(to)]
  const local = formatLocalMoment(start, offsetOf(fromLocal))
  return {
    fromLocal: local,
    toLocal: formatLocalMoment(end, offsetOf(toLocal)),
    date: local.slice(0, DATE_LENGTH),
    seconds: secondsOf(end - start),
  }
}

/** The offset of a local time in seconds; none where it is not written. */
function offsetOf(local: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(local) ?? []
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds))
}
