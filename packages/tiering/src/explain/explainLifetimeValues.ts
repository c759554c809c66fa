import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts } from '@clientele/core/explain'
import type { BookCustomer, LifetimeBook } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { checkLifetimeBook } from './checkLifetimeValue.js'
import type { CustomerSentences } from './customerSentences.js'
import { shownAge } from './shownAge.js'
import { shownPurchases, shownRate } from './shownMeasure.js'
import { shownNumber } from './shownNumber.js'
import { shownProbability } from './shownProbability.js'

/** So many of those worth most are named. */
const NAMED = 5

/**
 * Says in sentences what the customers of a book will bring in, all of them and each.
 *
 * @param book - What {@link lifetimeValues} returned.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: their value over the horizon, the rates that it was made with, the five worth most, how many are worth less than
 * nothing, and what is to be known about the values. In `customers` the sentence about each, in the order of the book. Amounts are in the unit of
 * spend.
 * @throws {@link InputError} if `book` is no such result, or its values do not add up but for rounding.
 * @example
 * import { lifetimeValues } from '@clientele/tiering'
 * import { explainLifetimeValues } from '@clientele/tiering/explain'
 *
 * const purchases = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
 * const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
 * const customers = [{ customer: 'C-1', repeatPurchases: 0, lastPurchaseAge: 0, age: 38, meanSpend: 0 }]
 * const book = lifetimeValues(customers, { purchases, spend }, { horizon: 26, discountRate: '0.002', marginRate: '0.3' })
 * explainLifetimeValues(book).sentences[1] //=> 'Margin rate: 30%; discount rate: 0.2% a week.'
 * explainLifetimeValues(book).sentences[2] //=> 'Worth most: C-1 (1.41).'
 */
export function explainLifetimeValues(
  book: LifetimeBook,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  checkLifetimeBook(book, issues)
  throwIssues(issues)
  const { customers } = book
  const { diagnoses } = locale.lifetimeBook
  return {
    sentences: [
      ...explainAll(book, locale),
      ...explainGreatest(customers, locale),
      ...book.diagnoses.map(({ code, params }) => formatMessage(diagnoses[code], params)),
    ],
    customers: customers.map((one) => ({ customer: one.customer, sentences: [explainCustomer(one, locale)] })),
  }
}

function explainAll({ unit, horizon, discountRate, marginRate, total, expectedPurchases, customers }: LifetimeBook, locale: TieringLocale): string[] {
  const { total: template, rates } = locale.lifetimeBook
  if (customers.length === 0) return []
  return [
    formatMessage(template, {
      horizon: shownAge(horizon, unit, locale),
      total: shownNumber(total),
      count: customers.length,
      purchases: shownPurchases(expectedPurchases),
    }),
    formatMessage(rates, { margin: shownRate(marginRate), rate: shownRate(discountRate), unit: locale.ageUnits[unit] }),
  ]
}

function explainGreatest(customers: readonly BookCustomer[], { lifetimeBook, core }: TieringLocale): string[] {
  const { greatest, great, belowZero } = lifetimeBook
  const named = customers
    .filter(({ value }) => value > 0)
    .slice(0, NAMED)
    .map(({ customer, value }) => formatMessage(great, { customer, value: shownNumber(value) }))
  const count = customers.filter(({ value }) => value < 0).length
  return [
    ...(named.length === 0 ? [] : [formatMessage(greatest, { customers: listTexts(named, core) })]),
    ...(count === 0 ? [] : [formatMessage(belowZero, { count })]),
  ]
}

function explainCustomer({ customer, value, expectedPurchases, expectedSpend, probabilityAlive }: BookCustomer, locale: TieringLocale): string {
  return formatMessage(locale.lifetimeBook.customer, {
    customer,
    value: shownNumber(value),
    purchases: shownPurchases(expectedPurchases),
    spend: shownNumber(expectedSpend),
    // Only without repeat purchases is it exactly 1, or so near to it that no number tells.
    percent: probabilityAlive === 1 ? '100' : shownProbability(probabilityAlive),
  })
}
