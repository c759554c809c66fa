import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path, PolicyReference } from '../types.js'
import { checkList, isRecord, ownValue } from './checkShape.js'

const REFERENCE = ['kind', 'id', 'version'] as const

/** Adds an issue where a result names no policy that is known: another one made it. */
export function checkPolicies(policies: unknown, path: Path, known: readonly PolicyReference[], issues: Issue[]): void {
  if (!checkList(policies, path, issues)) return
  const named = Array.from(policies)
  if (named.some((policy) => known.some((one) => isSamePolicy(policy, one)))) return
  issues.push(
    createIssue('other-policy', path, { expected: known.map(describePolicy).join(', '), actual: named.map(describePolicy).join(', ') || '[]' }),
  )
}

function isSamePolicy(policy: unknown, known: PolicyReference): boolean {
  return isRecord(policy) && REFERENCE.every((key) => ownValue(policy, key) === known[key])
}

function describePolicy(policy: unknown): string {
  if (!isRecord(policy)) return describeValue(policy)
  return `{ ${REFERENCE.map((key) => `${key}: ${describeValue(ownValue(policy, key))}`).join(', ')} }`
}
