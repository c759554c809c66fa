import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { shownDigits } from '../money/currency.js'
import { addQuantities, type Quantity, quantityOf, quantityText, roundQuotient, ZERO } from '../numbers/quantity.js'
import type { CustomerPurchases, PurchaseSummary } from '../purchases/types.js'
import { checkPurchaseSummary } from './checkPurchases.js'
import type { CustomerSentences } from './customerSentences.js'
import { shownAge } from './shownAge.js'
import { shownAmount } from './shownAmount.js'
import { shownNumber } from './shownNumber.js'

/** So many decimal places a mean is shown with at least. */
const DECIMAL_PLACES = 2

/**
 * Says in sentences how often customers bought again and what that came to, all of them and each.
 *
 * @param summary - What {@link summarisePurchases} returned.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: how many customers there are and how many bought again, what their repeat purchases came to, how long they have
 * been known, and what is to be known about the purchases. In `customers` the sentences about each, in the order of the summary.
 * @throws {@link InputError} if `summary` is no such result.
 * @example
 * import { summarisePurchases } from '@clientele/tiering'
 * import { explainPurchases } from '@clientele/tiering/explain'
 *
 * const transactions = [{ customer: 'Li', date: '2024-01-01', amount: 80 }, { customer: 'Li', date: '2024-03-04', amount: 50 }]
 * const { sentences, customers } = explainPurchases(summarisePurchases(transactions, { asOf: '2024-03-25', unit: 'week' }))
 * sentences[0] //=> 'Purchases as of 2024-03-25. Customers: 1; with repeat purchases: 1 (100%).'
 * customers[0].sentences[0]
 * //=> 'Customer Li first bought on 2024-01-01 and last on 2024-03-04, 9 weeks later. Repeat purchases: 1. Time since the first purchase: 12 weeks.'
 */
export function explainPurchases(
  summary: PurchaseSummary,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  checkPurchaseSummary(summary, issues)
  throwIssues(issues)
  const own = { ...summary }
  const { diagnoses } = locale.purchaseSummary
  return {
    sentences: [...explainAll(own, locale), ...own.diagnoses.map(({ code, params }) => formatMessage(diagnoses[code], params))],
    customers: own.customers.map((one) => ({ customer: one.customer, sentences: explainCustomer(one, own, locale) })),
  }
}

function explainAll({ asOf, unit, currency, customers }: PurchaseSummary, locale: TieringLocale): string[] {
  const { total, repeats, known } = locale.purchaseSummary
  const count = customers.length
  if (count === 0) return []
  const repeating = customers.filter(({ repeatPurchases }) => repeatPurchases > 0)
  const purchases = repeating.reduce((sum, one) => sum + one.repeatPurchases, 0)
  const spend = repeating.reduce((sum, { repeatSpend }) => addQuantities(sum, quantityOf(repeatSpend)), ZERO)
  const ages = customers.map(({ age }) => age)
  const meanAge = ages.reduce((sum, age) => sum + age / count, 0)
  const most = ages.reduce((greatest, age) => Math.max(greatest, age), 0)
  return [
    formatMessage(total, { asOf, count, repeating: repeating.length, percent: shownPercent(repeating.length / count) }),
    ...(purchases === 0
      ? []
      : [
          formatMessage(repeats, {
            purchases,
            spend: shownAmount(quantityText(spend), { currency }, locale),
            mean: shownMean(spend, purchases, currency, locale),
          }),
        ]),
    formatMessage(known, { mean: shownAge(meanAge, unit, locale), most: shownAge(most, unit, locale) }),
  ]
}

function explainCustomer(purchases: CustomerPurchases, { unit, currency }: PurchaseSummary, locale: TieringLocale): string[] {
  const { customer: template, customerOnce, spend } = locale.purchaseSummary
  const { customer, repeatPurchases, lastPurchaseAge, age, repeatSpend, firstPurchase: first, lastPurchase: last } = purchases
  const facts = { customer, first, age: shownAge(age, unit, locale) }
  if (repeatPurchases === 0) return [formatMessage(customerOnce, facts)]
  return [
    formatMessage(template, { ...facts, last, between: shownAge(lastPurchaseAge, unit, locale), purchases: repeatPurchases }),
    formatMessage(spend, {
      mean: shownMean(quantityOf(repeatSpend), repeatPurchases, currency, locale),
      total: shownAmount(repeatSpend, { currency }, locale),
    }),
  ]
}

/** What a purchase came to on average, rounded; next to nothing does not look as if it were nothing. */
function shownMean(sum: Quantity, purchases: number, currency: string | undefined, locale: TieringLocale): string {
  const places = Math.max(DECIMAL_PLACES, shownDigits(currency))
  const mean = roundQuotient(sum.units, BigInt(purchases) * 10n ** BigInt(sum.digits), places)
  if (mean.units !== 0n || sum.units === 0n) return shownAmount(quantityText(mean), { currency }, locale)
  const amount = shownNumber(sum.units > 0n ? Number.MIN_VALUE : -Number.MIN_VALUE)
  return currency === undefined ? amount : formatMessage(locale.money, { amount, currency })
}
