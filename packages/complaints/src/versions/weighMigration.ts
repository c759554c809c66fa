import { migratedReturnTo, migratedStep } from '../history/applyMigration.js'
import type { ComplaintState } from '../history/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'

/** Where a complaint goes under another definition. */
export interface Destination {
  readonly step: string
  readonly returnTo: readonly string[]
  /** Whether the definition has the step. */
  readonly exists: boolean
  /** The steps to go back to that the definition does not have. */
  readonly lost: readonly string[]
}

/** Tells where a complaint goes under another definition. */
export function weighMigration({ step, returnTo, definition }: ComplaintState, workflow: ReadWorkflow): Destination {
  const target = migratedStep(step, definition, workflow)
  const back = migratedReturnTo(returnTo, target, definition, workflow)
  return { step: target, returnTo: back, exists: workflow.steps.has(target), lost: back.filter((one) => !workflow.steps.has(one)) }
}
