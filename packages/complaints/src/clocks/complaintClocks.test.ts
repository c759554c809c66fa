import { addBusinessDays, instantToDate, startOfDay } from '@clientele/core/business-time'
import { describe, expect, it } from 'vitest'
import { calendarOf, clockOf, extended, handled, policyOf, ruleOf, shortTrace, waited, wholeWeek } from '../../testing/clocks.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { manager } from '../../testing/desk.js'
import { type ComplaintClock, type ComplaintEvent, complaintClocks, migrateComplaint, replayComplaint, type WorkflowDefinition } from '../index.js'
import { eightSteps } from '../templates.js'

const berlinDaily = calendarOf('Europe/Berlin', [['09:00', '18:00']], { days: wholeWeek })
const tenToSix = calendarOf('Asia/Kolkata', [['10:00', '18:00']])
const utc = calendarOf('UTC', [['09:00', '17:00']])
const lunch = calendarOf('UTC', [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
])

/** Local times of January 2026 in Kolkata: the 5th, 12th and 19th are Mondays. */
const local = (day: number, time: string): string => `2026-01-${String(day).padStart(2, '0')}T${time}+05:30`
const january = (day: number, time: string): string => `2026-01-${String(day).padStart(2, '0')}T${time}Z`
const until = (at: string): string => new Date(at).toISOString().replace('.000', '')

describe('complaintClocks: known answers of ../shared/vectors/complaints.md', () => {
  it('3 (Zammad): a wait from the start on', () => {
    const events = handled('2013-06-04T09:00:00Z', waited('2013-06-04T09:00:00Z', '2013-06-04T12:00:00Z'))
    const clock = clockOf(events, ruleOf(), '2013-06-04T12:30:00Z', berlinDaily)
    expect(clock).toMatchObject({ due: '2013-06-04T14:00:00Z', status: 'running', usedSeconds: 1800, leftSeconds: 5400, waitedSeconds: 10_800 })
  })

  it.each([
    ['PT120M', '2013-06-04T13:30:00Z', 90],
    ['PT180M', '2013-06-04T14:30:00Z', 150],
    ['PT240M', '2013-06-04T15:30:00Z', 210],
  ])('4 (Zammad): two waits, %s', (target, due, left) => {
    const waits = [...waited('2013-06-04T09:00:00Z', '2013-06-04T10:30:00Z'), ...waited('2013-06-04T11:00:00Z', '2013-06-04T12:00:00Z')]
    const clock = clockOf(handled('2013-06-04T09:00:00Z', waits), ruleOf({ target }), '2013-06-04T12:00:00Z', berlinDaily)
    expect(clock).toMatchObject({ due, usedSeconds: 1800, leftSeconds: left * 60, waitedSeconds: 9000 })
  })

  it.each([
    ['16:00:00', '17:00:00', local(8, '18:00:00')],
    ['16:00:00', '17:00:01', local(9, '10:00:01')],
    ['15:00:00', '16:00:00', local(8, '18:00:00')],
    ['15:00:00', '16:00:01', local(9, '10:00:01')],
  ])('9 (Frappe): held from %s to %s', (from, to, due) => {
    const events = handled(local(8, '15:00:00'), waited(local(8, from), local(8, to)))
    expect(clockOf(events, ruleOf(), local(8, '17:30:00'), tenToSix).due).toBe(until(due))
  })

  it('10 (Frappe): a wait across a closed weekend', () => {
    const office = { ...tenToSix, closed: ['2026-01-09'] }
    const rule = ruleOf({ stops: 'SympathyExpressed', target: 'PT2H' })
    const solved = { type: 'expressSympathy', at: local(12, '13:00:00') }
    const events = handled(local(8, '17:30:00'), [...waited(local(8, '17:50:00'), local(12, '12:30:00')), solved])
    const clock = clockOf(events, rule, local(13, '10:00:00'), office)
    expect(clock).toMatchObject({ waitedSeconds: 160 * 60, usedSeconds: 50 * 60, status: 'met', metAt: until(local(12, '13:00:00')) })
    expect(clock.due).toBe(until(local(12, '14:10:00')))
    expect(shortTrace(clock)).toEqual([`open-hours ${1 / 3} h`, `waiting ${90 + 2 / 3} h not`, `open-hours ${5 / 3} h`])
  })

  it('19 (GLPI): one working hour before the deadline', () => {
    const office = calendarOf('Asia/Kolkata', [['08:00', '18:00']])
    const rule = ruleOf({ target: 'PT4H', warnAtPercent: '75' })
    const at = [local(6, '09:59:59'), local(6, '10:00:00'), local(6, '11:00:00'), local(6, '11:00:00.000000001')]
    const clocks = at.map((moment) => clockOf(handled(local(5, '17:00:00')), rule, moment, office))
    expect(clocks.map(({ due, warnAt }) => [due, warnAt])).toEqual(Array(4).fill([until(local(6, '11:00:00')), until(local(6, '10:00:00'))]))
    expect(clocks.map(({ status, warning }) => [status, warning])).toEqual([
      ['running', false],
      ['running', true],
      ['running', true],
      ['breached', true],
    ])
  })

  const received = handled('2026-01-09T10:30:00Z')
  it.each([
    ['20 UK DISP', 'Europe/London', { businessDays: 3, after: 'receipt-day' }, '2026-01-14'],
    ['20 UK DISP', 'Europe/London', { businessDays: 15 }, '2026-01-30'],
    ['20 UK DISP', 'Europe/London', { businessDays: 35 }, '2026-02-27'],
    ['20 UK DISP', 'Europe/London', { weeks: 8 }, '2026-03-06'],
    ['21 US CFPB', 'America/New_York', { calendarDays: 15 }, '2026-01-24'],
    ['21 US CFPB', 'America/New_York', { calendarDays: 60 }, '2026-03-10'],
    ['22 SAMR Order 20', 'Asia/Shanghai', { businessDays: 7 }, '2026-01-20'],
  ] as const)('%s, %s: %j is %s', (_, zone, target, dueDate) => {
    const clock = clockOf(received, ruleOf({ target, mayWait: false }), '2026-01-09T12:00:00Z', calendarOf(zone, [['09:00', '17:00']]))
    expect(clock).toMatchObject({ dueDate, targetSeconds: null, status: 'running', usedSeconds: 5400 })
    expect(clock.trace.spans.filter(({ counted }) => counted)).toHaveLength(
      (Object.values<number | string>(target)[0] as number) * ('weeks' in target ? 7 : 1),
    )
  })

  it('20: due at the end of the date in the zone, told date by date', () => {
    const clock = clockOf(
      received,
      ruleOf({ target: { businessDays: 3 } }),
      '2026-01-14T23:59:59Z',
      calendarOf('Asia/Shanghai', [['09:00', '17:00']]),
    )
    expect(clock).toMatchObject({ due: '2026-01-14T16:00:00Z', status: 'breached', leftSeconds: -28_799 })
    expect(clock.trace.spans[0]).toEqual({
      from: '2026-01-09T10:30:00Z',
      to: '2026-01-09T16:00:00Z',
      fromLocal: '2026-01-09T18:30:00+08:00',
      toLocal: '2026-01-10T00:00:00+08:00',
      date: '2026-01-09',
      seconds: 19_800,
      counted: false,
      why: 'receipt-day',
    })
    expect(shortTrace(clock)).toEqual([
      'receipt-day 5.5 h not',
      'closed-weekday 48 h not',
      'counted-day 1 24 h',
      'counted-day 2 24 h',
      'counted-day 3 24 h',
    ])
  })
})

