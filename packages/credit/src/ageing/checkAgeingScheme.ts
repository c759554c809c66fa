import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkInteger,
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  describeValue,
  policyKeys,
} from '@clientele/core/checks'
import type { AgeingScheme } from './types.js'

type Document = { readonly [key: string]: unknown }

/** The bucket of what is not overdue. */
export const NOT_DUE = 'not-due'

const ageOrigins: readonly AgeingScheme['by'][] = ['due-date', 'invoice-date']
const boundaries: readonly AgeingScheme['boundary'][] = ['at-or-below', 'below']
const KEYS = [...policyKeys, 'title', 'by', 'boundary', 'buckets']

/**
 * Finds everything that is wrong with an ageing scheme.
 *
 * @param value - Anything; {@link AgeingScheme} says what an ageing scheme is.
 * @returns The issues, none for a scheme that the verbs take; their paths start at the scheme.
 * @example
 * import { checkAgeingScheme } from '@clientele/credit'
 *
 * const buckets = [{ id: '1-30', upToDays: 30 }, { id: '31-60', upToDays: 30 }, { id: 'over-60', upToDays: null }]
 * const issues = checkAgeingScheme({ kind: 'ageing-scheme', id: 'usual', version: 1, by: 'due-date', buckets })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['buckets', 1, 'upToDays'], message: 'must be above 30, not 30' }]
 */
export function checkAgeingScheme(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

/** An age is at least 1 where it is counted from the due date, or else 0; the first bucket must have room for it. */
function firstBound({ by, boundary }: Document): number {
  return (by === 'due-date' ? 1 : 0) + (boundary === 'below' ? 1 : 0)
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'ageing-scheme', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  checkChoice(value['by'], ageOrigins, ['by'], issues)
  if (value['boundary'] !== undefined) checkChoice(value['boundary'], boundaries as readonly string[], ['boundary'], issues)
  checkBuckets(value['buckets'], firstBound(value), issues)
}

function checkBuckets(value: unknown, first: number, issues: Issue[]): void {
  const last = Array.isArray(value) ? value.length - 1 : 0
  let latest: number | undefined
  checkMembers(value, ['buckets'], issues, ({ id, title, upToDays, ...others }, path) => {
    checkKeys(others, ['id', 'title', 'upToDays'], path, issues)
    if (id === NOT_DUE) issues.push(createIssue('reserved-name', [...path, 'id'], { actual: describeValue(id) }))
    if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
    const place = [...path, 'upToDays']
    if (path[1] === last) checkNoEnd(upToDays, place, issues)
    else if (checkEnd(upToDays, latest, first, place, issues)) latest = upToDays
  })
}

function checkNoEnd(value: unknown, path: Path, issues: Issue[]): void {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (value !== null) issues.push(createIssue('not-allowed', path, { allowed: ['null'], actual: describeValue(value) }))
}

function checkEnd(value: unknown, latest: number | undefined, first: number, path: Path, issues: Issue[]): value is number {
  if (latest === undefined) return checkInteger(value, path, issues, { minimum: first })
  if (!checkInteger(value, path, issues)) return false
  if (value > latest) return true
  issues.push(createIssue('not-above', path, { bound: String(latest), actual: String(value) }))
  return false
}
