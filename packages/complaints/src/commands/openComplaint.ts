import type { Issue } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { recording } from '../workflow/wellKnown.js'
import { definitionOf, emitEvents } from './emitEvents.js'
import { lacks, type ReadCommand, readCommand } from './readCommand.js'
import { lacksField } from './reasons.js'
import type { Decision, RecordComplaint, RefusalReason } from './types.js'

/**
 * Decides whether a complaint is opened.
 *
 * @param command - `recordComplaint`, with the complaint's id, which is new, and what the definition's opening needs.
 * @param definition - How complaints are handled.
 * @returns The first events of the complaint, or every reason against it: `evidence` for each field that is lacking, `conflict` where
 * `expectedSequence` is not 0, `unknown-command` for another command.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Textbook §5, step 1: record the complaint.
 * @example
 * import { openComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ ...call, ...told }, eightSteps)
 * decision.ok && decision.events.map(({ sequence, type }) => [sequence, type]) //=> [[1, 'ComplaintRecorded'], [2, 'ReceiptAcknowledged']]
 * const refused = openComplaint({ ...call, ...told, description: '' }, eightSteps)
 * refused.ok || refused.reasons //=> [{ code: 'evidence', params: { need: 'description', type: 'field' } }]
 */
export function openComplaint(command: RecordComplaint, definition: WorkflowDefinition): Decision {
  const issues: Issue[] = []
  return open(command, readWorkflow(definition, ['definition'], issues), issues)
}

/** The same under a definition that is read already; undefined where something is wrong with it, which the issues tell. */
export function open(command: unknown, workflow: ReadWorkflow | undefined, issues: Issue[] = []): Decision {
  const read = readCommand(command, ['command'], issues)
  if (workflow !== undefined && read !== undefined && read.complaint === undefined && !workflow.opening.needs.includes('complaint')) {
    issues.push(createIssue('missing', ['command', 'complaint'], {}))
  }
  throwIssues(issues)
  return openThere(read as ReadCommand, workflow as ReadWorkflow)
}

function openThere(command: ReadCommand, { policy, opening, initial }: ReadWorkflow): Decision {
  const reasons = reasonsAgainst(command, opening.needs)
  const [first, ...more] = reasons
  if (first !== undefined) return { ok: false, reasons: [first, ...more], policies: [policy] }
  const place = { complaint: command.complaint as string, sequence: 0, from: initial, to: initial, cycle: 1, definition: definitionOf(policy) }
  return { ok: true, events: emitEvents(opening.emits, command, place), policies: [policy] }
}

function reasonsAgainst(command: ReadCommand, needs: readonly string[]): readonly RefusalReason[] {
  const { type, expectedSequence = 0 } = command
  const conflicts: RefusalReason[] = expectedSequence === 0 ? [] : [{ code: 'conflict', params: { expected: expectedSequence, actual: 0 } }]
  if (type !== recording.command) return [...conflicts, { code: 'unknown-command', params: { command: type, known: [recording.command] } }]
  return [...conflicts, ...needs.filter((need) => lacks(command, need)).map((need) => lacksField(need))]
}
