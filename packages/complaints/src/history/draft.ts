import type { JsonValue } from '@clientele/core'
import type { ReadWorkflow } from '../workflow/compiled.js'
import type { ComplaintFact, ComplaintState, DefinitionReference, ProposedSolution } from './types.js'

/** A state while events are applied to it: a copy would cost as much as the state is large, for every event. */
export interface Draft {
  readonly complaint: string
  readonly openedAt: string
  definition: DefinitionReference
  sequence: number
  following: number
  step: string
  returnTo: string[]
  cycle: number
  enteredAt: string
  updatedAt: string
  readonly facts: Map<string, ComplaintFact>
  readonly record: Map<string, JsonValue>
  proposal: ProposedSolution | null
}

/** A draft that begins where a complaint stands. */
export function draftOf(state: ComplaintState): Draft {
  const { closed, ...rest } = state
  return { ...rest, returnTo: [...state.returnTo], facts: new Map(Object.entries(state.facts)), record: new Map(Object.entries(state.record)) }
}

/** Where a draft stands, as plain data. */
export function stateOf(draft: Draft, workflow: ReadWorkflow): ComplaintState {
  const { complaint, definition, sequence, following, step, returnTo, cycle, openedAt, enteredAt, updatedAt, facts, record, proposal } = draft
  return {
    complaint,
    definition,
    sequence,
    following,
    step,
    closed: workflow.steps.get(step)?.final === true,
    returnTo: [...returnTo],
    cycle,
    openedAt,
    enteredAt,
    updatedAt,
    facts: Object.fromEntries(facts),
    record: Object.fromEntries(record),
    proposal,
  }
}
