import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostilePools, meetingPools, randomWorkflow } from '../../testing/randomWorkflow.js'
import { moveKey, type Oracle, type OracleState, xstateOracle } from '../../testing/xstateOracle.js'
import { type ComplaintCommand, checkWorkflow, compileWorkflow, decideComplaint, type WorkflowDefinition, type WorkflowMove } from '../index.js'
import { counterService } from '../templates/counterService.js'
import { eightSteps } from '../templates/eightSteps.js'

type Random = (below: number) => number

/** Mulberry32 (Ettinger, 2017): small, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below
  }
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random(list.length))] as T
const chance = (share: number, random: Random): boolean => random(1) < share

/** What a definition says of fields, roles and moves: enough to make commands that mean something. */
function knowledgeOf(definition: WorkflowDefinition) {
  const steps = Object.entries(definition.steps)
  const all = steps.flatMap(([, { moves }]) => moves)
  const events = new Set([...definition.opening.emits, ...all.flatMap(({ emits }) => emits)])
  const values = new Map<string, unknown[]>()
  const text = JSON.stringify(all.map(({ when }) => when ?? null))
  JSON.parse(text, (_, value) => {
    if (typeof value?.field !== 'string' || !value.field.startsWith('command.')) return value
    const field = value.field.slice('command.'.length)
    values.set(field, [...(values.get(field) ?? []), ...[value.value].flat()])
    return value
  })
  const roles = [...new Set([...all.flatMap(({ role = [] }) => role), ...(definition.limits ?? []).map(({ role }) => role), 'stranger'])]
  const approving = new Set(all.filter(({ on, emits }) => isApproval(on, emits) && !isPriced(on, emits)).map(({ on }) => on))
  return { commands: [...new Set(all.map(({ on }) => on))], keys: movesOf(definition), approving, events, values, roles }
}

type Knowledge = ReturnType<typeof knowledgeOf>

const AT = '2024-03-01T09:00:00+08:00'
const DATES = ['2024-02-01', '2024-02-29', '2023-01-01', '2024-12-31']
const isPriced = (on: string, emits: readonly string[]): boolean => on === 'proposeSolution' || emits.includes('SolutionProposed')
const isApproval = (on: string, emits: readonly string[]): boolean => on === 'approveSolution' || emits.includes('SolutionApproved')

function fieldsOf({ on, needs = [], emits }: WorkflowMove, known: Knowledge, oracle: Oracle, random: Random): object {
  const fields = [...new Set([...needs.filter((need) => !known.events.has(need)), ...known.values.keys()])]
  const told = fields.flatMap((field) => {
    if (chance(0.1, random)) return chance(0.5, random) ? [] : [[field, pick([null, ''], random)]]
    if (field === 'until') return [[field, pick(DATES, random)]]
    return [[field, pick([...(known.values.get(field) ?? []), 'x', ...(known.values.has(field) ? [] : ['y', '7'])], random)]]
  })
  const { proposal } = oracle.state()
  // An approval of another amount than the one proposed is bad input, not refused.
  const approves = known.approving.has(on)
  const isMoney = approves ? proposal === null : isPriced(on, emits)
  const money =
    isMoney && chance(0.8, random) ? { amount: pick(['80', 120, '4000.00', '6000'], random), currency: pick(['CNY', 'CNY', 'EUR'], random) } : {}
  const paid = (approves || isApproval(on, emits)) && chance(0.8, random) ? { paidToCustomer: pick([0, '10.5', '2000'], random) } : {}
  return { ...Object.fromEntries(told), ...money, ...paid }
}

/** A command that means to make a move, by someone who may or may not. */
function attempt(move: WorkflowMove, known: Knowledge, oracle: Oracle, random: Random): ComplaintCommand {
  const role = move.role !== undefined && chance(0.9, random) ? pick(move.role, random) : pick(known.roles, random)
  const by = { id: pick(['li', 'chen', 'zhao'], random), role }
  const expected = chance(0.05, random) ? { expectedSequence: oracle.state().sequence + pick([-1, 0, 1], random) } : {}
  return { type: move.on, at: AT, by, ...fieldsOf(move, known, oracle, random), ...expected }
}

