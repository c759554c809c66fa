import type { DecimalString, Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import type { ReadAccount } from '../accounts/readAccount.js'
import type { ReadGrade } from '../accounts/readJudgement.js'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'
import { amountIn, isNamed } from '../money/readAmountByCurrency.js'
import { type Fraction, fractionOf, HUNDREDTH, multiply, ZERO } from '../numbers/fraction.js'
import type { ReadRow, ReadRule } from './readLimitPolicy.js'
import type { LimitReason, LimitRule } from './types.js'

/** What a rule says: exactly how much, if it gives an amount, and why. */
export interface RuleAmount {
  readonly type: LimitRule['type']
  /** In the account's currency. */
  readonly amount: Fraction | undefined
  readonly reason: LimitReason
}

/** The facts that a rule cannot do without. */
export const NEEDED_FACTS: { readonly [Type in LimitRule['type']]: readonly string[] } = {
  'share-of-net-worth': ['netWorth'],
  'purchases-in-credit-period': ['monthlyPurchases', 'creditDays'],
  requested: [],
  maximum: [],
  'by-grade': ['grade'],
}

/** What each rule says of an account that has what they need. */
export function ruleAmounts(rules: readonly ReadRule[], account: ReadAccount): RuleAmount[] {
  return rules.map((rule) => ruleAmount(rule, account))
}

/** Adds an issue where a rule lacks an amount in the account's currency that it cannot do without, and where no rule gives an amount at all. */
export function checkAmountsGiven(rules: readonly ReadRule[], { currency, grade, requestedLimit }: ReadAccount, issues: Issue[]): void {
  const silent: Path[] = []
  for (const [index, rule] of rules.entries()) {
    const path = ['policy', 'rules', index]
    if (rule.type === 'requested' && requestedLimit === undefined) silent.push(['account', 'requestedLimit'])
    if (rule.type === 'maximum' && !isNamed(rule.amount, currency)) silent.push([...path, 'amount', currency])
    if (rule.type !== 'by-grade') continue
    const row = rule.rows.findIndex((one) => one.grade === grade?.grade)
    const amount = rule.rows[row]?.amount
    if (amount !== undefined && !isNamed(amount, currency)) issues.push(createIssue('missing', [...path, 'amounts', row, 'amount', currency], {}))
  }
  if (silent.length === rules.length) for (const path of silent) issues.push(createIssue('missing', path, {}))
}

function ruleAmount(rule: ReadRule, account: ReadAccount): RuleAmount {
  const { currency, digits, requestedLimit } = account
  switch (rule.type) {
    case 'share-of-net-worth':
      return shareOfNetWorth(rule.percent, account.netWorth as Decimal, digits)
    case 'purchases-in-credit-period':
      return purchases(rule.daysInMonth, account.monthlyPurchases as Decimal, account.creditDays as number, digits)
    case 'requested':
      if (requestedLimit === undefined) return { type: rule.type, amount: undefined, reason: { code: 'nothing-requested', params: {} } }
      return ofUnits(rule.type, requestedLimit, digits, (amount) => ({ code: 'requested', params: { amount } }))
    case 'maximum':
      if (!isNamed(rule.amount, currency)) return { type: rule.type, amount: undefined, reason: { code: 'maximum-not-named', params: { currency } } }
      return ofUnits(rule.type, amountIn(rule.amount, currency, digits), digits, (amount) => ({ code: 'maximum', params: { amount } }))
    default:
      return byGrade(rule.rows, account)
  }
}

function shareOfNetWorth(percent: Decimal, netWorth: Decimal, digits: number): RuleAmount {
  const amount = netWorth.isNegative() ? ZERO : multiply(fractionOf(netWorth), fractionOf(percent), HUNDREDTH)
  const params = { netWorth: factText(netWorth, digits), percent: decimalText(percent), amount: shownDown(amount, digits) }
  return { type: 'share-of-net-worth', amount, reason: { code: 'share-of-net-worth', params } }
}

function purchases(daysInMonth: number, monthlyPurchases: Decimal, creditDays: number, digits: number): RuleAmount {
  const amount = multiply(fractionOf(monthlyPurchases), { dividend: BigInt(creditDays), divisor: BigInt(daysInMonth) })
  const known = { monthlyPurchases: factText(monthlyPurchases, digits), creditDays: creditDays + 0, daysInMonth }
  return {
    type: 'purchases-in-credit-period',
    amount,
    reason: { code: 'purchases-in-credit-period', params: { ...known, amount: shownDown(amount, digits) } },
  }
}

function byGrade(rows: readonly ReadRow[], { currency, digits, ...account }: ReadAccount): RuleAmount {
  const { grade } = account.grade as ReadGrade
  const row = rows.find((one) => one.grade === grade)
  if (row === undefined) return { type: 'by-grade', amount: ZERO, reason: { code: 'grade-not-listed', params: { grade } } }
  return ofUnits('by-grade', amountIn(row.amount, currency, digits), digits, (amount) => ({ code: 'by-grade', params: { grade, amount } }))
}

function ofUnits(type: LimitRule['type'], units: bigint, digits: number, reason: (amount: DecimalString) => LimitReason): RuleAmount {
  return { type, amount: { dividend: units, divisor: 10n ** BigInt(digits) }, reason: reason(moneyText(units, digits)) }
}

/** A fraction of 0 or more in minor units, rounded down. */
export function unitsDown({ dividend, divisor }: Fraction, digits: number): bigint {
  return divideRounded(dividend * 10n ** BigInt(digits), divisor, 'down')
}

function shownDown(amount: Fraction, digits: number): DecimalString {
  return moneyText(unitsDown(amount, digits), digits)
}

/** A fact in money, which may have more decimal places than the currency. */
function factText(amount: Decimal, digits: number): DecimalString {
  return amount.toFixed(Math.max(digits, amount.decimalPlaces()))
}