describe('complaintClocks: waits', () => {
  const rule = ruleOf({ target: 'PT8H' })

  it('are counted in business time, several of them', () => {
    const events = handled(january(5, '09:00'), [
      ...waited(january(5, '10:00'), january(5, '11:00')),
      ...waited(january(5, '16:30'), january(6, '09:30')),
    ])
    const sums = (at: string): unknown[] => {
      const { due, status, waitedSeconds, usedSeconds, leftSeconds } = clockOf(events, rule, at, utc)
      return [due, status, waitedSeconds, usedSeconds, leftSeconds]
    }
    expect(sums(january(6, '10:00'))).toEqual(['2026-01-06T11:00:00Z', 'running', 7200, 7 * 3600, 3600])
    expect(sums(january(6, '12:00'))).toEqual(['2026-01-06T11:00:00Z', 'breached', 7200, 9 * 3600, -3600])
  })

  it('count for one clock and not for another', () => {
    const events = handled(january(5, '09:00'), waited(january(5, '10:00'), january(5, '12:00')))
    const policy = policyOf(
      ruleOf({ target: 'PT3H' }),
      ruleOf({ id: 'first-response', target: 'PT3H', mayWait: false }),
      ruleOf({ id: 'third', target: 'PT3H' }),
    )
    const { clocks } = complaintClocks(events, policy, { at: january(5, '12:00'), definition: eightSteps, calendars: { office: utc } })
    expect(clocks.map(({ clock, due, waitedSeconds }) => [clock, due, waitedSeconds])).toEqual([
      ['resolution', '2026-01-05T14:00:00Z', 7200],
      ['first-response', '2026-01-05T12:00:00Z', 0],
      // No step names this one, and the others wait there.
      ['third', '2026-01-05T14:00:00Z', 7200],
    ])
  })

  it('that go on push the deadline along', () => {
    const events = handled(january(5, '09:00'), waited(january(5, '10:00')))
    const at = ['10:00', '12:00', '16:00'].map((time) => clockOf(events, rule, january(5, time), utc))
    expect(at.map(({ status, due, usedSeconds, leftSeconds }) => [status, due, usedSeconds, leftSeconds])).toEqual([
      ['waiting', '2026-01-05T17:00:00Z', 3600, 25_200],
      ['waiting', '2026-01-06T11:00:00Z', 3600, 25_200],
      ['waiting', '2026-01-06T15:00:00Z', 3600, 25_200],
    ])
    const [first] = at
    expect(first && shortTrace(first)).toEqual(['open-hours 1 h', 'open-hours 7 h'])
  })

  it('from the deadline on do not move it, and are not used time', () => {
    const events = handled(january(5, '09:00'), waited(january(5, '17:00'), january(6, '12:00')))
    expect(clockOf(events, rule, january(6, '13:00'), utc)).toMatchObject({
      due: '2026-01-05T17:00:00Z',
      status: 'breached',
      waitedSeconds: 3 * 3600,
      usedSeconds: 9 * 3600,
      leftSeconds: -3600,
      overdueSeconds: 20 * 3600,
      waitingIn: null,
      warning: true,
    })
    expect(clockOf(events, rule, january(6, '08:00'), utc)).toMatchObject({ status: 'breached', leftSeconds: 0, waitingIn: 'awaiting-customer' })
    expect(clockOf(events, rule, january(5, '17:00'), utc)).toMatchObject({ status: 'waiting', leftSeconds: 0, overdueSeconds: 0 })
  })

  it('end with the clock', () => {
    const stops = [...waited(january(5, '10:00')), { type: 'withdraw', at: january(5, '12:00') }]
    const clock = clockOf(handled(january(5, '09:00'), stops), rule, january(9, '09:00'), utc)
    expect(clock).toMatchObject({ status: 'met', waitedSeconds: 7200, usedSeconds: 3600, leftSeconds: 25_200, stoppedBy: 'ComplaintWithdrawn' })
  })

  it('take the days on which they last, but not the one on which they begin', () => {
    const threeDays = ruleOf({ target: { businessDays: 3 } })
    const dueDate = (...waits: readonly (readonly [string, string?])[]): unknown => {
      const clock = clockOf(
        handled(
          january(5, '09:00'),
          waits.flatMap(([from, to]) => waited(from, to)),
        ),
        threeDays,
        january(7, '15:00'),
        utc,
      )
      return [clock.dueDate, clock.status]
    }
    expect(dueDate()).toEqual(['2026-01-08', 'running'])
    expect(dueDate([january(6, '09:00'), january(6, '23:59')])).toEqual(['2026-01-08', 'running'])
    expect(dueDate([january(6, '23:59'), january(7, '00:00')])).toEqual(['2026-01-09', 'running'])
    expect(dueDate([january(5, '09:00'), january(7, '10:00')])).toEqual(['2026-01-12', 'running'])
    expect(dueDate([january(5, '09:00'), january(6, '08:00')], [january(6, '12:00'), january(7, '08:00')])).toEqual(['2026-01-12', 'running'])
    expect(dueDate([january(6, '12:00')])).toEqual(['2026-01-09', 'waiting'])
  })

  it('that begin on the date when days are due do not move it', () => {
    const events = handled(january(5, '09:00'), waited(january(8, '00:00'), january(20, '09:00')))
    const clock = clockOf(events, ruleOf({ target: { businessDays: 3 } }), january(8, '12:00'), utc)
    expect(clock).toMatchObject({ dueDate: '2026-01-08', status: 'waiting', waitedSeconds: 43_200, leftSeconds: 43_200 })
    expect(clockOf(events, ruleOf({ target: { businessDays: 3 } }), january(9, '00:00'), utc).status).toBe('breached')
  })

  it('of days are told date by date, weekends and holidays as what they are', () => {
    const events = handled(january(8, '09:00'), waited(january(9, '12:00'), january(13, '09:00')))
    const clock = clockOf(events, ruleOf({ target: { businessDays: 2 } }), january(13, '10:00'), { ...utc, closed: ['2026-01-14'] })
    expect(shortTrace(clock)).toEqual([
      'receipt-day 15 h not',
      'counted-day 1 24 h',
      'closed-weekday 48 h not',
      'waiting 24 h not',
      'waiting 24 h not',
      'closed-date 24 h not',
      'counted-day 2 24 h',
    ])
    expect(clock).toMatchObject({ usedSeconds: (121 - 93) * 3600, waitedSeconds: 93 * 3600, leftSeconds: 62 * 3600 })
  })

  it('of calendar days take weekends too', () => {
    const events = handled(january(8, '09:00'), waited(january(9, '12:00'), january(12, '09:00')))
    expect(clockOf(events, ruleOf({ target: { calendarDays: 2 } }), january(12, '10:00'), utc).dueDate).toBe('2026-01-13')
    expect(clockOf(events, ruleOf({ target: { calendarDays: 0 } }), january(8, '10:00'), utc)).toMatchObject({
      dueDate: '2026-01-08',
      status: 'running',
    })
  })
})

