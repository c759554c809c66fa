import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkInteger,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  policyKeys,
  roundingModes,
} from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import type { DiscountBase, PartialPayments, TermsStart } from './types.js'

type Document = { readonly [key: string]: unknown }

const termsStarts: readonly TermsStart[] = ['invoice-date', 'delivery-date', 'end-of-month']
const partialPayments: readonly PartialPayments[] = ['full-by-window', 'pro-rata']
const discountBases: readonly DiscountBase[] = ['gross', 'net-of-tax']
const HIGHEST_PERCENT = '100'
const KEYS = [...policyKeys, 'title', 'discounts', 'netDays', 'start', 'partialPayments', 'discountBase', 'rounding', 'cashStep']

/**
 * Finds everything that is wrong with credit terms.
 *
 * @param value - Anything; {@link CreditTerms} says what credit terms are.
 * @returns The issues, none for terms that the verbs take; their paths start at the terms.
 * @example
 * import { checkTerms } from '@clientele/credit'
 *
 * const discounts = [{ withinDays: 15, percent: '2' }, { withinDays: 20, percent: '3' }]
 * const issues = checkTerms({ kind: 'credit-terms', id: 'usual', version: 1, discounts, netDays: 30 })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['discounts', 1, 'percent'], message: 'must be below 2, not 3' }]
 */
export function checkTerms(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'credit-terms', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  const netDays = checkInteger(value['netDays'], ['netDays'], issues, { minimum: 0 }) ? value['netDays'] : undefined
  checkDiscounts(value['discounts'], netDays, issues)
  if (value['start'] !== undefined) checkChoice(value['start'], termsStarts, ['start'], issues)
  if (value['partialPayments'] !== undefined) checkChoice(value['partialPayments'], partialPayments, ['partialPayments'], issues)
  if (value['discountBase'] !== undefined) checkChoice(value['discountBase'], discountBases, ['discountBase'], issues)
  if (value['rounding'] !== undefined) checkChoice(value['rounding'], roundingModes, ['rounding'], issues)
  if (value['cashStep'] !== undefined) checkAbove(value['cashStep'], '0', ['cashStep'], issues)
}

function checkDiscounts(value: unknown, netDays: number | undefined, issues: Issue[]): void {
  if (!checkList(value, ['discounts'], issues)) return
  let latest: { readonly index: number; readonly days: number } | undefined
  let lowest: Decimal | undefined
  Array.from(value).forEach((discount, index) => {
    const path = ['discounts', index]
    if (!checkRecord(discount, path, issues)) return
    const { withinDays, percent, ...others } = { ...discount }
    checkKeys(others, ['withinDays', 'percent'], path, issues)
    if (checkInteger(withinDays, [...path, 'withinDays'], issues, { minimum: 0 })) {
      checkDays(withinDays, latest, netDays, [...path, 'withinDays'], issues)
      if (latest === undefined || withinDays > latest.days) latest = { index, days: withinDays }
    }
    const off = checkPercent(percent, lowest, [...path, 'percent'], issues)
    if (off?.lt(lowest ?? HIGHEST_PERCENT)) lowest = off
  })
}

function checkDays(
  days: number,
  latest: { readonly index: number; readonly days: number } | undefined,
  netDays: number | undefined,
  path: Path,
  issues: Issue[],
): void {
  if (latest !== undefined && days === latest.days) issues.push(createIssue('duplicate', path, { value: String(days), first: latest.index }))
  else if (latest !== undefined && days < latest.days) {
    issues.push(createIssue('not-above', path, { bound: String(latest.days), actual: String(days) }))
  }
  if (netDays !== undefined && days > netDays) {
    issues.push(createIssue('too-large', path, { maximum: String(netDays), actual: String(days) }))
  }
}

/** A percentage above 0, below 100 and below the lowest so far. */
function checkPercent(value: unknown, lowest: Decimal | undefined, path: Path, issues: Issue[]): Decimal | undefined {
  const percent = checkAbove(value, '0', path, issues)
  if (percent === undefined) return undefined
  const bound = lowest ?? HIGHEST_PERCENT
  if (!percent.lt(bound)) issues.push(createIssue('not-below', path, { bound: String(bound), actual: decimalText(percent) }))
  return percent
}
