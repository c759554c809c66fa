import type { ReadWorkflow } from '../workflow/compiled.js'
import { approving, PREVIOUS, proposing } from '../workflow/wellKnown.js'
import type { LogEvent } from './readLog.js'

/** Events that mean something to an analysis, whatever the definition. */
export const EVALUATED = 'ComplaintEvaluated'
export const MERGED = 'ComplaintMerged'
export const RESPONDED = 'CustomerResponseRecorded'
export const SENT_BACK = 'SolutionSentBack'
export const EXTENDED = 'DeadlineExtended'

/** What closes a complaint, and ends a wait, where no definition tells. */
const CLOSING: ReadonlySet<string> = new Set(['ComplaintClosed', 'RejectionFiled', 'ComplaintWithdrawn', MERGED])
const REPLIED = 'CustomerReplied'

/** Where a complaint stood before an event. */
export interface Standing {
  readonly step: string
  readonly returnTo: readonly string[]
}

/** Whether a complaint is closed after an event, which may begin a new cycle. */
export function isClosedAfter({ type, step, workflow }: LogEvent, wasClosed: boolean, isNewCycle: boolean): boolean {
  if (workflow !== undefined) return workflow.steps.get(step)?.final === true
  return CLOSING.has(type) || (wasClosed && !isNewCycle)
}

/** Whether an event brings a complaint back from where it waited. */
export function comesBack(event: LogEvent, { step, returnTo }: Standing): boolean {
  if (event.workflow === undefined) return event.type === REPLIED
  for (const { move, index } of event.workflow.steps.get(step)?.emitted.get(event.type) ?? []) {
    if (index < move.emits.length - 1 || (event.command !== undefined && event.command !== move.on)) continue
    const to = move.to === PREVIOUS ? returnTo.at(-1) : move.to
    if (to === event.step) return move.to === PREVIOUS
  }
  return false
}

/** Whether an event carries a proposed solution. */
export function proposes({ type, workflow }: LogEvent): boolean {
  return workflow === undefined ? type === proposing.event : workflow.proposals.has(type)
}

/** Whether a solution is approved by an event. */
export function approves({ type, workflow }: LogEvent): boolean {
  return workflow === undefined ? type === approving.event : approvalsOf(workflow).has(type)
}

const approvals = new WeakMap<ReadWorkflow, ReadonlySet<string>>()

/** The events that approve: the well-known one, or the first one of a move that approves and does not emit that. */
function approvalsOf(workflow: ReadWorkflow): ReadonlySet<string> {
  const known = approvals.get(workflow)
  if (known !== undefined) return known
  const moves = [...workflow.steps.values()].flatMap((step) => step.moves).filter((move) => move.approves)
  const found = new Set(moves.map(({ emits }) => (emits.includes(approving.event) ? approving.event : (emits[0] as string))))
  approvals.set(workflow, found)
  return found
}
