import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, command, eventsOf, manager, opened, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { choices, walkThrough } from '../../testing/walks.js'
import {
  availableCommands,
  compileWorkflow,
  decideComplaint,
  evolveComplaint,
  migrateComplaint,
  openComplaint,
  replayComplaint,
  type WorkflowDefinition,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const told = { type: 'recordComplaint', at, by: agent, complaint: 'C-1', customer: 'Wang', content: 'service', description: 'x' } as const

describe('compileWorkflow', () => {
  it('gives the answers of the verbs, one by one', () => {
    const definitions = fc.oneof(fc.constant(eightSteps), fc.constant(counterService), randomWorkflow(meetingPools))
    fc.assert(
      fc.property(definitions, choices, (definition, chosen) => {
        const compiled = compileWorkflow(deepFreeze(structuredClone(definition)))
        const { events, given, state } = walkThrough(definition, chosen)
        expect(compiled.openComplaint(told)).toEqual(openComplaint(told, definition))
        expect(compiled.replayComplaint(events)).toEqual(replayComplaint(events, definition))
        expect(compiled.availableCommands({ state, actor: agent, at })).toEqual(availableCommands({ state, actor: agent, at }, definition))
        for (const subject of given) {
          const { command: asked, state: now } = subject
          expect(compiled.decideComplaint({ command: asked, state: now })).toEqual(decideComplaint({ command: asked, state: now }, definition))
        }
        const [event] = events
        expect(compiled.evolveComplaint({ state: null, event: event as never })).toEqual(
          evolveComplaint({ state: null, event: event as never }, definition),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('finds the same wrong with the same input', () => {
    const compiled = compileWorkflow(eightSteps)
    for (const value of [undefined, null, 7, {}, [], [null], { state: {}, event: {}, command: {}, actor: 1, at: 'x', x: 1 }] as never[]) {
      expect(issuesOf(() => compiled.openComplaint(value))).toEqual(issuesOf(() => openComplaint(value, eightSteps)))
      expect(issuesOf(() => compiled.decideComplaint(value))).toEqual(issuesOf(() => decideComplaint(value, eightSteps)))
      expect(issuesOf(() => compiled.evolveComplaint(value))).toEqual(issuesOf(() => evolveComplaint(value, eightSteps)))
      expect(issuesOf(() => compiled.replayComplaint(value))).toEqual(issuesOf(() => replayComplaint(value, eightSteps)))
      expect(issuesOf(() => compiled.availableCommands(value))).toEqual(issuesOf(() => availableCommands(value, eightSteps)))
    }
  })

  it('starts every call afresh: what was wrong with one is not told of the next', () => {
    const { decideComplaint: decide } = compileWorkflow(eightSteps)
    expect(issuesOf(() => decide(null as never))).toEqual([['wrong-type', ['subject']]])
    expect(decide({ command: command({ type: 'escalate' }), state: stateAfter([]) }).ok).toBe(true)
  })

  it('keeps to the definition as it was', () => {
    const definition = structuredClone(eightSteps) as WorkflowDefinition & {
      steps: Record<string, { responsible?: string; moves: unknown[] }>
      version: string
    }
    const { availableCommands: survey } = compileWorkflow(definition)
    const subject = { state: stateAfter([]), actor: agent, at }
    const before = survey(subject)
    definition.version = '2'
    for (const step of Object.values(definition.steps)) {
      step.responsible = 'nobody'
      step.moves.length = 0
    }
    expect(survey(subject)).toEqual(before)
    expect(before).toEqual(availableCommands(subject, eightSteps))
  })

  it('replays events of earlier versions under their own, and opens and decides under the new one', () => {
    const second = { ...eightSteps, version: 2 }
    const compiled = compileWorkflow(second, [eightSteps, counterService])
    const first = after(settled.slice(0, 2))
    const migration = eventsOf(migrateComplaint({ state: replayComplaint(first, eightSteps), at, by: manager }, { from: eightSteps, to: second }))
    expect(compiled.replayComplaint(first)).toEqual(replayComplaint(first, eightSteps))
    const state = compiled.replayComplaint([...first, ...migration])
    expect(state).toEqual(replayComplaint([...first, ...migration], [eightSteps, second]))
    expect(compiled.decideComplaint({ command: command({ type: 'assignDepartment', department: 'x' }), state }).ok).toBe(true)
    expect(issuesOf(() => compiled.decideComplaint({ command: command({ type: 'escalate' }), state: stateAfter([]) }))).toEqual([
      ['other-policy', ['state', 'definition']],
    ])
    expect(eventsOf(compiled.openComplaint(told))[0]?.definition).toEqual({ id: 'eight-steps', version: 2 })
    expect(issuesOf(() => compileWorkflow(second).replayComplaint(opened()))).toEqual([['other-policy', [0, 'definition']]])
  })

  it('tells everything that is wrong with its definitions', () => {
    expect(issuesOf(() => compileWorkflow(null as never))).toEqual([['wrong-type', ['definition']]])
    expect(
      issuesOf(() => compileWorkflow({ ...eightSteps, initial: 'x' }, [counterService, { ...eightSteps, initial: 'y' }, counterService])),
    ).toEqual([
      ['not-allowed', ['definition', 'initial']],
      ['not-allowed', ['earlier', 1, 'initial']],
      ['duplicate', ['earlier', 2, 'version']],
    ])
    expect(issuesOf(() => compileWorkflow(eightSteps, [counterService, eightSteps]))).toEqual([['given-elsewhere', ['earlier', 1, 'version']]])
    expect(issuesOf(() => compileWorkflow(eightSteps, counterService as never))).toEqual([['wrong-type', ['earlier']]])
    expect(issuesOf(() => compileWorkflow(eightSteps, [null] as never))).toEqual([['wrong-type', ['earlier', 0]]])
  })
})
