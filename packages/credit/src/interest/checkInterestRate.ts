import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  describeValue,
  policyKeys,
} from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../invoices/readInvoice.js'

const KEYS = [...policyKeys, 'title', 'steps', 'stepsApply', 'daysInYear', 'rounding']
const DAYS_IN_YEAR = [365, 360, 'actual']

/**
 * Finds everything that is wrong with an interest rate.
 *
 * @param value - Anything; {@link InterestRate} says what an interest rate is.
 * @returns The issues, none for a rate that {@link lateInterest} takes; their paths start at the rate.
 * @example
 * import { checkInterestRate } from '@clientele/credit'
 *
 * const steps = [{ from: '2024-01-01', percent: '8.5' }, { from: '2023-07-01', percent: '8' }]
 * const issues = checkInterestRate({ kind: 'interest-rate', id: 'statutory', version: 1, steps, daysInYear: 365 })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['steps', 1, 'from'], message: 'must be above 2024-01-01, not 2023-07-01' }]
 */
export function checkInterestRate(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: { readonly [key: string]: unknown }, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'interest-rate', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  checkSteps(value['steps'], ['steps'], issues)
  if (value['stepsApply'] !== undefined) checkChoice(value['stepsApply'], ['each-day', 'first-day'], ['stepsApply'], issues)
  checkDaysInYear(value['daysInYear'], ['daysInYear'], issues)
  if (value['rounding'] !== undefined) checkChoice(value['rounding'], ['total', 'span', 'day'], ['rounding'], issues)
}

function checkSteps(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkList(value, path, issues, { filled: true })) return
  let latest: number | undefined
  Array.from(value).forEach((step, index) => {
    const place = [...path, index]
    if (!checkRecord(step, place, issues)) return
    const { from, percent, ...others } = { ...step }
    checkKeys(others, ['from', 'percent'], place, issues)
    const day = readDay(from, [...place, 'from'], issues)
    if (day !== undefined && latest !== undefined && day <= latest) {
      issues.push(createIssue('not-above', [...place, 'from'], { bound: formatDay(latest) as string, actual: formatDay(day) as string }))
    } else latest = day ?? latest
    checkDecimal(percent, [...place, 'percent'], issues, { minimum: '0' })
  })
}

function checkDaysInYear(value: unknown, path: Path, issues: Issue[]): void {
  if (DAYS_IN_YEAR.some((allowed) => allowed === value)) return
  const allowed = DAYS_IN_YEAR.map(describeValue)
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('not-allowed', path, { allowed, actual: describeValue(value) }))
}
