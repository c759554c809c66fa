import { localizeText } from '@clientele/core'
import { isRecord } from '@clientele/core/checks'
import { formatLocalMoment, type Instant, parseMoment, secondsOf, splitInstant, type Zone } from '@clientele/core/clocks'
import {
  formatMessage,
  shownBusinessTime,
  shownDate,
  shownDays,
  shownDuration,
  shownElapsedTime,
  shownSpans,
  shownZonedMoment,
} from '@clientele/core/explain'
import { OTHERWISE } from '../clocks/readTargets.js'
import type { ClockRule, ClockSpan, ClockTarget, ComplaintClock, DateTarget } from '../clocks/types.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { Titles } from './readTitled.js'

const UNITS = ['businessDays', 'calendarDays', 'weeks'] as const

/** Says how a clock stands and how its deadline comes about; which cycle it belongs to where there are several. */
export function explainClock(clock: ComplaintClock, rule: ClockRule, isLinked: boolean, titles: Titles): string[] {
  const { locale } = titles
  const { authority, inCycle, trace } = locale.clocks
  const title = titles.clock(clock.clock)
  const name = isLinked ? formatMessage(inCycle, { clock: title, cycle: clock.cycle }) : title
  return [
    explainStatus(clock, rule, name, titles),
    ...explainStandstill(clock, titles),
    ...(clock.whose === 'authority' ? [authority] : []),
    ...explainWarning(clock, titles),
    ...explainMoves(clock, titles),
    explainStart(clock, rule, titles),
    explainCalendar(clock, titles),
    ...explainSource(rule, locale),
    ...(clock.trace.spans.length === 0 ? [] : [formatMessage(trace, { clock: name })]),
    ...shownSpans(clock.trace.spans, (span) => wordReason(span, locale), locale.core),
  ]
}

/** Whether a clock ended in time, but by what closed the complaint instead of what it waits for. */
export function endedOtherwise({ status, stoppedBy = '' }: ComplaintClock, { stops }: ClockRule): boolean {
  return status === 'met' && ![stops].flat().includes(stoppedBy)
}

function explainStatus(clock: ComplaintClock, rule: ClockRule, name: string, titles: Titles): string {
  const { locale, term, step } = titles
  const { statuses } = locale.clocks
  const { status, waitingIn, due, usedSeconds, leftSeconds, metAt, stoppedBy } = clock
  const late = metAt === undefined ? 'overdue' : 'missed'
  return formatMessage(statuses[status === 'breached' ? late : endedOtherwise(clock, rule) ? 'otherwise' : status], {
    clock: name,
    due: shownDue(clock, clock, titles),
    used: shownTime(usedSeconds, clock, locale),
    left: shownTime(Math.abs(leftSeconds), clock, locale),
    late: shownLate(clock, locale),
    step: step(waitingIn ?? ''),
    event: term(stoppedBy ?? ''),
    met: shownAt(metAt ?? due, clock, titles),
  })
}

/** A deadline: a moment, or the end of a date. */
function shownDue({ due, dueDate }: Pick<ComplaintClock, 'due' | 'dueDate'>, clock: ComplaintClock, titles: Titles): string {
  const { clocks, core } = titles.locale
  return dueDate === null ? shownAt(due, clock, titles) : formatMessage(clocks.endOfDate, { date: shownDate(dueDate, core) })
}

/** By how much a deadline was missed, as time is counted; or else, as outside of opening hours, the time that passed. */
function shownLate(clock: ComplaintClock, locale: ComplaintsLocale): string {
  const { leftSeconds, overdueSeconds } = clock
  if (leftSeconds < 0) return shownTime(-leftSeconds, clock, locale)
  const late = shownElapsedTime(overdueSeconds, locale.core)
  return isByHours(clock) ? formatMessage(locale.clocks.lateOutsideHours, { late }) : late
}

/** Says where a clock waits that is overdue; of others, their status says it. */
function explainStandstill({ status, waitingIn }: ComplaintClock, { locale, step }: Titles): string[] {
  return status !== 'breached' || waitingIn === null ? [] : [formatMessage(locale.clocks.standsStill, { step: step(waitingIn) })]
}

function explainWarning(clock: ComplaintClock, titles: Titles): string[] {
  const { warning: warns, warnsLater, warnsAfterWait } = titles.locale.clocks
  const { status, warnAt, warning } = clock
  if (warnAt === null || (status !== 'running' && status !== 'waiting')) return []
  const later = status === 'waiting' ? warnsAfterWait : warnsLater
  return [formatMessage(warning ? warns : later, { at: shownAt(warnAt, clock, titles) })]
}

/** What moved the deadline, and which ones had passed before. */
function explainMoves(clock: ComplaintClock, titles: Titles): string[] {
  const { locale, term } = titles
  const { waitedSeconds, extendedTo } = clock
  const { waited, extended, passed } = locale.clocks
  return [
    ...(waitedSeconds > 0 ? [formatMessage(waited, { waited: shownTime(waitedSeconds, clock, locale) })] : []),
    ...(extendedTo === null ? [] : [formatMessage(extended, { date: shownDate(extendedTo, locale.core) })]),
    ...clock.passed.map((one) =>
      formatMessage(passed, { due: shownDue(one, clock, titles), event: term(one.movedBy), at: shownAt(one.movedAt, clock, titles) }),
    ),
  ]
}

