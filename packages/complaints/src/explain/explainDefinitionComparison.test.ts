import { describe, expect, it } from 'vitest'
import { opened, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDefinitionComparison } from '../explain.js'
import { type ComplaintState, compareDefinitions, replayComplaint, type WorkflowDefinition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { counterService } from '../templates.js'

type Steps = WorkflowDefinition['steps']
type Step = Steps[string]

const before = counterService
const { heard, settled: done, filed, 'turned-down': turnedDown } = before.steps as { readonly [step: string]: Step }
const [settle, turn] = (heard as Step).moves as [Step['moves'][number], Step['moves'][number]]

const altered = (steps: unknown, rest: object = {}): WorkflowDefinition => ({ ...before, version: '2', steps: steps as Steps, ...rest })

const openAt = (...complaints: readonly string[]): readonly ComplaintState[] =>
  complaints.map((complaint) => replayComplaint(opened(before, complaint), before))

const say = (after: WorkflowDefinition, open: readonly ComplaintState[] = []): readonly (readonly string[])[] => {
  const comparison = compareDefinitions({ before, after, open })
  return [
    explainDefinitionComparison(comparison, { before, after }).sentences,
    explainDefinitionComparison(comparison, { before, after }, zhCN).sentences,
  ]
}

describe('explainDefinitionComparison', () => {
  it('says that nothing differs, and who goes on', () => {
    expect(say({ ...before, version: '2' }, openAt('C-1', 'C-2'))).toEqual([
      [
        '"Complaints at the counter", from version 1 to version 2: changes: 0; complaints that can go on: 2; complaints that would be stuck: 0.',
        'Nothing differs.',
        'At "Heard" stay: C-1, C-2.',
      ],
      [
        '“柜台投诉处理”由第 1 版改为第 2 版：变动 0 处；可继续处理的投诉 2 件；将无法继续的投诉 0 件。',
        '没有变动。',
        '仍在“已听取”的投诉：C-1、C-2。',
      ],
    ])
  })

  it('says who would be stuck and why, before what differs', () => {
    const steps = { settled: done, filed, 'turned-down': { ...turnedDown, moves: [] }, seen: { ...heard, title: 'Seen' } }
    const [english, chinese] = say(altered(steps, { initial: 'seen' }), openAt('C-1', 'C-2')) as [string[], string[]]
    expect(english.slice(1)).toEqual([
      'Would be stuck at "Heard": C-1, C-2. Version 2 has no step "Heard", and does not say where its complaints go.',
      'Complaints begin at "Seen" instead of "Heard".',
      'Step taken away: "Heard".',
      'Taken away at "Turned down": hear it again; the complaint goes to "Heard".',
      'New step: "Seen".',
    ])
    expect(chinese.slice(1)).toEqual([
      '将在“已听取”无法继续的投诉：C-1、C-2。第 2 版没有步骤“已听取”，也未说明处于该步骤的投诉转到哪里。',
      '投诉的起始步骤由“已听取”改为“Seen”。',
      '取消步骤：“已听取”。',
      '“已驳回”取消操作：重新听取，投诉转入“已听取”。',
      '新增步骤：“Seen”。',
    ])
    const migrated = say(altered(steps, { initial: 'seen', migrate: { 1: { heard: 'seen' } } }), openAt('C-1'))
    expect(migrated.map((sentences) => sentences.at(-1))).toEqual(['From "Heard" to "Seen" go: C-1.', '由“已听取”转到“Seen”的投诉：C-1。'])
  })

  it('says that there is no way out, with and without what is lacking', () => {
    const needing = altered({
      ...before.steps,
      heard: { ...heard, moves: [{ ...settle, needs: ['CustomerNotified'] }] },
      'turned-down': { ...turnedDown, moves: [] },
    })
    expect(say(needing, openAt('C-1')).map((sentences) => sentences[1])).toEqual([
      'Would be stuck at "Heard": C-1. From "Heard" no complaint can be closed any more, because this can no longer happen: customer told.',
      '将在“已听取”无法继续的投诉：C-1。从“已听取”起，投诉再也无法终结，因为以下事件不会再发生：已告知客户。',
    ])
    const dead = altered({ ...before.steps, heard: { ...heard, moves: [] }, 'turned-down': { ...turnedDown, moves: [] } })
    expect(say(dead, openAt('C-1')).map((sentences) => sentences[1])).toEqual([
      'Would be stuck at "Heard": C-1. From "Heard" no complaint can be closed any more.',
      '将在“已听取”无法继续的投诉：C-1。从“已听取”起，投诉再也无法终结。',
    ])
  })

  it('says which step to go back to is missing', () => {
    const waiting = {
      title: 'Waiting',
      moves: [
        { on: 'resume', to: '@previous', emits: ['Resumed'] },
        { on: 'drop', to: 'filed', emits: ['Dropped'] },
      ],
    }
    const wait = { on: 'wait', to: 'waiting', emits: ['Waited'] }
    const was = { ...before, steps: { ...before.steps, heard: { ...heard, moves: [settle, wait, turn] }, waiting } as unknown as Steps }
    const steps = { settled: done, filed, 'turned-down': { ...turnedDown, moves: [] }, waiting } as unknown as Steps
    const is: WorkflowDefinition = { ...before, version: '2', initial: 'settled', steps }
    const comparison = compareDefinitions({ before: was, after: is, open: [stateAfter([{ type: 'wait' }], was)] })
    expect(explainDefinitionComparison(comparison, { before: was, after: is }).sentences[1]).toBe(
      'Would be stuck at "Waiting": C-1. Version 2 has no step "Heard" to go back to, and does not say which takes its place.',
    )
    expect(explainDefinitionComparison(comparison, { before: was, after: is }, zhCN).sentences[1]).toBe(
      '将在“Waiting”无法继续的投诉：C-1。第 2 版没有投诉要回到的步骤“已听取”，也未说明由哪个步骤代替。',
    )
  })

  it('says what differs in steps, moves, the opening, and limits', () => {
    const opening = { needs: ['complaint'], emits: ['ComplaintRecorded'] as const }
    const moves = [
      { on: 'wait', to: '.', emits: ['Waited'] },
      { ...turn, to: 'turned-down', role: ['clerk'], why: 'x' },
      { on: 'back', to: '@previous', emits: ['Went'] },
    ]
    const limits = [
      { role: 'clerk', upTo: { amount: 300, currency: 'CNY' }, cumulative: true as const },
      { role: 'shift-leader', upTo: { amount: 5, currency: 'EUR' } },
    ]
    const after = altered({ ...before.steps, heard: { title: 'Heard', responsible: 'clerk', moves } }, { opening, limits })
    expect(say(after)).toEqual([
      [
        '"Complaints at the counter", from version 1 to version 2: changes: 9; complaints that can go on: 0; complaints that would be stuck: 0.',
        'The opening of a complaint differs in: what it needs.',
        'Step "Heard" differs in: step of the textbook, title, clocks.',
        'Taken away at "Heard": settle on the spot; the complaint goes to "Settled".',
        'New at "Heard": wait; the complaint stays where it is.',
        'At "Heard", this differs in who may, why it is so: turn the complaint down; the complaint goes to "Turned down".',
        'New at "Heard": back; the complaint goes back to where it came from.',
        'What the role "shift leader" may approve in CNY: until now up to 2000.00 CNY; from now on nothing.',
        'What the role "clerk" may approve in CNY: until now up to 200.00 CNY; from now on up to 300.00 CNY, counting what the customer was paid before.',
        'What the role "shift leader" may approve in EUR: until now nothing; from now on up to 5.00 EUR.',
      ],
      [
        '“柜台投诉处理”由第 1 版改为第 2 版：变动 9 处；可继续处理的投诉 0 件；将无法继续的投诉 0 件。',
        '记录投诉的以下内容有变：依据。',
        '步骤“Heard”的以下内容有变：教材步骤、名称、计时。',
        '“Heard”取消操作：当场处理，投诉转入“已处理”。',
        '“Heard”新增操作：wait，投诉仍在原步骤。',
        '“Heard”的操作有变（有权执行者、理由）：驳回投诉，投诉转入“已驳回”。',
        '“Heard”新增操作：back，投诉回到原来的步骤。',
        '角色“值班长”对 CNY 的批准限额：原为不超过 2000.00 CNY，现为不得批准。',
        '角色“柜员”对 CNY 的批准限额：原为不超过 200.00 CNY，现为不超过 300.00 CNY（此前已付给客户的金额计算在内）。',
        '角色“值班长”对 EUR 的批准限额：原为不得批准，现为不超过 5.00 EUR。',
      ],
    ])
    const unlimited = say(altered(before.steps, { limits: [] }))
    expect(unlimited.map((sentences) => sentences[1])).toEqual([
      'What the role "clerk" may approve in CNY: until now up to 200.00 CNY; from now on any amount.',
      '角色“柜员”对 CNY 的批准限额：原为不超过 200.00 CNY，现为不设限额。',
    ])
  })

  it('says where moves are tried in another order', () => {
    const twice = { ...settle, to: 'filed' }
    const [first, second] = [
      [settle, twice, turn],
      [twice, settle, turn],
    ].map((moves) => ({ ...before, steps: { ...before.steps, heard: { ...heard, moves } } as Steps }))
    const [was, is] = [first as WorkflowDefinition, { ...(second as WorkflowDefinition), version: '2' }]
    const comparison = compareDefinitions({ before: was, after: is, open: [] })
    expect(explainDefinitionComparison(comparison, { before: was, after: is }).sentences[1]).toBe(
      'At "Heard", the ways on this command are tried in another order: settle on the spot.',
    )
    expect(explainDefinitionComparison(comparison, { before: was, after: is }, zhCN).sentences[1]).toBe(
      '在“已听取”，同一命令的各项操作改变了尝试的先后：当场处理。',
    )
  })

  it('takes terms that the later definition has no more from the earlier one', () => {
    const after = altered({ ...before.steps, heard: { ...heard, moves: [turn] } }, { terms: { turnDown: 'refuse' } })
    expect(say(after)[0]?.[1]).toBe('Taken away at "Heard": settle on the spot; the complaint goes to "Settled".')
  })

  it('refuses what is not as stated, and what is no comparison of these definitions', () => {
    const after = altered({ ...before.steps, heard: { ...heard, responsible: 'agent' } })
    const comparison = compareDefinitions({ before, after, open: openAt('C-1') })
    const both = { before, after }
    const stuck = { complaint: 'C-2', step: 'heard', reasons: [{ code: 'step-missing', params: { step: 'heard', version: '2' } }] }
    const cases = [
      [{ changes: [] }, ['wrong-length', ['comparison', 'changes']]],
      [{ changes: undefined }, ['missing', ['comparison', 'changes']]],
      [{ policies: [comparison.policies[0]] }, ['wrong-length', ['comparison', 'policies']]],
      [{ migrations: [{ complaint: 'C-1', from: 'x', to: 'heard' }] }, ['outdated-input', ['comparison', 'migrations', 0, 'from']]],
      [{ migrations: [{ complaint: 'C-1', from: 'heard', to: 'x' }] }, ['outdated-input', ['comparison', 'migrations', 0, 'to']]],
      [{ migrations: [{ complaint: 5, from: 'heard', to: 'heard' }] }, ['wrong-type', ['comparison', 'migrations', 0, 'complaint']]],
      [{ stuck: [{ ...stuck, step: 'x' }] }, ['outdated-input', ['comparison', 'stuck', 0, 'step']]],
      [{ stuck: [{ ...stuck, reasons: [] }] }, ['empty', ['comparison', 'stuck', 0, 'reasons']]],
      [
        { stuck: [{ ...stuck, reasons: [{ code: 'step-missing', params: { step: 'heard', version: 2 } }] }] },
        ['outdated-input', ['comparison', 'stuck', 0, 'reasons', 0, 'params', 'version']],
      ],
      [
        { stuck: [{ ...stuck, reasons: [{ code: 'no-way-out', params: { step: 'x', lacking: [] } }] }] },
        ['outdated-input', ['comparison', 'stuck', 0, 'reasons', 0, 'params', 'step']],
      ],
    ] as const
    expect(explainDefinitionComparison({ ...comparison, stuck: [stuck] } as never, both).sentences).toHaveLength(4)
    for (const [change, issue] of cases)
      expect(issuesOf(() => explainDefinitionComparison({ ...comparison, ...change } as never, both))).toEqual([issue])
    expect(issuesOf(() => explainDefinitionComparison(comparison, { before, after: { ...after, version: 3 } }))).toEqual([
      ['outdated-input', ['comparison', 'policies', 1, 'version']],
    ])
    expect(issuesOf(() => explainDefinitionComparison(comparison, null as never))).toEqual([['wrong-type', ['definitions']]])
    expect(issuesOf(() => explainDefinitionComparison(null as never, { before: 5, next: 6 } as never))).toEqual([
      ['unknown-key', ['next']],
      ['wrong-type', ['before']],
      ['missing', ['after']],
      ['wrong-type', ['comparison']],
    ])
  })
})
