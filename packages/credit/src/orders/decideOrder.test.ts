import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breachCodes, type DecisionCase, decisionCases } from '../../testing/accounts.js'
import { unitsOf } from '../../testing/arbitraries.js'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { naiveDecision } from '../../testing/naiveOrders.js'
import { digitsOf } from '../../testing/naiveSettlement.js'
import { spoil } from '../../testing/spoil.js'
import {
  assessExposure,
  type Breach,
  type BreachCode,
  type BreachRules,
  type CreditAccount,
  type CreditLimit,
  type CreditOrder,
  decideOrder,
  type OpenItem,
  type OrderCase,
  type OrderDecision,
  type OrderPolicy,
  type OrderRelease,
  type ReleaseRule,
} from '../index.js'
import { readOrderCase } from './readOrderCase.js'

const asOf = '2024-03-15'
const order: CreditOrder = { id: 'SO-1', customer: 'C-1', amount: '100', currency: 'EUR' }
const item: OpenItem = { id: 'INV-1', customer: 'C-1', date: '2024-01-01', due: '2024-03-01', amount: '100', currency: 'EUR' }
const account = { customer: 'C-1', currency: 'EUR', limit: { amount: null }, items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }
const policyOf = (breaches: BreachRules, release?: readonly ReleaseRule[], others: Partial<OrderPolicy> = {}): OrderPolicy => ({
  kind: 'order-policy',
  id: 'usual',
  version: 3,
  exposure: { count: ['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'] },
  breaches,
  ...(release === undefined ? {} : { release }),
  ...others,
})
const overLimit = policyOf({ 'over-limit': 'hold' })

/** The order, changed, of the account, changed. */
const caseOf = (facts: Partial<CreditAccount>, change: Partial<CreditOrder> = {}): OrderCase => ({
  order: { ...order, ...change },
  account: { ...account, ...facts } as OrderCase['account'],
})
const decide = (facts: Partial<CreditAccount>, policy: OrderPolicy, change?: Partial<CreditOrder>, day = asOf): OrderDecision =>
  decideOrder(caseOf(facts, change), policy, { asOf: day })
const limited = (amount: CreditLimit['amount'], more: Partial<CreditAccount> = {}): Partial<CreditAccount> => ({ limit: { amount }, ...more })
const codesOf = ({ breaches }: OrderDecision): string[] => breaches.map(({ code }) => code)
/** What speaks against the order for one rule, in its parameters. */
const breached = (facts: Partial<CreditAccount>, rules: BreachRules, day?: string, change?: Partial<CreditOrder>): unknown =>
  decide(facts, policyOf(rules), change, day).breaches.map(({ params }) => params)

describe('decideOrder: the limit', () => {
  it.each<[string, string | number | null, string | number, string, string | null]>([
    ['no limit', null, 0, 'approve', null],
    ['no limit', null, '1e30', 'approve', null],
    ['0 + 0', 0, 0, 'hold', '100.00'],
    ['200 + 0', 200, 0, 'approve', null],
    ['200 + 150', 200, 150, 'hold', '50.00'],
    ['200 + 100, just reached', '200.00', 100, 'approve', null],
    ['200 + 100.01', '200.00', '100.01', 'hold', '0.01'],
    ['100 + 0, just reached', 100, 0, 'approve', null],
    ['99.99 + 0', '99.99', 0, 'hold', '0.01'],
  ])('Tryton (vector 27), exposure 100: %s (%s, %s)', (_, limit, amount, decision, excess) => {
    const decided = decide(limited(limit, { items: [item] }), overLimit, { amount })
    expect(decided.decision).toBe(decision)
    expect(decided.breaches.map(({ params }) => (params as { excess: string }).excess)).toEqual(excess === null ? [] : [excess])
  })

  it('tells everything', () => {
    const facts = limited('250', { company: 'DE', items: [item], orders: [{ id: 'SO-0', amount: '70' }] })
    const policy = policyOf({ 'over-limit': 'hold' }, [
      { breach: 'over-limit', role: 'sales-manager', upToPercentOverLimit: '5', validFor: 'P7D' },
      { breach: 'over-limit', role: 'credit-manager', upToPercentOverLimit: '8', validFor: 'P14D' },
      { breach: 'over-limit', role: 'director', validFor: 'P1M' },
    ])
    const expected: OrderDecision = {
      order: 'SO-1',
      customer: 'C-1',
      company: 'DE',
      asOf,
      decision: 'hold',
      currency: 'EUR',
      exposure: '170.00',
      amount: '100.00',
      asked: { amount: '100.00', currency: 'EUR' },
      limit: '250.00',
      available: '80.00',
      availableAfter: '-20.00',
      parts: [
        { part: 'receivables', amount: '100.00', counted: true },
        { part: 'deliveries', amount: '0.00', counted: true },
        { part: 'orders', amount: '70.00', counted: true },
        { part: 'deposits', amount: '0.00', counted: true },
        { part: 'guarantees', amount: '0.00', counted: true },
      ],
      breaches: [
        {
          code: 'over-limit',
          params: { exposure: '170.00', order: '100.00', limit: '250.00', excess: '20.00', excessRate: 0.08 },
          response: 'hold',
          releasableBy: ['credit-manager', 'director'],
          offers: [
            { role: 'credit-manager', until: '2024-03-29' },
            { role: 'director', until: '2024-04-15' },
          ],
        },
      ],
      refusedReleases: [],
      diagnoses: [],
      policies: [{ kind: 'order-policy', id: 'usual', version: 3 }],
    }
    expect(decide(facts, policy)).toStrictEqual(expected)
  })

  it('is what is left: below 0 where it is passed already, null where there is none', () => {
    const availables = [null, 0, 100, '160.5'].map((limit) => decide(limited(limit, { items: [item] }), overLimit).available)
    expect(availables).toEqual([null, '-100.00', '0.00', '60.50'])
    expect(decide(limited(0, { deposits: [{ amount: 30 }] }), overLimit, { amount: 30 })).toMatchObject({ decision: 'approve', available: '30.00' })
  })

  it('counts deposits and guarantees only while they are in force', () => {
    const facts = limited(0, { guarantees: [{ amount: 100, validFrom: '2024-03-02', validUntil: '2024-03-10' }] })
    const days = ['2024-03-01', '2024-03-02', '2024-03-10', '2024-03-11'].map((day) => decide(facts, overLimit, {}, day).decision)
    expect(days).toEqual(['hold', 'approve', 'approve', 'hold'])
  })

  it('two orders that together break the limit cannot both pass, where the second sees the first', () => {
    const first = decide(limited(150), overLimit)
    const second = decide(limited(150, { orders: [order] }), overLimit, { id: 'SO-2' })
    expect([first.decision, second.decision]).toEqual(['approve', 'hold'])
    expect(second.breaches[0]?.params).toMatchObject({ exposure: '100.00', excess: '50.00' })
  })

  it('counts an order that is in the account already once, as it is now', () => {
    const inAccount = limited(150, { orders: [{ id: 'SO-1', amount: '40' }, { amount: 20 }] })
    const decided = decide(inAccount, overLimit)
    expect(decided).toMatchObject({ decision: 'approve', exposure: '20.00', available: '130.00' })
    expect(decided.parts[2]).toEqual({ part: 'orders', amount: '20.00', counted: true })
    expect(decided.diagnoses).toEqual([{ code: 'order-in-account', params: { order: 'SO-1', amount: '40.00', currency: 'EUR' } }])
    const other = limited(150, {
      orders: [{ id: 'SO-1', amount: '40', currency: 'JPY', date: '2025-01-01' }],
      deliveries: [{ id: 'SO-1', amount: 60 }],
    })
    expect(decide(other, overLimit)).toMatchObject({ decision: 'hold', exposure: '60.00' })
    expect(decide(other, overLimit).diagnoses).toEqual([{ code: 'order-in-account', params: { order: 'SO-1', amount: '40', currency: 'JPY' } }])
  })

  it('looks at what the policy names, and at nothing else', () => {
    const worst: Partial<CreditAccount> = {
      limit: { amount: 0, validUntil: '2024-01-01' },
      items: [item],
      guarantees: [{ amount: 1, validUntil: '2024-01-01' }],
      dunningLevel: 9,
      grade: { grade: 'D', meetsStandard: false },
      blocked: true,
    }
    expect(decide(worst, policyOf({}))).toMatchObject({ decision: 'approve', breaches: [] })
    const everything = Object.fromEntries(breachCodes.map((code) => [code, 'hold'])) as BreachRules
    expect(codesOf(decide(worst, policyOf(everything)))).toEqual(breachCodes.filter((code) => code !== 'report-stale'))
    expect(codesOf(decide({ ...worst, report: { depth: 'brief', date: '2023-03-14' } }, policyOf(everything)))).toEqual(
      breachCodes.filter((code) => code !== 'report-missing'),
    )
  })

  it('refuses where anything is refused, else holds where anything is held', () => {
    const facts = limited(0, { blocked: true, dunningLevel: 1 })
    const rules: BreachRules = { 'over-limit': 'hold', 'dunning-level': 'refuse', 'account-blocked': { response: 'hold' } }
    const decided = decide(facts, policyOf(rules))
    expect([decided.decision, ...decided.breaches.map(({ response }) => response)]).toEqual(['refuse', 'hold', 'refuse', 'hold'])
    expect(decide({ ...facts, dunningLevel: 0 }, policyOf(rules)).decision).toBe('hold')
    expect(decide(limited(null), policyOf(rules)).decision).toBe('approve')
  })
})

