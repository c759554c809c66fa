import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComplaintState, compareDefinitions, decideComplaint, evolveComplaint, type WorkflowDefinition, type WorkflowMove } from '../index.js'

const moment = '2024-03-01T09:00:00+08:00'
const by = { id: 'li', role: 'agent' }

/** A complaint that stands in a step of the first version, whatever brought it there. */
function stateIn(step: string, facts: readonly string[], returnTo: readonly string[] = []): ComplaintState {
  return {
    complaint: 'C-1',
    definition: { id: 'desk', version: 1 },
    sequence: 9,
    following: 0,
    step,
    closed: false,
    returnTo,
    cycle: 1,
    openedAt: moment,
    enteredAt: moment,
    updatedAt: moment,
    facts: Object.fromEntries(facts.map((event) => [event, { sequence: 1, at: moment, by }])),
    record: {},
    proposal: null,
  }
}

interface Case {
  readonly moves: { readonly [step: string]: readonly WorkflowMove[] }
  readonly finals: readonly string[]
}

function definitionOf({ moves, finals }: Case, version: number): WorkflowDefinition {
  const steps = Object.entries(moves).map(([id, all]) => [id, { title: id, final: finals.includes(id), moves: version === 1 ? [] : all }])
  const initial = Object.keys(moves)[0] as string
  return { kind: 'complaint-workflow', id: 'desk', version, initial, steps: Object.fromEntries(steps), opening: { needs: [], emits: ['Opened'] } }
}

/** What compareDefinitions says is lacking for a complaint to be closed; undefined where there is a way. */
function lackingFor(one: Case, state: ComplaintState): readonly string[] | undefined {
  // In the first version no step is final, so that any complaint is open.
  const { stuck } = compareDefinitions({ before: definitionOf({ ...one, finals: [] }, 1), after: definitionOf(one, 2), open: [state] })
  const reason = stuck[0]?.reasons[0]
  return reason?.code === 'no-way-out' ? reason.params.lacking : undefined
}

interface Standing {
  readonly step: string
  readonly returnTo: readonly string[]
  readonly facts: readonly string[]
}

/** Everything that can come of a standing, one by one. */
function explore(start: Standing, next: (standing: Standing) => readonly Standing[]): readonly Standing[] {
  const all = new Map<string, Standing>()
  const waiting = [start]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const name = JSON.stringify(one)
    if (all.has(name)) continue
    all.set(name, one)
    waiting.push(...next(one))
  }
  return [...all.values()]
}

function returning({ moves }: Case, from: string, to: string, returnTo: readonly string[]): readonly string[] {
  if (from === to) return returnTo
  if (returnTo.includes(to)) return returnTo.slice(0, returnTo.indexOf(to))
  return moves[to]?.some((one) => one.to === '@previous') ? [...returnTo, from] : []
}

/** The needs of a move that are events, which the definition emits. */
function neededEvents({ moves }: Case, { needs = [] }: WorkflowMove): readonly string[] {
  const emitted = ['Opened', ...Object.values(moves).flatMap((all) => all.flatMap(({ emits }) => emits))]
  return needs.filter((need) => emitted.includes(need))
}

function destinationOf({ to }: WorkflowMove, { step, returnTo }: Standing): string | undefined {
  return to === '.' ? step : to === '@previous' ? returnTo.at(-1) : to
}

function nextOf(one: Case, standing: Standing): readonly Standing[] {
  return (one.moves[standing.step] ?? []).flatMap((move) => {
    const to = destinationOf(move, standing)
    if (to === undefined || neededEvents(one, move).some((event) => !standing.facts.includes(event))) return []
    const facts = [...new Set([...(move.startsCycle ? [] : standing.facts), ...move.emits])].sort()
    return [{ step: to, returnTo: returning(one, standing.step, to, standing.returnTo), facts }]
  })
}

/** The events for want of which moves cannot be made: of each move, those that are never there, or else those that are not there together. */
function naiveLacking(one: Case, all: readonly Standing[]): readonly string[] {
  const beside = (a: Standing, b: Standing): boolean => a.step === b.step && JSON.stringify(a.returnTo) === JSON.stringify(b.returnTo)
  const greatest = all.filter(
    (a) => !all.some((b) => beside(a, b) && b.facts.length > a.facts.length && a.facts.every((fact) => b.facts.includes(fact))),
  )
  const lacking = Object.entries(one.moves).flatMap(([step, moves]) =>
    moves.flatMap((move) => {
      const here = greatest.filter((standing) => standing.step === step && destinationOf(move, standing) !== undefined)
      const gaps = here.map(({ facts }) => neededEvents(one, move).filter((event) => !facts.includes(event)))
      if (gaps.some((gap) => gap.length === 0)) return []
      const everywhere = (gaps[0] ?? []).filter((event) => gaps.every((gap) => gap.includes(event)))
      return everywhere.length > 0 ? everywhere : gaps.flat()
    }),
  )
  return [...new Set(lacking)].sort()
}

