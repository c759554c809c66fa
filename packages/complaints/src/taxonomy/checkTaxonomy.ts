import type { Issue } from '@clientele/core'
import { readTaxonomy } from './readTaxonomy.js'

/**
 * Finds everything that is wrong with a taxonomy of complaints.
 *
 * @param value - Anything; see {@link ComplaintTaxonomy} for what a taxonomy is. Its lists have at least one entry each, and an id stands once in its
 * list; there are at most 100 severities, impacts and priorities each; the matrix has a priority for every severity and impact.
 * @returns The issues, none for a taxonomy that {@link classifyComplaint} takes; their paths start at the taxonomy. Whether its matrix makes sense,
 * {@link lintTaxonomy} says.
 * @example
 * import { checkTaxonomy } from '@clientele/complaints'
 * import { complaintTaxonomy } from '@clientele/complaints/templates'
 *
 * checkTaxonomy(complaintTaxonomy) //=> []
 * checkTaxonomy({ ...complaintTaxonomy, matrix: {} })[0]?.path //=> ['matrix', 'severe']
 */
export function checkTaxonomy(value: unknown): Issue[] {
  const issues: Issue[] = []
  readTaxonomy(value, [], issues)
  return issues
}
