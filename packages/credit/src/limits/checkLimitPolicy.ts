import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  policyKeys,
} from '@clientele/core/checks'
import { readAmountByCurrency } from '../money/readAmountByCurrency.js'
import type { LimitRule } from './types.js'

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'rules', 'step', 'minimumLimit']
const KEYS_OF_RULES: { readonly [Type in LimitRule['type']]: readonly string[] } = {
  'share-of-net-worth': ['type', 'percent'],
  'purchases-in-credit-period': ['type', 'daysInMonth'],
  requested: ['type'],
  maximum: ['type', 'amount'],
  'by-grade': ['type', 'amounts'],
}
const RULE_TYPES = Object.keys(KEYS_OF_RULES) as readonly LimitRule['type'][]

/**
 * Finds everything that is wrong with a limit policy, whichever account it is for.
 *
 * @param value - Anything; {@link LimitPolicy} says what a limit policy is.
 * @returns The issues, none for a policy that {@link suggestLimit} takes; their paths start at the policy. An amount that has no currency may still
 * have more decimal places than an account's currency, which only `suggestLimit` can tell.
 * @example
 * import { checkLimitPolicy } from '@clientele/credit'
 *
 * const rules = [{ type: 'share-of-net-worth', percent: '10' }, { type: 'maximum' }]
 * const issues = checkLimitPolicy({ kind: 'limit-policy', id: 'usual', version: 1, rules, step: 0 })
 * issues.map(({ path, message }) => `${path.join('.')} ${message}`) //=> ['rules.1.amount is required', 'step must be above 0, not 0']
 */
export function checkLimitPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(policy: Document, issues: Issue[]): void {
  const { title, rules, step, minimumLimit } = policy
  checkKeys(policy, KEYS, [], issues)
  checkPolicyHeader(policy, 'limit-policy', [], issues)
  if (title !== undefined) checkLocalizedText(title, ['title'], issues)
  if (checkList(rules, ['rules'], issues, { filled: true })) {
    for (const [index, rule] of Array.from(rules).entries()) checkRule(rule, ['rules', index], issues)
  }
  if (step !== undefined) checkStep(step, issues)
  if (minimumLimit !== undefined) readAmountByCurrency(minimumLimit, ['minimumLimit'], issues)
}

function checkRule(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const rule = { ...value }
  const { type, percent, daysInMonth, amount, amounts } = rule
  if (!checkChoice(type, RULE_TYPES, [...path, 'type'], issues)) return
  checkKeys(rule, KEYS_OF_RULES[type], path, issues)
  if (type === 'share-of-net-worth') checkDecimal(percent, [...path, 'percent'], issues, { minimum: '0' })
  else if (type === 'maximum') checkAmount(amount, [...path, 'amount'], issues)
  else if (type === 'by-grade') checkAmounts(amounts, [...path, 'amounts'], issues)
  else if (daysInMonth !== undefined && type !== 'requested') checkInteger(daysInMonth, [...path, 'daysInMonth'], issues, { minimum: 1 })
}

function checkAmounts(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues, { filled: true })) return
  const grades = Array.from(value, (row, index) => checkRow(row, [...path, index], issues))
  checkUnique(grades, (index) => [...path, index, 'grade'], issues)
}

/** Checks what a grade is worth, and gives the grade where nothing is wrong with that. */
function checkRow(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { grade, amount, ...others } = { ...value }
  checkKeys(others, ['grade', 'amount'], path, issues)
  const isText = checkText(grade, [...path, 'grade'], issues)
  checkAmount(amount, [...path, 'amount'], issues)
  return isText ? grade : undefined
}

function checkAmount(value: unknown, path: Path, issues: Issue[]): void {
  readAmountByCurrency(value, path, issues)
}

function checkStep(value: unknown, issues: Issue[]): void {
  const { any, named } = readAmountByCurrency(value, ['step'], issues)
  if (any?.units === 0n) issues.push(createIssue('not-above', ['step'], { bound: '0', actual: '0' }))
  for (const [currency, units] of named) if (units === 0n) issues.push(createIssue('not-above', ['step', currency], { bound: '0', actual: '0' }))
}
