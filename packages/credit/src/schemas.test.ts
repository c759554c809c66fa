import type { Issue } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { creditTerms, invoices, settlementCases } from '../testing/arbitraries.js'
import { describeSchema, issuesOfVerb, isValid } from '../testing/describeSchema.js'
import { calendarOf, plans } from '../testing/instalmentPlans.js'
import {
  ageingSchemes,
  dunningCases,
  dunningSchemes,
  interestRates,
  openItems,
  provisionMatrices,
  rollRateCases,
  sentLetters,
  splitCases,
} from '../testing/receivables.js'
import {
  ageReceivables,
  allocatePayment,
  type CreditTerms,
  checkAgeingScheme,
  checkDunningScheme,
  checkInstalmentPlan,
  checkInterestRate,
  checkProvisionMatrix,
  checkTerms,
  type InstalmentPlan,
  lossRatesFromRollRates,
  planDunning,
  planInstalments,
  settleInvoice,
  splitOpenItem,
  termsTimeline,
} from './index.js'
import * as entry from './schemas.js'
import {
  ageingSchemeSchema,
  allocationCaseSchema,
  businessDayCalendarSchema,
  creditSchema,
  creditTermsSchema,
  dunningCaseSchema,
  dunningSchemeSchema,
  instalmentInvoiceSchema,
  instalmentPlanSchema,
  interestRateSchema,
  invoiceSchema,
  openItemSchema,
  paymentSchema,
  provisionMatrixSchema,
  rollRateCaseSchema,
  sentLetterSchema,
  settlementCaseSchema,
  splitCaseSchema,
} from './schemas.js'
import * as templates from './templates.js'

const netZero: CreditTerms = { kind: 'credit-terms', id: 'any', version: 1, discounts: [], netDays: 0 }
const allAtOnce: InstalmentPlan = { kind: 'instalment-plan', id: 'any', version: 1, lines: [{ share: { type: 'rest' }, due: [] }] }
const asOf = '2024-03-31'

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key as never] : undefined
const settleWith = (rows: object): readonly Issue[] => {
  const [row] = Object.values(rows).flat()
  const currency = typeof own(row, 'currency') === 'string' ? own(row, 'currency') : 'CNY'
  return issuesOfVerb(() =>
    settleInvoice({ invoice: { id: 'any', date: asOf, amount: 0, currency }, payments: [], ...rows } as never, netZero, { asOf }),
  )
}
const allocate = (value: unknown): readonly Issue[] => {
  const listed = own(value, 'invoices')
  const ids = Array.isArray(listed) ? listed.map((one) => own(one, 'id')).filter((one) => typeof one === 'string' && one !== '') : []
  return issuesOfVerb(() => allocatePayment(value as never, Object.fromEntries(ids.map((one) => [one, netZero])), { order: 'given' }))
}
// A calendar that is undefined would be one that is left out.
const planWith = (calendar: unknown): readonly Issue[] =>
  issuesOfVerb(() =>
    planInstalments({ date: asOf, amount: 1, currency: 'CNY' }, allAtOnce, { calendars: { any: (calendar ?? null) as BusinessDayCalendar } }),
  )

const payments = settlementCases.filter(({ settlement }) => settlement.payments.length > 0).map(({ settlement }) => settlement.payments[0])
const credits = settlementCases.filter(({ settlement }) => (settlement.credits ?? []).length > 0).map(({ settlement }) => settlement.credits?.[0])
const allocations = settlementCases.map(({ settlement: { invoice, payments: earlier, ...others } }) => ({
  payment: { id: 'the payment', date: '2024-02-10', amount: '1000', currency: invoice.currency },
  invoices: [{ ...invoice, amount: String(invoice.amount).replace('-', ''), tax: 0, payments: earlier, ...others }],
}))
const calendars = fc.constantFrom(
  calendarOf(),
  calendarOf({
    zone: 'Asia/Shanghai',
    title: 'Days',
    closed: ['2024-10-01', '2024-10-01'],
    open: [{ date: '2024-09-29', windows: [['09:00', '24:00']] }],
  }),
  calendarOf({
    windows: {
      sun: [
        ['00:00', '12:00'],
        ['13:30', '23:59'],
      ],
      mon: [],
    },
    format: 1,
  }),
)
const divided = invoices.map(({ id, ...invoice }) => (id === '' ? invoice : { ...invoice, id }))

/** A document's or input's name, schema, valid examples, and what its check or verb says of it. */
const schemas: readonly (readonly [string, z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]])[] = [
  ['credit-terms', creditTermsSchema, creditTerms, checkTerms],
  ['invoice', invoiceSchema, invoices, (value) => issuesOfVerb(() => termsTimeline(value as never, netZero))],
  ['payment', paymentSchema, payments, (value) => settleWith({ payments: [value] })],
  ['credit', creditSchema, credits, (value) => settleWith({ credits: [value] })],
  [
    'settlement-case',
    settlementCaseSchema,
    settlementCases.map(({ settlement }) => settlement),
    (value) => issuesOfVerb(() => settleInvoice(value as never, netZero, { asOf })),
  ],
  ['allocation-case', allocationCaseSchema, allocations, allocate],
  ['instalment-plan', instalmentPlanSchema, plans, checkInstalmentPlan],
  ['instalment-invoice', instalmentInvoiceSchema, divided, (value) => issuesOfVerb(() => planInstalments(value as never, allAtOnce))],
  ['business-day-calendar', businessDayCalendarSchema, calendars, planWith],
  ['open-item', openItemSchema, openItems, (value) => issuesOfVerb(() => ageReceivables([value as never], templates.ageingTo90Days, { asOf }))],
  ['split-case', splitCaseSchema, splitCases, (value) => issuesOfVerb(() => splitOpenItem(value as never))],
  ['ageing-scheme', ageingSchemeSchema, ageingSchemes, checkAgeingScheme],
  ['interest-rate', interestRateSchema, interestRates, checkInterestRate],
  ['dunning-scheme', dunningSchemeSchema, dunningSchemes, checkDunningScheme],
  [
    'sent-letter',
    sentLetterSchema,
    sentLetters,
    (value) => issuesOfVerb(() => planDunning({ items: [], history: [value as never] }, templates.threeStepDunning, { asOf })),
  ],
  ['dunning-case', dunningCaseSchema, dunningCases, (value) => issuesOfVerb(() => planDunning(value as never, templates.threeStepDunning, { asOf }))],
  ['provision-matrix', provisionMatrixSchema, provisionMatrices, checkProvisionMatrix],
  ['roll-rate-case', rollRateCaseSchema, rollRateCases, (value) => issuesOfVerb(() => lossRatesFromRollRates(value as never))],
]