function explainStart(clock: ComplaintClock, { target }: ClockRule, titles: Titles): string {
  const { locale, term } = titles
  const { started, startedByPriority, startedOtherwise } = locale.clocks
  const { startedAt, startedBy, priority } = clock
  const facts = { event: term(startedBy), at: shownAt(startedAt, clock, titles) }
  if (typeof target === 'string' || isDateTarget(target)) return formatMessage(started, { ...facts, target: wordTarget(clock, target, locale) })
  const targets = new Map(Object.entries(target))
  const own = targets.get(priority ?? '')
  if (own === undefined) return formatMessage(startedOtherwise, { ...facts, target: wordTarget(clock, targets.get(OTHERWISE) ?? '', locale) })
  return formatMessage(startedByPriority, { ...facts, priority: titles.priority(priority ?? ''), target: wordTarget(clock, own, locale) })
}

/** Whether a target is in days or weeks, and the same for every priority. */
export function isDateTarget(target: ClockTarget): target is DateTarget {
  return isRecord(target) && UNITS.some((unit) => Object.hasOwn(target, unit))
}

function wordTarget(clock: ComplaintClock, target: string | DateTarget, locale: ComplaintsLocale): string {
  const { targets } = locale.clocks
  if (typeof target === 'string') {
    const template = targets[clock.calendar === null ? 'elapsedTime' : 'businessTime']
    return formatMessage(template, { time: shownTime(clock.targetSeconds ?? 0, clock, locale) })
  }
  const days: { readonly [Unit in (typeof UNITS)[number]]?: number } = { ...target }
  const unit = UNITS.find((one) => days[one] !== undefined) ?? 'businessDays'
  const count = days[unit] ?? 0
  if (unit === 'businessDays') return formatMessage(targets.businessDays[count === 1 ? 'one' : 'many'], { number: count })
  return formatMessage(targets[unit], { time: unit === 'weeks' ? shownDuration(`P${count}W`, locale.core) : shownDays(count, locale.core) })
}

function explainCalendar({ calendar }: ComplaintClock, { locale, calendar: known }: Titles): string {
  if (calendar === null) return locale.clocks.aroundTheClock
  return formatMessage(locale.clocks.calendar, { calendar: known(calendar).title, version: calendar.version })
}

function explainSource({ source }: ClockRule, { languageTag, clocks }: ComplaintsLocale): string[] {
  if (source === undefined) return []
  const { title, url, asOf } = { ...source }
  const facts = { source: localizeText(title, languageTag), asOf }
  return [url === undefined ? formatMessage(clocks.source, facts) : formatMessage(clocks.sourceWithAddress, { ...facts, address: url })]
}

function wordReason({ why, day = 0 }: ClockSpan, { clocks, core }: ComplaintsLocale): string {
  const own: { readonly [why: string]: string } = clocks.why
  const calendars: { readonly [why: string]: string } = core.spans.why
  return formatMessage((own[why] ?? calendars[why]) as string, { day })
}

/** Business time where the clock runs by hours of a calendar, else elapsed time. */
function shownTime(seconds: number, clock: ComplaintClock, { core }: ComplaintsLocale): string {
  return isByHours(clock) ? shownBusinessTime(seconds, core) : shownElapsedTime(seconds, core)
}

function isByHours({ calendar, targetSeconds }: ComplaintClock): boolean {
  return calendar !== null && targetSeconds !== null
}

/** A moment in the local time of the clock, where its calendar is known or its spans tell the offset, else in UTC. */
function shownAt(moment: string, { calendar, trace: { spans } }: ComplaintClock, { locale: { core }, calendar: knownCalendar }: Titles): string {
  const instant = parseMoment(moment) as Instant
  const zone = calendar === null ? undefined : knownCalendar(calendar).zone
  if (zone !== undefined) return shownZonedMoment(localIn(zone, instant), core)
  const known = spans.find(({ from }) => from === moment)?.fromLocal ?? spans.find(({ to }) => to === moment)?.toLocal
  if (known !== undefined) return shownZonedMoment(known, core)
  const around = spans.find(({ from, to }) => (parseMoment(from) as Instant) < instant && instant < (parseMoment(to) as Instant))
  const offset = around === undefined ? undefined : sameOffset(around)
  return shownZonedMoment(offset === undefined ? moment : formatLocalMoment(instant, offset), core)
}

/** A moment in the local time of the calendars by which clocks run, where these are known and agree on it, else in UTC. */
export function shownByAll(moment: string, clocks: readonly ComplaintClock[], { locale, calendar: knownCalendar }: Titles): string {
  const zones = clocks.flatMap(({ calendar }) => (calendar === null ? [] : [knownCalendar(calendar).zone]))
  const texts = new Set(zones.map((zone) => (zone === undefined ? moment : localIn(zone, parseMoment(moment) as Instant))))
  const [text = moment] = texts
  return shownZonedMoment(texts.size === 1 ? text : moment, locale.core)
}

function localIn(zone: Zone, instant: Instant): string {
  return formatLocalMoment(instant, zone.offsetAt(splitInstant(instant).seconds))
}

/** The offset of a span from UTC in seconds, where it is the same at both ends. */
function sameOffset({ from, to, fromLocal, toLocal }: ClockSpan): number | undefined {
  const offsets = [
    [from, fromLocal],
    [to, toLocal],
  ].map(([moment, local]) => secondsOfText(local as string) - secondsOfText(moment as string))
  return offsets[0] === offsets[1] ? offsets[0] : undefined
}

/** A text's date and time, whatever its offset, in whole seconds. */
function secondsOfText(text: string): number {
  return secondsOf(parseMoment(`${text.slice(0, 19)}Z`) as Instant)
}
