import { currencyDigits, type Issue, type Path } from '@clientele/core'
import { checkAmong, checkSameList, isSameList } from '@clientele/core/checks'
import { dayAfter, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import { Decimal, decimalText, ratio } from '@clientele/core/decimal'
import type { PreparedAmount } from '../money/readAmountByCurrency.js'
import type { BreachResponse } from '../orders/policyTypes.js'
import type { PreparedOrderPolicy, PreparedReleaseRule, PreparedRules } from '../orders/readOrderPolicy.js'
import type { Breach, OrderDecision, OrderDiagnosis, RefusedRelease } from '../orders/types.js'
import { checkAgrees } from './checkAgrees.js'
import { isSameRelease } from './isSameRelease.js'

/** What a rule makes of a breach, amounts in canonical form. */
interface Terms {
  readonly response: BreachResponse
  readonly params: { readonly [name: string]: string | number | boolean | readonly string[] | null }
}

type StandardParams = Extract<Breach, { readonly code: 'below-standard' }>['params']

type Differences = readonly { readonly place: Path; readonly actual: unknown; readonly expected: unknown }[]

/**
 * Adds an issue where a decision, whose members are what they should be, is not what the rules of its policy make: a breach of a rule that there is
 * not, or with another response, bound or releasing role; another decision than the breaches and releases lead to.
 */
export function checkDecisionRules(decision: OrderDecision, policy: PreparedOrderPolicy, issues: Issue[]): void {
  const { breaches, refusedReleases, diagnoses } = decision
  const asOf = parseDay(decision.asOf)
  breaches.forEach((breach, index) => {
    const place = ['decision', 'breaches', index]
    checkTerms(breach, decision.currency, policy.rules, place, issues)
    checkRoles({ ...breach }, policy.release, asOf, place, issues)
  })
  const isHeld = breaches.some((breach) => ({ ...breach }).released === undefined)
  const expected = breaches.some(({ response }) => response === 'refuse') ? 'refuse' : isHeld ? 'hold' : 'approve'
  checkAgrees(decision.decision, expected, ['decision', 'decision'], issues)
  checkLeft(decision, issues)
  refusedReleases.forEach((release, index) => checkRefusals(release, policy.release, ['decision', 'refusedReleases', index], issues))
  diagnoses.forEach(({ code }, index) => {
    if (!mayTell(code, policy.rules)) checkAgrees(code, undefined, ['decision', 'diagnoses', index, 'code'], issues)
  })
  checkUndated(decision, policy.release, asOf, issues)
}

/** Adds an issue where something is left of no limit, or nothing is said of what is left of one. */
function checkLeft({ limit, exposure, amount, available, availableAfter }: OrderDecision, issues: Issue[]): void {
  const left = limit === null ? null : new Decimal(limit).minus(exposure)
  if ((limit === null) !== (available === null)) checkAgrees(available, left && decimalText(left), ['decision', 'available'], issues)
  if ((limit === null) === (availableAfter === null)) return
  checkAgrees(availableAfter, left && decimalText(left.minus(amount)), ['decision', 'availableAfter'], issues)
}

/** Adds an issue where a release that says no day might last until another one, or does not let anything pass. */
function checkUndated({ breaches, diagnoses }: OrderDecision, release: readonly PreparedReleaseRule[], asOf: number, issues: Issue[]): void {
  diagnoses.forEach(({ code, params }, index) => {
    if (code !== 'release-undated') return
    const codes = breaches.filter((breach) => isSameRelease({ ...breach }.released, params)).map((breach) => breach.code)
    const rules = release.filter(({ breach, role }) => role === params.role && codes.includes(breach))
    const lasts = [...new Set(rules.map(({ validFor }) => lastDay(asOf, validFor)))].filter((last) => last < params.until)
    checkAmong(params.latest, lasts, ['decision', 'diagnoses', index, 'params', 'latest'], issues)
  })
}

/** Whether the rules are such that a diagnosis is told. */
function mayTell(code: OrderDiagnosis['code'], { limitExpired, belowStandard, reportMissing, reportStale }: PreparedRules): boolean {
  if (code === 'limit-expired-ignored') return limitExpired.length === 0
  if (code === 'standard-unknown') return belowStandard.some(({ unknown }) => unknown === undefined)
  return code !== 'report-age-unknown' || (reportStale.length > 0 && reportMissing.length === 0)
}

/** Adds an issue for each difference from the rule that is nearest to a breach, or one where there is no rule at all. */
function checkTerms(breach: Breach, currency: string, rules: PreparedRules, path: Path, issues: Issue[]): void {
  const all = termsOf(breach, currency, rules).map((terms) => differencesFrom(terms, breach))
  if (all.length === 0) checkAgrees(breach.code, undefined, [...path, 'code'], issues)
  const nearest = all.reduce((best, one) => (one.length < best.length ? one : best), all[0] ?? [])
  for (const { place, actual, expected } of nearest) {
    if (isList(actual) && isList(expected)) checkSameList(actual, expected, [...path, ...place], issues)
    else checkAgrees(actual, expected, [...path, ...place], issues)
  }
}

function differencesFrom({ response, params }: Terms, breach: Breach): Differences {
  const own: { readonly [name: string]: unknown } = breach.params
  const pairs = Object.entries(params).map(([name, expected]) => ({ place: ['params', name], actual: comparable(name, own[name]), expected }))
  const all: Differences = [{ place: ['response'], actual: breach.response, expected: response }, ...pairs]
  return all.filter(({ actual, expected }) => (isList(actual) && isList(expected) ? !isSameList(actual, expected) : actual !== expected))
}

/** What is checked to be a list is one of texts. */
function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}

