import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, eventsOf, manager, opened, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type ComplaintState, evolveComplaint, migrateComplaint, replayComplaint } from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const [first, second] = opened() as unknown as [never, never]
const evolve = (state: unknown, event: unknown, definition: unknown = eightSteps): ComplaintState =>
  evolveComplaint({ state, event } as never, definition as never)

describe('evolveComplaint', () => {
  it('begins with nothing', () => {
    expect(evolve(null, first)).toEqual({
      complaint: 'C-1',
      definition: { id: 'eight-steps', version: '1' },
      sequence: 1,
      following: 1,
      step: 'recorded',
      closed: false,
      returnTo: [],
      cycle: 1,
      openedAt: at,
      enteredAt: at,
      updatedAt: at,
      facts: { ComplaintRecorded: { sequence: 1, at, by: agent } },
      record: { customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' },
      proposal: null,
    })
  })

  it('goes on from where the complaint stands, and leaves that as it is', () => {
    const events = deepFreeze(structuredClone(after([...settled, { type: 'reopen' }, { type: 'awaitCustomer' }, { type: 'customerReplied' }])))
    let state: ComplaintState | null = null
    for (const [index, event] of events.entries()) {
      state = deepFreeze(evolveComplaint({ state, event }, eightSteps))
      expect(state).toEqual(replayComplaint(events.slice(0, index + 1), eightSteps))
      expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    }
    expect(state).toMatchObject({ step: 'recorded', cycle: 2, sequence: 17 })
  })

  it('brings a complaint under another version, with an event that is written with that one', () => {
    const to = { ...eightSteps, version: 2 }
    const state = stateAfter(settled.slice(0, 5))
    const [event] = eventsOf(migrateComplaint({ state, at: '2024-03-09T09:00Z', by: manager }, { from: eightSteps, to }))
    const migrated = evolve(state, event, to)
    expect(migrated).toEqual({ ...state, definition: { id: 'eight-steps', version: 2 }, sequence: 8, updatedAt: '2024-03-09T09:00Z' })
    expect(issuesOf(() => evolve(state, event, eightSteps))).toEqual([['other-policy', ['event', 'definition']]])
    expect(issuesOf(() => evolve(migrated, event, to))).toEqual([['out-of-sequence', ['event', 'sequence']]])
  })

  it('refuses an event that is not the next one', () => {
    const state = evolve(null, first)
    expect(issuesOf(() => evolve(state, first))).toEqual([['out-of-sequence', ['event', 'sequence']]])
    expect(issuesOf(() => evolve(null, second))).toEqual([
      ['out-of-sequence', ['event', 'sequence']],
      ['not-allowed', ['event', 'type']],
      ['not-allowed', ['event', 'following']],
    ])
    expect(issuesOf(() => evolve({ ...state, complaint: 'C-2' }, second))).toEqual([['not-allowed', ['event', 'complaint']]])
    expect(issuesOf(() => evolve(state, { ...(second as object), type: 'ComplaintClosed' }))).toEqual([['not-allowed', ['event', 'type']]])
    expect(issuesOf(() => evolve(state, second, counterService))).toEqual([
      ['other-policy', ['state', 'definition']],
      ['other-policy', ['event', 'definition']],
    ])
    // A state that nothing leads to.
    expect(issuesOf(() => evolve({ ...state, following: 5 }, second))).toEqual([['not-allowed', ['event', 'type']]])
  })

  it('says what else may have happened there', () => {
    const allowedFor = (run: () => unknown): unknown => {
      try {
        return run()
      } catch (error) {
        return (error as { readonly issues: readonly { readonly params: { readonly allowed?: readonly string[] } }[] }).issues[0]?.params.allowed
      }
    }
    const recorded = evolve(null, first)
    const wrong = { ...(second as object), type: 'ComplaintClosed' }
    expect(allowedFor(() => evolve(recorded, wrong))).toEqual(['"ReceiptAcknowledged"'])
    const merged = stateAfter([{ type: 'mergeInto', into: 'C-2' }])
    expect(allowedFor(() => evolve(merged, { ...wrong, sequence: 4, following: 0 }))).toEqual(['"ComplaintMigrated"'])
    const accepted = stateAfter(settled.slice(0, 2))
    const types = [
      'DepartmentAssigned',
      'ProblemContained',
      'CustomerAwaited',
      'ComplaintWithdrawn',
      'ComplaintMerged',
      'ComplaintEscalated',
      'PriorityChanged',
      'DeadlineExtended',
      'RecordCorrected',
      'ComplaintMigrated',
    ]
    const allowed = allowedFor(() => evolve(accepted, { ...wrong, sequence: 5, following: 0 })) as readonly string[]
    expect([...allowed].sort()).toEqual(types.map((type) => `"${type}"`).sort())
  })

  it.each([undefined, null, 'x', 7, [], new Map()])('takes nothing else for its input: %o', (value) => {
    const code = value === undefined ? 'missing' : 'wrong-type'
    expect(issuesOf(() => evolveComplaint(value as never, eightSteps))).toEqual([[code, ['subject']]])
    expect(issuesOf(() => evolveComplaint({ state: null, event: first }, value as never))).toEqual([[code, ['definition']]])
    expect(issuesOf(() => evolveComplaint({ state: null, event: value as never }, eightSteps))).toEqual([[code, ['event']]])
    const issues = value === null || value === undefined ? 'nothing was thrown' : [[code, ['state']]]
    expect(issuesOf(() => evolveComplaint({ state: value as never, event: first }, eightSteps))).toEqual(issues)
  })

  it('tells everything at once', () => {
    expect(
      issuesOf(() =>
        evolveComplaint(
          { state: { ...stateAfter([]), cycle: 0, step: 'gone' }, event: { ...(second as object), at: 'x' }, x: 1 } as never,
          eightSteps,
        ),
      ),
    ).toEqual([
      ['unknown-key', ['x']],
      ['not-a-moment', ['event', 'at']],
      ['too-small', ['state', 'cycle']],
      ['not-allowed', ['state', 'step']],
    ])
  })
})