describe('decideOrder: breaches', () => {
  it('limit-expired: from the day after the last', () => {
    const facts = { limit: { amount: 500, validUntil: '2024-03-15' } }
    expect(breached(facts, { 'limit-expired': 'hold' })).toEqual([])
    expect(breached(facts, { 'limit-expired': 'hold' }, '2024-03-16')).toEqual([{ validUntil: '2024-03-15' }])
    expect(breached({ limit: { amount: null, validUntil: '2024-03-14' } }, { 'limit-expired': 'refuse' })).toHaveLength(1)
    // The amount of an expired limit is what is measured against.
    const ignored = decide({ limit: { amount: 99, validUntil: '2024-03-14' } }, overLimit)
    expect(codesOf(ignored)).toEqual(['over-limit'])
    expect(ignored.diagnoses).toEqual([{ code: 'limit-expired-ignored', params: { validUntil: '2024-03-14' } }])
    expect(decide({ limit: { amount: 99, validUntil: '2024-03-14' } }, policyOf({ 'limit-expired': 'hold' })).diagnoses).toEqual([])
  })

  const overdue = (rule: BreachRules['overdue'], items: readonly OpenItem[], day = asOf) => breached({ items }, { overdue: rule }, day)

  it('overdue: from the first day after the due date, or from the day that the rule says', () => {
    const params = { days: 1, amount: '100.00', minimumAmount: '0.00', daysOverdue: 1, items: ['INV-1'] }
    expect(overdue('hold', [item], '2024-03-01')).toEqual([])
    expect(overdue('hold', [item], '2024-03-02')).toEqual([params])
    expect(overdue({ days: 0, response: 'hold' }, [item], '2024-03-01')).toEqual([])
    expect(overdue({ days: 0, response: 'hold' }, [item], '2024-03-02')).toEqual([{ ...params, days: 0 }])
    expect(overdue({ days: 14, response: 'hold' }, [item], '2024-03-14')).toEqual([])
    expect(overdue({ days: 14, response: 'hold' }, [item], '2024-03-15')).toEqual([{ ...params, days: 14, daysOverdue: 14 }])
    expect(overdue({ days: -0, response: 'hold' } as never, [item])).toMatchObject([{ days: 0 }])
  })

  it('overdue: what is open of it, less what the customer is owed, if it is not disputed', () => {
    const items: OpenItem[] = [
      { ...item, id: 'B', amount: 30 },
      { ...item, id: 'A', amount: '20.5', disputed: true },
      { ...item, id: 'C', amount: 50, due: '2024-02-01', applications: [{ date: '2024-03-01', type: 'payment', settles: 45 }] },
      { ...item, id: 'paid', amount: 10, applications: [{ date: '2024-03-15', type: 'payment', settles: 10 }] },
      { ...item, id: 'not due', amount: 1000, due: asOf },
      { ...item, id: 'not yet', amount: 1000, date: '2024-03-16' },
      { ...item, id: 'credit', amount: -15, due: '2030-01-01' },
      { ...item, id: 'overpaid', amount: 10, applications: [{ date: '2024-03-15', type: 'payment', settles: 11 }] },
      { ...item, id: 'credit to come', amount: -1000, date: '2024-03-16' },
    ]
    // 30 + 20.50 + 5 − 15 − 1
    expect(overdue('hold', items)).toEqual([{ days: 1, amount: '39.50', minimumAmount: '0.00', daysOverdue: 43, items: ['C', 'A', 'B'] }])
    expect(overdue({ skipDisputed: true, response: 'hold' }, items)).toMatchObject([{ amount: '19.00', items: ['C', 'B'] }])
    // A disputed credit is left out like a disputed debit.
    const disputed: OpenItem[] = [...items, { ...item, id: 'disputed credit', amount: '-5', disputed: true }]
    expect(overdue({ skipDisputed: true, response: 'hold' }, disputed)).toMatchObject([{ amount: '19.00' }])
    expect(overdue('hold', disputed)).toMatchObject([{ amount: '34.50' }])
    expect(overdue({ days: 15, response: 'hold' }, items)).toEqual([])
    expect(overdue('hold', [item, { ...item, id: 'credit', amount: -100 }])).toEqual([])
    expect(overdue('hold', [item, { ...item, id: 'credit', amount: '-99.99' }])).toMatchObject([{ amount: '0.01' }])
  })

  it('overdue: so much of it, in the currency of the exposure', () => {
    const least = (minimumAmount: object | string | number) => overdue({ minimumAmount, response: 'hold' } as never, [item])
    expect(least('100.00')).toMatchObject([{ minimumAmount: '100.00' }])
    expect(least('100.01')).toEqual([])
    expect(least(0)).toMatchObject([{ minimumAmount: '0.00' }])
    expect(least({ EUR: 100, JPY: 1 })).toMatchObject([{ minimumAmount: '100.00' }])
    expect(least({ EUR: '100.5' })).toEqual([])
    expect(least({ JPY: 1000 })).toMatchObject([{ minimumAmount: '0.00' }])
  })

  it('overdue and dunning-level: each of several rules', () => {
    const rules: BreachRules = {
      overdue: [
        { days: 10, response: 'hold' },
        { days: 20, response: 'refuse' },
        { minimumAmount: 50, response: 'hold' },
      ],
      'dunning-level': [{ from: 3, response: 'refuse' }, { from: 2, response: 'hold' }, { response: 'hold' }],
    }
    const decided = decide({ items: [item], dunningLevel: 2 }, policyOf(rules))
    expect(decided.breaches.map(({ code, params }) => [code, params])).toEqual([
      ['overdue', expect.objectContaining({ days: 10 })],
      ['overdue', expect.objectContaining({ days: 1, minimumAmount: '50.00' })],
      ['dunning-level', { level: 2, from: 2 }],
      ['dunning-level', { level: 2, from: 1 }],
    ])
    expect(decided.decision).toBe('hold')
    expect(decide({ items: [item], dunningLevel: 3 }, policyOf(rules)).decision).toBe('refuse')
    expect(breached({ dunningLevel: 0 }, { 'dunning-level': 'hold' })).toEqual([])
    expect(breached({}, { 'dunning-level': 'hold' })).toEqual([])
  })

  it('guarantee-expired: any of them, whatever counts', () => {
    const guarantees = [
      { amount: 10, validUntil: '2024-03-14' },
      { amount: 5, validUntil: '2024-02-01', joint: true },
      { amount: 7, validUntil: asOf },
      { amount: 1 },
    ]
    const rules: BreachRules = { 'guarantee-expired': 'hold' }
    expect(breached({ guarantees }, rules)).toEqual([{ count: 2, amount: '15.00', validUntil: '2024-03-14' }])
    expect(breached({ guarantees }, rules, '2024-03-16')).toEqual([{ count: 3, amount: '22.00', validUntil: asOf }])
    expect(breached({ guarantees: guarantees.slice(2) }, rules)).toEqual([])
    const notCounted = policyOf(rules, [], { exposure: { count: ['orders'] } })
    expect(decide({ guarantees }, notCounted).breaches).toHaveLength(1)
    const { guarantees: _, ...without } = account
    expect(issuesOf(() => decideOrder({ order, account: without }, notCounted, { asOf }))).toEqual([['missing', ['account', 'guarantees']]])
    expect(issuesOf(() => decideOrder({ order, account: without }, policyOf(rules), { asOf }))).toEqual([['missing', ['account', 'guarantees']]])
    const unasked = policyOf({}, [], { exposure: { count: ['orders'] } })
    expect(decideOrder({ order, account: without }, unasked, { asOf }).decision).toBe('approve')
  })

  it('report-missing: none, none so deep, or none yet', () => {
    const missing = (report: CreditAccount['report'], rule: BreachRules['report-missing']) => breached({ report }, { 'report-missing': rule })
    const date = '2000-01-01'
    expect(missing(undefined, 'hold')).toEqual([{ depth: null, required: null }])
    expect(missing(undefined, { depth: 'standard', response: 'hold' })).toEqual([{ depth: null, required: 'standard' }])
    expect(missing({ depth: 'brief', date }, 'hold')).toEqual([])
    expect(missing({ depth: 'brief', date }, { depth: 'brief', response: 'hold' })).toEqual([])
    expect(missing({ depth: 'brief', date }, { depth: 'standard', response: 'hold' })).toEqual([{ depth: 'brief', required: 'standard' }])
    expect(missing({ depth: 'in-depth', date }, { depth: 'standard', response: 'hold' })).toEqual([])
    expect(missing({ depth: 'in-depth', date: asOf }, 'hold')).toEqual([])
    expect(missing({ depth: 'in-depth', date: '2024-03-16' }, 'hold')).toEqual([{ depth: null, required: null }])
  })

  it('report-stale: from the day after the last fresh one', () => {
    const stale = (date: string, rule: BreachRules['report-stale'], day?: string) =>
      breached({ report: { depth: 'brief', date } }, { 'report-stale': rule }, day)
    expect(stale('2023-03-15', 'hold')).toEqual([])
    expect(stale('2023-03-14', 'hold')).toEqual([{ date: '2023-03-14', validUntil: '2024-03-14' }])
    expect(stale('2024-02-29', 'hold', '2025-02-28')).toEqual([])
    expect(stale('2024-02-29', 'hold', '2025-03-01')).toEqual([{ date: '2024-02-29', validUntil: '2025-02-28' }])
    expect(stale('2024-01-31', { validFor: 'P1M', response: 'hold' }, '2024-02-29')).toEqual([])
    expect(stale('2024-01-31', { validFor: 'P1M', response: 'hold' }, '2024-03-01')).toMatchObject([{ validUntil: '2024-02-29' }])
    expect(stale('2024-03-14', { validFor: 'P0D', response: 'hold' })).toHaveLength(1)
    expect(stale('2024-03-16', { validFor: 'P0D', response: 'hold' })).toEqual([])
    expect(stale('2024-03-14', { validFor: 'P99999Y', response: 'hold' }, '9999-12-31')).toEqual([])
    expect(breached({}, { 'report-stale': 'hold' })).toEqual([])
    const unknown = (facts: Partial<CreditAccount>, rules: BreachRules) => decide(facts, policyOf(rules)).diagnoses
    expect(unknown({}, { 'report-stale': 'hold' })).toEqual([{ code: 'report-age-unknown', params: {} }])
    expect(unknown({ report: { depth: 'brief', date: '2024-03-16' } }, { 'report-stale': 'hold' })).toHaveLength(1)
    expect(unknown({ report: { depth: 'brief', date: asOf } }, { 'report-stale': 'hold' })).toEqual([])
    expect(unknown({}, { 'report-stale': 'hold', 'report-missing': 'hold' })).toEqual([])
    expect(unknown({}, { 'report-missing': 'hold' })).toEqual([])
    // A report that is too shallow may be too old as well.
    const both: BreachRules = { 'report-missing': { depth: 'standard', response: 'hold' }, 'report-stale': 'hold' }
    expect(breached({ report: { depth: 'brief', date: '2020-01-01' } }, both)).toHaveLength(2)
  })

  it('below-standard: by the rating, or by the grades that the policy lists', () => {
    const judge = (grade: CreditAccount['grade'], rule: BreachRules['below-standard']) => {
      const { breaches, diagnoses } = decide({ grade }, policyOf({ 'below-standard': rule }))
      return [...breaches, ...diagnoses].map(({ code, params }) => [code, params])
    }
    const listed = { grades: ['AA', 'A'], response: 'hold' } as const
    const unknown = (grade: string | null) => [['standard-unknown', { grade }]]
    expect(judge(undefined, 'hold')).toEqual(unknown(null))
    expect(judge('A', 'hold')).toEqual(unknown('A'))
    expect(judge({ grade: 'A', meetsStandard: true }, 'hold')).toEqual([])
    expect(judge({ grade: 'A', meetsStandard: false }, 'hold')).toEqual([['below-standard', { grade: 'A', grades: null, known: true }]])
    expect(judge(undefined, listed)).toEqual(unknown(null))
    expect(judge('A', listed)).toEqual([])
    expect(judge('B', listed)).toEqual([['below-standard', { grade: 'B', grades: ['AA', 'A'], known: true }]])
    expect(judge({ grade: 'A', meetsStandard: false }, listed)).toEqual([])
    expect(judge({ grade: 'B', meetsStandard: true }, listed)).toEqual([['below-standard', { grade: 'B', grades: ['AA', 'A'], known: true }]])
    expect(judge('__proto__', listed)).toEqual([['below-standard', { grade: '__proto__', grades: ['AA', 'A'], known: true }]])
  })

  it('below-standard: what becomes of an order where the account does not tell', () => {
    const judge = (grade: CreditAccount['grade'], rule: BreachRules['below-standard']) => {
      const { decision, breaches, diagnoses } = decide({ grade }, policyOf({ 'below-standard': rule }))
      return [decision, ...[...breaches, ...diagnoses].map(({ params }) => params)]
    }
    const rated = { unknown: 'hold', response: 'refuse' } as const
    const listed = { ...rated, grades: ['AA', 'A'] }
    expect(judge(undefined, rated)).toEqual(['hold', { grade: null, grades: null, known: false }])
    expect(judge('A', rated)).toEqual(['hold', { grade: 'A', grades: null, known: false }])
    expect(judge('A', { unknown: 'refuse', response: 'hold' })).toEqual(['refuse', { grade: 'A', grades: null, known: false }])
    expect(judge({ grade: 'A', meetsStandard: false }, rated)).toEqual(['refuse', { grade: 'A', grades: null, known: true }])
    expect(judge({ grade: 'A', meetsStandard: true }, rated)).toEqual(['approve'])
    expect(judge(undefined, listed)).toEqual(['hold', { grade: null, grades: ['AA', 'A'], known: false }])
    expect(judge('A', listed)).toEqual(['approve'])
    expect(judge('B', listed)).toEqual(['refuse', { grade: 'B', grades: ['AA', 'A'], known: true }])
    // It is released like any breach of the standard.
    const policy = policyOf({ 'below-standard': rated }, [{ breach: 'below-standard', role: 'credit-manager', validFor: 'P7D' }])
    const releases = [{ order: 'SO-1', by: 'Chen', role: 'credit-manager', until: asOf }]
    expect(decide({ grade: 'A', releases }, policy).decision).toBe('approve')
    expect(decide({ grade: { grade: 'A', meetsStandard: false }, releases }, policy).decision).toBe('refuse')
  })

  it('account-blocked', () => {
    expect(breached({ blocked: true }, { 'account-blocked': 'refuse' })).toEqual([{}])
    expect(breached({ blocked: false }, { 'account-blocked': 'refuse' })).toEqual([])
    expect(breached({}, { 'account-blocked': 'refuse' })).toEqual([])
  })
})

