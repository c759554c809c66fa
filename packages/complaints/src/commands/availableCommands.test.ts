import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { agent, at, director, manager, settled, stateAfter, type Told } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type Actor, type AvailableCommand, type AvailableCommands, availableCommands, type WorkflowDefinition, type WorkflowMove } from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const surveyed = (before: readonly Told[], actor: Actor = agent, definition: WorkflowDefinition = eightSteps): AvailableCommands =>
  availableCommands({ state: stateAfter(before, definition), actor, at }, definition)
const one = (type: string, { commands }: AvailableCommands): AvailableCommand => commands.find((command) => command.type === type) as AvailableCommand
const allowed = ({ commands }: AvailableCommands): readonly string[] => commands.flatMap((command) => (command.allowed ? [command.type] : []))
const proposed = (money: object, by = agent): readonly Told[] => [...settled.slice(0, 4), { type: 'proposeSolution', remedy: 'x', ...money, by }]
const step = (...moves: readonly WorkflowMove[]): WorkflowDefinition => ({
  ...counterService,
  steps: { heard: { title: 'Heard', moves }, filed: { title: 'Filed', final: true, moves: [] } },
})

describe('availableCommands', () => {
  it('lists what the step knows, in the order of the definition, with what each needs', () => {
    const { step: where, commands, responsible, policies } = surveyed(settled.slice(0, 1))
    expect(commands.map(({ type, needs }) => [type, needs])).toEqual([
      ['expressSympathy', []],
      ['judgeComplaint', ['verdict', 'grounds', 'appealRoute']],
      ['awaitCustomer', []],
      ['withdraw', []],
      ['mergeInto', ['into']],
      ['escalate', []],
      ['changePriority', ['priority']],
      ['extendDeadline', ['until']],
      ['correctRecord', []],
    ])
    expect(allowed(surveyed(settled.slice(0, 1)))).toEqual(commands.map(({ type }) => type).filter((type) => type !== 'extendDeadline'))
    expect(allowed(surveyed(settled.slice(0, 1), manager))).toEqual(commands.map(({ type }) => type))
    expect([where, responsible, policies]).toEqual(['recorded', 'agent', [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }]])
  })

  it('says of each move where it leads, what comes of it, and what stands against it', () => {
    const judging = one('judgeComplaint', surveyed([]))
    const [upheld, rejected] = (eightSteps.steps['recorded'] as { readonly moves: readonly WorkflowMove[] }).moves
      .filter(({ on }) => on === 'judgeComplaint')
      .map(({ why }) => ({ code: 'evidence', params: { need: 'SympathyExpressed', type: 'event', commands: ['expressSympathy'], why } }))
    expect(judging).toEqual({
      type: 'judgeComplaint',
      allowed: false,
      needs: ['verdict', 'grounds', 'appealRoute'],
      reasons: [upheld],
      moves: [
        { to: 'accepted', emits: ['ComplaintAccepted'], allowed: false, needs: ['verdict', 'grounds'], reasons: [upheld] },
        { to: 'rejected', emits: ['ComplaintRejected'], allowed: false, needs: ['verdict', 'grounds', 'appealRoute'], reasons: [rejected] },
      ],
    })
  })

  it('needs of a command what the moves that are allowed need, and no more', () => {
    const definition = step(
      { on: 'go', to: 'filed', needs: ['grounds'], role: ['boss'], emits: ['One'] },
      {
        on: 'go',
        to: '.',
        needs: ['note'],
        when: { any: [{ field: 'command.way', operator: 'equals', value: 1 }, { not: { field: 'command.note', operator: 'equals', value: 2 } }] },
        emits: ['Two'],
      },
    )
    expect(one('go', surveyed([], agent, definition))).toMatchObject({ allowed: true, needs: ['note', 'way'], reasons: [] })
    expect(one('go', surveyed([], { id: 'x', role: 'boss' }, definition))).toMatchObject({ allowed: true, needs: ['grounds', 'note', 'way'] })
  })

  it('asks for what the customer was paid where a limit counts it, and knows an amount that is beyond any', () => {
    const approval = (before: readonly Told[], actor: Actor): AvailableCommand => one('approveSolution', surveyed(before, actor))
    expect(approval(proposed({ amount: 5000, currency: 'CNY' }), manager)).toMatchObject({ allowed: true, needs: ['paidToCustomer'] })
    expect(approval(proposed({ amount: 5000, currency: 'CNY' }), director)).toMatchObject({ allowed: true, needs: [] })
    expect(approval(proposed({}), manager)).toMatchObject({ allowed: true, needs: [] })
    expect(approval(proposed({ amount: '5000.01', currency: 'CNY' }), manager)).toMatchObject({
      allowed: false,
      needs: ['paidToCustomer'],
      reasons: [{ code: 'over-limit', params: { amount: '5000.01', paidToCustomer: null, total: '5000.01', upTo: '5000.00', roles: ['director'] } }],
    })
    expect(approval(proposed({ amount: 1, currency: 'EUR' }), manager)).toMatchObject({
      allowed: false,
      needs: [],
      reasons: [{ code: 'over-limit', params: { upTo: null } }],
    })
    expect(approval(proposed({ amount: 9000, currency: 'CNY' }, manager), { ...manager, role: 'agent' }).reasons.map(({ code }) => code)).toEqual([
      'role',
      'same-person',
    ])
    // What the command itself will give is not known yet.
    expect(one('settleOnTheSpot', surveyed([], { id: 'sun', role: 'clerk' }, counterService))).toMatchObject({ allowed: true, needs: ['remedy'] })
  })

  it('takes back what leads back, where there is somewhere to go', () => {
    const waiting = surveyed([{ type: 'awaitCustomer' }])
    expect(one('customerReplied', waiting).moves).toEqual([{ to: 'recorded', emits: ['CustomerReplied'], allowed: true, needs: [], reasons: [] }])
    const lost = { ...eightSteps, initial: 'awaiting-customer' }
    expect(one('customerReplied', surveyed([], agent, lost))).toBeUndefined()
  })

  it('ends where nothing is left to do', () => {
    expect(surveyed([{ type: 'mergeInto', into: 'C-2' }])).toEqual({
      step: 'merged',
      commands: [],
      responsible: null,
      policies: [expect.anything()],
    })
    expect(allowed(surveyed(settled))).toEqual(['reopen'])
    expect(surveyed(settled.slice(0, 5)).responsible).toBe('manager')
  })

  it.each<[WorkflowMove['when'], boolean]>([
    [{ field: 'command.note', operator: 'equals', value: 1 }, true],
    [{ not: { field: 'command.note', operator: 'equals', value: 1 } }, true],
    [{ field: 'command.by.role', operator: 'equals', value: 'agent' }, true],
    [{ field: 'command.by.role', operator: 'equals', value: 'boss' }, false],
    [{ field: 'command.type', operator: 'not-equals', value: 'go' }, false],
    [{ field: 'command.at', operator: 'equals', value: at }, true],
    [{ field: 'state.cycle', operator: 'above', value: 1 }, false],
    [{ not: { field: 'state.cycle', operator: 'above', value: 1 } }, true],
    [{ not: { not: { field: 'state.cycle', operator: 'above', value: 1 } } }, false],
    [
      {
        not: {
          any: [
            { field: 'command.note', operator: 'equals', value: 1 },
            { field: 'state.cycle', operator: 'equals', value: 1 },
          ],
        },
      },
      false,
    ],
    [
      {
        not: {
          all: [
            { field: 'command.note', operator: 'equals', value: 1 },
            { field: 'state.cycle', operator: 'equals', value: 1 },
          ],
        },
      },
      true,
    ],
    [
      {
        any: [
          { field: 'command.note', operator: 'equals', value: 1 },
          { field: 'state.cycle', operator: 'above', value: 1 },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { field: 'state.step', operator: 'equals', value: 'x' },
          { field: 'state.cycle', operator: 'above', value: 1 },
        ],
      },
      false,
    ],
    [
      {
        all: [
          { field: 'command.note', operator: 'equals', value: 1 },
          { field: 'state.cycle', operator: 'above', value: 1 },
        ],
      },
      false,
    ],
    [{ field: 'state.openedAt', operator: 'equals', value: at }, true],
    [{ field: 'state.record.boughtOn', operator: 'within', value: 'P30D' }, false],
  ])('knows whether a condition can be met, before anything is told: %j', (when, can) => {
    const command = one('go', surveyed([], agent, step({ on: 'go', to: '.', when, emits: ['Gone'] })))
    expect([command.allowed, command.reasons.map(({ code }) => code)]).toEqual([can, can ? [] : ['condition']])
  })

  it('takes frozen input, and gives plain data', () => {
    const subject = deepFreeze({ state: structuredClone(stateAfter([])), actor: { ...agent, department: undefined }, at })
    const result = availableCommands(subject, deepFreeze(structuredClone(eightSteps)))
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('tells everything that is wrong with its input', () => {
    const state = stateAfter([])
    const wrong = (told: object, definition: unknown = eightSteps): unknown =>
      issuesOf(() => availableCommands({ state, actor: agent, at, ...told } as never, definition as never))
    expect(wrong({ actor: undefined, at: '2024-03-01', state: null, command: 1 }, null)).toEqual([
      ['wrong-type', ['definition']],
      ['unknown-key', ['command']],
      ['wrong-type', ['state']],
      ['missing', ['actor']],
      ['not-a-moment', ['at']],
    ])
    expect(wrong({ actor: { id: 'li', role: 7, name: 'x' } })).toEqual([
      ['unknown-key', ['actor', 'name']],
      ['wrong-type', ['actor', 'role']],
    ])
    expect(wrong({ at: undefined })).toEqual([['missing', ['at']]])
    expect(wrong({ state: { ...state, definition: { id: 'eight-steps', version: 1 } } })).toEqual([['other-policy', ['state', 'definition']]])
    for (const value of [null, 'x', []]) expect(issuesOf(() => availableCommands(value as never, eightSteps))).toEqual([['wrong-type', ['subject']]])
  })
})
