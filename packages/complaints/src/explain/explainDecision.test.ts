import { describe, expect, it } from 'vitest'
import { after, agent, at, command, director, manager, opened, settled, stateAfter, type Told } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDecision } from '../explain.js'
import {
  type Decision,
  decideComplaint,
  migrateComplaint,
  openComplaint,
  type RefusalReason,
  replayComplaint,
  type WorkflowDefinition,
} from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService, eightSteps } from '../templates.js'

const decide = (told: Told, before: readonly Told[], definition: WorkflowDefinition = eightSteps): Decision =>
  decideComplaint({ command: command(told), state: stateAfter(before, definition) }, definition)

const refusedFor = (reasons: readonly unknown[], definition: WorkflowDefinition = eightSteps): Decision => {
  const { kind, id, version } = definition
  return { ok: false, reasons: reasons as unknown as readonly [RefusalReason], policies: [{ kind, id, version }] }
}

const proposed = (amount: number | undefined, currency = 'CNY'): readonly Told[] => [
  ...settled.slice(0, 4),
  { type: 'proposeSolution', remedy: 'refund', ...(amount === undefined ? {} : { amount, currency }) },
]

/** A refusal in both languages, without the sentence that it is one. */
const both = (decision: Decision, definition: WorkflowDefinition = eightSteps): readonly (readonly string[])[] => [
  explainDecision(decision, definition).sentences.slice(1),
  explainDecision(decision, definition, zhCN).sentences.slice(1),
]

/** The first of the issues that a call throws. */
const firstOf = (run: () => unknown): unknown => (issuesOf(run) as readonly unknown[])[0]

