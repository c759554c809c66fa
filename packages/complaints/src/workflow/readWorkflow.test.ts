import { describe, expect, it } from 'vitest'
import { command, eventsOf, opened, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  checkWorkflow,
  compareDefinitions,
  decideComplaint,
  evolveComplaint,
  replayComplaint,
  type WorkflowDefinition,
  type WorkflowMove,
} from '../index.js'
import { eightSteps } from '../templates.js'

const workflow = (steps: { readonly [step: string]: readonly WorkflowMove[] }, final: string): WorkflowDefinition => ({
  kind: 'complaint-workflow',
  id: 'own',
  version: 1,
  initial: Object.keys(steps)[0] as string,
  opening: { needs: [], emits: ['Opened'] },
  steps: Object.fromEntries(Object.entries(steps).map(([id, moves]) => [id, { title: id, final: id === final, moves }])),
})

describe('a definition that is read again', () => {
  it('is what it says now, not what it said before', () => {
    const definition = structuredClone(eightSteps) as unknown as {
      initial: string
      limits: { role: string; upTo: { amount: string; currency: string } }[]
    }
    expect(checkWorkflow(definition)).toEqual([])
    expect(checkWorkflow(definition)).toEqual([])
    definition.initial = 'nowhere'
    expect(checkWorkflow(definition).map(({ path }) => path)).toEqual([['initial']])
    definition.initial = 'recorded'
    expect(checkWorkflow(definition)).toEqual([])
    const approve = {
      command: command({ type: 'approveSolution', by: { id: 'chen', role: 'manager' }, paidToCustomer: 0 }),
      state: stateAfter(settled.slice(0, 5)),
    }
    expect(decideComplaint(approve, definition as never).ok).toBe(true)
    for (const { upTo } of definition.limits) upTo.amount = '100'
    expect(decideComplaint(approve, definition as never).ok).toBe(false)
    for (const { upTo } of definition.limits) upTo.amount = '5000'
    expect(decideComplaint(approve, definition as never).ok).toBe(true)
  })

  it('gives each its own issues where it is wrong', () => {
    const wrong = { ...eightSteps, initial: 'nowhere' }
    for (const _ of [1, 2]) expect(issuesOf(() => decideComplaint({ command: command({ type: 'x' }), state: stateAfter([]) }, wrong))).toHaveLength(1)
  })
})

describe('moves on one command', () => {
  const review = (...events: readonly [string, ...string[]]): WorkflowMove => ({ on: 'review', to: 'end', emits: events })

  it('must differ in their first event or number of events where only one proposes: a history tells no more of them', () => {
    const found = checkWorkflow(workflow({ start: [review('Reviewed', 'Failed'), review('Reviewed', 'SolutionProposed')], end: [] }, 'end'))
    expect(found).toMatchObject([
      {
        code: 'given-elsewhere',
        path: ['steps', 'start', 'moves', 1, 'emits', 0],
        params: { value: 'Reviewed', place: 'steps.start.moves[0].emits' },
      },
    ])
    const sound = workflow(
      { start: [review('Reviewed'), review('Reviewed', 'SolutionProposed'), review('Seen', 'SolutionProposed')], end: [] },
      'end',
    )
    expect(checkWorkflow(sound)).toEqual([])
  })
})

describe('a move from a final step to one that is not', () => {
  const again = (startsCycle?: boolean): WorkflowDefinition =>
    workflow(
      { start: [{ on: 'close', to: 'end', emits: ['Closed'] }], end: [{ on: 'reopen', to: 'start', emits: ['Reopened'], startsCycle }] },
      'end',
    )
  const reopened = (definition: WorkflowDefinition) => {
    let state = replayComplaint(opened(definition), definition)
    for (const type of ['close', 'reopen']) {
      for (const event of eventsOf(decideComplaint({ command: command({ type }), state }, definition)))
        state = evolveComplaint({ state, event }, definition)
    }
    return state
  }

  it('begins a new cycle unless it says otherwise', () => {
    expect(reopened(again())).toMatchObject({ step: 'start', cycle: 2, facts: { Reopened: {} } })
    expect(Object.keys(reopened(again()).facts)).toEqual(['Reopened'])
    expect(reopened(again(true)).cycle).toBe(2)
    expect(reopened(again(false))).toMatchObject({ cycle: 1, facts: { Opened: {}, Closed: {}, Reopened: {} } })
  })
})

describe('an event that a later version does not know any more', () => {
  it('is no field there when definitions are compared: whoever lacks it is stranded', () => {
    const recorded = eightSteps.steps['recorded'] as WorkflowDefinition['steps'][string]
    const moves = recorded.moves.filter(({ on }) => on === 'judgeComplaint')
    const after = { ...eightSteps, version: '2', steps: { ...eightSteps.steps, recorded: { ...recorded, moves } } }
    const heard = { ...stateAfter([{ type: 'expressSympathy' }]), complaint: 'C-2' }
    const { stuck, migrations } = compareDefinitions({ before: eightSteps, after, open: [stateAfter([]), heard] })
    expect(stuck).toMatchObject([{ complaint: 'C-1', reasons: [{ code: 'no-way-out', params: { lacking: ['SympathyExpressed'] } }] }])
    expect(migrations).toEqual([{ complaint: 'C-2', from: 'recorded', to: 'recorded' }])
  })
})

describe('the first event', () => {
  it('may be applied to no state at all', () => {
    const [first] = opened()
    expect(evolveComplaint({ event: first as never }, eightSteps)).toEqual(evolveComplaint({ state: null, event: first as never }, eightSteps))
  })
})
