import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { creditAccounts, orderCases, orderPolicies } from '../../testing/accounts.js'
import { investigationSchemes, investigations, ratings } from '../../testing/creditReports.js'
import { describeSchema, issuesOfVerb, isValid } from '../../testing/describeSchema.js'
import {
  assessExposure,
  type BreachCode,
  type BreachRules,
  type CreditAccount,
  checkCreditRatingScheme,
  checkDeteriorationPolicy,
  checkInvestigationScheme,
  checkLimitPolicy,
  checkOrderPolicy,
  checkReport,
  compareCreditPolicies,
  costOfReceivables,
  type DeteriorationPolicy,
  decideOrder,
  type OrderCase,
  type OrderPolicy,
  respondToDeterioration,
} from '../index.js'
import {
  creditAccountSchema,
  creditPolicyFiguresSchema,
  creditRatingSchemeSchema,
  creditReportSchema,
  creditStateSchema,
  deteriorationCaseSchema,
  deteriorationPolicySchema,
  investigationSchemeSchema,
  limitPolicySchema,
  orderCaseSchema,
  orderPolicySchema,
  orderReleaseSchema,
  receivablesCostFiguresSchema,
} from '../schemas.js'
import * as templates from '../templates.js'

const { textbookDeterioration, threeDepthInvestigation, usualLimitPolicy, usualOrderPolicy } = templates
const asOf = '2024-03-31'

/** All rates of exchange that random accounts ask for, and no rule that looks at more than amounts. */
const anyCurrency: OrderPolicy = {
  ...usualOrderPolicy,
  exposure: {
    count: ['orders'],
    convert: { to: 'CNY', rates: Object.fromEntries(['USD', 'EUR', 'JPY', 'KWD', 'GBP', 'TND'].map((code) => [code, '1.5'])) },
  },
  breaches: {},
  release: [],
}
const lists = { items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }
const account = { customer: 'C', currency: 'CNY', limit: { amount: '100' }, ...lists }
const order = { id: 'O', customer: 'C', amount: '1', currency: 'CNY' }
/** An account that is not refused for lacking what a policy counts. */
const withOrders = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { orders = [], ...others } = value as CreditAccount
  return { ...others, orders }
}
const withAccount = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'account' in value ? { ...value, account: withOrders(value.account) } : value
/** A rate of exchange that lacks is no fault of the account. */
const isOwn = ({ code }: Issue): boolean => code !== 'no-exchange-rate'

const signs: DeteriorationPolicy['signs'] = [
  { id: 'a', type: 'grade-fell', by: 2 },
  { id: 'b', type: 'loss-rate-rose', byPercentagePoints: '0.5' },
  { id: 'c', type: 'standard-lost', title: { en: 'lost' } },
  { id: 'd', type: 'dunning-level-rose', by: 1 },
  { id: 'e', type: 'overdue-rose', byAmount: 100 },
  { id: 'f', type: 'days-delinquent-rose', byDays: '5.5' },
]
const deteriorationPolicies: readonly DeteriorationPolicy[] = [
  textbookDeterioration,
  {
    ...textbookDeterioration,
    signs,
    measures: [
      { measure: 'guarantor', onSigns: ['a'] },
      { measure: 'raise-deposit', toPercentOfLimit: '20' },
      { measure: 'reduce-supply', toPercentOfLimit: 50, onSigns: ['b', 'f'] },
      { measure: 'restrict-shipments', to: 'prepaid' },
      { measure: 'notarise-contract' },
    ],
    roles: [{ id: 'superior', title: 'Boss' }],
  },
]
const states = [
  {},
  { grade: 'A', expectedBadDebtRate: 0.01, meetsStandard: true, dunningLevel: 0, overdue: '10.50', daysDelinquent: -2.5 },
  { grade: 'C', score: 50, customer: 'C', contributions: [], reasons: [], policies: [], weightedPoints: '1', totalWeight: '2' },
]
const figures = { id: 'a', sales: '1000', variableCostPercent: 60 }
const limitPolicies = [
  usualLimitPolicy,
  {
    ...usualLimitPolicy,
    rules: [
      { type: 'maximum', amount: { CNY: '100', JPY: 100 } },
      { type: 'by-grade', amounts: [{ grade: 'A', amount: '5.5' }] },
      { type: 'purchases-in-credit-period', daysInMonth: 31 },
      { type: 'share-of-net-worth', percent: 10 },
    ],
    step: '100',
    minimumLimit: { CNY: 10 },
  },
]
const releases = [
  { order: 'O', by: 'Li', role: 'manager', until: asOf },
  { order: 'O', by: 'Li', role: 'manager', until: asOf, date: asOf, amount: '12.50' },
  { order: 'O', by: 'Li', role: 'manager', until: asOf, amount: 1250, currency: 'JPY', breaches: ['over-limit', 'overdue'] },
]
const respond = (value: unknown): readonly Issue[] =>
  issuesOfVerb(() =>
    respondToDeterioration(value as never, { ...textbookDeterioration, signs: signs.filter(({ type }) => type !== 'grade-fell'), measures: [] }),
  )
const rate = (release: unknown): readonly Issue[] =>
  issuesOfVerb(() =>
    decideOrder({ order: { ...order, id: 'another' }, account: { ...account, releases: [release as never] } }, anyCurrency, { asOf }),
  )

