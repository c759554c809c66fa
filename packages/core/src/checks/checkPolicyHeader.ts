import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path, PolicyReference } from '../types.js'
import { checkChoice, checkText } from './checkShape.js'

/** The keys that every policy document has. */
export const policyKeys: readonly string[] = ['kind', 'id', 'version', 'format']

/** Checks the keys that every policy document has: `kind`, `id`, the host's `version` and our optional `format`. */
export function checkPolicyHeader(document: { readonly [key: string]: unknown }, kind: string, path: Path, issues: Issue[]): void {
  checkChoice(document['kind'], [kind], [...path, 'kind'], issues)
  checkText(document['id'], [...path, 'id'], issues)
  const version = document['version']
  if (typeof version !== 'number') checkText(version, [...path, 'version'], issues)
  else if (!Number.isFinite(version)) {
    issues.push(createIssue('wrong-type', [...path, 'version'], { expected: 'string-or-number', actual: describeValue(version) }))
  }
  const format = document['format']
  if (format !== undefined && format !== 1) {
    issues.push(createIssue('not-allowed', [...path, 'format'], { allowed: ['1'], actual: describeValue(format) }))
  }
}

/** How a result names the policy that made it. */
export function policyReference({ kind, id, version }: PolicyReference): PolicyReference {
  return { kind, id, version: version === 0 ? 0 : version }
}