describe('complaintClocks: warnings', () => {
  it('never come after the deadline', () => {
    const rule = ruleOf({ target: { calendarDays: 0 }, warnAtPercent: 99 })
    const clock = clockOf(handled('2026-01-05T23:59:59.4Z'), rule, '2026-01-05T23:59:59.5Z', utc)
    expect(clock).toMatchObject({ due: '2026-01-06T00:00:00Z', warnAt: '2026-01-05T23:59:59.4Z', warning: true })
  })
})

describe('complaintClocks: the step that a clock waits in', () => {
  const waiting = (at: string, rule = ruleOf({ target: 'PT4H' })): unknown[] => {
    const events = handled(january(5, '09:00'), waited(january(5, '10:00'), january(5, '12:00')))
    const { status, waitingIn } = clockOf(events, rule, at, utc)
    return [status, waitingIn]
  }

  it('is told while it waits, late or not, and not before or after', () => {
    expect(waiting(january(5, '09:59'))).toEqual(['running', null])
    expect(waiting(january(5, '10:00'))).toEqual(['waiting', 'awaiting-customer'])
    expect(waiting(january(5, '12:00'))).toEqual(['running', null])
    expect(waiting(january(5, '11:00'), ruleOf({ target: 'PT1H' }))).toEqual(['breached', 'awaiting-customer'])
    expect(waiting(january(5, '11:00'), ruleOf({ target: 'PT4H', mayWait: false }))).toEqual(['running', null])
  })
})

describe('complaintClocks: priorities', () => {
  const rule = ruleOf({ target: { high: 'PT2H', low: { businessDays: 3 } }, stops: 'SympathyExpressed' })
  const changed = (time: string, priority: string): { type: string; at: string; priority: string } => ({
    type: 'changePriority',
    at: january(5, time),
    priority,
  })
  const start = january(5, '09:00')

  it('measure the whole clock anew, with the waits so far', () => {
    const events = handled(start, [changed('09:00', 'low'), ...waited(january(5, '09:30'), january(5, '10:30')), changed('11:00', 'high')])
    const before = clockOf(events, rule, january(5, '10:59'), utc)
    expect(before).toMatchObject({ priority: 'low', dueDate: '2026-01-08', targetSeconds: null })
    const now = clockOf(events, rule, january(5, '11:00'), utc)
    expect(now).toMatchObject({ priority: 'high', due: '2026-01-05T12:00:00Z', dueDate: null, targetSeconds: 7200, waitedSeconds: 3600 })
    expect(clockOf(handled(start, [changed('09:00', 'high')]), rule, january(5, '11:01'), utc).status).toBe('breached')
  })

  it('may change during a wait', () => {
    const events = handled(start, [changed('09:00', 'low'), ...waited(january(5, '09:30')), changed('10:00', 'high')])
    expect(clockOf(events, rule, january(5, '10:30'), utc)).toMatchObject({ status: 'waiting', due: '2026-01-05T12:00:00Z', waitedSeconds: 3600 })
  })

  it('change nothing once the clock has stopped', () => {
    const events = handled(start, [changed('09:00', 'high'), { type: 'expressSympathy', at: january(5, '10:00') }, changed('10:00', 'low')])
    expect(clockOf(events, rule, january(5, '12:00'), utc)).toMatchObject({ priority: 'high', status: 'met' })
  })

  it('are told by any event, the one that stops the clock included; what says nothing changes nothing', () => {
    const stops = { type: 'expressSympathy', at: january(5, '12:00'), priority: 'low' }
    const events = handled(start, [changed('09:00', 'high'), { ...changed('09:10', 'x'), type: 'escalate', priority: '' }, stops])
    expect(clockOf(events, rule, january(5, '11:30'), utc)).toMatchObject({ priority: 'high', status: 'breached' })
    expect(clockOf(events, rule, january(5, '12:00'), utc)).toMatchObject({ priority: 'low', status: 'met' })
  })

  it('are null where none is told', () => {
    expect(clockOf(handled(start), ruleOf(), start, utc).priority).toBeNull()
  })
})

