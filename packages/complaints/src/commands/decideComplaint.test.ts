import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import {
  after,
  agent,
  at,
  command,
  decided,
  director,
  eventsOf,
  manager,
  opened,
  outcome,
  settled,
  stateAfter,
  type Told,
} from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type ComplaintState,
  type Decision,
  decideComplaint,
  evolveComplaint,
  openComplaint,
  replayComplaint,
  type WorkflowDefinition,
  type WorkflowMove,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const wu = { id: 'wu', role: 'agent' }
const until = (step: number): readonly Told[] => settled.slice(0, step)
const proposing: Told = { type: 'proposeSolution', remedy: 'a new kettle' }
const proposed = (money: object = {}, by = agent): readonly Told[] => [...until(4), { ...proposing, ...money, by }]
const rejecting: readonly Told[] = [
  { type: 'expressSympathy' },
  { type: 'judgeComplaint', verdict: 'rejected', grounds: 'Not ours.', appealRoute: 'the ombudsman' },
]
const disputing: Told = { type: 'recordCustomerResponse', response: 'disputed' }

/** A way to each of the fourteen steps. */
const ways: { readonly [step: string]: readonly Told[] } = {
  recorded: [],
  accepted: until(2),
  rejected: rejecting,
  assigned: until(3),
  analysed: until(4),
  proposed: until(5),
  escalated: [...until(5), { type: 'escalateApproval' }],
  approved: until(6),
  notified: until(7),
  'awaiting-customer': [{ type: 'awaitCustomer' }],
  closed: settled,
  'rejection-filed': [...rejecting, { type: 'notifyCustomer' }],
  withdrawn: [{ type: 'withdraw' }],
  merged: [{ type: 'mergeInto', into: 'C-2' }],
}
const anywhere = ['escalate', 'changePriority', 'extendDeadline', 'correctRecord']
const open = ['awaitCustomer', 'withdraw', 'mergeInto', ...anywhere]
/** What can be done in each step, by the issue. */
const known: { readonly [step: string]: readonly string[] } = {
  recorded: ['expressSympathy', 'judgeComplaint', ...open],
  accepted: ['assignDepartment', 'containProblem', ...open],
  rejected: ['notifyCustomer', ...anywhere],
  assigned: ['assignDepartment', 'containProblem', 'analyseCause', ...open],
  analysed: ['containProblem', 'analyseCause', 'proposeSolution', ...open],
  proposed: ['approveSolution', 'sendBack', 'escalateApproval', ...open],
  escalated: ['approveSolution', 'sendBack', ...open],
  approved: ['notifyCustomer', ...open],
  notified: ['carryOutSolution', 'recordCustomerResponse', 'evaluateComplaint', 'reopen', 'awaitCustomer', ...anywhere],
  'awaiting-customer': ['customerReplied', 'withdraw', 'mergeInto', ...anywhere],
  closed: ['reopen'],
  'rejection-filed': ['reopen'],
  withdrawn: ['reopen'],
  merged: [],
}
const finals = ['closed', 'rejection-filed', 'withdrawn', 'merged']
const commands = [...new Set(Object.values(known).flat())]

describe('decideComplaint: the eight steps', () => {
  it('are gone in seven commands, with what steps 1 and 7 ask for (the issue)', () => {
    const told = settled.map(({ type }) => type)
    const asked = ['expressSympathy', 'carryOutSolution', 'recordCustomerResponse']
    expect(told.filter((type) => !asked.includes(type))).toEqual([
      'judgeComplaint',
      'assignDepartment',
      'analyseCause',
      'proposeSolution',
      'approveSolution',
      'notifyCustomer',
      'evaluateComplaint',
    ])
    expect(after(settled).map(({ sequence, type, step, following }) => `${sequence} ${type} ${step} ${following}`)).toEqual([
      '1 ComplaintRecorded recorded 1',
      '2 ReceiptAcknowledged recorded 0',
      '3 SympathyExpressed recorded 0',
      '4 ComplaintAccepted accepted 0',
      '5 DepartmentAssigned assigned 0',
      '6 CauseAnalysed analysed 0',
      '7 SolutionProposed proposed 0',
      '8 SolutionApproved approved 0',
      '9 CustomerNotified notified 0',
      '10 SolutionCarriedOut notified 0',
      '11 CustomerResponseRecorded notified 0',
      '12 ComplaintEvaluated notified 1',
      '13 ComplaintClosed closed 0',
    ])
  })

  it('tell in each event who, when, of what, under which definition, and in the first of a command all that it told', () => {
    const definition = { id: 'eight-steps', version: '1' }
    const place = { at, complaint: 'C-1', definition, cycle: 1 }
    const told = {
      type: 'proposeSolution',
      remedy: { kind: 'refund', parts: [1, null] },
      amount: 120,
      currency: 'CNY',
      note: null,
      expectedSequence: 6,
    }
    const decision = decided(told, until(4))
    expect(decision).toEqual({
      ok: true,
      events: [
        {
          ...place,
          type: 'SolutionProposed',
          by: agent,
          sequence: 7,
          step: 'proposed',
          command: 'proposeSolution',
          following: 0,
          remedy: { kind: 'refund', parts: [1, null] },
          amount: '120.00',
          currency: 'CNY',
          note: null,
        },
      ],
      policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
    })
    const [evaluated, closed] = eventsOf(decided({ type: 'evaluateComplaint', lesson: 'Test the lids.' }, settled.slice(0, -1)))
    const both = { ...place, by: agent, command: 'evaluateComplaint' }
    expect(evaluated).toEqual({ ...both, type: 'ComplaintEvaluated', sequence: 12, step: 'notified', following: 1, lesson: 'Test the lids.' })
    expect(closed).toEqual({ ...both, type: 'ComplaintClosed', sequence: 13, step: 'closed', following: 0 })
  })

  describe.each(Object.keys(ways))('in %s', (step) => {
    const before = ways[step] as readonly Told[]
    const state = stateAfter(before)

    it('stand there, closed where it is final', () => {
      expect([state.step, state.closed]).toEqual([step, finals.includes(step)])
    })

    it.each([...commands, 'recordComplaint'])('know or refuse %s', (type) => {
      const fields = {
        verdict: 'upheld',
        grounds: 'x',
        cause: 'x',
        remedy: 'x',
        department: 'x',
        response: 'x',
        into: 'C-2',
        priority: 'x',
        until: '2024-04-01',
      }
      const decision = decideComplaint({ command: command({ type, ...fields }), state }, eightSteps)
      const codes = decision.ok ? [] : decision.reasons.map(({ code }) => code)
      if (known[step]?.includes(type)) expect(codes.filter((code) => ['closed', 'not-in-this-step', 'unknown-command'].includes(code))).toEqual([])
      else if (finals.includes(step)) expect(decision).toMatchObject({ ok: false, reasons: [{ code: 'closed', params: { command: type, step } }] })
      else {
        const steps = Object.keys(known).filter((one) => known[one]?.includes(type))
        expect(decision).toEqual({
          ok: false,
          reasons: [{ code: 'not-in-this-step', params: { command: type, step, steps: expect.arrayContaining(steps) } }],
          policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
        })
      }
    })

    it('refuse what no step knows', () => {
      const decision = decideComplaint({ command: command({ type: 'toString' }), state }, eightSteps)
      expect(decision).toMatchObject({ ok: false, reasons: [{ code: 'unknown-command', params: { command: 'toString' } }] })
      const told = decision.ok ? [] : decision.reasons.map(({ params }) => 'known' in params && [...params.known].sort())
      expect(told).toEqual([[...commands].sort()])
    })
  })
})