const schemas: readonly (readonly [string, z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]])[] = [
  ['credit-investigation', investigationSchemeSchema, investigationSchemes, checkInvestigationScheme],
  [
    'credit-report',
    creditReportSchema,
    // Zod drops a key of that name.
    investigations.map(({ report }) => report).filter(({ sections }) => sections.every(({ facts }) => !Object.hasOwn(facts, '__proto__'))),
    (value) => issuesOfVerb(() => checkReport(value as never, threeDepthInvestigation)),
  ],
  ['credit-rating', creditRatingSchemeSchema, ratings.map(({ scheme }) => scheme), checkCreditRatingScheme],
  [
    'credit-account',
    creditAccountSchema,
    creditAccounts,
    (value) => issuesOfVerb(() => assessExposure(withOrders(value) as CreditAccount, anyCurrency, { asOf })).filter(isOwn),
  ],
  ['order-policy', orderPolicySchema, orderPolicies, checkOrderPolicy],
  [
    'order-case',
    orderCaseSchema,
    orderCases,
    (value) => issuesOfVerb(() => decideOrder(withAccount(value) as OrderCase, anyCurrency, { asOf })).filter(isOwn),
  ],
  ['order-release', orderReleaseSchema, fc.constantFrom(...releases), rate],
  [
    'credit-state',
    creditStateSchema,
    fc.constantFrom(...states),
    // That a state is of another customer, only the account tells.
    (before) => respond({ before, after: {}, account }).filter(({ path }) => path.at(-1) !== 'customer'),
  ],
  [
    'deterioration-case',
    deteriorationCaseSchema,
    fc.record({ before: fc.constantFrom(...states), after: fc.constantFrom(...states), account: fc.constant(account) }),
    respond,
  ],
  ['deterioration-policy', deteriorationPolicySchema, fc.constantFrom(...deteriorationPolicies), checkDeteriorationPolicy],
  ['limit-policy', limitPolicySchema, fc.constantFrom(...limitPolicies), checkLimitPolicy],
  [
    'credit-policy-figures',
    creditPolicyFiguresSchema,
    fc.constantFrom(
      { ...figures, collectionDays: 30, badDebtPercent: '2', collectionCost: '5', discount: 3 },
      {
        ...figures,
        mix: [
          { days: 10, share: '0.6', discountPercent: 2 },
          { days: 30, share: 0.4 },
        ],
        badDebt: 5,
      },
      { ...figures, receivables: '150' },
    ),
    (value) =>
      issuesOfVerb(() => compareCreditPolicies([value as never], { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'price' })),
  ],
  [
    'receivables-cost-figures',
    receivablesCostFiguresSchema,
    fc.constantFrom(
      {
        dailySales: 10,
        collectionDays: '30',
        variableCostPercent: 60,
        costOfCapitalPercent: '10',
        managementCost: 5,
        badDebtPercent: '1',
        daysInYear: 365,
      },
      { dailySales: 0, collectionDays: 0, variableCostPercent: 0, costOfCapitalPercent: 0, managementCost: 0, badDebtPercent: 0 },
    ),
    (value) => issuesOfVerb(() => costOfReceivables(value as never)),
  ],
]

for (const [name, schema, examples, issuesOf] of schemas) describeSchema({ name, schema, examples, issuesOf })

describe('the JSON Schema of a decision document', () => {
  it('refuses what has another shape', () => {
    const breaches = (rules: { readonly [Code in BreachCode]?: unknown }): OrderPolicy => ({ ...usualOrderPolicy, breaches: rules as BreachRules })
    expect(isValid('order-policy', breaches({ 'over-limit': 'hold' }))).toBe(true)
    expect(isValid('order-policy', breaches({ 'over-limit': 'warn' }))).toBe(false)
    expect(isValid('order-policy', breaches({ overdue: [] }))).toBe(false)
    expect(isValid('order-policy', breaches({ 'dunning-level': { from: 0, response: 'hold' } }))).toBe(false)
    expect(isValid('order-policy', { ...usualOrderPolicy, exposure: { count: [] } })).toBe(false)
    expect(isValid('order-case', { order, account: { ...account, limit: undefined } })).toBe(false)
    expect(isValid('credit-account', { ...account, guarantees: [{ joint: true }] })).toBe(false)
    expect(isValid('order-release', { order: 'O', by: 'Li', role: 'manager' })).toBe(false)
    expect(isValid('credit-investigation', { ...threeDepthInvestigation, sections: [] })).toBe(false)
    expect(isValid('credit-report', { customer: 'C', depth: 'deep', date: asOf, sections: [] })).toBe(false)
    expect(isValid('credit-rating', { ...templates.fiveCRating, standard: {} })).toBe(false)
    expect(isValid('credit-state', { expectedBadDebtRate: 2 })).toBe(false)
    expect(isValid('deterioration-policy', { ...textbookDeterioration, decidedBy: [] })).toBe(false)
    expect(isValid('deterioration-case', { before: {}, after: {} })).toBe(false)
    expect(isValid('limit-policy', { ...usualLimitPolicy, rules: [{ type: 'share-of-net-worth' }] })).toBe(false)
    expect(isValid('credit-policy-figures', figures)).toBe(false)
    expect(isValid('receivables-cost-figures', { dailySales: 1 })).toBe(false)
  })
})
