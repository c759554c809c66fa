import type { Issue } from '@clientele/core'
import { type Check, checkAgrees, checkAmong, checkFlag, checkMade, checkText, createIssue, listOf, membersOf } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { ShortestPath } from '../workflow/types.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'

const checkShape: Check = membersOf({ reachable: checkFlag, commands: listOf(checkText), steps: listOf(checkText) })

/** Reads the definition; adds an issue for all that is wrong with it or a path, and where it does not lead along the definition's moves. */
export function checkPathOfWorkflow(value: unknown, document: unknown, issues: Issue[]): ReadWorkflow | undefined {
  const workflow = readWorkflow(document, ['definition'], issues)
  checkMade(value, 'path', checkShape, workflow && [workflow.policy], issues)
  if (issues.length > 0 || workflow === undefined) return undefined
  const { reachable, commands, steps } = value as ShortestPath
  if (!reachable) checkAgrees({ commands, steps }, { commands: [], steps: [] }, ['path'], issues)
  if (steps.length !== commands.length) {
    issues.push(createIssue('wrong-length', ['path', 'steps'], { expected: commands.length, actual: steps.length }))
    return undefined
  }
  steps.forEach((to, index) => checkLeg({ from: steps[index - 1], command: commands[index] as string, to }, index, workflow, issues))
  return workflow
}

interface Leg {
  /** Not known of the first one. */
  readonly from: string | undefined
  readonly command: string
  readonly to: string
}

function checkLeg({ from, command, to }: Leg, index: number, { steps }: ReadWorkflow, issues: Issue[]): void {
  const begins = [...steps.values()].filter(({ id }) => from === undefined || id === from)
  const known = begins.flatMap(({ on }) => [...on.keys()])
  const targets = begins.flatMap(({ id, on }) => (on.get(command) ?? []).map((move) => (move.to === STAY ? id : move.to)))
  if (targets.length === 0) checkAmong(command, known, ['path', 'commands', index], issues)
  else checkAmong(to, targets.includes(PREVIOUS) ? [...steps.keys()] : targets, ['path', 'steps', index], issues)
}