const steps = ['a', 'b', 'c', 'd']
const events = ['X', 'Y', 'Z']
const moves = fc.array(
  fc.record({
    to: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...steps) }, fc.constantFrom('.', '@previous')),
    needs: fc.uniqueArray(fc.constantFrom(...events, 'field'), { maxLength: 2 }),
    emits: fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: fc.constant('Moved') }, fc.constantFrom(...events)), { minLength: 1, maxLength: 2 }),
    startsCycle: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  }),
  { maxLength: 3 },
)
const cases = fc.record({
  /** Every move is on a command of its own. */
  case: fc.tuple(moves, moves, moves, moves).map((all): Case => {
    const named = steps.map((id, index) => [id, (all[index] ?? []).map((one, place) => ({ on: `${id}${place}`, ...one }) as unknown as WorkflowMove)])
    return { moves: Object.fromEntries(named), finals: ['d'] }
  }),
  state: fc.record({ step: fc.constantFrom('a', 'b', 'c'), facts: fc.subarray(events), returnTo: fc.subarray(steps.slice(0, 3)) }),
})
/** The same, with several moves on one command; X, Y and Z are events, whatever else brings them about. */
const contested = fc
  .record({
    case: cases,
    picks: fc.array(fc.record({ on: fc.constantFrom('go', 'do'), role: fc.constantFrom(undefined, ['agent'], ['manager', 'agent']) }), {
      minLength: 12,
      maxLength: 12,
    }),
  })
  .map(({ case: { case: one, state }, picks }) => {
    const named = Object.entries(one.moves).map(([id, all], index) => [id, all.map((move, place) => ({ ...move, ...picks[index * 3 + place] }))])
    const d = [{ on: 'other', to: '.', emits: events }]
    return { case: { ...one, moves: { ...Object.fromEntries(named), d } as unknown as Case['moves'] }, state }
  })
const stateOf = ({ step, facts, returnTo }: Standing): ComplaintState =>
  stateIn(
    step,
    facts,
    returnTo.filter((one) => one !== step),
  )
/** Where it stands once it has come under the second version. */
const migrated = (one: Case, { step, facts, returnTo }: ComplaintState): Standing => {
  const returns = one.moves[step]?.some(({ to }) => to === '@previous')
  return { step, returnTo: returns ? returnTo : [], facts: Object.keys(facts).sort() }
}

const on = (command: string, to: string, others: Partial<WorkflowMove> = {}): WorkflowMove => ({ on: command, to, emits: ['Moved'], ...others })