describe('decideOrder: currencies', () => {
  const convert = { to: 'EUR', rates: { USD: '0.9', JPY: '0.00613' } }
  const exposure = { count: ['receivables', 'orders'], convert } as const

  it('converts exactly, and only with given rates', () => {
    const policy = policyOf({ 'over-limit': 'hold' }, [], { exposure })
    const facts = { currency: 'USD', limit: { amount: 200 }, items: [{ ...item, currency: 'JPY', amount: '10000' }] }
    // 61.30 + 118.70 = 180.00 = 200 × 0.9
    expect(decide(facts, policy, { amount: '118.70' })).toMatchObject({
      decision: 'approve',
      currency: 'EUR',
      exposure: '61.30',
      amount: '118.70',
      limit: '180.00',
      available: '118.70',
      diagnoses: [
        { code: 'converted', params: { from: 'JPY', to: 'EUR', rate: '0.00613' } },
        { code: 'converted', params: { from: 'USD', to: 'EUR', rate: '0.9' } },
      ],
    })
    expect(decide(facts, policy, { amount: '118.71' }).decision).toBe('hold')
    expect(decide(facts, policy, { amount: '19363', currency: 'JPY' })).toMatchObject({
      decision: 'approve',
      amount: '118.70',
      asked: { amount: '19363', currency: 'JPY' },
    })
    // 19364 × 0.00613 = 118.70132: the excess of 0.00132 is told as a cent.
    const held = decide(facts, policy, { amount: '19364', currency: 'JPY' })
    expect(held.breaches[0]?.params).toEqual({
      exposure: '61.30',
      order: '118.70',
      limit: '180.00',
      excess: '0.01',
      excessRate: 0.00132 / 180,
    })
  })

  it('rounds what is available down: an order of it always passes', () => {
    const policy = policyOf({ 'over-limit': 'hold' }, [], { exposure })
    // 100 − 0.00613 = 99.99387
    const facts = { ...limited(100), items: [{ ...item, currency: 'JPY', amount: 1 }] }
    expect(decide(facts, policy)).toMatchObject({ decision: 'hold', exposure: '0.01', available: '99.99' })
    expect(decide(facts, policy, { amount: '99.99' }).decision).toBe('approve')
    // 0 − 0.00613
    expect(decide({ ...facts, ...limited(0) }, policy)).toMatchObject({ available: '-0.01', availableAfter: '-100.01' })
    // 100 − 0.00613 − 1 × 0.00613: rounded once, not after available was rounded.
    expect(decide(facts, policy, { amount: 1, currency: 'JPY' })).toMatchObject({ available: '99.99', availableAfter: '99.98' })
    expect(decide({}, policy)).toMatchObject({ available: null, availableAfter: null })
  })

  it('measures what is overdue and expired in it too', () => {
    const rules: BreachRules = { overdue: { minimumAmount: { EUR: '6.13' }, response: 'hold' }, 'guarantee-expired': 'hold' }
    const facts = { items: [{ ...item, currency: 'JPY', amount: 1000 }], guarantees: [{ amount: 10, currency: 'USD', validUntil: '2024-01-01' }] }
    const policy = policyOf(rules, [], { exposure })
    expect(decide(facts, policy).breaches.map(({ params }) => params)).toMatchObject([{ amount: '6.13', minimumAmount: '6.13' }, { amount: '9.00' }])
    expect(codesOf(decide({ ...facts, items: [{ ...item, currency: 'JPY', amount: 999 }] }, policy))).toEqual(['guarantee-expired'])
    // 1 JPY is less than half a cent, and overdue all the same.
    const rate = { ...exposure, convert: { to: 'EUR', rates: { JPY: '0.0013' } } }
    const tiny = policyOf({ overdue: 'hold' }, [], { exposure: rate })
    expect(decide({ items: [{ ...item, currency: 'JPY', amount: 1 }] }, tiny).breaches[0]?.params).toMatchObject({ amount: '0.01' })
  })

  const lacking = (...codes: readonly string[]) => codes.map((code) => ['no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', code]])

  it('refuses an order or a limit without a rate', () => {
    expect(issuesOf(() => decide({}, overLimit, { currency: 'USD' }))).toEqual(lacking('USD'))
    const policy = policyOf({}, [], { exposure: { ...exposure, convert: { to: 'USD', rates: { JPY: 1 } } } })
    expect(issuesOf(() => decide(limited(0), policy, { currency: 'KWD' }))).toEqual(lacking('EUR', 'KWD'))
    // Where there is no limit, nothing of it is to be converted; an entry of the order itself is left out.
    const inAccount = { limit: { amount: null }, orders: [{ id: 'SO-1', amount: 1, currency: 'KWD' }] }
    expect(decide(inAccount, policy, { currency: 'JPY' })).toMatchObject({ decision: 'approve', currency: 'USD', limit: null })
  })
})

