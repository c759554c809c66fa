import { currencyDigits, type Issue, type Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkCurrency,
  checkMade,
  checkQuantity,
  checkText,
  codedBy,
  filled,
  membersOf,
  oneOf,
  optional,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkAmountsFit, type ReadLimitPolicy, type ReadRule, readLimitPolicy } from '../limits/readLimitPolicy.js'
import type { LimitReason, LimitRule, SuggestedLimit } from '../limits/types.js'
import { moneyText } from '../money/moneyText.js'
import { amountIn, isNamed, type PreparedAmount } from '../money/readAmountByCurrency.js'
import { checkAgrees } from './checkAgrees.js'

const amount = checkQuantity

const TYPES: readonly LimitRule['type'][] = ['share-of-net-worth', 'purchases-in-credit-period', 'requested', 'maximum', 'by-grade']

const reasons: CodeChecks<LimitReason> = {
  'share-of-net-worth': { netWorth: checkQuantity, percent: checkQuantity, amount },
  'purchases-in-credit-period': { monthlyPurchases: checkQuantity, creditDays: checkCount, daysInMonth: checkCount, amount },
  requested: { amount },
  'nothing-requested': {},
  maximum: { amount },
  'maximum-not-named': { currency: checkText },
  'by-grade': { grade: checkText, amount },
  'grade-not-listed': { grade: checkText },
  lowest: { rules: filled(oneOf(TYPES)), amount },
  'rounded-down': { step: checkQuantity, from: checkQuantity, to: checkQuantity },
  'below-minimum': { minimum: checkQuantity, amount },
}

const checkKnownCurrency: Check = (value, path, issues) => {
  checkCurrency(value, path, issues)
}

const checkSuggested: Check = membersOf({
  customer: checkText,
  company: optional(checkText),
  currency: checkKnownCurrency,
  limit: checkQuantity,
  reasons: filled(codedBy<LimitReason>(reasons)),
})

/** Adds an issue for all that is wrong with a suggested limit or its policy, and where another policy made it, also one of the same version. */
export function checkLimitOfPolicy(value: unknown, policy: unknown, issues: Issue[]): void {
  const read = readLimitPolicy(policy, issues)
  checkMade(value, 'suggested', checkSuggested, read?.policies, issues)
  if (issues.length > 0 || read === undefined) return
  const suggested = value as SuggestedLimit
  checkAmountsFit(read, currencyDigits(suggested.currency), issues)
  if (issues.length === 0) checkReasons(suggested, read, issues)
}

/** Adds an issue for each reason that is not what the policy makes of the facts, and where they lead to another limit. */
function checkReasons({ currency, limit, reasons: given }: SuggestedLimit, policy: ReadLimitPolicy, issues: Issue[]): void {
  const path = ['suggested', 'reasons']
  const digits = currencyDigits(currency)
  const inMoney = (prepared: PreparedAmount): string => moneyText(amountIn(prepared, currency, digits), digits)
  const { rules } = policy
  rules.forEach((rule, index) => {
    const isUnnamed = rule.type === 'maximum' && !isNamed(rule.amount, currency)
    const expected: LimitReason = isUnnamed ? { code: 'maximum-not-named', params: { currency } } : expectedOf(rule, given[index], digits, inMoney)
    checkReason(given[index], expected, [...path, index], issues)
  })
  const decisive = given[rules.length]
  if (decisive?.code !== 'lowest') {
    checkAgrees(decisive?.code, 'lowest', [...path, rules.length, 'code'], issues)
    return
  }
  const step = isNamed(policy.step, currency) ? inMoney(policy.step) : undefined
  const tail = followLowest(decisive.params.amount, { step, minimum: inMoney(policy.minimum), digits })
  const length = Math.max(given.length - rules.length - 1, tail.reasons.length)
  Array.from({ length }, (_, at) => checkReason(given[rules.length + 1 + at], tail.reasons[at], [...path, rules.length + 1 + at], issues))
  checkAgrees(limit, tail.limit, ['suggested', 'limit'], issues)
}

