import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { JsonValue, Path } from '../types.js'
import { isRecord } from './checkShape.js'

/** No name: as a key of plain objects it is lost. */
export const LOST_KEY = '__proto__'

const DEEPEST = 100
const MOST_PARTS = 10_000

/** How many more parts are taken: a list that holds itself twice would never end. */
interface Budget {
  left: number
}

/** A copy of a value that JSON can hold, or adds an issue for whatever JSON cannot; what is undefined is left out. */
export function readJson(value: unknown, path: Path, issues: Issue[]): JsonValue {
  return copy(value, path, issues, { left: MOST_PARTS })
}

function copy(value: unknown, path: Path, issues: Issue[], budget: Budget, depth = 1): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  budget.left -= 1
  if (budget.left < 0 || depth > DEEPEST) {
    if (budget.left === -1) issues.push(createIssue('too-many-parts', path, { maximum: MOST_PARTS }))
    else if (budget.left >= 0) issues.push(createIssue('too-deep', path, { maximum: DEEPEST }))
    return null
  }
  if (Array.isArray(value)) return Array.from(value, (one, index) => copy(one, [...path, index], issues, budget, depth + 1))
  if (isRecord(value)) return copyRecord(value, path, issues, budget, depth)
  issues.push(createIssue('wrong-type', path, { expected: 'json', actual: describeValue(value) }))
  return null
}

function copyRecord(value: { readonly [key: string]: unknown }, path: Path, issues: Issue[], budget: Budget, depth: number): JsonValue {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  for (const [key] of entries) {
    if (key === LOST_KEY) issues.push(createIssue('reserved-name', [...path, key], { actual: describeValue(key) }))
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, copy(one, [...path, key], issues, budget, depth + 1)]))
}