describe('complaintClocks: calendars', () => {
  const second = { ...utc, version: '2', closed: ['2026-01-06'] }

  it('in a newer version measure anew; deadlines that are kept stay with theirs', () => {
    const events = handled(january(5, '13:00'), waited(january(5, '14:00'), january(5, '15:00')))
    const rule = ruleOf({ target: 'PT6H' })
    const options = { at: january(5, '16:00'), definition: eightSteps, calendars: { office: utc } }
    const first = complaintClocks(events, policyOf(rule), options)
    expect(first.clocks[0]).toMatchObject({ due: '2026-01-06T12:00:00Z', calendar: { kind: 'business-calendar', id: 'office', version: '1' } })
    const later = clockOf(events, rule, january(5, '16:00'), [utc, second])
    expect(later).toMatchObject({ due: '2026-01-07T12:00:00Z', waitedSeconds: 3600, calendar: { version: '2' } })
    const kept = clockOf(events, rule, january(5, '16:00'), [utc, second], { deadlines: first.clocks })
    expect(kept).toEqual(first.clocks[0])
    expect(clockOf(events, rule, january(5, '16:00'), [second, utc], { deadlines: [{ clock: 'resolution', cycle: 2, calendar: null }] })).toEqual(
      first.clocks[0],
    )
  })

  it('may be kept under another name, or as none', () => {
    const events = handled(january(5, '09:00'))
    const options = { calendars: { old: utc, office: second } }
    const reference = { kind: 'business-calendar', id: 'office', version: '1' }
    const rule = ruleOf({ target: 'PT12H' })
    const due = (calendar: typeof reference | null): string =>
      clockOf(events, rule, january(5, '09:00'), second, { ...options, deadlines: [{ clock: 'resolution', cycle: 1, calendar }] }).due
    expect(due(reference)).toBe('2026-01-06T13:00:00Z')
    expect(due({ ...reference, version: '2' })).toBe('2026-01-07T13:00:00Z')
    expect(due(null)).toBe('2026-01-05T21:00:00Z')
  })

  it('have lunch breaks, and working days at weekends', () => {
    const events = handled(january(9, '11:00'))
    const clock = clockOf(events, ruleOf({ target: 'PT6H' }), january(9, '11:00'), {
      ...lunch,
      open: [{ date: '2026-01-10', windows: [['10:00', '14:00']] }],
    })
    expect(clock.due).toBe('2026-01-10T11:00:00Z')
    expect(shortTrace(clock)).toEqual(['open-hours 1 h', 'outside-hours 1 h not', 'open-hours 4 h', 'outside-hours 17 h not', 'opened-date 1 h'])
    const opened = { ...lunch, open: [{ date: '2026-01-10', windows: [['10:00', '14:00']] as const }] }
    expect(clockOf(events, ruleOf({ target: { businessDays: 1 } }), january(9, '11:00'), opened).dueDate).toBe('2026-01-10')
  })

  it('go on for years', () => {
    const events = handled(january(5, '09:00'))
    const clock = clockOf(events, ruleOf({ target: 'PT4000H' }), january(5, '09:00'), utc)
    // 500 days of eight hours are 100 weeks.
    expect(clock.due).toBe('2027-12-03T17:00:00Z')
    expect(clock.trace.spans.reduce((sum, { counted, seconds }) => sum + (counted ? seconds : 0), 0)).toBe(4000 * 3600)
  })

  it('are several, in zones of their own, or none', () => {
    const policy = policyOf(
      ruleOf({ id: 'first-response', calendar: 'berlin' }),
      ruleOf({ target: { calendarDays: 1 }, calendar: 'shanghai' }),
      ruleOf({ id: 'always', target: 'PT30H', calendar: undefined }),
      ruleOf({ id: 'again', calendar: 'berlin' }),
    )
    const calendars = {
      berlin: { ...berlinDaily, id: 'berlin' },
      shanghai: { ...calendarOf('Asia/Shanghai', [['09:00', '17:00']]), id: 'shanghai' },
      other: utc,
    }
    const result = complaintClocks(handled('2026-01-09T18:00:00Z'), policy, { at: '2026-01-09T18:00:00Z', definition: eightSteps, calendars })
    expect(result.clocks.map(({ due, dueDate, calendar }) => [due, dueDate, calendar?.id])).toEqual([
      ['2026-01-10T10:00:00Z', null, 'berlin'],
      ['2026-01-11T16:00:00Z', '2026-01-11', 'shanghai'],
      ['2026-01-11T00:00:00Z', null, undefined],
      ['2026-01-10T10:00:00Z', null, 'berlin'],
    ])
    expect(result.clocks[2]?.trace.spans).toEqual([
      {
        from: '2026-01-09T18:00:00Z',
        to: '2026-01-11T00:00:00Z',
        fromLocal: '2026-01-09T18:00:00+00:00',
        toLocal: '2026-01-11T00:00:00+00:00',
        date: '2026-01-09',
        seconds: 108_000,
        counted: true,
        why: 'around-the-clock',
      },
    ])
    expect(result.policies).toEqual([
      { kind: 'clock-policy', id: 'service', version: '1' },
      { kind: 'business-calendar', id: 'berlin', version: '1' },
      { kind: 'business-calendar', id: 'shanghai', version: '1' },
    ])
  })

  it('have days of 23 and 25 hours', () => {
    const newYork = calendarOf('America/New_York', [['00:00', '24:00']], { days: wholeWeek })
    const shifted = (at: string, target: string | { calendarDays: number }, office = newYork): string =>
      clockOf(handled(at), ruleOf({ target }), at, office).due
    expect(shifted('2026-03-08T05:00:00Z', 'PT23H')).toBe('2026-03-09T04:00:00Z')
    expect(shifted('2026-03-07T12:00:00Z', { calendarDays: 1 })).toBe('2026-03-09T04:00:00Z')
    expect(shifted('2026-10-31T12:00:00Z', { calendarDays: 1 })).toBe('2026-11-02T05:00:00Z')
  })

  it('count a date that their zone skips, as addBusinessDays does, though it has no time to be told', () => {
    const apia = calendarOf('Pacific/Apia', [['09:00', '17:00']])
    const received = '2011-12-28T22:00:00Z'
    const clock = clockOf(handled(received), ruleOf({ target: { businessDays: 2 } }), received, apia)
    expect(instantToDate(received, 'Pacific/Apia')).toBe('2011-12-28')
    expect(clock).toMatchObject({ dueDate: addBusinessDays('2011-12-28', 2, apia), due: startOfDay('2011-12-31', 'Pacific/Apia') })
    expect(shortTrace(clock)).toEqual(['receipt-day 12 h not', 'counted-day 1 24 h'])
    const next = clockOf(handled(received), ruleOf({ target: { calendarDays: 3 } }), received, apia)
    expect(next).toMatchObject({ dueDate: '2011-12-31', due: startOfDay('2012-01-01', 'Pacific/Apia') })
    expect(shortTrace(next)).toEqual(['receipt-day 12 h not', 'counted-day 1 24 h', 'counted-day 3 24 h'])
  })

  it('have dates that end twice, where clocks are set back across midnight', () => {
    // At 00:01 on 7 November 2010 it was 23:01 on the 6th again.
    const newfoundland = calendarOf('America/St_Johns', [['09:00', '17:00']], { days: wholeWeek })
    const due = (calendarDays: number): ComplaintClock =>
      clockOf(handled('2010-11-07T02:40:00Z'), ruleOf({ target: { calendarDays } }), '2010-11-07T02:40:00Z', newfoundland)
    expect(instantToDate('2010-11-07T02:40:00Z', 'America/St_Johns')).toBe('2010-11-06')
    expect(due(0)).toMatchObject({ dueDate: '2010-11-06', due: '2010-11-07T03:30:00Z', status: 'running' })
    expect(due(1)).toMatchObject({ dueDate: '2010-11-07', due: startOfDay('2010-11-08', 'America/St_Johns') })
    expect(due(1).trace.spans.map(({ from, to }) => [from, to])).toEqual([
      ['2010-11-07T02:40:00Z', '2010-11-07T03:30:00Z'],
      ['2010-11-07T03:30:00Z', '2010-11-08T03:30:00Z'],
    ])
  })

  it('are kept with deadlines of clocks that the policy has given up, which are passed over', () => {
    const events = handled(january(5, '13:00'))
    const deadlines = [
      { clock: 'given-up', cycle: 1, calendar: { kind: 'business-calendar', id: 'gone', version: '0' } },
      { clock: 'resolution', cycle: 7, calendar: null },
    ]
    const at = january(5, '14:00')
    expect(clockOf(events, ruleOf(), at, utc, { deadlines })).toEqual(clockOf(events, ruleOf(), at, utc))
  })
})

