import { formatDay } from '../days/formatDay.js'
import { parseDay } from '../days/parseDay.js'
import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'
import { type LocalParts, localParts, shownDate } from './shownMoment.js'
import { shownBusinessTime } from './shownTime.js'

/** A stretch of time, as traces have it. */
export interface ShownSpan {
  /** Local moments with their offsets. */
  readonly fromLocal: string
  readonly toLocal: string
  /** Elapsed seconds. */
  readonly seconds: number
  readonly counted: boolean
}

/**
 * Says span by span what counts and what does not.
 *
 * @param spans - The stretches of time, in order.
 * @param why - Tells in a few words why one counts, or does not.
 * @param locale - The language.
 * @returns A sentence each: from when to when in local time, the date where it is another than before; how long, and why. Where the clocks were put
 * forward or back between the two, it says so.
 * @example
 * import { shownSpans } from '@clientele/core/explain'
 * import { en } from '@clientele/core/locales/en'
 *
 * const span = { fromLocal: '2026-01-09T16:00:00+08:00', toLocal: '2026-01-09T17:00:00+08:00', seconds: 3600, counted: true }
 * shownSpans([span], () => 'opening hours', en) //=> ['Fri 2026-01-09, 16:00 to 17:00: 1 h counted (opening hours).']
 */
export function shownSpans<Span extends ShownSpan>(spans: readonly Span[], why: (span: Span) => string, locale: CoreLocale): string[] {
  return spans.map((span, index) => {
    const before = spans[index - 1]
    const { counted, skipped } = locale.spans
    const stretch = shownStretch(span, before && localParts(before.fromLocal)?.date, locale)
    const facts = { stretch, duration: shownBusinessTime(span.seconds, locale), why: why(span) }
    return withChange(formatMessage(span.counted ? counted : skipped, facts), span, locale)
  })
}

/** From when to when; a whole date by itself, and the date only where it is not the one that was told before. */
function shownStretch({ fromLocal, toLocal }: ShownSpan, toldDate: string | undefined, locale: CoreLocale): string {
  const [from, to] = [localParts(fromLocal), endParts(toLocal)]
  if (from === undefined || to === undefined) return `${fromLocal} – ${toLocal}`
  const { sameDate, dated, wholeDate, wholeDates } = locale.spans
  const [date, lastDate] = [shownDate(from.date, locale), shownDate(to.date, locale)]
  if (from.time === '00:00' && to.time === '24:00') {
    return from.date === to.date ? formatMessage(wholeDate, { date }) : formatMessage(wholeDates, { date, lastDate })
  }
  const end = from.date === to.date ? to.time : formatMessage(locale.moments.moment, { date: lastDate, time: to.time })
  return formatMessage(from.date === toldDate ? sameDate : dated, { date, from: from.time, to: end })
}

/** The parts of an end: midnight is the end of the date before. */
function endParts(moment: string): LocalParts | undefined {
  const parts = localParts(moment)
  const date = parts?.time === '00:00' ? formatDay(parseDay(parts.date) - 1) : undefined
  return parts !== undefined && date !== undefined ? { ...parts, date, time: '24:00' } : parts
}

function withChange(sentence: string, { fromLocal, toLocal }: ShownSpan, locale: CoreLocale): string {
  const [before, after] = [localParts(fromLocal)?.offset ?? '', localParts(toLocal)?.offset ?? '']
  if (before === after) return sentence
  const shift = secondsOfOffset(after) - secondsOfOffset(before)
  const template = locale.spans[shift > 0 ? 'forward' : 'back']
  return formatMessage(template, { sentence, shift: shownBusinessTime(Math.abs(shift), locale), before, after })
}

function secondsOfOffset(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds)
}
