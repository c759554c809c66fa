import type { Issue } from '@clientele/core'
import { readWorkflow } from './readWorkflow.js'

/**
 * Finds everything that is wrong with a workflow's definition.
 *
 * @param value - Anything; see {@link WorkflowDefinition} for what a definition is. It has at most 1,000 steps of at most 1,000 moves.
 * @returns The issues, none for a definition that the verbs take; their paths start at the definition. Whether it is a good one, {@link lintDefinition}
 * says.
 * @example
 * import { checkWorkflow } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * checkWorkflow(eightSteps) //=> []
 * checkWorkflow({ ...eightSteps, initial: 'opened' })[0]?.path //=> ['initial']
 */
export function checkWorkflow(value: unknown): Issue[] {
  const issues: Issue[] = []
  readWorkflow(value, [], issues)
  return issues
}
