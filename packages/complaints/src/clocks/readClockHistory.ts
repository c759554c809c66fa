import type { Issue, Path } from '@clientele/core'
import { checkCalendarDate, checkList, checkText, createIssue, reportType } from '@clientele/core/checks'
import { type Instant, readMoment } from '@clientele/core/clocks'
import { parseDay } from '@clientele/core/days'
import { isBlank } from '../fields/readFields.js'
import { checkSaid } from '../history/checkSaid.js'
import { cycleOf, type EventBefore } from '../history/cycleOf.js'
import { isSameDefinition } from '../history/readDefinitionReference.js'
import { type ReadEvent, readEvent } from '../history/readEvent.js'
import { type ReadWorkflows, workflowOf } from '../history/replayComplaint.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import type { ClockState } from '../workflow/types.js'

/** What clocks see of an event. */
export interface ClockEvent {
  readonly index: number
  readonly type: string
  /** When it happened; of one that steps back behind an earlier one, when that one did. */
  readonly moment: Instant
  readonly cycle: number
  /** The step it leads to, and what that means for clocks. */
  readonly step: string
  readonly clocks: { readonly [clock: string]: ClockState }
  /** Whether that step is a final one. */
  readonly isFinal: boolean
  /** The complaint's priority from then on; null where none is told yet. */
  readonly priority: string | null
  /** Where it extends clocks: to the end of which date, as days since 1970-01-01, and which clock, where it names one. */
  readonly extension: { readonly until: number; readonly clock: string | undefined } | undefined
}

/** A complaint's history, as far as clocks go by it. */
export interface ClockHistory {
  readonly complaint: string
  readonly events: readonly ClockEvent[]
}

const NO_CLOCKS: ClockEvent['clocks'] = {}

/** Reads a history, or adds what is wrong with its first damaged event and returns undefined; where definitions are unknown, events are read by themselves. */
export function readClockHistory(
  value: unknown,
  workflows: ReadWorkflows | undefined,
  extending: ReadonlySet<string>,
  issues: Issue[],
): ClockHistory | undefined {
  if (!checkList(value, ['events'], issues, { filled: true })) return undefined
  const known = issues.length
  const events: ClockEvent[] = []
  let before: EventBefore | undefined
  let workflow: ReadWorkflow | undefined
  let complaint: string | undefined
  for (let index = 0; index < value.length; index += 1) {
    const event = readEvent(value[index], [index], issues)
    if (event === undefined) return undefined
    complaint ??= event.complaint
    if (workflows !== undefined && !(workflow !== undefined && isSameDefinition(event.definition, workflow.policy))) {
      workflow = workflowOf(event, workflows, index, issues)
    }
    const last = events.at(-1)
    const cycle = before === undefined ? (event.cycle ?? 1) : cycleOf(event, before)
    checkPlace(event, index, complaint, last, issues)
    const step = workflow?.steps.get(event.step)
    if (workflow !== undefined && step === undefined) checkSaid(event.step, [...workflow.steps.keys()], [index, 'step'], issues)
    const read = readMoment(event.at, [index, 'at'], issues)
    const priority = readPriority(event, [index, 'priority'], issues)
    const extension = extending.has(event.type) ? readExtension(event, [index], issues) : undefined
    if (issues.length > known) return undefined
    const moment = read as Instant
    events.push({
      index,
      type: event.type,
      moment: last !== undefined && last.moment > moment ? last.moment : moment,
      cycle,
      step: event.step,
      clocks: step?.document.clocks ?? NO_CLOCKS,
      isFinal: step?.final === true,
      priority: priority ?? last?.priority ?? null,
      extension,
    })
    // What was just read is nobody else's: a copy of every event would cost more than to read it.
    before = Object.assign(event, { inCycle: cycle, workflow })
  }
  return { complaint: complaint as string, events }
}

function checkPlace({ complaint, sequence, cycle }: ReadEvent, index: number, first: string, last: ClockEvent | undefined, issues: Issue[]): void {
  if (complaint !== first) checkSaid(complaint, [first], [index, 'complaint'], issues)
  if (sequence !== index + 1) {
    issues.push(createIssue('out-of-sequence', [index, 'sequence'], { expected: String(index + 1), actual: String(sequence) }))
  }
  if (cycle === undefined) return
  const possible = last === undefined ? [1] : [last.cycle, last.cycle + 1]
  if (!possible.includes(cycle)) checkSaid(cycle, possible, [index, 'cycle'], issues)
}

function readPriority({ fields }: ReadEvent, path: Path, issues: Issue[]): string | undefined {
  const { priority } = fields
  if (isBlank(priority)) return undefined
  if (typeof priority === 'string') return priority
  reportType(priority, path, issues, 'string')
  return undefined
}

function readExtension({ fields }: ReadEvent, path: Path, issues: Issue[]): NonNullable<ClockEvent['extension']> | undefined {
  const { until, clock } = fields
  if (!isBlank(clock)) checkText(clock, [...path, 'clock'], issues)
  if (checkCalendarDate(until, [...path, 'until'], issues) === undefined) return undefined
  return { until: parseDay(until), clock: isBlank(clock) ? undefined : (clock as string) }
}
