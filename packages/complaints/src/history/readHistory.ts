import type { Issue, Path } from '@clientele/core'
import { type Check, checkList, createIssue } from '@clientele/core/checks'
import { type Instant, readMoment } from '@clientele/core/clocks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { checkSaid } from './checkSaid.js'
import { cycleOf } from './cycleOf.js'
import { definitionText, isSameDefinition } from './readDefinitionReference.js'
import { type ReadEvent, readEvent } from './readEvent.js'
import { nameOf, type ReadWorkflows } from './replayComplaint.js'

/** An event as part of a history. */
export interface DatedEvent extends ReadEvent {
  /** Its own moment, or that of an earlier event where its own lies before that: a history's order is its sequence. */
  readonly instant: Instant
  readonly isSteppedBack: boolean
  /** Its cycle, which it need not say. */
  readonly inCycle: number
  /** The definition it was written with, where definitions are given. */
  readonly workflow: ReadWorkflow | undefined
}

/** Where issues of a history are told. */
export interface HistoryPaths {
  readonly list: Path
  /** An event's index is added to it. */
  readonly events: Path
}

/**
 * Reads the whole history of one complaint, or adds issues and returns undefined. With definitions each event must name one of them and a step of it; without
 * them the history is read as far as that needs none.
 */
export function readHistory(
  value: unknown,
  { list, events }: HistoryPaths,
  workflows: ReadWorkflows | null,
  issues: Issue[],
): readonly DatedEvent[] | undefined {
  const before = issues.length
  if (!checkList(value, list, issues, { filled: true })) return undefined
  const history: DatedEvent[] = []
  let last: DatedEvent | undefined
  let sequence = 0
  let moment: Instant | undefined
  const checkAt: Check = (at, path, found) => {
    moment = readMoment(at, path, found)
  }
  for (let index = 0; index < value.length; index += 1) {
    const path = [...events, index]
    const event = readEvent(value[index], path, issues, checkAt)
    sequence += 1
    if (event === undefined || moment === undefined) continue
    if (event.sequence !== sequence) {
      issues.push(createIssue('out-of-sequence', [...path, 'sequence'], { expected: String(sequence), actual: String(event.sequence) }))
      // An event that is missing is told once.
      sequence = event.sequence
    }
    if (last !== undefined && event.complaint !== last.complaint) checkSaid(event.complaint, [last.complaint], [...path, 'complaint'], issues)
    const workflow = workflows === null ? undefined : workflowOf(event, last, workflows, path, issues)
    const isSteppedBack = last !== undefined && moment < last.instant
    const instant = last !== undefined && isSteppedBack ? last.instant : moment
    // What was just read is nobody else's: a copy of every event would cost more than to read it.
    last = Object.assign(event, { instant, isSteppedBack, inCycle: readCycle(event, last, path, issues), workflow })
    history.push(last)
  }
  return issues.length === before ? history : undefined
}

/** The definition that an event was written with, or adds an issue and returns undefined. */
function workflowOf(event: ReadEvent, last: DatedEvent | undefined, workflows: ReadWorkflows, path: Path, issues: Issue[]): ReadWorkflow | undefined {
  const { definition, step } = event
  const isSame = last?.workflow !== undefined && isSameDefinition(definition, last.workflow.policy)
  const workflow = isSame ? last.workflow : workflows.get(nameOf(definition))
  if (workflow === undefined) {
    const expected = [...workflows.values()].map(({ policy }) => definitionText(policy)).join(', ')
    issues.push(createIssue('other-policy', [...path, 'definition'], { expected, actual: definitionText(definition) }))
  } else if (!workflow.steps.has(step)) checkSaid(step, [...workflow.steps.keys()], [...path, 'step'], issues)
  return workflow
}

/** The cycle of an event: that of the event before, or the next one; or adds an issue. */
function readCycle(event: ReadEvent, last: DatedEvent | undefined, path: Path, issues: Issue[]): number {
  const cycle = last === undefined ? (event.cycle ?? 1) : cycleOf(event, last)
  const possible = last === undefined ? [1] : [last.inCycle, last.inCycle + 1]
  if (!possible.includes(cycle)) checkSaid(cycle, possible, [...path, 'cycle'], issues)
  return cycle
}
