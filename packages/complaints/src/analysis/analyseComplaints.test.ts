import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords } from '../../../core/testing/badInput.js'
import { calendarOf, policyOf, ruleOf } from '../../testing/clocks.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { manager } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { logOf, randomLogs } from '../../testing/logs.js'
import { spoil } from '../../testing/spoil.js'
import { withoutAnalysis } from '../../testing/withoutAnalysis.js'
import {
  analyseComplaints,
  type ComplaintAnalysis,
  type ComplaintAnalysisOptions,
  type ComplaintEvent,
  migrateComplaint,
  replayComplaint,
  type WorkflowDefinition,
} from '../index.js'
import { complaintTaxonomy, counterService, eightSteps } from '../templates.js'

const upheld = [
  [0, { type: 'expressSympathy' }],
  [1, { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' }],
] as const
const caused = (cause: string, department: string) =>
  [...upheld, [2, { type: 'assignDepartment', department }], [4, { type: 'analyseCause', cause }]] as const
const proposed = (hours: number, amount: number, currency = 'CNY') => [hours, { type: 'proposeSolution', remedy: 'money', amount, currency }] as const
const sentBack = (hours: number) => [hours, { type: 'sendBack', by: manager }] as const
const approved = (hours: number) => [hours, { type: 'approveSolution', by: { id: 'zhao', role: 'director' } }] as const
const settling = (hours: number, response = 'accepted', more: object = {}) =>
  [
    [hours, { type: 'notifyCustomer' }],
    [hours + 1, { type: 'carryOutSolution' }],
    [hours + 1.5, { type: 'recordCustomerResponse', response, ...more }],
  ] as const

/** Sent back once, then settled: closed after 12 hours. */
const settledLog = logOf('C-1', '2024-03-01T09:00:00Z', [
  ...caused('product-or-service-defect', 'works'),
  proposed(5, 120),
  sentBack(6),
  proposed(7, 100),
  approved(9),
  ...settling(10, 'accepted', { satisfaction: 4 }),
  [12, { type: 'evaluateComplaint' }],
])
/** Waits two hours for the customer, then withdrawn: closed after 4 hours. */
const withdrawnLog = logOf(
  'C-2',
  '2024-03-02T09:00:00Z',
  [
    [1, { type: 'awaitCustomer' }],
    [3, { type: 'customerReplied' }],
    [4, { type: 'withdraw' }],
  ],
  { content: 'service' },
)
/** Rejected after 2 hours, opened again after 24, and still open. */
const reopenedLog = logOf(
  'C-3',
  '2024-03-03T09:00:00Z',
  [
    [0, { type: 'expressSympathy' }],
    [1, { type: 'judgeComplaint', verdict: 'rejected', grounds: 'It was dropped.', appealRoute: 'the director' }],
    [2, { type: 'notifyCustomer' }],
    [24, { type: 'reopen' }],
    [24, { type: 'expressSympathy' }],
    [25, { type: 'judgeComplaint', verdict: 'upheld', grounds: 'Not by the customer.' }],
    [26, { type: 'assignDepartment', department: 'shop' }],
    [27, { type: 'analyseCause', cause: 'poor-management' }],
  ],
  { content: 'service' },
)
const mergedLog = logOf('C-4', '2024-03-02T10:00:00Z', [[1, { type: 'mergeInto', into: 'C-2' }]])
const logs = deepFreeze([settledLog, withdrawnLog, reopenedLog, mergedLog])
const asOf = '2024-03-31'
const HOUR = 3600

const analyse = (given: unknown, options: unknown = { asOf }): ComplaintAnalysis =>
  analyseComplaints(given as ComplaintEvent[][], options as ComplaintAnalysisOptions)

/** All but the policies, which tell whether a definition was asked. */
const figuresOf = ({ policies, ...figures }: ComplaintAnalysis): Omit<ComplaintAnalysis, 'policies'> => figures

describe('analyseComplaints', () => {
  const third = 1 / 3

  it('tells what four complaints come to, worked out by hand', () => {
    const result = analyse(logs, deepFreeze({ asOf, definition: structuredClone(eightSteps) }))
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
    expect(result).toEqual({
      asOf,
      // The fourth went into the second.
      complaints: 3,
      closed: 2,
      byCause: [
        { cause: 'poor-management', count: 1, share: third, cumulative: third },
        { cause: 'product-or-service-defect', count: 1, share: third, cumulative: 2 / 3 },
        { cause: null, count: 1, share: third, cumulative: 1 },
      ],
      byContent: [
        { content: 'service', count: 2, share: 2 / 3, cumulative: 2 / 3 },
        { content: 'product-quality', count: 1, share: third, cumulative: 1 },
      ],
      byDepartment: [
        { department: 'shop', count: 1, share: third, cumulative: third },
        { department: 'works', count: 1, share: third, cumulative: 2 / 3 },
        { department: null, count: 1, share: third, cumulative: 1 },
      ],
      timeInStep: [
        // 1 h each: the first; the second before and after its wait; the third in both cycles.
        { step: 'recorded', median: HOUR, p90: HOUR, count: 5, open: 0 },
        { step: 'accepted', median: HOUR, p90: HOUR, count: 2, open: 0 },
        // 1 h and 2 h: the 90th percentile is nine tenths of the way.
        { step: 'assigned', median: 1.5 * HOUR, p90: 1.9 * HOUR, count: 2, open: 0 },
        { step: 'analysed', median: HOUR, p90: HOUR, count: 2, open: 1 },
        { step: 'proposed', median: 1.5 * HOUR, p90: 1.9 * HOUR, count: 2, open: 0 },
        { step: 'approved', median: HOUR, p90: HOUR, count: 1, open: 0 },
        { step: 'notified', median: 2 * HOUR, p90: 2 * HOUR, count: 1, open: 0 },
        { step: 'awaiting-customer', median: 2 * HOUR, p90: 2 * HOUR, count: 1, open: 0 },
        { step: 'rejected', median: HOUR, p90: HOUR, count: 1, open: 0 },
        // The 22 h that the third was closed for are nobody's handling.
      ],
      // Only what was sent back: neither the wait nor the reopening does anything over again.
      rework: {
        complaints: 1,
        rate: third,
        steps: [
          { step: 'analysed', count: 1 },
          { step: 'proposed', count: 1 },
        ],
      },
      // Of three that were closed, one.
      reopenRate: third,
      recurrence: [],
      timeliness: {
        // 2 h, 4 h and 12 h: the 90th percentile is 4 h + 0.8 × 8 h.
        resolution: { median: 4 * HOUR, p90: 10.4 * HOUR, count: 3 },
        extensions: 0,
        clocks: [],
      },
      compensation: [{ currency: 'CNY', amount: '100.00', count: 1 }],
      satisfaction: { accepted: 1, disputed: 0, acceptedRate: 1, mean: 4, ratings: 1 },
      diagnoses: [
        { code: 'merged', params: { count: 1 } },
        { code: 'cause-unknown', params: { count: 1 } },
        // It was evaluated on the first day of all.
        { code: 'recurrence-untold', params: { causes: ['product-or-service-defect'] } },
      ],
      rejected: [],
      policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
    })
    const told = analyse(logs)
    expect(figuresOf(told)).toEqual(figuresOf(result))
    expect(told.policies).toEqual([])
  })

  it('of none, and of one', () => {
    expect(analyse([])).toEqual({
      asOf,
      complaints: 0,
      closed: 0,
      byCause: [],
      byContent: [],
      byDepartment: [],
      timeInStep: [],
      rework: { complaints: 0, rate: 0, steps: [] },
      reopenRate: null,
      recurrence: [],
      timeliness: { resolution: { median: null, p90: null, count: 0 }, extensions: 0, clocks: [] },
      compensation: [],
      satisfaction: { accepted: 0, disputed: 0, acceptedRate: null, mean: null, ratings: 0 },
      diagnoses: [],
      rejected: [],
      policies: [],
    })
    const one = analyse([logOf('C-1', '2024-03-01T09:00:00Z')])
    expect(one.byCause).toEqual([{ cause: null, count: 1, share: 1, cumulative: 1 }])
    expect(one.timeInStep).toEqual([{ step: 'recorded', median: null, p90: null, count: 0, open: 1 }])
    expect(one.diagnoses).toEqual([{ code: 'cause-unknown', params: { count: 1 } }])
  })

  it("counts the textbook's causes and contents (S1): those most frequent first, ties by their ids", () => {
    const causes = complaintTaxonomy.causes.map(({ id }) => id)
    const contents = complaintTaxonomy.contents.map(({ id }) => id)
    // 3, 2, 1, 1, 1, 1 of the causes; 3, 2, 2, 2 of the contents.
    const told = [0, 0, 0, 1, 1, 2, 3, 4, 5].map((cause, index) =>
      logOf(`C-${index}`, '2024-03-01T09:00:00Z', caused(causes[cause] as string, 'works'), { content: contents[index % 4] as string }),
    )
    const { byCause, byContent } = analyse(told)
    expect(byCause.map(({ cause, count }) => `${cause} ${count}`)).toEqual([
      'product-or-service-defect 3',
      'misleading-promotion 2',
      'character 1',
      'economic-means 1',
      'leisure 1',
      'poor-management 1',
    ])
    expect(byCause.map(({ cumulative }) => cumulative)).toEqual([3 / 9, 5 / 9, 6 / 9, 7 / 9, 8 / 9, 1])
    expect(byContent.map(({ content, count }) => `${content} ${count}`)).toEqual([
      'product-quality 3',
      'goods-transport 2',
      'purchase-contract 2',
      'service 2',
    ])
  })

  it('takes what was told last, and nothing for not known; ids of any kind', () => {
    const recaused = (complaint: string, ...causes: readonly unknown[]) =>
      logOf(
        complaint,
        '2024-03-01T09:00:00Z',
        causes.map((cause, index) => [index, { type: 'correctRecord', cause } as never]),
      )
    const result = analyse([
      recaused('C-1', 'character', 'leisure'),
      recaused('__proto__', '__proto__'),
      recaused('constructor', 'toString', ''),
      recaused('C-4', 'leisure', null),
    ])
    expect(result.byCause.map(({ cause, count }) => [cause, count])).toEqual([
      ['__proto__', 1],
      ['leisure', 1],
      [null, 2],
    ])
  })

  it('measures time in steps as business time, by the calendar', () => {
    // 2024-03-01 is a Friday: of A's first day 09:00 to 17:00 is open; the two hours of 10:00 to 12:00 on Saturday are not.
    const calendar = calendarOf('UTC', [['09:00', '17:00']])
    const { timeInStep, timeliness, policies } = analyse(logs, { asOf, calendar, definition: eightSteps })
    const secondsOf = (step: string) => timeInStep.find((one) => one.step === step)?.median
    // 18:00 to 19:00 and 19:00 to 21:00 are closed; of 14–15 and 16–18 one hour each is open.
    expect(['approved', 'notified', 'proposed', 'awaiting-customer', 'rejection-filed'].map(secondsOf)).toEqual([0, 0, HOUR, 0, undefined])
    expect(timeliness.resolution.median).toBe(4 * HOUR)
    expect(policies.map(({ id }) => id)).toEqual(['eight-steps', 'office'])
  })

  it('measures timeliness by clocks, over all cycles', () => {
    // Closed after 12 h, met to the second; withdrawn after 4 h, and rejected after 2 h, which no clock but the last waits for; the rejected is open in
    // its second cycle.
    const rules = [
      ruleOf({ id: 'half-day', target: 'PT12H', calendar: undefined }),
      ruleOf({ id: 'resolution', target: 'PT3H', calendar: undefined }),
      ruleOf({ id: 'month', target: { calendarDays: 60 }, calendar: 'office' }),
      ruleOf({ id: 'escalation', starts: 'ComplaintEscalated' }),
      ruleOf({ id: 'any-end', stops: ['ComplaintClosed', 'RejectionFiled', 'ComplaintWithdrawn'], target: 'PT3H', calendar: undefined }),
    ].map(({ calendar, ...rule }) => (calendar === undefined ? rule : { ...rule, calendar }))
    const options = { asOf, definition: eightSteps, clocks: policyOf(...rules), calendars: { office: calendarOf('UTC', [['09:00', '17:00']]) } }
    const { timeliness, policies } = analyse(logs, options)
    expect(timeliness.clocks).toEqual([
      { clock: 'half-day', met: 1, breached: 1, otherwise: 2, open: 0, metRate: 0.5 },
      // What the step of the wait says of this clock: the two hours do not count, and the withdrawn used 2 h.
      { clock: 'resolution', met: 0, breached: 2, otherwise: 2, open: 0, metRate: 0 },
      { clock: 'month', met: 1, breached: 0, otherwise: 2, open: 1, metRate: 1 },
      { clock: 'escalation', met: 0, breached: 0, otherwise: 0, open: 0, metRate: null },
      { clock: 'any-end', met: 2, breached: 2, otherwise: 0, open: 0, metRate: 0.5 },
    ])
    expect(policies).toEqual([
      { kind: 'complaint-workflow', id: 'eight-steps', version: '1' },
      { kind: 'clock-policy', id: 'service', version: '1' },
      { kind: 'business-calendar', id: 'office', version: '1' },
    ])
    // Due at the end of the very day looked at: not missed yet. 60 days after 2024-03-04 is 2024-05-03.
    const monthAt = (date: string) => analyse(logs, { ...options, asOf: date }).timeliness.clocks[2]
    expect(monthAt('2024-05-03')).toMatchObject({ breached: 0, open: 1 })
    expect(monthAt('2024-05-04')).toMatchObject({ breached: 1, otherwise: 2, open: 0, metRate: 0.5 })
  })

  it('counts extensions, by the well-known event and by those of clocks', () => {
    const until = [
      [1, { type: 'extendDeadline', until: '2024-03-09', by: manager }],
      [2, { type: 'escalate' }],
    ] as const
    const extendedLogs = [logOf('C-1', '2024-03-01T09:00:00Z', until)]
    expect(analyse(extendedLogs).timeliness.extensions).toBe(1)
  })

  it('sums what was approved last in each cycle, by currency, to the last digit', () => {
    const paid = (complaint: string, amount: number, currency: string) =>
      logOf(complaint, '2024-03-01T09:00:00Z', [...caused('leisure', 'works'), proposed(5, amount, currency), approved(6)])
    const twice = logOf('C-9', '2024-03-01T09:00:00Z', [
      ...caused('leisure', 'works'),
      proposed(5, 1, 'EUR'),
      approved(6),
      ...settling(7, 'disputed'),
      [9, { type: 'reopen' }],
      ...caused('leisure', 'works').map(([hours, told]) => [hours + 10, told] as const),
      proposed(15, 5, 'EUR'),
      sentBack(16),
      proposed(17, 2, 'EUR'),
      approved(18),
    ])
    const openOnly = logOf('C-8', '2024-03-01T09:00:00Z', [...caused('leisure', 'works'), proposed(5, 7777)])
    const free = logOf('C-7', '2024-03-01T09:00:00Z', [...caused('leisure', 'works'), [5, { type: 'proposeSolution', remedy: 'sorry' }], approved(6)])
    const { compensation } = analyse([paid('C-1', 0.1, 'EUR'), paid('C-2', 0.2, 'EUR'), paid('C-3', 500, 'JPY'), twice, openOnly, free])
    // 0.1 + 0.2 + 1 + 2
    expect(compensation).toEqual([
      { currency: 'EUR', amount: '3.30', count: 4 },
      { currency: 'JPY', amount: '500', count: 1 },
    ])
  })

  it('takes back an approval that is sent back, and finds the amount with the first event of a command', () => {
    const [first] = logOf('C-1', '2024-03-01T09:00:00Z')
    const event = (sequence: number, type: string, more: object = {}) => ({ ...first, sequence, type, cycle: 1, following: 0, ...more })
    const events = (...types: (readonly [string, object?])[]) => [
      { ...first, following: 0 },
      ...types.map(([type, more], index) => event(index + 2, type, more)),
    ]
    const money = { amount: 9, currency: 'EUR' }
    const sum = (...types: (readonly [string, object?])[]) => analyse([events(...types)]).compensation[0]?.amount
    expect(sum(['SolutionApproved', money])).toBe('9.00')
    expect(sum(['SolutionApproved', money], ['SolutionSentBack'])).toBeUndefined()
    expect(sum(['SolutionApproved', money], ['SolutionSentBack'], ['SolutionApproved', { ...money, amount: 8 }])).toBe('8.00')
    expect(sum(['Settled', { ...money, following: 1 }], ['SolutionApproved'])).toBe('9.00')
    expect(sum(['Noted', money], ['SolutionApproved'])).toBeUndefined()
    expect(sum(['SolutionProposed', money], ['SolutionApproved'])).toBe('9.00')
    expect(sum(['SolutionProposed', money], ['ComplaintReopened', { cycle: 2 }], ['SolutionApproved', { cycle: 2 }])).toBeUndefined()
  })

  it('approves by what a definition calls it', () => {
    const { steps } = counterService
    const moves = steps['heard']?.moves.map((move) =>
      move.on === 'settleOnTheSpot' ? { ...move, on: 'approveSolution', emits: ['Settled', 'Thanked'] as const } : move,
    )
    const definition = {
      ...counterService,
      terms: {},
      steps: {
        ...steps,
        heard: { ...steps['heard'], moves },
        settled: { ...steps['settled'], moves: [{ on: 'thankCustomer', to: 'filed', emits: ['Filed'] }] },
      },
    } as unknown as WorkflowDefinition
    const told = { type: 'approveSolution', remedy: 'money', amount: 20, currency: 'CNY', by: { id: 'wu', role: 'clerk' } }
    const log = logOf('C-1', '2024-03-01T09:00:00Z', [[1, told]], { definition })
    expect(analyse([log], { asOf, definition }).compensation).toEqual([{ currency: 'CNY', amount: '20.00', count: 1 }])
    expect(analyse([log]).compensation).toEqual([])
  })

  it('does nothing over again in a new cycle, nor by a migration', () => {
    const solved = (hours: number) =>
      [...caused('leisure', 'works'), proposed(5, 1), approved(6), ...settling(7, 'disputed')].map(([at, told]) => [hours + at, told] as const)
    // Opened again from the very step to which it comes again.
    const reopened = logOf('C-1', '2024-03-01T09:00:00Z', [...solved(0), [9, { type: 'reopen' }], ...solved(10)])
    const nothing = { complaints: 0, rate: 0, steps: [] }
    expect(analyse([reopened], { asOf, definition: eightSteps })).toMatchObject({ rework: nothing, reopenRate: null })
    expect(analyse([reopened]).rework).toEqual(nothing)
    const later: WorkflowDefinition = { ...withoutAnalysis, migrate: { 1: { analysed: 'assigned' } } }
    const before = logOf('C-1', '2024-03-01T09:00:00Z', caused('leisure', 'works'))
    const decision = migrateComplaint(
      { state: replayComplaint(before, eightSteps), at: '2024-03-02T09:00:00Z', by: manager },
      { from: eightSteps, to: later },
    )
    const migrated = [...before, ...(decision.ok ? decision.events : [])]
    expect(migrated.at(-1)?.step).toBe('assigned')
    const { rework, timeInStep } = analyse([migrated], { asOf, definition: [eightSteps, later] })
    expect(rework).toEqual(nothing)
    expect(timeInStep.find(({ step }) => step === 'assigned')).toMatchObject({ count: 1, open: 1 })
  })

  it('counts a complaint again that was merged and goes on by itself', () => {
    const last = mergedLog.at(-1)
    const goingOn = [...mergedLog, { ...last, type: 'ComplaintReopened', sequence: 4, cycle: 2, step: 'recorded', following: 0 }]
    expect(analyse([goingOn])).toMatchObject({ complaints: 1, closed: 0, reopenRate: 1 })
  })

  it('counts responses: whoever says both accepts; the mean is of what was told as numbers', () => {
    const responding = (complaint: string, told: object) =>
      logOf(complaint, '2024-03-01T09:00:00Z', [
        ...caused('leisure', 'works'),
        proposed(5, 1),
        approved(6),
        [7, { type: 'notifyCustomer' }],
        [8, { type: 'recordCustomerResponse', ...told }],
      ])
    const { satisfaction } = analyse([
      responding('C-1', { response: 'accepted', satisfaction: 5 }),
      responding('C-2', { disputed: true, satisfaction: '0.5' }),
      responding('C-3', { accepted: true, disputed: true, satisfaction: 'very good' }),
      responding('C-4', { response: 'disputed', satisfaction: 0.1 }),
    ])
    expect(analyse([responding('C-1', { response: 'accepted', satisfaction: '1e400' })]).satisfaction).toMatchObject({ mean: null, ratings: 0 })
    // (5 + 0.5 + 0.1) / 3
    expect(satisfaction).toEqual({ accepted: 2, disputed: 2, acceptedRate: 0.5, mean: 28 / 15, ratings: 3 })
  })

  describe('recurrence', () => {
    const on = (complaint: string, date: string, cause = 'leisure') => logOf(complaint, `${date}T09:00:00Z`, caused(cause, 'works'))
    const dates = ['2024-03-01', '2024-03-03', '2024-03-09', '2024-03-10', '2024-03-12', '2024-03-18', '2024-03-19']
    const given = dates.map((date, index) => on(`C-${index}`, date))

    it('counts two periods of the same length; the date itself belongs to the second', () => {
      const measures = [{ cause: 'leisure', date: '2024-03-10' }]
      // Nine days before, 03-01 to 03-09, and so nine from 03-10 to 03-18.
      expect(analyse(given, { asOf, measures }).recurrence).toEqual([{ cause: 'leisure', date: '2024-03-10', days: 9, before: 3, after: 3 }])
      // Cut by the last day: 03-10 to 03-12, and 03-07 to 03-09.
      const cut = analyse(given, { asOf: '2024-03-12', measures })
      expect(cut.recurrence).toEqual([{ cause: 'leisure', date: '2024-03-10', days: 3, before: 1, after: 2 }])
    })

    it('goes by dates in the zone', () => {
      const measures = [{ cause: 'leisure', date: '2024-03-02' }]
      const late = [logOf('C-1', '2024-03-01T20:00:00Z', caused('leisure', 'works')), on('C-2', '2024-03-02')]
      expect(analyse(late, { asOf, measures }).recurrence).toEqual([{ cause: 'leisure', date: '2024-03-02', days: 1, before: 1, after: 1 }])
      const inShanghai = analyse(late, { asOf, measures, zone: 'Asia/Shanghai' })
      expect(inShanghai.diagnoses).toContainEqual({ code: 'recurrence-untold', params: { causes: ['leisure'] } })
      expect(inShanghai.recurrence).toEqual([])
    })

    it('goes by the first complaint of the cause that was evaluated, unless a measure says otherwise', () => {
      const evaluated = (complaint: string, start: string) =>
        logOf(complaint, start, [...caused('leisure', 'works'), proposed(5, 1), approved(6), ...settling(7), [48, { type: 'evaluateComplaint' }]])
      const more = [
        ...given,
        evaluated('E-2', '2024-03-08T09:00:00Z'),
        evaluated('E-1', '2024-03-04T09:00:00Z'),
        on('O-1', '2024-03-02', 'character'),
      ]
      // Evaluated on 03-06: 03-01 to 03-05 before it, of which 03-01, 03-03 and 03-04; 03-06 to 03-10 after, of which 03-08, 03-09 and 03-10.
      expect(analyse(more).recurrence).toEqual([{ cause: 'leisure', date: '2024-03-06', days: 5, before: 3, after: 3 }])
      const measures = [
        { cause: 'zeal', date: '2024-03-03' },
        { cause: 'leisure', date: '2024-03-03' },
        { cause: 'haste', date: '2024-03-03' },
        { cause: 'later', date: '2024-04-03' },
      ]
      const { recurrence, diagnoses } = analyse(more, { asOf, measures })
      expect(recurrence).toEqual([
        { cause: 'leisure', date: '2024-03-03', days: 2, before: 1, after: 2 },
        { cause: 'haste', date: '2024-03-03', days: 2, before: 0, after: 0 },
        { cause: 'zeal', date: '2024-03-03', days: 2, before: 0, after: 0 },
      ])
      expect(diagnoses).toContainEqual({ code: 'recurrence-untold', params: { causes: ['later'] } })
    })
  })

  it('looks at nothing later than the end of the day, in its zone', () => {
    const late = [logOf('C-1', '2024-03-01T15:59:59Z'), logOf('C-2', '2024-03-01T16:00:00Z'), logOf('C-3', '2024-03-02T00:00:00Z')]
    expect(analyse(late, { asOf: '2024-03-01', zone: 'Asia/Shanghai' })).toMatchObject({
      complaints: 1,
      diagnoses: [
        { code: 'begun-later', params: { count: 2 } },
        { code: 'cause-unknown', params: { count: 1 } },
      ],
    })
    expect(analyse(late, { asOf: '2024-03-01' }).complaints).toBe(2)
    expect(analyse(late, { asOf: '0001-01-01' }).complaints).toBe(0)
    expect(analyse(late, { asOf: '9999-12-31', zone: 'Pacific/Kiritimati' }).complaints).toBe(3)
    // Not merged yet, and not closed yet.
    expect(analyse([mergedLog, settledLog], { asOf: '2024-03-02' })).toMatchObject({ complaints: 1, closed: 1 })
    expect(analyse([logOf('C-4', '2024-03-02T10:00:00Z', [[24, { type: 'mergeInto', into: 'C-2' }]])], { asOf: '2024-03-02' })).toMatchObject({
      complaints: 1,
      closed: 0,
    })
  })

  it('takes a moment that steps back for that of the event before', () => {
    const stepping = withdrawnLog.map((event) => (event.type === 'CustomerReplied' ? { ...event, at: '2024-03-02T08:00:00Z' } : event))
    const { timeInStep, diagnoses } = analyse([stepping])
    expect(diagnoses).toContainEqual({ code: 'clock-stepped-back', params: { count: 1 } })
    expect(timeInStep.find(({ step }) => step === 'awaiting-customer')).toMatchObject({ median: 0, count: 1 })
  })

  it('reads logs that do not say their cycle', () => {
    const bare = logs.map((log) => log.map(({ cycle, ...event }) => event))
    expect(analyse(bare)).toEqual(analyse(logs))
    expect(analyse(bare, { asOf, definition: eightSteps })).toEqual(analyse(logs, { asOf, definition: eightSteps }))
  })

  it('reads logs of which some events say their cycle and some do not, as a replay does', () => {
    const isFirst = ({ sequence }: ComplaintEvent) => sequence % 2 === 0
    const mixed = logs.map((log) => log.map((event) => (isFirst(event) ? event : (({ cycle, ...rest }) => rest)(event))))
    expect(analyse(mixed)).toEqual(analyse(logs))
    expect(analyse(mixed, { asOf, definition: eightSteps })).toEqual(analyse(logs, { asOf, definition: eightSteps }))
    const late = reopenedLog.map(({ cycle, ...event }) => (cycle === 1 ? event : { ...event, cycle }))
    expect(analyse([late])).toEqual(analyse([reopenedLog]))
    const skipping = late.map((event) => ('cycle' in event ? { ...event, cycle: 3 } : event))
    expect(issuesOf(() => analyse([skipping]))).toEqual([['not-allowed', ['logs', 0, skipping.findIndex((event) => 'cycle' in event), 'cycle']]])
  })

  it('tells timeliness of logs that do not say their cycle', () => {
    const clocks = policyOf((({ calendar, ...rule }) => rule)(ruleOf({ target: 'PT12H' })))
    const options = { asOf, definition: eightSteps, clocks }
    // Whatever else a list has.
    const odd = logs.map((log) => Object.assign([...log], { slice: 7 }))
    expect(analyse(odd, options)).toEqual(analyse(logs, options))
    const bare = logs.map((log) => log.map(({ cycle, command, following, ...event }) => event))
    expect(analyse(bare, options).timeliness).toEqual(analyse(logs, options).timeliness)
    expect(analyse(bare, options).timeliness.clocks).toMatchObject([{ met: 1, breached: 1, otherwise: 2 }])
  })

  it('knows a step that a migration renamed when it is entered again', () => {
    const { analysed, ...steps } = eightSteps.steps as unknown as Record<string, { readonly moves?: readonly { readonly to: string }[] }>
    const named: typeof steps = { ...steps, ...(analysed && { examined: analysed }) }
    const renamed = Object.fromEntries(
      Object.entries(named).map(([id, step]) => [
        id,
        step?.moves === undefined ? step : { ...step, moves: step.moves.map((one) => (one.to === 'analysed' ? { ...one, to: 'examined' } : one)) },
      ]),
    )
    const later = { ...eightSteps, version: '2', steps: renamed, migrate: { 1: { analysed: 'examined' } } } as unknown as WorkflowDefinition
    const before = logOf('C-1', '2024-03-01T09:00:00Z', [...caused('leisure', 'works'), proposed(5, 1)])
    const [decision, last] = [
      migrateComplaint({ state: replayComplaint(before, eightSteps), at: '2024-03-02T09:00:00Z', by: manager }, { from: eightSteps, to: later }),
      before.at(-1),
    ]
    const migrated = [...before, ...(decision.ok ? decision.events : [])]
    const sent = {
      ...{ type: 'SolutionSentBack', at: '2024-03-03T09:00:00Z', by: manager, complaint: 'C-1', sequence: migrated.length + 1, cycle: 1 },
      ...{ definition: { id: 'eight-steps', version: '2' }, step: 'examined', command: 'sendBack', following: 0 },
    }
    expect(last?.step).toBe('proposed')
    expect(replayComplaint([...migrated, sent], [eightSteps, later]).step).toBe('examined')
    const definition = [eightSteps, later]
    expect(analyse([[...migrated, sent]], { asOf, definition }).rework.steps).toEqual([{ step: 'examined', count: 1 }])
    // Who waits meanwhile comes back to where it was, whatever that is called now.
    const waiting = logOf('C-1', '2024-03-01T09:00:00Z', [...caused('leisure', 'works'), [5, { type: 'awaitCustomer' }]])
    const moved = { ...migrated.at(-1), sequence: waiting.length + 1, step: 'awaiting-customer' } as ComplaintEvent
    const from = { id: 'eight-steps', version: '1', step: 'awaiting-customer' }
    const back = { ...sent, type: 'CustomerReplied', command: 'customerReplied', by: { id: 'li', role: 'agent' }, sequence: waiting.length + 2 }
    const returned = [...waiting, { ...moved, from }, back]
    expect(replayComplaint(returned, definition).step).toBe('examined')
    expect(analyse([returned], { asOf, definition }).rework.steps).toEqual([])
  })

  it('knows the final steps of other definitions', () => {
    const turnedDown = { type: 'turnDown', grounds: 'No receipt.', by: { id: 'lead', role: 'shift-leader' } }
    const log = logOf(
      'C-1',
      '2024-03-01T09:00:00Z',
      [
        [1, turnedDown],
        [5, { type: 'reopen' }],
      ],
      { definition: counterService },
    )
    expect(analyse([log], { asOf, definition: [eightSteps, counterService] })).toMatchObject({
      closed: 0,
      reopenRate: 1,
      timeliness: { resolution: { median: HOUR, count: 1 } },
      policies: [{ id: 'eight-steps' }, { id: 'counter-service' }],
    })
  })
})

describe('analyseComplaints: laws', () => {
  const given = randomLogs()

  it('asked with the definition, or by the well-known events: the same', () => {
    fc.assert(
      fc.property(given, (list) => {
        expect(figuresOf(analyse(list, { asOf, definition: eightSteps }))).toEqual(figuresOf(analyse(list)))
      }),
    )
  })

  it('agrees with what a replay of each log tells', () => {
    const workflow = fc.constantFrom(eightSteps, counterService)
    fc.assert(
      fc.property(
        workflow.chain((definition) => fc.tuple(fc.constant(definition), randomLogs(definition))),
        ([definition, list]) => {
          const states = list.map((log) => replayComplaint(log, definition))
          const kept = states.filter(({ step }) => step !== 'merged')
          const result = analyse(list, { asOf: '9999-12-31', definition })
          expect(result.complaints).toBe(kept.length)
          expect(result.closed).toBe(kept.filter(({ closed }) => closed).length)
          for (const { cause, count } of result.byCause) expect(kept.filter(({ record }) => (record['cause'] ?? null) === cause)).toHaveLength(count)
          for (const { department, count } of result.byDepartment) {
            expect(kept.filter(({ record }) => (record['department'] ?? null) === department)).toHaveLength(count)
          }
          for (const { step, open } of result.timeInStep) expect(kept.filter((state) => state.step === step && !state.closed)).toHaveLength(open)
        },
      ),
    )
  })

  it('does not depend on the order of logs', () => {
    const shuffled = given.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })))
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(analyse(other)).toEqual(analyse(list))
      }),
    )
  })

  it('adds up: every log is counted once, and every chart ends at exactly 1', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('2024-03-05', '2024-03-12', asOf), (list, date) => {
        const { complaints, closed, byCause, byContent, byDepartment, timeInStep, diagnoses, timeliness, reopenRate } = analyse(list, { asOf: date })
        const left = diagnoses.reduce((sum, { code, params }) => sum + (code === 'begun-later' || code === 'merged' ? params.count : 0), 0)
        expect(complaints + left).toBe(list.length)
        for (const bars of [byCause, byContent, byDepartment]) {
          expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(complaints)
          if (complaints > 0) expect(bars.at(-1)?.cumulative).toBe(1)
        }
        expect(timeInStep.reduce((sum, { open }) => sum + open, 0)).toBe(complaints - closed)
        if (reopenRate === null) expect(timeliness.resolution.count).toBe(0)
      }),
    )
  })

  it('a log with later events is the log up to then', () => {
    const date = '2024-03-08'
    fc.assert(
      fc.property(given, (list) => {
        const latest = (log: readonly ComplaintEvent[], index: number) => Math.max(...log.slice(0, index + 1).map(({ at }) => Date.parse(at)))
        const cut = list
          .map((log) => log.filter((_, index) => latest(log, index) < Date.parse('2024-03-09T00:00:00Z')))
          .filter(({ length }) => length > 0)
        const whole = analyse(list, { asOf: date })
        const diagnoses = whole.diagnoses.filter(({ code }) => code !== 'begun-later')
        expect(analyse(cut, { asOf: date })).toEqual({ ...whole, diagnoses })
        expect(analyse(cut, { asOf: date, definition: eightSteps })).toMatchObject({ ...figuresOf(whole), diagnoses })
      }),
    )
  })

  it('the sums of two lists are the sums of both', () => {
    fc.assert(
      fc.property(given, fc.nat(6), (list, where) => {
        const parts = [list.slice(0, where), list.slice(where)].map((part) => analyse(part).compensation)
        const units = (amounts: ComplaintAnalysis['compensation'], currency: string) =>
          Math.round(Number(amounts.find((one) => one.currency === currency)?.amount ?? 0) * 100)
        for (const { currency, amount } of analyse(list).compensation) {
          expect(Math.round(Number(amount) * 100)).toBe(parts.reduce((sum, part) => sum + units(part, currency), 0))
        }
      }),
    )
  })
})

