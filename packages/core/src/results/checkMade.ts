import { addIssuesAt } from '../checks/addIssuesAt.js'
import { checkPolicies } from '../checks/checkPolicies.js'
import { policyReference } from '../checks/checkPolicyHeader.js'
import { isRecord, ownValue } from '../checks/checkShape.js'
import type { Issue } from '../issues/types.js'
import type { PolicyReference } from '../types.js'
import { type Check, listOf } from './checkResult.js'

/** The policies that may have made a result: undefined where something is wrong with them, which is told elsewhere. */
export type KnownPolicies = readonly PolicyReference[] | undefined

/** Adds an issue for all that is wrong with a result, and where none of the known policies made it. */
export function checkMade(result: unknown, name: string, check: Check, known: KnownPolicies, issues: Issue[]): void {
  check(result, [name], issues)
  if (known !== undefined && isRecord(result)) checkPolicies(ownValue(result, 'policies'), [name, 'policies'], known, issues)
}

/** Adds an issue for all that is wrong with a result, and for each policy that made it and is not known. */
export function checkMadeByAll(result: unknown, name: string, check: Check, known: KnownPolicies, issues: Issue[]): void {
  check(result, [name], issues)
  if (known === undefined || !isRecord(result)) return
  const policy: Check = (value, path, found) => checkPolicies([value], path, known, found)
  listOf(policy)(ownValue(result, 'policies'), [name, 'policies'], issues)
}

/** A policy that is said to have made a result. */
export interface SaidPolicy {
  /** The name of its argument. */
  readonly name: string
  readonly document: unknown
  /** Finds everything that is wrong with the document. */
  readonly check: (document: unknown) => Issue[]
}

/** Adds an issue for all that is wrong with a result or the policy that is said to have made it, and where another made it. */
export function checkMadeByPolicy(result: unknown, name: string, check: Check, policy: SaidPolicy, issues: Issue[]): void {
  const found = policy.check(policy.document)
  addIssuesAt([policy.name], found, issues)
  checkMade(result, name, check, found.length === 0 ? [policyReference({ ...(policy.document as PolicyReference) })] : undefined, issues)
}
