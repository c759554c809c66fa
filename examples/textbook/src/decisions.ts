import { formatMessage } from '@clientele/core/explain'
import {
  type Commitment,
  type CreditPolicyFigures,
  type CreditReport,
  compareCreditPolicies,
  costOfReceivables,
  decideOrder,
  type InvestigatedCustomer,
  type OrderCase,
  type OrderRelease,
  rateCustomer,
  requiredReport,
  respondToDeterioration,
} from '@clientele/credit'
import {
  type CreditLocale,
  explainDeterioration,
  explainOrderDecision,
  explainPolicyComparison,
  explainRating,
  explainReceivablesCost,
  explainRequiredReport,
} from '@clientele/credit/explain'
import { fiveCRating, textbookDeterioration, threeDepthInvestigation, usualOrderPolicy } from '@clientele/credit/templates'
import { type Cell, layOutTable } from './table.js'
import type { DecisionTexts } from './texts/types.js'

/** The chapter's three kinds of customers. */
const investigated: readonly InvestigatedCustomer[] = [
  { size: 'small', risk: 'low' },
  { size: 'ordinary', risk: 'moderate' },
  { size: 'important', risk: 'high' },
]

/** Customer D of the screening, rated by the five Cs: before, and a year later. The chapter gives no marks. */
const reportOf = (date: string, facts: { readonly [mark: string]: number }): CreditReport => ({
  customer: 'D',
  depth: 'standard',
  date,
  sections: [{ id: 'five-cs', facts }],
})
const before = reportOf('2024-01-15', { character: 5, capacity: 4, capital: 4, collateral: 3, conditions: 4 })
const after = reportOf('2025-01-15', { character: 3, capacity: 3, capital: 3, collateral: 3, conditions: 2 })
const unpaid = { dunningLevel: 1, overdue: '12000' }

/** D owes 80,000 of a limit of 100,000 yuan; a deposit of 5,000 is in force. */
const account: OrderCase['account'] = {
  customer: 'D',
  currency: 'CNY',
  limit: { amount: '100000' },
  items: [{ id: 'INV-1', customer: 'D', date: '2024-03-01', due: '2024-03-31', amount: '80000', currency: 'CNY' }],
  deliveries: [],
  orders: [],
  deposits: [{ amount: '5000' }],
  guarantees: [],
  grade: 'A',
}
const asOf = '2024-03-20'

/** An order, with what was accepted before it and who let it pass. */
interface ShownOrder {
  readonly id: string
  readonly amount: string
  readonly orders: readonly Commitment[]
  readonly releases: readonly OrderRelease[]
}

/** The first passes and is in the account when the second is decided; the third is the second again, once it was released. */
const accepted: readonly Commitment[] = [{ id: 'SO-1', amount: '20000' }]
const orders: readonly ShownOrder[] = [
  { id: 'SO-1', amount: '20000.00', orders: [], releases: [] },
  { id: 'SO-2', amount: '10000.00', orders: accepted, releases: [] },
  { id: 'SO-2', amount: '10000.00', orders: accepted, releases: [{ order: 'SO-2', by: 'Li', role: 'sales-manager', until: '2024-03-31' }] },
]

/** A textbook case of Chinese financial management: 60 days become 90, in ten thousand yuan. */
const policies: readonly CreditPolicyFigures[] = [
  { id: 'n/60', sales: '1000', variableCostPercent: '60', collectionDays: '60', badDebt: '10', collectionCost: '5' },
  { id: 'n/90', sales: '1100', variableCostPercent: '60', collectionDays: '90', badDebt: '15', collectionCost: '8' },
]

/** The chapter's credit management (S1, 客戶信用管理): reports, the standard, orders, sudden changes, what receivables cost, which policy pays. */
export function showDecisions(texts: DecisionTexts, locale: CreditLocale): string[] {
  return [
    texts.title,
    '',
    `■ ${texts.reports}`,
    ...investigated.flatMap((customer) => showReport(customer, texts, locale)),
    '',
    `■ ${texts.standard}`,
    ...indent(explainRating(rateCustomer(before, fiveCRating), fiveCRating, locale).sentences),
    '',
    `■ ${texts.orders}`,
    ...orders.flatMap((order) => showOrder(order, texts, locale)),
    '',
    `■ ${texts.change}`,
    ...indent(explainDeterioration(deterioration(), textbookDeterioration, locale).sentences),
    '',
    `■ ${texts.cost}`,
    ...indent(explainReceivablesCost(cost(), locale).sentences),
    '',
    `■ ${texts.policies}`,
    ...showPolicies(texts, locale),
  ]
}

/** The deepest report in full, of the others which sections they have: what is in a section is the same in all. */
function showReport(customer: InvestigatedCustomer, texts: DecisionTexts, locale: CreditLocale): string[] {
  const required = requiredReport(customer, threeDepthInvestigation)
  const { sentences } = explainRequiredReport(required, threeDepthInvestigation, locale)
  const told = required.depth === 'in-depth' ? sentences : sentences.slice(0, -required.sections.length)
  return [`  ${texts.customers[required.depth]}`, ...told.map((sentence) => `    ${sentence}`)]
}

function showOrder({ id, amount, orders, releases }: ShownOrder, texts: DecisionTexts, locale: CreditLocale): string[] {
  const order = { id, customer: 'D', amount, currency: 'CNY' }
  const decision = decideOrder({ order, account: { ...account, orders, releases } }, usualOrderPolicy, { asOf })
  const asks = formatMessage(releases.length === 0 ? texts.asks : texts.asksReleased, { order: id, amount })
  return [`  ${asks}`, ...explainOrderDecision(decision, usualOrderPolicy, locale).sentences.map((sentence) => `    ${sentence}`)]
}

function deterioration(): ReturnType<typeof respondToDeterioration> {
  const states = {
    before: { ...rateCustomer(before, fiveCRating), dunningLevel: 0, overdue: '0' },
    after: { ...rateCustomer(after, fiveCRating), ...unpaid },
  }
  return respondToDeterioration({ ...states, account }, textbookDeterioration, { asOf: '2025-01-15' })
}

/** Ten thousand yuan a day, collected after 30 days. */
function cost(): ReturnType<typeof costOfReceivables> {
  return costOfReceivables({
    dailySales: '10000',
    collectionDays: '30',
    variableCostPercent: '60',
    costOfCapitalPercent: '10',
    managementCost: '20000',
    badDebtPercent: '1',
  })
}

function showPolicies(texts: DecisionTexts, locale: CreditLocale): string[] {
  const comparison = compareCreditPolicies(policies, { costOfCapitalPercent: '10', daysInYear: 360, existingReceivablesAt: 'variable-cost' })
  const rows = comparison.policies.map(({ id, contribution, opportunity, badDebt, collection, profit }): Cell[] => [
    id,
    ...[contribution, opportunity, badDebt, collection, profit].map((number) => ({ number })),
  ])
  return [
    ...layOutTable([
      [texts.policy, ...[texts.contribution, texts.opportunity, texts.badDebt, texts.collection, texts.profit].map((number) => ({ number }))],
      ...rows,
    ]),
    '',
    ...indent(explainPolicyComparison(comparison, locale).sentences),
  ]
}

function indent(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `  ${sentence}`)
}