describe('decideComplaint: every reason', () => {
  /** What the template says of the first move on a command. */
  const whyOf = (step: string, type: string): unknown => eightSteps.steps[step]?.moves.find(({ on }) => on === type)?.why

  it.each<[string, Told, readonly Told[], readonly string[]]>([
    [
      'no verdict before feelings',
      { type: 'judgeComplaint', verdict: 'upheld', grounds: 'x' },
      [],
      ['evidence SympathyExpressed by expressSympathy'],
    ],
    [
      'nothing told and nothing done: both moves tell, each reason once',
      { type: 'judgeComplaint' },
      [],
      [
        'condition command.verdict null',
        'evidence verdict',
        'evidence grounds',
        'evidence SympathyExpressed by expressSympathy',
        'condition command.verdict null',
        'evidence appealRoute',
      ],
    ],
    [
      'a rejection without an appeal route: the move meant tells, not the other',
      { type: 'judgeComplaint', verdict: 'rejected', grounds: '' },
      until(1),
      ['evidence grounds', 'evidence appealRoute'],
    ],
    [
      'a verdict that is none',
      { type: 'judgeComplaint', verdict: 'maybe', grounds: 'x', appealRoute: 'x' },
      until(1),
      ['condition command.verdict "maybe"', 'condition command.verdict "maybe"'],
    ],
    ['an assignment to nobody', { type: 'assignDepartment', department: null }, until(2), ['evidence department']],
    ['an analysis without a cause', { type: 'analyseCause' }, until(3), ['evidence cause']],
    ['a proposal of nothing', { type: 'proposeSolution' }, until(4), ['evidence remedy']],
    [
      'an approval by who proposed, with no right to, over the limit and in a hurry: all, in their order',
      { type: 'approveSolution', by: { ...manager, role: 'agent' }, expectedSequence: 3 },
      proposed({ amount: '6000', currency: 'CNY' }, manager),
      ['conflict 3 7', 'role agent: manager, director', 'same-person chen: proposer'],
    ],
    [
      'an approval by the manager who proposed, over the limit',
      { type: 'approveSolution', by: manager, expectedSequence: 8 },
      proposed({ amount: '6000', currency: 'CNY' }, manager),
      ['conflict 8 7', 'evidence paidToCustomer', 'same-person chen: proposer', 'over-limit manager 6000.00 CNY: 5000.00; director'],
    ],
    ['a stranger', { type: 'expressSympathy', by: { id: 'x', role: 'stranger' } }, [], ['role stranger: agent, manager, director']],
    [
      'a deadline put off by an agent, to no date',
      { type: 'extendDeadline' },
      [],
      ['condition command.until null', 'evidence until', 'role agent: manager, director'],
    ],
    ['a deadline put off to some day', { type: 'extendDeadline', until: 'next week', by: manager }, [], ['condition command.until "next week"']],
    [
      'a deadline put off to a day that is none',
      { type: 'extendDeadline', until: '2024-02-30', by: manager },
      [],
      ['condition command.until "2024-02-30"'],
    ],
    ['a deadline put off to a number', { type: 'extendDeadline', until: 20240401, by: manager }, [], ['condition command.until 20240401']],
    ['a priority that is none', { type: 'changePriority', priority: '' }, [], ['evidence priority']],
    ['a merger into nothing', { type: 'mergeInto' }, [], ['evidence into']],
    [
      'an end before the customer was heard',
      { type: 'evaluateComplaint' },
      until(7),
      ['evidence SolutionCarriedOut by carryOutSolution', 'evidence CustomerResponseRecorded by recordCustomerResponse'],
    ],
    ['an end before anything was done', { type: 'evaluateComplaint' }, [...until(7), disputing], ['evidence SolutionCarriedOut by carryOutSolution']],
    ['another cycle though nobody disputes', { type: 'reopen' }, until(9), ['evidence SolutionDisputed by recordCustomerResponse']],
    [
      'a response that is none',
      { type: 'recordCustomerResponse', response: 'grumbles' },
      until(7),
      ['condition command.response "grumbles", command.accepted null', 'condition command.response "grumbles", command.disputed null'],
    ],
    [
      'a withdrawal after the customer was told',
      { type: 'withdraw' },
      [...until(7), { type: 'awaitCustomer' }],
      ['condition state.facts.CustomerNotified.sequence 9'],
    ],
    [
      'a merger into nothing after the customer was told',
      { type: 'mergeInto' },
      [...until(7), { type: 'awaitCustomer' }],
      ['condition state.facts.CustomerNotified.sequence 9', 'evidence into'],
    ],
    ['an escalation of the approval by the director', { type: 'escalateApproval', by: director }, until(5), ['role director: agent, manager']],
    ['a conflict beside another reason', { type: 'assignDepartment', expectedSequence: 0 }, until(2), ['conflict 0 4', 'evidence department']],
    ['a conflict alone', { type: 'escalate', expectedSequence: 99 }, [], ['conflict 99 2']],
    ['a conflict and an unknown command', { type: 'dance', expectedSequence: 1 }, [], ['conflict 1 2', 'unknown-command dance']],
    [
      'a conflict in the wrong step',
      { type: 'approveSolution', expectedSequence: 1 },
      [],
      ['conflict 1 2', 'not-in-this-step recorded: proposed, escalated'],
    ],
    ['a conflict in the end', { type: 'escalate', expectedSequence: 1 }, settled, ['conflict 1 13', 'closed escalate']],
    ['another opening', { type: 'recordComplaint' }, [], ['not-in-this-step recorded: ']],
    ['another opening of a closed complaint', { type: 'recordComplaint' }, settled, ['closed recordComplaint']],
  ])('%s', (_, told, before, reasons) => {
    expect(outcome(decided(told, before))).toEqual(reasons)
  })

  it('carries what is behind it, and why the move is so', () => {
    const early = decided({ type: 'judgeComplaint', verdict: 'upheld' })
    const why = whyOf('recorded', 'judgeComplaint')
    expect(early.ok ? [] : early.reasons).toEqual([
      { code: 'evidence', params: { need: 'grounds', type: 'field', why } },
      { code: 'evidence', params: { need: 'SympathyExpressed', type: 'event', commands: ['expressSympathy'], why } },
    ])
    const deadline = decided({ type: 'extendDeadline', until: 'soon' })
    const explained = whyOf('recorded', 'extendDeadline')
    expect(deadline.ok ? [] : deadline.reasons).toEqual([
      {
        code: 'condition',
        params: {
          condition: { field: 'command.until', operator: 'above', value: '0001-01-01' },
          trace: [{ path: ['command', 'until'], operator: 'above', required: '0001-01-01', actual: 'soon', met: false, reason: 'not-comparable' }],
          why: explained,
        },
      },
      { code: 'role', params: { role: 'agent', allowed: ['manager', 'director'], why: explained } },
    ])
    const own = decided({ type: 'approveSolution', by: manager, paidToCustomer: '10' }, proposed({ amount: 4995, currency: 'CNY' }, manager))
    expect(own.ok ? [] : own.reasons).toEqual([
      { code: 'same-person', params: { person: 'chen', as: 'proposer', why: expect.anything() } },
      {
        code: 'over-limit',
        params: {
          role: 'manager',
          amount: '4995.00',
          currency: 'CNY',
          paidToCustomer: '10.00',
          total: '5005.00',
          upTo: '5000.00',
          roles: ['director'],
          why: whyOf('proposed', 'approveSolution'),
        },
      },
    ])
  })

  it('leaves the definition to its owner: what a reason holds of it is a copy', () => {
    const decision = decided({ type: 'extendDeadline' })
    const [first] = decision.ok ? [] : decision.reasons
    if (first?.code !== 'condition') throw new Error('a condition was expected')
    expect(first.params.condition).toEqual(eightSteps.steps['recorded']?.moves.find(({ on }) => on === 'extendDeadline')?.when)
    expect(first.params.condition).not.toBe(eightSteps.steps['recorded']?.moves.find(({ on }) => on === 'extendDeadline')?.when)
  })
})

