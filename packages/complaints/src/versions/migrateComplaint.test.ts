import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, command, eventsOf, opened, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { withoutAnalysis } from '../../testing/withoutAnalysis.js'
import {
  type ComplaintEvent,
  type ComplaintState,
  compareDefinitions,
  decideComplaint,
  evolveComplaint,
  migrateComplaint,
  replayComplaint,
  type WorkflowDefinition,
} from '../index.js'
import { eightSteps } from '../templates.js'

const later: WorkflowDefinition = { ...eightSteps, version: 2 }
const renaming: WorkflowDefinition = { ...withoutAnalysis, migrate: { 1: { analysed: 'assigned' } } }
const analysed = stateAfter(settled.slice(0, 4))
const waiting = stateAfter([...settled.slice(0, 4), { type: 'awaitCustomer' }])
const migrationOf = (state: ComplaintState, to: WorkflowDefinition, from: WorkflowDefinition = eightSteps): ComplaintEvent =>
  eventsOf(migrateComplaint({ state, at, by: agent }, { from, to }))[0] as ComplaintEvent

describe('migrateComplaint', () => {
  it('is one event, written with the new version, that says where the complaint comes from', () => {
    const subject = deepFreeze({ state: structuredClone(analysed), at: '2024-04-01T00:00Z', by: { id: 'ops', role: 'admin', department: 'IT' } })
    const decision = migrateComplaint(subject, deepFreeze(structuredClone({ from: eightSteps, to: renaming })))
    expect(decision).toEqual({
      ok: true,
      events: [
        {
          type: 'ComplaintMigrated',
          at: '2024-04-01T00:00Z',
          by: { id: 'ops', role: 'admin', department: 'IT' },
          complaint: 'C-1',
          sequence: analysed.sequence + 1,
          definition: { id: 'eight-steps', version: '2' },
          step: 'assigned',
          cycle: 1,
          command: 'migrateComplaint',
          following: 0,
          from: { id: 'eight-steps', version: '1', step: 'analysed' },
        },
      ],
      policies: [
        { kind: 'complaint-workflow', id: 'eight-steps', version: '1' },
        { kind: 'complaint-workflow', id: 'eight-steps', version: '2' },
      ],
    })
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })

  it('keeps facts, record, proposal and cycle, and the time since when the complaint is in a step that stays', () => {
    const told = [...settled, { type: 'reopen' }, ...settled.slice(0, 5)]
    const state = stateAfter(told)
    expect(state).toMatchObject({ cycle: 2, step: 'proposed', proposal: { amount: '120.00' } })
    const event = { ...migrationOf(state, later), at: '2025-01-01T00:00Z' }
    expect(evolveComplaint({ state, event }, later)).toEqual({
      ...state,
      definition: { id: 'eight-steps', version: 2 },
      sequence: state.sequence + 1,
      updatedAt: '2025-01-01T00:00Z',
    })
  })

  it('takes the complaint, and the steps it would go back to, where the new version says', () => {
    const moved = evolveComplaint({ state: waiting, event: migrationOf(waiting, renaming) }, renaming)
    expect(moved).toMatchObject({ step: 'awaiting-customer', returnTo: ['assigned'] })
    const replied = decideComplaint({ command: command({ type: 'customerReplied' }), state: moved }, renaming)
    expect(eventsOf(replied)[0]?.step).toBe('assigned')
  })

  it('is refused where the new version has no such step, or none to go back to', () => {
    const steps = Object.keys(withoutAnalysis.steps)
    const reasons = [{ code: 'not-in-this-step', params: { command: 'migrateComplaint', step: 'analysed', steps } }]
    for (const state of [analysed, waiting]) {
      const decision = migrateComplaint({ state, at, by: agent }, { from: eightSteps, to: withoutAnalysis })
      expect(decision).toMatchObject({ ok: false, reasons, policies: [{ version: '1' }, { version: '2' }] })
    }
  })

  it('goes back to an earlier version, too, and from a number to the same text', () => {
    const there = evolveComplaint({ state: analysed, event: migrationOf(analysed, later) }, later)
    const back = evolveComplaint({ state: there, event: migrationOf(there, eightSteps, later) }, eightSteps)
    expect(back).toEqual({ ...analysed, sequence: analysed.sequence + 2, updatedAt: at })
    expect(migrationOf(there, { ...later, version: '2' }, later).definition).toEqual({ id: 'eight-steps', version: '2' })
  })

  it('leaves the history as it was: old events are read under the version they were written with', () => {
    const before = after(settled.slice(0, 4))
    const history = [...before, migrationOf(analysed, renaming)]
    const migrated = replayComplaint(history, [eightSteps, renaming])
    const departing = eventsOf(decideComplaint({ command: command({ type: 'withdraw' }), state: migrated }, renaming))
    const whole = [...history, ...departing]
    const closed = departing.reduce<ComplaintState>((state, event) => evolveComplaint({ state, event }, renaming), migrated)
    expect(closed).toMatchObject({ step: 'withdrawn', closed: true, definition: { version: '2' } })
    expect(replayComplaint(whole, [renaming, eightSteps])).toEqual(closed)
    expect(replayComplaint(before, eightSteps)).toEqual(analysed)
    expect(replayComplaint(before, [eightSteps, renaming])).toEqual(analysed)
    expect(issuesOf(() => replayComplaint(whole, renaming))).toEqual([['other-policy', [0, 'definition']]])
  })
})

