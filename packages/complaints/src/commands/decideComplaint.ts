import type { Issue, JsonValue } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, describeValue, ownValue, throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { readAmounts } from '../fields/readFields.js'
import { readSettledState } from '../history/readSettledState.js'
import type { ComplaintState, ProposedSolution } from '../history/types.js'
import type { ReadMove, ReadStep, ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { recording } from '../workflow/wellKnown.js'
import { definitionOf, emitEvents } from './emitEvents.js'
import { movesFrom, targetOf } from './movesFrom.js'
import { type ReadCommand, readCommand } from './readCommand.js'
import { type Situation, withoutRepeats } from './reasons.js'
import type { CommandCase, Decision, RefusalReason } from './types.js'
import { approvalOf } from './weighLimits.js'
import { weighMove } from './weighMove.js'

/**
 * Decides what comes of a command: events, or every reason against it.
 *
 * Of several moves on the command in the complaint's step, the first that can be made is made. Where none can, the reasons against those
 * whose condition is met are given, or where there are none, against all of them.
 *
 * @param subject - `command`: what someone wants done, and who; `state`: where the complaint stands.
 * @param definition - The definition that the complaint is handled by.
 * @returns The events that happen, for the host to append, or the reasons why nothing does. An event that approves a solution names its amount.
 * @throws {@link InputError} if anything is not as stated, with every issue: also if the state was made with another definition, the command
 * names another complaint, or approves another amount than the one proposed.
 * @see Textbook §5, the eight steps. Chassaing, J. (2021), "Functional event sourcing decider".
 * @example
 * import { decideComplaint, openComplaint, replayComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', ...call, ...told }, eightSteps)
 * const state = replayComplaint(opened.ok ? opened.events : [], eightSteps)
 * const judge = { type: 'judgeComplaint', ...call, verdict: 'upheld', grounds: 'It does leak.' }
 * const early = decideComplaint({ command: judge, state }, eightSteps)
 * early.ok || early.reasons.map(({ code, params }) => [code, 'need' in params && params.need]) //=> [['evidence', 'SympathyExpressed']]
 * const sorry = decideComplaint({ command: { type: 'expressSympathy', ...call }, state }, eightSteps)
 * sorry.ok && sorry.events.map(({ type, step }) => [type, step]) //=> [['SympathyExpressed', 'recorded']]
 */
export function decideComplaint(subject: CommandCase, definition: WorkflowDefinition): Decision {
  const issues: Issue[] = []
  return decide(subject, readWorkflow(definition, ['definition'], issues), issues)
}

/** The same under a definition that is read already; undefined where something is wrong with it, which the issues tell. */
export function decide(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[] = []): Decision {
  const situation = readSituation(subject, workflow, issues)
  throwIssues(issues)
  const decision = decideThere(situation as Situation, issues)
  throwIssues(issues)
  return decision
}

function readSituation(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[]): Situation | undefined {
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['command', 'state'], [], issues)
  const command = readCommand(ownValue(subject, 'command'), ['command'], issues)
  const state = readSettledState(ownValue(subject, 'state'), workflow, ['state'], issues)
  if (command === undefined || state === undefined || workflow === undefined) return undefined
  const { complaint } = state
  if (command.complaint !== undefined && command.complaint !== complaint) {
    const params = { allowed: [describeValue(complaint)], actual: describeValue(command.complaint) }
    issues.push(createIssue('not-allowed', ['command', 'complaint'], params))
  }
  if (command.fields['into'] === complaint) {
    issues.push(createIssue('reserved-name', ['command', 'into'], { actual: describeValue(complaint) }))
  }
  return { command, state, workflow }
}

function decideThere(situation: Situation, issues: Issue[]): Decision {
  const { command, state, workflow } = situation
  const { policy } = workflow
  const step = workflow.steps.get(state.step) as ReadStep
  const moves = movesFrom(step.on.get(command.type) ?? [], state)
  const conflicts = conflictsOf(command, state)
  // Of a conflict, another proposal than the one that was seen may be a part.
  if (conflicts.length === 0 && moves.some(({ approves, proposes }) => approves && !proposes)) checkApproved(situation, issues)
  const weighed = moves.map((move) => ({ move, reasons: weighMove(move, situation) }))
  const made = conflicts.length === 0 ? weighed.find(({ reasons }) => reasons.length === 0) : undefined
  if (made !== undefined) return { ok: true, events: eventsOf(made.move, situation), policies: [policy] }
  const against = moves.length === 0 ? [unknownHere(command.type, step, workflow)] : reasonsAgainst(weighed.map(({ reasons }) => reasons))
  const [first, ...more] = [...conflicts, ...against]
  return { ok: false, reasons: [first as RefusalReason, ...more], policies: [policy] }
}

/** Checks that a command which approves an amount approves the one that was proposed. */
function checkApproved({ command: { fields }, state: { proposal } }: Situation, issues: Issue[]): void {
  if (proposal === null) return
  const { amount = null, currency = null } = fields
  if (amount !== null && !isAmountOf(proposal, amount as string, currency)) {
    const expected = proposal.amount === null ? '0' : `${proposal.amount} ${proposal.currency}`
    issues.push(createIssue('outdated-input', ['command', 'amount'], { expected, actual: `${String(amount)} ${String(currency)}` }))
  } else if (currency !== null && proposal.currency !== null && currency !== proposal.currency) {
    issues.push(createIssue('outdated-input', ['command', 'currency'], { expected: proposal.currency, actual: String(currency) }))
  }
}

function isAmountOf({ amount, currency }: ProposedSolution, approved: string, approvedCurrency: JsonValue): boolean {
  return amount === null ? new Decimal(approved).isZero() : new Decimal(amount).eq(approved) && currency === approvedCurrency
}

function conflictsOf({ expectedSequence }: ReadCommand, { sequence }: ComplaintState): readonly RefusalReason[] {
  if (expectedSequence === undefined || expectedSequence === sequence) return []
  return [{ code: 'conflict', params: { expected: expectedSequence, actual: sequence } }]
}

function unknownHere(command: string, { id, final }: ReadStep, { commands }: ReadWorkflow): RefusalReason {
  const steps = commands.get(command)
  if (steps === undefined && command !== recording.command) {
    return { code: 'unknown-command', params: { command, known: [...commands.keys()] } }
  }
  if (final) return { code: 'closed', params: { command, step: id } }
  // A step that knows the command as a way back, and has nowhere to go back to, is no help.
  return { code: 'not-in-this-step', params: { command, step: id, steps: (steps ?? []).filter((one) => one !== id) } }
}

/** The reasons against the moves whose condition is met, or against all of them, each once; none where one of them can be made. */
function reasonsAgainst(weighed: readonly (readonly RefusalReason[])[]): readonly RefusalReason[] {
  if (weighed.some((reasons) => reasons.length === 0)) return []
  const near = weighed.filter((reasons) => reasons.every(({ code }) => code !== 'condition'))
  return withoutRepeats((near.length > 0 ? near : weighed).flat())
}

function eventsOf(move: ReadMove, { command, state, workflow }: Situation): ReturnType<typeof emitEvents> {
  const { complaint, sequence, step } = state
  const cycle = move.startsCycle ? state.cycle + 1 : state.cycle
  const approved = { ...command.fields, ...approvalOf(move, state, command.fields) }
  const fields = { ...approved, ...readAmounts(approved, [], []) }
  return emitEvents(
    move.emits,
    { ...command, fields },
    { complaint, sequence, from: step, to: targetOf(move, state), cycle, definition: definitionOf(workflow.policy) },
  )
}
