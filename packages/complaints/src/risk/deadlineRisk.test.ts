import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { calendarOf, policyOf, ruleOf } from '../../testing/clocks.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { manager } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { hoursAfter, logOf, randomLogs } from '../../testing/logs.js'
import { spoil } from '../../testing/spoil.js'
import {
  type ClockRule,
  type ComplaintClock,
  type ComplaintEvent,
  complaintClocks,
  type DeadlineRecord,
  type DeadlineRisk,
  type DeadlineRiskOptions,
  deadlineRisk,
} from '../index.js'
import { eightSteps } from '../templates.js'

const start = '2024-03-01T00:00:00Z'
const at = '2024-03-20T00:00:00Z'
const office = calendarOf('Asia/Shanghai', [['09:00', '17:00']])

/** Ten hours around the clock, standing still while the customer is awaited. */
const { calendar: _, ...tenHours } = ruleOf({ target: 'PT10H' })

const risk = (history: unknown, options: unknown = { at }): DeadlineRisk => deadlineRisk(history as DeadlineRecord[], options as DeadlineRiskOptions)

function recordOf(events: readonly ComplaintEvent[], { rule = tenHours, until = at }: { rule?: ClockRule; until?: string } = {}): DeadlineRecord {
  return { events, clocks: complaintClocks(events, policyOf(rule), { at: until, definition: eightSteps, calendars: { office } }).clocks }
}

