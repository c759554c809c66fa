import type { Issue } from '@clientele/core'
import { checkKeys, checkMoment, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { readActor } from '../history/readActor.js'
import { readSettledState } from '../history/readSettledState.js'
import type { ReadMove, ReadStep, ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { movesFrom, targetOf } from './movesFrom.js'
import { type Situation, withoutRepeats } from './reasons.js'
import type { AvailabilityCase, AvailableCommand, AvailableCommands, AvailableMove } from './types.js'
import { fieldsIn, weighKnownConditions } from './weighConditions.js'
import { approvalOf, asksForPaid, weighLimit } from './weighLimits.js'
import { weighEvents } from './weighMove.js'
import { weighPeople } from './weighPeople.js'

/**
 * Tells what someone can do with a complaint where it stands, what each command must carry, and what stands against the others.
 *
 * @param subject - `state`: where the complaint stands; `actor`: who would act; `at`: the moment.
 * @param definition - The definition that the complaint is handled by.
 * @returns Every command that the step knows. One that is not allowed is refused whatever it carries; one that is allowed is accepted where its
 * fields are right: those that are needed, as its conditions ask, and amounts within limits.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { availableCommands, openComplaint, replayComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', ...call, ...told }, eightSteps)
 * const state = replayComplaint(opened.ok ? opened.events : [], eightSteps)
 * const { commands, responsible } = availableCommands({ state, actor: call.by, at: call.at }, eightSteps)
 * commands.slice(0, 2).map(({ type, allowed, needs }) => [type, allowed, needs])
 * //=> [['expressSympathy', true, []], ['judgeComplaint', false, ['verdict', 'grounds', 'appealRoute']]]
 * responsible //=> 'agent'
 */
export function availableCommands(subject: AvailabilityCase, definition: WorkflowDefinition): AvailableCommands {
  const issues: Issue[] = []
  return listCommands(subject, readWorkflow(definition, ['definition'], issues), issues)
}

/** The same under a definition that is read already; undefined where something is wrong with it, which the issues tell. */
export function listCommands(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[] = []): AvailableCommands {
  const situation = readSituation(subject, workflow, issues)
  throwIssues(issues)
  return survey(situation as Situation)
}

function readSituation(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[]): Situation | undefined {
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['state', 'actor', 'at'], [], issues)
  const state = readSettledState(ownValue(subject, 'state'), workflow, ['state'], issues)
  const by = readActor(ownValue(subject, 'actor'), ['actor'], issues)
  const at = ownValue(subject, 'at')
  const isMoment = checkMoment(at, ['at'], issues)
  if (state === undefined || by === undefined || !isMoment || workflow === undefined) return undefined
  return { command: { type: '', at, by, expectedSequence: undefined, complaint: undefined, fields: {} }, state, workflow }
}

function survey(situation: Situation): AvailableCommands {
  const { state, workflow } = situation
  const step = workflow.steps.get(state.step) as ReadStep
  const commands = [...step.on].flatMap(([type, moves]) => {
    const there = movesFrom(moves, state)
    return there.length === 0 ? [] : [surveyCommand(type, there, situation)]
  })
  return { step: step.id, commands, responsible: step.document.responsible ?? null, policies: [workflow.policy] }
}

function surveyCommand(type: string, moves: readonly ReadMove[], situation: Situation): AvailableCommand {
  const { command, state, workflow } = situation
  const surveyed = moves.map((move) => surveyMove(move, { command: { ...command, type }, state, workflow }))
  const possible = surveyed.filter(({ allowed }) => allowed)
  const allowed = possible.length > 0
  const needs = [...new Set((allowed ? possible : surveyed).flatMap((move) => move.needs))]
  const reasons = allowed ? [] : withoutRepeats(surveyed.flatMap((move) => move.reasons))
  return { type, allowed, needs, reasons, moves: surveyed }
}

function surveyMove(move: ReadMove, situation: Situation): AvailableMove {
  const { command, state, workflow } = situation
  const { role } = command.by
  const approval = approvalOf(move, state, {})
  const reasons = [
    ...weighKnownConditions(move, situation),
    ...weighEvents(move, situation),
    ...weighPeople(move, situation),
    ...(approval === null ? [] : weighLimit(approval, move, situation)),
  ]
  const paid = approval !== null && asksForPaid(role, approval, workflow) ? ['paidToCustomer'] : []
  const needs = [...new Set([...move.fields, ...move.conditions.flatMap(fieldsIn), ...paid])]
  return { to: targetOf(move, state), emits: move.emits, allowed: reasons.length === 0, needs, reasons }
}
