import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { isText } from './isText.js'
import type { Actor } from './types.js'

const KEYS = ['id', 'role', 'department']

/** Reads who acts, or adds issues and returns undefined. */
export function readActor(value: unknown, path: Path, issues: Issue[]): Actor | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  checkKeys(value, KEYS, path, issues)
  const id = ownValue(value, 'id')
  const role = ownValue(value, 'role')
  const department = ownValue(value, 'department')
  if (!isText(id)) checkText(id, [...path, 'id'], issues)
  if (!isText(role)) checkText(role, [...path, 'role'], issues)
  if (department !== undefined && !isText(department)) checkText(department, [...path, 'department'], issues)
  if (issues.length > before) return undefined
  return (department === undefined ? { id, role } : { id, role, department }) as Actor
}
