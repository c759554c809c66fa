import type { DecimalInput, Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, checkDecimal, policyReference } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { checkFits, nothing, type PreparedAmount, readAmountByCurrency } from '../money/readAmountByCurrency.js'
import type { AmountByCurrency } from '../money/types.js'
import { checkLimitPolicy } from './checkLimitPolicy.js'
import type { LimitPolicy, LimitRule } from './types.js'

/** What a grade is worth, read. */
export interface ReadRow {
  readonly grade: string
  readonly amount: PreparedAmount
}

/** A rule, read. */
export type ReadRule =
  | { readonly type: 'share-of-net-worth'; readonly percent: Decimal }
  | { readonly type: 'purchases-in-credit-period'; readonly daysInMonth: number }
  | { readonly type: 'requested' }
  | { readonly type: 'maximum'; readonly amount: PreparedAmount }
  | { readonly type: 'by-grade'; readonly rows: readonly ReadRow[] }

/** A limit policy, checked and read. */
export interface ReadLimitPolicy {
  readonly rules: readonly ReadRule[]
  readonly step: PreparedAmount
  readonly minimum: PreparedAmount
  readonly policies: readonly PolicyReference[]
}

const USUAL_MONTH = 30

/** Checks and reads a limit policy, or adds issues and returns undefined. */
export function readLimitPolicy(value: unknown, issues: Issue[]): ReadLimitPolicy | undefined {
  const found = checkLimitPolicy(value)
  addIssuesAt(['policy'], found, issues)
  if (found.length > 0) return undefined
  const policy = { ...(value as LimitPolicy) }
  const { rules, step, minimumLimit } = policy
  return {
    rules: rules.map((rule) => readRule({ ...rule })),
    step: step === undefined ? nothing : read(step),
    minimum: minimumLimit === undefined ? nothing : read(minimumLimit),
    policies: [policyReference(policy)],
  }
}

function readRule(rule: LimitRule): ReadRule {
  switch (rule.type) {
    case 'share-of-net-worth':
      return { type: rule.type, percent: readPercent(rule.percent) }
    case 'purchases-in-credit-period':
      return { type: rule.type, daysInMonth: rule.daysInMonth ?? USUAL_MONTH }
    case 'maximum':
      return { type: rule.type, amount: read(rule.amount) }
    case 'by-grade':
      return { type: rule.type, rows: rule.amounts.map((row) => readRow({ ...row })) }
    default:
      return { type: rule.type }
  }
}

function readRow({ grade, amount }: { readonly grade: string; readonly amount: AmountByCurrency }): ReadRow {
  return { grade, amount: read(amount) }
}

function readPercent(value: DecimalInput): Decimal {
  return checkDecimal(value, [], []) as Decimal
}

function read(amount: AmountByCurrency): PreparedAmount {
  return readAmountByCurrency(amount, [], [])
}

/** Adds an issue for every amount for whichever currency that has more decimal places than one of so many minor digits. */
export function checkAmountsFit({ rules, step, minimum }: ReadLimitPolicy, digits: number, issues: Issue[]): void {
  for (const [index, rule] of rules.entries()) {
    const path: Path = ['policy', 'rules', index]
    if (rule.type === 'maximum') checkFits(rule.amount, digits, [...path, 'amount'], issues)
    if (rule.type === 'by-grade')
      for (const [row, { amount }] of rule.rows.entries()) checkFits(amount, digits, [...path, 'amounts', row, 'amount'], issues)
  }
  checkFits(step, digits, ['policy', 'step'], issues)
  checkFits(minimum, digits, ['policy', 'minimumLimit'], issues)
}
