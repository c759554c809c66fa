import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  policyKeys,
  readDuration,
} from '@clientele/core/checks'
import { readExposureRule } from '../exposure/readExposureRule.js'
import { BREACH_CODES } from './breachCodes.js'
import { checkBreachRules } from './checkBreachRules.js'
import { checkRoles } from './checkRoles.js'
import type { ReleaseRule } from './policyTypes.js'

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'exposure', 'breaches', 'release', 'roles']
const RELEASE_KEYS = ['breach', 'role', 'validFor']
const OVER_LIMIT_KEYS = [...RELEASE_KEYS, 'upToPercentOverLimit']

/**
 * Finds everything that is wrong with an order policy, whichever orders it is for.
 *
 * @param value - Anything; {@link OrderPolicy} says what an order policy is.
 * @returns The issues, none for a policy that {@link decideOrder} and {@link assessExposure} take; their paths start at the policy. Only they can
 * tell whether a rate of exchange is lacking, or a minimum has more decimal places than the currency of the exposure.
 * @example
 * import { checkOrderPolicy } from '@clientele/credit'
 *
 * const breaches = { 'over-limit': 'hold', overdue: { days: 30, response: 'warn' } }
 * const issues = checkOrderPolicy({ kind: 'order-policy', id: 'usual', version: 1, exposure: { count: ['receivables'] }, breaches })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['breaches', 'overdue', 'response'], message: 'must be one of "hold", "refuse", not "warn"' }]
 */
export function checkOrderPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'order-policy', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  readExposureRule(value['exposure'], ['exposure'], issues)
  checkBreachRules(value['breaches'], ['breaches'], issues)
  if (value['release'] !== undefined) checkReleaseRules(value['release'], ['release'], issues)
  if (value['roles'] !== undefined) checkRoles(value['roles'], ['roles'], issues)
}

function checkReleaseRules(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues)) return
  const rules = Array.from(value, (rule, index) => checkReleaseRule(rule, [...path, index], issues))
  for (const code of BREACH_CODES) {
    const roles = rules.map((rule) => (rule?.breach === code ? rule.role : undefined))
    checkUnique(roles, (index) => [...path, index, 'role'], issues)
  }
}

/** Checks a rule, and gives its breach and role where nothing is wrong with them. */
function checkReleaseRule(value: unknown, path: Path, issues: Issue[]): Pick<ReleaseRule, 'breach' | 'role'> | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { breach, role, upToPercentOverLimit, validFor, ...others } = { ...value }
  const keys = breach === 'over-limit' ? OVER_LIMIT_KEYS : RELEASE_KEYS
  checkKeys(upToPercentOverLimit === undefined ? others : { ...others, upToPercentOverLimit }, keys, path, issues)
  const isKnown = checkChoice(breach, BREACH_CODES, [...path, 'breach'], issues)
  const isText = checkText(role, [...path, 'role'], issues)
  if (upToPercentOverLimit !== undefined) checkDecimal(upToPercentOverLimit, [...path, 'upToPercentOverLimit'], issues, { minimum: '0' })
  readDuration(validFor, [...path, 'validFor'], issues)
  return isKnown && isText ? { breach, role } : undefined
}
