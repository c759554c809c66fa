import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
} from '@clientele/core/checks'
import type { BusinessDayConvention } from './types.js'

type Step = { readonly [key: string]: unknown }

const conventions: readonly BusinessDayConvention[] = ['following', 'preceding', 'modified-following']
const integers: readonly (readonly [key: string, bounds: { readonly minimum?: number; readonly maximum?: number }])[] = [
  ['setMonth', { minimum: 1, maximum: 12 }],
  ['addMonths', {}],
  ['setDay', { minimum: 1, maximum: 31 }],
  ['addWeeks', {}],
  ['addDays', {}],
  ['toWeekday', { minimum: 1, maximum: 7 }],
]
const KEYS = [...integers.map(([key]) => key), 'toEndOfMonth', 'toPayDay', 'toBusinessDay', 'calendar']

/** Checks one move of a date. */
export function checkDateStep(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const step = { ...value }
  checkKeys(step, KEYS, path, issues)
  for (const [key, bounds] of integers) if (step[key] !== undefined) checkInteger(step[key], [...path, key], issues, bounds)
  const { toEndOfMonth, toPayDay } = step
  if (toEndOfMonth !== undefined && typeof toEndOfMonth !== 'boolean') {
    issues.push(createIssue('not-allowed', [...path, 'toEndOfMonth'], { allowed: ['true', 'false'], actual: describeValue(toEndOfMonth) }))
  }
  if (toPayDay !== undefined) checkPayDays(toPayDay, [...path, 'toPayDay'], issues)
  checkBusinessDay(step, path, issues)
}

function checkPayDays(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues, { filled: true })) return
  const days = Array.from(value, (day, index) => (checkInteger(day, [...path, index], issues, { minimum: 1, maximum: 31 }) ? String(day) : undefined))
  checkUnique(days, (index) => [...path, index], issues)
}

/** A calendar is only asked for a business day: without `toBusinessDay` it would be forgotten in silence. */
function checkBusinessDay({ toBusinessDay, calendar }: Step, path: Path, issues: Issue[]): void {
  if (toBusinessDay !== undefined || calendar !== undefined) checkChoice(toBusinessDay, conventions, [...path, 'toBusinessDay'], issues)
  if (calendar !== undefined) checkText(calendar, [...path, 'calendar'], issues)
}
