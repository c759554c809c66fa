import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, command, eventsOf, manager, opened, ready, settled, stateAfter } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { choices, everyMove, knowledgeOf, moveNames, walkThrough } from '../../testing/walks.js'
import {
  availableCommands,
  type ComplaintEvent,
  type ComplaintState,
  decideComplaint,
  migrateComplaint,
  openComplaint,
  replayComplaint,
  type WorkflowDefinition,
} from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const twice = after([...settled, { type: 'reopen' }, ...settled.slice(0, 5), { type: 'awaitCustomer' }])
const replay = (events: unknown, definitions: unknown = eightSteps): ComplaintState => replayComplaint(events as never, definitions as never)
const damaged = (events: readonly unknown[], definition?: unknown): unknown => issuesOf(() => replay(events, definition))
const placed = (events: readonly ComplaintEvent[], index: number, told: object): readonly object[] =>
  events.map((event, place) => (place === index ? { ...event, ...told } : event))

describe('replayComplaint', () => {
  it('tells where a complaint stands', () => {
    const moment = (day: number): string => `2024-03-0${day}T09:00:00+08:00`
    const events = after([
      { type: 'expressSympathy', at: moment(2) },
      { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.', at: moment(3), by: manager },
      { type: 'containProblem', at: moment(4), note: ['stopped', { lots: 2 }] },
    ])
    expect(replay(events)).toEqual({
      complaint: 'C-1',
      definition: { id: 'eight-steps', version: '1' },
      sequence: 5,
      following: 0,
      step: 'accepted',
      closed: false,
      returnTo: [],
      cycle: 1,
      openedAt: moment(1),
      enteredAt: moment(3),
      updatedAt: moment(4),
      facts: {
        ComplaintRecorded: { sequence: 1, at: moment(1), by: agent },
        ReceiptAcknowledged: { sequence: 2, at: moment(1), by: agent },
        SympathyExpressed: { sequence: 3, at: moment(2), by: agent },
        ComplaintAccepted: { sequence: 4, at: moment(3), by: manager },
        ProblemContained: { sequence: 5, at: moment(4), by: agent },
      },
      record: {
        customer: 'Wang',
        content: 'product-quality',
        description: 'The kettle leaks.',
        verdict: 'upheld',
        grounds: 'It does leak.',
        note: ['stopped', { lots: 2 }],
      },
      proposal: null,
    })
  })

  it('keeps the last proposal of the cycle, and the latest of what happened twice', () => {
    const again = [...settled.slice(0, 5), { type: 'sendBack', by: manager }, { type: 'proposeSolution', remedy: 'sorry', by: manager }]
    const state = stateAfter(again)
    expect(state.proposal).toEqual({ remedy: 'sorry', amount: null, currency: null, sequence: 9, at, by: manager })
    expect(state.facts['SolutionProposed']).toEqual({ sequence: 9, at, by: manager })
    expect(state.record).toMatchObject({ remedy: 'sorry', amount: '120.00' })
  })

  it('goes by sequence: moments may step back', () => {
    const back = after([{ type: 'escalate', at: '2024-01-01T00:00Z' }])
    expect(replay(back)).toMatchObject({ openedAt: at, updatedAt: '2024-01-01T00:00Z' })
  })

  it('takes names that objects have already', () => {
    const definition = {
      kind: 'complaint-workflow',
      id: 'constructor',
      version: 0,
      initial: 'toString',
      opening: { needs: ['constructor'], emits: ['constructor'] },
      steps: {
        toString: { title: 'x', moves: [{ on: 'valueOf', to: 'hasOwnProperty', emits: ['toString'] }] },
        hasOwnProperty: { title: 'x', final: true, moves: [] },
      },
    } as const as WorkflowDefinition
    const given = { type: 'recordComplaint', at, by: agent, complaint: '__proto__', customer: '__proto__' } as const
    const refused = openComplaint(given, definition)
    expect(refused.ok ? [] : refused.reasons).toEqual([{ code: 'evidence', params: { need: 'constructor', type: 'field' } }])
    const events = eventsOf(openComplaint({ ...given, constructor: 'x' } as never, definition))
    const state = replay(events, definition)
    const moved = eventsOf(decideComplaint({ command: command({ type: 'valueOf', valueOf: 7 } as never), state }, definition))
    const last = replay([...events, ...moved], definition)
    expect(last).toMatchObject({ complaint: '__proto__', step: 'hasOwnProperty', closed: true })
    expect(Object.keys(last.facts)).toEqual(['constructor', 'toString'])
    expect(Object.entries(last.record)).toEqual([
      ['customer', '__proto__'],
      ['constructor', 'x'],
      ['valueOf', 7],
    ])
    expect(JSON.parse(JSON.stringify(last))).toEqual(last)
  })

  it('is exact for histories of a hundred thousand events, of which none is left out', () => {
    const { event } = { event: eventsOf(decideComplaint({ command: command({ type: 'escalate' }), state: stateAfter([]) }, eightSteps))[0] }
    const many = Array.from({ length: 100_000 }, (_, index) => ({ ...event, sequence: index + 3, note: index }))
    const state = replay([...opened(), ...many])
    expect(state).toMatchObject({ sequence: 100_002, step: 'recorded', record: { note: 99_999 } })
    expect(state.facts['ComplaintEscalated']?.sequence).toBe(100_002)
  })

  it('takes frozen input, and events of other versions under their own', () => {
    const second = { ...eightSteps, version: 2, migrate: { 1: { accepted: 'assigned' } } }
    const events = after(settled.slice(0, 2))
    const migration = migrateComplaint({ state: replay(events), at, by: manager }, { from: eightSteps, to: second })
    const history = deepFreeze(structuredClone([...events, ...eventsOf(migration)]))
    const state = replay(history, deepFreeze(structuredClone([second, eightSteps])))
    expect(state).toMatchObject({ step: 'assigned', definition: { id: 'eight-steps', version: 2 }, sequence: 5, cycle: 1 })
    expect(Object.keys(state.facts)).toEqual(Object.keys(replay(events).facts))
    expect(state.record).toEqual(replay(events).record)
    const later = eventsOf(
      decideComplaint(
        {
          command: command({ type: 'analyseCause', cause: 'x' }),
          state: { ...state, facts: { ...state.facts, DepartmentAssigned: { sequence: 5, at, by: agent } } },
        },
        second,
      ),
    )
    expect(replay([...history, ...later], [eightSteps, second])).toMatchObject({ step: 'analysed', sequence: 6 })
    expect(damaged([...history, ...placed(later as never, 0, { definition: { id: 'eight-steps', version: '1' } })], [eightSteps, second])).toEqual([
      ['other-policy', [5, 'definition']],
    ])
    expect(damaged(history, eightSteps)).toEqual([['other-policy', [4, 'definition']]])
    expect(damaged([...events.slice(0, 3), { ...eventsOf(migration)[0], sequence: 4 }], [eightSteps, second])).toEqual([
      ['not-allowed', [3, 'from', 'step']],
      ['not-allowed', [3, 'step']],
    ])
  })

  it.each<[object, readonly [string, readonly (string | number)[]][]]>([
    [{ from: undefined }, [['missing', ['from']]]],
    [{ from: 'eight-steps' }, [['wrong-type', ['from']]]],
    [{ from: { id: 'x', version: '1', step: 'recorded' } }, [['not-allowed', ['from', 'id']]]],
    [
      { from: { id: 'eight-steps', version: 1, step: 'recorded', x: 1 } },
      [
        ['unknown-key', ['from', 'x']],
        ['not-allowed', ['from', 'version']],
      ],
    ],
    [{ step: 'accepted' }, [['not-allowed', ['step']]]],
    [{ cycle: 2 }, [['not-allowed', ['cycle']]]],
    [{ command: 'migrate' }, [['not-allowed', ['command']]]],
    [{ following: 1 }, [['not-allowed', ['following']]]],
    [{ sequence: 2 }, [['out-of-sequence', ['sequence']]]],
    [{ complaint: 'C-2' }, [['not-allowed', ['complaint']]]],
    [{ definition: { id: 'eight-steps', version: '1' } }, [['given-elsewhere', ['definition', 'version']]]],
    [
      { definition: { id: 'counter-service', version: '1' } },
      [
        ['other-policy', ['definition']],
        ['not-allowed', ['definition']],
      ],
    ],
    [{ cycle: undefined, command: undefined, following: undefined }, []],
  ])('of a migration finds what is wrong: %j', (told, issues) => {
    const second = { ...eightSteps, version: 2 }
    const [event] = eventsOf(migrateComplaint({ state: stateAfter([]), at, by: manager }, { from: eightSteps, to: second }))
    const expected = issues.length === 0 ? 'nothing was thrown' : issues.map(([code, path]) => [code, [2, ...path]])
    expect(damaged([...opened(), { ...event, ...told }], [eightSteps, second, counterService])).toEqual(expected)
  })

  it('has no migration in the middle of a command, none to a definition without the step, and none at the beginning', () => {
    const second = { ...eightSteps, version: 2 }
    const [event] = eventsOf(migrateComplaint({ state: stateAfter([]), at, by: manager }, { from: eightSteps, to: second }))
    expect(damaged([opened()[0], { ...event, sequence: 2 }], [eightSteps, second])).toEqual([['not-allowed', [1, 'type']]])
    expect(damaged([{ ...event, sequence: 1 }], [eightSteps, second])).toEqual([
      ['not-allowed', [0, 'type']],
      ['not-allowed', [0, 'command']],
      ['not-allowed', [0, 'following']],
    ])
    const { recorded, ...rest } = eightSteps.steps
    const without = {
      ...eightSteps,
      version: 2,
      initial: 'heard',
      steps: JSON.parse(JSON.stringify({ heard: recorded, ...rest }).replaceAll('"to":"recorded"', '"to":"heard"')),
    }
    expect(damaged([...opened(), event], [eightSteps, without])).toEqual([['not-allowed', [2, 'definition']]])
    const waiting = after([{ type: 'awaitCustomer' }])
    const moved = { ...event, sequence: 4, step: 'awaiting-customer', from: { id: 'eight-steps', version: '1', step: 'awaiting-customer' } }
    expect(damaged([...waiting, moved], [eightSteps, without])).toEqual([['not-allowed', [3, 'definition']]])
    expect(replay([...waiting, moved], [eightSteps, { ...without, migrate: { 1: { recorded: 'heard' } } }])).toMatchObject({
      step: 'awaiting-customer',
      returnTo: ['heard'],
    })
  })

  it('goes back from nowhere to nowhere', () => {
    const definition: WorkflowDefinition = {
      ...counterService,
      initial: 'waiting',
      steps: {
        waiting: {
          title: 'Waiting',
          moves: [
            { on: 'goOn', to: '@previous', emits: ['Gone'] },
            { on: 'stay', to: '.', emits: ['Stayed'] },
          ],
        },
      },
    }
    const [stayed] = eventsOf(decideComplaint({ command: command({ type: 'stay' }), state: replay(opened(definition), definition) }, definition))
    expect(damaged([...opened(definition), { ...stayed, type: 'Gone', command: 'goOn' }], definition)).toEqual([['not-allowed', [1, 'type']]])
  })

  it('goes back after a migration to where each step has gone, once, and never beyond where the complaint is', () => {
    const wait = (id: string, to: string): WorkflowDefinition['steps'] => ({
      [id]: {
        title: id,
        moves: [
          { on: 'goOn', to: '@previous', emits: ['Gone'] },
          { on: 'ask', to, emits: ['Asked'] },
        ],
      },
    })
    const first: WorkflowDefinition = {
      ...counterService,
      initial: 'a',
      steps: { ...wait('a', 'b'), ...wait('b', 'c'), ...wait('c', 'd'), ...wait('d', 'a') },
    }
    const events = after([{ type: 'ask' }, { type: 'ask' }, { type: 'ask' }], first)
    expect(replay(events, first)).toMatchObject({ step: 'd', returnTo: ['a', 'b', 'c'] })
    const migrated = (renamed: { readonly [step: string]: string }): ComplaintState => {
      const second = { ...first, version: '2', migrate: { 1: renamed } }
      const event = eventsOf(migrateComplaint({ state: replay(events, first), at, by: manager }, { from: first, to: second }))
      return replay([...events, ...event], [first, second])
    }
    expect(migrated({})).toMatchObject({ step: 'd', returnTo: ['a', 'b', 'c'] })
    expect(migrated({ b: 'a' })).toMatchObject({ step: 'd', returnTo: ['a', 'c'] })
    expect(migrated({ d: 'b' })).toMatchObject({ step: 'b', returnTo: ['a'] })
    expect(migrated({ b: 'd' })).toMatchObject({ step: 'd', returnTo: ['a'] })
  })
})

describe('a damaged history', () => {
  it('is found out wherever an event is lost, doubled or has changed places', () => {
    for (let index = 0; index < twice.length; index += 1) {
      const without = twice.filter((_, place) => place !== index)
      const last = index === twice.length - 1
      if (index > 0 && !last) expect(damaged(without)).toEqual([['out-of-sequence', [index, 'sequence']]])
      expect(damaged([...twice.slice(0, index + 1), ...twice.slice(index)])).toEqual([['out-of-sequence', [index + 1, 'sequence']]])
      for (let other = index + 1; other < twice.length; other += 1) {
        const swapped = twice.map((event, place) => (place === index ? twice[other] : place === other ? twice[index] : event))
        expect((damaged(swapped) as [string, unknown][])[0]).toEqual(['out-of-sequence', [index, 'sequence']])
      }
    }
    expect(damaged(twice.slice(1))).toEqual([
      ['out-of-sequence', [0, 'sequence']],
      ['not-allowed', [0, 'type']],
      ['not-allowed', [0, 'following']],
    ])
  })

  it('is found out even where its numbers are put right, but for the loss of what may as well not have happened', () => {
    const lost = twice.flatMap((event, index) => {
      const without = twice.filter((_, place) => place !== index).map((one, place) => ({ ...one, sequence: place + 1 }))
      return damaged(without) === 'nothing was thrown' ? [event.type] : []
    })
    // Without the second proposal, the customer is awaited in the step before.
    expect(lost).toEqual([
      'SympathyExpressed',
      'SolutionCarriedOut',
      'CustomerResponseRecorded',
      'SympathyExpressed',
      'SolutionProposed',
      'CustomerAwaited',
    ])
  })

  it('is refused by the verbs where its end is cut off in the middle of a command', () => {
    const cuts = twice.flatMap(({ following }, index) => (following === 0 ? [] : [index]))
    expect(cuts).toEqual([0, 11, 13])
    for (const index of cuts) {
      const state = replay(twice.slice(0, index + 1))
      expect(state.following).toBe(1)
      const refused = [['not-allowed', ['state', 'following']]]
      expect(issuesOf(() => decideComplaint({ command: command({ type: 'escalate' }), state }, eightSteps))).toEqual(refused)
      expect(issuesOf(() => availableCommands({ state, actor: agent, at }, eightSteps))).toEqual(refused)
    }
  })

  const names = moveNames(eightSteps)
  const found = [...everyMove(eightSteps, names).values()]
  const { replayComplaint: replayReady } = ready()
  const wrongIn = (events: readonly unknown[]): unknown => issuesOf(() => replayReady(events as never))
  /** Every event of the last command of every history that makes a move. */
  const lasts = found.flatMap((events) => events.flatMap((event, index) => (index > 0 && isLast(events, index) ? [{ events, index, event }] : [])))

  it.each<[key: string, values: (event: ComplaintEvent) => readonly unknown[]]>([
    ['sequence', ({ sequence }) => [sequence - 1, sequence + 1, 1_000]],
    ['complaint', () => ['C-2', 'c-1', ' C-1']],
    ['cycle', ({ cycle = 0 }) => [cycle - 1, cycle + 1].filter((one) => one > 0)],
    ['step', ({ step }) => Object.keys(eightSteps.steps).filter((one) => one !== step)],
  ])('is found out where %s of any event of any move is altered', (key, values) => {
    for (const { events, index, event } of lasts) {
      for (const value of values(event)) {
        const code = key === 'sequence' ? 'out-of-sequence' : 'not-allowed'
        expect(wrongIn(placed(events, index, { [key]: value }))).toEqual([[code, [index, key]]])
      }
    }
  })

  it('is found out where it is altered how many events follow: there, by the next event, or by the verbs', () => {
    const how = { there: 0, next: 0, verbs: 0 }
    for (const { events, index, event } of lasts) {
      for (const following of [0, 1, 2, 7]) {
        if (following === event.following) continue
        const spoilt = placed(events, index, { following })
        const issues = wrongIn(spoilt) as readonly [string, readonly unknown[]][] | string
        if (typeof issues === 'string') expect(replayReady(spoilt as never).following).toBe(following)
        else
          expect([
            [index, 'following'],
            [index + 1, 'type'],
            [index + 1, 'following'],
          ]).toContainEqual(issues[0]?.[1])
        how[typeof issues === 'string' ? 'verbs' : issues[0]?.[1][0] === index ? 'there' : 'next'] += 1
      }
    }
    expect(how).toEqual({ there: 3 * lasts.length - 2, next: 1, verbs: 1 })
  })

  it('is found out where type or command of any event of any move is another one', () => {
    const { events: types } = knowledgeOf(eightSteps)
    const commands = new Set(Object.values(eightSteps.steps).flatMap(({ moves }) => moves.map(({ on }) => on)))
    for (const { events, index, event } of lasts) {
      for (const type of types) {
        if (type === event.type) continue
        const [issue] = wrongIn(placed(events, index, { type })) as [[string, readonly unknown[]]]
        expect(issue).toEqual(['not-allowed', [index, expect.stringMatching(/^(type|command|following|step|cycle)$/)]])
      }
      for (const other of commands) {
        if (other !== event.command) expect(wrongIn(placed(events, index, { command: other }))).toEqual([['not-allowed', [index, 'command']]])
      }
    }
  })

  it('is found out where an event of another complaint stands in it, or of another definition', () => {
    const other = twice.map((event) => ({ ...event, complaint: 'C-2' }))
    for (let index = 1; index < twice.length; index += 1) {
      expect(damaged(placed(twice, index, other[index] as object))).toEqual([['not-allowed', [index, 'complaint']]])
      for (const definition of [
        { id: 'eight-steps', version: 1 },
        { id: 'eight-steps', version: '2' },
        { id: 'counter-service', version: '1' },
      ]) {
        expect(damaged(placed(twice, index, { definition }))).toEqual([['other-policy', [index, 'definition']]])
        expect(damaged(placed(twice, index, { definition }), [eightSteps, { ...eightSteps, version: 1 }])).toEqual([
          ['other-policy', [index, 'definition']],
        ])
      }
    }
    expect(damaged(placed(twice, 0, { complaint: 'C-2' }))).toEqual([['not-allowed', [1, 'complaint']]])
  })

  it('is found out in definitions of any shape', () => {
    fc.assert(
      fc.property(
        randomWorkflow(meetingPools),
        choices,
        fc.nat(),
        fc.constantFrom('lose', 'double', 'type', 'step', 'sequence', 'cycle', 'following', 'complaint'),
        (definition, chosen, pick, how) => {
          const { events } = walkThrough(definition, chosen)
          const index = pick % events.length
          const event = events[index] as ComplaintEvent
          const told = {
            type: { type: 'NeverHeardOf' },
            step: { step: 'nowhere' },
            sequence: { sequence: event.sequence + 1 },
            cycle: { cycle: (event.cycle as number) + 5 },
            following: { following: (event.following as number) + 9 },
            complaint: { complaint: 'C-2' },
          }[how as string]
          if (how === 'lose' && index === events.length - 1) return
          if (how === 'complaint' && index === 0) return
          const spoilt =
            how === 'lose'
              ? events.filter((_, place) => place !== index)
              : how === 'double'
                ? [...events.slice(0, index + 1), ...events.slice(index)]
                : placed(events, index, told as object)
          const [[, path]] = issuesOf(() => ready(definition).replayComplaint(spoilt as never)) as [[string, readonly unknown[]]]
          expect(path).toEqual([how === 'double' ? index + 1 : index, how === 'lose' || how === 'double' ? 'sequence' : how])
        },
      ),
      { numRuns: 150 },
    )
  })
})

/** Whether an event belongs to the last command of a history. */
function isLast(events: readonly ComplaintEvent[], index: number): boolean {
  return events.slice(index).every((event, place, rest) => event.following === rest.length - 1 - place)
}

describe('a history written by hand', () => {
  const bare = (events: readonly ComplaintEvent[]): readonly object[] => events.map(({ cycle, command: type, following, ...event }) => event)

  it('need not say in which cycle, by which command, and how many events follow', () => {
    expect(replay(bare(twice))).toEqual(replay(twice))
    fc.assert(
      fc.property(randomWorkflow(meetingPools), choices, (definition, chosen) => {
        const { events, state } = walkThrough(definition, chosen)
        const { step, returnTo, sequence, closed, proposal, ...rest } = state
        const { replayComplaint: replayThis } = ready(definition)
        // Which of several moves was made may be open; where they lead is not.
        expect(replayThis(bare(events) as never)).toMatchObject({ step, returnTo, sequence, closed, following: 0 })
        expect(replayThis(events.map(({ command: type, ...event }) => event) as never)).toMatchObject(rest)
      }),
      { numRuns: 60 },
    )
  })

  it('may tell of a command less than all: what does not say what follows stands alone', () => {
    const recorded = bare(opened()).slice(0, 1)
    expect(replay(recorded)).toMatchObject({ step: 'recorded', following: 0, sequence: 1 })
    const whole = bare(after(settled))
    const short = [...whole.slice(0, 11), { ...whole[12], sequence: 12 }]
    expect(replay(short)).toMatchObject({ step: 'closed', closed: true, sequence: 12 })
    expect(damaged([...recorded, { ...whole[12], sequence: 2 }])).toEqual([['not-allowed', [1, 'type']]])
  })

  it('is held to what it does say', () => {
    const [first, second, third] = after(settled) as unknown as [ComplaintEvent, ComplaintEvent, ComplaintEvent]
    const { following: _, ...unsaid } = second
    const { following: __, ...alone } = third
    expect(replay([first, unsaid])).toMatchObject({ following: 0, sequence: 2 })
    expect(damaged([first, { ...alone, sequence: 2 }])).toEqual([['not-allowed', [1, 'type']]])
    expect(damaged([{ ...first, following: 0 }, second])).toEqual([['not-allowed', [0, 'following']]])
    expect(damaged([{ ...first, command: 'escalate' }])).toEqual([['not-allowed', [0, 'command']]])
    expect(damaged([{ ...first, cycle: 2 }])).toEqual([['not-allowed', [0, 'cycle']]])
    expect(damaged([{ ...first, step: 'accepted' }])).toEqual([['not-allowed', [0, 'step']]])
  })

  it('counts what is left of a command of three events, of which the first alone says so', () => {
    const definition: WorkflowDefinition = {
      ...counterService,
      opening: { needs: [], emits: ['One', 'Two', 'Three'] },
      steps: { ...counterService.steps, heard: { title: 'Heard', moves: [{ on: 'go', to: '.', emits: ['Two', 'Three'] }] } },
    }
    const [one, two, three] = opened(definition) as unknown as [ComplaintEvent, ComplaintEvent, ComplaintEvent]
    const { following: _, ...second } = two
    const { following: __, ...third } = three
    expect(replay([one, second], definition).following).toBe(1)
    expect(replay([one, second, third], definition).following).toBe(0)
    const { following: ___, ...first } = one
    expect(replay([first, second], definition).following).toBe(0)
    // What another command brings about has no place in the middle of one.
    expect(damaged([one, two, { ...two, command: 'go', sequence: 3, following: 1 }], definition)).toEqual([['not-allowed', [2, 'type']]])
    expect(damaged([one, three], definition)).toEqual([['out-of-sequence', [1, 'sequence']]])
    expect(damaged([one, { ...three, sequence: 2 }], definition)).toEqual([['not-allowed', [1, 'type']]])
  })

  it('is not made of halves of two commands', () => {
    const definition: WorkflowDefinition = {
      ...counterService,
      steps: {
        ...counterService.steps,
        heard: {
          title: 'Heard',
          moves: [
            { on: 'go', to: '.', emits: ['A', 'B'] },
            { on: 'do', to: '.', emits: ['C', 'D'] },
          ],
        },
      },
    }
    const events = after([{ type: 'go' }, { type: 'do' }], definition)
    const [recorded, a, b, c, d] = events as unknown as ComplaintEvent[]
    expect(replay([recorded, a, b, c, d], definition).sequence).toBe(5)
    expect(damaged([recorded, a, { ...d, sequence: 3 }], definition)).toEqual([['not-allowed', [2, 'type']]])
    expect(damaged([recorded, { ...b, sequence: 2 }], definition)).toEqual([['not-allowed', [1, 'type']]])
  })
})

describe('replayComplaint: bad input', () => {
  const events = after(settled.slice(0, 1))

  it.each<[object, string, readonly (string | number)[]]>([
    [{ type: '' }, 'empty', ['type']],
    [{ type: undefined }, 'missing', ['type']],
    [{ at: '2024-03-01' }, 'not-a-moment', ['at']],
    [{ at: undefined }, 'missing', ['at']],
    [{ by: null }, 'wrong-type', ['by']],
    [{ by: { id: 'li', role: '' } }, 'empty', ['by', 'role']],
    [{ complaint: 7 }, 'wrong-type', ['complaint']],
    [{ sequence: 0 }, 'too-small', ['sequence']],
    [{ sequence: '3' }, 'not-an-integer', ['sequence']],
    [{ sequence: 2 ** 53 }, 'too-large', ['sequence']],
    [{ sequence: 3n }, 'not-an-integer', ['sequence']],
    [{ definition: 'eight-steps' }, 'wrong-type', ['definition']],
    [{ definition: { id: '', version: '1' } }, 'empty', ['definition', 'id']],
    [{ definition: { id: 'eight-steps', version: null } }, 'wrong-type', ['definition', 'version']],
    [{ definition: { id: 'eight-steps', version: Number.POSITIVE_INFINITY } }, 'wrong-type', ['definition', 'version']],
    [{ step: null }, 'wrong-type', ['step']],
    [{ cycle: 0 }, 'too-small', ['cycle']],
    [{ cycle: null }, 'not-an-integer', ['cycle']],
    [{ command: '' }, 'empty', ['command']],
    [{ following: -1 }, 'too-small', ['following']],
    [{ following: 0.5 }, 'not-an-integer', ['following']],
    [{ amount: 'x', currency: 'CNY' }, 'not-a-decimal', ['amount']],
    [{ content: 'price' }, 'not-allowed', ['content']],
    [{ note: Number.NaN }, 'wrong-type', ['note']],
    [{ note: new Date(0) }, 'wrong-type', ['note']],
    [Object.defineProperty({}, '__proto__', { value: 1, enumerable: true }), 'reserved-name', ['__proto__']],
  ])('event %o', (told, code, path) => {
    const event = Object.defineProperties({ ...events[2] }, Object.getOwnPropertyDescriptors(told))
    expect(damaged([...events.slice(0, 2), event])).toEqual([[code, [2, ...path]]])
  })

  it.each([undefined, null, 'x', 7, [], new Map()])('takes no event for one: %o', (value) => {
    const code = value === undefined ? 'missing' : 'wrong-type'
    expect(damaged([...events, value])).toEqual([[code, [3]]])
  })

  it('stops at the first event that is wrong, with all that is wrong with it', () => {
    expect(damaged([...events, { type: 7, at: 'x' }, null])).toEqual([
      ['not-a-moment', [3, 'at']],
      ['wrong-type', [3, 'type']],
      ['missing', [3, 'by']],
      ['missing', [3, 'complaint']],
      ['missing', [3, 'sequence']],
      ['missing', [3, 'definition']],
      ['missing', [3, 'step']],
    ])
    expect(damaged(Object.assign([...events], { length: 5, 5: events[2] }))).toEqual([['missing', [3]]])
    expect(damaged([Object.create(events[0] as object)])).toHaveLength(7)
    expect(
      damaged([
        { ...events[0], complaint: 'C-2' },
        { ...events[1], sequence: 7, definition: { id: 'eight-steps', version: '1' } },
      ]),
    ).toEqual([
      ['not-allowed', [1, 'complaint']],
      ['out-of-sequence', [1, 'sequence']],
    ])
  })

  it('takes no history for none', () => {
    expect(damaged([])).toEqual([['empty', ['events']]])
    for (const value of [null, 'x', { length: 1, 0: events[0] }, new Set(events)]) {
      expect(issuesOf(() => replay(value))).toEqual([['wrong-type', ['events']]])
    }
    expect(issuesOf(() => replay(undefined))).toEqual([['missing', ['events']]])
  })

  it('tells what is wrong with definitions, one or several', () => {
    expect(issuesOf(() => replay(events, { ...eightSteps, initial: 'x' }))).toEqual([['not-allowed', ['definition', 'initial']]])
    expect(issuesOf(() => replay(null, null))).toEqual([
      ['wrong-type', ['definition']],
      ['wrong-type', ['events']],
    ])
    expect(issuesOf(() => replay(events, []))).toEqual([['empty', ['definitions']]])
    expect(issuesOf(() => replay(events, [eightSteps, counterService, { ...eightSteps }, { ...eightSteps, initial: 'x' }]))).toEqual([
      ['not-allowed', ['definitions', 3, 'initial']],
      ['duplicate', ['definitions', 2, 'version']],
    ])
    expect(replay(events, [counterService, { ...eightSteps, version: 1 }, eightSteps]).sequence).toBe(3)
  })

  it('gives zeros without a sign', () => {
    const definition = { ...counterService, version: -0 }
    const [event] = opened(counterService)
    const state = replay([{ ...event, definition: { id: 'counter-service', version: -0 }, following: -0, note: -0 }], definition)
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
  })
})
