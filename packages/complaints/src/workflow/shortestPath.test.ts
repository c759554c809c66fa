import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { leadsTo, type Standing, smallWorkflows } from '../../testing/smallWorkflows.js'
import {
  type ComplaintState,
  decideComplaint,
  openComplaint,
  replayComplaint,
  shortestPath,
  type WorkflowDefinition,
  type WorkflowMove,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const at = '2024-03-01T09:00:00+08:00'
const by = { id: 'li', role: 'agent' }

/** A complaint that has gone some way of the eight steps. */
const after = (...commands: readonly (readonly [type: string, fields?: object])[]): ComplaintState => {
  const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'It leaks.' } as const
  const opened = openComplaint({ type: 'recordComplaint', at, by, ...told }, eightSteps)
  const events = opened.ok ? [...opened.events] : []
  for (const [type, fields] of commands) {
    const decision = decideComplaint({ command: { type, at, by, ...fields }, state: replayComplaint(events, eightSteps) }, eightSteps)
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons))
    events.push(...decision.events)
  }
  return replayComplaint(events, eightSteps)
}
const analysed = [
  ['expressSympathy'],
  ['judgeComplaint', { verdict: 'upheld', grounds: 'It does.' }],
  ['assignDepartment', { department: 'Works' }],
  ['analyseCause', { cause: 'seal' }],
] as const

/** A complaint of a definition that stands somewhere. */
const standing = ({ steps, id, version }: WorkflowDefinition, { step, returnTo }: Standing): ComplaintState => ({
  complaint: 'C-1',
  definition: { id, version },
  sequence: 1,
  following: 0,
  step,
  closed: steps[step]?.final === true,
  returnTo,
  cycle: 1,
  openedAt: at,
  enteredAt: at,
  updatedAt: at,
  facts: {},
  record: {},
  proposal: null,
})

/** All ways that are as short as any, by trying all moves from everywhere, in the order in which they come. */
const allWays = (definition: WorkflowDefinition, from: Standing, to: string): readonly WorkflowMove[][] => {
  let ways: { place: Standing; moves: WorkflowMove[] }[] = [{ place: from, moves: [] }]
  const seen = new Set<string>()
  while (ways.length > 0) {
    const there = ways.filter(({ place }) => place.step === to)
    if (there.length > 0) return there.map(({ moves }) => moves)
    for (const { place } of ways) seen.add(JSON.stringify(place))
    ways = ways.flatMap(({ place, moves }) =>
      (definition.steps[place.step]?.moves ?? []).flatMap((move) => {
        const next = leadsTo(place, move, definition)
        return next === undefined || seen.has(JSON.stringify(next)) ? [] : [{ place: next, moves: [...moves, move] }]
      }),
    )
  }
  return []
}

/** A definition of moves between steps that are named by letters, each on a command that is named by where it leads. */
const linesOf = (lines: { readonly [step: string]: string }): WorkflowDefinition => {
  const moves = (line: string): WorkflowMove[] =>
    line.split(' ').flatMap((to) => (to === '' ? [] : [{ on: `to ${to}`, to: to === '<' ? '@previous' : to, emits: ['Moved'] }]))
  const steps = Object.fromEntries(Object.entries(lines).map(([step, line]) => [step, { title: step, moves: moves(line) }]))
  const header = { kind: 'complaint-workflow', id: 'lines', version: 1, initial: Object.keys(lines)[0] as string } as const
  return { ...header, steps, opening: { needs: [], emits: ['ComplaintRecorded'] } }
}
const pathIn = (definition: WorkflowDefinition, place: Standing, to: string): unknown => {
  const { reachable, steps } = shortestPath({ state: standing(definition, place), to }, definition)
  return reachable ? steps.join('') : null
}

