import type { Condition } from '@clientele/core'
import fc from 'fast-check'
import type { ComplaintCommand, ComplaintEvent, ComplaintState, Decision, WorkflowDefinition, WorkflowMove } from '../src/index.js'
import { at, opened, ready } from './desk.js'

/** A command that was given, where the complaint stood, and what came of it. */
interface Given {
  readonly command: ComplaintCommand
  readonly state: ComplaintState
  readonly decision: Decision
}

/** A complaint's history, and the commands that made it. */
export interface Walk {
  readonly events: readonly ComplaintEvent[]
  readonly given: readonly Given[]
  readonly state: ComplaintState
}

/** Who may be meant by what a definition says of people: by turns, so that nobody does everything. */
const people = ['li', 'chen', 'zhao', 'qian']
const amounts = [
  {},
  { amount: '80', currency: 'CNY' },
  { amount: '4000.00', currency: 'CNY' },
  { amount: 6000, currency: 'CNY' },
  { amount: '9', currency: 'EUR' },
]

/** The values that comparisons of the command's fields ask for, where all that can be met is met. */
export function fieldsFor(when: Condition | undefined): { readonly [field: string]: unknown } {
  if (when === undefined) return {}
  if ('all' in when) return Object.assign({}, ...when.all.map(fieldsFor))
  if ('any' in when) return fieldsFor(when.any[0])
  if ('not' in when) return {}
  const [subject, field] = when.field.split('.')
  if (subject !== 'command' || field === undefined) return {}
  if (when.operator === 'in') return { [field]: (when.value as readonly unknown[])[0] }
  if (when.operator === 'above') return { [field]: '2024-12-31' }
  if (when.operator === 'within') return { [field]: '2024-02-29' }
  return { [field]: when.operator === 'equals' ? when.value : 'other' }
}

/** A command that means to make a move, with all that the move asks for; the choice says by whom, and how much. */
export function commandFor(move: WorkflowMove, { events, approvals }: Knowledge, choice: number): ComplaintCommand {
  const { on, when, needs = [], role } = move
  const needed = Object.fromEntries(needs.filter((need) => !events.has(need)).map((need) => [need, need === 'until' ? '2024-02-29' : 'x']))
  // An approval of another amount than the one proposed is bad input.
  const money = isProposal(move) && !approvals.has(on) ? amounts[choice % amounts.length] : {}
  const by = { id: people[choice % people.length] as string, role: role?.[choice % role.length] ?? 'agent' }
  return { type: on, at, by, ...needed, paidToCustomer: '0', ...money, ...fieldsFor(when) } as ComplaintCommand
}

/** What is known of a definition's names. */
export interface Knowledge {
  readonly events: ReadonlySet<string>
  /** The commands that may approve what was proposed by another one. */
  readonly approvals: ReadonlySet<string>
}

/** Reads off a definition what its names stand for. */
export function knowledgeOf({ opening, steps }: WorkflowDefinition): Knowledge {
  const moves = Object.values(steps).flatMap((step) => step.moves)
  const events = new Set([...opening.emits, ...moves.flatMap(({ emits }) => emits)])
  return { events, approvals: new Set(moves.filter((move) => isApproval(move) && !isProposal(move)).map(({ on }) => on)) }
}

const isProposal = ({ on, emits }: WorkflowMove): boolean => on === 'proposeSolution' || emits.includes('SolutionProposed')
const isApproval = ({ on, emits }: WorkflowMove): boolean => on === 'approveSolution' || emits.includes('SolutionApproved')

/** A walk through a definition: each choice is for one of the moves of the step where the complaint stands. */
export function walkThrough(definition: WorkflowDefinition, choices: readonly number[]): Walk {
  const { decideComplaint, replayComplaint, evolveComplaint } = ready(definition)
  const known = knowledgeOf(definition)
  let events = opened(definition)
  let state = replayComplaint(events)
  const given: Given[] = []
  for (const choice of choices) {
    const moves = definition.steps[state.step]?.moves ?? []
    if (moves.length === 0) break
    const command = commandFor(moves[choice % moves.length] as WorkflowMove, known, Math.floor(choice / moves.length))
    const decision = decideComplaint({ command, state })
    given.push({ command, state, decision })
    if (!decision.ok) continue
    events = [...events, ...decision.events]
    for (const event of decision.events) state = evolveComplaint({ state, event })
  }
  return { events, given, state }
}

/** Choices for a walk. */
export const choices: fc.Arbitrary<number[]> = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 })

/** Which move was made, in a word; one that goes back is another for every step it goes back to. */
function moveName(step: string, move: Pick<WorkflowMove, 'on' | 'emits'>, to: string): string {
  return `${step} ${move.on} ${to} ${move.emits.join(' ')}`
}

/**
 * The shortest histories that make every move which can be made, found breadth first over what can be told apart: step, steps to go back to, and
 * which events have happened. No chance is in it.
 */
export function everyMove(definition: WorkflowDefinition, expected: ReadonlySet<string>): ReadonlyMap<string, readonly ComplaintEvent[]> {
  const { decideComplaint, evolveComplaint, replayComplaint } = ready(definition)
  const known = knowledgeOf(definition)
  const first = opened(definition)
  const queue = [{ events: first, state: replayComplaint(first) }]
  const seen = new Set<string>()
  const found = new Map<string, readonly ComplaintEvent[]>()
  for (const { events, state } of queue) {
    if (found.size === expected.size) break
    for (const move of definition.steps[state.step]?.moves ?? []) {
      for (let choice = 0; choice < 12; choice += 1) {
        const decision = decideComplaint({ command: commandFor(move, known, choice), state })
        if (!decision.ok) continue
        const after = [...events, ...decision.events]
        const next = decision.events.reduce((now, event) => evolveComplaint({ state: now, event }), state)
        const types = decision.events.map(({ type }) => type) as [string, ...string[]]
        const name = moveName(state.step, { on: move.on, emits: types }, next.step)
        if (!found.has(name)) found.set(name, after)
        const place = JSON.stringify([next.step, next.returnTo, Object.keys(next.facts).sort(), next.cycle > 1])
        if (!seen.has(place)) queue.push({ events: after, state: next })
        seen.add(place)
        break
      }
    }
  }
  return found
}

/** Every move of a definition by name, read off the document alone. */
export function moveNames({ steps }: WorkflowDefinition): ReadonlySet<string> {
  const names = Object.entries(steps).flatMap(([step, { moves }]) => {
    const sources = Object.keys(steps).filter((one) => one !== step && steps[one]?.moves.some(({ to }) => to === step))
    return moves.flatMap((move) => (move.to === '@previous' ? sources : [move.to === '.' ? step : move.to]).map((to) => moveName(step, move, to)))
  })
  return new Set(names)
}
