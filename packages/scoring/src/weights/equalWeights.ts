import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { checkIds } from './checkIds.js'
import type { EqualWeights } from './types.js'

/**
 * Gives every criterion the same weight, as is fair where nothing is known of their importance.
 *
 * @param ids - The criteria, at least one, each with an id of its own.
 * @returns A weight of 1/n each, in the order of the ids.
 * @throws {@link InputError} if there are no ids, or one is empty, no string, or there twice.
 * @see P. S. Laplace, "Essai philosophique sur les probabilités", 1814, for the principle of insufficient reason.
 * @example
 * import { equalWeights } from '@clientele/scoring'
 *
 * equalWeights(['demand', 'payment']).weights //=> [0.5, 0.5]
 */
export function equalWeights(ids: readonly string[]): EqualWeights {
  const issues: Issue[] = []
  checkIds(ids, ['ids'], issues)
  throwIssues(issues)
  const criteria = Array.from(ids, (criterion) => ({ criterion, weight: 1 / ids.length }))
  return { method: 'equal', weights: criteria.map(({ weight }) => weight), criteria, diagnoses: [] }
}