const judged = [
  { type: 'expressSympathy', at: january(5, '10:00') },
  { type: 'judgeComplaint', verdict: 'rejected', grounds: 'x', appealRoute: 'y', at: january(5, '11:00') },
  { type: 'notifyCustomer', at: january(5, '12:00') },
]

describe('complaintClocks: starts and stops', () => {
  it.each([
    ['rejected', judged, 'RejectionFiled', '2026-01-05T12:00:00Z'],
    ['withdrawn', [{ type: 'withdraw', at: january(5, '10:00') }], 'ComplaintWithdrawn', '2026-01-05T10:00:00Z'],
    ['merged', [{ type: 'mergeInto', into: 'C-2', at: january(5, '10:30') }], 'ComplaintMerged', '2026-01-05T10:30:00Z'],
  ])('a complaint that is %s stops every clock', (_, commands, stoppedBy, metAt) => {
    const clock = clockOf(handled(january(5, '09:00'), commands), ruleOf({ target: 'PT8H' }), january(9, '09:00'), utc)
    expect(clock).toMatchObject({ status: 'met', stoppedBy, metAt })
    expect(clock.warning).toBe(false)
  })

  it('stops at the first of several events, not at one before its start', () => {
    const rule = ruleOf({ starts: 'SympathyExpressed', stops: ['ReceiptAcknowledged', 'CustomerNotified', 'ComplaintRejected'] })
    const clock = clockOf(handled(january(5, '09:00'), judged), rule, january(9, '09:00'), utc)
    expect(clock).toMatchObject({
      startedAt: '2026-01-05T10:00:00Z',
      startedBy: 'SympathyExpressed',
      stoppedBy: 'ComplaintRejected',
      usedSeconds: 3600,
    })
  })

  it('is met at the deadline, and breached a moment later; at the end of a date it is too late', () => {
    const stopped = (at: string, rule = ruleOf({ stops: 'SympathyExpressed' })): string =>
      clockOf(handled(january(5, '09:00'), [{ type: 'expressSympathy', at }]), rule, january(20, '09:00'), utc).status
    expect(stopped(january(5, '11:00'))).toBe('met')
    expect(stopped('2026-01-05T11:00:00.000000001Z')).toBe('breached')
    const dated = ruleOf({ stops: 'SympathyExpressed', target: { businessDays: 1 } })
    expect(stopped('2026-01-06T23:59:59.999999999Z', dated)).toBe('met')
    expect(stopped('2026-01-07T00:00:00Z', dated)).toBe('breached')
  })

  it('says which clocks have not started', () => {
    const policy = policyOf(ruleOf(), ruleOf({ id: 'late', starts: 'CustomerNotified' }))
    const result = complaintClocks(handled(january(5, '09:00')), policy, {
      at: january(5, '09:00'),
      definition: eightSteps,
      calendars: { office: utc },
    })
    expect([result.clocks.map(({ clock }) => clock), result.notStarted]).toEqual([['resolution'], ['late']])
  })

  it('starts a linked cycle at a reopening, and leaves the earlier one as it was', () => {
    const policy = policyOf(ruleOf({ target: 'PT8H' }), ruleOf({ id: 'late', starts: 'CauseAnalysed' }))
    const options = { definition: eightSteps, calendars: { office: utc } }
    const first = handled(january(5, '09:00'), judged)
    const again = handled(january(5, '09:00'), [...judged, { type: 'reopen', at: january(12, '10:00'), priority: 'high' }])
    const before = complaintClocks(first, policy, { ...options, at: january(8, '09:00') })
    const after = complaintClocks(again, policy, { ...options, at: january(12, '12:00') })
    expect(after.clocks[0]).toEqual(before.clocks[0])
    expect(after.clocks[1]).toMatchObject({
      clock: 'resolution',
      cycle: 2,
      startedAt: '2026-01-12T10:00:00Z',
      startedBy: 'ComplaintReopened',
      priority: 'high',
    })
    expect(after.clocks[1]).toMatchObject({ due: '2026-01-13T10:00:00Z', usedSeconds: 7200, status: 'running' })
    expect(after.notStarted).toEqual(['late'])
  })

  it('goes on after a reopening with what nothing has stopped, beside the new cycle', () => {
    const rule = ruleOf({ starts: 'ReceiptAcknowledged', stops: 'ComplaintEvaluated', target: { high: 'PT1H', low: 'PT8H' } })
    const disputed = [
      { type: 'expressSympathy', at: january(5, '09:00'), priority: 'low' },
      { type: 'judgeComplaint', verdict: 'upheld', grounds: 'x', at: january(5, '09:00') },
      { type: 'assignDepartment', department: 'works', at: january(5, '09:00') },
      { type: 'analyseCause', cause: 'x', at: january(5, '09:00') },
      { type: 'proposeSolution', remedy: 'x', at: january(5, '09:00') },
      { type: 'approveSolution', by: manager, at: january(5, '09:00') },
      { type: 'notifyCustomer', at: january(5, '10:00') },
      { type: 'recordCustomerResponse', response: 'disputed', at: january(5, '11:00') },
      { type: 'reopen', at: january(5, '12:00'), priority: 'high' },
    ]
    const { clocks } = complaintClocks(handled(january(5, '09:00'), disputed), policyOf(rule), {
      at: january(5, '13:30'),
      definition: eightSteps,
      calendars: { office: utc },
    })
    expect(clocks.map(({ cycle, status, priority, startedBy, stoppedBy, metAt }) => [cycle, status, priority, startedBy, stoppedBy, metAt])).toEqual([
      [1, 'breached', 'high', 'ReceiptAcknowledged', undefined, undefined],
      [2, 'breached', 'high', 'ComplaintReopened', undefined, undefined],
    ])
  })

  it('can start where a complaint ends', () => {
    const rule = ruleOf({ starts: 'RejectionFiled', stops: 'ComplaintReopened' })
    expect(clockOf(handled(january(5, '09:00'), judged), rule, january(5, '13:00'), utc)).toMatchObject({ status: 'running', usedSeconds: 3600 })
  })

  it('of the time after the end waits for its event again in the next cycle, and is not met by the next end', () => {
    const policy = policyOf(ruleOf({ id: 'archive', starts: 'RejectionFiled', stops: 'ComplaintEvaluated', target: 'PT8H' }))
    const again = judged.map((command) => ({ ...command, at: command.at.replace('01-05', '01-12') }))
    const told = [...judged, { type: 'reopen', at: january(12, '09:00') }, ...again]
    const options = { definition: eightSteps, calendars: { office: utc } }
    const runs = (at: string): unknown[] =>
      complaintClocks(handled(january(5, '09:00'), told), policy, { ...options, at }).clocks.map((clock) => [
        clock.cycle,
        clock.startedAt,
        clock.metAt,
        clock.status,
      ])
    const first = [1, '2026-01-05T12:00:00Z', '2026-01-12T09:00:00Z', 'breached']
    expect(runs(january(12, '11:00'))).toEqual([first])
    expect(runs(january(12, '13:00'))).toEqual([first, [2, '2026-01-12T12:00:00Z', undefined, 'running']])
  })

  it('are those of a replay where events do not say their cycle', () => {
    const told = handled(january(5, '09:00'), [...judged, { type: 'reopen', at: january(12, '10:00') }])
    const bare = told.map(({ cycle: _, command: __, following: ___, ...event }) => event) as readonly ComplaintEvent[]
    const options = { definition: eightSteps, calendars: { office: utc }, at: january(12, '12:00') }
    const { clocks } = complaintClocks(bare, policyOf(ruleOf()), options)
    expect(clocks.map(({ cycle, startedBy }) => [cycle, startedBy])).toEqual([
      [1, 'ComplaintRecorded'],
      [2, 'ComplaintReopened'],
    ])
    expect(complaintClocks(told, policyOf(ruleOf()), options).clocks).toEqual(clocks)
  })

  it('is met at once where a complaint is over as it begins', () => {
    const register: WorkflowDefinition = {
      kind: 'complaint-workflow',
      id: 'register',
      version: '1',
      initial: 'noted',
      steps: { noted: { title: 'Noted', final: true, moves: [{ on: 'recall', to: 'noted', emits: ['ComplaintRecalled'] }] } },
      opening: { needs: [], emits: ['ComplaintRecorded'] },
    }
    const event = { type: 'ComplaintRecorded', at: january(5, '09:00'), by: manager, complaint: 'C-1', sequence: 1, step: 'noted' }
    const events = [{ ...event, definition: { id: 'register', version: '1' } }] as readonly ComplaintEvent[]
    const clock = clockOf(events, ruleOf({ stops: 'ComplaintRecalled' }), january(7, '09:00'), utc, { definition: register })
    expect(clock).toMatchObject({ status: 'met', stoppedBy: 'ComplaintRecorded', metAt: '2026-01-05T09:00:00Z', usedSeconds: 0, leftSeconds: 7200 })
  })

  it('reads each event under its own version, with what that says of waits', () => {
    const strict = structuredClone(eightSteps) as { version: string; steps: { [step: string]: object } }
    const second = {
      ...strict,
      version: '2',
      steps: { ...strict.steps, 'awaiting-customer': { ...strict.steps['awaiting-customer'], clocks: {} } },
    } as unknown as WorkflowDefinition
    const events = handled(january(5, '09:00'), waited(january(5, '10:00')))
    const migration = migrateComplaint(
      { state: replayComplaint(events, eightSteps), at: january(5, '12:00'), by: manager },
      { from: eightSteps, to: second },
    )
    const migrated = [...events, ...(migration.ok ? migration.events : [])]
    const definition = [eightSteps, second]
    const clock = clockOf(migrated, ruleOf(), january(5, '12:30'), utc, { definition })
    expect(clock).toMatchObject({ waitedSeconds: 7200, status: 'running', due: '2026-01-05T13:00:00Z' })
    expect(clockOf(migrated, ruleOf({ stops: 'ComplaintMigrated', target: 'PT8H' }), january(5, '12:30'), utc, { definition })).toMatchObject({
      status: 'met',
    })
  })
})

