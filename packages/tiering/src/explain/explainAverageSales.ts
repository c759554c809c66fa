import type { DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isBelowNil, isNil, listTexts } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { AverageMonthlySales } from '../sales/types.js'
import { checkAverageSales } from './checkAverageSales.js'
import { shownAmount } from './shownAmount.js'

/** So many of those who bought most are named. */
const NAMED = 5

/**
 * Says in sentences over which months sales are averaged, and who bought most.
 *
 * @param sales - What {@link averageMonthlySales} returned.
 * @param locale - The language; English unless given.
 * @returns The months; the sales of all customers; the five who bought most, each with the total and the average; how many bought nothing or gave back
 * more than they bought; and what is to be known about the sales.
 * @throws {@link InputError} if `sales` is no such result.
 * @example
 * import { averageMonthlySales } from '@clientele/tiering'
 * import { explainAverageSales } from '@clientele/tiering/explain'
 *
 * const sales = [{ customer: 'Li', date: '2024-05-02', amount: 300, currency: 'CNY' }, { customer: 'Wu', date: '2024-06-30', amount: 900, currency: 'CNY' }]
 * const { sentences } = explainAverageSales(averageMonthlySales(sales, { months: 3, asOf: '2024-07-31' }))
 * sentences[0] //=> 'Average monthly sales from 2024-04-01 to 2024-06-30, as of 2024-07-31; months: 3.'
 * sentences[2] //=> 'Who bought most: Wu (900.00 CNY, 300.00 CNY a month), Li (300.00 CNY, 100.00 CNY a month).'
 */
export function explainAverageSales(sales: AverageMonthlySales, locale: TieringLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkAverageSales(sales, issues)
  throwIssues(issues)
  const { asOf, months, from, to, diagnoses } = sales
  const { period, diagnoses: texts } = locale.averageSales
  return {
    sentences: [
      formatMessage(period, { asOf, months, from, to }),
      ...explainCustomers({ ...sales }, locale),
      ...diagnoses.map(({ code, params }) => formatMessage(texts[code], params)),
    ],
  }
}

function explainCustomers({ customers, currency, months }: AverageMonthlySales, locale: TieringLocale): string[] {
  const { nobody, total, greatest, customer: one, withoutSales, belowZero } = locale.averageSales
  if (customers.length === 0) return [nobody]
  const inMoney = (amount: DecimalString): string => shownAmount(amount, { currency }, locale)
  const aMonth = (amount: DecimalString): string => shownAmount(amount, { currency, months }, locale)
  const sum = customers.reduce((all, { total: own }) => all.plus(own), new Decimal(0))
  const buying = customers.filter(({ total: own }) => !isNil(own) && !isBelowNil(own))
  const named = buying
    .slice(0, NAMED)
    .map(({ customer, total: own, average }) => formatMessage(one, { customer, total: inMoney(own), average: aMonth(average) }))
  const without = customers.filter(({ total: own }) => isNil(own)).length
  const below = customers.length - buying.length - without
  return [
    formatMessage(total, { count: customers.length, total: inMoney(decimalText(sum)) }),
    ...(named.length === 0 ? [] : [formatMessage(greatest, { customers: listTexts(named, locale.core) })]),
    ...(without === 0 ? [] : [formatMessage(withoutSales, { count: without })]),
    ...(below === 0 ? [] : [formatMessage(belowZero, { count: below })]),
  ]
}
