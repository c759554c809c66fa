import { formatMessage, shownPercent } from '@clientele/core/explain'
import {
  type BgNbdParameters,
  churnRate,
  cohortRetention,
  fitBgNbd,
  fitGammaGamma,
  type GammaGammaParameters,
  lifetimeValue,
  type RetentionCase,
  retentionRates,
  retentionValue,
  summarisePurchases,
} from '@clientele/tiering'
import {
  explainBgNbd,
  explainChurnRate,
  explainCohortRetention,
  explainGammaGamma,
  explainLifetimeValue,
  explainProbabilityAlive,
  explainPurchases,
  explainRetentionRates,
  explainRetentionValue,
  type TieringLocale,
} from '@clientele/tiering/explain'
import { indent, perCustomer, section } from './lines.js'
import { type Cell, layOutTable } from './table.js'
import type { LifetimeTexts } from './texts/types.js'

/** A customer who brings in 100 a year as long as there is one; a discount of 10 % a year. Margin and discount are examples. */
const yearly: Omit<RetentionCase, 'retentionRate'> = { margin: '100', discountRate: '0.1', from: 'next-period' }

/** Half a year of a small shop. */
const bought = (
  [
    ['Chen', ['2024-01-05', '2024-02-09', '2024-03-14', '2024-04-11', '2024-05-17', '2024-06-13'], '120'],
    ['Li', ['2024-01-12', '2024-02-20', '2024-04-25', '2024-06-04'], '60'],
    ['Sun', ['2024-01-26', '2024-02-27'], '200'],
    ['Wang', ['2024-02-02', '2024-03-08', '2024-05-10'], '45'],
    ['Zhao', ['2024-02-16'], '80'],
    ['Zhou', ['2024-03-21', '2024-04-18', '2024-06-21'], '150'],
  ] as const
).flatMap(([customer, dates, amount]) => dates.map((date) => ({ customer, date, amount, currency: 'CNY' })))
const asOf = '2024-06-30'

/** Fader, Hardie and Lee (2005): a shop for music, 2,357 customers, weeks. Gamma-Gamma: Fader and Hardie (2013), dollars. */
const purchases: BgNbdParameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const spend: GammaGammaParameters = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 }

/** The first is as the paper has one; the second bought again as often, but long ago; the third far more often, and is silent now; the fourth never came back. */
const shoppers = [
  { customer: '1', repeatPurchases: 2, lastPurchaseAge: 30.43, age: 38.86, meanSpend: '22.35' },
  { customer: '2', repeatPurchases: 2, lastPurchaseAge: 4, age: 38.86, meanSpend: '22.35' },
  { customer: '3', repeatPurchases: 10, lastPurchaseAge: 20, age: 38.86, meanSpend: '50' },
  { customer: '4', repeatPurchases: 0, lastPurchaseAge: 0, age: 38.86, meanSpend: '0' },
]
/** Weeks ahead. A discount of 0.2 % a week is 11 % a year; the margin is an example. */
const options = { horizon: 39, discountRate: '0.002', marginRate: '0.3' }

/** The texts' indicators of customers: new ones, retention and churn, and what a customer is worth over a lifetime. */
export function showLifetime(texts: LifetimeTexts, locale: TieringLocale): string[] {
  const period = { period: 'month', asOf } as const
  return [
    texts.title,
    ...showCase(texts, locale),
    ...section(texts.rates, explainRetentionRates(retentionRates(bought, period), locale).sentences),
    ...section(texts.churn, explainChurnRate(churnRate(bought, period), locale).sentences),
    ...section(texts.cohorts, explainCohortRetention(cohortRetention(bought, period), locale).sentences),
    ...showFit(texts, locale),
    ...showShoppers(texts, locale),
  ]
}

/** What a customer is worth whom a company keeps from year to year with a probability of 75 %, of 90 %, and of 80.5 %. */
function showCase(texts: LifetimeTexts, locale: TieringLocale): string[] {
  const [before, after, lessChurn] = [retained('0.75'), retained('0.9'), retained('0.805')] as const
  const gain = (to: number): string => shownPercent((to - before.value) / before.value)
  const told = [before, after, lessChurn].flatMap(({ value, ...retention }) => [
    formatMessage(texts.keeps, { percent: shownPercent(Number(retention.retentionRate)) }),
    ...indent(explainRetentionValue(retentionValue(retention), retention, locale).sentences),
  ])
  const [from, to, toLess] = [before, after, lessChurn].map(({ value }) => value.toFixed(2)) as [string, string, string]
  return [
    ...section(texts.retentionCase, told),
    ...indent([
      formatMessage(texts.points, { before: from, after: to, percent: gain(after.value) }),
      formatMessage(texts.lessChurn, { before: from, after: toLess, percent: gain(lessChurn.value) }),
    ]),
  ]
}

function retained(retentionRate: string): RetentionCase & { readonly value: number } {
  const retention = { ...yearly, retentionRate }
  return { ...retention, value: retentionValue(retention).value }
}

/** A book as the models take it, and what they say of one that is far too small. */
function showFit(texts: LifetimeTexts, locale: TieringLocale): string[] {
  const summary = summarisePurchases(bought, { asOf, unit: 'week' })
  const told = explainPurchases(summary, locale)
  return [
    ...section(texts.summary, told.sentences),
    ...perCustomer(told.customers.slice(0, 2)),
    ...section(texts.fit, explainBgNbd(fitBgNbd(summary.customers, { unit: 'week' }), locale).sentences),
    '',
    ...indent(explainGammaGamma(fitGammaGamma(summary.customers), locale).sentences),
  ]
}

/** What customers of a large book will still buy, by published parameters. */
function showShoppers(texts: LifetimeTexts, locale: TieringLocale): string[] {
  const values = shoppers.map((customer) => ({ customer, value: lifetimeValue(customer, { purchases, spend }, options) }))
  const rows = values.map(({ customer, value }): Cell[] => [
    customer.customer,
    { number: String(customer.repeatPurchases) },
    { number: value.probabilityAlive.toFixed(4) },
    { number: value.expectedPurchases.toFixed(4) },
    { number: value.expectedSpend.toFixed(2) },
    { number: value.value.toFixed(2) },
  ])
  return [
    ...section(texts.published, [texts.publishedExplained]),
    '',
    ...layOutTable([
      [
        texts.customer,
        { number: texts.repeats },
        { number: texts.alive },
        { number: texts.expected },
        { number: texts.spend },
        { number: texts.value },
      ],
      ...rows,
    ]),
    '',
    ...values.flatMap(({ customer, value }) => [
      ...indent(explainProbabilityAlive(customer, purchases, locale).sentences),
      ...indent(indent(explainLifetimeValue(value, locale).sentences)),
    ]),
  ]
}
