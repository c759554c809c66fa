import type { Issue } from '@clientele/core'
import { readInvestigation } from './readInvestigation.js'

/**
 * Finds everything that is wrong with an investigation scheme.
 *
 * @param value - Anything; {@link InvestigationScheme} says what an investigation scheme is.
 * @returns The issues, none for a scheme that {@link requiredReport} and {@link checkReport} take; their paths start at the scheme.
 * @example
 * import { checkInvestigationScheme } from '@clientele/credit'
 * import { threeDepthInvestigation } from '@clientele/credit/templates'
 *
 * const sections = [{ id: 'basics', from: 'brief' }, { id: 'finances', from: 'in-depth', facts: [{ id: 'profit', from: 'standard' }] }]
 * const issues = checkInvestigationScheme({ ...threeDepthInvestigation, sections })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['sections', 1, 'facts', 0, 'from'], message: 'must be one of "in-depth", not "standard"' }]
 */
export function checkInvestigationScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  readInvestigation(value, [], issues)
  return issues
}