/** Adds an issue where a reason has another code than is expected, or the first parameter that is another. */
function checkReason(given: LimitReason | undefined, expected: LimitReason | undefined, path: Path, issues: Issue[]): void {
  if (given?.code !== expected?.code) {
    checkAgrees(given?.code, expected?.code, [...path, 'code'], issues)
    return
  }
  const params: { readonly [name: string]: unknown } = given?.params ?? {}
  for (const [name, value] of Object.entries(expected?.params ?? {})) checkAgrees(params[name], value, [...path, 'params', name], issues)
}

/** What a rule makes of the facts that a reason names. */
function expectedOf(rule: ReadRule, given: LimitReason | undefined, digits: number, inMoney: (prepared: PreparedAmount) => string): LimitReason {
  switch (rule.type) {
    case 'share-of-net-worth': {
      const netWorth = given?.code === rule.type ? given.params.netWorth : '0'
      const percent = rule.percent.toFixed()
      return { code: rule.type, params: { netWorth, percent, amount: roundedDown(shareOf(netWorth, percent), digits) } }
    }
    case 'purchases-in-credit-period': {
      const { monthlyPurchases, creditDays } = given?.code === rule.type ? given.params : { monthlyPurchases: '0', creditDays: 0 }
      const { daysInMonth } = rule
      const exact = purchasesOf({ monthlyPurchases, creditDays, daysInMonth })
      return { code: rule.type, params: { monthlyPurchases, creditDays, daysInMonth, amount: roundedDown(exact, digits) } }
    }
    case 'requested':
      return given?.code === 'nothing-requested' || given?.code === 'requested' ? given : { code: 'nothing-requested', params: {} }
    case 'maximum':
      return { code: rule.type, params: { amount: inMoney(rule.amount) } }
    case 'by-grade': {
      const grade = given !== undefined && 'grade' in given.params ? given.params.grade : ''
      const row = rule.rows.find((one) => one.grade === grade)
      return row === undefined ? { code: 'grade-not-listed', params: { grade } } : { code: rule.type, params: { grade, amount: inMoney(row.amount) } }
    }
  }
}

/** What decides after the lowest amount, and the limit. */
function followLowest(
  from: string,
  { step, minimum, digits }: { readonly step: string | undefined; readonly minimum: string; readonly digits: number },
) {
  const lowest = new Decimal(from)
  const to = step === undefined ? lowest : lowest.minus(lowest.mod(step))
  const shownTo = to.toFixed(digits)
  const rounding: LimitReason[] = step === undefined || to.eq(lowest) ? [] : [{ code: 'rounded-down', params: { step, from, to: shownTo } }]
  if (to.gte(minimum)) return { limit: shownTo, reasons: rounding }
  const none: LimitReason = { code: 'below-minimum', params: { minimum, amount: shownTo } }
  return { limit: new Decimal(0).toFixed(digits), reasons: [...rounding, none] }
}

/** A quotient that is kept exactly. */
interface Quotient {
  readonly dividend: Decimal
  readonly divisor: number
}

/** So many percent of a net worth; nothing of a negative one. */
export function shareOf(netWorth: string, percent: string): Quotient {
  return { dividend: netWorth.startsWith('-') ? new Decimal(0) : new Decimal(netWorth).times(percent), divisor: 100 }
}

/** What is bought in a credit period. */
export function purchasesOf(facts: { readonly monthlyPurchases: string; readonly creditDays: number; readonly daysInMonth: number }): Quotient {
  return { dividend: new Decimal(facts.monthlyPurchases).times(facts.creditDays), divisor: facts.daysInMonth }
}

function roundedDown({ dividend, divisor }: Quotient, digits: number): string {
  const scale = new Decimal(10).pow(digits)
  return dividend.times(scale).divToInt(divisor).div(scale).toFixed(digits)
}