const ids = ['a', 'b', 'c', 'd']
const moves = fc.array(
  fc.record({
    to: fc.constantFrom(...ids, 'wait', 'wait', '@previous'),
    needs: fc.constantFrom([], [], [], [], ['X'], ['Y']),
    emits: fc.constantFrom(['X'], ['Y'], ['Z', 'X']),
    startsCycle: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 4 },
)
const final = fc.constantFrom(false, false, false, true)
const steps = fc
  .tuple(fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), moves, final }), { minLength: 1, maxLength: 4, selector: ({ id }) => id }), moves)
  .map(([some, more]) => [...some, { id: 'wait', moves: [{ to: '@previous', emits: ['Z'] }, ...more], final: false }])
/** A version with some of the steps; the first of them takes the place of those that lead elsewhere. */
const definitions = fc.tuple(steps, fc.constantFrom(1, '1', 'one')).map(([all, version]): WorkflowDefinition => {
  const named = all.map(({ id, moves: some, final }) => {
    const known = (to: string): string => (to === '@previous' || all.some((one) => one.id === to) ? to : (all[0]?.id as string))
    return [id, { title: id, final, moves: some.map((move, index) => ({ ...move, on: `${id}${index}`, to: known(move.to) })) }]
  })
  return {
    kind: 'complaint-workflow',
    id: 'desk',
    version,
    initial: all[0]?.id as string,
    steps: Object.fromEntries(named),
    opening: { needs: [], emits: ['Opened'] },
  }
})
/** Two versions, of which the second says where some steps of the first go. */
const versions = fc.tuple(definitions, definitions, fc.subarray(ids)).map(([before, draft, renamed]) => {
  const migrate = { [String(before.version)]: Object.fromEntries(renamed.map((step) => [step, draft.initial])) }
  return { before, after: { ...draft, version: 'next', migrate } }
})

/** A history that a definition allows: of commands at random, those that are not refused. */
function historyOf(definition: WorkflowDefinition, complaint: string, picks: readonly number[]): readonly ComplaintEvent[] {
  const history = [...opened(definition, complaint)]
  for (const pick of picks) {
    const state = replayComplaint(history, definition)
    const known = definition.steps[state.step]?.moves ?? []
    const decision = decideComplaint({ command: command({ type: known[pick % known.length]?.on as string }), state }, definition)
    if (decision.ok) history.push(...decision.events)
  }
  return history
}

