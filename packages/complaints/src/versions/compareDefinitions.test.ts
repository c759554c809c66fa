import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { hostilePools, meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { withoutAnalysis } from '../../testing/withoutAnalysis.js'
import {
  type ComplaintState,
  compareDefinitions,
  type DefinitionChange,
  type WorkflowDefinition,
  type WorkflowMove,
  type WorkflowStep,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const step = (moves: readonly WorkflowMove[] = [], others: Partial<WorkflowStep> = {}): WorkflowStep => ({ title: 'x', moves, ...others })
const definitionOf = (steps: WorkflowDefinition['steps'], others: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  kind: 'complaint-workflow',
  id: 'desk',
  version: 1,
  initial: Object.keys(steps)[0] as string,
  steps,
  opening: { needs: ['customer'], emits: ['Recorded', 'Acknowledged'] },
  ...others,
})
const changesOf = (before: WorkflowDefinition, after: WorkflowDefinition): readonly DefinitionChange[] =>
  compareDefinitions({ before, after, open: [] }).changes
const move = (others: Partial<WorkflowMove> = {}): WorkflowMove => ({ on: 'go', to: 'b', emits: ['Went', 'Arrived'], ...others })
/** What differs between two ways to write the moves of step a. */
const movesChanged = (before: readonly WorkflowMove[], after: readonly WorkflowMove[]): unknown =>
  changesOf(definitionOf({ a: step(before), b: step(), c: step() }), definitionOf({ a: step(after), b: step(), c: step() }))

/** The same, with the keys of every object the other way round. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  ) as Value
}

describe('the changes that compareDefinitions tells', () => {
  it('are none between a definition and itself, whatever the order of its keys', () => {
    for (const definition of [eightSteps, counterService]) expect(changesOf(definition, reversed(definition))).toEqual([])
    fc.assert(
      fc.property(fc.oneof(randomWorkflow(hostilePools), randomWorkflow(meetingPools)), (definition) => {
        expect(changesOf(definition, reversed(definition))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('are none where the same is written in another way', () => {
    const either = { field: 'command.amount', operator: 'at-least', value: '5000' } as const
    const or = { field: 'command.kind', operator: 'in', value: ['x', 7] } as const
    const plain = move({ when: { all: [either, or] }, needs: ['Recorded', 'remedy'], role: ['agent', 'manager'], notBy: ['recorder', 'go'] })
    const other = move({
      when: { all: [{ all: [{ ...or, value: ['7.0', 'x'] }] }, { operator: 'at-least', value: 5000.0, field: 'command.amount' }] },
      needs: ['remedy', 'Recorded'],
      role: ['manager', 'agent'],
      notBy: ['go', 'recorder'],
      startsCycle: false,
    })
    const limits = (amount: string | number) => [{ role: 'agent', upTo: { amount, currency: 'CNY' } }]
    expect(
      changesOf(
        definitionOf({ a: step([plain]), b: step([move({ to: '.' })]) }, { limits: limits('5000'), opening: { needs: ['x', 'y'], emits: ['R'] } }),
        definitionOf(
          { a: step([other], { final: false, clocks: {} }), b: step([move({ to: 'b', needs: [] })]) },
          {
            limits: limits('5e3'),
            opening: { needs: ['y', 'x'], emits: ['R'] },
            version: 2,
            title: 'Another title',
            terms: { go: 'leave' },
            migrate: { 1: { z: 'a' } },
          },
        ),
      ),
    ).toEqual([])
  })

  it.each([
    ['when', { when: { field: 'command.x', operator: 'equals', value: 'y' } }],
    ['needs', { needs: ['remedy'] }],
    ['role', { role: ['agent'] }],
    ['notBy', { notBy: ['recorder'] }],
    ['emits', { emits: ['Arrived', 'Went'] }],
    ['startsCycle', { startsCycle: true }],
    ['why', { why: { en: 'So it is.' } }],
  ] as const)('tell of a move that differs in %s', (field, others) => {
    const params = { step: 'a', command: 'go', to: 'b', fields: [field] }
    expect(movesChanged([move()], [move(others)])).toEqual([{ code: 'move-changed', params }])
    expect(movesChanged([move(others)], [move()])).toEqual([{ code: 'move-changed', params }])
  })

  it.each([
    [{ field: 'command.x', operator: 'equals', value: 'true' }],
    [{ field: 'command.y', operator: 'equals', value: true }],
    [{ field: 'command.x', operator: 'not-equals', value: true }],
    [{ not: { field: 'command.x', operator: 'equals', value: true } }],
    [{ any: [{ field: 'command.x', operator: 'equals', value: true }] }],
  ] as const)('tell conditions apart: %j', (when) => {
    const params = { step: 'a', command: 'go', to: 'b', fields: ['when'] }
    const plain = move({ when: { field: 'command.x', operator: 'equals', value: true } })
    expect(movesChanged([plain], [move({ when })])).toEqual([{ code: 'move-changed', params }])
  })

  it('tell a text from another that is the same number', () => {
    expect(movesChanged([move({ why: '5' })], [move({ why: '5.0' })])).toHaveLength(1)
  })

  it('tell of a need that has become an event, which the command can no longer meet', () => {
    expect(movesChanged([move({ needs: ['Seen'] })], [move({ needs: ['Seen'] }), move({ on: 'look', to: '.', emits: ['Seen'] })])).toEqual([
      { code: 'move-changed', params: { step: 'a', command: 'go', to: 'b', fields: ['needs'] } },
      { code: 'move-added', params: { step: 'a', command: 'look', to: '.' } },
    ])
  })

  it('take a move that leads elsewhere for another one', () => {
    expect(movesChanged([move()], [move({ to: 'c' })])).toEqual([
      { code: 'move-removed', params: { step: 'a', command: 'go', to: 'b' } },
      { code: 'move-added', params: { step: 'a', command: 'go', to: 'c' } },
    ])
    expect(movesChanged([move()], [move({ on: 'run' })])).toEqual([
      { code: 'move-removed', params: { step: 'a', command: 'go', to: 'b' } },
      { code: 'move-added', params: { step: 'a', command: 'run', to: 'b' } },
    ])
  })

  it('match moves on one command by where they lead, then by what they say, then in order', () => {
    const [first, second, third] = ['x', 'y', 'z'].map((role) => move({ role: [role] })) as [WorkflowMove, WorkflowMove, WorkflowMove]
    const to = { step: 'a', command: 'go', to: 'b' }
    expect(movesChanged([first, second], [second])).toEqual([{ code: 'move-removed', params: to }])
    expect(movesChanged([second], [first, second])).toEqual([{ code: 'move-added', params: to }])
    expect(movesChanged([first, second], [third, second])).toEqual([{ code: 'move-changed', params: { ...to, fields: ['role'] } }])
    expect(movesChanged([first, first], [first])).toEqual([{ code: 'move-removed', params: to }])
    expect(movesChanged([move({ to: 'c' }), first], [move({ to: 'c', needs: ['n'] }), second])).toEqual([
      { code: 'move-changed', params: { ...to, to: 'c', fields: ['needs'] } },
      { code: 'move-changed', params: { ...to, fields: ['role'] } },
    ])
  })

  it('tell of moves on one command that are tried in another order, and not of others', () => {
    const [there, elsewhere, other] = [move(), move({ to: 'c' }), move({ on: 'run' })]
    const reordered = { code: 'moves-reordered', params: { step: 'a', command: 'go' } }
    expect(movesChanged([there, elsewhere, other], [elsewhere, there, other])).toEqual([reordered])
    expect(movesChanged([there, elsewhere, other], [other, there, elsewhere])).toEqual([])
    expect(movesChanged([there, elsewhere], [elsewhere, move({ role: ['agent'] })])).toEqual([
      { code: 'move-changed', params: { step: 'a', command: 'go', to: 'b', fields: ['role'] } },
      reordered,
    ])
  })

  it.each([
    [{ title: { en: 'x' } }, ['title']],
    [{ textbook: 3 }, ['textbook']],
    [{ final: true }, ['final']],
    [{ responsible: 'agent' }, ['responsible']],
    [{ clocks: { resolution: 'run' } }, ['clocks']],
    [{ final: true, title: 'y' }, ['title', 'final']],
  ] as const)('tell of a step that differs: %j', (others, fields) => {
    const params = { step: 'a', fields }
    expect(changesOf(definitionOf({ a: step() }), definitionOf({ a: step([], others) }))).toEqual([{ code: 'step-changed', params }])
  })

  it('tell of the beginning, steps with their moves, and limits, in this order', () => {
    const limit = (role: string, amount: string, others: object = {}) => ({ role, upTo: { amount, currency: 'CNY' }, ...others })
    const before = definitionOf(
      { a: step([move()]), gone: step([move()]), b: step(), also: step() },
      { limits: [limit('agent', '100'), limit('clerk', '50', { cumulative: true }), limit('old', '7')] },
    )
    const after = definitionOf(
      { added: step([move()]), b: step([], { final: true }), a: step([move({ on: 'run' })]) },
      {
        opening: { needs: ['customer', 'content'], emits: ['Acknowledged', 'Recorded'] },
        limits: [{ role: 'agent', upTo: { amount: 9, currency: 'JPY' } }, limit('clerk', '50'), limit('agent', '100.005')],
      },
    )
    expect(changesOf(before, after)).toEqual([
      { code: 'initial-changed', params: { before: 'a', after: 'added' } },
      { code: 'opening-changed', params: { fields: ['needs', 'emits'] } },
      { code: 'step-removed', params: { step: 'gone' } },
      { code: 'step-removed', params: { step: 'also' } },
      { code: 'step-added', params: { step: 'added' } },
      { code: 'step-changed', params: { step: 'b', fields: ['final'] } },
      { code: 'move-removed', params: { step: 'a', command: 'go', to: 'b' } },
      { code: 'move-added', params: { step: 'a', command: 'run', to: 'b' } },
      { code: 'limit-changed', params: { role: 'old', currency: 'CNY', before: { amount: '7.00', cumulative: false }, after: null } },
      { code: 'limit-changed', params: { role: 'agent', currency: 'JPY', before: null, after: { amount: '9', cumulative: false } } },
      {
        code: 'limit-changed',
        params: { role: 'agent', currency: 'CNY', before: { amount: '100.00', cumulative: false }, after: { amount: '100.005', cumulative: false } },
      },
      {
        code: 'limit-changed',
        params: { role: 'clerk', currency: 'CNY', before: { amount: '50.00', cumulative: true }, after: { amount: '50.00', cumulative: false } },
      },
    ])
  })

  it('are the other way round from the later definition to the earlier one', () => {
    const opposite: { readonly [code: string]: string } = {
      'step-added': 'step-removed',
      'step-removed': 'step-added',
      'move-added': 'move-removed',
      'move-removed': 'move-added',
    }
    /** Without how the later definition writes that a move stays. */
    const told = (changes: readonly DefinitionChange[], turned: boolean): readonly string[] =>
      changes
        .map(({ code, params }) => {
          const plain = 'to' in params && params.to === '.' ? { ...params, to: params.step } : params
          const swapped = 'before' in params ? { ...params, before: params.after, after: params.before } : plain
          return JSON.stringify(turned ? [opposite[code] ?? code, swapped] : [code, plain])
        })
        .sort()
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomWorkflow(meetingPools), randomWorkflow(meetingPools), (one, other) => {
        const changes = changesOf(one, { ...other, id: one.id })
        for (const { code } of changes) seen.add(code)
        expect(told(changes, true)).toEqual(told(changesOf({ ...other, id: one.id }, one), false))
      }),
      { numRuns: 80, seed: 9 },
    )
    expect(seen.size).toBeGreaterThanOrEqual(9)
  })
})