describe('decideComplaint: who approves', () => {
  const approval = (by: typeof agent): Told => ({ type: 'approveSolution', by, paidToCustomer: 0 })
  const again: Told = { type: 'sendBack', by: director }
  const refused = 'same-person chen: proposer'

  it('is somebody else than who proposed', () => {
    expect(outcome(decided(approval(manager), proposed({}, manager)))).toEqual([refused])
    expect(outcome(decided(approval(director), proposed({}, manager)))).toEqual(['SolutionApproved → approved'])
    expect(outcome(decided(approval({ ...manager, role: 'director' }), proposed({}, manager)))).toEqual([refused])
    expect(outcome(decided(approval({ id: 'Chen', role: 'manager' }), proposed({}, manager)))).toEqual(['SolutionApproved → approved'])
  })

  it('is who proposed last time, when somebody else proposes now', () => {
    const second = [...proposed({}, manager), again, { ...proposing, by: agent }]
    expect(outcome(decided(approval(manager), second))).toEqual(['SolutionApproved → approved'])
    const own = [...proposed({}, agent), again, { ...proposing, by: manager }]
    expect(outcome(decided(approval(manager), own))).toEqual([refused])
  })

  it('is not who proposed before the approval went to the director, either', () => {
    const escalated = [...proposed({}, director), { type: 'escalateApproval' }]
    expect(outcome(decided(approval(director), escalated))).toEqual(['same-person zhao: proposer'])
    expect(outcome(decided(approval({ id: 'qian', role: 'director' }), escalated))).toEqual(['SolutionApproved → approved'])
    expect(outcome(decided(approval(manager), escalated))).toEqual(['role manager: director'])
  })

  it('is who proposed in an earlier cycle: that proposal is none any more', () => {
    const first = [...proposed({}, manager), { type: 'withdraw' }, { type: 'reopen' }]
    expect(stateAfter(first).proposal).toBeNull()
    const second = [...first, ...proposed({}, agent)]
    expect(outcome(decided(approval(manager), second))).toEqual(['SolutionApproved → approved'])
  })

  it('can be told to keep out who recorded, or gave any command', () => {
    const [step, moves] = ['recorded', eightSteps.steps['recorded']?.moves ?? []] as const
    const strict = (name: string): WorkflowDefinition => ({
      ...eightSteps,
      steps: { ...eightSteps.steps, [step]: { ...eightSteps.steps[step], moves: moves.map((move) => ({ ...move, notBy: [name] })) } as never },
    })
    const judging: Told = { type: 'judgeComplaint', verdict: 'upheld', grounds: 'x' }
    const sorry: Told = { type: 'expressSympathy', by: manager }
    for (const name of ['recorder', 'recordComplaint', 'ComplaintRecorded', 'ReceiptAcknowledged']) {
      expect(outcome(decided({ type: 'expressSympathy' }, [], strict(name)))).toEqual([`same-person li: ${name}`])
      expect(outcome(decided(judging, [sorry], strict(name)))).toEqual([`same-person li: ${name}`])
    }
    for (const name of ['expressSympathy', 'SympathyExpressed']) {
      expect(outcome(decided(judging, [sorry], strict(name)))).toEqual(['ComplaintAccepted → accepted'])
      expect(outcome(decided({ ...judging, by: manager }, [sorry], strict(name)))).toEqual([`same-person chen: ${name}`])
    }
  })
})

describe('decideComplaint: limits', () => {
  const approve = (money: object, told: object = {}, by = manager): string[] =>
    outcome(decided({ type: 'approveSolution', by, ...told }, proposed(money, wu)))
  const yes = ['SolutionApproved → approved']
  const over = (total: string, currency = 'CNY', upTo: string | null = '5000.00'): string[] => [
    `over-limit manager ${total} ${currency}: ${upTo}; director`,
  ]

  it.each<[amount: string | number, paid: string | number, total: string | null]>([
    ['5000', '0', null],
    ['5000.00', 0, null],
    [5000, '0.00', null],
    ['5000.01', '0', '5000.01'],
    [5000.01, 0, '5000.01'],
    ['4999.99', '0.01', null],
    ['4999.99', '0.02', '5000.01'],
    ['3000', '2000', null],
    ['3000', '2000.01', '5000.01'],
    ['0', '5000', null],
    ['0', '5000.01', '5000.01'],
    ['0.01', '5000', '5000.01'],
    ['5000.00000000000000000000000000000000001', 0, '5000.00000000000000000000000000000000001'],
    ['4999.99999999999999999999999999999999999', 0, null],
    ['4999.99999999999999999999999999999999999', '0.00000000000000000000000000000000001', null],
    [0.1 + 0.2, 4999.7, '5000.00000000000000004'],
    ['0.3', 4999.7, null],
    ['1e3', '4e3', null],
    [1e21, 0, '1000000000000000000000.00'],
  ])('of 5000 CNY for what a customer gets in all: %s after %s', (amount, paid, total) => {
    expect(approve({ amount, currency: 'CNY' }, { paidToCustomer: paid })).toEqual(total === null ? yes : over(total))
    expect(approve({ amount, currency: 'CNY' }, { paidToCustomer: paid }, director)).toEqual(yes)
  })

  it('count what was paid before, which must be told', () => {
    for (const blank of [{}, { paidToCustomer: null }, { paidToCustomer: undefined }]) {
      expect(approve({ amount: '1', currency: 'CNY' }, blank)).toEqual(['evidence paidToCustomer'])
      expect(approve({ amount: '5000.01', currency: 'CNY' }, blank)).toEqual(['evidence paidToCustomer', ...over('5000.01')])
      expect(approve({ amount: '5000.01', currency: 'CNY' }, blank, director)).toEqual(yes)
    }
  })

  it('are in one currency: in another one, who has limits may approve nothing', () => {
    expect(approve({ amount: '0.01', currency: 'USD' }, { paidToCustomer: 0 })).toEqual(over('0.01', 'USD', null))
    expect(approve({ amount: '0', currency: 'JPY' })).toEqual(over('0', 'JPY', null))
    expect(approve({ amount: '99', currency: 'USD' }, {}, director)).toEqual(yes)
  })

  it('do not matter where nothing is paid', () => {
    expect(approve({})).toEqual(yes)
    expect(approve({ amount: null, currency: 'CNY' })).toEqual(yes)
    expect(approve({ amount: undefined }, { amount: 0, currency: 'CNY' })).toEqual(yes)
  })

  it('send an amount up a level', () => {
    const dear = proposed({ amount: '5000.01', currency: 'CNY' })
    expect(outcome(decided({ type: 'escalateApproval', by: manager }, dear))).toEqual(['ApprovalEscalated → escalated'])
    const up = [...dear, { type: 'escalateApproval', by: manager }]
    expect(outcome(decided({ type: 'approveSolution', by: director }, up))).toEqual(yes)
    expect(outcome(decided({ type: 'approveSolution', by: manager, paidToCustomer: 0 }, up))).toEqual(['role manager: director', ...over('5000.01')])
    expect(outcome(decided({ type: 'sendBack', by: director }, up))).toEqual(['SolutionSentBack → analysed'])
  })

  it('are written down with the amount that is approved, in canonical form', () => {
    const money = { amount: 120.5, currency: 'CNY' }
    const [event] = eventsOf(decided({ type: 'approveSolution', by: manager, paidToCustomer: '0.0' }, proposed(money, wu)))
    expect(event).toMatchObject({ amount: '120.50', currency: 'CNY', paidToCustomer: '0.00' })
    const [same] = eventsOf(
      decided({ type: 'approveSolution', by: manager, paidToCustomer: 1e3, amount: '120.500', currency: 'CNY' }, proposed(money, wu)),
    )
    expect(same).toMatchObject({ amount: '120.50', currency: 'CNY', paidToCustomer: '1000.00' })
    const [free] = eventsOf(decided({ type: 'approveSolution', by: manager }, proposed({}, wu)))
    expect(free).not.toHaveProperty('amount')
    const [yen] = eventsOf(
      decided({ type: 'approveSolution', by: director, paidToCustomer: '7.50' }, proposed({ amount: '1e3', currency: 'JPY' }, wu)),
    )
    expect(yen).toMatchObject({ amount: '1000', currency: 'JPY', paidToCustomer: '7.5' })
  })

  it('hold for what is proposed in this cycle: an approval of anything else is bad input', () => {
    const issues = (told: object, money: object = { amount: '120', currency: 'CNY' }): unknown =>
      issuesOf(() => approve(money, { paidToCustomer: 0, ...told }))
    expect(issues({ amount: '119.99', currency: 'CNY' })).toEqual([['outdated-input', ['command', 'amount']]])
    expect(issues({ amount: '120', currency: 'USD' })).toEqual([['outdated-input', ['command', 'amount']]])
    expect(issues({ currency: 'USD' })).toEqual([['outdated-input', ['command', 'currency']]])
    expect(issues({ amount: '0.01', currency: 'CNY' }, {})).toEqual([['outdated-input', ['command', 'amount']]])
    expect(approve({ amount: '120', currency: 'CNY' }, { paidToCustomer: 0, currency: 'CNY' })).toEqual(yes)
    expect(approve({}, { currency: 'USD' })).toEqual(yes)
  })

  it('tell of a conflict first, where another amount was proposed in the meantime', () => {
    const seen = proposed({ amount: '120', currency: 'CNY' }, wu)
    const meanwhile = [...seen, { type: 'sendBack', by: director }, { ...proposing, by: wu, amount: '150', currency: 'CNY' }]
    const told = { type: 'approveSolution', by: manager, amount: '120', currency: 'CNY', paidToCustomer: 0, expectedSequence: 7 }
    expect(outcome(decided(told, meanwhile))).toEqual(['conflict 7 9'])
    expect(issuesOf(() => decided({ ...told, expectedSequence: 9 }, meanwhile))).toEqual([['outdated-input', ['command', 'amount']]])
  })
})

