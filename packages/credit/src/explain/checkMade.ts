import type { Issue, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkPolicies, isRecord, ownValue, policyReference } from '@clientele/core/checks'
import { type Check, listOf } from '../results/checkResult.js'
import { readTerms } from '../terms/prepareTerms.js'

/** The policies that may have made a result: undefined where something is wrong with them, which is told elsewhere. */
type Known = readonly PolicyReference[] | undefined

/** Adds an issue for all that is wrong with a result, and where none of the known policies made it. */
export function checkMade(result: unknown, name: string, check: Check, known: Known, issues: Issue[]): void {
  check(result, [name], issues)
  if (known !== undefined && isRecord(result)) checkPolicies(ownValue(result, 'policies'), [name, 'policies'], known, issues)
}

/** Adds an issue for all that is wrong with a result, and for each policy that made it and is not known. */
export function checkMadeByAll(result: unknown, name: string, check: Check, known: Known, issues: Issue[]): void {
  check(result, [name], issues)
  if (known === undefined || !isRecord(result)) return
  const policy: Check = (value, path, found) => checkPolicies([value], path, known, found)
  listOf(policy)(ownValue(result, 'policies'), [name, 'policies'], issues)
}

/** Adds an issue for all that is wrong with a result or its terms, and where other terms made it. */
export function checkMadeByTerms(result: unknown, name: string, check: Check, terms: unknown, issues: Issue[]): void {
  checkMade(result, name, check, readTerms(terms, ['terms'], issues)?.policies, issues)
}

/** A policy that is said to have made a result: the name of its argument, and its check. */
interface SaidPolicy {
  readonly name: string
  readonly document: unknown
  readonly check: (document: unknown) => Issue[]
}

/** Adds an issue for all that is wrong with a result or the policy that is said to have made it, and where another made it. */
export function checkMadeByPolicy(result: unknown, name: string, check: Check, policy: SaidPolicy, issues: Issue[]): void {
  const found = policy.check(policy.document)
  addIssuesAt([policy.name], found, issues)
  checkMade(result, name, check, found.length === 0 ? [policyReference({ ...(policy.document as PolicyReference) })] : undefined, issues)
}