describe('migrating those whom compareDefinitions lists', () => {
  it('succeeds, leads where it says, and replays; those whose step is missing are refused', () => {
    const seen = { moved: 0, kept: 0, returning: 0, 'step-missing': 0, 'return-step-missing': 0, 'no-way-out': 0 }
    const picks = fc.array(fc.array(fc.nat(99), { maxLength: 6 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(versions, picks, ({ before, after: next }, all) => {
        const histories = all.map((one, index) => historyOf(before, `C-${index}`, one))
        const open = histories.map((history) => replayComplaint(history, before))
        const { migrations, stuck } = compareDefinitions({ before, after: next, open })
        expect(migrations.length + stuck.length).toBe(open.length)
        for (const [index, state] of open.entries()) {
          const decision = migrateComplaint({ state, at, by: agent }, { from: before, to: next })
          const migration = migrations.find(({ complaint }) => complaint === state.complaint)
          const reasons = stuck.find(({ complaint }) => complaint === state.complaint)?.reasons ?? []
          const codes = reasons.map(({ code }) => code)
          for (const code of new Set(codes)) seen[code] += 1
          expect(decision.ok).toBe(!codes.some((code) => code !== 'no-way-out'))
          if (!decision.ok) {
            expect(decision.reasons.map(({ params }) => 'step' in params && params.step)).toEqual(
              reasons.filter(({ code }) => code !== 'no-way-out').map(({ params }) => params.step),
            )
            continue
          }
          const moved = evolveComplaint({ state, event: decision.events[0] }, next)
          expect(replayComplaint([...(histories[index] ?? []), ...decision.events], [next, before])).toEqual(moved)
          expect(moved.returnTo.every((step) => step in next.steps)).toBe(true)
          seen.returning += moved.returnTo.length > 0 ? 1 : 0
          if (migration === undefined) continue
          expect(migration).toEqual({ complaint: state.complaint, from: state.step, to: moved.step })
          seen[migration.from === migration.to ? 'kept' : 'moved'] += 1
        }
      }),
      { numRuns: 80, seed: 9 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  })
})

describe('what migrateComplaint refuses', () => {
  const good = { state: analysed, at, by: agent }
  const wrong = (subject: object, versionsWith: object = {}): unknown =>
    issuesOf(() => migrateComplaint({ ...good, ...subject }, { from: eightSteps, to: later, ...versionsWith }))

  it.each(badRecords)('%o', (value, code) => {
    expect(issuesOf(() => migrateComplaint(value as never, { from: eightSteps, to: later }))).toEqual([[code, ['subject']]])
    expect(issuesOf(() => migrateComplaint(good, value as never))).toEqual([[code, ['versions']]])
    expect(wrong({ state: value })).toEqual([[code, ['state']]])
    expect(wrong({ by: value })).toEqual([[code, ['by']]])
    expect(wrong({}, { from: value })).toEqual([[code, ['from']]])
    expect(wrong({}, { to: value })).toEqual([[code, ['to']]])
  })

  it.each(badTexts)('%o for who acts', (value, code) => {
    expect(wrong({ by: { id: value, role: value } })).toEqual([
      [code, ['by', 'id']],
      [code, ['by', 'role']],
    ])
  })

  it('what is no moment, and unknown keys', () => {
    expect(wrong({ at: '2024-03-01', reason: 'x' }, { through: later })).toEqual([
      ['unknown-key', ['through']],
      ['unknown-key', ['reason']],
      ['not-a-moment', ['at']],
    ])
    expect(wrong({ at: undefined })).toEqual([['missing', ['at']]])
  })

  it('definitions of two ids, and one version twice', () => {
    expect(wrong({}, { to: { ...later, id: 'other' } })).toEqual([['not-allowed', ['to', 'id']]])
    expect(wrong({}, { to: { ...withoutAnalysis, version: '1' } })).toEqual([['given-elsewhere', ['to', 'version']]])
    expect(wrong({}, { from: { ...eightSteps, initial: 'x' }, to: { ...later, opening: 1 } })).toEqual([
      ['not-allowed', ['from', 'initial']],
      ['wrong-type', ['to', 'opening']],
    ])
  })

  it('a complaint of another version, and one in the middle of a command', () => {
    expect(wrong({}, { from: later, to: eightSteps })).toEqual([['other-policy', ['state', 'definition']]])
    const half = replayComplaint(opened().slice(0, 1), eightSteps)
    expect(half.following).toBe(1)
    expect(wrong({ state: half })).toEqual([['not-allowed', ['state', 'following']]])
  })
})
