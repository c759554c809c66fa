import { compareDecimals, type DecimalInput, type Issue, type Path } from '@clientele/core'
import {
  addIssuesAt,
  checkCalendarDate,
  checkChoice,
  checkCurrency,
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
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import { settingsOf } from '../receivables/settingsOf.js'
import { checkFit } from './checkFit.js'
import { checkLifetime, checkLifetimeFit } from './checkLifetime.js'
import { checkPipelinePart } from './checkPipelinePart.js'
import { checkReceivables } from './checkReceivables.js'
import { checkReceivablesFit } from './checkReceivablesFit.js'
import { checkTickets } from './checkTickets.js'
import { checkTiering } from './checkTiering.js'
import { checkTieringFit } from './checkTieringFit.js'
import { hasOrders } from './hasOrders.js'
import type { PortfolioConfig } from './types.js'

const ORDERS = ['columns', 'ratings', 'scorecard', 'tiers', 'averageMonths', 'rfm', 'lifetime']

/** Finds everything that is wrong with a portfolio config; an empty list says that it is a {@link PortfolioConfig}. */
export function checkConfig(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (!checkRecord(value, [], issues)) return issues
  checkKeys(value, [...policyKeys, 'title', 'note', 'asOf', 'currency', ...ORDERS, 'receivables', 'tickets', 'pipeline'], [], issues)
  checkPolicyHeader(value, 'portfolio', [], issues)
  for (const key of ['title', 'note']) if (value[key] !== undefined) checkLocalizedText(value[key], [key], issues)
  checkCalendarDate(value['asOf'], ['asOf'], issues)
  const speaksOfOrders = ORDERS.some((key) => value[key] !== undefined)
  const { currency, receivables, tickets, pipeline } = value
  const speaksOfOther = tickets !== undefined || pipeline !== undefined
  if (currency !== undefined || speaksOfOrders || receivables !== undefined || !speaksOfOther) checkCurrency(currency, ['currency'], issues)
  if (speaksOfOrders) checkOrders(value, issues)
  if (receivables !== undefined) checkReceivables(receivables, ['receivables'], issues)
  if (tickets !== undefined) checkTickets(tickets, ['tickets'], issues)
  if (pipeline !== undefined) checkPipelinePart(pipeline, ['pipeline'], issues)
  if (!speaksOfOrders && receivables === undefined && !speaksOfOther) issues.push(createPortfolioIssue('nothing-to-report', [], {}))
  return issues.length > 0 ? issues : checkFits(value as unknown as PortfolioConfig)
}

function checkFits(config: PortfolioConfig): Issue[] {
  const settings = settingsOf(config)
  // Where each invoice says its currency, the config's may be that of none.
  const currencies = settings === undefined || settings.columns.currency !== undefined ? [] : [settings.currency]
  return [
    ...(hasOrders(config) ? [...checkFit(config), ...checkTieringFit(config), ...checkLifetimeFit(config)] : []),
    ...(settings === undefined ? [] : checkReceivablesFit(settings, currencies)),
  ]
}

function checkOrders(value: { readonly [key: string]: unknown }, issues: Issue[]): void {
  checkColumns(value['columns'], issues)
  checkRatings(value['ratings'], issues)
  addIssuesAt(['scorecard'], checkScorecard(value['scorecard']), issues)
  checkTiering(value, issues)
  if (value['lifetime'] !== undefined) checkLifetime(value['lifetime'], issues)
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