for (const [name, schema, examples, issuesOf] of schemas) describeSchema({ name, schema, examples, issuesOf })

describe('schemas', () => {
  it('speak with the codes, paths and messages of the checks', () => {
    const told = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ path, message }) => ({ path, message }))
    const said = (issues: readonly Issue[]) => issues.map(({ path, message }) => ({ path, message }))
    const terms = { ...templates.textbookTerms, netDays: 10, colour: 'red' }
    expect(told(creditTermsSchema, terms)).toEqual(said(checkTerms(terms)))
    expect(creditTermsSchema.safeParse({ ...templates.netThirty, netDays: 1.5 }).error?.issues).toMatchObject([
      { code: 'custom', path: ['netDays'], params: { code: 'not-an-integer' } },
    ])
    const pathsOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))
    const payment = { id: 'P', date: '2024-02-30', amount: '1.5', currency: 'JPY' }
    expect(pathsOf(paymentSchema, payment)).toEqual(['date', 'amount'])
    const invoice = { id: 'A', date: '2024-01-01', amount: '-1', currency: 'CNY' }
    expect(pathsOf(settlementCaseSchema, { invoice, payments: [payment] })).toEqual(['payments.0.currency', 'payments.0.date'])
    expect(pathsOf(allocationCaseSchema, { payment: { ...payment, date: '2024-02-01', amount: 1 }, invoices: [invoice] })).toEqual([
      'invoices.0.currency',
      'invoices.0.amount',
    ])
    for (const [, schema] of schemas) expect(pathsOf(schema, [])).toEqual([''])
  })
})

it.each(Object.entries(templates))('one schema takes the template %s', (_, template) => {
  const { jsonSchemas: _makers, ...every } = entry
  const taken = Object.values(every).flatMap((schema) => schema.safeParse(template).data ?? [])
  expect(taken).toEqual([template])
  expect(isValid(template.kind, template)).toBe(true)
})

describe('JSON Schema', () => {
  it('refuses what has another shape', () => {
    const { textbookTerms, depositThenBalance } = templates
    const invoice = { id: 'A', date: '2024-01-01', amount: '10', currency: 'CNY' }
    expect(isValid('credit-terms', { ...textbookTerms, netDays: -1 })).toBe(false)
    expect(isValid('credit-terms', { ...textbookTerms, colour: 'red' })).toBe(false)
    expect(isValid('credit-terms', { ...textbookTerms, discounts: [{ withinDays: '15', percent: '2' }] })).toBe(false)
    expect(isValid('instalment-plan', { ...depositThenBalance, lines: [] })).toBe(false)
    expect(isValid('instalment-plan', { ...depositThenBalance, lines: [{ share: { type: 'percent', percent: '5' }, due: [] }] })).toBe(false)
    expect(isValid('invoice', { ...invoice, currency: 'yuan' })).toBe(false)
    expect(isValid('instalment-invoice', { ...invoice, id: '' })).toBe(false)
    expect(isValid('payment', { ...invoice, tax: '1' })).toBe(false)
    expect(isValid('credit', invoice)).toBe(false)
    expect(isValid('settlement-case', { invoice })).toBe(false)
    expect(isValid('allocation-case', { payment: invoice, invoices: [{ ...invoice, payments: [{}] }] })).toBe(false)
    const { ageingTo90Days, ifrs9ExampleMatrix, threeStepDunning, ukLatePaymentExample } = templates
    expect(isValid('open-item', { ...invoice, customer: 'C' })).toBe(false)
    expect(isValid('split-case', { item: { ...invoice, customer: 'C', due: '2024-01-31' }, instalments: [] })).toBe(false)
    expect(isValid('ageing-scheme', { ...ageingTo90Days, buckets: [{ id: 'all' }] })).toBe(false)
    expect(isValid('interest-rate', { ...ukLatePaymentExample, daysInYear: 364 })).toBe(false)
    expect(isValid('dunning-scheme', { ...threeStepDunning, levels: [{ level: 1, afterDays: 0, letter: 'x' }] })).toBe(false)
    expect(isValid('sent-letter', { item: 'A', level: 0, sentOn: '2024-01-01' })).toBe(false)
    expect(isValid('dunning-case', { items: [], history: [{}] })).toBe(false)
    expect(isValid('provision-matrix', { ...ifrs9ExampleMatrix, rates: [{ bucket: 'all', percent: '5', lost: '1', of: '2' }] })).toBe(false)
    expect(isValid('roll-rate-case', { sales: 1, openAfter: [], lost: 0 })).toBe(false)
    expect(isValid('business-day-calendar', calendarOf({ windows: { mon: [['09:00', '25:00']] } }))).toBe(false)
    expect(isValid('business-day-calendar', calendarOf({ open: [{ date: '2024-01-01', windows: [['09:00'] as never] }] }))).toBe(false)
  })
})