describe('analyseComplaints: bad input', () => {
  const collect = { asOf, invalid: 'collect' } as const

  it('tells what is wrong with logs, all of it', () => {
    for (const [value, code] of [...badLists, [undefined, 'missing'] as const]) {
      expect(issuesOf(() => analyse(value))).toEqual([[code, ['logs']]])
      expect(issuesOf(() => analyse([value]))).toEqual([[code, ['logs', 0]]])
    }
    expect(issuesOf(() => analyse([[]]))).toEqual([['empty', ['logs', 0]]])
    expect(issuesOf(() => analyse(Object.assign([], { length: 1 })))).toEqual([['missing', ['logs', 0]]])
    const [first, second, ...rest] = settledLog
    expect(
      issuesOf(() =>
        analyse([
          [first, { ...second, at: 'x', step: 7 }, { ...rest[0], complaint: 'C-2' }],
          [{ ...first, sequence: 2 }, ...rest],
        ]),
      ),
    ).toEqual([
      ['not-a-moment', ['logs', 0, 1, 'at']],
      ['wrong-type', ['logs', 0, 1, 'step']],
      ['not-allowed', ['logs', 0, 2, 'complaint']],
      ['out-of-sequence', ['logs', 1, 0, 'sequence']],
      ['duplicate', ['logs', 1, 0, 'complaint']],
    ])
    // An event that is missing is told once.
    expect(issuesOf(() => analyse([[first, ...rest]]))).toEqual([['out-of-sequence', ['logs', 0, 1, 'sequence']]])
    expect(issuesOf(() => analyse([[first, { ...second, at: '0001-01-01T00:00:00Z' }]]))).toEqual([['out-of-range', ['logs', 0, 1, 'at']]])
    expect(issuesOf(() => analyse([[first, { ...second, cycle: 3 }]]))).toEqual([['not-allowed', ['logs', 0, 1, 'cycle']]])
  })

  it.each([
    ['cause', 7],
    ['department', true],
    ['cause', ['leisure']],
  ])('counts by texts only: %s %j', (field, value) => {
    const log = settledLog.map((event, index) => (index === 1 ? { ...event, [field]: value } : event))
    expect(issuesOf(() => analyse([log]))).toEqual([['wrong-type', ['logs', 0, 1, field]]])
  })

  it('rejects whole logs, and says so', () => {
    const [first] = settledLog
    const { rejected, complaints, diagnoses } = analyse(
      [settledLog, null, [{ ...first, at: 'x', complaint: 'C-9' }], settledLog, withdrawnLog],
      collect,
    )
    expect(complaints).toBe(2)
    expect(rejected.map(({ index, id }) => [index, id])).toEqual([
      [1, undefined],
      [2, 'C-9'],
      [3, 'C-1'],
    ])
    expect(rejected[2]?.issues).toMatchObject([{ code: 'duplicate', params: { value: 'C-1', first: 0 } }])
    expect(diagnoses.at(-1)).toEqual({ code: 'rejected', params: { count: 3 } })
  })

  it('tells which definition an event needs, and which step none knows', () => {
    const options = { asOf, definition: counterService }
    expect(issuesOf(() => analyse([settledLog.slice(0, 1)], options))).toEqual([['other-policy', ['logs', 0, 0, 'definition']]])
    const lost = settledLog.slice(0, 1).map((event) => ({ ...event, step: 'lost' }))
    expect(issuesOf(() => analyse([lost], { asOf, definition: eightSteps }))).toEqual([['not-allowed', ['logs', 0, 0, 'step']]])
  })

  it('tells what clocks cannot make of a log', () => {
    const clocks = policyOf({
      id: 'urgent',
      starts: 'ComplaintRecorded',
      stops: 'ComplaintClosed',
      target: { high: 'PT2H' },
      mayWait: false,
      extendedBy: 'DeadlineExtended',
    })
    const options = { ...collect, definition: eightSteps, clocks }
    const { rejected } = analyse([settledLog], options)
    expect(rejected[0]?.issues.map(({ path }) => path)).toEqual([['logs', 0, 0, 'priority']])
    const extended = logOf('C-1', '2024-03-01T09:00:00Z', [[1, { type: 'extendDeadline', until: '2024-03-09', by: manager }]])
    const spoiled = extended.map((event) => ('until' in event ? { ...event, until: 'soon' } : event))
    expect(analyse([spoiled], options).rejected[0]?.issues.map(({ path }) => path)).toEqual([['logs', 0, 2, 'until']])
  })

  it.each<[unknown, [string, (string | number)[]][]]>([
    ...badDates.map(([value, code]): [unknown, [string, string[]][]] => [{ asOf: value }, [[code, ['options', 'asOf']]]]),
    ...badRecords.map(([value, code]): [unknown, [string, string[]][]] => [value, [[code, ['options']]]]),
    [{ asOf, zone: 'Mars/Olympus' }, [['unknown-zone', ['options', 'zone']]]],
    [{ asOf, zone: null }, [['unknown-zone', ['options', 'zone']]]],
    [{ asOf, invalid: 'skip' }, [['not-allowed', ['options', 'invalid']]]],
    [{ asOf, until: 1 }, [['unknown-key', ['options', 'until']]]],
    [{ asOf, definition: [] }, [['empty', ['options', 'definition']]]],
    [{ asOf, definition: null }, [['wrong-type', ['options', 'definition']]]],
    [{ asOf, definition: [eightSteps, eightSteps] }, [['duplicate', ['options', 'definition', 1, 'version']]]],
    [{ asOf, calendar: null }, [['wrong-type', ['options', 'calendar']]]],
    [{ asOf, calendar: calendarOf('UTC', []) }, [['empty', ['options', 'calendar', 'windows']]]],
    [{ asOf, calendars: [] }, [['wrong-type', ['options', 'calendars']]]],
    [{ asOf, calendars: { office: 7 } }, [['wrong-type', ['options', 'calendars', 'office']]]],
    [{ asOf, clocks: policyOf(ruleOf({ calendar: undefined })) }, [['missing', ['options', 'definition']]]],
    [{ asOf, definition: eightSteps, clocks: policyOf(ruleOf()) }, [['unknown-calendar', ['options', 'clocks', 'clocks', 0, 'calendar']]]],
    [{ asOf, definition: eightSteps, clocks: policyOf() }, [['empty', ['options', 'clocks', 'clocks']]]],
    [{ asOf, measures: {} }, [['wrong-type', ['options', 'measures']]]],
    [
      { asOf, measures: [null, { cause: '', date: 'x', by: 1 }, { cause: 'a', date: asOf }, { cause: 'a', date: asOf }, {}] },
      [
        ['wrong-type', ['options', 'measures', 0]],
        ['unknown-key', ['options', 'measures', 1, 'by']],
        ['not-a-calendar-date', ['options', 'measures', 1, 'date']],
        ['empty', ['options', 'measures', 1, 'cause']],
        ['missing', ['options', 'measures', 4, 'date']],
        ['missing', ['options', 'measures', 4, 'cause']],
        ['duplicate', ['options', 'measures', 3, 'cause']],
      ],
    ],
  ])('options %#', (options, expected) => {
    expect(issuesOf(() => analyseComplaints([], options as ComplaintAnalysisOptions))).toEqual(expected)
  })

  it('throws nothing but input errors, whatever is put wrong', () => {
    const subject = {
      logs: [settledLog, reopenedLog],
      options: { asOf, definition: eightSteps, measures: [{ cause: 'leisure', date: asOf }], invalid: 'throw' },
    }
    fc.assert(
      fc.property(spoil(subject), (spoiled) => {
        const { logs: list, options } = { ...(spoiled as typeof subject | null) }
        issuesOf(() => expect(JSON.parse(JSON.stringify(analyse(list, options)))).toBeDefined())
      }),
    )
  })
})