describe('shortestPath', () => {
  it('leads from recorded to closed in seven commands (issue 9)', () => {
    expect(shortestPath(deepFreeze({ state: after(), to: 'closed' }), deepFreeze(structuredClone(eightSteps)))).toEqual({
      reachable: true,
      commands: ['judgeComplaint', 'assignDepartment', 'analyseCause', 'proposeSolution', 'approveSolution', 'notifyCustomer', 'evaluateComplaint'],
      steps: ['accepted', 'assigned', 'analysed', 'proposed', 'approved', 'notified', 'closed'],
      policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
    })
  })

  it('goes back from waiting to where the complaint came from (issue 9)', () => {
    const state = after(...analysed, ['awaitCustomer'])
    expect(state.step).toBe('awaiting-customer')
    const { commands, steps } = shortestPath({ state, to: 'closed' }, eightSteps)
    expect(commands).toEqual(['customerReplied', 'proposeSolution', 'approveSolution', 'notifyCustomer', 'evaluateComplaint'])
    expect(steps[0]).toBe('analysed')
    expect(shortestPath({ state, to: 'withdrawn' }, eightSteps).commands).toEqual(['withdraw'])
  })

  it.each([
    ['rejection-filed', ['judgeComplaint', 'notifyCustomer']],
    ['awaiting-customer', ['awaitCustomer']],
    ['escalated', ['judgeComplaint', 'assignDepartment', 'analyseCause', 'proposeSolution', 'escalateApproval']],
    ['recorded', []],
  ])('finds the way to %s', (to, commands) => {
    expect(shortestPath({ state: after(), to }, eightSteps)).toMatchObject({ reachable: true, commands })
  })

  it('says where there is no way', () => {
    const state = after(['mergeInto', { into: 'C-2' }])
    expect(shortestPath({ state, to: 'closed' }, eightSteps)).toMatchObject({ reachable: false, commands: [], steps: [] })
    expect(shortestPath({ state, to: 'merged' }, eightSteps)).toMatchObject({ reachable: true, commands: [], steps: [] })
  })

  it('reopens a closed complaint where that is the way', () => {
    const { commands } = shortestPath({ state: standing(counterService, { step: 'turned-down', returnTo: [] }), to: 'filed' }, counterService)
    expect(commands).toEqual(['reopen', 'settleOnTheSpot', 'thankCustomer'])
  })

  it('takes of ways that are as short the one that the definition says first', () => {
    const lines = linesOf({ a: 'c b', b: 'd', c: 'e d', d: '', e: 'd' })
    expect(pathIn(lines, { step: 'a', returnTo: [] }, 'd')).toBe('cd')
    expect(pathIn(linesOf({ a: 'b c', b: 'd', c: 'd', d: '' }), { step: 'a', returnTo: [] }, 'd')).toBe('bd')
  })

  it('goes back to what is below the step that it goes back to, and over what it enters on the way', () => {
    // w, v and u go back; x is where the complaint came from first.
    const lines = linesOf({ a: 'w', w: '<', v: '<', u: '< w', x: 'y', y: '' })
    expect(pathIn(lines, { step: 'w', returnTo: ['x', 'v'] }, 'y')).toBe('vxy')
    expect(pathIn(lines, { step: 'v', returnTo: ['x'] }, 'y')).toBe('xy')
    expect(pathIn(lines, { step: 'v', returnTo: [] }, 'y')).toBe(null)
    // From u to w directly: what lies above w is forgotten, what lies below is not.
    expect(pathIn(lines, { step: 'u', returnTo: ['x', 'w', 'v'] }, 'y')).toBe('wxy')
    // Having entered w from a, nothing but a is left to go back to.
    expect(pathIn(lines, { step: 'a', returnTo: [] }, 'y')).toBe(null)
    // A step that does not go back forgets all, and so does one that is gone back to of what lay above it.
    expect(pathIn(linesOf({ w: 'b', b: 'v', v: '<', x: 'y', y: '' }), { step: 'w', returnTo: ['x', 'v'] }, 'y')).toBe(null)
    expect(pathIn(linesOf({ u: 'x', x: 'v', v: '<', w: 'y', y: '' }), { step: 'u', returnTo: ['x', 'w', 'v'] }, 'y')).toBe(null)
  })

  it('is as short as any way, and the first of those, by trying all', () => {
    let back = 0
    const cases = smallWorkflows({ tangled: true }).chain((definition) => {
      const ids = Object.keys(definition.steps)
      return fc.tuple(fc.constant(definition), fc.shuffledSubarray(ids, { minLength: 1 }), fc.constantFrom(...ids))
    })
    fc.assert(
      fc.property(cases, ([definition, [step = '', ...returnTo], to]) => {
        const ways = allWays(definition, { step, returnTo }, to)
        const { reachable, commands, steps } = shortestPath({ state: standing(definition, { step, returnTo }), to }, definition)
        expect(reachable).toBe(ways.length > 0)
        expect(commands).toEqual((ways[0] ?? []).map(({ on }) => on))
        expect(steps).toHaveLength(commands.length)
        if (steps.length > 0) expect(steps.at(-1)).toBe(to)
        if (ways[0]?.some(({ to: target }) => target === '@previous')) back++
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(back).toBeGreaterThan(5)
  })

  it('is quick over a thousand steps, whatever there is to go back to', () => {
    const lines = linesOf(
      Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`s${index}`, `s${(index + 1) % 1_000} s${(index * 7) % 1_000} <`])),
    )
    const returnTo = Array.from({ length: 100 }, (_, index) => `s${index + 500}`)
    expect(shortestPath({ state: standing(lines, { step: 's0', returnTo }), to: 's499' }, lines).reachable).toBe(true)
  })

  it.each(badTexts)('refuses the step %o', (to, code) => {
    expect(issuesOf(() => shortestPath({ state: after(), to: to as string }, eightSteps))).toEqual([
      [code === 'wrong-type' ? 'not-allowed' : code, ['to']],
    ])
  })
  it.each(['.', '@previous', 'lost', '__proto__', 'constructor'])('refuses the step %s', (to) => {
    expect(issuesOf(() => shortestPath({ state: after(), to }, eightSteps))).toEqual([['not-allowed', ['to']]])
  })
  it.each(badRecords)('refuses the subject, the state and the definition %o', (value, code) => {
    expect(issuesOf(() => shortestPath(value as never, eightSteps))).toEqual([[code, ['subject']]])
    expect(issuesOf(() => shortestPath({ state: value as never, to: 'closed' }, eightSteps))).toEqual([[code, ['state']]])
    expect(issuesOf(() => shortestPath({ state: after(), to: 'closed' }, value as never))).toEqual([[code, ['definition']]])
  })

  it('names everything that is wrong', () => {
    const state = { ...after(), step: 'lost', sequence: 0 }
    expect(issuesOf(() => shortestPath({ state, to: 'nowhere', from: 'recorded' } as never, eightSteps))).toEqual([
      ['unknown-key', ['from']],
      ['too-small', ['state', 'sequence']],
      ['not-allowed', ['state', 'step']],
      ['not-allowed', ['to']],
    ])
    expect(issuesOf(() => shortestPath({ state: after(), to: 'filed' }, counterService))).toEqual([['other-policy', ['state', 'definition']]])
    expect(issuesOf(() => shortestPath({ state: after(), to: '' }, { ...eightSteps, initial: 'lost' }))).toEqual([
      ['not-allowed', ['definition', 'initial']],
      ['empty', ['to']],
    ])
  })
})
