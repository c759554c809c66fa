import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditTerms, creditTermsFor, invoices, settlementCases } from '../../testing/arbitraries.js'
import { investigations, ratings } from '../../testing/creditReports.js'
import { plans } from '../../testing/instalmentPlans.js'
import { changes, comparisons, receivablesFigures } from '../../testing/judgements.js'
import { ageingSchemes, dunningSchemes, interestRates, openItems, provisionMatrices, rollRateCases, sentLetters } from '../../testing/receivables.js'
import { spoil } from '../../testing/spoil.js'
import {
  explainAgeing,
  explainAllocation,
  explainConcentration,
  explainDeterioration,
  explainDunning,
  explainForgoingCost,
  explainInstalments,
  explainLateInterest,
  explainLossAllowance,
  explainLossRates,
  explainPolicyComparison,
  explainRating,
  explainReceivablesCost,
  explainReportCheck,
  explainRequiredReport,
  explainSettlement,
  explainTimeline,
} from '../explain.js'
import {
  ageReceivables,
  allocatePayment,
  checkReport,
  compareCreditPolicies,
  concentrationOfReceivables,
  costOfForgoingDiscount,
  costOfReceivables,
  type InstalmentInvoice,
  lateInterest,
  lossRatesFromRollRates,
  measureLossAllowance,
  planDunning,
  planInstalments,
  rateCustomer,
  requiredReport,
  respondToDeterioration,
  settleInvoice,
  termsTimeline,
} from '../index.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { zhCN } from '../locales/zh-CN.js'

/** A result with the policy that made it, and the way to say it. */
interface Explainable {
  readonly result: unknown
  readonly explain: (result: never, locale?: CreditLocale) => { readonly sentences: readonly string[] }
}

const explainable = (result: unknown, explain: Explainable['explain']): Explainable => ({ result, explain })

const settlements = settlementCases.map(({ settlement, terms, options }) =>
  explainable(settleInvoice(settlement, terms, options), (result, locale) => explainSettlement(result, terms, locale)),
)
const timelines = fc
  .tuple(invoices, creditTerms)
  .map(([invoice, terms]) => explainable(termsTimeline(invoice, terms), (result, locale) => explainTimeline(result, terms, locale)))
const costs = fc
  .tuple(creditTermsFor(2), fc.constantFrom(365 as const, 360 as const), fc.boolean())
  .map(([terms, daysInYear, compound]) =>
    explainable(costOfForgoingDiscount(terms, { daysInYear, compound }), (result, locale) => explainForgoingCost(result, terms, locale)),
  )
const allocations = fc
  .tuple(settlementCases, fc.constantFrom('oldest-first' as const, 'largest-discount' as const, 'given' as const))
  .map(([one, order]) => {
    const { invoice, payments, credits } = one.settlement
    const payable = { ...invoice, payments, credits, amount: String(invoice.amount).replace('-', ''), tax: '0' }
    const payment = { id: 'the payment', date: '2024-02-10', amount: '1000', currency: invoice.currency }
    const terms = { [invoice.id]: one.terms }
    return explainable(allocatePayment({ payment, invoices: [payable] }, terms, { order }), (result, locale) =>
      explainAllocation(result, terms, locale),
    )
  })
const calendars = { any: { kind: 'business-calendar', id: 'any', version: 1 } } as const
const dividedInvoice: InstalmentInvoice = { date: '2024-01-31', amount: '123456.78', tax: '3456.78', currency: 'CNY' }
const instalments = plans.map((plan) => {
  try {
    return explainable(planInstalments(dividedInvoice, plan, { calendars }), (result, locale) => explainInstalments(result, plan, locale))
  } catch (error) {
    // Fixed lines may ask for more than the amount.
    if (isInputError(error)) return undefined
    throw error
  }
})
const asOf = '2024-11-30'
const lists = fc.uniqueArray(openItems, { maxLength: 8, selector: ({ id }) => id })
const ageings = fc
  .tuple(lists, ageingSchemes)
  .map(([items, scheme]) => explainable(ageReceivables(items, scheme, { asOf }), (result, locale) => explainAgeing(result, scheme, locale)))
const concentrations = lists.map((items) => explainable(concentrationOfReceivables(items, { asOf }), explainConcentration))
const interests = fc
  .tuple(openItems, interestRates)
  .map(([item, rate]) => explainable(lateInterest(item, rate, { asOf }), (result, locale) => explainLateInterest(result, rate, locale)))