describe('complaintClocks: extensions', () => {
  const rule = ruleOf({ target: 'PT2H', extendedBy: 'DeadlineExtended', warnAtPercent: 50 })

  it('move the deadline to the end of a date in the zone, if that is later', () => {
    const office = calendarOf('Asia/Shanghai', [['09:00', '17:00']])
    const events = handled('2026-01-05T09:00:00+08:00', [
      extended('2026-01-05T10:00:00+08:00', '2026-01-07'),
      extended('2026-01-05T11:00:00+08:00', '2026-01-06'),
    ])
    const clock = clockOf(events, rule, '2026-01-07T20:00:00+08:00', office)
    expect(clock).toMatchObject({
      due: '2026-01-07T16:00:00Z',
      dueDate: '2026-01-07',
      extendedTo: '2026-01-07',
      status: 'running',
      targetSeconds: 7200,
    })
    // Of the extension only the hours that are open count, as in what is used.
    expect(shortTrace(clock)).toEqual([
      'open-hours 2 h',
      'extension 6 h',
      'outside-hours 16 h not',
      'extension 8 h',
      'outside-hours 16 h not',
      'extension 8 h',
      'outside-hours 7 h not',
    ])
    // Half of the 24 open hours until then: 8 on Monday, 4 on Tuesday.
    expect(clock).toMatchObject({ warnAt: '2026-01-06T05:00:00Z', warning: true, usedSeconds: 24 * 3600, leftSeconds: 0 })
    expect(clockOf(events, rule, '2026-01-08T00:00:00+08:00', office).status).toBe('breached')
    expect(
      clockOf(events, ruleOf({ target: { businessDays: 3 }, extendedBy: 'DeadlineExtended' }), '2026-01-05T12:00:00+08:00', office),
    ).toMatchObject({
      dueDate: '2026-01-08',
      extendedTo: null,
    })
  })

  it('are for the clock that they name, or for all that they extend; in UTC around the clock', () => {
    const events = handled(january(5, '09:00'), [
      extended(january(5, '10:00'), '2026-01-07', { clock: 'resolution' }),
      extended(january(5, '10:00'), '2026-01-06'),
    ])
    const policy = policyOf({ ...rule, calendar: undefined }, { ...rule, id: 'first-response' }, ruleOf({ id: 'third' }))
    const { clocks } = complaintClocks(events, policy, { at: january(5, '10:00'), definition: eightSteps, calendars: { office: utc } })
    expect(clocks.map(({ due }) => due)).toEqual(['2026-01-08T00:00:00Z', '2026-01-07T00:00:00Z', '2026-01-05T11:00:00Z'])
  })

  it('come too late once the clock has stopped, but not once the deadline has passed', () => {
    const sympathy = { type: 'expressSympathy', at: january(5, '12:00') }
    const late = extended(january(5, '13:00'), '2026-01-09')
    const stops = { ...rule, stops: 'SympathyExpressed' }
    expect(clockOf(handled(january(5, '09:00'), [sympathy, late]), stops, january(6, '09:00'), utc)).toMatchObject({
      status: 'breached',
      extendedTo: null,
    })
    expect(clockOf(handled(january(5, '09:00'), [late]), stops, january(6, '09:00'), utc)).toMatchObject({
      status: 'running',
      extendedTo: '2026-01-09',
    })
  })

  it('count on while the complaint waits', () => {
    const events = handled(january(5, '09:00'), [extended(january(5, '10:00'), '2026-01-07'), ...waited(january(5, '12:00'))])
    expect(clockOf(events, rule, january(5, '14:00'), utc)).toMatchObject({ status: 'waiting', due: '2026-01-08T00:00:00Z', waitedSeconds: 7200 })
  })
})

