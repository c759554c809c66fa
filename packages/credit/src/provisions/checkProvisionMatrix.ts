import type { Issue, Path } from '@clientele/core'
import {
  checkDecimal,
  checkKeys,
  checkList,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  checkText,
  checkUnique,
  policyKeys,
  reportType,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { checkAbove } from '../money/checkAbove.js'
import { checkAtMost } from '../money/checkAtMost.js'

type Document = { readonly [key: string]: unknown }

const KEYS = [...policyKeys, 'title', 'rates']
const PERCENT_KEYS = ['bucket', 'percent']
const LOST_KEYS = ['bucket', 'lost', 'of', 'rate']

/**
 * Finds everything that is wrong with a provision matrix, whichever ageing it is for.
 *
 * @param value - Anything; {@link ProvisionMatrix} says what a provision matrix is.
 * @returns The issues, none for a matrix that {@link measureLossAllowance} takes with an ageing by the same buckets; their paths start at the
 * matrix.
 * @example
 * import { checkProvisionMatrix } from '@clientele/credit'
 *
 * const rates = [{ bucket: 'not-due', percent: '0.3' }, { bucket: 'over-30', lost: '2500', of: '2000' }]
 * const issues = checkProvisionMatrix({ kind: 'provision-matrix', id: 'usual', version: 1, rates })
 * issues.map(({ path, message }) => ({ path, message })) //=> [{ path: ['rates', 1, 'lost'], message: 'must be at most 2000, not 2500' }]
 */
export function checkProvisionMatrix(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (checkRecord(value, [], issues)) checkDocument({ ...value }, issues)
  return issues
}

function checkDocument(value: Document, issues: Issue[]): void {
  checkKeys(value, KEYS, [], issues)
  checkPolicyHeader(value, 'provision-matrix', [], issues)
  if (value['title'] !== undefined) checkLocalizedText(value['title'], ['title'], issues)
  if (!checkList(value['rates'], ['rates'], issues, { filled: true })) return
  const buckets = Array.from(value['rates'], (rate, index) => checkRate(rate, ['rates', index], issues))
  checkUnique(buckets, (index) => ['rates', index, 'bucket'], issues)
}

/** Checks a rate, and gives its bucket where nothing is wrong with that. */
function checkRate(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const rate = { ...value }
  const { bucket } = rate
  const isKnown = checkText(bucket, [...path, 'bucket'], issues)
  if (rate['percent'] === undefined && (rate['lost'] !== undefined || rate['of'] !== undefined)) checkLost(rate, path, issues)
  else checkPercent(rate, path, issues)
  return isKnown ? bucket : undefined
}

function checkPercent(rate: Document, path: Path, issues: Issue[]): void {
  checkKeys(rate, PERCENT_KEYS, path, issues)
  const place = [...path, 'percent']
  checkAtMost(checkDecimal(rate['percent'], place, issues, { minimum: '0' }), new Decimal(100), place, issues)
}

function checkLost(rate: Document, path: Path, issues: Issue[]): void {
  checkKeys(rate, LOST_KEYS, path, issues)
  const lost = checkDecimal(rate['lost'], [...path, 'lost'], issues, { minimum: '0' })
  checkAtMost(lost, checkAbove(rate['of'], '0', [...path, 'of'], issues), [...path, 'lost'], issues)
  if (rate['rate'] !== undefined && !Number.isFinite(rate['rate'])) reportType(rate['rate'], [...path, 'rate'], issues, 'number')
}
