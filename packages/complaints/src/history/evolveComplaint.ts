import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, ownValue, throwIssues } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { migrating } from '../workflow/wellKnown.js'
import { applyEvent } from './applyEvent.js'
import { type Draft, draftOf, stateOf } from './draft.js'
import { definitionText, isSameDefinition } from './readDefinitionReference.js'
import { type ReadEvent, readEvent } from './readEvent.js'
import { readState } from './readState.js'
import type { ComplaintState, EvolutionCase } from './types.js'

/**
 * Applies an event to where a complaint stands.
 *
 * @param subject - `state`: where it stands, null before the first event; `event`: the next event of its history.
 * @param definition - The definition that the event was written with.
 * @returns Where the complaint stands then.
 * @throws {@link InputError} if anything is not as stated, with every issue: also if the event is not the next one of the complaint, or no
 * command of the definition brings it about there.
 * @see Chassaing, J. (2021), "Functional event sourcing decider": decide, evolve and an initial state.
 * @example
 * import { evolveComplaint, openComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by, ...told }, eightSteps)
 * const [recorded] = decision.ok ? decision.events : []
 * const state = recorded && evolveComplaint({ state: null, event: recorded }, eightSteps)
 * state?.step //=> 'recorded'
 * state?.record //=> { customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' }
 */
export function evolveComplaint(subject: EvolutionCase, definition: WorkflowDefinition): ComplaintState {
  const issues: Issue[] = []
  return evolve(subject, readWorkflow(definition, ['definition'], issues), issues)
}

/** The same under a definition that is read already; undefined where something is wrong with it, which the issues tell. */
export function evolve(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[] = []): ComplaintState {
  const { draft, event } = readSubject(subject, workflow, issues)
  if (workflow !== undefined && event !== undefined) checkWrittenWith(event, workflow, issues)
  throwIssues(issues)
  const evolved = applyEvent(draft, event as ReadEvent, workflow as ReadWorkflow, ['event'], issues)
  throwIssues(issues)
  return stateOf(evolved as Draft, workflow as ReadWorkflow)
}

interface ReadEvolution {
  readonly draft: Draft | null
  readonly event?: ReadEvent | undefined
}

function readSubject(subject: unknown, workflow: ReadWorkflow | undefined, issues: Issue[]): ReadEvolution {
  if (!checkRecord(subject, ['subject'], issues)) return { draft: null }
  checkKeys(subject, ['state', 'event'], [], issues)
  const event = readEvent(ownValue(subject, 'event'), ['event'], issues)
  const value = ownValue(subject, 'state')
  if (value === null || value === undefined) return { draft: null, event }
  // A migration is written with the definition that the complaint comes under, not with the one it stands under.
  const state = readState(value, event?.type === migrating.event ? undefined : workflow, ['state'], issues)
  return { draft: state === undefined ? null : draftOf(state), event }
}

function checkWrittenWith({ definition }: ReadEvent, { policy }: ReadWorkflow, issues: Issue[]): void {
  if (isSameDefinition(definition, policy)) return
  issues.push(createIssue('other-policy', ['event', 'definition'], { expected: definitionText(policy), actual: definitionText(definition) }))
}