describe('complaintClocks: deadlines that had passed', () => {
  const rule = ruleOf({ target: { high: 'PT4H', otherwise: 'PT40H' }, extendedBy: 'DeadlineExtended' })
  const told = (at: string, ...commands: NonNullable<Parameters<typeof handled>[1]>): unknown => {
    const high = { type: 'changePriority', priority: 'high', at: january(5, '09:00') }
    const { due, status, passed } = clockOf(handled(january(5, '09:00'), [high, ...commands]), rule, at, utc)
    return [due, status, passed]
  }
  const lowered = { type: 'changePriority', priority: 'low', at: january(6, '10:00') }

  it('are told where a lower priority or an extension moved them', () => {
    const passed = { due: '2026-01-05T13:00:00Z', dueDate: null, movedAt: '2026-01-06T10:00:00Z' }
    expect(told(january(6, '11:00'), lowered)).toEqual(['2026-01-09T17:00:00Z', 'running', [{ ...passed, movedBy: 'PriorityChanged' }]])
    expect(told(january(6, '11:00'), extended(january(6, '10:00'), '2026-01-07'))).toEqual([
      '2026-01-08T00:00:00Z',
      'running',
      [{ ...passed, movedBy: 'DeadlineExtended' }],
    ])
  })

  it('are none where the deadline was still to come, or did not move', () => {
    expect(told(january(5, '12:00'), { ...lowered, at: january(5, '11:00') })).toEqual(['2026-01-09T17:00:00Z', 'running', []])
    expect(told(january(6, '11:00'), { ...lowered, priority: 'high' })).toEqual(['2026-01-05T13:00:00Z', 'breached', []])
    expect(told(january(6, '11:00'), extended(january(6, '10:00'), '2026-01-04'))).toEqual(['2026-01-05T13:00:00Z', 'breached', []])
  })

  it('knew of the waits before they were moved', () => {
    // Four hours from Monday at nine, of which the customer took two: until three.
    const waits = waited(january(5, '10:00'), january(5, '12:00'))
    expect(told(january(6, '11:00'), ...waits, lowered)).toMatchObject(['2026-01-12T11:00:00Z', 'running', [{ due: '2026-01-05T15:00:00Z' }]])
    expect(told(january(5, '16:00'), ...waits, { ...lowered, at: january(5, '14:30') })).toMatchObject(['2026-01-12T11:00:00Z', 'running', []])
  })
})

