import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { isText } from './isText.js'
import type { DefinitionReference } from './types.js'

const KEYS = ['id', 'version']

/** Reads which definition is meant, or adds issues and returns undefined. */
export function readDefinitionReference(value: unknown, path: Path, issues: Issue[]): DefinitionReference | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  checkKeys(value, KEYS, path, issues)
  const id = ownValue(value, 'id')
  const version = ownValue(value, 'version')
  if (!isText(id)) checkText(id, [...path, 'id'], issues)
  if (typeof version === 'number' && !Number.isFinite(version)) {
    issues.push(createIssue('wrong-type', [...path, 'version'], { expected: 'string-or-number', actual: describeValue(version) }))
  } else if (typeof version !== 'number' && !isText(version)) checkText(version, [...path, 'version'], issues)
  return issues.length === before ? ({ id, version: version === 0 ? 0 : version } as DefinitionReference) : undefined
}

/** Whether two references mean the same definition. */
export function isSameDefinition(one: DefinitionReference, other: DefinitionReference): boolean {
  return one.id === other.id && one.version === other.version
}

/** A definition in a message. */
export function definitionText({ id, version }: DefinitionReference): string {
  return `${describeValue(id)} ${describeValue(version)}`
}
