import { checkChoice, checkKeys, checkList, checkRecord, checkText, reportType } from '../checks/checkShape.js'
import { parseCalendarDate } from '../dates/calendar.js'
import { parseDecimal } from '../decimals/parseDecimal.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { parseDuration } from './duration.js'
import type { ComparisonOperator } from './types.js'

const DEEPEST = 100
const MOST_PARTS = 10_000

/** Every operator, in the order the types list them. */
export const operators: readonly ComparisonOperator[] = ['equals', 'not-equals', 'at-least', 'at-most', 'above', 'below', 'in', 'within', 'has']

/**
 * Finds everything that is wrong with a condition.
 *
 * @param value - Anything; a condition is `{ all }` or `{ any }` with a list of at least one condition, `{ not }` with one, or
 * `{ field, operator, value }`; at most 100 levels deep, of at most 10,000 parts.
 * @returns The issues, none for a condition that {@link evaluateCondition} takes; their paths start at the condition.
 * @example
 * import { checkCondition } from '@clientele/core'
 *
 * checkCondition({ field: 'budget', operator: 'at-least', value: '500000' }) //=> []
 * checkCondition({ field: 'budget', operator: 'over', value: '1' })[0]?.path //=> ['operator']
 */
export function checkCondition(value: unknown): Issue[] {
  const issues: Issue[] = []
  collectIssues(value, [], issues, { depth: 1, parts: { left: MOST_PARTS } })
  return issues
}

/** How deep the check is, and how many more parts it takes: a list that holds itself twice would never end. */
interface Budget {
  readonly depth: number
  readonly parts: { left: number }
}

function collectIssues(value: unknown, path: Path, issues: Issue[], { depth, parts }: Budget): void {
  if (parts.left < 0) return
  parts.left -= 1
  if (parts.left < 0) issues.push(createIssue('too-many-parts', [], { maximum: MOST_PARTS }))
  else if (depth > DEEPEST) issues.push(createIssue('too-deep', path, { maximum: DEEPEST }))
  else if (checkRecord(value, path, issues)) checkParts({ ...value }, path, issues, { depth: depth + 1, parts })
}

function checkParts(condition: { readonly [key: string]: unknown }, path: Path, issues: Issue[], budget: Budget): void {
  if (Object.hasOwn(condition, 'all')) checkGroup(condition, 'all', path, issues, budget)
  else if (Object.hasOwn(condition, 'any')) checkGroup(condition, 'any', path, issues, budget)
  else if (Object.hasOwn(condition, 'not')) {
    checkKeys(condition, ['not'], path, issues)
    collectIssues(condition['not'], [...path, 'not'], issues, budget)
  } else if (Object.hasOwn(condition, 'field') || Object.hasOwn(condition, 'operator')) checkComparison(condition, path, issues)
  else issues.push(createIssue('not-a-condition', path, { actual: describeKeys(condition) }))
}

function describeKeys(value: { readonly [key: string]: unknown }): string {
  const keys = Object.keys(value).join(', ')
  return keys === '' ? '{}' : describeValue(`{ ${keys} }`)
}

function checkGroup(value: { readonly [key: string]: unknown }, key: 'all' | 'any', path: Path, issues: Issue[], budget: Budget): void {
  checkKeys(value, [key], path, issues)
  const members = value[key]
  const place = [...path, key]
  if (!checkList(members, place, issues, { filled: true })) return
  Array.from(members).forEach((member, index) => collectIssues(member, [...place, index], issues, budget))
}

function checkComparison(value: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): void {
  checkKeys(value, ['field', 'operator', 'value'], path, issues)
  const field = value['field']
  const place = [...path, 'field']
  if (checkText(field, place, issues) && field.split('.').includes('')) issues.push(createIssue('empty', place, {}))
  const operator = value['operator']
  if (checkChoice(operator, operators, [...path, 'operator'], issues)) checkRequired(operator, value['value'], [...path, 'value'], issues)
}

function checkRequired(operator: ComparisonOperator, required: unknown, path: Path, issues: Issue[]): void {
  if (required === undefined) issues.push(createIssue('missing', path, {}))
  else if (operator === 'within') {
    if (parseDuration(required) === undefined) issues.push(createIssue('not-a-duration', path, { actual: describeValue(required) }))
  } else if (operator === 'in') {
    if (checkList(required, path, issues, { filled: true })) Array.from(required).forEach((one, index) => checkScalar(one, [...path, index], issues))
  } else if (operator === 'equals' || operator === 'not-equals' || operator === 'has') checkScalar(required, path, issues)
  else if (!parseDecimal(required).ok && parseCalendarDate(required) === undefined) reportType(required, path, issues, 'decimal-or-date')
}

function checkScalar(value: unknown, path: Path, issues: Issue[]): void {
  const scalar = value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  if (!scalar) reportType(value, path, issues, 'scalar')
}