describe('a way out', () => {
  it('is there exactly where going through everything that can come about finds a final step', () => {
    const seen = { way: 0, none: 0, lacking: 0 }
    fc.assert(
      fc.property(cases, ({ case: one, state: given }) => {
        const state = stateOf(given)
        const all = explore(migrated(one, state), (standing) => (one.finals.includes(standing.step) ? [] : nextOf(one, standing)))
        const isOpen = all.every(({ step }) => !one.finals.includes(step))
        const lacking = lackingFor(one, state)
        seen[isOpen ? 'none' : 'way'] += 1
        if (isOpen && lacking?.length) seen.lacking += 1
        expect(lacking).toEqual(isOpen ? naiveLacking(one, all) : undefined)
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(Math.min(seen.way, seen.none, seen.lacking)).toBeGreaterThan(20)
  })

  it('is there exactly where deciding and evolving find one, also of several moves on one command', () => {
    const seen = { way: 0, none: 0 }
    const commands = ['go', 'do'].flatMap((type) =>
      ['agent', 'manager', 'clerk'].flatMap((role) => [{}, { field: 'x' }].map((more) => ({ type, at: moment, by: { id: 'wu', role }, ...more }))),
    )
    fc.assert(
      fc.property(contested, ({ case: one, state: given }) => {
        const after = definitionOf(one, 2)
        const state = stateOf(given)
        let found = false
        explore(migrated(one, state), (standing) => {
          if (found) return []
          const here = { ...stateIn(standing.step, standing.facts, standing.returnTo), definition: { id: 'desk', version: 2 } }
          return commands.flatMap((command) => {
            const decision = decideComplaint({ command, state: here }, after)
            if (!decision.ok) return []
            const next = decision.events.reduce((place, event) => evolveComplaint({ state: place, event }, after), here as ComplaintState)
            found ||= next.closed
            return [{ step: next.step, returnTo: next.returnTo, facts: Object.keys(next.facts).sort() }]
          })
        })
        seen[found ? 'way' : 'none'] += 1
        expect(lackingFor(one, state) === undefined).toBe(found)
      }),
      { numRuns: 100, seed: 9 },
    )
    expect(Math.min(seen.way, seen.none)).toBeGreaterThan(5)
  })

  it('is not there where another move on the command is made in the place of the one that leads out', () => {
    const desk = (...moves: readonly WorkflowMove[]): Case => ({ moves: { a: moves, b: [], c: [] }, finals: ['c'] })
    const isOut = (one: Case, facts: readonly string[] = [], returnTo: readonly string[] = []): boolean =>
      lackingFor(one, stateIn('a', facts, returnTo)) === undefined
    const out = on('go', 'c', { role: ['agent', 'manager'], needs: ['form'] })
    expect(lackingFor(desk(on('go', '.'), out), stateIn('a', []))).toEqual([])
    expect(isOut(desk(out, on('go', '.')))).toBe(true)
    expect(isOut(desk(on('stay', '.'), out))).toBe(true)
    expect(isOut(desk(on('go', '.', { role: ['agent'] }), out))).toBe(true)
    expect(isOut(desk(on('go', '.', { role: ['agent'] }), on('go', '.', { role: ['manager', 'clerk'] }), out))).toBe(false)
    expect(isOut(desk(on('go', '.', { role: ['agent'] }), on('go', 'c')))).toBe(true)
    expect(isOut(desk(on('go', '.', { needs: ['form'] }), out))).toBe(false)
    expect(isOut(desk(on('go', '.', { needs: ['form', 'stamp'] }), out))).toBe(true)
    expect(isOut(desk(on('go', '.', { notBy: ['Opened'] }), out))).toBe(true)
    expect(isOut(desk(on('go', '.', { emits: ['SolutionApproved'] }), out))).toBe(true)
    const seven = (value: string): WorkflowMove['when'] => ({ field: 'command.count', operator: 'equals', value })
    expect(isOut(desk(on('go', '.', { when: seven('7') }), out))).toBe(true)
    expect(isOut(desk(on('go', '.', { when: seven('7') }), { ...out, when: seven('7.0') }))).toBe(false)
    // Once it has happened, the first move is made.
    const asked = desk(on('go', '.', { needs: ['Moved'] }), out)
    expect([isOut(asked), isOut(asked, ['Moved'])]).toEqual([true, false])
    expect(isOut({ moves: { ...asked.moves, b: [on('ask', 'a')] }, finals: ['c'] }, ['Moved'])).toBe(false)
    const back = desk(on('go', '@previous'), out)
    expect([isOut(back), isOut(back, [], ['b'])]).toEqual([true, false])
  })

  it('is not there where events can each happen, but not on one way: then all of them are lacking', () => {
    const fork = {
      a: [on('left', 'b', { emits: ['X'] }), on('right', 'b', { emits: ['Y'] })],
      b: [on('close', 'c', { needs: ['X', 'Y'] })],
      c: [],
    }
    expect(lackingFor({ moves: fork, finals: ['c'] }, stateIn('a', []))).toEqual(['X', 'Y'])
    expect(lackingFor({ moves: fork, finals: ['c'] }, stateIn('a', ['Y']))).toBeUndefined()
    expect(lackingFor({ moves: fork, finals: ['c'] }, stateIn('b', ['Y', 'Unknown']))).toEqual(['X'])
  })

  it('is not there where a new cycle takes away what can happen no more', () => {
    const again = {
      a: [on('begin', 'b', { startsCycle: true, emits: ['Begun'] })],
      b: [on('close', 'c', { needs: ['Begun', 'X'] })],
      c: [on('other', '.', { emits: ['X'] })],
    }
    expect(lackingFor({ moves: again, finals: ['c'] }, stateIn('a', ['X']))).toEqual(['X'])
    expect(lackingFor({ moves: again, finals: ['c'] }, stateIn('b', ['X', 'Begun']))).toBeUndefined()
  })

  it('leads back only where there is a step to go back to', () => {
    const waiting = { a: [on('close', 'c')], b: [on('return', '@previous', { needs: ['X'] })], c: [on('other', '.', { emits: ['X'] })] }
    expect(lackingFor({ moves: waiting, finals: ['c'] }, stateIn('b', ['X'], ['a']))).toBeUndefined()
    expect(lackingFor({ moves: waiting, finals: ['c'] }, stateIn('b', [], ['a']))).toEqual(['X'])
    expect(lackingFor({ moves: waiting, finals: ['c'] }, stateIn('b', []))).toEqual([])
  })

  it('is not looked for in the steps that are lost: what is said is that they are', () => {
    const before = definitionOf({ moves: { a: [], b: [], c: [] }, finals: [] }, 1)
    const after = definitionOf({ moves: { b: [on('return', '@previous')], c: [] }, finals: ['c'] }, 2)
    expect(compareDefinitions({ before, after, open: [stateIn('b', [], ['a'])] }).stuck[0]?.reasons).toEqual([
      { code: 'return-step-missing', params: { step: 'a', version: 2 } },
      { code: 'no-way-out', params: { step: 'b', lacking: [] } },
    ])
  })

  it('is there for what is closed by its step, also by another than before', () => {
    const closing = { moves: { a: [], c: [] }, finals: ['a'] }
    expect(lackingFor(closing, stateIn('a', []))).toBeUndefined()
    expect(lackingFor(closing, stateIn('c', []))).toEqual([])
  })

  it('is found, or found not to be there, among many events that can happen in any order', () => {
    const names = Array.from({ length: 40 }, (_, index) => `E${index}`)
    const rounds = Object.fromEntries(names.map((name) => [`at${name}`, [on(`back${name}`, 'hub', { emits: [name] })]]))
    const hub = (needs: readonly string[]) => [on('close', 'end', { needs }), ...names.map((name) => on(`to${name}`, `at${name}`))]
    const one = (needs: readonly string[]): Case => {
      return { moves: { hub: hub(needs), ...rounds, end: [on('other', '.', { emits: ['Never'] })] }, finals: ['end'] }
    }
    expect(lackingFor(one(names), stateIn('hub', []))).toBeUndefined()
    expect(lackingFor(one([...names, 'Never']), stateIn('hub', []))).toEqual(['Never'])
  })

  it('is looked for event by event where that takes more than 5,000 standings', () => {
    const holds = Array.from({ length: 8 }, (_, index) => `hold${index}`)
    const toHolds = holds.map((hold) => on(`to ${hold}`, hold))
    const held = Object.fromEntries(holds.map((hold) => [hold, [on('back', '@previous'), ...toHolds.filter(({ to }) => to !== hold)]]))
    const desk = (...ways: readonly WorkflowMove[]): Case => {
      return {
        moves: { ...held, a: [...toHolds, on('go', 'b')], b: [...toHolds, ...ways], c: [on('other', '.', { emits: ['Never'] })] },
        finals: ['c'],
      }
    }
    const never = on('close', 'c', { needs: ['Never'] })
    const hidden = [on('shut', '.', { emits: ['X'] }), on('shut', 'c', { needs: ['Moved'] })]
    expect(lackingFor(desk(never, ...hidden), stateIn('a', []))).toEqual(['Never'])
    expect(lackingFor(desk(never, ...hidden), stateIn('hold0', [], ['a', 'hold3']))).toEqual(['Never'])
    expect(lackingFor(desk(never, on('open', 'c', { needs: ['X'] }), ...hidden), stateIn('hold0', [], ['a', 'hold3']))).toBeUndefined()
    expect(lackingFor(desk(never, on('open', 'c', { needs: ['X'] })), stateIn('hold0', ['X'], ['b']))).toBeUndefined()
    // The way that was there from the start is the last one to be looked at.
    expect(lackingFor(desk(on('close', 'c')), stateIn('hold0', [], ['b', 'hold6']))).toBeUndefined()
    const gone = { before: definitionOf({ moves: { ...desk().moves, gone: [] }, finals: [] }, 1), after: definitionOf(desk(never), 2) }
    const [stuck] = compareDefinitions({ ...gone, open: [stateIn('hold0', [], ['gone', 'hold6'])] }).stuck
    expect(stuck?.reasons.map(({ code }) => code)).toEqual(['return-step-missing', 'no-way-out'])
    expect(lackingFor({ moves: { ...desk().moves, b: [never] }, finals: ['c'] }, stateIn('a', ['Never']))).toBeUndefined()
  })

  it('is then taken to be there though events cannot happen together', () => {
    const places = Array.from({ length: 13 }, (_, index) => index)
    const forks = (count: number): Case => {
      const chain = places.slice(0, count).map((place) => {
        const choices = ['X', 'Y'].map((side) => on(`${side}${place}`, `s${place + 1}`, { emits: [`${side}${place}`] }))
        return [`s${place}`, choices]
      })
      const needs = places.slice(0, count).flatMap((place) => [`X${place}`, `Y${place}`])
      const ends = { [`s${count}`]: [on('close', 'end', { needs })], end: [] }
      return { moves: { ...Object.fromEntries(chain), ...ends }, finals: ['end'] }
    }
    expect(lackingFor(forks(8), stateIn('s0', []))).toHaveLength(16)
    expect(lackingFor(forks(13), stateIn('s0', []))).toBeUndefined()
  })
})
