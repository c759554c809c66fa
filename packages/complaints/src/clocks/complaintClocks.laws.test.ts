import { addCalendarDays, calendarDaysBetween } from '@clientele/core'
import { addBusinessDays, type BusinessCalendar, businessTimeBetween, instantToDate, isBusinessDay, startOfDay } from '@clientele/core/business-time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, dayTargets, durations, histories, MINUTE, moment, rules, START } from '../../testing/clockCases.js'
import { clockOf, handled, policyOf, ruleOf, waited } from '../../testing/clocks.js'
import {
  type ClockPolicy,
  type ClockRule,
  type ComplaintClock,
  type ComplaintClocks,
  type ComplaintEvent,
  complaintClocks,
  type DateTarget,
} from '../index.js'
import { eightSteps } from '../templates.js'

const looked = fc.nat(20_000)
const targets = fc.oneof(durations, dayTargets)

const look = (events: readonly ComplaintEvent[], policy: ClockPolicy, office: BusinessCalendar, at: number): ComplaintClocks =>
  complaintClocks(events, policy, { at: moment(at), definition: eightSteps, calendars: { office } })

const cases = fc
  .record({ events: histories, rule: rules, target: targets, office: calendars, later: looked })
  .map(({ rule, target, later, ...rest }) => ({ ...rest, rule: { ...rule, target } as ClockRule, at: START + later * MINUTE }))
  .filter(({ events, at }) => Date.parse((events[0] as ComplaintEvent).at) <= at)

/** Where a clock waits, read off the events of its cycle: from one that leads to the step to one that leads from it. */
function waitsOf(events: readonly ComplaintEvent[], { cycle, startedAt, metAt }: ComplaintClock, at: number): readonly (readonly [number, number])[] {
  const [start, end] = [Date.parse(startedAt), metAt === undefined ? at : Date.parse(metAt)]
  const own = events.filter((event) => event.cycle === cycle && Date.parse(event.at) <= at)
  return own.flatMap((event, index): (readonly [number, number])[] => {
    if (event.step !== 'awaiting-customer' || own[index - 1]?.step === 'awaiting-customer') return []
    const next = own.slice(index).find(({ step }) => step !== 'awaiting-customer')
    const [from, to] = [Math.max(start, Date.parse(event.at)), Math.min(end, next === undefined ? at : Date.parse(next.at))]
    return from <= to && Date.parse(event.at) <= end ? [[from, to]] : []
  })
}

/** The deadline in time, minute by minute: the end of the last minute that is needed, of those that are open and not waited through. */
function byMinutes(start: number, minutes: number, waits: readonly (readonly [number, number])[], office: BusinessCalendar | undefined): number {
  let left = minutes
  let at = start
  for (; left > 0; at += MINUTE) {
    if (waits.some(([from, to]) => from <= at && at < to)) continue
    if (office === undefined || isOpen(office, at)) left -= 1
  }
  return at
}

const known = new WeakMap<BusinessCalendar, Map<number, boolean>>()

function isOpen(office: BusinessCalendar, at: number): boolean {
  const minutes = known.get(office) ?? new Map<number, boolean>()
  known.set(office, minutes)
  const isKnown = minutes.get(at) ?? openHour(office, at, minutes)
  return isKnown
}

/** Whether a minute is open, asked for a quarter of an hour at once: all edges lie on one. */
function openHour(office: BusinessCalendar, at: number, minutes: Map<number, boolean>): boolean {
  const from = Math.floor(at / (15 * MINUTE)) * 15 * MINUTE
  const open = businessTimeBetween(moment(from), moment(from + 15 * MINUTE), office)
  expect([0, 900]).toContain(open)
  for (let minute = 0; minute < 15; minute += 1) minutes.set(from + minute * MINUTE, open === 900)
  return open === 900
}

