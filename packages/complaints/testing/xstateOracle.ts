import { assign, createMachine, initialTransition, transition } from 'xstate'
import type { Actor, ComplaintCommand, WorkflowDefinition } from '../src/index.js'
import { toXState } from '../src/index.js'

/** A condition as it stands in a definition. */
// biome-ignore lint/suspicious/noExplicitAny: the oracle knows no types of what it is to check.
type Loose = any

/** What has happened to a complaint, as the oracle writes it down. */
export interface OracleState {
  readonly step: string
  readonly closed: boolean
  readonly sequence: number
  readonly cycle: number
  readonly returnTo: readonly string[]
  readonly facts: { readonly [event: string]: { readonly sequence: number; readonly at: string; readonly by: Actor } }
  readonly record: { readonly [field: string]: unknown }
  readonly proposal: { readonly remedy: unknown; readonly amount: unknown; readonly currency: unknown } | null
}

/** What the oracle says of a command. */
interface OracleAnswer {
  readonly accepted: boolean
  readonly state: OracleState
  /** Which move was made: its step, command, target and events; '' where none was. */
  readonly move: string
}

/** Someone who answers for a complaint from its opening on. */
export interface Oracle {
  readonly state: () => OracleState
  /** What would come of a command; nothing changes. */
  readonly ask: (command: ComplaintCommand) => OracleAnswer
  /** Gives a command. */
  readonly give: (command: ComplaintCommand) => OracleAnswer
}

const NOT_TOLD = ['type', 'at', 'by', 'expectedSequence', 'complaint']
const told = (command: Loose): object =>
  Object.fromEntries(Object.entries(command).filter(([key, value]) => !NOT_TOLD.includes(key) && value !== undefined))
const blank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** The machine of a definition, with guards and actions of its own: nothing here knows how this package decides or evolves. */
function machineOf(definition: WorkflowDefinition) {
  const allowed = ({ context: now, event }: Loose, params: Loose): boolean => isAllowed(params, event.command, now, event.from)
  const record = assign(({ context: now, event }: Loose, params: Loose) => recorded(params, event.command, now))
  const context = ({ input }: Loose): Loose => contextOf(definition, input)
  return createMachine({ ...toXState(definition), context } as Loose, { guards: { allowed }, actions: { record } } as Loose)
}

function contextOf({ opening: { emits } }: WorkflowDefinition, opening: ComplaintCommand): Loose {
  return {
    sequence: emits.length,
    cycle: 1,
    returnTo: [],
    facts: Object.fromEntries(emits.map((type, index) => [type, { sequence: index + 1, at: opening.at, by: opening.by }])),
    record: told(opening),
    proposal: emits.includes('SolutionProposed') ? proposalOf(opening) : null,
    move: '',
  }
}

function proposalOf({ remedy = null, amount = null, currency = null }: Loose) {
  return { remedy, amount, currency: amount === null ? null : currency }
}

function stateOf(now: Loose, step: string, definition: WorkflowDefinition): OracleState {
  const { sequence, cycle, returnTo, facts, record, proposal } = now
  return { step, closed: definition.steps[step]?.final === true, sequence, cycle, returnTo, facts, record, proposal }
}

function isAllowed(params: Loose, command: Loose, now: Loose, seen: Loose): boolean {
  const { when, fields = [], events = [], role, notBy = [], limits, cameFrom } = params
  if (cameFrom !== undefined && now.returnTo.at(-1) !== cameFrom) return false
  if (when !== undefined && !holds(when, { command, state: seen }, command.at.slice(0, 10))) return false
  if (fields.some((field: string) => !Object.hasOwn(command, field) || blank(command[field]))) return false
  if (events.some((event: string) => !Object.hasOwn(now.facts, event))) return false
  if (role !== undefined && !role.includes(command.by.role)) return false
  for (const { events: theirs } of notBy) {
    const done = theirs.flatMap((event: string) => (Object.hasOwn(now.facts, event) ? [now.facts[event]] : []))
    done.sort((a: Loose, b: Loose) => b.sequence - a.sequence)
    if (done[0]?.by.id === command.by.id) return false
  }
  return limits === undefined || isWithin(limits, command, params.proposes ? command : (now.proposal ?? command))
}

function isWithin(limits: Loose, command: Loose, { amount, currency }: Loose): boolean {
  const own = limits.filter(({ role }: Loose) => role === command.by.role)
  if (blank(amount) || own.length === 0) return true
  const limit = own.find((one: Loose) => one.currency === currency)
  if (limit === undefined || (limit.cumulative && blank(command.paidToCustomer))) return false
  return Number(amount) + (limit.cumulative ? Number(command.paidToCustomer) : 0) <= Number(limit.amount)
}