describe('decideComplaint: ends and new beginnings', () => {
  it('has a rejected complaint told to the customer and filed in a step of its own, never closed', () => {
    expect(outcome(decided({ type: 'notifyCustomer' }, rejecting))).toEqual(['CustomerNotified → rejected', 'RejectionFiled → rejection-filed'])
    const state = stateAfter(ways['rejection-filed'] as readonly Told[])
    expect([state.closed, Object.hasOwn(state.facts, 'ComplaintClosed'), state.record['appealRoute']]).toEqual([true, false, 'the ombudsman'])
    expect(outcome(decided({ type: 'evaluateComplaint' }, ways['rejection-filed']))).toEqual(['closed evaluateComplaint'])
    expect(outcome(decided({ type: 'withdraw' }, rejecting))).toEqual([
      'not-in-this-step rejected: recorded, accepted, assigned, analysed, proposed, escalated, approved, awaiting-customer',
    ])
  })

  it('begins a linked cycle: facts anew, the record kept, and the first never erased', () => {
    const first = after(ways['rejection-filed'] as readonly Told[])
    const reopened = eventsOf(decided({ type: 'reopen', reason: 'new photos', by: wu }, ways['rejection-filed']))
    expect(reopened.map(({ type, step, cycle, sequence }) => [type, step, cycle, sequence])).toEqual([
      ['ComplaintReopened', 'rejection-filed', 2, 7],
      ['ReceiptAcknowledged', 'recorded', 2, 8],
    ])
    const all = [...first, ...reopened]
    expect(all.slice(0, first.length)).toEqual(first)
    const state = replayComplaint(all, eightSteps)
    expect(state).toMatchObject({ step: 'recorded', closed: false, cycle: 2, sequence: 8, openedAt: at, proposal: null })
    expect(Object.keys(state.facts)).toEqual(['ComplaintReopened', 'ReceiptAcknowledged'])
    expect(state.record).toMatchObject({ customer: 'Wang', verdict: 'rejected', grounds: 'Not ours.', reason: 'new photos' })
    const judging = command({ type: 'judgeComplaint', verdict: 'upheld', grounds: 'x' })
    expect(outcome(decideComplaint({ command: judging, state }, eightSteps))).toEqual(['evidence SympathyExpressed by expressSympathy'])
  })

  it('goes the whole way a second time, and a third', () => {
    const state = stateAfter([...settled, { type: 'reopen' }, ...settled, { type: 'reopen' }, ...settled])
    expect(state).toMatchObject({ step: 'closed', closed: true, cycle: 3, sequence: 3 * 13 })
    expect(Object.values(state.facts).every(({ sequence }) => sequence > 26)).toBe(true)
  })

  it.each(['closed', 'withdrawn', 'rejection-filed'])('reopens what is %s', (step) => {
    expect(outcome(decided({ type: 'reopen' }, ways[step]))).toEqual([`ComplaintReopened → ${step}`, 'ReceiptAcknowledged → recorded'])
  })

  it('does not reopen what was merged: it goes on in the other one', () => {
    expect(outcome(decided({ type: 'reopen' }, ways['merged']))).toEqual(['closed reopen'])
    expect(stateAfter(ways['merged'] as readonly Told[]).record['into']).toBe('C-2')
    expect(issuesOf(() => decided({ type: 'mergeInto', into: 'C-1' }))).toEqual([['reserved-name', ['command', 'into']]])
  })

  it('leaves a disputed solution to be carried out, or taken up again', () => {
    const disputed = [...until(7), disputing]
    expect(outcome(decided(disputing, until(7)))).toEqual(['CustomerResponseRecorded → notified', 'SolutionDisputed → notified'])
    expect(outcome(decided({ type: 'reopen' }, disputed))).toEqual(['ComplaintReopened → notified', 'ReceiptAcknowledged → recorded'])
    expect(outcome(decided({ type: 'evaluateComplaint' }, [...disputed, { type: 'carryOutSolution' }]))).toEqual([
      'ComplaintEvaluated → notified',
      'ComplaintClosed → closed',
    ])
    expect(outcome(decided({ type: 'reopen' }, [...disputed, { type: 'reopen' }]))).toEqual([
      'not-in-this-step recorded: notified, closed, rejection-filed, withdrawn',
    ])
  })

  it.each<[object, readonly string[]]>([
    [{ response: 'accepted' }, ['CustomerResponseRecorded']],
    [{ accepted: true }, ['CustomerResponseRecorded']],
    [{ response: 'disputed' }, ['CustomerResponseRecorded', 'SolutionDisputed']],
    [{ disputed: true }, ['CustomerResponseRecorded', 'SolutionDisputed']],
  ])('takes in what the customer says of it: %j', (told, events) => {
    const decision = decided({ type: 'recordCustomerResponse', ...told }, until(7))
    expect(eventsOf(decision).map(({ type, step }) => [type, step])).toEqual(events.map((type) => [type, 'notified']))
  })

  it('corrects the record without touching what was written down', () => {
    const before = stateAfter(until(3))
    const [event] = eventsOf(decided({ type: 'correctRecord', description: 'The lid leaks.' }, until(3)))
    const corrected = evolveComplaint({ state: before, event: event as never }, eightSteps)
    expect(corrected.record).toEqual({ ...before.record, description: 'The lid leaks.' })
    expect([corrected.step, corrected.enteredAt]).toEqual([before.step, before.enteredAt])
    expect(issuesOf(() => decided({ type: 'correctRecord', content: 'price' as never }))).toEqual([['not-allowed', ['command', 'content']]])
  })

  it('puts a deadline off to any date there is', () => {
    for (const date of ['2024-02-29', '0001-01-02', '9999-12-31']) {
      expect(outcome(decided({ type: 'extendDeadline', until: date, by: manager }))).toEqual(['DeadlineExtended → recorded'])
    }
  })
})