const commands = settled.map((_, index) => settled.slice(0, index))
/** A complaint in every step of the way, and after it. */
const onTheWay: readonly ComplaintState[] = [...commands, settled].map((told, index) => ({ ...stateAfter(told), complaint: `C-${index}` }))
const stepNamed = (id: string): WorkflowStep => eightSteps.steps[id] as WorkflowStep

describe('compareDefinitions', () => {
  it('adding a step changes the way of none that is open', () => {
    const approved = stepNamed('approved')
    const reviewing = { on: 'reviewSolution', to: 'reviewed', emits: ['SolutionReviewed'] } as const
    const steps = { ...eightSteps.steps, approved: { ...approved, moves: [...approved.moves, reviewing] }, reviewed: approved }
    const { changes, stuck, migrations, policies } = compareDefinitions(
      deepFreeze(structuredClone({ before: eightSteps, after: { ...eightSteps, version: '2', steps }, open: onTheWay })),
    )
    expect(changes).toEqual([
      { code: 'move-added', params: { step: 'approved', command: 'reviewSolution', to: 'reviewed' } },
      { code: 'step-added', params: { step: 'reviewed' } },
    ])
    expect(stuck).toEqual([])
    expect(migrations).toEqual(onTheWay.map(({ complaint, step: place }) => ({ complaint, from: place, to: place })))
    expect(policies).toEqual([
      { kind: 'complaint-workflow', id: 'eight-steps', version: '1' },
      { kind: 'complaint-workflow', id: 'eight-steps', version: '2' },
    ])
  })

  it('a definition without a step strands those that stand in it, and no others, unless it says where they go', () => {
    const comparison = compareDefinitions({ before: eightSteps, after: withoutAnalysis, open: onTheWay })
    expect(comparison.stuck).toEqual([
      { complaint: 'C-4', step: 'analysed', reasons: [{ code: 'step-missing', params: { step: 'analysed', version: '2' } }] },
    ])
    expect(comparison.migrations).toHaveLength(onTheWay.length - 1)
    const renamed = compareDefinitions({
      before: eightSteps,
      after: { ...withoutAnalysis, migrate: { 1: { analysed: 'assigned' } } },
      open: onTheWay,
    })
    expect(renamed.stuck).toEqual([])
    expect(renamed.migrations[4]).toEqual({ complaint: 'C-4', from: 'analysed', to: 'assigned' })
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
  })

  it('a definition without the step that a complaint would go back to strands it, too', () => {
    const waiting = stateAfter([...settled.slice(0, 4), { type: 'awaitCustomer' }])
    expect(waiting).toMatchObject({ step: 'awaiting-customer', returnTo: ['analysed'] })
    expect(compareDefinitions({ before: eightSteps, after: withoutAnalysis, open: [waiting] }).stuck).toEqual([
      { complaint: 'C-1', step: 'awaiting-customer', reasons: [{ code: 'return-step-missing', params: { step: 'analysed', version: '2' } }] },
    ])
    const renaming = { ...withoutAnalysis, migrate: { 1: { analysed: 'assigned' } } }
    const kept = [{ complaint: 'C-1', from: 'awaiting-customer', to: 'awaiting-customer' }]
    expect(compareDefinitions({ before: eightSteps, after: renaming, open: [waiting] }).migrations).toEqual(kept)
    const back = { ...withoutAnalysis, migrate: { 1: { 'awaiting-customer': 'assigned' } } }
    expect(compareDefinitions({ before: eightSteps, after: back, open: [waiting] }).stuck).toEqual([])
  })

  it('a new need strands those that are past the step in which it comes about', () => {
    const { heard, settled: done } = counterService.steps as { readonly [id: string]: WorkflowStep }
    const apologising = { on: 'apologise', to: '.', emits: ['ApologyMade'] } as const
    const thanking = (needs: readonly string[]) => done?.moves.map((one) => ({ ...one, needs })) ?? []
    const after = (needs: readonly string[]): WorkflowDefinition => ({
      ...counterService,
      version: '2',
      steps: {
        ...counterService.steps,
        heard: { ...(heard as WorkflowStep), moves: [apologising, ...(heard?.moves ?? [])] },
        settled: { ...(done as WorkflowStep), moves: thanking(needs) },
      },
    })
    const by = { id: 'li', role: 'clerk' }
    const settling = { type: 'settleOnTheSpot', by, remedy: 'a new cup' }
    const thanks = { type: 'thankCustomer', by }
    const open = [[], [settling], [settling, thanks]].map((told, index) => ({ ...stateAfter(told, counterService), complaint: `C-${index}` }))
    const { stuck, migrations } = compareDefinitions({ before: counterService, after: after(['ApologyMade', 'thanks']), open })
    const reasons = [{ code: 'no-way-out', params: { step: 'settled', lacking: ['ApologyMade'] } }]
    expect(stuck).toEqual([{ complaint: 'C-1', step: 'settled', reasons }])
    expect(migrations.map(({ to }) => to)).toEqual(['heard', 'filed'])
    expect(compareDefinitions({ before: counterService, after: after(['SolutionApproved', 'thanks']), open }).stuck).toEqual([])
  })

  it('takes two definitions of one version, as a draft and what it was made from', () => {
    expect(compareDefinitions({ before: eightSteps, after: { ...withoutAnalysis, version: '1' }, open: onTheWay }).stuck).toHaveLength(1)
  })

  it('says the same of each complaint, whatever the others', () => {
    const whole = compareDefinitions({ before: eightSteps, after: withoutAnalysis, open: onTheWay })
    const turned = compareDefinitions({ before: eightSteps, after: withoutAnalysis, open: [...onTheWay].reverse() })
    expect(turned).toEqual({ ...whole, stuck: [...whole.stuck].reverse(), migrations: [...whole.migrations].reverse() })
  })
})