/** A parameter as the terms have it. */
function comparable(name: string, value: unknown): unknown {
  return name === 'minimumAmount' ? decimalText(new Decimal(value as string)) : value
}

/** What each rule for the code of a breach makes of it. */
function termsOf(breach: Breach, currency: string, rules: PreparedRules): Terms[] {
  switch (breach.code) {
    case 'over-limit':
      return rules.overLimit.map(plain)
    case 'limit-expired':
      return rules.limitExpired.map(plain)
    case 'overdue':
      return rules.overdue.map(({ response, days, minimum }) => ({ response, params: { days, minimumAmount: amountText(minimum, currency) } }))
    case 'dunning-level':
      return rules.dunningLevel.map(({ response, from }) => ({ response, params: { from } }))
    case 'guarantee-expired':
      return rules.guaranteeExpired.map(plain)
    case 'report-missing':
      return rules.reportMissing.map(({ response, depth }) => ({ response, params: { required: depth } }))
    case 'report-stale':
      return rules.reportStale.map(({ response, validFor }) => ({
        response,
        params: { validUntil: lastDay(parseDay(breach.params.date), validFor) },
      }))
    case 'below-standard':
      return rules.belowStandard.flatMap((rule) => standardTerms(breach.params, rule))
    case 'account-blocked':
      return rules.accountBlocked.map(plain)
  }
}

/** A grade that is listed is no breach; without one, nothing is known, and with a list of grades anything is. */
function standardTerms({ grade, known }: StandardParams, { grades, response: missed, unknown }: PreparedRules['belowStandard'][number]): Terms[] {
  const response = known ? missed : unknown
  if (response === undefined || (grade !== null && grades?.includes(grade))) return []
  return [{ response, params: { grades, known: grade === null ? false : grades === null ? known : true } }]
}

function plain({ response }: { readonly response: BreachResponse }): Terms {
  return { response, params: {} }
}

function amountText({ any, named }: PreparedAmount, currency: string): string {
  const units = named.get(currency)
  if (any !== undefined) return any.text
  return units === undefined ? '0' : decimalText(new Decimal(String(units)).div(new Decimal(10).pow(currencyDigits(currency))))
}

function lastDay(day: number, validFor: PreparedReleaseRule['validFor']): string {
  return formatDay(Math.min(dayAfter(day, validFor), LAST_DAY)) as string
}

/** Adds an issue where other roles may release a breach, or until another day, or where another role did. */
function checkRoles(breach: Breach, release: readonly PreparedReleaseRule[], asOf: number, path: Path, issues: Issue[]): void {
  const { code, response, releasableBy, offers, released } = breach
  const rules = response === 'refuse' ? [] : release.filter((rule) => rule.breach === code && mayRelease(rule, breach))
  const roles = rules.map(({ role }) => role)
  checkSameList(releasableBy, roles, [...path, 'releasableBy'], issues)
  if (!isSameList(releasableBy, roles)) return
  const expected = rules.map(({ role, validFor }) => `${role} until ${lastDay(asOf, validFor)}`)
  const offered = offers.map(({ role, until }) => `${role} until ${until}`)
  checkSameList(offered, expected, [...path, 'offers'], issues)
  if (released !== undefined) checkAmong(released.role, roles, [...path, 'released', 'role'], issues)
}

/** Whether a role's rule allows so much excess; where the nearest numbers do not tell, what the decision says. */
function mayRelease({ role, upTo }: PreparedReleaseRule, breach: Breach): boolean {
  if (breach.code !== 'over-limit' || upTo === undefined) return true
  const [rate, most] = [breach.params.excessRate, ratio(upTo, new Decimal(100))]
  return rate === null || most === null || rate === most ? breach.releasableBy.includes(role) : rate < most
}

/** Adds an issue where a role may do more, or less, than a release was refused for. */
function checkRefusals({ role, reasons }: RefusedRelease, release: readonly PreparedReleaseRule[], path: Path, issues: Issue[]): void {
  reasons.forEach(({ code, params }, index) => {
    if (code !== 'role-too-low' && code !== 'excess-too-great') return
    const place = [...path, 'reasons', index]
    const rule = release.find((one) => one.breach === params.breach && one.role === role)
    if (code === 'role-too-low') {
      if (rule !== undefined) checkAgrees(code, undefined, [...place, 'code'], issues)
    } else checkAgrees(params.upToPercent, rule?.upTo && decimalText(rule.upTo), [...place, 'params', 'upToPercent'], issues)
  })
}