describe('decideComplaint: waiting', () => {
  const waiting = Object.keys(known).filter((step) => known[step]?.includes('awaitCustomer'))

  it.each(waiting)('for the customer, and back to %s', (step) => {
    const before = [...(ways[step] as readonly Told[]), { type: 'awaitCustomer' }]
    const state = stateAfter(before)
    expect([state.step, state.returnTo]).toEqual(['awaiting-customer', [step]])
    expect(outcome(decided({ type: 'customerReplied' }, before))).toEqual([`CustomerReplied → ${step}`])
    const replied = stateAfter([...before, { type: 'customerReplied' }])
    expect([replied.step, replied.returnTo]).toEqual([step, []])
    expect(outcome(decided({ type: 'awaitCustomer' }, before))).toEqual([`not-in-this-step awaiting-customer: ${waiting.join(', ')}`])
  })

  it('is over with a withdrawal', () => {
    expect(stateAfter([{ type: 'awaitCustomer' }, { type: 'withdraw' }])).toMatchObject({ step: 'withdrawn', returnTo: [] })
  })

  const emits = (on: string, to: string): WorkflowMove => ({ on, to, emits: [`${on[0]?.toUpperCase()}${on.slice(1)}`] })
  const waits: WorkflowDefinition = {
    kind: 'complaint-workflow',
    id: 'waits',
    version: 1,
    initial: 'open',
    opening: { needs: [], emits: ['Opened'] },
    steps: {
      open: { title: 'Open', moves: [emits('askCustomer', 'customer'), emits('askSupplier', 'supplier')] },
      customer: {
        title: 'Customer',
        moves: [emits('askSupplier', 'supplier'), emits('goOn', '@previous'), emits('drop', 'done'), emits('restart', 'open')],
      },
      supplier: { title: 'Supplier', moves: [emits('askCustomer', 'customer'), emits('goOn', '@previous'), emits('stay', '.')] },
      done: { title: 'Done', final: true, moves: [emits('goOn', '@previous')] },
    },
  }
  const standing = (...types: readonly string[]): readonly unknown[] => {
    const { step, returnTo } = stateAfter(
      types.map((type) => ({ type })),
      waits,
    )
    return [step, ...returnTo]
  }

  it('nests, and leads back one by one', () => {
    expect(standing('askCustomer')).toEqual(['customer', 'open'])
    expect(standing('askCustomer', 'askSupplier')).toEqual(['supplier', 'open', 'customer'])
    expect(standing('askCustomer', 'askSupplier', 'stay')).toEqual(['supplier', 'open', 'customer'])
    expect(standing('askCustomer', 'askSupplier', 'goOn')).toEqual(['customer', 'open'])
    expect(standing('askCustomer', 'askSupplier', 'goOn', 'goOn')).toEqual(['open'])
  })

  it('never nests a step in itself', () => {
    expect(standing('askCustomer', 'askSupplier', 'askCustomer')).toEqual(['customer', 'open'])
    expect(standing('askSupplier', 'askCustomer', 'askSupplier', 'goOn')).toEqual(['open'])
    expect(standing('askCustomer', 'restart')).toEqual(['open'])
    expect(standing('askCustomer', 'askSupplier', 'goOn', 'drop', 'goOn')).toEqual(['customer', 'open'])
  })

  it('has no way back where it came from nowhere: the move is as good as absent', () => {
    const fresh = { ...waits, initial: 'supplier' }
    expect(outcome(decided({ type: 'goOn' }, [], fresh))).toEqual(['not-in-this-step supplier: customer, done'])
    expect(outcome(decided({ type: 'stay' }, [], fresh))).toEqual(['Stay → supplier'])
  })
})

