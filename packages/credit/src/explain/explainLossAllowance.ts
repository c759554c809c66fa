import type { DecimalInput, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isNil, shown, shownPart, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { AllowanceBucket, CurrencyAllowance, LossAllowance, ProvisionMatrix, ProvisionRate } from '../provisions/types.js'
import { checkAllowanceOfMatrix } from './checkAllowance.js'
import { shownBucket, shownMoney } from './shownFacts.js'

type Rates = ReadonlyMap<string, ProvisionRate>

/**
 * Says in sentences what is set aside for expected losses, and at which rates.
 *
 * @param allowance - What {@link measureLossAllowance} returned.
 * @param matrix - The provision matrix that made it; its title and its exact rates are taken from it.
 * @param locale - The language; English unless given.
 * @returns For each currency what is set aside, and a sentence for each bucket in which anything is owed; then what is to be known about the items.
 * Buckets are called by their ids, also where the ageing scheme has titles, which an allowance does not carry.
 * @throws {@link InputError} if the matrix is not one, or not the one that made the allowance: one of other rates is refused, also of the same
 * version.
 * @example
 * import { ageReceivables, measureLossAllowance } from '@clientele/credit'
 * import { explainLossAllowance } from '@clientele/credit/explain'
 * import { ageingTo90Days, ifrs9ExampleMatrix } from '@clientele/credit/templates'
 *
 * const items = [{ id: 'INV-1', customer: 'A', date: '2024-01-10', due: '2024-02-09', amount: '1000', currency: 'CNY' }]
 * const ageing = ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' })
 * explainLossAllowance(measureLossAllowance(ageing, ifrs9ExampleMatrix), ifrs9ExampleMatrix).sentences
 * //=> ['As of 2024-03-31, 36.00 CNY is set aside for expected losses under the matrix "Example: IFRS 9, illustrative example 12", 3.6% of debits of 1000.00 CNY; credits do not reduce it.', '31-60: 3.6% of 1000.00 CNY is 36.00 CNY.']
 */
export function explainLossAllowance(
  allowance: LossAllowance,
  matrix: ProvisionMatrix,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkAllowanceOfMatrix(allowance, matrix, issues)
  throwIssues(issues)
  const { asOf, currencies, diagnoses } = allowance
  const own = { ...matrix }
  const rates: Rates = new Map(own.rates.map((rate) => [rate.bucket, { ...rate }]))
  const facts = { asOf, matrix: titleOf(own, locale) }
  const sums = currencies.flatMap((currency) => explainCurrency(currency, facts, rates, locale))
  return {
    sentences: [
      ...(currencies.length === 0 ? [formatMessage(locale.allowance.nothing, facts)] : sums),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.receivables.diagnoses[code], params)),
    ],
  }
}

function explainCurrency(
  { currency, debits, allowance, buckets }: CurrencyAllowance,
  facts: { readonly asOf: string; readonly matrix: string },
  rates: Rates,
  locale: CreditLocale,
): string[] {
  const { total, nothingOwed } = locale.allowance
  if (isNil(debits)) return [formatMessage(nothingOwed, { ...facts, currency })]
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  return [
    formatMessage(total, { ...facts, allowance: inMoney(allowance), debits: inMoney(debits), percent: shownPart(allowance, debits) }),
    ...buckets
      .filter((bucket) => !isNil(bucket.debits))
      .map((bucket) => explainBucket(bucket, rates.get(bucket.id) as ProvisionRate, inMoney, locale)),
  ]
}

/** Says a bucket's allowance by its rate as the matrix has it, and whether it was rounded. */
function explainBucket(
  { id, debits, allowance }: AllowanceBucket,
  rate: ProvisionRate,
  inMoney: (amount: string) => string,
  locale: CreditLocale,
): string {
  const { bucket, bucketByLoss } = locale.allowance
  const { lost, of } = rate.percent === undefined ? rate : { lost: rate.percent, of: 100 }
  const { exact, rounded } = rate.percent === undefined ? bucketByLoss : bucket
  const isExact = new Decimal(allowance).times(of).eq(new Decimal(debits).times(lost))
  const facts = { bucket: shownBucket(id, locale), debits: inMoney(debits), allowance: inMoney(allowance), percent: canonical(lost) }
  return formatMessage(isExact ? exact : rounded, { ...facts, lost: canonical(lost), of: canonical(of) })
}

function canonical(value: DecimalInput): string {
  return shown(decimalText(new Decimal(value)))
}
