import type { Issue } from '@clientele/core'
import { type Check, checkMade } from '@clientele/core/checks'
import { readTerms } from '../terms/prepareTerms.js'

/** Adds an issue for all that is wrong with a result or its terms, and where other terms made it. */
export function checkMadeByTerms(result: unknown, name: string, check: Check, terms: unknown, issues: Issue[]): void {
  checkMade(result, name, check, readTerms(terms, ['terms'], issues)?.policies, issues)
}
