import {
  type Actor,
  type CompiledWorkflow,
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintState,
  compileWorkflow,
  type Decision,
  decideComplaint,
  type RefusalReason,
  type WorkflowDefinition,
} from '../src/index.js'
import { eightSteps } from '../src/templates.js'

export const at = '2024-03-01T09:00:00+08:00'
export const agent: Actor = { id: 'li', role: 'agent' }
export const manager: Actor = { id: 'chen', role: 'manager' }
export const director: Actor = { id: 'zhao', role: 'director' }

/** What a command tells, and who gives it if not the agent. */
export type Told = Partial<ComplaintCommand> & { readonly type: string }

/** A command at the usual moment, by the agent unless told otherwise. */
export function command(told: Told): ComplaintCommand {
  return { at, by: agent, ...told }
}

/** The events of a complaint that is just recorded. */
export function opened(definition: WorkflowDefinition = eightSteps, complaint = 'C-1'): readonly ComplaintEvent[] {
  const told = { complaint, customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
  return eventsOf(ready(definition).openComplaint({ type: 'recordComplaint', at, by: agent, ...told }))
}

/** The events of a decision that must be for a command. */
export function eventsOf(decision: Decision): readonly ComplaintEvent[] {
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons))
  return decision.events
}

const compiled = new WeakMap<WorkflowDefinition, CompiledWorkflow>()

/** A definition made ready once: nobody here alters one. */
export function ready(definition: WorkflowDefinition = eightSteps): CompiledWorkflow {
  const known = compiled.get(definition) ?? compileWorkflow(definition)
  compiled.set(definition, known)
  return known
}

/** The events of a complaint after commands that are all accepted. */
export function after(commands: readonly Told[], definition: WorkflowDefinition = eightSteps): readonly ComplaintEvent[] {
  const { decideComplaint: decide, replayComplaint: replay } = ready(definition)
  let events = opened(definition)
  for (const told of commands) events = [...events, ...eventsOf(decide({ command: command(told), state: replay(events) }))]
  return events
}

/** Where a complaint stands after commands that are all accepted. */
export function stateAfter(commands: readonly Told[], definition: WorkflowDefinition = eightSteps): ComplaintState {
  return ready(definition).replayComplaint(after(commands, definition))
}

/** The commands of the eight steps, from the first feelings to the end. */
export const settled: readonly Told[] = [
  { type: 'expressSympathy' },
  { type: 'judgeComplaint', verdict: 'upheld', grounds: 'It does leak.' },
  { type: 'assignDepartment', department: 'works' },
  { type: 'analyseCause', cause: 'product-or-service-defect' },
  { type: 'proposeSolution', remedy: 'a new kettle', amount: 120, currency: 'CNY' },
  { type: 'approveSolution', by: manager, paidToCustomer: '0' },
  { type: 'notifyCustomer' },
  { type: 'carryOutSolution' },
  { type: 'recordCustomerResponse', response: 'accepted' },
  { type: 'evaluateComplaint' },
]

/** What comes of a command after others that are all accepted. */
export function decided(told: Told, before: readonly Told[] = [], definition: WorkflowDefinition = eightSteps): Decision {
  return decideComplaint({ command: command(told), state: stateAfter(before, definition) }, definition)
}

/** The types of the events that come of a command, and where they lead; or why it is refused, each reason in a few words. */
export function outcome(decision: Decision): string[] {
  return decision.ok ? decision.events.map(({ type, step }) => `${type} → ${step}`) : decision.reasons.map(inWords)
}

function inWords(reason: RefusalReason): string {
  const { code, params } = reason
  if (code === 'conflict') return `${code} ${params.expected} ${params.actual}`
  if (code === 'condition') return `${code} ${params.trace.map(({ path, actual }) => `${path.join('.')} ${JSON.stringify(actual)}`).join(', ')}`
  if (code === 'evidence') return `${code} ${params.need}${params.type === 'event' ? ` by ${params.commands.join(', ')}` : ''}`
  if (code === 'role') return `${code} ${params.role}: ${params.allowed.join(', ')}`
  if (code === 'same-person') return `${code} ${params.person}: ${params.as}`
  if (code === 'over-limit') return `${code} ${params.role} ${params.total} ${params.currency}: ${params.upTo}; ${params.roles.join(', ')}`
  return code === 'not-in-this-step' ? `${code} ${params.step}: ${params.steps.join(', ')}` : `${code} ${params.command}`
}