describe('decideOrder: releases', () => {
  const rules: ReleaseRule[] = [
    { breach: 'over-limit', role: 'sales-manager', upToPercentOverLimit: '10', validFor: 'P7D' },
    { breach: 'over-limit', role: 'credit-manager', upToPercentOverLimit: 50, validFor: 'P14D' },
    { breach: 'over-limit', role: 'director', validFor: 'P1M' },
    { breach: 'dunning-level', role: 'credit-manager', validFor: 'P7D' },
  ]
  const policy = policyOf({ 'over-limit': 'hold', 'dunning-level': 'hold', 'account-blocked': 'refuse' }, rules)
  const release: OrderRelease = { order: 'SO-1', by: 'Chen', role: 'credit-manager', until: '2024-03-20' }
  /** An order of so much against a limit of 100 with releases: the decision, by whom, and the reasons for each release that is refused. */
  const tried = (amount: number | string, releases: readonly OrderRelease[], facts: Partial<CreditAccount> = {}) => {
    const { decision, release: by, refusedReleases } = decide(limited(100, { releases, ...facts }), policy, { amount })
    return [decision, by?.by, refusedReleases.map(({ index, reasons }) => [index, ...reasons.map(({ code }) => code)])]
  }
  const reasonsOf = (amount: number | string, change: Partial<OrderRelease>, facts: Partial<CreditAccount> = {}) =>
    decide(limited(100, { releases: [{ ...release, ...change }], ...facts }), policy, { amount }).refusedReleases.flatMap(({ reasons }) => reasons)

  it('lets an order pass, and says until when and how large', () => {
    const decided = decide(limited(100, { releases: [release] }), policy, { amount: 150 })
    expect(decided.decision).toBe('approve')
    expect(decided.release).toStrictEqual({ by: 'Chen', role: 'credit-manager', until: '2024-03-20', amount: '150.00', currency: 'EUR' })
    expect(decided.breaches[0]).toMatchObject({ code: 'over-limit', released: { by: 'Chen', role: 'credit-manager', until: '2024-03-20' } })
    expect(decided.refusedReleases).toEqual([])
    expect(JSON.stringify(decide(limited(100), policy, { amount: 150 }))).not.toContain('"release"')
  })

  it('up to so much over the limit', () => {
    expect(tried(110, [{ ...release, role: 'sales-manager' }])).toEqual(['approve', 'Chen', []])
    expect(tried('110.01', [{ ...release, role: 'sales-manager' }])).toEqual(['hold', undefined, [[0, 'excess-too-great']]])
    expect(tried(150, [release])).toEqual(['approve', 'Chen', []])
    expect(tried('150.01', [release])).toEqual(['hold', undefined, [[0, 'excess-too-great']]])
    expect(tried('1e9', [{ ...release, role: 'director' }])).toEqual(['approve', 'Chen', []])
    expect(reasonsOf('150.01', {})).toEqual([
      {
        code: 'excess-too-great',
        params: { breach: 'over-limit', upToPercent: '50', excess: '50.01', excessRate: 0.5001, releasableBy: ['director'] },
      },
    ])
    expect(reasonsOf('0.01', {}, { limit: { amount: 0 } })).toEqual([
      { code: 'excess-too-great', params: { breach: 'over-limit', upToPercent: '50', excess: '0.01', excessRate: null, releasableBy: ['director'] } },
    ])
  })

  it('offers no percentage of a limit of 0', () => {
    const decided = decide(
      limited(0),
      policyOf({ 'over-limit': 'hold' }, [...rules, { ...(rules[0] as ReleaseRule), role: 'clerk', upToPercentOverLimit: '1e9' }]),
    )
    expect(decided.breaches[0]).toMatchObject({ releasableBy: ['director'], params: { excessRate: null } })
  })

  it('offers no day after the last of the calendar', () => {
    const [breach] = decide(limited(0), policy, {}, '9999-12-20').breaches
    expect(breach?.offers).toEqual([{ role: 'director', until: '9999-12-31' }])
  })

  it('by a role that may, for this order, from its day to its last', () => {
    expect(reasonsOf(120, { role: 'clerk' })).toEqual([
      { code: 'role-too-low', params: { breach: 'over-limit', releasableBy: ['credit-manager', 'director'] } },
    ])
    expect(reasonsOf(120, { order: 'SO-2', role: 'clerk', until: '2000-01-01' })).toEqual([{ code: 'other-order', params: { order: 'SO-2' } }])
    expect(reasonsOf(120, { until: '2024-03-14' })).toEqual([{ code: 'expired', params: { until: '2024-03-14' } }])
    expect(reasonsOf(120, { until: asOf })).toEqual([])
    expect(reasonsOf(120, { date: asOf })).toEqual([])
    expect(reasonsOf(120, { date: '2024-03-16' })).toEqual([{ code: 'not-begun', params: { date: '2024-03-16' } }])
  })

  it('for no longer than the policy allows, where it is known when it was given', () => {
    expect(reasonsOf(120, { date: '2024-03-06', until: '2024-03-20' })).toEqual([])
    expect(reasonsOf(120, { date: '2024-03-05', until: '2024-03-20' })).toEqual([
      { code: 'valid-too-long', params: { breach: 'over-limit', until: '2024-03-20', latest: '2024-03-19' } },
    ])
    expect(reasonsOf(120, { until: '9999-12-31' })).toEqual([])
    expect(reasonsOf(120, { role: 'director', date: '2024-02-29', until: '2024-03-29' })).toEqual([])
    expect(reasonsOf(120, { role: 'director', date: '2024-02-29', until: '2024-03-30' })).toHaveLength(1)
  })

  it('tells which of those that count say no day, and last longer than one that is given today', () => {
    const undated = (releases: readonly OrderRelease[], facts: Partial<CreditAccount> = {}) =>
      decide(limited(100, { releases, ...facts }), policy, { amount: 120 }).diagnoses
    const told = { code: 'release-undated', params: { by: 'Chen', role: 'credit-manager', until: '2024-03-30', latest: '2024-03-29' } }
    expect(undated([{ ...release, until: '2024-03-29' }])).toEqual([])
    expect(undated([{ ...release, until: '2024-03-30' }])).toEqual([told])
    expect(undated([{ ...release, until: '2024-03-29', date: asOf }])).toEqual([])
    // Only those by which something passes; of two breaches the one that may be released for the shorter time.
    expect(undated([release, { ...release, until: '9999-12-31' }, { ...release, role: 'clerk', until: '9999-12-31' }])).toEqual([])
    expect(undated([{ ...release, until: '2024-03-23' }], { dunningLevel: 1 })).toEqual([
      { code: 'release-undated', params: { by: 'Chen', role: 'credit-manager', until: '2024-03-23', latest: '2024-03-22' } },
    ])
    expect(undated([{ ...release, until: '2024-03-22' }], { dunningLevel: 1 })).toEqual([])
    const director: OrderRelease = { order: 'SO-1', by: 'Li', role: 'director', until: '2024-04-16', breaches: ['over-limit'] }
    expect(undated([director, { ...release, until: '2024-03-23' }], { dunningLevel: 1 }).map(({ params }) => params)).toEqual([
      { by: 'Li', role: 'director', until: '2024-04-16', latest: '2024-04-15' },
      { by: 'Chen', role: 'credit-manager', until: '2024-03-23', latest: '2024-03-22' },
    ])
    // Also where the order does not pass.
    expect(undated([{ ...release, until: '2024-03-30' }], { blocked: true })).toEqual([told])
    const last = decide(limited(0, { releases: [{ ...release, role: 'director', until: '9999-12-31' }] }), policy, {}, '9999-12-20')
    expect(last).toMatchObject({ decision: 'approve', diagnoses: [] })
  })

  it('for the breaches that it names, where it names any', () => {
    const named = (breaches: readonly BreachCode[]) => tried(120, [{ ...release, breaches }], { dunningLevel: 1 })
    expect(named(['over-limit', 'dunning-level'])).toEqual(['approve', 'Chen', []])
    expect(named(['over-limit'])).toEqual(['hold', undefined, [[0, 'breach-not-named']]])
    expect(named(['overdue'])).toEqual(['hold', undefined, [[0, 'breach-not-named', 'breach-not-named']]])
    expect(reasonsOf(120, { breaches: ['dunning-level'], role: 'clerk' }, { dunningLevel: 1 })).toEqual([
      { code: 'breach-not-named', params: { breach: 'over-limit' } },
      { code: 'role-too-low', params: { breach: 'dunning-level', releasableBy: ['credit-manager'] } },
    ])
    const partly: OrderRelease[] = [
      { ...release, breaches: ['over-limit'] },
      { ...release, by: 'Li', breaches: ['dunning-level'] },
    ]
    expect(tried(120, partly, { dunningLevel: 1 })).toEqual([
      'approve',
      'Chen',
      [
        [0, 'breach-not-named'],
        [1, 'breach-not-named'],
      ],
    ])
  })

  it('for an order in the currency of its amount', () => {
    expect(reasonsOf(120, { amount: 120, currency: 'EUR' })).toEqual([])
    expect(reasonsOf(120, { amount: 120, currency: 'USD' })).toEqual([{ code: 'other-currency', params: { currency: 'USD', order: 'EUR' } }])
    expect(reasonsOf(120, { amount: '1.125', currency: 'KWD' })).toHaveLength(1)
  })

  it('for an order no larger than it was', () => {
    expect(reasonsOf(120, { amount: '120.00' })).toEqual([])
    expect(reasonsOf(120, { amount: 119.99 })).toEqual([{ code: 'order-grown', params: { amount: '119.99', order: '120.00', currency: 'EUR' } }])
    // What was decided is the order as it is, however large it might have been.
    const decided = decide(limited(100, { releases: [{ ...release, amount: '130.5' }] }), policy, { amount: 120 })
    expect(decided.release).toMatchObject({ amount: '120.00', currency: 'EUR' })
  })

  it('gives every reason at once, and each once', () => {
    const twice = policyOf({ 'dunning-level': [{ response: 'hold' }, { from: 2, response: 'hold' }, { from: 3, response: 'refuse' }] }, rules)
    const early: OrderRelease = { order: 'SO-1', by: 'Li', role: 'sales-manager', until: '2024-04-02', date: '2024-04-01', amount: 1 }
    const late: OrderRelease = { order: 'SO-1', by: 'Li', role: 'sales-manager', until: '2024-03-01', amount: 1, currency: 'USD' }
    const { refusedReleases } = decide({ releases: [early, late], dunningLevel: 3 }, twice)
    expect(refusedReleases.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['not-begun', 'order-grown', 'role-too-low', 'refusal-final'],
      ['expired', 'other-currency', 'role-too-low', 'refusal-final'],
    ])
    const over = { role: 'sales-manager', date: '2024-03-15', until: '2024-03-30' }
    expect(reasonsOf(120, over).map(({ code }) => code)).toEqual(['excess-too-great', 'valid-too-long'])
  })

  it('never what is refused, and nothing where nothing is held', () => {
    expect(tried(150, [release], { blocked: true })).toEqual(['refuse', undefined, [[0, 'refusal-final']]])
    expect(tried(90, [release], { blocked: true })).toEqual(['refuse', undefined, [[0, 'refusal-final']]])
    expect(tried(90, [release])).toEqual(['approve', undefined, [[0, 'nothing-held']]])
    const refused = decide(limited(0, { blocked: true, releases: [release] }), policy)
    expect(refused.breaches[1]).toMatchObject({ response: 'refuse', releasableBy: [], offers: [] })
    const strict = policyOf({ 'over-limit': 'refuse' }, rules)
    expect(decide(limited(100, { releases: [release] }), strict, { amount: 120 })).toMatchObject({
      decision: 'refuse',
      breaches: [{ releasableBy: [] }],
    })
    expect(decide(limited(0), overLimit).breaches[0]).toMatchObject({ response: 'hold', releasableBy: [], offers: [] })
  })

  it('different ones for different breaches; the one that ends first counts for all', () => {
    const director: OrderRelease = { ...release, by: 'Li', role: 'director', until: '2024-03-18', amount: '300' }
    const manager: OrderRelease = { ...release, amount: 250 }
    const facts = { dunningLevel: 1 }
    expect(tried(200, [director], facts)).toEqual(['hold', undefined, [[0, 'role-too-low']]])
    expect(tried(200, [manager], facts)).toEqual(['hold', undefined, [[0, 'excess-too-great']]])
    expect(tried(200, [manager, director], facts)).toEqual([
      'approve',
      'Li',
      [
        [0, 'excess-too-great'],
        [1, 'role-too-low'],
      ],
    ])
    const decided = decide(limited(100, { releases: [manager, director], ...facts }), policy, { amount: 200 })
    expect(decided.release).toEqual({ by: 'Li', role: 'director', until: '2024-03-18', amount: '200.00', currency: 'EUR' })
    expect(decided.breaches.map(({ released }) => released?.by)).toEqual(['Li', 'Chen'])
    // Of two that end on the same day it is the first of the account.
    const alike = [manager, { ...director, until: manager.until }]
    expect(tried(200, alike, facts)[1]).toBe('Chen')
    expect(tried(200, [...alike].reverse(), facts)[1]).toBe('Li')
  })

  it('the first of several that would do', () => {
    const releases = [{ ...release, role: 'clerk' }, { ...release, by: 'Li', until: '2024-03-25' }, release]
    expect(tried(120, releases)).toEqual(['approve', 'Li', [[0, 'role-too-low']]])
    expect(tried(120, [release, { ...release, by: 'Li' }], { dunningLevel: 1 })).toEqual(['approve', 'Chen', []])
  })

  it('reads nothing from the prototype of all objects', () => {
    Object.assign(Object.prototype, { released: { by: 'x', role: 'x', until: asOf } })
    try {
      expect(decide(limited(0), policy).decision).toBe('hold')
    } finally {
      Reflect.deleteProperty(Object.prototype, 'released')
    }
  })

  it('judges thousands of releases by a thousand rules', () => {
    const roles = Array.from({ length: 1000 }, (_, index): ReleaseRule => ({ breach: 'over-limit', role: `R${index}`, validFor: 'P7D' }))
    const levels = Array.from({ length: 200 }, (_, index) => ({ from: index + 1, response: 'hold' as const }))
    const many = policyOf({ 'over-limit': 'hold', 'dunning-level': levels }, [...roles, { breach: 'dunning-level', role: 'R999', validFor: 'P7D' }])
    const releases = Array.from({ length: 5000 }, (_, index): OrderRelease => ({ ...release, by: `B${index}`, role: `R${index % 1001}` }))
    const decided = decide(limited(0, { releases, dunningLevel: 200 }), many)
    expect(decided).toMatchObject({ decision: 'approve', release: { by: 'B0' } })
    expect(decided.breaches).toHaveLength(201)
    expect(decided.refusedReleases).toHaveLength(4996)
  })

  it('says the amount in the order’s currency', () => {
    const exposure = { count: ['orders'], convert: { to: 'EUR', rates: { JPY: '0.01' } } } as const
    const into = policyOf({ 'over-limit': 'hold' }, rules, { exposure })
    const yen = decide(limited(100, { releases: [{ ...release, amount: 15_000 }] }), into, { amount: 12_000, currency: 'JPY' })
    expect(yen).toMatchObject({ amount: '120.00', release: { amount: '12000', currency: 'JPY' } })
    const grown = decide(limited(100, { releases: [{ ...release, amount: 11_999 }] }), into, { amount: 12_000, currency: 'JPY' })
    expect(grown.refusedReleases[0]?.reasons[0]?.params).toEqual({ amount: '11999', order: '12000', currency: 'JPY' })
  })
})

