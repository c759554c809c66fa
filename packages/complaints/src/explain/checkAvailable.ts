import type { Issue, Path } from '@clientele/core'
import { type Check, checkAmong, checkFlag, checkMade, checkText, filled, listOf, membersOf, orNull } from '@clientele/core/checks'
import type { AvailableCommand, AvailableCommands } from '../commands/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import { checkReason, checkReasonOfWorkflow } from './checkReason.js'

const texts = listOf(checkText)
const told = { allowed: checkFlag, needs: texts, reasons: listOf(checkReason) }

const checkShape: Check = membersOf({
  step: checkText,
  commands: listOf(membersOf({ type: checkText, ...told, moves: filled(membersOf({ to: checkText, emits: filled(checkText), ...told })) })),
  responsible: orNull(checkText),
})

/** Reads the definition; adds an issue for all that is wrong with it or what can be done, and where another definition tells it, also one of the same version. */
export function checkAvailableOfWorkflow(value: unknown, document: unknown, issues: Issue[]): ReadWorkflow | undefined {
  const workflow = readWorkflow(document, ['definition'], issues)
  checkMade(value, 'available', checkShape, workflow && [workflow.policy], issues)
  if (issues.length > 0 || workflow === undefined) return undefined
  const { step, commands } = value as AvailableCommands
  const known = [...(workflow.steps.get(step)?.on.keys() ?? [])]
  checkAmong(step, [...workflow.steps.keys()], ['available', 'step'], issues)
  commands.forEach((command, index) => checkCommand(command, known, workflow, ['available', 'commands', index], issues))
  return workflow
}

function checkCommand(
  { type, reasons, moves }: AvailableCommand,
  known: readonly string[],
  workflow: ReadWorkflow,
  path: Path,
  issues: Issue[],
): void {
  checkAmong(type, known, [...path, 'type'], issues)
  reasons.forEach((reason, index) => checkReasonOfWorkflow(reason, workflow, [...path, 'reasons', index], issues))
  moves.forEach(({ to }, index) => checkAmong(to, [...workflow.steps.keys()], [...path, 'moves', index, 'to'], issues))
}
