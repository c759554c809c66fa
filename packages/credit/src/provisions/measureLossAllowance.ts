import type { Issue } from '@clientele/core'
import { createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { Decimal, ratio } from '@clientele/core/decimal'
import type { Ageing } from '../ageing/types.js'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'
import { type AgedDebits, type ReadCurrency, readAgedDebits } from './readAgedDebits.js'
import { type ReadLossRate, type ReadMatrix, readMatrix } from './readMatrix.js'
import type { CurrencyAllowance, LossAllowance, ProvisionMatrix } from './types.js'

const LISTED_BUCKETS = 20

/**
 * Measures what is to be set aside for the losses that are expected of receivables, by a provision matrix.
 *
 * Each bucket's debits are multiplied by its rate, exactly, and rounded half-up to the currency; a currency's allowance is the sum of its
 * buckets'. Credits never lower it, not even those of the same customer.
 *
 * @param ageing - What {@link ageReceivables} or `ageColumns` of {@link compileAgeing} returned.
 * @param matrix - The provision matrix, with exactly one rate for every bucket of the ageing.
 * @returns For each currency of the ageing the debits, the rate and the allowance of every bucket, in the ageing's order, and their sums. Rates
 * are numbers: 0.003 is 0.3 %. `diagnoses` says of how many items the ageing knew nothing, for they were rejected.
 * @throws {@link InputError} if the matrix is not as stated, lacks a bucket of the ageing or has one that is not among them, or if the ageing is
 * not as it was returned; with every issue. Where the ageing has no currency, missing or surplus rates go unnoticed.
 * @see IFRS 9 *Financial Instruments*, B5.5.35, and illustrative example 12 (IE74–IE77).
 * @example
 * import { ageReceivables, measureLossAllowance } from '@clientele/credit'
 * import { ageingTo90Days, ifrs9ExampleMatrix } from '@clientele/credit/templates'
 *
 * const items = [
 *   { id: 'INV-1', customer: 'C-1', date: '2024-01-10', due: '2024-02-09', amount: '4000', currency: 'CNY' },
 *   { id: 'INV-2', customer: 'C-2', date: '2024-03-01', due: '2024-03-31', amount: '15000', currency: 'CNY' },
 *   { id: 'CN-1', customer: 'C-2', date: '2024-03-05', due: '2024-03-31', amount: '-900', currency: 'CNY' },
 * ]
 * const { currencies } = measureLossAllowance(ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' }), ifrs9ExampleMatrix)
 * currencies.map(({ currency, debits, allowance }) => `${currency} ${allowance} of ${debits}`) //=> ['CNY 189.00 of 19000.00']
 */
export function measureLossAllowance(ageing: Ageing, matrix: ProvisionMatrix): LossAllowance {
  const issues: Issue[] = []
  const readable = readAgedDebits(ageing, issues)
  const prepared = readMatrix(matrix, issues)
  if (readable !== undefined && prepared !== undefined) checkCoverage(readable, prepared, issues)
  throwIssues(issues)
  const { asOf, currencies, diagnoses, policies } = readable as AgedDebits
  const { rates, policy } = prepared as ReadMatrix
  return { asOf, currencies: currencies.map((currency) => allow(currency, rates)), diagnoses, policies: [...policies, policy] }
}

/** Adds an issue for every rate without a bucket, and one for all buckets without a rate. */
function checkCoverage({ currencies }: AgedDebits, { rates }: ReadMatrix, issues: Issue[]): void {
  const ids = new Set(currencies.flatMap(({ buckets }) => buckets.map(({ id }) => id)))
  if (ids.size === 0) return
  const missing = [...ids].filter((id) => !rates.has(id))
  if (missing.length > 0) issues.push(createIssue('incomplete', ['matrix', 'rates'], { missing: listed(missing) }))
  const allowed = listed([...ids])
  for (const [index, bucket] of [...rates.keys()].entries()) {
    if (ids.has(bucket)) continue
    issues.push(createIssue('not-allowed', ['matrix', 'rates', index, 'bucket'], { allowed, actual: describeValue(bucket) }))
  }
}

/** Buckets as an issue names them: the first ones, where there are many. */
function listed(ids: readonly string[]): string[] {
  const names = ids.slice(0, LISTED_BUCKETS).map((id) => `"${id}"`)
  return ids.length > LISTED_BUCKETS ? [...names, '…'] : names
}

function allow({ currency, digits, buckets }: ReadCurrency, rates: ReadMatrix['rates']): CurrencyAllowance {
  const allowed = buckets.map(({ id, debits }) => {
    const { part, whole, rate } = rates.get(id) as ReadLossRate
    return { id, debits, rate, allowance: divideRounded(debits * part, whole, 'half-up') }
  })
  const debits = allowed.reduce((sum, bucket) => sum + bucket.debits, 0n)
  const allowance = allowed.reduce((sum, bucket) => sum + bucket.allowance, 0n)
  return {
    currency,
    debits: moneyText(debits, digits),
    allowance: moneyText(allowance, digits),
    rate: ratio(new Decimal(String(allowance)), new Decimal(String(debits))) ?? 0,
    buckets: allowed.map((bucket) => ({ ...bucket, debits: moneyText(bucket.debits, digits), allowance: moneyText(bucket.allowance, digits) })),
  }
}