interface Goal {
  readonly from: string
  readonly command: string
  readonly to: string
  readonly emits: readonly string[]
}

/** The move that has been made least, among all that there are. */
function rarest(keys: readonly string[], made: ReadonlyMap<string, number>): Goal | undefined {
  const [first] = [...keys].sort((a, b) => (made.get(a) ?? 0) - (made.get(b) ?? 0))
  if (first === undefined) return undefined
  const [from, command, to, emits] = JSON.parse(first)
  return { from, command, to, emits }
}

/** The move of a step that is next on the shortest way to another, as far as the definition says. */
function towards(goal: string, { steps }: WorkflowDefinition, step: string, back: string | undefined): WorkflowMove | undefined {
  const targetOf = ({ to }: WorkflowMove, from: string): string | undefined =>
    to === '.' ? from : to === '@previous' ? (from === step ? back : undefined) : to
  const ways = (steps[step]?.moves ?? []).map((move) => ({ first: move, at: targetOf(move, step) }))
  const seen = new Set([step])
  for (const { first, at } of ways) {
    if (at === undefined || seen.has(at)) continue
    if (at === goal) return first
    seen.add(at)
    ways.push(...(steps[at]?.moves ?? []).map((move) => ({ first, at: targetOf(move, at as string) })))
  }
  return undefined
}

/** The move to make for a goal; where an event is lacking that another move of the step brings about, that one. */
function moveFor({ from, command, to, emits }: Goal, definition: WorkflowDefinition, oracle: Oracle): WorkflowMove | undefined {
  const { step, returnTo, facts } = oracle.state()
  const moves = definition.steps[step]?.moves ?? []
  const found = moves.filter((move) => step === from && move.on === command && JSON.stringify(move.emits) === JSON.stringify(emits))
  const goesBack = definition.steps[from]?.moves.some((move) => move.on === command && move.to === '@previous') === true
  const isThere = found.length > 0 && (!goesBack || returnTo.at(-1) === to)
  const next = isThere ? found[0] : towards(goesBack && step !== to ? to : from, definition, step, returnTo.at(-1))
  const lacking = (next?.needs ?? []).filter((need) => !Object.hasOwn(facts, need))
  return moves.find((move) => move.to === '.' && move.emits.some((event) => lacking.includes(event))) ?? next
}

const ATTEMPTS = 6

/** The next command: mostly one that the step knows and that is accepted, on the way to the move that has been made least; sometimes anything. */
function nextCommand(definition: WorkflowDefinition, known: Knowledge, oracle: Oracle, goal: Goal | undefined, random: Random): ComplaintCommand {
  const moves = definition.steps[oracle.state().step]?.moves ?? []
  const wild: WorkflowMove = { on: pick([...known.commands, 'nobodyKnows', 'recordComplaint'], random), to: '.', emits: ['x'] }
  if (moves.length === 0 || chance(0.15, random)) return attempt(wild, known, oracle, random)
  const move = (goal !== undefined && chance(0.75, random) ? moveFor(goal, definition, oracle) : undefined) ?? pick(moves, random)
  let command = attempt(move, known, oracle, random)
  if (chance(0.2, random)) return command
  for (let tried = 1; tried < ATTEMPTS && !oracle.ask(command).accepted; tried += 1) command = attempt(move, known, oracle, random)
  return command
}

interface Tally {
  readonly moves: Map<string, number>
  readonly steps: Set<string>
  accepted: number
  refused: number
}

const newTally = (): Tally => ({ moves: new Map(), steps: new Set(), accepted: 0, refused: 0 })

/** What both know of a complaint. */
function essence({ step, closed, sequence, cycle, returnTo, facts, proposal }: OracleState): object {
  const amount = proposal?.amount ?? null
  return { step, closed, sequence, cycle, returnTo, facts, proposal: proposal && [amount === null ? null : Number(amount), proposal.currency] }
}

