import type { Condition } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { agent, at, ready } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { choices, commandFor, everyMove, fieldsFor, knowledgeOf, moveNames, walkThrough } from '../../testing/walks.js'
import {
  availableCommands,
  type ComplaintCommand,
  type ComplaintState,
  type Decision,
  decideComplaint,
  evolveComplaint,
  type RefusalReason,
  replayComplaint,
  type WorkflowDefinition,
  type WorkflowMove,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

/** Ours, and any other. */
const definitions = fc.oneof(fc.constant(eightSteps), fc.constant(counterService), { weight: 4, arbitrary: randomWorkflow(meetingPools) })
const walks = fc.tuple(definitions, choices).map(([definition, chosen]) => ({ definition, ...walkThrough(definition, chosen) }))

describe.each([
  ['eightSteps', eightSteps, 14, 98],
  ['counterService', counterService, 4, 4],
])('every move of %s', (_, definition, steps, moves) => {
  const names = moveNames(definition)
  const found = everyMove(definition, names)

  it('is made', () => {
    expect([...found.keys()].sort()).toEqual([...names].sort())
    expect(found.size).toBe(moves)
    expect(new Set([...found.values()].flat().map(({ step }) => step)).size).toBe(steps)
  })

  it('is replayed as it was decided, event by event, up to every point', () => {
    const { evolveComplaint: evolve, replayComplaint: replay } = ready(definition)
    for (const events of found.values()) {
      let state: ComplaintState | null = null
      events.forEach((event, index) => {
        state = evolve({ state, event })
        expect(state).toEqual(replay(events.slice(0, index + 1)))
        expect(state.sequence).toBe(index + 1)
      })
    }
  })
})

describe('laws of deciding', () => {
  it('hold for what is replayed: each event in its turn, none lost, none told twice', () => {
    fc.assert(
      fc.property(walks, ({ definition, events, state }) => {
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
        const folded = events.reduce<ComplaintState | null>((now, event) => evolveComplaint({ state: now, event }, definition), null)
        expect(folded).toEqual(state)
        expect(replayComplaint(events, definition)).toEqual(state)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        expect(replayComplaint(JSON.parse(JSON.stringify(events)), JSON.parse(JSON.stringify(definition)))).toEqual(state)
        for (const [type, { sequence, at: moment, by }] of Object.entries(state.facts)) {
          expect(events[sequence - 1]).toMatchObject({ type, at: moment, by, cycle: state.cycle })
        }
        const now = events.filter(({ cycle }) => cycle === state.cycle).map(({ type }) => type)
        expect(Object.keys(state.facts).sort()).toEqual([...new Set(now)].sort())
      }),
      { numRuns: 40 },
    )
  })

  it('hold for every answer: events or reasons, plain data, from inputs that stay as they are', () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(walks, ({ definition, given }) => {
        const frozen = deepFreeze(structuredClone(definition))
        for (const { command, state, decision } of given) {
          expect(decideComplaint(deepFreeze(structuredClone({ command, state })), frozen)).toEqual(decision)
          expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
          if (decision.ok) {
            seen.accepted += 1
            const { events } = decision
            expect(events.map(({ following }) => following)).toEqual(events.map((_, index) => events.length - 1 - index))
            expect(new Set(events.map(({ command: type }) => type))).toEqual(new Set([command.type]))
          } else {
            seen.refused += 1
            expect(decision).not.toHaveProperty('events')
            expect(decision.reasons.length).toBeGreaterThan(0)
            expect(new Set(decision.reasons.map((reason) => JSON.stringify(reason))).size).toBe(decision.reasons.length)
          }
        }
      }),
      { numRuns: 60, seed: 9 },
    )
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50)
  })

  it('give the reasons of a move in their order', () => {
    const order = ['conflict', 'unknown-command', 'closed', 'not-in-this-step', 'condition', 'evidence', 'role', 'same-person', 'over-limit']
    fc.assert(
      fc.property(randomWorkflow(meetingPools), choices, fc.nat(3), (definition, chosen, expectedSequence) => {
        const { given } = walkThrough(definition, chosen)
        for (const { command, state } of given) {
          const moves = definition.steps[state.step]?.moves.filter(
            ({ on, to }) => on === command.type && (to !== '@previous' || state.returnTo.length > 0),
          )
          if (moves?.length !== 1) continue
          const decision = ready(definition).decideComplaint({ command: { ...command, expectedSequence, by: { id: 'li', role: 'stranger' } }, state })
          const places = decision.ok ? [] : decision.reasons.map(({ code }) => order.indexOf(code))
          expect(places).toEqual([...places].sort((a, b) => a - b))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('do not depend on the order of keys', () => {
    fc.assert(
      fc.property(walks, ({ definition, given, events, state: last }) => {
        // Steps are listed in the order of the definition; all else is turned round.
        const turned = { ...(turnedRound(definition) as WorkflowDefinition), steps: mapValues(definition.steps, turnedRound) as never }
        for (const { command, state, decision } of given.slice(0, 4)) {
          expect(decideComplaint(turnedRound({ command, state }) as never, turned)).toEqual(decision)
        }
        expect(replayComplaint(turnedRound(events) as never, turned)).toEqual(last)
        expect(availableCommands(turnedRound({ state: last, actor: agent, at }) as never, turned)).toEqual(
          availableCommands({ state: last, actor: agent, at }, definition),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('tell of other versions of what the command was seen with, and decide the same where it was not', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 40 }), ({ definition, given }, expectedSequence) => {
        for (const { command, state, decision } of given.slice(0, 4)) {
          const again = decideComplaint({ command: { ...command, expectedSequence }, state }, definition)
          const others = decision.ok ? [] : decision.reasons
          const conflict = { code: 'conflict', params: { expected: expectedSequence, actual: state.sequence } }
          if (expectedSequence === state.sequence) expect(again).toEqual(decision)
          else expect(again).toMatchObject({ ok: false, reasons: [conflict, ...others] })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('availableCommands and decideComplaint', () => {
  const told = fc.dictionary(
    fc.constantFrom('kind', 'remedy', 'until', 'ordinary', 'constructor', 'verdict', 'response', 'grounds', 'note', 'department', 'into', 'cause'),
    fc.constantFrom('x', 'y', 7, '7', 'other', '2024-02-29', '2024-12-31', null, 'upheld', 'accepted', 'disputed'),
    { noNullPrototype: true },
  )
  const actors = fc.record({ id: fc.constantFrom('li', 'chen', 'zhao'), role: fc.constantFrom('agent', 'manager', 'director', 'clerk', 'stranger') })

  it('agree: what is not allowed is refused whatever the command tells', () => {
    const seen = { allowed: 0, not: 0 }
    fc.assert(
      fc.property(walks, actors, fc.array(told, { maxLength: 4 }), ({ definition, state }, actor, fields) => {
        const { commands } = ready(definition).availableCommands({ state, actor, at })
        for (const { type, allowed, reasons, needs, moves } of commands) {
          seen[allowed ? 'allowed' : 'not'] += 1
          expect(allowed).toBe(reasons.length === 0)
          expect(allowed).toBe(moves.some((move) => move.allowed))
          expect(new Set(needs).size).toBe(needs.length)
          if (allowed) continue
          const meant = (definition.steps[state.step]?.moves ?? []).filter(({ on }) => on === type).map(({ when }) => fieldsFor(when))
          for (const one of [...meant, ...fields]) {
            const full = { ...Object.fromEntries(needs.map((need) => [need, 'x'])), paidToCustomer: 0, ...one }
            const decision = outcomeOf(() =>
              ready(definition).decideComplaint({ command: { type, at, by: actor, ...full } as ComplaintCommand, state }),
            )
            expect(decision.ok).toBe(false)
          }
        }
        const others = [...new Set(Object.values(definition.steps).flatMap(({ moves }) => moves.map(({ on }) => on)))]
        const known = commands.map(({ type }) => type)
        for (const type of others.filter((one) => !known.includes(one))) {
          const decision = ready(definition).decideComplaint({ command: { type, at, by: actor }, state })
          expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([state.closed ? 'closed' : 'not-in-this-step'])
        }
      }),
      { numRuns: 100, seed: 4 },
    )
    expect(Math.min(seen.allowed, seen.not)).toBeGreaterThan(50)
  })

  it('agree: what is allowed is accepted with the right fields, where conditions ask for one value each', () => {
    const seen = { accepted: 0 }
    fc.assert(
      fc.property(
        randomWorkflow(meetingPools),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        choices,
        actors,
        (random, draws, chosen, actor) => {
          const definition = withSimpleConditions(random, draws)
          const { state } = walkThrough(definition, chosen)
          const { commands } = ready(definition).availableCommands({ state, actor, at })
          for (const { type, allowed } of commands) {
            if (!allowed) continue
            const moves = (definition.steps[state.step]?.moves ?? []).filter(({ on }) => on === type)
            const decisions = moves.map((move) => {
              const command = { ...commandFor(move, knowledgeOf(definition), 0), by: actor }
              return ready(definition).decideComplaint({ command, state })
            })
            expect(decisions.some(({ ok }) => ok)).toBe(true)
            seen.accepted += 1
          }
        },
      ),
      { numRuns: 150, seed: 2 },
    )
    expect(seen.accepted).toBeGreaterThan(100)
  })
})

/** What comes of a decision; bad input counts as refused. */
function outcomeOf(run: () => Decision): { readonly ok: boolean; readonly reasons?: readonly RefusalReason[] } {
  let decision: Decision | undefined
  const issues = issuesOf(() => {
    decision = run()
  })
  return decision ?? { ok: issues === 'nothing was thrown' }
}

/** The definition with conditions of which each asks for one value of a field of its own, or none. */
function withSimpleConditions(definition: WorkflowDefinition, draws: readonly number[]): WorkflowDefinition {
  let next = 0
  const conditionOf = (): Condition | undefined => {
    const draw = draws[next++ % draws.length] as number
    const equals = (field: string, value: string | number): Condition => ({ field: `command.${field}`, operator: 'equals', value })
    if (draw % 4 === 0) return undefined
    const [one, other] = [equals('kind', draw % 3), equals('ordinary', `v${draw % 5}`)]
    return draw % 4 === 1 ? one : { all: [one, other] }
  }
  const simple = (move: WorkflowMove): WorkflowMove => ({ ...move, when: conditionOf() })
  return { ...definition, limits: [], steps: mapValues(definition.steps, (step) => ({ ...step, moves: step.moves.map(simple) })) }
}

function mapValues<Value, Result>(record: { readonly [key: string]: Value }, map: (value: Value) => Result): { readonly [key: string]: Result } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

/** The same, with the keys of every object in the opposite order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turnedRound(one)]),
  )
}
