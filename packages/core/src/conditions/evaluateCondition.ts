import { checkCalendarDate } from '../checks/checkCalendarDate.js'
import { checkKeys, checkRecord, isRecord, ownValue } from '../checks/checkShape.js'
import { parseCalendarDate } from '../dates/calendar.js'
import { Decimal } from '../decimal/Decimal.js'
import { parseDecimal } from '../decimals/parseDecimal.js'
import { describeValue } from '../issues/describeValue.js'
import { throwIssues } from '../issues/throwIssues.js'
import type { Issue } from '../issues/types.js'
import type { CalendarDate, JsonValue } from '../types.js'
import { checkCondition } from './checkCondition.js'
import { type CalendarDuration, dateBefore, parseDuration } from './duration.js'
import type { Comparison, Condition, ConditionResult, ConditionTraceEntry } from './types.js'

const DEEPEST_SHOWN = 20

/**
 * Tells whether facts meet a condition, and how every comparison in it came out.
 *
 * Numbers are compared as decimals, also where they are written as strings: `'600000'` is above `500000`, `'60.00'` equals `60`.
 * A comparison of a missing field is not met, whatever the operator, `not-equals` included. Only own properties count.
 *
 * @param condition - What must hold.
 * @param facts - What is known: an object of plain data.
 * @param options - `asOf`: the date that `within` looks back from.
 * @returns `met`, and a `trace` with one entry per comparison, in the order they are written; none is left out.
 * @throws {@link InputError} if the condition is not one, `facts` is no object, or `asOf` does not exist.
 * @example
 * import { evaluateCondition } from '@clientele/core'
 *
 * const asked = { field: 'demoAskedOn', operator: 'within', value: 'P30D' } as const
 * evaluateCondition(asked, { demoAskedOn: '2024-02-20' }, { asOf: '2024-03-01' })
 * //=> { met: true, trace: [{ path: ['demoAskedOn'], operator: 'within', required: 'P30D', actual: '2024-02-20', met: true }] }
 */
export function evaluateCondition(condition: Condition, facts: object, options: { readonly asOf: CalendarDate }): ConditionResult {
  const issues: Issue[] = checkCondition(condition).map((issue) => ({ ...issue, path: ['condition', ...issue.path] }))
  checkRecord(facts, ['facts'], issues)
  if (checkRecord(options, ['options'], issues)) {
    checkKeys(options, ['asOf'], ['options'], issues)
    checkCalendarDate(ownValue(options, 'asOf'), ['options', 'asOf'], issues)
  }
  throwIssues(issues)
  return traceCondition(condition, facts, options.asOf)
}

/** Evaluates a condition that {@link checkCondition} has found nothing wrong with, on facts that are an object. */
export function traceCondition(condition: Condition, facts: object, asOf: CalendarDate): ConditionResult {
  const trace: ConditionTraceEntry[] = []
  const met = isMet(condition, facts, asOf, trace)
  return { met, trace }
}

function isMet(condition: Condition, facts: object, asOf: CalendarDate, trace: ConditionTraceEntry[]): boolean {
  const holds = (member: Condition): boolean => isMet(member, facts, asOf, trace)
  if (isConditionGroup(condition, 'all')) return condition.all.map(holds).every(Boolean)
  if (isConditionGroup(condition, 'any')) return condition.any.map(holds).some(Boolean)
  if (isConditionGroup(condition, 'not')) return !holds(condition.not)
  const entry = compare(condition, facts, asOf)
  trace.push(entry)
  return entry.met
}

/** Whether a condition has the key itself; what a prototype holds is never data. */
export function isConditionGroup<Key extends 'all' | 'any' | 'not'>(
  condition: Condition,
  key: Key,
): condition is Extract<Condition, { readonly [K in Key]: unknown }> {
  return Object.hasOwn(condition, key)
}

function compare(comparison: Comparison, facts: object, asOf: CalendarDate): ConditionTraceEntry {
  const { operator, value: required } = comparison
  const path = comparison.field.split('.')
  const actual = valueAt(facts, path)
  const entry = { path, operator, required: toJson(required) }
  if (actual === undefined) return { ...entry, actual: null, met: false, reason: 'missing' }
  const met = holdsFor(comparison, actual, asOf)
  const shown = { ...entry, actual: toJson(actual) }
  return met === undefined ? { ...shown, met: false, reason: 'not-comparable' } : { ...shown, met }
}

function valueAt(facts: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as { [key: string]: unknown })[key] : undefined,
    facts,
  )
}

/** A copy that is JSON, whatever the facts hold: what JSON cannot say is described. */
function toJson(value: unknown, depth = 0): JsonValue {
  if (isScalar(value)) return value === 0 ? 0 : value
  if (depth === DEEPEST_SHOWN || !(Array.isArray(value) || isRecord(value))) return describeValue(value)
  if (Array.isArray(value)) return Array.from(value, (one) => toJson(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one, depth + 1)]))
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

/** Whether the comparison holds, or undefined where the value is of another sort than the operator needs. */
function holdsFor({ operator, value: required }: Comparison, actual: unknown, asOf: CalendarDate): boolean | undefined {
  if (operator === 'has') return Array.isArray(actual) ? actual.some((one) => isSame(one, required)) : undefined
  if (operator === 'within') return isWithin(actual, parseDuration(required) as CalendarDuration, asOf)
  if (!isScalar(actual)) return undefined
  if (operator === 'equals') return isSame(actual, required)
  if (operator === 'not-equals') return !isSame(actual, required)
  if (operator === 'in') return (required as readonly JsonValue[]).some((one) => isSame(actual, one))
  const order = orderOf(actual, required)
  if (order === undefined) return undefined
  if (operator === 'at-least') return order >= 0
  if (operator === 'at-most') return order <= 0
  return operator === 'above' ? order > 0 : order < 0
}

function isSame(actual: unknown, required: JsonValue): boolean {
  return actual === required || compareAsDecimals(actual, required) === 0
}

function isWithin(actual: unknown, duration: CalendarDuration, asOf: CalendarDate): boolean | undefined {
  if (parseCalendarDate(actual) === undefined) return undefined
  return (actual as string) >= dateBefore(asOf, duration) && (actual as string) <= asOf
}

function orderOf(actual: unknown, required: JsonValue): number | undefined {
  const order = compareAsDecimals(actual, required)
  if (order !== undefined) return order
  if (parseCalendarDate(actual) === undefined || parseCalendarDate(required) === undefined) return undefined
  return actual === required ? 0 : (actual as string) < (required as string) ? -1 : 1
}

function compareAsDecimals(actual: unknown, required: JsonValue): number | undefined {
  const left = parseDecimal(actual)
  const right = parseDecimal(required)
  return left.ok && right.ok ? new Decimal(left.text).cmp(right.text) : undefined
}