describe('explainDecision, of a command that is accepted', () => {
  it('says what happened, where the complaint stands, and who is responsible next', () => {
    const decision = decide({ type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' }, settled.slice(0, 1))
    expect(explainDecision(decision, eightSteps).sentences).toEqual([
      'li (agent) carried out "judge whether the complaint holds" on complaint C-1 at 2024-03-01T09:00:00+08:00; recorded: complaint accepted (4).',
      'The complaint now stands at "Accepted".',
      'Responsible for what comes next: agent.',
    ])
    expect(explainDecision(decision, eightSteps, zhCN).sentences).toEqual([
      '2024-03-01T09:00:00+08:00，li（客服专员）对投诉 C-1 执行了“判定投诉是否成立”；已记录：投诉成立（4）。',
      '投诉现处于“投诉成立”。',
      '下一步负责人：客服专员。',
    ])
  })

  it('says of one that closes the complaint that it is closed', () => {
    const decision = decide({ type: 'evaluateComplaint' }, settled.slice(0, -1))
    expect(explainDecision(decision, eightSteps).sentences).toEqual([
      'li (agent) carried out "sum up and evaluate" on complaint C-1 at 2024-03-01T09:00:00+08:00; recorded: complaint evaluated (12), complaint closed (13).',
      'The complaint is now closed: it stands at "Closed".',
    ])
    expect(explainDecision(decision, eightSteps, zhCN).sentences[1]).toBe('投诉现已终结，处于“已结案”。')
  })

  it('says of one that reopens it that a cycle begins', () => {
    const decision = decide({ type: 'reopen', by: { ...agent, department: 'desk' } }, settled)
    expect(explainDecision(decision, eightSteps).sentences).toEqual([
      'li (agent, desk) carried out "reopen the complaint" on complaint C-1 at 2024-03-01T09:00:00+08:00; recorded: complaint reopened (14), receipt acknowledged (15).',
      'Cycle 2 begins: what happened before stays on file, but is no evidence any more.',
      'The complaint now stands at "Recorded".',
      'Responsible for what comes next: agent.',
    ])
    expect(explainDecision(decision, eightSteps, zhCN).sentences.slice(0, 2)).toEqual([
      '2024-03-01T09:00:00+08:00，li（客服专员，desk）对投诉 C-1 执行了“重新处理”；已记录：投诉已重新处理（14）、已向客户确认收到（15）。',
      '第 2 轮处理开始：以前的记录照旧归档，但不再作为依据。',
    ])
  })

  it('says of a migration which version gives way to which', () => {
    const to = { ...eightSteps, version: '2' }
    const decision = migrateComplaint({ state: stateAfter([]), at, by: manager }, { from: eightSteps, to })
    expect(explainDecision(decision, to).sentences).toEqual([
      'chen (manager) carried out "bring the complaint under another version" on complaint C-1 at 2024-03-01T09:00:00+08:00; recorded: brought under another version (3).',
      'From now on it is handled by version 2 instead of version 1.',
      'The complaint now stands at "Recorded".',
      'Responsible for what comes next: agent.',
    ])
    expect(explainDecision(decision, to, zhCN).sentences[1]).toBe('此后由第 1 版改按第 2 版处理。')
  })

  it('calls names that have no terms by what they mean to the verbs, or by themselves, and says where nobody is responsible', () => {
    const { responsible: _, ...heard } = counterService.steps['heard'] as (typeof counterService.steps)[string]
    const bare = { ...counterService, steps: { ...counterService.steps, heard }, terms: {} }
    const decision = openComplaint(
      { ...command({ type: 'recordComplaint' }), type: 'recordComplaint', complaint: 'C-1', customer: 'W', content: 'service', description: 'x' },
      bare,
    )
    expect(explainDecision(decision, bare).sentences).toEqual([
      'li (agent) carried out "record the complaint" on complaint C-1 at 2024-03-01T09:00:00+08:00; recorded: complaint recorded (1).',
      'The complaint now stands at "Heard".',
      'Nobody is named as responsible for what comes next.',
    ])
    expect(explainDecision(decision, bare, zhCN).sentences.slice(1)).toEqual(['投诉现处于“已听取”。', '未指定下一步的负责人。'])
    const refused = decideComplaint({ command: { ...command({ type: 'turnDown' }), by: director }, state: stateAfter([], bare) }, bare)
    expect(both(refused, bare)).toEqual([
      [
        'Evidence is lacking: the field "grounds" must be filled in.',
        'The role "director" may not do this; who may: shift-leader.',
        'Why it is so: Whoever took the complaint does not turn it down.',
      ],
      ['缺少依据：须填写“grounds”。', '角色“director”无权执行；有权执行的是：shift-leader。', '理由：接待投诉的人不得自己驳回。'],
    ])
  })

  it('puts names with line breaks on one line', () => {
    const decision = decide({ type: 'expressSympathy', by: { id: 'li\r\nwei\u0085\u000bjun', role: 'agent' } }, [])
    expect(explainDecision(decision, eightSteps).sentences[0]).toMatch(/^li wei jun \(agent\) carried out /)
  })
})

describe('explainDecision, of a command that is refused', () => {
  it('says so first', () => {
    const decision = decide({ type: 'notifyCustomer' }, [])
    expect(explainDecision(decision, eightSteps).sentences[0]).toBe('The command is refused.')
    expect(explainDecision(decision, eightSteps, zhCN).sentences[0]).toBe('该命令不能执行。')
  })

  it('conflict: how many events have come meanwhile', () => {
    const before = settled.slice(0, 2)
    expect(both(decide({ type: 'assignDepartment', department: 'works', expectedSequence: 1 }, before))).toEqual([
      ['Something else has been done in the meantime; events recorded after number 1: 3. Look at the complaint again before acting.'],
      ['此间已有其他操作，第 1 号之后新增的事件数：3。请重新查看投诉，再作处理。'],
    ])
    expect(both(decide({ type: 'assignDepartment', department: 'works', expectedSequence: 9 }, before))).toEqual([
      ['The command was given on events up to number 9, but there are none after number 4; look at the complaint again before acting.'],
      ['该命令依据的是截至第 9 号的事件，而第 4 号之后并无事件；请重新查看投诉，再作处理。'],
    ])
  })

  it('unknown-command: which there are', () => {
    expect(both(decide({ type: 'toString' }, [], counterService), counterService)).toEqual([
      ['There is no command "toString" here; there are: settle on the spot, turn the complaint down, thank the customer, hear it again.'],
      ['这里没有“toString”这一命令；可用的命令：当场处理、驳回投诉、感谢客户、重新听取。'],
    ])
    const still: WorkflowDefinition = { ...counterService, initial: 'filed', steps: { filed: { title: 'Filed', moves: [] } } }
    expect(both(decide({ type: 'thankCustomer' }, [], still), still)).toEqual([
      ['There is no command "thank the customer" here, nor any other.'],
      ['这里没有“感谢客户”这一命令，也没有其他命令。'],
    ])
    expect(both(openComplaint({ ...command({ type: 'open' }), complaint: 'C-1' } as never, eightSteps))[0]).toEqual([
      'There is no command "open" here; there are: record the complaint.',
    ])
  })

  it('closed: what is still possible there', () => {
    expect(both(decide({ type: 'notifyCustomer' }, settled))).toEqual([
      ['"notify the customer" is not possible: the complaint is closed and stands at "Closed"; still possible there: reopen the complaint.'],
      ['不能执行“告知客户”：投诉已终结，处于“已结案”；此处仍可执行：重新处理。'],
    ])
    expect(both(decide({ type: 'reopen' }, [{ type: 'mergeInto', into: 'C-2' }]))).toEqual([
      ['"reopen the complaint" is not possible: the complaint is closed for good and stands at "Merged into another complaint".'],
      ['不能执行“重新处理”：投诉已终结，处于“已并入另一投诉”，不能再作任何处理。'],
    ])
  })

  it('not-in-this-step: where it is possible', () => {
    expect(both(decide({ type: 'notifyCustomer' }, settled.slice(0, 5)))).toEqual([
      ['"notify the customer" is not possible at "Solution proposed"; it is possible at: "Rejected, customer not told yet", "Solution approved".'],
      ['在“已提出处理方案”不能执行“告知客户”；可以执行的步骤：“投诉不成立，尚未告知客户”、“方案已批准”。'],
    ])
    expect(both(decide({ type: 'recordComplaint' }, []))).toEqual([
      ['"record the complaint" is not possible at "Recorded", nor at any other step.'],
      ['在“已记录”不能执行“记录投诉”，在其他步骤也不能执行。'],
    ])
  })

  it('not-in-this-step, of a migration: which steps the other version has', () => {
    const { heard: _, ...others } = counterService.steps
    const to = { ...counterService, version: '2', initial: 'settled', steps: others }
    const { 'turned-down': turnedDown, ...rest } = others
    const without = { ...to, steps: { ...rest, 'turned-down': { ...turnedDown, moves: [] } } } as WorkflowDefinition
    const decision = migrateComplaint({ state: stateAfter([], counterService), at, by: manager }, { from: counterService, to: without })
    expect(both(decision, without)).toEqual([
      [
        'The complaint cannot be brought under the other version, which has no step "heard" and does not say where complaints go that stand there; its steps are: "Settled", "Filed", "Turned down".',
      ],
      ['投诉不能转入另一版流程：该版没有步骤“heard”，也未说明处于该步骤的投诉转到哪里；该版的步骤有：“已处理”、“已归档”、“已驳回”。'],
    ])
    expect(both(decision, counterService)[0]?.[0]).toContain('no step "Heard"')
  })

  it('condition: in the words of the condition, what was found, and why it is so', () => {
    expect(both(decide({ type: 'extendDeadline', by: manager, until: 'soon' }, []))).toEqual([
      [
        'This condition is not met: "new deadline" is a date. As it is: "new deadline": "soon".',
        'Why it is so: A deadline is extended to a date, by whoever answers for it.',
      ],
      ['未满足条件：“新期限”为日期。现状：“新期限”：“soon”。', '理由：期限须由负责人延长到某一日期。'],
    ])
    const merging = decide({ type: 'withdraw' }, [...settled.slice(0, 7), { type: 'awaitCustomer' }])
    expect(both(merging)).toEqual([
      [
        'This condition is not met: "customer notified" has not happened in this cycle. As it is: "customer notified" has happened (event 9).',
        'Why it is so: Once the customer has been told the outcome, the complaint is carried to its end.',
      ],
      ['未满足条件：本轮尚无“已告知客户”。现状：已有“已告知客户”（第 9 号事件）。', '理由：结果已告知客户之后，投诉须处理到底。'],
    ])
  })

  it('evidence: which field to fill in, and what brings an event about', () => {
    expect(both(decide({ type: 'judgeComplaint', verdict: 'upheld' }, []))).toEqual([
      [
        'Evidence is lacking: the field "grounds" must be filled in.',
        'Evidence is lacking: "sympathy expressed" has not happened in this cycle; what brings it about: express sympathy.',
        'Why it is so: First the feelings, then the matter.',
      ],
      ['缺少依据：须填写“理由”。', '缺少依据：本轮尚无“已表示同情”；可由此产生：表示同情。', '理由：先处理感情，再处理事情。'],
    ])
  })

  it('of several moves that are tried: each sentence once, none as if all had to hold', () => {
    expect(both(decide({ type: 'judgeComplaint' }, settled.slice(0, 1)))[0]).toEqual([
      'This condition is not met: "verdict" is "upheld". As it is: "verdict" is not given.',
      'Evidence is lacking: the field "verdict" must be filled in.',
      'Evidence is lacking: the field "grounds" must be filled in.',
      'This condition is not met: "verdict" is "rejected". As it is: "verdict" is not given.',
      'Evidence is lacking: the field "route of appeal" must be filled in.',
      'Why it is so: First the feelings, then the matter.',
      'Why it is so: First the feelings, then the matter; and whoever is turned down is told why, and where to appeal.',
    ])
  })

  it('role, same-person: who may; why it is so only once', () => {
    expect(both(decide({ type: 'approveSolution' }, proposed(undefined)))).toEqual([
      [
        'The role "agent" may not do this; who may: manager, director.',
        'This is not open to li (proposer); somebody else must do it.',
        'Why it is so: Nobody approves what they proposed themselves, or more than their limit allows.',
      ],
      [
        '角色“客服专员”无权执行；有权执行的是：主管经理、总监。',
        'li（方案提出人）不得执行；须由他人执行。',
        '理由：提出方案的人不得自己批准；超过限额的，由上级批准。',
      ],
    ])
    const { settled: step } = counterService.steps
    const [thanks] = (step as (typeof counterService.steps)[string]).moves
    const twoPeople = {
      ...counterService,
      steps: { ...counterService.steps, settled: { ...step, moves: [{ ...thanks, notBy: ['settleOnTheSpot'] }] } },
    } as WorkflowDefinition
    const clerk = { id: 'wu', role: 'clerk' }
    const refused = decide({ type: 'thankCustomer', by: clerk }, [{ type: 'settleOnTheSpot', by: clerk, remedy: 'an apology' }], twoPeople)
    expect(both(refused, twoPeople)).toEqual([
      ['This is not open to wu (whoever stood behind "settle on the spot"); somebody else must do it.'],
      ['wu（“当场处理”的经手人）不得执行；须由他人执行。'],
    ])
  })

  it('over-limit: the amount, what was paid before, the total, the limit, and who may approve it', () => {
    expect(both(decide({ type: 'approveSolution', by: manager, paidToCustomer: '1200.5' }, proposed(4500)))).toEqual([
      [
        'The amount of 4500.00 CNY and what the customer was paid before, 1200.50 CNY, come to 5700.50 CNY; this goes beyond the limit of the role "manager", which is 5000.00 CNY; who may approve it: director.',
        'Why it is so: Nobody approves what they proposed themselves, or more than their limit allows.',
      ],
      [
        '金额 4500.00 CNY 与此前已付给客户的 1200.50 CNY 合计 5700.50 CNY，超出角色“主管经理”的批准限额 5000.00 CNY；有权批准的是：总监。',
        '理由：提出方案的人不得自己批准；超过限额的，由上级批准。',
      ],
    ])
    expect(both(decide({ type: 'approveSolution', by: manager, paidToCustomer: '0' }, proposed(300, 'JPY')))).toEqual([
      [
        'The amount is 300 JPY, and the role "manager" may approve nothing in JPY; who may approve it: director.',
        'Why it is so: Nobody approves what they proposed themselves, or more than their limit allows.',
      ],
      ['金额为 300 JPY，而角色“主管经理”不得批准任何 JPY 金额；有权批准的是：总监。', '理由：提出方案的人不得自己批准；超过限额的，由上级批准。'],
    ])
    const clerk = { id: 'wu', role: 'clerk' }
    const atOnce = { type: 'settleOnTheSpot', by: clerk, remedy: 'refund', currency: 'CNY' }
    expect(both(decide({ ...atOnce, amount: 200.01 }, [], counterService), counterService)).toEqual([
      [
        'The amount of 200.01 CNY goes beyond the limit of the role "clerk", which is 200.00 CNY; who may approve it: shift leader.',
        'Why it is so: A clerk settles what the limit allows; the rest is for the shift leader.',
      ],
      ['金额 200.01 CNY 超出角色“柜员”的批准限额 200.00 CNY；有权批准的是：值班长。', '理由：限额以内由柜员当场处理，超出的由值班长处理。'],
    ])
    expect(both(decide({ ...atOnce, amount: 2001 }, [], counterService), counterService)[0]).toEqual([
      'The amount of 2001.00 CNY goes beyond the limit of the role "clerk", which is 200.00 CNY; who may approve it: none.',
      'Why it is so: A clerk settles what the limit allows; the rest is for the shift leader.',
    ])
  })
})

describe('explainDecision, of what is not as stated', () => {
  const judged = decide({ type: 'judgeComplaint', verdict: 'upheld', grounds: 'x' }, settled.slice(0, 1))

  it('refuses what is no decision, and no definition', () => {
    expect(issuesOf(() => explainDecision(null as never, null as never))).toEqual([
      ['wrong-type', ['definition']],
      ['wrong-type', ['decision']],
    ])
    expect(issuesOf(() => explainDecision({ ...judged, ok: 'yes' } as never, eightSteps))).toEqual([['wrong-type', ['decision', 'ok']]])
    expect(issuesOf(() => explainDecision({ ok: true, policies: judged.policies } as never, eightSteps))).toEqual([
      ['missing', ['decision', 'events']],
    ])
    expect(issuesOf(() => explainDecision(refusedFor([]), eightSteps))).toEqual([['empty', ['decision', 'reasons']]])
    expect(issuesOf(() => explainDecision(judged, { ...eightSteps, initial: 'x' }))).toEqual([['not-allowed', ['definition', 'initial']]])
  })

  it('refuses a decision of another definition', () => {
    expect(issuesOf(() => explainDecision(judged, { ...eightSteps, version: '2' }))).toEqual([['other-policy', ['decision', 'policies']]])
    expect(issuesOf(() => explainDecision(judged, counterService))).toEqual([['other-policy', ['decision', 'policies']]])
    const { accepted: _, ...steps } = eightSteps.steps
    const recorded = { ...eightSteps.steps['recorded'], moves: [] } as unknown as WorkflowDefinition['steps'][string]
    const other = { ...eightSteps, steps: { ...steps, recorded } }
    expect(issuesOf(() => explainDecision(judged, other))).toEqual([['outdated-input', ['decision', 'events', 0, 'step']]])
  })

  it('refuses events that no command brings about together', () => {
    const events = after(settled).slice(11)
    const closing = { ok: true, events, policies: judged.policies } as unknown as Decision
    expect(explainDecision(closing, eightSteps).sentences).toHaveLength(2)
    const changed = (one: object, index = 0): unknown => ({
      ...closing,
      events: events.map((event, place) => (place === index ? { ...event, ...one } : event)),
    })
    const cases = [
      [{ sequence: 15 }, 1, 'outdated-input', [1, 'sequence']],
      [{ complaint: 'C-2' }, 1, 'outdated-input', [1, 'complaint']],
      [{ at: '2024-03-02T00:00:00Z' }, 1, 'outdated-input', [1, 'at']],
      [{ by: { id: 'wu', role: 'agent' } }, 1, 'outdated-input', [1, 'by', 'id']],
      [{ command: 'withdraw' }, 1, 'outdated-input', [1, 'command']],
      [{ step: 'toString' }, 1, 'outdated-input', [1, 'step']],
      [{ definition: { id: 'eight-steps', version: 1 } }, 0, 'other-policy', [0, 'definition']],
      [{ type: 'ComplaintAccepted' }, 1, 'outdated-input', []],
      [{ at: 'now' }, 0, 'not-a-moment', [0, 'at']],
    ] as const
    for (const [one, index, code, path] of cases) {
      expect(firstOf(() => explainDecision(changed(one, index) as never, eightSteps))).toEqual([code, ['decision', 'events', ...path]])
    }
    const nobodys = { ...closing, events: events.map((event) => ({ ...event, command: 'close' })) }
    expect(issuesOf(() => explainDecision(nobodys as never, eightSteps))).toEqual([['outdated-input', ['decision', 'events', 0, 'command']]])
    const unsaid = { ...closing, events: events.map(({ command: _, ...event }) => event) }
    expect(issuesOf(() => explainDecision(unsaid as never, eightSteps))).toEqual([['missing', ['decision', 'events', 0, 'command']]])
  })

  it('refuses a migration that does not say where it comes from', () => {
    const to = { ...eightSteps, version: '2' }
    const { events, ...rest } = migrateComplaint({ state: stateAfter([]), at, by: manager }, { from: eightSteps, to }) as Decision & { ok: true }
    const from = (value: unknown): unknown => ({ ...rest, events: [{ ...events[0], from: value }] })
    expect(issuesOf(() => explainDecision(from('1') as never, to))).toEqual([['wrong-type', ['decision', 'events', 0, 'from']]])
    expect(issuesOf(() => explainDecision(from({ id: 'x' }) as never, to))).toEqual([['missing', ['decision', 'events', 0, 'from', 'version']]])
  })

  it('refuses reasons that are none, or of another definition', () => {
    const condition = { field: 'command.until', operator: 'above', value: '0001-01-01' }
    const trace = [{ path: ['command', 'until'], operator: 'above', required: '0001-01-01', actual: null, met: false, reason: 'missing' }]
    const overLimit = {
      role: 'manager',
      amount: '6000.00',
      currency: 'CNY',
      paidToCustomer: null,
      total: '6000.00',
      upTo: '5000.00',
      roles: ['director'],
    }
    const cases = [
      [{ code: 'tired', params: {} }, 'not-allowed', ['code']],
      [{ code: 'conflict', params: { expected: -1, actual: 2 } }, 'too-small', ['params', 'expected']],
      [{ code: 'unknown-command', params: { command: 'x', known: ['y'] } }, 'outdated-input', ['params', 'known', 0]],
      [{ code: 'closed', params: { command: 'x', step: 'y' } }, 'outdated-input', ['params', 'step']],
      [{ code: 'not-in-this-step', params: { command: 'x', step: 'recorded', steps: [] } }, 'outdated-input', ['params', 'command']],
      [{ code: 'not-in-this-step', params: { command: 'reopen', step: 'recorded', steps: ['x'] } }, 'outdated-input', ['params', 'steps', 0]],
      [{ code: 'condition', params: { condition: { field: 'x' }, trace } }, 'missing', ['params', 'condition', 'operator']],
      [{ code: 'condition', params: { condition, trace: [] } }, 'wrong-length', ['params', 'trace']],
      [
        { code: 'condition', params: { condition, trace: [{ ...trace[0], operator: 'below' }] } },
        'outdated-input',
        ['params', 'trace', 0, 'operator'],
      ],
      [{ code: 'condition', params: { condition, trace: [{ ...trace[0], actual: undefined }] } }, 'missing', ['params', 'trace', 0, 'actual']],
      [{ code: 'condition', params: { condition, trace, why: 5 } }, 'wrong-type', ['params', 'why']],
      [{ code: 'evidence', params: { need: 'x', type: 'hope' } }, 'not-allowed', ['params', 'type']],
      [{ code: 'evidence', params: { need: 'SympathyExpressed', type: 'event' } }, 'missing', ['params', 'commands']],
      [{ code: 'evidence', params: { need: 'x', type: 'event', commands: [] } }, 'outdated-input', ['params', 'need']],
      [{ code: 'role', params: { role: 'x', allowed: 'y' } }, 'wrong-type', ['params', 'allowed']],
      [{ code: 'same-person', params: { person: '', as: 'proposer' } }, 'empty', ['params', 'person']],
      [{ code: 'over-limit', params: { ...overLimit, role: 'agent' } }, 'outdated-input', ['params', 'role']],
      [{ code: 'over-limit', params: { ...overLimit, upTo: '5000.01' } }, 'outdated-input', ['params', 'upTo']],
      [{ code: 'over-limit', params: { ...overLimit, upTo: null } }, 'outdated-input', ['params', 'upTo']],
      [{ code: 'over-limit', params: { ...overLimit, currency: 'EUR' } }, 'outdated-input', ['params', 'upTo']],
      [{ code: 'over-limit', params: { ...overLimit, total: '6000.01' } }, 'outdated-input', ['params', 'total']],
      [{ code: 'over-limit', params: { ...overLimit, amount: '-1' } }, 'too-small', ['params', 'amount']],
      [{ code: 'over-limit', params: { ...overLimit, why: 5 } }, 'wrong-type', ['params', 'why']],
    ] as const
    for (const [reason, code, path] of cases) {
      expect(firstOf(() => explainDecision(refusedFor([reason]), eightSteps))).toEqual([code, ['decision', 'reasons', 0, ...path]])
    }
    for (const good of [overLimit, { ...overLimit, upTo: '5000' }]) {
      expect(explainDecision(refusedFor([{ code: 'over-limit', params: good }]), eightSteps).sentences).toHaveLength(2)
    }
  })

  it('changes nothing of what it is given', () => {
    const events = opened()
    expect(replayComplaint(events, eightSteps).sequence).toBe(2)
    const frozen = JSON.stringify(judged)
    explainDecision(judged, eightSteps, zhCN).sentences
    expect(JSON.stringify(judged)).toBe(frozen)
  })
})