const dunnings = fc.tuple(lists, fc.array(sentLetters, { maxLength: 3 }), dunningSchemes).map(([items, letters, scheme]) => {
  const history = letters.map((letter, index) => ({ ...letter, item: items[index]?.id ?? letter.item }))
  return explainable(planDunning({ items, history }, scheme, { asOf }), (result, locale) => explainDunning(result, scheme, locale))
})
const allowances = fc.tuple(lists, provisionMatrices).map(([items, matrix]) => {
  const buckets = matrix.rates.map(({ bucket }, index) => ({ id: bucket, upToDays: index === matrix.rates.length - 1 ? null : index + 1 }))
  const ageing = ageReceivables(items, { kind: 'ageing-scheme', id: 'by date', version: 1, by: 'invoice-date', buckets }, { asOf })
  return explainable(measureLossAllowance(ageing, matrix), (result, locale) => explainLossAllowance(result, matrix, locale))
})
const lossRates = rollRateCases.map((one) => explainable(lossRatesFromRollRates(one), explainLossRates))
const requirements = fc
  .tuple(
    investigations,
    fc.constantFrom('small' as const, 'ordinary' as const, 'important' as const),
    fc.constantFrom('low' as const, 'high' as const),
  )
  .map(([{ scheme }, size, risk]) =>
    explainable(requiredReport({ size, risk }, scheme), (result, locale) => explainRequiredReport(result, scheme, locale)),
  )
const reportChecks = investigations.map(({ report, scheme, options }) =>
  explainable(checkReport(report, scheme, options), (result, locale) => explainReportCheck(result, scheme, locale)),
)
const rated = ratings.map(({ report, scheme }) =>
  explainable(rateCustomer(report, scheme), (result, locale) => explainRating(result, scheme, locale)),
)
const responses = changes.map(({ change, policy }) =>
  explainable(respondToDeterioration(change, policy), (result, locale) => explainDeterioration(result, policy, locale)),
)
const receivablesCosts = receivablesFigures.map((figures) => explainable(costOfReceivables(figures), explainReceivablesCost))
const policyComparisons = comparisons.map(({ policies, options }) => explainable(compareCreditPolicies(policies, options), explainPolicyComparison))
const kinds: readonly (readonly [string, fc.Arbitrary<Explainable>])[] = [
  ['settlements', settlements],
  ['timelines', timelines],
  ['costs', costs],
  ['allocations', allocations],
  ['instalments', instalments.filter((one) => one !== undefined)],
  ['ageings', ageings],
  ['concentrations', concentrations],
  ['late interest', interests],
  ['dunning', dunnings],
  ['loss allowances', allowances],
  ['loss rates', lossRates],
  ['required reports', requirements],
  ['checks of reports', reportChecks],
  ['ratings', rated],
  ['deterioration', responses],
  ['the cost of receivables', receivablesCosts],
  ['policy comparisons', policyComparisons],
]

/** Every text of a locale with its place, and the placeholders in it. */
const placeholders = (value: unknown, place = ''): string[] =>
  typeof value === 'string'
    ? [`${place}: ${[...new Set(value.match(/[{]\w+[}]/g) ?? [])].sort().join(' ')}`]
    : Object.entries(value as object).flatMap(([key, one]) => placeholders(one, `${place}.${key}`))

describe('locales', () => {
  it('say the same in both languages, as plain data', () => {
    expect(placeholders(zhCN).sort()).toEqual(placeholders(en).sort())
    for (const locale of [en, zhCN]) expect(JSON.parse(JSON.stringify(locale))).toEqual(locale)
  })

  it('have no English left in the Chinese', () => {
    const { core: _, languageTag: __, ...own } = zhCN
    const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts))
    for (const text of texts(own)) expect(text.replace(/[{]\w+[}]/g, '')).not.toMatch(/[A-Za-z.,;()"]{2}|[.,;:] |[.,;:]$/)
  })
})

describe.each(kinds)('explaining %s', (_, results) => {
  it('says whole sentences of every result, also of stored copies whose keys stand in another order', () => {
    fc.assert(
      fc.property(results, ({ result, explain }) => {
        // A random name may look like a placeholder that was left.
        fc.pre(!/[{]\w/.test(JSON.stringify(result)))
        const turned = JSON.parse(JSON.stringify(result), (__, value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
        )
        expect(explain(turned as never)).toEqual(explain(result as never))
        for (const sentence of explain(result as never).sentences) expect(sentence).toMatch(/^(?!.*[{]\w{2,}[}]).*\.$/s)
        for (const sentence of explain(result as never, zhCN).sentences) expect(sentence).toMatch(/^(?!.*[{]\w{2,}[}]).*。$/s)
      }),
      { numRuns: 40 },
    )
  })

  it('says something of what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(
        results.chain(({ result, explain }) => spoil(result).map((changed) => ({ changed, explain }))),
        ({ changed, explain }) => {
          for (const locale of [en, zhCN]) {
            try {
              expect(explain(changed as never, locale).sentences.join('')).not.toMatch(/undefined|NaN|null|\[object|function/)
            } catch (error) {
              if (!isInputError(error)) throw error
              refused += 1
            }
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(60)
  })
})