describe('what compareDefinitions refuses', () => {
  const [first] = onTheWay as [ComplaintState]
  const wrong = (other: object): unknown =>
    issuesOf(() => compareDefinitions({ before: eightSteps, after: withoutAnalysis, open: [first], ...other }))

  it.each(badRecords)('%o', (value, code) => {
    expect(issuesOf(() => compareDefinitions(value as never))).toEqual([[code, ['subject']]])
    expect(wrong({ before: value })).toEqual([[code, ['before']]])
    expect(wrong({ after: value })).toEqual([[code, ['after']]])
    expect(wrong({ open: [value] })).toEqual([[code, ['open', 0]]])
  })

  it.each([...badLists, [undefined, 'missing']] as const)('the complaints %o', (value, code) =>
    expect(wrong({ open: value })).toEqual([[code, ['open']]]),
  )

  it('definitions of two ids, and what is wrong with either', () => {
    expect(wrong({ after: { ...withoutAnalysis, id: 'other' } })).toEqual([['not-allowed', ['after', 'id']]])
    expect(wrong({ before: { ...eightSteps, initial: 'x' }, after: { ...withoutAnalysis, limits: 1 }, more: 1 })).toEqual([
      ['unknown-key', ['more']],
      ['not-allowed', ['before', 'initial']],
      ['wrong-type', ['after', 'limits']],
    ])
  })

  it('a complaint of another definition, one with a step that is not there, one in the middle of a command, and one that comes twice', () => {
    const other = { ...first, complaint: 'C-9', definition: { id: 'eight-steps', version: '2' } }
    const lost = { ...first, complaint: 'C-8', step: 'nowhere' }
    const holed: unknown[] = [first]
    holed[4] = first
    expect(wrong({ open: [first, other, lost, first] })).toEqual([
      ['other-policy', ['open', 1, 'definition']],
      ['not-allowed', ['open', 2, 'step']],
      ['duplicate', ['open', 3, 'complaint']],
    ])
    expect(wrong({ open: holed })).toEqual([...[1, 2, 3].map((index) => ['missing', ['open', index]]), ['duplicate', ['open', 4, 'complaint']]])
    expect(wrong({ open: [{ ...first, following: 1 }] })).toEqual([['not-allowed', ['open', 0, 'following']]])
    expect(wrong({ open: [{ ...first, facts: { Seen: 1 } }] })).toEqual([['wrong-type', ['open', 0, 'facts', 'Seen']]])
  })
})