const ranks = { approve: 0, hold: 1, refuse: 2 }
const decideCase = ({ orderCase, policy, asOf: day }: DecisionCase): OrderDecision => decideOrder(orderCase, policy, { asOf: day })
const rankOf = (one: DecisionCase): number => ranks[decideCase(one).decision]
const withAccount = (one: DecisionCase, change: Partial<OrderCase['account']>): DecisionCase => ({
  ...one,
  orderCase: { ...one.orderCase, account: { ...one.orderCase.account, ...change } },
})
const withOrder = (one: DecisionCase, change: Partial<CreditOrder>): DecisionCase => ({
  ...one,
  orderCase: { ...one.orderCase, order: { ...one.orderCase.order, ...change } },
})
const reversed = <Member>(list: readonly Member[] | undefined): Member[] | undefined => (list === undefined ? undefined : [...list].reverse())

describe('decideOrder: laws', () => {
  it('is tested with every breach, response, decision, diagnosis and refusal', () => {
    const seen = new Map<string, number>()
    const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
    for (const one of fc.sample(decisionCases, { seed: 27, numRuns: 450 })) {
      const decided = decideCase(one)
      count(decided.decision)
      for (const { code, response, released } of decided.breaches) count(`${code}: ${released === undefined ? response : 'released'}`)
      for (const { reasons } of decided.refusedReleases) for (const { code } of reasons) count(code)
      for (const { code } of decided.diagnoses) count(code)
    }
    const answers = breachCodes.flatMap((code) => ['hold', 'refuse', 'released'].map((answer) => `${code}: ${answer}`))
    const terms = ['other-currency', 'breach-not-named', 'role-too-low', 'excess-too-great', 'valid-too-long']
    const refusals = ['expired', 'order-grown', ...terms, 'refusal-final', 'nothing-held']
    const exposed = ['items-after-as-of', 'applications-after-as-of', 'commitments-after-as-of', 'security-expired', 'security-not-begun']
    const diagnoses = [...exposed, 'guarantees-not-joint', 'converted', 'order-in-account', 'limit-expired-ignored', 'standard-unknown']
    const news = ['report-age-unknown', 'release-undated']
    const kinds = ['approve', 'hold', 'refuse', ...answers, 'other-order', 'not-begun', ...refusals, ...diagnoses, ...news]
    expect([...seen.keys()].sort()).toEqual(kinds.sort())
    for (const decision of ['approve', 'hold', 'refuse']) expect(seen.get(decision)).toBeGreaterThan(50)
  })

  it('gives what a naive reference gives, whatever the order of its input, as plain JSON of unchanged input', () => {
    fc.assert(
      fc.property(decisionCases, (one) => {
        const decided = decideCase(deepFreeze(one))
        expect(decided).toStrictEqual(naiveDecision(one))
        expect(JSON.parse(JSON.stringify(decided))).toStrictEqual(decided)
        const { items, deliveries, orders, deposits, guarantees } = one.orderCase.account
        const turned = withAccount(one, {
          items: reversed(items),
          deliveries: reversed(deliveries),
          orders: reversed(orders),
          deposits: reversed(deposits),
          guarantees: reversed(guarantees),
        })
        expect(decideCase(turned)).toEqual(decided)
      }),
      { numRuns: 200 },
    )
  })

  it('measures the exposure of the account without the order, and its parts add up', () => {
    fc.assert(
      fc.property(decisionCases, (one) => {
        const { exposure, parts, currency, decision, breaches } = decideCase(one)
        const { order: own, account: whole } = one.orderCase
        const without = { ...whole, orders: whole.orders?.filter(({ id }) => id !== own.id) }
        expect(assessExposure(without, one.policy, { asOf: one.asOf })).toMatchObject({ total: exposure, parts, currency })
        const digits = digitsOf(currency)
        const counted = parts.filter((part) => part.counted).reduce((sum, { amount }) => sum + unitsOf(amount, digits), 0n)
        expect(counted).toBe(unitsOf(exposure, digits))
        const open = breaches.filter(({ released }) => released === undefined).map(({ response }) => response)
        expect(decision).toBe(open.includes('refuse') ? 'refuse' : open.includes('hold') ? 'hold' : 'approve')
      }),
      { numRuns: 60 },
    )
  })

  it('is never worse for a higher limit, or none', () => {
    fc.assert(
      fc.property(decisionCases, fc.bigInt({ min: 0n, max: 60_000n }), fc.boolean(), (one, more, isNone) => {
        const { limit, currency } = one.orderCase.account
        const digits = digitsOf(currency)
        const units = limit.amount === null ? null : unitsOf(limit.amount, digits) + more
        const amount = isNone || units === null ? null : `${units}e-${digits}`
        expect(rankOf(withAccount(one, { limit: { ...limit, amount } }))).toBeLessThanOrEqual(rankOf(one))
      }),
      { numRuns: 100 },
    )
  })

  it('is never worse for a smaller order', () => {
    fc.assert(
      fc.property(decisionCases, fc.bigInt({ min: 0n, max: 100n }), (one, percent) => {
        const digits = digitsOf(one.orderCase.order.currency)
        const smaller = (unitsOf(one.orderCase.order.amount, digits) * percent) / 100n
        expect(rankOf(withOrder(one, { amount: `${smaller}e-${digits}` }))).toBeLessThanOrEqual(rankOf(one))
      }),
      { numRuns: 100 },
    )
  })

  it('is never worse without one of the rules, and has all other breaches', () => {
    fc.assert(
      fc.property(decisionCases, fc.constantFrom<BreachCode>(...breachCodes), (one, code) => {
        const { [code]: _, ...breaches } = one.policy.breaches
        const without = { ...one, policy: { ...one.policy, breaches } }
        expect(rankOf(without)).toBeLessThanOrEqual(rankOf(one))
        const others = decideCase(one).breaches.filter((breach) => breach.code !== code)
        expect(decideCase(without).breaches).toEqual(others)
      }),
      { numRuns: 100 },
    )
  })

  it('never lets two orders pass that are together above the limit, where the second sees the first', () => {
    const second = fc.bigInt({ min: 0n, max: 60_000n })
    let [both, one, none] = [0, 0, 0]
    fc.assert(
      fc.property(decisionCases, second, (random, units) => {
        const policy = { ...random.policy, exposure: { ...random.policy.exposure, count: ['orders', 'receivables'] as const } }
        const first = { ...withAccount(random, { releases: [] }), policy: { ...policy, breaches: { 'over-limit': 'hold' as const } } }
        const { order: own, account: before } = first.orderCase
        const next = { ...own, id: 'SO-next', amount: `${units}e-${digitsOf(own.currency)}` }
        const seeing = withOrder(withAccount(first, { orders: [...(before.orders ?? []).filter(({ id }) => id !== own.id), own] }), next)
        const answers = [decideCase(first), decideCase(seeing)].map(({ decision }) => decision)
        if (answers.every((answer) => answer === 'approve')) both++
        else if (answers.includes('approve')) one++
        else none++
        if (before.limit.amount === null || answers.includes('hold')) return
        // Both at once, of the account without either, are one order of both amounts.
        const digits = digitsOf(own.currency)
        const together = withOrder(first, { amount: `${unitsOf(own.amount, digits) + units}e-${digits}` })
        expect(decideCase(together).breaches).toEqual([])
      }),
      { numRuns: 200, seed: 5 },
    )
    expect(Math.min(both, one, none)).toBeGreaterThan(10)
  })

  it('tells why not of exactly those releases that do not let everything pass by themselves', () => {
    fc.assert(
      fc.property(decisionCases, (random) => {
        const { refusedReleases } = decideCase(random)
        const releases = random.orderCase.account.releases ?? []
        releases.forEach((release, index) => {
          const alone = decideCase(withAccount(random, { releases: [release] }))
          const passes = alone.decision === 'approve' && alone.release !== undefined
          expect(refusedReleases.some((refused) => refused.index === index)).toBe(!passes)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('offers what is then a release, to the day', () => {
    let offers = 0
    fc.assert(
      fc.property(decisionCases, (random) => {
        const given = withAccount(random, { releases: [] })
        for (const { code, response, offers: all, releasableBy } of decideCase(given).breaches) {
          expect(all.map(({ role }) => role)).toEqual(releasableBy)
          if (response === 'refuse') expect(all).toEqual([])
          for (const { role, until } of all) {
            offers++
            const release = { order: given.orderCase.order.id, by: 'Wang', role, date: given.asOf, until }
            const breachOf = (one: OrderRelease): Breach | undefined =>
              decideCase(withAccount(given, { releases: [one] })).breaches.find((breach) => breach.code === code && breach.response === 'hold')
            expect(breachOf(release)?.released).toEqual({ by: 'Wang', role, until })
            expect(breachOf({ ...release, until: `${Number(until.slice(0, 4)) + 1}-12-31` })?.released).toBeUndefined()
          }
        }
      }),
      { numRuns: 100, seed: 3 },
    )
    expect(offers).toBeGreaterThan(30)
  })

  it('decides an account of 100,000 items', () => {
    const items = Array.from({ length: 100_000 }, (_, index) => ({ ...item, id: `I${index}`, amount: '1.01' }))
    const decided = decide(limited(0, { items }), policyOf({ 'over-limit': 'hold', overdue: 'hold' }))
    expect(decided).toMatchObject({ decision: 'hold', exposure: '101000.00' })
    expect(decided.breaches[1]?.params).toMatchObject({ amount: '101000.00', items: expect.objectContaining({ length: 100_000, 1: 'I1', 2: 'I10' }) })
  })
})

describe('decideOrder: what is wrong', () => {
  const given = (facts: object, change: object = {}, policy: OrderPolicy = overLimit): unknown =>
    issuesOf(() => decideOrder({ order: { ...order, ...change }, account: { ...account, ...facts } } as OrderCase, policy, { asOf }))

  it.each(badRecords)('arguments that are %o', (value, code) => {
    expect(issuesOf(() => decideOrder(value as never, value as never, value as never))).toEqual([
      [code, ['policy']],
      [code, ['options']],
      [code, ['orderCase']],
    ])
    expect(issuesOf(() => decideOrder({ order: value, account: value } as never, overLimit, { asOf }))).toEqual([
      [code, ['order']],
      [code, ['account']],
    ])
  })

  it.each<[object, string, string]>([
    [{ id: undefined }, 'missing', 'id'],
    [{ id: '' }, 'empty', 'id'],
    [{ id: 7 }, 'wrong-type', 'id'],
    [{ customer: undefined }, 'missing', 'customer'],
    [{ customer: 'C-2' }, 'not-allowed', 'customer'],
    [{ amount: undefined }, 'missing', 'amount'],
    [{ amount: '-0.01' }, 'too-small', 'amount'],
    [{ amount: '0.001' }, 'too-many-decimal-places', 'amount'],
    [{ amount: Number.NaN }, 'not-a-decimal', 'amount'],
    [{ amount: ' 1 ' }, 'not-a-decimal', 'amount'],
    [{ currency: undefined }, 'missing', 'currency'],
    [{ currency: 'eur' }, 'unknown-currency', 'currency'],
    [{ date: asOf }, 'unknown-key', 'date'],
  ])('an order %o', (change, code, key) => expect(given({}, change)).toEqual([[code, ['order', key]]]))

  it('an account without a limit, or without what the policy asks for', () => {
    const { limit, items, orders, ...rest } = account
    const needy = (policy: OrderPolicy) => issuesOf(() => decideOrder({ order, account: rest } as never, policy, { asOf }))
    expect(needy(policyOf({}, [], { exposure: { count: ['deposits'] } }))).toEqual([['missing', ['account', 'limit']]])
    expect(needy(policyOf({ overdue: 'hold' }, [], { exposure: { count: ['orders'] } }))).toEqual([
      ['missing', ['account', 'limit']],
      ['missing', ['account', 'orders']],
      ['missing', ['account', 'items']],
    ])
    expect(needy(policyOf({ overdue: 'hold' }, [], { exposure: { count: ['receivables'] } }))).toEqual([
      ['missing', ['account', 'limit']],
      ['missing', ['account', 'items']],
    ])
    expect(given({ limit: null })).toEqual([['wrong-type', ['account', 'limit']]])
  })

  it('amounts that are finer than their currency', () => {
    const finer = { overdue: { minimumAmount: '0.001', response: 'hold' } } as const
    expect(given({}, {}, policyOf(finer))).toEqual([['too-many-decimal-places', ['policy', 'breaches', 'overdue', 'minimumAmount']]])
    const listed = policyOf({ overdue: [{ response: 'hold' }, finer.overdue] })
    expect(given({}, {}, listed)).toEqual([['too-many-decimal-places', ['policy', 'breaches', 'overdue', 1, 'minimumAmount']]])
    const convert = { to: 'KWD', rates: { EUR: 1 } }
    expect(given({}, {}, policyOf(finer, [], { exposure: { count: ['orders'], convert } }))).toBe('nothing was thrown')
    const release = { order: 'SO-1', by: 'Chen', role: 'x', until: asOf, amount: '0.001' }
    const releases = [{ ...release, order: 'SO-2' }, release]
    expect(given({ releases })).toEqual([['too-many-decimal-places', ['account', 'releases', 1, 'amount']]])
  })

  it('a case inside something else, at its path', () => {
    const issues: Issue[] = []
    readOrderCase(undefined, ['cases', 0], issues)
    readOrderCase({ order: { ...order, customer: 'C-2' }, account }, ['cases', 1], issues)
    expect(codesAndPaths(issues)).toEqual([
      ['missing', ['cases', 0]],
      ['not-allowed', ['cases', 1, 'order', 'customer']],
    ])
  })

  it('a key too many, and everything at once', () => {
    const bad = { order: { ...order, amount: -1 }, account: { ...account, dunningLevel: -1 }, customer: 'C-1' }
    expect(issuesOf(() => decideOrder(bad as never, { ...overLimit, exposure: { count: [] } }, {} as never))).toEqual([
      ['empty', ['policy', 'exposure', 'count']],
      ['missing', ['options', 'asOf']],
      ['unknown-key', ['customer']],
      ['too-small', ['order', 'amount']],
      ['too-small', ['account', 'dunningLevel']],
    ])
  })

  it('gives a decision or issues, whatever is spoilt', () => {
    const convert = { to: 'EUR', rates: { JPY: '0.0061' } }
    const rules: ReleaseRule[] = [{ breach: 'over-limit', role: 'x', upToPercentOverLimit: 5, validFor: 'P1D' }]
    const breaches: BreachRules = {
      'over-limit': 'hold',
      overdue: [{ days: 3, minimumAmount: { EUR: 1 }, response: 'refuse' }],
      'below-standard': 'hold',
    }
    const releases = [{ order: 'SO-1', by: 'Chen', role: 'x', until: asOf, date: asOf, amount: 500 }]
    const more = { report: { depth: 'brief', date: asOf }, grade: { grade: 'A', meetsStandard: false }, dunningLevel: 1, blocked: false } as const
    const facts = limited(100, { items: [item], orders: [{ id: 'SO-1', amount: 5, currency: 'JPY' }], releases, ...more })
    const exposure = { count: ['receivables', 'orders'], convert } as const
    const whole = { orderCase: caseOf(facts), policy: policyOf(breaches, rules, { exposure }), options: { asOf } }
    expect(decideOrder(whole.orderCase, whole.policy, whole.options).decision).toBe('refuse')
    fc.assert(
      fc.property(spoil(whole), (spoilt) => {
        const { orderCase, policy, options } = { ...(spoilt as typeof whole) }
        let decided: unknown
        expect(issuesOf(() => (decided = decideOrder(orderCase, policy, options)))).toBeTypeOf(decided === undefined ? 'object' : 'string')
        expect(JSON.parse(JSON.stringify({ decided }))).toEqual({ decided })
      }),
      { numRuns: 300 },
    )
  })
})