const judged = (hours: number) =>
  [
    [0, { type: 'expressSympathy' }],
    [hours, { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' }],
  ] as const
const withdrawn = (hours: number) => [hours, { type: 'withdraw' }] as const
const pastLog = (complaint: string, ...commands: Parameters<typeof logOf>[2] & object) => recordOf(logOf(complaint, start, commands))
/** An open complaint whose clock has run for so many hours by `at`. */
const openLog = (complaint: string, age: number, ...commands: Parameters<typeof logOf>[2] & object) =>
  recordOf(logOf(complaint, hoursAfter(at, -age), commands))

const past = [
  // Met: recorded until 2 h, accepted until 8 h.
  pastLog('P-1', ...judged(2), withdrawn(8)),
  // Missed: recorded until 1 h, accepted until 12 h, of which the last two lie after the deadline.
  pastLog('P-2', ...judged(1), withdrawn(12)),
  // Missed, and open still: recorded until 5 h.
  pastLog('P-3', ...judged(5)),
  // Met: recorded until 1 h.
  pastLog('P-4', withdrawn(1)),
]

describe('deadlineRisk', () => {
  it('compares with those that stood in the same step and department at the same age, worked out by hand', () => {
    const result = risk(deepFreeze([openLog('O-1', 3, ...judged(1)), ...past, openLog('O-2', 1.5)]), deepFreeze({ at }))
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
    const common = { clock: 'resolution', cycle: 1, department: null }
    expect(result).toEqual({
      at,
      risks: [
        // At 3 h, P-1 and P-2 stood here, P-3 did not yet.
        { ...common, complaint: 'O-1', step: 'accepted', ageSeconds: 10_800, sample: 2, breached: 1, breachRate: 0.5 },
        // At 1.5 h, P-1 and P-3 stood here still.
        { ...common, complaint: 'O-2', step: 'recorded', ageSeconds: 5400, sample: 2, breached: 1, breachRate: 0.5 },
      ],
      steps: [
        { clock: 'resolution', step: 'accepted', department: null, sample: 3, breached: 2, breachRate: 2 / 3 },
        { clock: 'resolution', step: 'recorded', department: null, sample: 4, breached: 2, breachRate: 0.5 },
      ],
      diagnoses: [
        { code: 'small-sample', params: { complaint: 'O-1', clock: 'resolution', sample: 2 } },
        { code: 'small-sample', params: { complaint: 'O-2', clock: 'resolution', sample: 2 } },
      ],
      rejected: [],
    })
  })

  it.each([
    // Whoever leaves at an age is gone, whoever comes at it is there.
    [1, [], 2, 1],
    [2, [], 1, 1],
    [2, judged(0.5), 2, 1],
    [5, judged(0.5), 3, 2],
    [8, judged(0.5), 2, 2],
    // Not missed yet, as those two were not at that age.
    [10, judged(0.5), 2, 2],
  ] as const)('at %d h, after %j', (age, commands, sample, breached) => {
    expect(risk([...past, openLog('O-1', age, ...commands)]).risks).toMatchObject([{ sample, breached, breachRate: breached / sample }])
  })

  it('tells departments apart, and says where there is nothing to compare with', () => {
    const assigned = (department: string) => [...judged(1), [2, { type: 'assignDepartment', department }]] as const
    const history = [
      pastLog('P-1', ...assigned('works'), withdrawn(8)),
      pastLog('P-2', ...assigned('works'), [3, { type: 'assignDepartment', department: 'shop' }]),
      openLog('O-1', 4, ...assigned('works')),
      openLog('O-2', 4, ...assigned('shop')),
      openLog('O-3', 4, ...assigned('office')),
    ]
    const { risks, steps, diagnoses } = risk(history)
    expect(risks.map(({ complaint, department, sample, breachRate }) => [complaint, department, sample, breachRate])).toEqual([
      ['O-2', 'shop', 1, 1],
      ['O-1', 'works', 1, 0],
      ['O-3', 'office', 0, null],
    ])
    expect(steps.map(({ step, department, sample, breached }) => [step, department, sample, breached])).toEqual([
      ['accepted', null, 2, 1],
      ['assigned', 'shop', 1, 1],
      ['assigned', 'works', 2, 1],
      ['recorded', null, 2, 1],
    ])
    expect(diagnoses.at(-1)).toEqual({ code: 'nothing-to-compare', params: { complaint: 'O-3', clock: 'resolution' } })
  })

  it('finds ten no small sample', () => {
    const ten = Array.from({ length: 10 }, (_, index) => pastLog(`P-${index}`, ...judged(1), withdrawn(index < 3 ? 11 : 9)))
    const { risks, diagnoses } = risk([...ten, openLog('O-1', 5, ...judged(1))])
    expect(risks).toMatchObject([{ sample: 10, breached: 3, breachRate: 0.3 }])
    expect(diagnoses).toEqual([])
  })

  it('reads the time used off the trace: business time, waits left out', () => {
    // 2024-03-04 is a Monday; 09:00 in Shanghai is 01:00Z. Judged after 4 open hours, at 13:00; withdrawn on Tuesday at 16:00, after 8 + 7 h.
    const rule = ruleOf({ target: 'PT20H' })
    const first = recordOf(logOf('P-1', '2024-03-04T01:00:00Z', [...judged(4), withdrawn(31)]), { rule })
    // Waits on Tuesday from 09:00 to 15:00: of 15 h, 6 do not count.
    const second = recordOf(
      logOf('P-2', '2024-03-04T01:00:00Z', [...judged(4), [24, { type: 'awaitCustomer' }], [30, { type: 'customerReplied' }], withdrawn(31)]),
      { rule },
    )
    const recorded = '2024-03-11T01:00:00Z'
    const agedBy = (hours: number) => {
      const until = hoursAfter(recorded, hours)
      return risk([first, second, recordOf(logOf('O-1', recorded, judged(4)), { rule, until })], { at: until }).risks[0]
    }
    // At 8.5 h the second is back from its wait; at 9 h it is gone; at 15 h so is the first.
    expect([4, 24.5, 24.99, 25, 30.99, 31].map((hours) => agedBy(hours)?.sample)).toEqual([2, 2, 2, 1, 1, 0])
    expect(agedBy(24.5)?.ageSeconds).toBe(8.5 * 3600)
  })

  it('takes the time that has passed for the age, where the target is in days', () => {
    const rule = ruleOf({ target: { businessDays: 3 } })
    const record = recordOf(logOf('P-1', '2024-03-01T01:00:00Z', [...judged(48), withdrawn(72)]), { rule })
    const open = (age: number) => recordOf(logOf('O-1', hoursAfter(at, -age), judged(1)), { rule })
    // Friday to Monday: recorded for two days, of which the weekend is no business day; accepted for one.
    expect([47, 48, 71, 72].map((age) => risk([record, open(age)]).risks[0]?.sample)).toEqual([0, 1, 1, 0])
    // Waits are time that has passed.
    const waiting = [
      [1, { type: 'awaitCustomer' }],
      [7, { type: 'customerReplied' }],
    ] as const
    const waited = recordOf(logOf('P-1', '2024-03-01T01:00:00Z', [...waiting, withdrawn(72)]), { rule })
    const back = (age: number) => recordOf(logOf('O-1', hoursAfter(at, -age), waiting), { rule })
    expect([6, 7, 8, 72].map((age) => risk([waited, back(age)]).risks[0])).toMatchObject([
      { step: 'awaiting-customer', ageSeconds: 6 * 3600, sample: 1 },
      { step: 'recorded', ageSeconds: 7 * 3600, sample: 1 },
      { step: 'recorded', ageSeconds: 8 * 3600, sample: 1 },
      { step: 'recorded', ageSeconds: 72 * 3600, sample: 0 },
    ])
  })

  it('looks at nothing later: clocks not yet started, not yet decided; events not yet happened', () => {
    const early = hoursAfter(start, 1.5)
    const history = [...past, recordOf(logOf('O-1', start, judged(8)), { until: early }), openLog('O-9', 3)]
    // Only P-4 was decided, an hour after the start; no one else was past its deadline.
    expect(risk(history, { at: early })).toMatchObject({
      risks: [{ complaint: 'O-1', step: 'recorded', ageSeconds: 5400, sample: 0 }],
      steps: [{ step: 'recorded', sample: 1, breached: 0 }],
    })
    // P-3 is missed a moment after its deadline.
    const sampleAt = (hours: number) => risk(past, { at: hoursAfter(start, hours) }).steps.find(({ step }) => step === 'recorded')
    expect([9.99, 10, 10.01].map((hours) => sampleAt(hours)?.sample)).toEqual([2, 2, 4])
  })

  it('finds those that stood still where an open one stands still', () => {
    const waiting = (hours: number, age: number, ...more: Parameters<typeof logOf>[2] & object) =>
      [[hours, { type: 'awaitCustomer' }], [hours + age, { type: 'customerReplied' }], ...more] as const
    const history = [
      pastLog('P-1', ...waiting(2, 20), withdrawn(25)),
      pastLog('P-2', ...waiting(2, 1), withdrawn(50)),
      pastLog('P-3', ...waiting(1, 20), withdrawn(30)),
      // Twice at the same age: one clock all the same.
      pastLog('P-4', ...waiting(2, 1, [3, { type: 'awaitCustomer' }], [5, { type: 'customerReplied' }]), withdrawn(6)),
      openLog('O-1', 30, [2, { type: 'awaitCustomer' }]),
    ]
    expect(risk(history).risks).toMatchObject([{ step: 'awaiting-customer', ageSeconds: 7200, sample: 3, breached: 1 }])
  })

  it('counts a step that a complaint passed through in no time', () => {
    const rule = { ...tenHours, stops: 'ComplaintAccepted' }
    const accepted = (complaint: string, hours: number) => recordOf(logOf(complaint, start, judged(hours)), { rule })
    const { risks, steps } = risk([accepted('P-1', 0), accepted('P-2', 0), accepted('P-3', 20), recordOf(logOf('O-1', at), { rule })])
    expect(risks).toMatchObject([{ ageSeconds: 0, sample: 3, breached: 1 }])
    expect(steps).toEqual([{ clock: 'resolution', step: 'recorded', department: null, sample: 3, breached: 1, breachRate: 1 / 3 }])
  })

  it('counts a step only where the clock ran in it', () => {
    const rule = { ...tenHours, starts: 'ComplaintAccepted' }
    const { steps } = risk([recordOf(logOf('P-1', start, [...judged(2), withdrawn(8)]), { rule })])
    expect(steps.map(({ step }) => step)).toEqual(['accepted'])
  })

  it('of none, and in any order', () => {
    expect(risk([])).toEqual({ at, risks: [], steps: [], diagnoses: [], rejected: [] })
    const history = [...past, openLog('O-1', 3, ...judged(1)), openLog('O-2', 3, ...judged(1)), openLog('__proto__', 1)]
    expect(risk([...history].reverse())).toEqual(risk(history))
    expect(risk(history, { at: '2024-03-20T08:00:00+08:00' }).at).toBe(at)
  })
})

describe('deadlineRisk: laws', () => {
  const rules: fc.Arbitrary<ClockRule> = fc.constantFrom(
    tenHours,
    { ...tenHours, target: 'PT80H', mayWait: false, extendedBy: 'DeadlineExtended' },
    { ...tenHours, target: { high: 'PT20H', low: 'PT90H' } },
    { ...tenHours, starts: 'SympathyExpressed', stops: 'ComplaintAccepted', target: 'PT40H' },
    ruleOf({ target: 'PT30H' }),
    ruleOf({ target: 'PT8H', extendedBy: 'DeadlineExtended' }),
    ruleOf({ target: 'PT60H', mayWait: false }),
    ruleOf({ target: { calendarDays: 3 } }),
    ruleOf({ target: { businessDays: 2 }, mayWait: false }),
  )
  const NOON = '2024-03-07T12:00:00Z'
  const now = Date.parse(NOON)
  const isOpen = ({ status }: ComplaintClock): boolean => status === 'running' || status === 'waiting'

  it('counts as one that looks at every half an hour of every past clock for every open one', () => {
    let compared = 0
    fc.assert(
      fc.property(randomLogs(), rules, (logs, rule) => {
        const records = logs
          .map((log) =>
            log.map((event, index) => (index === 0 || 'priority' in event ? { ...event, priority: index % 2 === 0 ? 'low' : 'high' } : event)),
          )
          .filter(([first]) => first !== undefined && Date.parse(first.at) <= now)
          .map((log) => recordOf(log, { rule, until: NOON }))
        const { risks } = risk(records, { at: NOON })
        const all = records.flatMap(({ events, clocks }) => clocks.map((clock) => ({ events, clock })))
        expect(risks).toHaveLength(all.filter(({ clock }) => isOpen(clock)).length)
        for (const { complaint, cycle, step, department, ageSeconds, sample, breached } of risks) {
          const open = all.find(({ events, clock }) => events[0]?.complaint === complaint && clock.cycle === cycle)?.clock as ComplaintClock
          expect(ageSeconds).toBe(usedBy(open, now))
          const matching = all.filter(({ events, clock }) => !isOpen(clock) && stoodAt(events, clock, { step, department }, ageSeconds))
          expect(sample).toBe(matching.length)
          expect(breached).toBe(matching.filter(({ clock }) => clock.status === 'breached').length)
          compared += sample
        }
      }),
      { numRuns: 300, seed: 10 },
    )
    expect(compared).toBeGreaterThan(25)
  })

  const HALF_AN_HOUR = 1_800_000

  /** Of a target in days all time counts. */
  function usedBy({ trace, startedAt, targetSeconds }: ComplaintClock, moment: number): number {
    if (targetSeconds === null) return Math.max(moment - Date.parse(startedAt), 0) / 1000
    const parts = trace.spans.filter(({ counted }) => counted).map(({ from, to }) => Math.min(Date.parse(to), moment) - Date.parse(from))
    return parts.reduce((sum, part) => sum + Math.max(part, 0), 0) / 1000
  }

  /** Whether a complaint stood in a place at some moment, not after the deadline, at which a clock had used so much time. */
  function stoodAt(events: readonly ComplaintEvent[], clock: ComplaintClock, place: object, age: number): boolean {
    let latest = 0
    let department: unknown = null
    const moments = events.map((event) => {
      latest = Math.max(latest, Date.parse(event.at))
      department = event['department'] ?? department
      return { type: event.type, moment: latest, place: { step: event.step, department } }
    })
    const isAt = (type: string | undefined, at: string | undefined) => (one: (typeof moments)[number]) =>
      one.type === type && at !== undefined && one.moment === Date.parse(at)
    const start = moments.findIndex(isAt(clock.startedBy, clock.startedAt))
    const stop = moments.findIndex((one, index) => index > start && isAt(clock.stoppedBy, clock.metAt)(one))
    const run = moments.slice(0, stop === -1 ? undefined : stop)
    const end = stop === -1 ? now : (moments[stop]?.moment as number)
    return run.some((one, index) => {
      if (JSON.stringify(one.place) !== JSON.stringify(place) || index < start) return false
      const to = Math.min(run[index + 1]?.moment ?? end, end)
      for (let moment = one.moment; moment === one.moment || moment < to; moment += HALF_AN_HOUR) {
        if (moment <= Date.parse(clock.due) && moment <= now && usedBy(clock, moment) === age) return true
      }
      return false
    })
  }
})

describe('deadlineRisk: bad input', () => {
  const record = past[0] as DeadlineRecord
  const [clock] = record.clocks as [ComplaintClock]
  const withClock = (more: object): unknown => ({ ...record, clocks: [{ ...clock, ...more }] })
  const [span, ...spans] = clock.trace.spans

  it('tells what is wrong with the arguments', () => {
    for (const [value, code] of [...badLists, [undefined, 'missing'] as const]) expect(issuesOf(() => risk(value))).toEqual([[code, ['history']]])
    for (const [value, code] of badRecords) {
      expect(issuesOf(() => deadlineRisk([], value as DeadlineRiskOptions))).toEqual([[code, ['options']]])
      expect(issuesOf(() => risk([value]))).toEqual([[code, ['history', 0]]])
    }
    expect(issuesOf(() => risk([], {}))).toEqual([['missing', ['options', 'at']]])
    expect(issuesOf(() => risk([], { at: '2024-03-01', invalid: 'no', asOf: 1 }))).toEqual([
      ['unknown-key', ['options', 'asOf']],
      ['not-allowed', ['options', 'invalid']],
      ['not-a-moment', ['options', 'at']],
    ])
    expect(issuesOf(() => risk([{}]))).toEqual([
      ['missing', ['history', 0, 'events']],
      ['missing', ['history', 0, 'clocks']],
    ])
    expect(issuesOf(() => risk([{ ...record, complaint: 'P-1' }]))).toEqual([['unknown-key', ['history', 0, 'complaint']]])
    expect(issuesOf(() => risk([{ ...record, events: record.events.slice(1) }]))).toEqual([
      ['out-of-sequence', ['history', 0, 'events', 0, 'sequence']],
    ])
    expect(issuesOf(() => risk([record, record]))).toEqual([['duplicate', ['history', 1, 'events', 0, 'complaint']]])
    expect(issuesOf(() => risk([{ ...record, clocks: [clock, clock] }]))).toEqual([['duplicate', ['history', 0, 'clocks', 1, 'clock']]])
  })

  it.each<[object, string, (string | number)[]]>([
    [{ clock: '' }, 'empty', ['clock']],
    [{ clock: 1n }, 'wrong-type', ['clock']],
    [{ cycle: 0 }, 'too-small', ['cycle']],
    [{ cycle: 1.5 }, 'not-an-integer', ['cycle']],
    [{ status: 'late' }, 'not-allowed', ['status']],
    [{ startedAt: 'x' }, 'not-a-moment', ['startedAt']],
    [{ startedBy: '' }, 'empty', ['startedBy']],
    [{ stoppedBy: 7 }, 'wrong-type', ['stoppedBy']],
    [{ dueDate: undefined }, 'missing', ['dueDate']],
    [{ waitedSeconds: -1 }, 'too-small', ['waitedSeconds']],
    [{ due: undefined }, 'missing', ['due']],
    [{ metAt: null }, 'not-a-moment', ['metAt']],
    [{ metAt: undefined }, 'missing', ['metAt']],
    [{ usedSeconds: Number.NaN }, 'wrong-type', ['usedSeconds']],
    [{ usedSeconds: '1' }, 'wrong-type', ['usedSeconds']],
    [{ usedSeconds: -1 }, 'too-small', ['usedSeconds']],
    [{ usedSeconds: undefined }, 'missing', ['usedSeconds']],
    [{ targetSeconds: 'x' }, 'wrong-type', ['targetSeconds']],
    [{ trace: null }, 'wrong-type', ['trace']],
    [{ trace: { spans: {} } }, 'wrong-type', ['trace', 'spans']],
    [{ trace: { spans: [null] } }, 'wrong-type', ['trace', 'spans', 0]],
    [{ trace: { spans: [{ ...span, counted: 1 }] } }, 'wrong-type', ['trace', 'spans', 0, 'counted']],
    [{ trace: { spans: [{ ...span, why: 7 }] } }, 'wrong-type', ['trace', 'spans', 0, 'why']],
    [{ trace: { spans: [{ ...span, from: at }, ...spans] } }, 'outdated-input', ['trace', 'spans', 0, 'from']],
    [{ trace: { spans: [{ ...span, to: '2024-02-01T00:00:00Z' }] } }, 'too-small', ['trace', 'spans', 0, 'to']],
  ])('clock %o', (more, code, path) => {
    const spoiled = withClock(more)
    const found = issuesOf(() => risk([spoiled])) as [string, unknown[]][]
    expect(found[0]).toEqual([code, ['history', 0, 'clocks', 0, ...path]])
    const { rejected, diagnoses } = risk([spoiled, past[1]], { at, invalid: 'collect' })
    expect(rejected.map(({ index }) => index)).toEqual([0])
    expect(diagnoses).toEqual([{ code: 'rejected', params: { count: 1 } }])
  })

  it('throws nothing but input errors, whatever is put wrong', () => {
    const extended = logOf('C-9', start, [[1, { type: 'extendDeadline', until: '2024-03-09', by: manager }]])
    const subject = { history: [record, recordOf(extended)], options: { at, invalid: 'throw' } }
    fc.assert(
      fc.property(spoil(subject), (spoiled) => {
        const { history, options } = { ...(spoiled as typeof subject | null) }
        issuesOf(() => expect(JSON.parse(JSON.stringify(risk(history, options)))).toBeDefined())
      }),
    )
  })
})