describe('complaintClocks: targets by priority', () => {
  it('take the one for all others where the priority has none of its own, or none was told', () => {
    const rule = ruleOf({ target: { high: 'PT4H', otherwise: { businessDays: 1 } } })
    const due = (...commands: NonNullable<Parameters<typeof handled>[1]>): unknown =>
      clockOf(handled(january(5, '09:00'), commands), rule, january(5, '10:00'), utc).due
    expect(due()).toBe('2026-01-07T00:00:00Z')
    expect(due({ type: 'changePriority', priority: 'low', at: january(5, '09:00') })).toBe('2026-01-07T00:00:00Z')
    expect(due({ type: 'changePriority', priority: 'high', at: january(5, '09:00') })).toBe('2026-01-05T13:00:00Z')
  })
})

describe('complaintClocks: moments', () => {
  const events = handled(january(5, '09:00'), [
    ...waited(january(5, '10:00'), january(5, '11:00')),
    { type: 'expressSympathy', at: january(5, '12:00') },
  ])
  const rule = ruleOf({ stops: 'SympathyExpressed', target: 'PT4H' })

  it('in the past are looked at as they were', () => {
    expect(clockOf(events, rule, january(5, '10:30'), utc)).toEqual(clockOf(events.slice(0, 3), rule, january(5, '10:30'), utc))
    expect(clockOf(events, rule, january(5, '10:30'), utc)).toMatchObject({ status: 'waiting', due: '2026-01-05T13:30:00Z' })
  })

  it('that step back are taken for those before them', () => {
    const back = events.map((event, index) => (index === 3 ? { ...event, at: january(5, '09:30') } : event))
    // The wait is over the moment it begins.
    expect(clockOf(back, rule, january(5, '11:00'), utc)).toMatchObject({ waitedSeconds: 0, due: '2026-01-05T13:00:00Z' })
    expect(clockOf(back, rule, january(5, '09:45'), utc)).toMatchObject({ status: 'running', usedSeconds: 2700 })
  })

  it('have offsets, and fractions of a second', () => {
    const clock = clockOf(handled('2026-01-05T10:00:00.25+01:00'), ruleOf(), '2026-01-05T09:00:01Z', utc)
    expect(clock).toMatchObject({ startedAt: '2026-01-05T09:00:00.25Z', due: '2026-01-05T11:00:00.25Z', usedSeconds: 0.75, leftSeconds: 7199.25 })
  })

  it('leave input as it is', () => {
    const frozen = deepFreeze(structuredClone({ events, rule, utc })) as { events: readonly ComplaintEvent[]; rule: typeof rule; utc: typeof utc }
    expect(clockOf(frozen.events, frozen.rule, january(5, '13:00'), frozen.utc)).toEqual(clockOf(events, rule, january(5, '13:00'), utc))
  })
})
