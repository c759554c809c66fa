import type { Issue, JsonValue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { migrating, proposing, recording } from '../workflow/wellKnown.js'
import { applyMigration } from './applyMigration.js'
import { checkGiven, checkSaid } from './checkSaid.js'
import type { Draft } from './draft.js'
import { findMatch, type Match, reportMismatch } from './findMatch.js'
import { definitionText, isSameDefinition } from './readDefinitionReference.js'
import type { ReadEvent } from './readEvent.js'
import { returnToAfter } from './returnToAfter.js'
import type { ComplaintFact, ProposedSolution } from './types.js'

/** Applies an event of a definition to a draft, or to nothing where it is the first one; or adds issues, and the draft is not to be used any more. */
export function applyEvent(draft: Draft | null, event: ReadEvent, workflow: ReadWorkflow, path: Path, issues: Issue[]): Draft | null {
  if (draft === null) return begin(event, workflow, path, issues)
  const before = issues.length
  checkPlace(draft, event, path, issues)
  const migrates = event.type === migrating.event
  if (!migrates) checkDefinition(draft, event, path, issues)
  if (issues.length > before) return draft
  if (migrates) applyMigration(draft, event, workflow, path, issues)
  else {
    const match = findMatch(draft, event, workflow)
    if (match === undefined) reportMismatch(draft, event, workflow, path, issues)
    else move(draft, event, match, workflow)
  }
  draft.sequence = event.sequence
  draft.updatedAt = event.at
  return draft
}

function checkPlace(draft: Draft, { complaint, sequence }: ReadEvent, path: Path, issues: Issue[]): void {
  if (complaint !== draft.complaint) checkSaid(complaint, [draft.complaint], [...path, 'complaint'], issues)
  if (sequence !== draft.sequence + 1) reportSequence(sequence, draft.sequence + 1, path, issues)
}

function reportSequence(actual: number, expected: number, path: Path, issues: Issue[]): void {
  issues.push(createIssue('out-of-sequence', [...path, 'sequence'], { expected: String(expected), actual: String(actual) }))
}

function checkDefinition(draft: Draft, { definition }: ReadEvent, path: Path, issues: Issue[]): void {
  if (isSameDefinition(definition, draft.definition)) return
  issues.push(
    createIssue('other-policy', [...path, 'definition'], { expected: definitionText(draft.definition), actual: definitionText(definition) }),
  )
}

function begin(event: ReadEvent, { opening, initial }: ReadWorkflow, path: Path, issues: Issue[]): Draft | null {
  const { complaint, definition, at, sequence } = event
  if (sequence !== 1) reportSequence(sequence, 1, path, issues)
  checkSaid(event.type, opening.emits.slice(0, 1), [...path, 'type'], issues)
  checkSaid(event.step, [initial], [...path, 'step'], issues)
  checkGiven(event.command, recording.command, [...path, 'command'], issues)
  checkGiven(event.cycle, 1, [...path, 'cycle'], issues)
  checkGiven(event.following, opening.emits.length - 1, [...path, 'following'], issues)
  const fresh = { complaint, definition, sequence, following: event.following ?? 0, step: initial, returnTo: [], cycle: 1 }
  const times = { openedAt: at, enteredAt: at, updatedAt: at }
  const facts = new Map([[event.type, factOf(event)]])
  const proposal = opening.emits.includes(proposing.event) ? proposalOf(event) : null
  return { ...fresh, ...times, facts, record: new Map(Object.entries(event.fields)), proposal }
}

function move(draft: Draft, event: ReadEvent, { step, cycle, following, proposes }: Match, workflow: ReadWorkflow): void {
  if (cycle > draft.cycle) {
    draft.facts.clear()
    draft.proposal = null
    draft.cycle = cycle
  }
  draft.facts.set(event.type, factOf(event))
  if (proposes) draft.proposal = proposalOf(event)
  for (const field of Object.keys(event.fields)) draft.record.set(field, event.fields[field] as JsonValue)
  // Of a command that says how many of its events follow, all of them can be counted.
  draft.following = event.following ?? (draft.following === 0 ? 0 : following)
  if (step === draft.step) return
  draft.returnTo = returnToAfter(draft.returnTo, draft.step, step, workflow)
  draft.step = step
  draft.enteredAt = event.at
}

function proposalOf(event: ReadEvent): ProposedSolution {
  const { remedy = null, amount = null, currency = null } = event.fields
  return { remedy, amount: amount as string | null, currency: amount === null ? null : (currency as string), ...factOf(event) }
}

function factOf({ sequence, at, by }: ReadEvent): ComplaintFact {
  return { sequence, at, by }
}