describe("decideComplaint: a company's own definition", () => {
  const clerk = { id: 'sun', role: 'clerk' }
  const leader = { id: 'zhou', role: 'shift-leader' }
  const settle = (told: object, by = clerk): string[] => outcome(decided({ type: 'settleOnTheSpot', by, remedy: 'x', ...told }, [], counterService))
  const yes = ['SolutionApproved → settled']

  it('limits what is settled on the spot by the amount of the command itself', () => {
    expect(settle({ amount: 200, currency: 'CNY' })).toEqual(yes)
    expect(settle({ amount: '200.01', currency: 'CNY' })).toEqual(['over-limit clerk 200.01 CNY: 200.00; shift-leader'])
    expect(settle({ amount: '2000', currency: 'CNY' }, leader)).toEqual(yes)
    expect(settle({ amount: '2000.01', currency: 'CNY' }, leader)).toEqual(['over-limit shift-leader 2000.01 CNY: 2000.00; '])
    expect(settle({ amount: '200', currency: 'CNY', paidToCustomer: '1000' })).toEqual(yes)
    expect(settle({ amount: '1', currency: 'EUR' }, leader)).toEqual(['over-limit shift-leader 1.00 EUR: null; '])
    expect(settle({})).toEqual(yes)
    expect(settle({ amount: '300', currency: 'CNY', remedy: '' }, agent)).toEqual(['evidence remedy', 'role agent: clerk, shift-leader'])
  })

  it('keeps who took the complaint from turning it down, and hears it again', () => {
    const down: Told = { type: 'turnDown', grounds: 'x', by: { id: 'li', role: 'shift-leader' } }
    expect(outcome(decided(down, [], counterService))).toEqual(['same-person li: recorder'])
    expect(outcome(decided({ ...down, by: leader }, [], counterService))).toEqual(['ComplaintRejected → heard', 'CustomerNotified → turned-down'])
    const again = [{ ...down, by: leader }, { type: 'reopen' }]
    expect(stateAfter(again, counterService)).toMatchObject({ step: 'heard', cycle: 2, closed: false })
    // Who recorded is known in the first cycle alone.
    expect(outcome(decided(down, again, counterService))).toEqual(['ComplaintRejected → heard', 'CustomerNotified → turned-down'])
  })

  it('goes from hearing to filing', () => {
    const told: Told = { type: 'settleOnTheSpot', by: clerk, remedy: 'x' }
    expect(stateAfter([told, { type: 'thankCustomer', by: leader }], counterService)).toMatchObject({ step: 'filed', closed: true })
    expect(outcome(decided({ type: 'reopen' }, [told, { type: 'thankCustomer', by: leader }], counterService))).toEqual(['closed reopen'])
  })

  const step = (...moves: readonly WorkflowMove[]): WorkflowDefinition => ({
    ...counterService,
    id: 'own',
    steps: { heard: { title: 'Heard', moves }, filed: { title: 'Filed', final: true, moves: [] } },
    limits: [],
  })

  it('makes the first of several moves on a command that can be made', () => {
    const definition = step(
      { on: 'go', to: 'filed', when: { field: 'command.way', operator: 'equals', value: 1 }, emits: ['One'] },
      { on: 'go', to: '.', role: ['boss'], emits: ['Two'] },
      { on: 'go', to: '.', needs: ['note'], emits: ['Three'] },
    )
    const go = (told: object): string[] => outcome(decided({ type: 'go', ...told }, [], definition))
    expect(go({ way: 1 })).toEqual(['One → filed'])
    expect(go({ way: '1.0', note: 'x' })).toEqual(['One → filed'])
    expect(go({ way: 2, by: { id: 'x', role: 'boss' } })).toEqual(['Two → heard'])
    expect(go({ note: 'x' })).toEqual(['Three → heard'])
    expect(go({ note: null })).toEqual(['role agent: boss', 'evidence note'])
  })

  it('sees in conditions all that the command says, and where the complaint stands', () => {
    const given = (field: string, value: string | number, told: object = {}): string[] => {
      const definition = step({ on: 'go', to: 'filed', when: { field, operator: 'equals', value }, emits: ['Gone'] })
      return outcome(decided({ type: 'go', ...told }, [], definition))
    }
    const yes = ['Gone → filed']
    expect(given('command.type', 'go')).toEqual(yes)
    expect(given('command.at', at)).toEqual(yes)
    expect(given('command.by.role', 'agent')).toEqual(yes)
    expect(given('command.by.id', 'chen')).toEqual(['condition command.by.id "li"'])
    expect(given('command.complaint', 'C-1', { complaint: 'C-1' })).toEqual(yes)
    expect(given('command.complaint', 'C-1')).toEqual(['condition command.complaint null'])
    expect(given('command.expectedSequence', 1, { expectedSequence: 1 })).toEqual(yes)
    expect(given('command.amount', '120', { amount: '120.0', currency: 'CNY' })).toEqual(yes)
    expect(given('command.deep.er', 'x', { deep: { er: 'x' } })).toEqual(yes)
    expect(given('command.constructor', 'x')).toEqual(['condition command.constructor null'])
    expect(given('state.step', 'heard')).toEqual(yes)
    expect(given('state.cycle', 1)).toEqual(yes)
    expect(given('state.record.customer', 'Wang')).toEqual(yes)
    expect(given('state.facts.ComplaintRecorded.by.id', 'li')).toEqual(yes)
  })

  it('looks back from the date that the command is given on, as it is written', () => {
    const definition = step({ on: 'go', to: 'filed', when: { field: 'command.boughtOn', operator: 'within', value: 'P30D' }, emits: ['Gone'] })
    const go = (moment: string, boughtOn: string): boolean => decided({ type: 'go', at: moment, boughtOn }, [], definition).ok
    expect(go('2024-03-01T00:30:00+08:00', '2024-01-31')).toBe(true)
    expect(go('2024-03-01T00:30:00+08:00', '2024-01-30')).toBe(false)
    // The same moment, written an ocean away.
    expect(go('2024-02-29T16:30:00Z', '2024-01-30')).toBe(true)
    expect(go('2024-02-29T16:30:00Z', '2024-03-01')).toBe(false)
  })

  it('takes conjuncts for conditions each by itself', () => {
    const when = {
      all: [
        { field: 'command.a', operator: 'equals', value: 1 },
        {
          all: [
            { field: 'command.b', operator: 'equals', value: 2 },
            { any: [{ field: 'command.c', operator: 'equals', value: 3 }, { not: { field: 'command.d', operator: 'equals', value: 4 } }] },
          ],
        },
      ],
    } as const
    const definition = step({ on: 'go', to: 'filed', when, emits: ['Gone'] })
    const go = (told: object): string[] => outcome(decided({ type: 'go', ...told }, [], definition))
    expect(go({ d: 4 })).toEqual(['condition command.a null', 'condition command.b null', 'condition command.c null, command.d 4'])
    expect(go({ a: 1, d: 4 })).toEqual(['condition command.b null', 'condition command.c null, command.d 4'])
    expect(go({ a: 1, b: 2 })).toEqual(['Gone → filed'])
  })

  it('may need whatever a command says', () => {
    const needs = ['type', 'at', 'by', 'complaint', 'expectedSequence', 'constructor', 'toString']
    const definition = step({ on: 'go', to: 'filed', needs, emits: ['Gone'] })
    const go = (told: object): string[] => outcome(decided({ type: 'go', ...told }, [], definition))
    expect(go({})).toEqual(['evidence complaint', 'evidence expectedSequence', 'evidence constructor', 'evidence toString'])
    expect(go({ complaint: 'C-1', expectedSequence: 1, constructor: 0, toString: false } as object)).toEqual(['Gone → filed'])
  })

  it('approves at once what is proposed within limits, and sends the rest up', () => {
    const definition: WorkflowDefinition = {
      ...step(
        { on: 'proposeSolution', to: '.', role: ['clerk', 'shift-leader'], emits: ['SolutionProposed', 'SolutionApproved'] },
        { on: 'proposeSolution', to: '.', emits: ['SolutionProposed'] },
      ),
      limits: [{ role: 'clerk', upTo: { amount: '200', currency: 'CNY' }, cumulative: true }],
    }
    const propose = (amount: number | undefined, told: object = {}): Told => {
      return { type: 'proposeSolution', by: clerk, remedy: 'x', paidToCustomer: 0, ...(amount !== undefined && { amount, currency: 'CNY' }), ...told }
    }
    const both = ['SolutionProposed → heard', 'SolutionApproved → heard']
    expect(outcome(decided(propose(200), [], definition))).toEqual(both)
    expect(outcome(decided(propose(200.01), [], definition))).toEqual(['SolutionProposed → heard'])
    expect(outcome(decided(propose(100, { paidToCustomer: 101 }), [], definition))).toEqual(['SolutionProposed → heard'])
    // What counts is what is proposed now, not what was proposed before.
    expect(outcome(decided(propose(80), [propose(6000)], definition))).toEqual(both)
    expect(outcome(decided(propose(6000), [propose(80)], definition))).toEqual(['SolutionProposed → heard'])
    const [free] = eventsOf(decided(propose(undefined), [propose(6000)], definition))
    expect(free).not.toHaveProperty('amount')
    expect(stateAfter([propose(6000), propose(80)], definition).proposal).toMatchObject({ amount: '80.00', sequence: 3 })
  })

  it('carries a proposal in the first event of a move that proposes, whatever its names', () => {
    const propose = (on: string, emits: readonly [string, ...string[]]): WorkflowDefinition =>
      step({ on, to: '.', emits }, { on: 'approveSolution', to: 'filed', notBy: ['proposer'], emits: ['SolutionApproved'] })
    const money = { remedy: 'refund', amount: '10', currency: 'CNY' }
    for (const [on, emits] of [
      ['proposeSolution', ['Suggested']],
      ['suggest', ['SolutionProposed']],
      ['suggest', ['Suggested', 'SolutionProposed']],
      ['proposeSolution', ['Suggested', 'SolutionProposed']],
      ['proposeSolution', ['SolutionProposed', 'Suggested']],
    ] as const) {
      const state = stateAfter([{ type: on, ...money }], propose(on, emits))
      expect(state.proposal).toEqual({ remedy: 'refund', amount: '10.00', currency: 'CNY', sequence: 2, at, by: agent })
      expect(outcome(decideComplaint({ command: command({ type: 'approveSolution' }), state }, propose(on, emits)))).toEqual([
        'same-person li: proposer',
      ])
    }
    const opening = { ...propose('suggest', ['SolutionProposed']), opening: { needs: [], emits: ['ComplaintRecorded', 'SolutionProposed'] } } as const
    const told = { complaint: 'C-1', customer: 'Wang', ...money } as const
    const events = eventsOf(openComplaint({ type: 'recordComplaint', at, by: agent, ...told }, opening))
    expect(replayComplaint(events, opening).proposal).toMatchObject({ remedy: 'refund', amount: '10.00', sequence: 1 })
  })
})

