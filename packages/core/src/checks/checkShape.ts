import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { ValueKind } from '../issues/valueKinds.js'
import type { Path } from '../types.js'

const LISTED_KEYS = 20

/** Whether a value is an object whose data are its keys: no list, Map, Set, Date or typed array, of whichever realm. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
}

/** An own property, or undefined: what a prototype holds is never data. */
export function ownValue(record: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** Adds a `missing` or a `wrong-type` issue. */
export function reportType(value: unknown, path: Path, issues: Issue[], expected: ValueKind): void {
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('wrong-type', path, { expected, actual: describeValue(value) }))
}

/** Checks that a value is an object, or adds an issue. */
export function checkRecord(value: unknown, path: Path, issues: Issue[]): value is { readonly [key: string]: unknown } {
  if (isRecord(value)) return true
  reportType(value, path, issues, 'object')
  return false
}

/** Adds an issue for every key that is not among the known ones: a short list of them, or the keys of a map. */
export function checkKeys(
  record: { readonly [key: string]: unknown },
  known: readonly string[] | ReadonlyMap<string, unknown>,
  path: Path,
  issues: Issue[],
): void {
  for (const key of Object.keys(record)) {
    if ('includes' in known ? known.includes(key) : known.has(key)) continue
    const names = 'includes' in known ? known : [...known.keys()]
    const allowed = names.length > LISTED_KEYS ? [...names.slice(0, LISTED_KEYS), '…'] : names
    issues.push(createIssue('unknown-key', [...path, key], { allowed }))
  }
}

/** Checks that a value is a list, of at least one element where `filled`, or adds an issue. */
export function checkList(value: unknown, path: Path, issues: Issue[], { filled = false }: { filled?: boolean } = {}): value is readonly unknown[] {
  if (!Array.isArray(value)) {
    reportType(value, path, issues, 'list')
    return false
  }
  if (filled && value.length === 0) issues.push(createIssue('empty', path, {}))
  return true
}

/** Checks that a value is a string of at least one character, or adds an issue. */
export function checkText(value: unknown, path: Path, issues: Issue[]): value is string {
  if (typeof value !== 'string') {
    reportType(value, path, issues, 'string')
    return false
  }
  if (value === '') issues.push(createIssue('empty', path, {}))
  return value !== ''
}

/** Checks that a value is one of the allowed strings, or adds an issue. */
export function checkChoice<Choice extends string>(value: unknown, allowed: readonly Choice[], path: Path, issues: Issue[]): value is Choice {
  if (allowed.includes(value as Choice)) return true
  issues.push(
    value === undefined
      ? createIssue('missing', path, {})
      : createIssue('not-allowed', path, { allowed: allowed.map((choice) => `"${choice}"`), actual: describeValue(value) }),
  )
  return false
}

/** Checks that a value is an integer within bounds, or adds an issue. */
export function checkInteger(
  value: unknown,
  path: Path,
  issues: Issue[],
  { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: { minimum?: number; maximum?: number } = {},
): value is number {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (!Number.isInteger(value)) issues.push(createIssue('not-an-integer', path, { actual: describeValue(value) }))
  else if ((value as number) < minimum) issues.push(createIssue('too-small', path, { minimum: String(minimum), actual: String(value) }))
  else if ((value as number) > maximum) issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(value) }))
  else return true
  return false
}

/** Adds an issue for every id that stands earlier in the list already; `undefined` stands for an id that is no string. */
export function checkUnique(ids: readonly (string | undefined)[], pathOf: (index: number) => Path, issues: Issue[]): void {
  const first = new Map<string, number>()
  ids.forEach((id, index) => {
    if (id === undefined) return
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    else issues.push(createIssue('duplicate', pathOf(index), { value: id, first: earlier }))
  })
}

/** Checks a list of at least one record, each with an id of its own; `checkMember` gets a copy of each record's own properties. */
export function checkMembers(
  value: unknown,
  path: Path,
  issues: Issue[],
  checkMember: (member: { readonly [key: string]: unknown }, path: Path) => void,
): void {
  if (!checkList(value, path, issues, { filled: true })) return
  const members = Array.from(value)
  members.forEach((member, index) => {
    const place = [...path, index]
    if (!checkRecord(member, place, issues)) return
    checkText(ownValue(member, 'id'), [...place, 'id'], issues)
    checkMember({ ...member }, place)
  })
  const ids = members.map((member) => (isRecord(member) ? ownValue(member, 'id') : undefined))
  checkUnique(
    ids.map((id) => (typeof id === 'string' ? id : undefined)),
    (index) => [...path, index, 'id'],
    issues,
  )
}