function recorded({ command: type, emits, from, to, proposes, startsCycle, remembers }: Loose, command: Loose, now: Loose): Loose {
  const facts = startsCycle ? {} : { ...now.facts }
  emits.forEach((event: string, index: number) => {
    facts[event] = { sequence: now.sequence + 1 + index, at: command.at, by: command.by }
  })
  const approves = type === 'approveSolution' || emits.includes('SolutionApproved')
  const { amount, currency } = proposes ? command : (now.proposal ?? command)
  const approved = approves && !blank(amount) ? { amount, currency } : {}
  const kept = startsCycle ? null : now.proposal
  const known = now.returnTo.indexOf(to)
  const returnTo = from === to ? now.returnTo : known >= 0 ? now.returnTo.slice(0, known) : remembers ? [...now.returnTo, from] : []
  return {
    sequence: now.sequence + emits.length,
    cycle: now.cycle + (startsCycle ? 1 : 0),
    returnTo,
    facts,
    record: { ...now.record, ...told(command), ...approved },
    proposal: proposes ? proposalOf({ ...command, ...approved }) : kept,
    move: moveKey(from, type, to, emits),
  }
}

/** Tells a move from others. */
export function moveKey(from: string, command: string, to: string, emits: readonly string[]): string {
  return JSON.stringify([from, command, to, emits])
}

/** Whether a condition holds; of durations only days are known. */
function holds(condition: Loose, facts: Loose, asOf: string): boolean {
  if ('all' in condition) return condition.all.every((one: Loose) => holds(one, facts, asOf))
  if ('any' in condition) return condition.any.some((one: Loose) => holds(one, facts, asOf))
  if ('not' in condition) return !holds(condition.not, facts, asOf)
  let actual = facts
  for (const key of condition.field.split('.'))
    actual = actual !== null && typeof actual === 'object' && Object.hasOwn(actual, key) ? actual[key] : undefined
  return actual !== undefined && compares(condition.operator, actual, condition.value, asOf)
}

const isNumber = (value: unknown): boolean => (typeof value === 'number' || typeof value === 'string') && /^-?[0-9]+(\.[0-9]+)?$/.test(String(value))
const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const same = (a: unknown, b: unknown): boolean => a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b))
const DAY = 86_400_000

function compares(operator: string, actual: Loose, value: Loose, asOf: string): boolean {
  if (operator === 'has') return Array.isArray(actual) && actual.some((one) => same(one, value))
  if (operator === 'within') {
    const age = (Date.parse(asOf) - Date.parse(actual)) / DAY
    return isDate(actual) && age >= 0 && age <= Number(/^P(\d+)D$/.exec(value)?.[1])
  }
  if (typeof actual === 'object' && actual !== null) return false
  if (operator === 'equals') return same(actual, value)
  if (operator === 'not-equals') return !same(actual, value)
  if (operator === 'in') return value.some((one: unknown) => same(actual, one))
  const numbers = isNumber(actual) && isNumber(value)
  if (!numbers && !(isDate(actual) && isDate(value))) return false
  const [left, right] = numbers ? [Number(actual), Number(value)] : [actual, value]
  return { 'at-least': left >= right, 'at-most': left <= right, above: left > right, below: left < right }[operator] as boolean
}

/** An oracle for a complaint that is opened with a command; it asks XState which transition is made. */
export function xstateOracle(definition: WorkflowDefinition): (opening: ComplaintCommand) => Oracle {
  const states = Object.entries(toXState(definition).states)
  const stepOf = new Map(states.map(([key, { meta }]) => [key, meta.step]))
  const eventOf = new Map(states.flatMap(([, { on = {} }]) => Object.entries(on).map(([event, [one]]) => [one?.meta.command, event])))
  const machine = machineOf(definition)
  return (opening) => {
    let [snapshot] = initialTransition(machine, opening as Loose) as Loose
    const state = (of: Loose = snapshot): OracleState => stateOf(of.context, stepOf.get(of.value) as string, definition)
    const next = (command: ComplaintCommand): Loose => {
      const { expectedSequence = snapshot.context.sequence } = command
      if (expectedSequence !== snapshot.context.sequence || !eventOf.has(command.type)) return snapshot
      return transition(machine, snapshot, { type: eventOf.get(command.type) as string, command, from: state() } as Loose)[0]
    }
    const answer = (to: Loose): OracleAnswer => {
      const accepted = to.context.sequence > snapshot.context.sequence
      return { accepted, state: state(to), move: accepted ? to.context.move : '' }
    }
    return {
      state: () => state(),
      ask: (command) => answer(next(command)),
      give: (command) => {
        const to = next(command)
        const given = answer(to)
        snapshot = to
        return given
      },
    }
  }
}
