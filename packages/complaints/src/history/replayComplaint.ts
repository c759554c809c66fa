import type { Issue, Path } from '@clientele/core'
import { checkList, checkUnique, createIssue, throwIssues } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { applyEvent } from './applyEvent.js'
import { type Draft, stateOf } from './draft.js'
import { definitionText, isSameDefinition } from './readDefinitionReference.js'
import { type ReadEvent, readEvent } from './readEvent.js'
import type { ComplaintEvent, ComplaintState, DefinitionReference } from './types.js'

/**
 * Tells where a complaint stands after all that has happened to it.
 *
 * @param events - Its whole history from the first event on, in order.
 * @param definitions - The definition that the events were written with, or a list of all versions that any of them names; each event is
 * read under its own.
 * @returns Where the complaint stands: what {@link evolveComplaint} gives event by event.
 * @throws {@link InputError} if anything is not as stated. Of a damaged history (an event missing, doubled, out of order, of another
 * complaint, or one that nothing brings about there) it tells what is wrong with the first such event; paths start at its index.
 * @example
 * import { openComplaint, replayComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by, ...told }, eightSteps)
 * const state = replayComplaint(decision.ok ? decision.events : [], eightSteps)
 * state.sequence //=> 2
 * Object.keys(state.facts) //=> ['ComplaintRecorded', 'ReceiptAcknowledged']
 */
export function replayComplaint(events: readonly ComplaintEvent[], definitions: WorkflowDefinition | readonly WorkflowDefinition[]): ComplaintState {
  const issues: Issue[] = []
  return replay(events, readWorkflows(definitions, issues), issues)
}

/** Definitions that are read, by id and version. */
export type ReadWorkflows = ReadonlyMap<string, ReadWorkflow>

/** The same under definitions that are read already. */
export function replay(events: unknown, workflows: ReadWorkflows, issues: Issue[] = []): ComplaintState {
  const history = checkList(events, ['events'], issues, { filled: true }) ? events : []
  throwIssues(issues)
  let draft: Draft | null = null
  let workflow: ReadWorkflow | undefined
  for (let index = 0; index < history.length; index += 1) {
    const event = readEvent(history[index], [index], issues)
    if (event !== undefined && !(workflow !== undefined && isSameDefinition(event.definition, workflow.policy))) {
      workflow = workflowOf(event, workflows, index, issues)
    }
    throwIssues(issues)
    draft = applyEvent(draft, event as ReadEvent, workflow as ReadWorkflow, [index], issues)
    throwIssues(issues)
  }
  return stateOf(draft as Draft, workflow as ReadWorkflow)
}

function readWorkflows(definitions: unknown, issues: Issue[]): ReadWorkflows {
  if (!Array.isArray(definitions)) return byName([readWorkflow(definitions, ['definition'], issues)])
  if (definitions.length === 0) issues.push(createIssue('empty', ['definitions'], {}))
  return byName(readVersions(definitions, ['definitions'], issues))
}

/** Reads definitions, each another one, or adds issues; undefined where something is wrong with one. */
export function readVersions(definitions: readonly unknown[], path: Path, issues: Issue[]): readonly (ReadWorkflow | undefined)[] {
  const read = Array.from(definitions, (definition, index) => readWorkflow(definition, [...path, index], issues))
  checkUnique(
    read.map((workflow) => workflow && nameOf(workflow.policy)),
    (index) => [...path, index, 'version'],
    issues,
  )
  return read
}

/** Definitions by what tells each from the others. */
export function byName(workflows: readonly (ReadWorkflow | undefined)[]): ReadWorkflows {
  return new Map(workflows.flatMap((workflow) => (workflow === undefined ? [] : [[nameOf(workflow.policy), workflow]])))
}

/** The definition that an event was written with, or adds an issue and returns undefined. */
export function workflowOf({ definition }: ReadEvent, workflows: ReadWorkflows, index: number, issues: Issue[]): ReadWorkflow | undefined {
  const workflow = workflows.get(nameOf(definition))
  if (workflow === undefined) {
    const expected = [...workflows.values()].map(({ policy }) => definitionText(policy)).join(', ')
    issues.push(createIssue('other-policy', [index, 'definition'], { expected, actual: definitionText(definition) }))
  }
  return workflow
}

/** What tells a definition from the others. */
export function nameOf({ id, version }: DefinitionReference): string {
  return JSON.stringify([id, version])
}
