import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  isRecord,
  readDuration,
  reportType,
} from '@clientele/core/checks'
import { REPORT_DEPTHS } from '../investigation/reportDepths.js'
import { readAmountByCurrency } from '../money/readAmountByCurrency.js'
import { readFlag } from '../receivables/readFlag.js'
import { BREACH_CODES } from './breachCodes.js'
import type { BreachCode, BreachResponse } from './policyTypes.js'

type Rule = { readonly [key: string]: unknown }
type CheckRule = (rule: Rule, path: Path, issues: Issue[]) => void

/** What a rule has beside its response, where it has anything. */
interface RuleShape {
  readonly keys: readonly string[]
  readonly isList?: boolean
  readonly check: CheckRule
}

const RESPONSES: readonly BreachResponse[] = ['hold', 'refuse']
const plain: RuleShape = { keys: [], check: () => {} }

const shapes: { readonly [Code in BreachCode]: RuleShape } = {
  'over-limit': plain,
  'limit-expired': plain,
  overdue: { keys: ['days', 'minimumAmount', 'skipDisputed'], isList: true, check: checkOverdue },
  'dunning-level': { keys: ['from'], isList: true, check: checkFrom },
  'guarantee-expired': plain,
  'report-missing': { keys: ['depth'], check: checkDepth },
  'report-stale': { keys: ['validFor'], check: checkValidFor },
  'below-standard': { keys: ['grades', 'unknown'], check: checkStandard },
  'account-blocked': plain,
}

/** Adds an issue for everything that is wrong with the rules of what an order may be held or refused for. */
export function checkBreachRules(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const rules = { ...value }
  checkKeys(rules, BREACH_CODES, path, issues)
  for (const code of BREACH_CODES) if (rules[code] !== undefined) checkRules(rules[code], shapes[code], [...path, code], issues)
}

function checkRules(value: unknown, shape: RuleShape, path: Path, issues: Issue[]): void {
  if (typeof value === 'string') checkChoice(value, RESPONSES, path, issues)
  else if (shape.isList === true && Array.isArray(value)) checkRuleList(value, shape, path, issues)
  else if (isRecord(value)) checkRule(value, shape, path, issues)
  else reportType(value, path, issues, 'string-or-object')
}

function checkRuleList(list: readonly unknown[], shape: RuleShape, path: Path, issues: Issue[]): void {
  checkList(list, path, issues, { filled: true })
  for (const [index, rule] of Array.from(list).entries()) {
    if (checkRecord(rule, [...path, index], issues)) checkRule(rule, shape, [...path, index], issues)
  }
}

function checkRule(value: Rule, { keys, check }: RuleShape, path: Path, issues: Issue[]): void {
  const rule = { ...value }
  checkKeys(rule, [...keys, 'response'], path, issues)
  checkChoice(rule['response'], RESPONSES, [...path, 'response'], issues)
  check(rule, path, issues)
}

function checkOverdue({ days, minimumAmount, skipDisputed }: Rule, path: Path, issues: Issue[]): void {
  if (days !== undefined) checkInteger(days, [...path, 'days'], issues, { minimum: 0 })
  if (minimumAmount !== undefined) readAmountByCurrency(minimumAmount, [...path, 'minimumAmount'], issues)
  readFlag(skipDisputed, [...path, 'skipDisputed'], issues)
}

function checkFrom({ from }: Rule, path: Path, issues: Issue[]): void {
  if (from !== undefined) checkInteger(from, [...path, 'from'], issues, { minimum: 1 })
}

function checkDepth({ depth }: Rule, path: Path, issues: Issue[]): void {
  if (depth !== undefined) checkChoice(depth, REPORT_DEPTHS, [...path, 'depth'], issues)
}

function checkValidFor({ validFor }: Rule, path: Path, issues: Issue[]): void {
  if (validFor !== undefined) readDuration(validFor, [...path, 'validFor'], issues)
}

function checkStandard({ grades, unknown }: Rule, path: Path, issues: Issue[]): void {
  if (unknown !== undefined) checkChoice(unknown, RESPONSES, [...path, 'unknown'], issues)
  const place = [...path, 'grades']
  if (grades === undefined || !checkList(grades, place, issues, { filled: true })) return
  const names = Array.from(grades, (grade, index) => (checkText(grade, [...place, index], issues) ? grade : undefined))
  checkUnique(names, (index) => [...place, index], issues)
}