describe('decideComplaint: bad input', () => {
  const state = stateAfter([])
  const good = command({ type: 'escalate' })
  const decide = (told: unknown, where: unknown = state, definition: unknown = eightSteps): Decision =>
    decideComplaint({ command: told, state: where } as never, definition as never)
  const wrong = (told: object): unknown => issuesOf(() => decide({ ...good, ...told }))
  it('takes what is good, frozen, with keys left undefined', () => {
    const frozen = deepFreeze({
      command: { ...good, expectedSequence: undefined, complaint: undefined, note: undefined },
      state: structuredClone(state),
    })
    const decision = decideComplaint(frozen, deepFreeze(structuredClone(eightSteps)))
    expect(decision.ok).toBe(true)
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })

  it.each<[object, string, readonly (string | number)[]]>([
    [{ type: undefined }, 'missing', ['type']],
    [{ type: '' }, 'empty', ['type']],
    [{ type: 7 }, 'wrong-type', ['type']],
    [{ at: undefined }, 'missing', ['at']],
    [{ at: '2024-03-01' }, 'not-a-moment', ['at']],
    [{ at: '2024-03-01T09:00:00' }, 'not-a-moment', ['at']],
    [{ at: '2024-02-30T09:00:00Z' }, 'not-a-moment', ['at']],
    [{ at: '2024-03-01T24:00:00Z' }, 'not-a-moment', ['at']],
    [{ at: new Date(0) }, 'not-a-moment', ['at']],
    [{ at: 0 }, 'not-a-moment', ['at']],
    [{ by: undefined }, 'missing', ['by']],
    [{ by: 'li' }, 'wrong-type', ['by']],
    [{ by: { id: 'li' } }, 'missing', ['by', 'role']],
    [{ by: { id: '', role: 'agent' } }, 'empty', ['by', 'id']],
    [{ by: { id: 'li', role: 'agent', department: '' } }, 'empty', ['by', 'department']],
    [{ by: { id: 'li', role: 'agent', name: 'Li' } }, 'unknown-key', ['by', 'name']],
    [{ by: Object.assign(Object.create({ id: 'li' }), { role: 'agent' }) }, 'missing', ['by', 'id']],
    [{ expectedSequence: -1 }, 'too-small', ['expectedSequence']],
    [{ expectedSequence: 1.5 }, 'not-an-integer', ['expectedSequence']],
    [{ expectedSequence: '2' }, 'not-an-integer', ['expectedSequence']],
    [{ expectedSequence: null }, 'not-an-integer', ['expectedSequence']],
    [{ complaint: 'C-2' }, 'not-allowed', ['complaint']],
    [{ complaint: 7 }, 'wrong-type', ['complaint']],
    [{ customer: 7 }, 'wrong-type', ['customer']],
    [{ content: 'price' }, 'not-allowed', ['content']],
    [{ into: 7 }, 'wrong-type', ['into']],
    [{ into: 'C-1' }, 'reserved-name', ['into']],
    [{ amount: '1' }, 'missing', ['currency']],
    [{ amount: -1, currency: 'CNY' }, 'too-small', ['amount']],
    [{ amount: Number.NaN, currency: 'CNY' }, 'wrong-type', ['amount']],
    [{ amount: ' 1 ', currency: 'CNY' }, 'not-a-decimal', ['amount']],
    [{ amount: '0x3', currency: 'CNY' }, 'not-a-decimal', ['amount']],
    [{ amount: '１２', currency: 'CNY' }, 'not-a-decimal', ['amount']],
    [{ amount: '', currency: 'CNY' }, 'not-a-decimal', ['amount']],
    [{ amount: '1e5000', currency: 'CNY' }, 'too-many-digits', ['amount']],
    [{ amount: '1', currency: 'cny' }, 'unknown-currency', ['currency']],
    [{ currency: 'XXX' }, 'unknown-currency', ['currency']],
    [{ paidToCustomer: 'x' }, 'not-a-decimal', ['paidToCustomer']],
    [{ paidToCustomer: '-0.01' }, 'too-small', ['paidToCustomer']],
    [{ sequence: 3 }, 'reserved-name', ['sequence']],
    [{ definition: 'x' }, 'reserved-name', ['definition']],
    [{ step: 'closed' }, 'reserved-name', ['step']],
    [{ cycle: 2 }, 'reserved-name', ['cycle']],
    [{ command: 'x' }, 'reserved-name', ['command']],
    [{ following: 0 }, 'reserved-name', ['following']],
    [JSON.parse('{"__proto__":{"type":"x"}}'), 'reserved-name', ['__proto__']],
    [{ note: Number.POSITIVE_INFINITY }, 'wrong-type', ['note']],
    [{ note: [Number.NaN] }, 'wrong-type', ['note', 0]],
    [{ note: { when: new Date(0) } }, 'wrong-type', ['note', 'when']],
    [{ note: new Map() }, 'wrong-type', ['note']],
    [{ note: () => 1 }, 'wrong-type', ['note']],
    [{ note: 5n }, 'wrong-type', ['note']],
    [{ note: Symbol('x') }, 'wrong-type', ['note']],
    [{ note: [1, undefined] }, 'wrong-type', ['note', 1]],
    [{ note: JSON.parse('{"a":{"__proto__":1}}') }, 'reserved-name', ['note', 'a', '__proto__']],
  ])('command %o', (told, code, path) => {
    const { __proto__: lost, ...rest } = { ...told } as { readonly [key: string]: unknown }
    const value = Object.hasOwn(told, '__proto__')
      ? Object.defineProperty({ ...good }, '__proto__', { value: lost, enumerable: true })
      : { ...good, ...rest }
    expect(issuesOf(() => decide(value))).toEqual([[code, ['command', ...path]]])
  })

  it.each([undefined, null, 'x', 7, [], new Map(), () => 1])('no command, no state, no subject: %o', (value) => {
    const code = value === undefined ? 'missing' : 'wrong-type'
    expect(issuesOf(() => decide(value))).toEqual([[code, ['command']]])
    expect(issuesOf(() => decideComplaint({ command: good, state: value as never }, eightSteps))).toEqual([[code, ['state']]])
    expect(issuesOf(() => decideComplaint({ command: good, state }, value as never))).toEqual([[code, ['definition']]])
    expect(issuesOf(() => decideComplaint(value as never, eightSteps))).toEqual([[code, ['subject']]])
  })

  it('tells everything at once', () => {
    expect(wrong({ type: '', at: 'now', by: {}, amount: 'x', note: Number.NaN })).toEqual([
      ['empty', ['command', 'type']],
      ['not-a-moment', ['command', 'at']],
      ['missing', ['command', 'by', 'id']],
      ['missing', ['command', 'by', 'role']],
      ['wrong-type', ['command', 'note']],
      ['not-a-decimal', ['command', 'amount']],
      ['missing', ['command', 'currency']],
    ])
    expect(issuesOf(() => decide({ ...good, at: 'now' }, { ...state, step: 'gone', sequence: 0, x: 1 }, { ...eightSteps, initial: 'gone' }))).toEqual(
      [
        ['not-allowed', ['definition', 'initial']],
        ['not-a-moment', ['command', 'at']],
        ['unknown-key', ['state', 'x']],
        ['too-small', ['state', 'sequence']],
      ],
    )
    expect(issuesOf(() => decideComplaint({ command: good, state, actor: 1 } as never, eightSteps))).toEqual([['unknown-key', ['actor']]])
  })

  it('refuses what has no end, and what goes down too far', () => {
    const cyclic: unknown[] = []
    cyclic.push(cyclic, cyclic)
    expect(issuesOf(() => decide({ ...good, note: cyclic }))).toContainEqual(['too-deep', ['command', 'note', ...Array(100).fill(0)]])
    const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
    expect(decide({ ...good, note: deep(100) }).ok).toBe(true)
    expect(wrong({ note: deep(101) })).toEqual([['too-deep', ['command', 'note', ...Array(100).fill(0)]]])
  })

  it('takes nothing from prototypes', () => {
    expect(issuesOf(() => decide(Object.create(good)))).toEqual([
      ['missing', ['command', 'type']],
      ['missing', ['command', 'at']],
      ['missing', ['command', 'by']],
    ])
    const inherits = Object.assign(Object.create({ expectedSequence: 99, content: 'price', amount: 'x' }), good)
    expect(decide(inherits).ok).toBe(true)
    expect(eventsOf(decide(inherits))[0]).toEqual(eventsOf(decide(good))[0])
  })

  it('writes down a copy, whatever becomes of the command later', () => {
    const told = { ...good, note: { list: [1, { x: -0 }], gone: undefined } }
    const [event] = eventsOf(decide(told))
    told.note.list.push(2)
    expect(event?.['note']).toStrictEqual({ list: [1, { x: 0 }] })
    const getter = Object.defineProperty({ ...good }, 'note', { enumerable: true, get: () => 'told' })
    expect(eventsOf(decide(getter))[0]).toMatchObject({ note: 'told' })
  })

  it.each<[Partial<{ [Key in keyof ComplaintState]: unknown }> & { readonly x?: number }, string, readonly (string | number)[]]>([
    [{ complaint: '' }, 'empty', ['complaint']],
    [{ definition: undefined }, 'missing', ['definition']],
    [{ definition: { id: 'eight-steps', version: 1 } }, 'other-policy', ['definition']],
    [{ definition: { id: 'other', version: '1' } }, 'other-policy', ['definition']],
    [{ definition: { id: 'eight-steps', version: Number.NaN } }, 'wrong-type', ['definition', 'version']],
    [{ definition: { id: 'eight-steps' } }, 'missing', ['definition', 'version']],
    [{ definition: { kind: 'x', id: 'eight-steps', version: '1' } }, 'unknown-key', ['definition', 'kind']],
    [{ sequence: 0 }, 'too-small', ['sequence']],
    [{ cycle: 1.5 }, 'not-an-integer', ['cycle']],
    [{ following: -1 }, 'too-small', ['following']],
    [{ following: 1 }, 'not-allowed', ['following']],
    [{ step: 'gone' }, 'not-allowed', ['step']],
    [{ step: 7 }, 'wrong-type', ['step']],
    [{ closed: 'no' }, 'wrong-type', ['closed']],
    [{ closed: true }, 'outdated-input', ['closed']],
    [{ returnTo: null }, 'wrong-type', ['returnTo']],
    [{ returnTo: ['gone'] }, 'not-allowed', ['returnTo', 0]],
    [{ returnTo: ['recorded', 'recorded'] }, 'duplicate', ['returnTo', 1]],
    [{ returnTo: [7] }, 'wrong-type', ['returnTo', 0]],
    [{ openedAt: 'x' }, 'not-a-moment', ['openedAt']],
    [{ enteredAt: undefined }, 'missing', ['enteredAt']],
    [{ updatedAt: '2024-03-01' }, 'not-a-moment', ['updatedAt']],
    [{ facts: [] }, 'wrong-type', ['facts']],
    [{ facts: { X: 1 } }, 'wrong-type', ['facts', 'X']],
    [{ facts: { X: { sequence: 0, at, by: agent } } }, 'too-small', ['facts', 'X', 'sequence']],
    [{ facts: { X: { sequence: 1, at, by: agent, y: 1 } } }, 'unknown-key', ['facts', 'X', 'y']],
    [{ facts: JSON.parse(`{"__proto__":${JSON.stringify({ sequence: 1, at, by: agent })}}`) }, 'reserved-name', ['facts', '__proto__']],
    [{ record: null }, 'wrong-type', ['record']],
    [{ record: { note: new Date(0) } }, 'wrong-type', ['record', 'note']],
    [{ record: JSON.parse('{"__proto__":1}') }, 'reserved-name', ['record', '__proto__']],
    [{ proposal: undefined }, 'missing', ['proposal']],
    [{ proposal: { sequence: 1, at, by: agent, remedy: null, amount: '1', currency: null } }, 'unknown-currency', ['proposal', 'currency']],
    [{ proposal: { sequence: 1, at, by: agent, remedy: null, amount: 'x', currency: 'CNY' } }, 'not-a-decimal', ['proposal', 'amount']],
    [{ proposal: { sequence: 1, at, by: agent, remedy: new Date(0), amount: null, currency: null } }, 'wrong-type', ['proposal', 'remedy']],
    [{ x: 1 }, 'unknown-key', ['x']],
  ])('state %o', (told, code, path) => {
    expect(issuesOf(() => decide(good, { ...state, ...told }))).toEqual([[code, ['state', ...path]]])
  })

  it('tells everything that is wrong with a state, but of steps of another definition nothing', () => {
    expect(issuesOf(() => decide(good, { ...state, sequence: 0, step: 'gone', returnTo: ['gone', ''], closed: 1 }))).toEqual([
      ['too-small', ['state', 'sequence']],
      ['wrong-type', ['state', 'closed']],
      ['empty', ['state', 'returnTo', 1]],
      ['not-allowed', ['state', 'returnTo', 0]],
      ['not-allowed', ['state', 'step']],
    ])
    expect(issuesOf(() => decide(good, { ...state, definition: { id: 'x', version: 1 }, step: 'gone' }))).toEqual([
      ['other-policy', ['state', 'definition']],
    ])
  })

  it('takes a state back however much the commands told in all', () => {
    const long = Array.from({ length: 4_000 }, () => ({}))
    const events = after(
      ['a', 'b', 'c', 'd'].map((field) => ({ type: 'correctRecord', [field]: long, deep: JSON.parse(`${'['.repeat(99)}1${']'.repeat(99)}`) })),
    )
    expect(outcome(decide(good, replayComplaint(events, eightSteps)))).toEqual(['ComplaintEscalated → recorded'])
    expect(issuesOf(() => decide({ ...good, note: Array.from({ length: 10_001 }, () => ({})) }))).toEqual([
      ['too-many-parts', ['command', 'note', 9_999]],
    ])
  })

  it('refuses a state in the middle of a command: more of it is to come', () => {
    const cut = replayComplaint(opened().slice(0, 1), eightSteps)
    expect(cut.following).toBe(1)
    expect(issuesOf(() => decide(good, cut))).toEqual([['not-allowed', ['state', 'following']]])
  })
})
