import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkFlag,
  checkMade,
  checkRecord,
  checkSameList,
  createIssue,
  filled,
  isSameList,
} from '@clientele/core/checks'
import type { Decision } from '../commands/types.js'
import { definitionText, isSameDefinition, readDefinitionReference } from '../history/readDefinitionReference.js'
import { type ReadEvent, readEvent } from '../history/readEvent.js'
import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import { migrating, PREVIOUS, recording, STAY } from '../workflow/wellKnown.js'
import { checkReason, checkReasonOfWorkflow } from './checkReason.js'

const checkEvent: Check = (value, path, issues) => {
  readEvent(value, path, issues)
}

const checkShape: Check = (value, path, issues) => {
  if (!checkRecord(value, path, issues)) return
  const { ok, events, reasons } = { ok: undefined, events: undefined, reasons: undefined, ...value }
  checkFlag(ok, [...path, 'ok'], issues)
  if (ok === true) filled(checkEvent)(events, [...path, 'events'], issues)
  if (ok === false) filled(checkReason)(reasons, [...path, 'reasons'], issues)
}

/** Reads the definition; adds an issue for all that is wrong with it or a decision, and where another definition made it, also one of the same version. */
export function checkDecisionOfWorkflow(value: unknown, document: unknown, issues: Issue[]): ReadWorkflow | undefined {
  const workflow = readWorkflow(document, ['definition'], issues)
  checkMade(value, 'decision', checkShape, workflow && [workflow.policy], issues)
  if (issues.length > 0 || workflow === undefined) return undefined
  const decision = value as Decision
  if (decision.ok) checkEvents(decision.events as readonly unknown[], workflow, issues)
  else decision.reasons.forEach((reason, index) => checkReasonOfWorkflow(reason, workflow, ['decision', 'reasons', index], issues))
  return workflow
}

function checkEvents(values: readonly unknown[], workflow: ReadWorkflow, issues: Issue[]): void {
  const path: Path = ['decision', 'events']
  const events = values.map((value, index) => readEvent(value, [...path, index], issues) as ReadEvent)
  const [first] = events as [ReadEvent]
  const { at, by, complaint, command, sequence } = first
  if (command === undefined) issues.push(createIssue('missing', [...path, 0, 'command'], {}))
  events.forEach((event, index) => {
    const place = [...path, index]
    const same = { at, by, complaint, command, sequence: sequence + index }
    checkAgrees(event, same, place, issues)
    checkAmong(event.step, [...workflow.steps.keys()], [...place, 'step'], issues)
    if (isSameDefinition(event.definition, workflow.policy)) return
    const params = { expected: definitionText(workflow.policy), actual: definitionText(event.definition) }
    issues.push(createIssue('other-policy', [...place, 'definition'], params))
  })
  if (first.type === migrating.event) checkOrigin(first.fields['from'], [...path, 0, 'from'], issues)
  if (issues.length === 0) checkEmitted(events, command as string, workflow, path, issues)
}

/** Checks which definition a migration says to come from. */
function checkOrigin(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const { id, version } = { ...value }
  readDefinitionReference({ id, version }, path, issues)
}

function checkEmitted(events: readonly ReadEvent[], command: string, workflow: ReadWorkflow, path: Path, issues: Issue[]): void {
  const types = events.map(({ type }) => type)
  const made = emittedBy(command, workflow)
  if (made.length === 0) checkAmong(command, [recording.command, ...workflow.commands.keys()], [...path, 0, 'command'], issues)
  else if (!made.some((emits) => isSameList(emits, types))) checkSameList(types, made[0] as readonly string[], path, issues)
}

/** The lists of events that a command brings about. */
function emittedBy(command: string, { opening, steps }: ReadWorkflow): readonly (readonly string[])[] {
  if (command === recording.command) return [opening.emits]
  if (command === migrating.command) return [[migrating.event]]
  return [...steps.values()].flatMap((step) => step.on.get(command) ?? []).map(({ emits }) => emits)
}

/** Whether a command of which these are the events began a new cycle. */
export function beginsCycle(
  events: readonly { readonly type: string; readonly step: string; readonly command?: string | undefined }[],
  { steps }: ReadWorkflow,
): boolean {
  const types = events.map(({ type }) => type)
  const { command, step } = { command: '', step: '', ...events.at(-1) }
  const isMade = ({ emits, to }: ReadMove): boolean => isSameList(emits, types) && [step, STAY, PREVIOUS].includes(to)
  const moves = [...steps.values()].flatMap(({ on }) => on.get(command ?? '') ?? []).filter(isMade)
  return moves.length > 0 && moves.every(({ startsCycle }) => startsCycle)
}
