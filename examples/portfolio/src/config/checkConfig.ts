import { compareDecimals, currencyDigits, type DecimalInput, type Issue, isInputError, type Path } from '@clientele/core'
import {
  checkCalendarDate,
  checkChoice,
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  isRecord,
  ownValue,
  policyKeys,
} from '@clientele/core/checks'
import { checkScorecard } from '@clientele/scoring'
import { checkFit } from './checkFit.js'
import type { PortfolioConfig } from './types.js'

/** Finds everything that is wrong with a portfolio config; an empty list says that it is a {@link PortfolioConfig}. */
export function checkConfig(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (!checkRecord(value, [], issues)) return issues
  checkKeys(value, [...policyKeys, 'title', 'note', 'asOf', 'currency', 'columns', 'ratings', 'scorecard'], [], issues)
  checkPolicyHeader(value, 'portfolio', [], issues)
  for (const key of ['title', 'note']) if (value[key] !== undefined) checkLocalizedText(value[key], [key], issues)
  checkCalendarDate(value['asOf'], ['asOf'], issues)
  checkCurrency(value['currency'], issues)
  checkColumns(value['columns'], issues)
  checkRatings(value['ratings'], issues)
  issues.push(...checkScorecard(value['scorecard']).map((issue) => ({ ...issue, path: ['scorecard', ...issue.path] })))
  return issues.length > 0 ? issues : checkFit(value as unknown as PortfolioConfig)
}

function checkCurrency(value: unknown, issues: Issue[]): void {
  if (!checkText(value, ['currency'], issues)) return
  try {
    currencyDigits(value)
  } catch (error) {
    if (!isInputError(error)) throw error
    issues.push(...error.issues)
  }
}

function checkColumns(value: unknown, issues: Issue[]): void {
  if (!checkRecord(value, ['columns'], issues)) return
  const roles = ['customer', 'date', 'amount']
  checkKeys(value, roles, ['columns'], issues)
  const names = roles.map((role) => {
    const name = ownValue(value, role)
    return checkText(name, ['columns', role], issues) ? name : undefined
  })
  checkUnique(names, (index) => ['columns', roles[index] as string], issues)
}

function checkRatings(value: unknown, issues: Issue[]): void {
  if (!checkList(value, ['ratings'], issues, { filled: true })) return
  value.forEach((rule, index) => checkRatingRule(rule, ['ratings', index], issues))
  const criteria = value.map((rule) => (isRecord(rule) ? ownValue(rule, 'criterion') : undefined))
  checkUnique(
    criteria.map((id) => (typeof id === 'string' ? id : undefined)),
    (index) => ['ratings', index, 'criterion'],
    issues,
  )
}

function checkRatingRule(rule: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(rule, path, issues)) return
  checkKeys(rule, ['criterion', 'measure', 'cuts'], path, issues)
  checkText(rule['criterion'], [...path, 'criterion'], issues)
  checkChoice(rule['measure'], ['recencyDays', 'orders', 'revenue'], [...path, 'measure'], issues)
  const cuts = rule['cuts']
  if (!checkList(cuts, [...path, 'cuts'], issues, { filled: true })) return
  const valid = cuts.map((cut, index) => checkDecimal(cut, [...path, 'cuts', index], issues) !== undefined)
  cuts.forEach((cut, index) => {
    if (index > 0 && valid[index] && valid[index - 1])
      checkAbove(cut as DecimalInput, cuts[index - 1] as DecimalInput, [...path, 'cuts', index], issues)
  })
}

function checkAbove(value: DecimalInput, bound: DecimalInput, path: Path, issues: Issue[]): void {
  if (compareDecimals(value, bound) <= 0) issues.push(createIssue('not-above', path, { bound: String(bound), actual: String(value) }))
}