/** The date of a deadline in days, wait by wait. */
function byDays(start: number, target: DateTarget, waits: readonly (readonly [number, number])[], office: BusinessCalendar): string {
  const isBusiness = 'businessDays' in target
  const days = isBusiness ? target.businessDays : 'weeks' in target ? target.weeks * 7 : target.calendarDays
  const add = (date: string, count: number): string => (isBusiness ? addBusinessDays(date, count, office) : addCalendarDays(date, count))
  const receipt = instantToDate(moment(start), office.zone)
  let due = add(receipt, days)
  for (const [from, to] of waits) {
    const [first, last] = [instantToDate(moment(from), office.zone), instantToDate(moment(to), office.zone)]
    if (first >= due) break
    const length = calendarDaysBetween(first, last)
    const dates = Array.from({ length }, (_, index) => addCalendarDays(first, index + 1)).filter((date) => !isBusiness || isBusinessDay(date, office))
    due = add(due, dates.length)
  }
  return due
}

describe('complaintClocks: laws', () => {
  it('a deadline in time is what counting minute by minute gives', () => {
    const seen = { waits: 0, shifted: 0 }
    fc.assert(
      fc.property(cases, durations, fc.boolean(), ({ events, rule, office, at }, target, hasCalendar) => {
        const timely: ClockRule = { ...rule, target, calendar: hasCalendar ? 'office' : undefined, extendedBy: undefined }
        for (const clock of look(events, policyOf(timely), office, at).clocks) {
          const waits = rule.mayWait ? waitsOf(events, clock, at) : []
          const due = byMinutes(Date.parse(clock.startedAt), (clock.targetSeconds as number) / 60, waits, hasCalendar ? office : undefined)
          expect(Date.parse(clock.due)).toBe(due)
          seen.waits += waits.length > 0 ? 1 : 0
          seen.shifted += clock.waitedSeconds > 0 ? 1 : 0
        }
      }),
      { numRuns: 100, seed: 10 },
    )
    expect(seen.waits).toBeGreaterThan(15)
    expect(seen.shifted).toBeGreaterThan(10)
  })

  it('a deadline in days is what moving it wait by wait gives', () => {
    const seen = { waits: 0, shifted: 0 }
    fc.assert(
      fc.property(cases, dayTargets, ({ events, rule, office, at }, target) => {
        for (const clock of look(events, policyOf({ ...rule, target, extendedBy: undefined }), office, at).clocks) {
          const waits = rule.mayWait ? waitsOf(events, clock, at) : []
          const [start, date] = [Date.parse(clock.startedAt), byDays(Date.parse(clock.startedAt), target, waits, office)]
          expect(clock.dueDate).toBe(date)
          expect(clock.due).toBe(startOfDay(addCalendarDays(date, 1), office.zone))
          seen.waits += waits.length > 0 ? 1 : 0
          seen.shifted += date > byDays(start, target, [], office) ? 1 : 0
        }
      }),
      { numRuns: 400, seed: 10 },
    )
    expect(seen.waits).toBeGreaterThan(60)
    expect(seen.shifted).toBeGreaterThan(30)
  })

  it('what is counted adds up, span by span', () => {
    const seen = { open: 0, met: 0, breached: 0, waiting: 0, extended: 0 }
    fc.assert(
      fc.property(cases, ({ events, rule, office, at }) => {
        for (const clock of look(events, policyOf(rule), office, at).clocks) {
          const { trace, startedAt, due, targetSeconds, usedSeconds, leftSeconds, waitedSeconds, overdueSeconds, extendedTo, metAt, status } = clock
          const [start, end] = [startedAt, metAt ?? moment(at)]
          expect([trace.spans[0]?.from, trace.spans.at(-1)?.to]).toEqual([start, due])
          trace.spans.forEach(({ from, to, seconds }, index) => {
            expect(from).toBe(trace.spans[index - 1]?.to ?? start)
            expect(seconds).toBe((Date.parse(to) - Date.parse(from)) / 1000)
            expect(seconds).toBeGreaterThan(0)
          })
          const isTime = targetSeconds !== null
          const between = (from: string, to: string): number =>
            isTime ? businessTimeBetween(from, to, office) : (Date.parse(to) - Date.parse(from)) / 1000
          expect(usedSeconds).toBe(between(start, end) - waitedSeconds)
          expect(overdueSeconds).toBe(Math.max(0, (Date.parse(end) - Date.parse(due)) / 1000))
          if (!isTime || extendedTo !== null) expect(leftSeconds).toBe(between(end, due))
          else {
            expect(trace.spans.reduce((sum, span) => sum + (span.counted ? span.seconds : 0), 0)).toBe(targetSeconds)
            if (status !== 'breached') expect(between(start, due) - waitedSeconds).toBe(targetSeconds)
            expect(usedSeconds + leftSeconds).toBe(targetSeconds)
          }
          expect(usedSeconds).toBeGreaterThanOrEqual(0)
          seen[status === 'running' ? 'open' : status] += 1
          if (extendedTo !== null) seen.extended += 1
        }
      }),
      { numRuns: 400, seed: 10 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(8)
  })

  it('a clock stands as its deadline says', () => {
    fc.assert(
      fc.property(cases, ({ events, rule, office, at }) => {
        for (const clock of look(events, policyOf(rule), office, at).clocks) {
          const { due, dueDate, metAt, status, warning, warnAt, startedAt } = clock
          const end = metAt === undefined ? at : Date.parse(metAt)
          const isLate = dueDate === null ? end > Date.parse(due) : end >= Date.parse(due)
          expect(status === 'breached').toBe(isLate)
          if (!isLate) expect(status === 'met').toBe(metAt !== undefined)
          if (status === 'waiting') expect(events.filter((event) => Date.parse(event.at) <= at).at(-1)?.step).toBe('awaiting-customer')
          const isWarned = warnAt !== null && at >= Date.parse(warnAt)
          expect(warning).toBe(metAt === undefined && (isLate || isWarned))
          if (warnAt !== null) expect(Date.parse(warnAt)).toBeLessThanOrEqual(Date.parse(due))
          if (warnAt !== null) expect(Date.parse(warnAt)).toBeGreaterThanOrEqual(Date.parse(startedAt))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('what happens later changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ events, rule, office, at }) => {
        const past = events.filter((event) => Date.parse(event.at) <= at)
        expect(look(events, policyOf(rule), office, at)).toEqual(look(past, policyOf(rule), office, at))
      }),
      { numRuns: 200 },
    )
  })

  it('one more wait never brings a deadline forward', () => {
    let later = 0
    const minutes = fc.uniqueArray(fc.nat(6000), { minLength: 2, maxLength: 10 }).map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(minutes, fc.nat(4), targets, calendars, (edges, place, target, office) => {
        const waits = Array.from({ length: Math.floor(edges.length / 2) }, (_, index) =>
          waited(...(edges.slice(2 * index, 2 * index + 2).map((minute) => moment(START + minute * MINUTE)) as [string, string])),
        )
        const dueWith = (some: typeof waits): number =>
          Date.parse(clockOf(handled(moment(START), some.flat()), ruleOf({ target }), moment(START + 6000 * MINUTE), office).due)
        const [all, fewer] = [dueWith(waits), dueWith(waits.filter((_, index) => index !== place % waits.length))]
        expect(all).toBeGreaterThanOrEqual(fewer)
        later += all > fewer ? 1 : 0
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(later).toBeGreaterThan(40)
  })

  it('one more holiday never brings a deadline forward', () => {
    fc.assert(
      fc.property(cases, fc.nat(25), ({ events, rule, office, at }, day) => {
        const date = moment(START + day * 24 * 60 * MINUTE).slice(0, 10)
        const more = { ...office, closed: [...(office.closed ?? []), date], open: (office.open ?? []).filter((one) => one.date !== date) }
        const patient = policyOf({ ...rule, mayWait: false })
        const [before, after] = [look(events, patient, office, at), look(events, patient, more, at)]
        after.clocks.forEach(({ due }, index) => expect(Date.parse(due)).toBeGreaterThanOrEqual(Date.parse(before.clocks[index]?.due as string)))
      }),
      { numRuns: 200 },
    )
  })

  it('is plain data', () => {
    fc.assert(
      fc.property(cases, ({ events, rule, office, at }) => {
        const result = look(events, policyOf(rule), office, at)
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
        expect(JSON.stringify(result)).not.toContain(':-0')
      }),
      { numRuns: 100 },
    )
  })
})