/** What is made of a definition once, for all its complaints. */
function subjectOf(definition: WorkflowDefinition) {
  return { definition, known: knowledgeOf(definition), oracleOf: xstateOracle(definition), workflow: compileWorkflow(definition) }
}

/** Gives a complaint commands, and has the oracle check what is decided of each. */
function walk({ definition, known, oracleOf, workflow }: ReturnType<typeof subjectOf>, length: number, random: Random, tally: Tally): void {
  const opening = {
    type: 'recordComplaint',
    at: AT,
    by: { id: 'li', role: 'agent' },
    complaint: 'C-1',
    customer: 'W',
    content: 'service',
    description: 'x',
  } as const
  const opened = workflow.openComplaint(opening)
  if (!opened.ok) throw new Error(JSON.stringify(opened.reasons))
  const oracle = oracleOf(opening)
  let state = workflow.replayComplaint(opened.events)
  for (let given = 0; given < length; given += 1) {
    tally.steps.add(state.step)
    if (definition.steps[state.step]?.moves.length === 0 && given > 3) return
    const command = nextCommand(definition, known, oracle, rarest(known.keys, tally.moves), random)
    const decision = workflow.decideComplaint({ command, state })
    if (given === 0) expect(decideComplaint({ command, state }, definition)).toEqual(decision)
    const { accepted, state: after, move } = oracle.give(command)
    if (decision.ok !== accepted) expect.fail(`accepted must be ${accepted}: ${JSON.stringify({ command, state, decision }, null, 1)}`)
    if (!decision.ok) {
      tally.refused += 1
      continue
    }
    tally.accepted += 1
    tally.moves.set(move, (tally.moves.get(move) ?? 0) + 1)
    for (const event of decision.events) state = workflow.evolveComplaint({ state, event })
    expect({ command, state: essence(state) }).toEqual({ command, state: essence(after) })
  }
}

/** Every move that a definition can make, by hand: `'@previous'` to every step with a move to the one it leaves. */
function movesOf({ steps }: WorkflowDefinition): string[] {
  const keys = Object.entries(steps).flatMap(([step, { moves }]) => {
    const sources = Object.keys(steps).filter((other) => other !== step && steps[other]?.moves.some(({ to }) => to === step))
    return moves.flatMap(({ on, to, emits }) =>
      (to === '@previous' ? sources : [to === '.' ? step : to]).map((target) => moveKey(step, on, target, emits)),
    )
  })
  return [...new Set(keys)].sort()
}

describe('decideComplaint and XState, given the exported definition', () => {
  it.each([
    ['eightSteps', eightSteps, 45, 30],
    ['counterService', counterService, 80, 10],
  ] as const)('agree on every command of %s, in every step and move', (_, definition, runs, length) => {
    const tally = newTally()
    const random = randomOf(1)
    const subject = subjectOf(definition)
    for (let run = 0; run < runs; run += 1) walk(subject, length, random, tally)
    expect([...tally.steps].sort()).toEqual(Object.keys(definition.steps).sort())
    expect([...tally.moves.keys()].sort()).toEqual(subject.known.keys)
    expect(tally.accepted).toBeGreaterThan(300)
    expect(tally.refused).toBeGreaterThan(100)
  })

  it('agree on thousands of runs through definitions of any shape', () => {
    const tally = newTally()
    fc.assert(
      fc.property(randomWorkflow(meetingPools), fc.nat(), (definition, seed) => {
        const random = randomOf(seed)
        const subject = subjectOf(definition)
        for (let run = 0; run < 20; run += 1) walk(subject, 5, random, tally)
      }),
      { numRuns: 60, seed: 9 },
    )
    expect(tally.accepted).toBeGreaterThan(1_000)
    expect(tally.refused).toBeGreaterThan(1_000)
  })
})

describe('the random definitions', () => {
  it('have nothing wrong with them', () => {
    for (const pools of [meetingPools, hostilePools]) {
      fc.assert(
        fc.property(randomWorkflow(pools), (definition) => {
          expect(checkWorkflow(definition)).toEqual([])
        }),
        { numRuns: 50 },
      )
    }
  })
})
