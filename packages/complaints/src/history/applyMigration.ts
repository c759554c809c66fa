import type { Issue, JsonValue, Path } from '@clientele/core'
import { checkKeys, checkRecord, createIssue, ownValue } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { migrating } from '../workflow/wellKnown.js'
import { checkGiven, checkSaid } from './checkSaid.js'
import type { Draft } from './draft.js'
import { definitionText } from './readDefinitionReference.js'
import type { ReadEvent } from './readEvent.js'
import type { DefinitionReference } from './types.js'

/** Where a step of a version goes under another definition: to what its `migrate` says, or where it is. */
export function migratedStep(step: string, { version }: DefinitionReference, { migrate }: ReadWorkflow): string {
  return migrate.get(String(version))?.get(step) ?? step
}

/** The steps to go back to under another definition: each once, none beyond the step itself, none where that has no way back. */
export function migratedReturnTo(returnTo: readonly string[], step: string, definition: DefinitionReference, workflow: ReadWorkflow): string[] {
  const steps = [...new Set(returnTo.map((one) => migratedStep(one, definition, workflow)))]
  const end = steps.indexOf(step)
  if (workflow.steps.get(step)?.returns !== true) return []
  return end === -1 ? steps : steps.slice(0, end)
}

/** Applies the event by which a complaint comes under another definition; or adds issues. */
export function applyMigration(draft: Draft, event: ReadEvent, workflow: ReadWorkflow, path: Path, issues: Issue[]): void {
  const { definition } = draft
  checkVersion(definition, event.definition, [...path, 'definition'], issues)
  checkOrigin(draft, event.fields['from'], [...path, 'from'], issues)
  checkGiven(event.command, migrating.command, [...path, 'command'], issues)
  checkGiven(event.cycle, draft.cycle, [...path, 'cycle'], issues)
  checkGiven(event.following, 0, [...path, 'following'], issues)
  // What has to come first, only the definition that the complaint leaves knows.
  if (draft.following > 0) checkSaid(event.type, [], [...path, 'type'], issues)
  const step = migratedStep(draft.step, definition, workflow)
  checkSaid(event.step, [step], [...path, 'step'], issues)
  const returnTo = migratedReturnTo(draft.returnTo, step, definition, workflow)
  const lost = [step, ...returnTo].find((one) => !workflow.steps.has(one))
  if (lost !== undefined) checkSaid(lost, [...workflow.steps.keys()], [...path, 'definition'], issues)
  if (step !== draft.step) draft.enteredAt = event.at
  draft.definition = event.definition
  draft.returnTo = returnTo
  draft.step = step
}

function checkVersion(before: DefinitionReference, after: DefinitionReference, path: Path, issues: Issue[]): void {
  if (after.id !== before.id) {
    issues.push(createIssue('other-policy', path, { expected: definitionText({ ...after, id: before.id }), actual: definitionText(after) }))
  } else if (after.version === before.version) {
    issues.push(createIssue('given-elsewhere', [...path, 'version'], { value: String(after.version), place: 'from.version' }))
  }
}

/** Checks that what an event says it migrates from is where the complaint stands. */
function checkOrigin({ definition, step }: Draft, from: JsonValue | undefined, path: Path, issues: Issue[]): void {
  const { id, version } = definition
  const origin: { readonly [key: string]: string | number } = { id, version, step }
  if (!checkRecord(from, path, issues)) return
  checkKeys(from, Object.keys(origin), path, issues)
  for (const [key, expected] of Object.entries(origin)) checkSaid(ownValue(from, key), [expected], [...path, key], issues)
}
