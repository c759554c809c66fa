import type { Issue, Path } from '@clientele/core'
import { createIssue, formatPath, throwIssues } from '@clientele/core/checks'
import { type ReadTaxonomy, readTaxonomy } from './readTaxonomy.js'
import type { ComplaintTaxonomy } from './types.js'

/**
 * Finds where the matrix of a taxonomy makes a worse complaint less urgent: one of a worse severity, or of a wider impact, than its neighbour.
 *
 * @param taxonomy - The taxonomy.
 * @returns The issues, none where priorities get no less urgent as severity or impact rise; their paths start at the taxonomy, and lead to the
 * worse of two neighbours. Where no neighbour is at fault, no other pair is.
 * @throws {@link InputError} if the taxonomy is not as {@link checkTaxonomy} has it, with every issue.
 * @example
 * import { lintTaxonomy } from '@clientele/complaints'
 * import { complaintTaxonomy } from '@clientele/complaints/templates'
 *
 * lintTaxonomy(complaintTaxonomy) //=> []
 * const severe = { ...complaintTaxonomy.matrix['severe'], 'one-customer': 'planned' }
 * const [issue] = lintTaxonomy({ ...complaintTaxonomy, matrix: { ...complaintTaxonomy.matrix, severe } })
 * issue?.path //=> ['matrix', 'severe', 'one-customer']
 * issue?.message //=> 'is planned, less urgent than the low of matrix.moderate.one-customer'
 */
export function lintTaxonomy(taxonomy: ComplaintTaxonomy): Issue[] {
  const issues: Issue[] = []
  const read = readTaxonomy(taxonomy, ['taxonomy'], issues)
  throwIssues(issues)
  return findFalls(read as ReadTaxonomy)
}

function findFalls({ severities, impacts, priorities, matrix }: ReadTaxonomy): Issue[] {
  const ranks = new Map(priorities.map((priority, rank) => [priority, rank]))
  const cellOf = (severity: string, impact: string): Cell => {
    const priority = matrix.get(severity)?.get(impact) as string
    return { path: ['matrix', severity, impact], priority, rank: ranks.get(priority) as number }
  }
  return severities.flatMap((severity, row) =>
    impacts.flatMap((impact, column) => {
      const milder = severities.slice(row + 1, row + 2).map((one) => cellOf(one, impact))
      const narrower = impacts.slice(column + 1, column + 2).map((one) => cellOf(severity, one))
      return [...milder, ...narrower].flatMap((neighbour) => compare(cellOf(severity, impact), neighbour))
    }),
  )
}

/** A place in the matrix; the least rank is the most urgent. */
interface Cell {
  readonly path: Path
  readonly priority: string
  readonly rank: number
}

function compare(worse: Cell, lesser: Cell): Issue[] {
  if (worse.rank <= lesser.rank) return []
  return [createIssue('less-urgent', worse.path, { actual: worse.priority, value: lesser.priority, place: formatPath(lesser.path) })]
}
