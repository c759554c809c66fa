import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isNil, listTexts, shownPart, shownSmall } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { CurrencyConcentration, CustomerConcentration, ReceivablesConcentration } from '../receivables/types.js'
import { checkConcentration } from './checkConcentration.js'
import { shownMoney } from './shownFacts.js'

/** So many of those who owe most are named. */
const NAMED = 5

/**
 * Says in sentences on how few customers the receivables hang.
 *
 * @param concentration - What {@link concentrationOfReceivables} returned.
 * @param locale - The language; English unless given.
 * @returns As of which day; for each currency what is open, the five customers who owe most, the shares of the greatest ones, the
 * Herfindahl–Hirschman index and the effective number of customers; and what is to be known about the items.
 * @throws {@link InputError} if `concentration` is none.
 * @example
 * import { concentrationOfReceivables } from '@clientele/credit'
 * import { explainConcentration } from '@clientele/credit/explain'
 *
 * const items = [
 *   { id: 'INV-1', customer: 'A', date: '2024-01-10', due: '2024-02-09', amount: '300', currency: 'CNY' },
 *   { id: 'INV-2', customer: 'B', date: '2024-03-10', due: '2024-04-09', amount: '900', currency: 'CNY' },
 * ]
 * explainConcentration(concentrationOfReceivables(items)).sentences.slice(1)
 * //=> ['Open in CNY: 1200.00 CNY. Shares are of the balances above 0, 1200.00 CNY in all. Customers with open items: 2.', 'Who owes most: B (900.00 CNY, 75%), A (300.00 CNY, 25%).', 'Share of the greatest customers: top 1: 75%.', 'The Herfindahl–Hirschman index is 0.625; the effective number of customers is 1.6.']
 */
export function explainConcentration(concentration: ReceivablesConcentration, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkConcentration(concentration, ['concentration'], issues)
  throwIssues(issues)
  const { asOf, currencies, diagnoses } = { ...concentration }
  const { asOf: upTo, whenever, nothing } = locale.concentration
  return {
    sentences: [
      asOf === undefined ? whenever : formatMessage(upTo, { asOf }),
      ...(currencies.length === 0 ? [nothing] : currencies.flatMap((currency) => explainCurrency(currency, locale))),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.receivables.diagnoses[code], params)),
    ],
  }
}

function explainCurrency({ currency, customers, greatest, ...figures }: CurrencyConcentration, locale: CreditLocale): string[] {
  const { concentration, core } = locale
  const inMoney = (amount: string): string => shownMoney(amount, currency, locale)
  const total = inMoney(figures.total)
  if (isNil(figures.exposure)) return [formatMessage(concentration.nobody, { currency, total })]
  const shownShare = (balance: string): string => shownPart(balance, figures.exposure)
  const owing = customers.filter(({ balance }) => !balance.startsWith('-') && !isNil(balance))
  const named = owing
    .slice(0, NAMED)
    .map(({ customer, balance }) => formatMessage(concentration.customer, { customer, balance: inMoney(balance), percent: shownShare(balance) }))
  // The greatest five of three are all of them.
  const shares = greatest
    .filter((one, index) => index === 0 || one.customers < customers.length)
    .map((one) => formatMessage(concentration.share, { customers: one.customers, percent: shownShare(sumOf(owing.slice(0, one.customers))) }))
  const index = { index: shownSmall(figures.herfindahlHirschmanIndex), effective: shownSmall(figures.effectiveCustomers) }
  return [
    formatMessage(concentration.total, { currency, total, exposure: inMoney(figures.exposure), count: customers.length }),
    formatMessage(concentration.greatest, { customers: listTexts(named, core) }),
    formatMessage(concentration.shares, { shares: listTexts(shares, core) }),
    formatMessage(concentration.index, index),
  ]
}

/** What customers owe together. */
function sumOf(customers: readonly CustomerConcentration[]): string {
  return decimalText(customers.reduce((sum, { balance }) => sum.plus(balance), new Decimal(0)))
}
