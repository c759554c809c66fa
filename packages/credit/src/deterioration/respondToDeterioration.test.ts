import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type CreditAccount,
  type CreditState,
  type DeteriorationMeasure,
  type DeteriorationOptions,
  type DeteriorationPolicy,
  type DeteriorationResponse,
  type DeteriorationSign,
  respondToDeterioration,
} from '../index.js'
import { textbookDeterioration } from '../templates.js'

const account: CreditAccount = { customer: 'C-1', currency: 'CNY' }
const asOf = { asOf: '2025-06-30' }

const policyOf = (signs: readonly DeteriorationSign[], measures: readonly DeteriorationMeasure[] = []): DeteriorationPolicy => ({
  ...textbookDeterioration,
  id: 'some',
  signs,
  measures,
})
const standard = { id: 'standard', type: 'standard-lost' } as const
const lost = { before: { meetsStandard: true }, after: { meetsStandard: false } }
const reasonsOf = (sign: DeteriorationSign, before: CreditState, after: CreditState, currency = 'CNY') =>
  respondToDeterioration({ before, after, account: { ...account, currency } }, policyOf([sign])).reasons.map(({ params }) => params)
/** What becomes of one measure where a sign is seen. */
const measureOf = (measure: DeteriorationMeasure, facts: Partial<CreditAccount>, options?: DeteriorationOptions): unknown => {
  const { measures, diagnoses } = respondToDeterioration({ ...lost, account: { ...account, ...facts } }, policyOf([standard], [measure]), options)
  const inPlace = diagnoses.filter(({ code }) => code === 'in-place')
  expect(measures.length + inPlace.length).toBe(1)
  return measures[0] ?? inPlace[0]?.code
}

describe('respondToDeterioration', () => {
  it('textbook S1: report to the superior; superior and credit department decide on guarantors, deposit, contract, supply and shipments', () => {
    const before = { grade: 'A', meetsStandard: true, dunningLevel: 0, overdue: '0' }
    const after = { grade: 'C', meetsStandard: false, dunningLevel: 1, overdue: '1200.50' }
    expect(respondToDeterioration(deepFreeze({ before, after, account: { ...account, limit: { amount: '50000' } } }), textbookDeterioration)).toEqual(
      {
        customer: 'C-1',
        currency: 'CNY',
        deteriorated: true,
        report: true,
        reportTo: 'superior',
        decidedBy: ['superior', 'credit-department'],
        measures: [
          { measure: 'guarantor' },
          { measure: 'joint-guarantor' },
          { measure: 'raise-deposit', from: '0.00', to: null, amount: null },
          { measure: 'notarise-contract' },
          { measure: 'reduce-supply', from: '50000.00', to: null },
          { measure: 'restrict-shipments', to: null },
        ],
        reasons: [
          { code: 'grade-fell', params: { sign: 'grade', before: 'A', after: 'C', grades: 2 } },
          { code: 'standard-lost', params: { sign: 'standard' } },
          { code: 'dunning-level-rose', params: { sign: 'dunned', before: 0, after: 1 } },
          { code: 'overdue-rose', params: { sign: 'overdue', before: '0.00', after: '1200.50' } },
        ],
        diagnoses: [],
        policies: [{ kind: 'deterioration-policy', id: 'textbook-deterioration', version: '1' }],
      },
    )
  })

  it('does nothing where no sign is seen, and says what could not be compared', () => {
    const { policies: _policies, ...response } = respondToDeterioration(
      { before: { grade: 'B', meetsStandard: true }, after: { grade: 'B', dunningLevel: 3, overdue: 5 }, account },
      textbookDeterioration,
    )
    expect(response).toEqual({
      customer: 'C-1',
      currency: 'CNY',
      deteriorated: false,
      report: false,
      reportTo: null,
      decidedBy: [],
      measures: [],
      reasons: [],
      diagnoses: [
        { code: 'not-comparable', params: { sign: 'standard', fact: 'meetsStandard' } },
        { code: 'not-comparable', params: { sign: 'dunned', fact: 'dunningLevel' } },
        { code: 'not-comparable', params: { sign: 'overdue', fact: 'overdue' } },
      ],
    })
  })

  it('takes whole ratings, of which it looks at the grade, the loss rate and the standard', () => {
    const rating = { customer: 'C-1', score: 71, weightedPoints: '71', totalWeight: '1', contributions: [], reasons: [], policies: [] }
    const before = { ...rating, grade: 'A', expectedBadDebtRate: 0.01, meetsStandard: true }
    const after = { ...rating, grade: 'B', expectedBadDebtRate: 0.03, meetsStandard: false }
    const { reasons } = respondToDeterioration(
      { before, after, account },
      policyOf([{ id: 'g', type: 'grade-fell' }, { id: 'l', type: 'loss-rate-rose' }, standard]),
    )
    expect(reasons.map(({ code }) => code)).toEqual(['grade-fell', 'loss-rate-rose', 'standard-lost'])
  })

  it.each([
    ['AA', 'A', 1, 1],
    ['AA', 'C', 3, 3],
    ['AA', 'C', 4, undefined],
    ['C', 'AA', 1, undefined],
    ['B', 'B', 1, undefined],
  ])('a grade from %s to %s falls by %i: %s', (before, after, by, grades) => {
    const params = { sign: 'x', before, after, grades }
    expect(reasonsOf({ id: 'x', type: 'grade-fell', by }, { grade: before }, { grade: after })).toEqual(grades === undefined ? [] : [params])
  })

  it.each([
    [0.1, 0.3, '20', true],
    [0.1, 0.3, '20.00000000000000000001', false],
    [0.02, 0.021, 0, true],
    [0.02, 0.02, 0, false],
    [0.02, 0.021, undefined, true],
    [0.03, 0.02, undefined, false],
    [0, 1, 100, true],
    [-0, 5e-324, undefined, true],
  ])('an expected loss from %d to %d rises by %s percentage points: %s', (before, after, byPercentagePoints, isSeen) => {
    const params = { sign: 'x', before: before + 0, after }
    const found = reasonsOf({ id: 'x', type: 'loss-rate-rose', byPercentagePoints }, { expectedBadDebtRate: before }, { expectedBadDebtRate: after })
    expect(found).toStrictEqual(isSeen ? [params] : [])
  })

  it.each([
    [true, false, 1],
    [true, true, 0],
    [false, true, 0],
    [false, false, 0],
  ])('a standard is lost from %s to %s: %i', (before, after, seen) => {
    expect(reasonsOf(standard, { meetsStandard: before }, { meetsStandard: after })).toHaveLength(seen)
  })

  it.each([
    [0, 1, undefined, true],
    [-0, 2, 2, true],
    [1, 2, 2, false],
    [2, 2, undefined, false],
    [3, 2, undefined, false],
  ])('a dunning level from %d to %d rises by %s: %s', (before, after, by, isSeen) => {
    const params = { sign: 'x', before: before + 0, after }
    const found = reasonsOf({ id: 'x', type: 'dunning-level-rose', by }, { dunningLevel: before }, { dunningLevel: after })
    expect(found).toStrictEqual(isSeen ? [params] : [])
  })

  it.each([
    ['0.1', '0.3', '0.2', 'CNY', ['0.10', '0.30']],
    ['0.1', '0.3', '0.21', 'CNY', undefined],
    [5, 5, 0, 'JPY', undefined],
    ['5', 6, undefined, 'JPY', ['5', '6']],
    [6, 5, undefined, 'JPY', undefined],
    ['0', '0.001', '0.001', 'KWD', ['0.000', '0.001']],
  ] as const)('what is overdue from %s to %s rises by %s in %s: %s', (before, after, byAmount, currency, expected) => {
    const found = reasonsOf({ id: 'x', type: 'overdue-rose', byAmount }, { overdue: before }, { overdue: after }, currency)
    expect(found).toEqual(expected === undefined ? [] : [{ sign: 'x', before: expected[0], after: expected[1] }])
  })

  it.each([
    [-3.5, 0.5, 4, true],
    [-3.5, 0.5, '4.0001', false],
    [0.1, 0.3, '0.2', true],
    [10, 10, 0, false],
    [10, 9, undefined, false],
    [-0, 1e300, undefined, true],
  ])('days late from %d to %d rise by %s: %s', (before, after, byDays, isSeen) => {
    const found = reasonsOf({ id: 'x', type: 'days-delinquent-rose', byDays }, { daysDelinquent: before }, { daysDelinquent: after })
    expect(found).toStrictEqual(isSeen ? [{ sign: 'x', before: before + 0, after }] : [])
  })

  it('does not ask for a guarantor where one is in force, nor for a joint one where one who is is', () => {
    const until = (validUntil?: string, joint?: boolean) => ({ amount: 1, validUntil, joint })
    const asked = (measure: 'guarantor' | 'joint-guarantor', guarantees: CreditAccount['guarantees'], options?: DeteriorationOptions): unknown =>
      measureOf({ measure }, { guarantees }, options)
    expect(asked('guarantor', undefined)).toEqual({ measure: 'guarantor' })
    expect(asked('guarantor', [])).toEqual({ measure: 'guarantor' })
    expect(asked('guarantor', [until()])).toBe('in-place')
    expect(asked('joint-guarantor', [until()])).toEqual({ measure: 'joint-guarantor' })
    expect(asked('joint-guarantor', [until(), until(undefined, true)])).toBe('in-place')
    expect(asked('guarantor', [until('2025-06-30')], asOf)).toBe('in-place')
    expect(asked('guarantor', [until('2025-06-29')], asOf)).toEqual({ measure: 'guarantor' })
    expect(asked('joint-guarantor', [until('2025-06-29', true), until('2025-06-30', true)], asOf)).toBe('in-place')
    expect(asked('guarantor', [{ amount: 1, validFrom: '2025-07-01' }], asOf)).toEqual({ measure: 'guarantor' })
    expect(asked('guarantor', [{ amount: 1, validFrom: '2025-06-30' }], asOf)).toBe('in-place')
    expect(asked('guarantor', [until('9999-12-31')])).toEqual({ measure: 'guarantor' })
    expect(asked('guarantor', [{ amount: 1, validFrom: '2000-01-01' }])).toEqual({ measure: 'guarantor' })
    expect(asked('guarantor', [{ amount: 0 }])).toEqual({ measure: 'guarantor' })
    expect(asked('joint-guarantor', [{ amount: '0.00', joint: true }, until()])).toEqual({ measure: 'joint-guarantor' })
    expect(asked('guarantor', [{ amount: 0 }, { amount: '0.01' }])).toBe('in-place')
  })

  it('raises the deposit from what is in force to a part of the limit, rounded up', () => {
    const raise = (facts: Partial<CreditAccount>, toPercentOfLimit?: string, options?: DeteriorationOptions): unknown =>
      measureOf({ measure: 'raise-deposit', toPercentOfLimit }, facts, options)
    const limit = { amount: '1000.01' }
    const proposal = (from: string, to: string | null, amount: string | null) => ({ measure: 'raise-deposit', from, to, amount })
    expect(raise({ limit }, '10')).toEqual(proposal('0.00', '100.01', '100.01'))
    expect(raise({ limit, deposits: [{ amount: 60 }, { amount: '40.00' }] }, '10')).toEqual(proposal('100.00', '100.01', '0.01'))
    expect(raise({ limit, deposits: [{ amount: '100.01' }] }, '10')).toBe('in-place')
    expect(raise({ limit, deposits: [{ amount: 100, currency: 'USD' }] }, '10')).toEqual(proposal('0.00', '100.01', '100.01'))
    expect(raise({ limit: { amount: 99 }, currency: 'JPY', deposits: [{ amount: 7 }] }, '10')).toEqual(proposal('7', '10', '3'))
    expect(raise({ limit }, '150')).toEqual(proposal('0.00', '1500.02', '1500.02'))
    expect(raise({ limit: { amount: 0 } }, '10')).toBe('in-place')
    for (const facts of [{}, { limit: { amount: null } }]) expect(raise(facts, '10')).toEqual(proposal('0.00', null, null))
    expect(raise({ limit, deposits: [{ amount: 5 }] })).toEqual(proposal('5.00', null, null))
    const deposits = [
      { amount: 1, validUntil: '2025-06-29' },
      { amount: 2, validUntil: '2025-06-30' },
      { amount: 4, validFrom: '2025-07-01' },
      { amount: 8 },
    ]
    expect(raise({ limit, deposits }, '10', asOf)).toEqual(proposal('10.00', '100.01', '90.01'))
    expect(raise({ limit, deposits }, '10')).toEqual(proposal('8.00', '100.01', '92.01'))
  })

  it('cuts the limit to a part, rounded down', () => {
    const cut = (facts: Partial<CreditAccount>, toPercentOfLimit?: string): unknown =>
      measureOf({ measure: 'reduce-supply', toPercentOfLimit }, facts)
    const proposal = (from: string | null, to: string | null) => ({ measure: 'reduce-supply', from, to })
    expect(cut({ limit: { amount: '100.05' } }, '50')).toEqual(proposal('100.05', '50.02'))
    expect(cut({ limit: { amount: '999' }, currency: 'JPY' }, '0.1')).toEqual(proposal('999', '0'))
    expect(cut({ limit: { amount: '100.05' } })).toEqual(proposal('100.05', null))
    for (const facts of [{}, { limit: { amount: null } }]) expect(cut(facts, '50')).toEqual(proposal(null, null))
    expect(cut({ limit: { amount: '100.05' } }, '100')).toBe('in-place')
    expect(cut({ limit: { amount: 0 } }, '50')).toBe('in-place')
    expect(cut({ limit: { amount: '0.00' } })).toBe('in-place')
  })

  it('restricts shipments as the policy says, and always has the contract notarised', () => {
    expect(measureOf({ measure: 'restrict-shipments', to: 'prepaid' }, {})).toEqual({ measure: 'restrict-shipments', to: 'prepaid' })
    expect(measureOf({ measure: 'restrict-shipments' }, {})).toEqual({ measure: 'restrict-shipments', to: null })
    expect(measureOf({ measure: 'notarise-contract' }, {})).toEqual({ measure: 'notarise-contract' })
  })

  it('proposes a measure on the signs that it is for, and each only once, by the first rule that says under which condition goods are shipped', () => {
    const signs: DeteriorationSign[] = [standard, { id: 'dunned', type: 'dunning-level-rose' }, { id: '__proto__', type: 'overdue-rose' }]
    const measures: DeteriorationMeasure[] = [
      { measure: 'restrict-shipments', to: 'prepaid', onSigns: ['dunned', '__proto__'] },
      { measure: 'restrict-shipments', to: 'half', onSigns: ['standard'] },
      { measure: 'restrict-shipments', to: 'any' },
      { measure: 'notarise-contract', onSigns: ['__proto__'] },
    ]
    const proposed = (before: CreditState, after: CreditState): unknown =>
      respondToDeterioration({ before, after, account }, policyOf(signs, measures)).measures
    const none = { meetsStandard: true, dunningLevel: 0, overdue: 0 }
    expect(proposed(none, { ...none, meetsStandard: false })).toEqual([{ measure: 'restrict-shipments', to: 'half' }])
    expect(proposed(none, { ...none, meetsStandard: false, dunningLevel: 1 })).toEqual([{ measure: 'restrict-shipments', to: 'prepaid' }])
    expect(proposed(none, { ...none, overdue: 1 })).toEqual([{ measure: 'restrict-shipments', to: 'prepaid' }, { measure: 'notarise-contract' }])
    expect(proposed(none, none)).toEqual([])
  })

  it.each<[string, readonly (string | undefined)[], string, unknown]>([
    ['raise-deposit', ['10', '30', '20.5'], '1000', { from: '0.00', to: '300.00', amount: '300.00' }],
    ['raise-deposit', [undefined, '9', '10', undefined], '1000', { from: '0.00', to: '100.00', amount: '100.00' }],
    ['raise-deposit', ['1e2', '99.9'], '1000', { from: '0.00', to: '1000.00', amount: '1000.00' }],
    ['raise-deposit', [undefined, undefined], '1000', { from: '0.00', to: null, amount: null }],
    ['reduce-supply', ['50', '9', '30'], '1000', { from: '1000.00', to: '90.00' }],
    ['reduce-supply', [undefined, '70', '80'], '1000', { from: '1000.00', to: '700.00' }],
    ['reduce-supply', ['70', '0'], '1000', { from: '1000.00', to: '0.00' }],
    ['reduce-supply', [undefined, undefined], '1000', { from: '1000.00', to: null }],
  ])('of rules for %s to %j percent of %s, the strictest counts, and one that leaves it open last', (measure, percents, amount, expected) => {
    const rules = percents.map((toPercentOfLimit) => ({ measure, toPercentOfLimit }) as DeteriorationMeasure)
    for (const some of [rules, [...rules].reverse()]) {
      const { measures } = respondToDeterioration({ ...lost, account: { ...account, limit: { amount } } }, policyOf([standard], some))
      expect(measures).toEqual([{ measure, ...(expected as object) }])
    }
  })

  it('a measure is in place by the strictest rule, and stands where the first that applies does', () => {
    const rules: DeteriorationMeasure[] = [
      { measure: 'raise-deposit', toPercentOfLimit: 10 },
      { measure: 'notarise-contract' },
      { measure: 'raise-deposit', toPercentOfLimit: 40 },
      { measure: 'reduce-supply', toPercentOfLimit: 100 },
      { measure: 'restrict-shipments' },
      { measure: 'reduce-supply', toPercentOfLimit: 60 },
      { measure: 'restrict-shipments', to: 'prepaid' },
      { measure: 'restrict-shipments', to: 'half' },
    ]
    const holding = (deposit: number) => {
      const facts = { ...account, limit: { amount: 1000 }, deposits: [{ amount: deposit }] }
      return respondToDeterioration({ ...lost, account: facts }, policyOf([standard], rules))
    }
    expect(holding(100).measures).toEqual([
      { measure: 'raise-deposit', from: '100.00', to: '400.00', amount: '300.00' },
      { measure: 'notarise-contract' },
      { measure: 'reduce-supply', from: '1000.00', to: '600.00' },
      { measure: 'restrict-shipments', to: 'prepaid' },
    ])
    expect(holding(400).diagnoses).toEqual([{ code: 'in-place', params: { measure: 'raise-deposit' } }])
  })

  const rests: DeteriorationMeasure[] = [
    { measure: 'joint-guarantor' },
    { measure: 'raise-deposit', toPercentOfLimit: 10 },
    { measure: 'reduce-supply', toPercentOfLimit: 50 },
  ]
  const told = (facts: Partial<CreditAccount>, options?: DeteriorationOptions, measures = rests): unknown =>
    respondToDeterioration({ ...lost, account: { ...account, ...facts } }, policyOf([standard], measures), options).diagnoses
  const dated = {
    deposits: [
      { amount: 1, validUntil: '2025-06-29' },
      { amount: 2, validUntil: '2025-06-30', currency: 'USD' },
      { amount: 3, validFrom: '2025-07-01', currency: 'EUR' },
      { amount: 4, currency: 'USD' },
      { amount: 0, currency: 'JPY' },
      { amount: 0, validUntil: '2000-01-01' },
      { amount: 5 },
    ],
    guarantees: [
      { amount: 7, validUntil: '2025-06-29', currency: 'USD' },
      { amount: 0, validUntil: '2025-06-29' },
    ],
    limit: { amount: 1000, validUntil: '2025-06-29' },
  }
  const currencies = { code: 'deposits-in-other-currencies', params: { currencies: ['EUR', 'USD'] } }

  it('tells which securities do not count, as no day is given, they are not in force, or in another currency; and a limit that has expired', () => {
    expect(told(dated)).toEqual([
      { code: 'security-without-day', params: { part: 'deposits', count: 3 } },
      currencies,
      { code: 'security-without-day', params: { part: 'guarantees', count: 1 } },
    ])
    expect(told(dated, asOf)).toEqual([
      { code: 'security-not-in-force', params: { part: 'deposits', count: 2 } },
      currencies,
      { code: 'security-not-in-force', params: { part: 'guarantees', count: 1 } },
      { code: 'limit-expired', params: { validUntil: '2025-06-29' } },
    ])
    expect(told(dated, { asOf: '2025-06-29' })).toEqual([{ code: 'security-not-in-force', params: { part: 'deposits', count: 1 } }, currencies])
    expect(measureOf({ measure: 'reduce-supply', toPercentOfLimit: 50 }, dated, asOf)).toEqual({
      measure: 'reduce-supply',
      from: '1000.00',
      to: '500.00',
    })
  })

  it('tells so only of facts that a measure rests on, after the measures in place', () => {
    const codes = (measure: DeteriorationMeasure) => (told(dated, asOf, [measure]) as { code: string }[]).map(({ code }) => code)
    expect(codes({ measure: 'guarantor' })).toEqual(['security-not-in-force'])
    expect(codes({ measure: 'raise-deposit' })).toEqual(['security-not-in-force', 'deposits-in-other-currencies'])
    expect(codes({ measure: 'raise-deposit', toPercentOfLimit: '0.5' })).toEqual([
      'in-place',
      'security-not-in-force',
      'deposits-in-other-currencies',
      'limit-expired',
    ])
    expect(codes({ measure: 'reduce-supply' })).toEqual(['limit-expired'])
    expect(codes({ measure: 'notarise-contract' })).toEqual([])
    const same = { before: { meetsStandard: true }, after: { meetsStandard: true }, account: { ...account, ...dated } }
    expect(respondToDeterioration(same, policyOf([standard], rests), asOf).diagnoses).toEqual([])
    expect(told({})).toEqual([])
  })

  it('tells that other policies rated the customer after than before, whatever the order, and only where both are known', () => {
    const five = { kind: 'credit-rating', id: 'five-c-rating', version: 1 }
    const strict = { kind: 'credit-rating', id: 'strict', version: '2025a' }
    const differ = (before: unknown, after: unknown): unknown => {
      const change = { before: { ...lost.before, policies: before }, after: { ...lost.after, policies: after }, account }
      return respondToDeterioration(change, policyOf([{ id: 'grade', type: 'grade-fell' }, standard])).diagnoses.slice(1)
    }
    const told = (before: string[], after: string[]) => [{ code: 'rated-by-different-policies', params: { before, after } }]
    expect(differ([five], [strict])).toEqual(told(['five-c-rating 1'], ['strict 2025a']))
    expect(differ([five], [{ ...five, version: 2 }])).toEqual(told(['five-c-rating 1'], ['five-c-rating 2']))
    expect(differ([strict, five], [five])).toEqual(told(['five-c-rating 1', 'strict 2025a'], ['five-c-rating 1']))
    expect(differ([strict, five], [five, strict, five])).toEqual([])
    expect(differ([five], [{ ...five, version: '1' }])).toEqual([])
    const malformed = [undefined, null, [], {}, 'x', [5], [five, null], [{ ...five, kind: undefined }], [{ ...five, id: '' }], Array(1)]
    for (const other of [...malformed, [{ ...five, version: Number.NaN }], [{ ...five, version: {} }], [Object.create(five)]]) {
      expect(differ([strict], other)).toEqual([])
      expect(differ(other, [strict])).toEqual([])
    }
  })

  it('tells the company, where there is one', () => {
    const { company } = respondToDeterioration({ ...lost, account: { ...account, company: 'DE' } }, policyOf([standard]))
    expect(company).toBe('DE')
    expect(Object.keys(respondToDeterioration({ ...lost, account }, policyOf([standard])))).not.toContain('company')
  })

  it('reports though all measures are in place, after what could not be compared', () => {
    const guarded = { ...account, guarantees: [{ amount: 1 }] }
    const policy = policyOf([{ id: 'grade', type: 'grade-fell' }, standard], [{ measure: 'guarantor' }])
    expect(respondToDeterioration({ ...lost, account: guarded }, policy)).toMatchObject({
      report: true,
      decidedBy: ['superior', 'credit-department'],
      measures: [],
      diagnoses: [
        { code: 'not-comparable', params: { sign: 'grade', fact: 'grade' } },
        { code: 'in-place', params: { measure: 'guarantor' } },
      ],
    })
  })
})

const GRADES = textbookDeterioration.grades as readonly string[]
const sign: fc.Arbitrary<DeteriorationSign> = fc
  .oneof(
    fc.record({ type: fc.constant('grade-fell' as const), by: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) }),
    fc.record({ type: fc.constant('loss-rate-rose' as const), byPercentagePoints: fc.option(fc.nat(50), { nil: undefined }) }),
    fc.record({ type: fc.constant('standard-lost' as const) }),
    fc.record({ type: fc.constant('dunning-level-rose' as const), by: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) }),
    fc.record({ type: fc.constant('overdue-rose' as const), byAmount: fc.option(fc.nat(500), { nil: undefined }) }),
    fc.record({ type: fc.constant('days-delinquent-rose' as const), byDays: fc.option(fc.nat(30), { nil: undefined }) }),
  )
  .map((one) => ({ id: one.type, ...one }) as DeteriorationSign)
const state = fc.record(
  {
    grade: fc.constantFrom(...GRADES),
    expectedBadDebtRate: fc.nat(100).map((percent) => percent / 100),
    meetsStandard: fc.boolean(),
    dunningLevel: fc.nat(4),
    overdue: fc.nat(1000),
    daysDelinquent: fc.integer({ min: -20, max: 60 }),
  },
  { requiredKeys: [] },
)
const random = fc.uniqueArray(sign, { minLength: 1, maxLength: 6, selector: ({ id }) => id }).chain((signs) => {
  const onSigns = fc.option(fc.uniqueArray(fc.constantFrom(...signs.map(({ id }) => id)), { minLength: 1 }), { nil: undefined })
  const measure = fc
    .record({ measure: fc.constantFrom(...textbookDeterioration.measures.map((one) => one.measure)), onSigns, percent: fc.nat(100) })
    .map(({ percent, ...rule }): DeteriorationMeasure => {
      return rule.measure === 'raise-deposit' || rule.measure === 'reduce-supply'
        ? ({ ...rule, toPercentOfLimit: percent } as DeteriorationMeasure)
        : (rule as DeteriorationMeasure)
    })
  const security = fc.record({
    amount: fc.nat(400),
    validUntil: fc.constantFrom(undefined, '2025-06-29', '2025-06-30', '2026-01-01'),
    joint: fc.boolean(),
  })
  return fc.record({
    policy: fc.array(measure, { maxLength: 6 }).map((measures) => policyOf(signs, measures)),
    before: state,
    after: state,
    account: fc
      .record({
        limit: fc.option(
          fc.constantFrom(null, 0, 777, '1000.00').map((amount) => ({ amount })),
          { nil: undefined },
        ),
        deposits: fc.array(
          security.map(({ joint: _joint, ...deposit }) => deposit),
          { maxLength: 3 },
        ),
        guarantees: fc.array(security, { maxLength: 2 }),
      })
      .map((facts): CreditAccount => ({ ...account, ...facts })),
  })
})

/** The signs that are seen, by the definitions, in integers that floats hold. */
function naivelySeen(signs: readonly DeteriorationSign[], before: CreditState, after: CreditState): string[] {
  const rise = (a: unknown, b: unknown): number => (a === undefined || b === undefined ? -1 : Number(b) - Number(a))
  const rank = ({ grade }: CreditState): number | undefined => (grade === undefined ? undefined : GRADES.indexOf(grade))
  const percent = ({ expectedBadDebtRate: rate }: CreditState): number | undefined => (rate === undefined ? undefined : Math.round(rate * 100))
  return signs
    .filter((one) => {
      if (one.type === 'standard-lost') return before.meetsStandard === true && after.meetsStandard === false
      if (one.type === 'grade-fell') return rise(rank(before), rank(after)) >= (one.by ?? 1)
      if (one.type === 'dunning-level-rose') return rise(before.dunningLevel, after.dunningLevel) >= (one.by ?? 1)
      if (one.type === 'loss-rate-rose') return rise(percent(before), percent(after)) >= Math.max(1, Number(one.byPercentagePoints ?? 1))
      if (one.type === 'overdue-rose') return rise(before.overdue, after.overdue) >= Math.max(1, Number(one.byAmount ?? 1))
      return rise(before.daysDelinquent, after.daysDelinquent) >= Math.max(1, Number(one.byDays ?? 1))
    })
    .map(({ id }) => id)
}

describe('respondToDeterioration: laws', () => {
  it('sees what the definitions see; every measure that a seen sign calls for is proposed once, or in place', () => {
    fc.assert(
      fc.property(random, ({ policy, ...change }) => {
        const response = respondToDeterioration(deepFreeze(change), deepFreeze(policy), asOf)
        const seen = response.reasons.map(({ params }) => params.sign)
        expect(seen).toEqual(naivelySeen(policy.signs, change.before, change.after))
        expect(response.deteriorated).toBe(seen.length > 0)
        expect([response.report, response.reportTo !== null, response.decidedBy.length > 0]).toEqual(Array(3).fill(response.deteriorated))
        const called = policy.measures.filter(({ onSigns }) => seen.length > 0 && (onSigns === undefined || onSigns.some((id) => seen.includes(id))))
        const inPlace = response.diagnoses.flatMap(({ code, params }) => (code === 'in-place' ? [params.measure] : []))
        const answered = [...response.measures.map(({ measure }) => measure), ...inPlace].sort()
        expect(answered).toEqual([...new Set(called.map(({ measure }) => measure))].sort())
        expect(JSON.parse(JSON.stringify(response))).toStrictEqual(response)
      }),
      { numRuns: 150 },
    )
  })

  const amountsOf = ({ measures }: DeteriorationResponse) =>
    measures.map((measure) => ({ from: undefined, to: undefined, amount: undefined, ...measure }))

  it('more signs never lower the deposit, nor raise the limit', () => {
    const facts = ['meetsStandard', 'dunningLevel', 'overdue', 'daysDelinquent'] as const
    const signs: DeteriorationSign[] = [
      { id: 'meetsStandard', type: 'standard-lost' },
      { id: 'dunningLevel', type: 'dunning-level-rose' },
      { id: 'overdue', type: 'overdue-rose' },
      { id: 'daysDelinquent', type: 'days-delinquent-rose' },
    ]
    const good: CreditState = { meetsStandard: true, dunningLevel: 0, overdue: 0, daysDelinquent: 0 }
    const bad: CreditState = { meetsStandard: false, dunningLevel: 1, overdue: 1, daysDelinquent: 1 }
    const some = fc.subarray([...facts], { minLength: 1 })
    const rules = fc.array(
      fc.record({
        measure: fc.constantFrom('raise-deposit' as const, 'reduce-supply' as const),
        onSigns: some,
        toPercentOfLimit: fc.option(fc.nat(100), { nil: undefined }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rules, some, some, fc.nat(900), (measures, fewer, others, held) => {
        const after = (seen: readonly (typeof facts)[number][]): readonly [number, number] => {
          const state = Object.fromEntries(facts.map((fact) => [fact, (seen.includes(fact) ? bad : good)[fact]]))
          const change = { before: good, after: state, account: { ...account, limit: { amount: 1000 }, deposits: [{ amount: held }] } }
          const found = amountsOf(respondToDeterioration(change, policyOf(signs, measures)))
          const aim = (measure: string, from: number): number => Number(found.find((one) => one.measure === measure)?.to ?? from)
          return [aim('raise-deposit', held), aim('reduce-supply', 1000)]
        }
        const [few, more] = [after(fewer), after([...fewer, ...others])]
        expect(more[0]).toBeGreaterThanOrEqual(few[0])
        expect(more[1]).toBeLessThanOrEqual(few[1])
      }),
      { numRuns: 150 },
    )
  })

  it('a raised deposit is what is in force and as much more, and at least the part of the limit; a cut limit at most the part', () => {
    fc.assert(
      fc.property(random, ({ policy, before: _before, after: _after, ...others }) => {
        const measures = policy.measures.map(({ onSigns: _onSigns, ...rule }) => rule as DeteriorationMeasure)
        const response = respondToDeterioration({ ...lost, ...others }, policyOf([standard], measures), asOf)
        for (const { measure, from, to, amount } of amountsOf(response)) {
          const percents = measures.flatMap((rule) =>
            rule.measure === measure ? [Number((rule as { toPercentOfLimit?: number }).toPercentOfLimit)] : [],
          )
          const strictest = measure === 'raise-deposit' ? Math.max(...percents) : Math.min(...percents)
          const part = (Number(others.account.limit?.amount) * strictest) / 100
          if (typeof to !== 'string' || typeof from !== 'string') continue
          if (measure === 'raise-deposit') {
            const held = (others.account.deposits ?? []).filter(({ validUntil }) => validUntil !== '2025-06-29')
            expect(Number(from)).toBe(held.reduce((sum, deposit) => sum + Number(deposit.amount), 0))
            expect(Number(from) + Number(amount)).toBeCloseTo(Number(to), 9)
            expect(Number(to)).toBeGreaterThanOrEqual(part - 1e-9)
            expect(Number(to)).toBeLessThan(part + 0.01)
          } else {
            expect(from).toBe(Number(others.account.limit?.amount).toFixed(2))
            expect(Number(to)).toBeLessThanOrEqual(part + 1e-9)
            expect(Number(to)).toBeGreaterThan(part - 0.01)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a customer who stays the same never got worse, and one who got worse did not when looked at backwards, sign by sign', () => {
    fc.assert(
      fc.property(random, ({ policy, before, after, account: some }) => {
        expect(respondToDeterioration({ before, after: before, account: some }, policy).deteriorated).toBe(false)
        const there = respondToDeterioration({ before, after, account: some }, policy).reasons.map(({ code }) => code)
        const back = respondToDeterioration({ before: after, after: before, account: some }, policy).reasons.map(({ code }) => code)
        for (const code of there) expect(back).not.toContain(code)
      }),
      { numRuns: 150 },
    )
  })
})

describe('respondToDeterioration: what is wrong', () => {
  const change = { before: { grade: 'A' }, after: { grade: 'B' }, account }
  const found = (value: unknown, policy: unknown = textbookDeterioration, options?: unknown): unknown =>
    issuesOf(() => respondToDeterioration(value as never, policy as DeteriorationPolicy, options as never))
  const inState = (facts: object): unknown => found({ ...change, after: { ...change.after, ...facts } })

  it('names a case, a policy and options that are none, together', () => {
    for (const [value, code] of badRecords) {
      expect(found(value)).toEqual([[code, ['change']]])
      expect(issuesOf(() => respondToDeterioration(change, value as never))).toEqual([[code, ['policy']]])
      if (value !== undefined) expect(found(change, textbookDeterioration, value)).toEqual([[code, ['options']]])
      for (const key of ['before', 'after', 'account']) expect(found({ ...change, [key]: value })).toEqual([[code, [key]]])
    }
    expect(found({ extra: 1 }, { ...textbookDeterioration, signs: [] }, { asOf: '2025-02-29', date: 1 })).toEqual([
      ['empty', ['policy', 'signs']],
      ['unknown-key', ['options', 'date']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['unknown-key', ['extra']],
      ['missing', ['before']],
      ['missing', ['after']],
      ['missing', ['account']],
    ])
    expect(found(change, textbookDeterioration, { asOf: undefined })).toBe('nothing was thrown')
    expect(found(change, textbookDeterioration, { asOf: null })).toEqual([['not-a-calendar-date', ['options', 'asOf']]])
  })

  it.each([
    [{ grade: '' }, 'empty', 'grade'],
    [{ grade: 7 }, 'wrong-type', 'grade'],
    [{ grade: 'E' }, 'not-allowed', 'grade'],
    [{ grade: 'constructor' }, 'not-allowed', 'grade'],
    [{ expectedBadDebtRate: '0.5' }, 'wrong-type', 'expectedBadDebtRate'],
    [{ expectedBadDebtRate: Number.NaN }, 'wrong-type', 'expectedBadDebtRate'],
    [{ expectedBadDebtRate: null }, 'wrong-type', 'expectedBadDebtRate'],
    [{ expectedBadDebtRate: 1.0001 }, 'out-of-range', 'expectedBadDebtRate'],
    [{ expectedBadDebtRate: -1e-9 }, 'out-of-range', 'expectedBadDebtRate'],
    [{ meetsStandard: 1 }, 'wrong-type', 'meetsStandard'],
    [{ meetsStandard: null }, 'wrong-type', 'meetsStandard'],
    [{ dunningLevel: -1 }, 'too-small', 'dunningLevel'],
    [{ dunningLevel: '1' }, 'not-an-integer', 'dunningLevel'],
    [{ dunningLevel: 0.5 }, 'not-an-integer', 'dunningLevel'],
    [{ overdue: -1 }, 'too-small', 'overdue'],
    [{ overdue: 'x' }, 'not-a-decimal', 'overdue'],
    [{ overdue: '0.001' }, 'too-many-decimal-places', 'overdue'],
    [{ daysDelinquent: Number.POSITIVE_INFINITY }, 'wrong-type', 'daysDelinquent'],
    [{ daysDelinquent: '5' }, 'wrong-type', 'daysDelinquent'],
    [{ level: 1 }, 'unknown-key', 'level'],
  ])('state %o', (facts, code, key) => expect(inState(facts)).toEqual([[code, ['after', key]]]))

  it('takes what is left out as not known, and what a prototype holds as left out', () => {
    const unknown = { grade: undefined, expectedBadDebtRate: undefined, meetsStandard: undefined, dunningLevel: undefined, overdue: undefined }
    expect(inState({ ...unknown, daysDelinquent: undefined })).toBe('nothing was thrown')
    expect(found({ ...change, before: Object.create({ grade: 'nonsense' }) })).toBe('nothing was thrown')
    expect(found(Object.create(change))).toEqual(['before', 'after', 'account'].map((key) => ['missing', [key]]))
  })

  it('refuses the state of another customer, and looks at none that is no text', () => {
    const of = (before: unknown, after?: unknown, some: object = account): unknown =>
      found({ before: { customer: before }, after: { customer: after }, account: some })
    expect(of('C-1', 'C-1')).toBe('nothing was thrown')
    expect(of('C-2', 'C-1')).toEqual([['not-allowed', ['before', 'customer']]])
    expect(of(undefined, '__proto__')).toEqual([['not-allowed', ['after', 'customer']]])
    expect(of('C-2', 'C-3')).toHaveLength(2)
    for (const value of [null, 7, '', undefined]) expect(of(value, value)).toBe('nothing was thrown')
    expect(of('C-2', 'C-1', { currency: 'CNY' })).toEqual([['missing', ['account', 'customer']]])
    expect(of('C-2', 'C-1', [])).toEqual([['wrong-type', ['account']]])
  })

  it('any grade will do where no sign compares grades', () => {
    expect(found({ ...change, before: { grade: 'E' } }, policyOf([standard]))).toBe('nothing was thrown')
  })

  it("names amounts that are finer than the account's currency, and what is wrong with the account", () => {
    const policy = policyOf([standard, { id: 'overdue', type: 'overdue-rose', byAmount: '0.5' }])
    expect(found({ ...change, before: { overdue: '1.5' }, account: { ...account, currency: 'JPY', limit: { amount: -1 } } }, policy)).toEqual([
      ['too-many-decimal-places', ['before', 'overdue']],
      ['too-small', ['account', 'limit', 'amount']],
      ['too-many-decimal-places', ['policy', 'signs', 1, 'byAmount']],
    ])
    expect(found({ ...change, before: { overdue: '1.555' }, account: { ...account, currency: 'xxx' } }, policy)).toEqual([
      ['unknown-currency', ['account', 'currency']],
    ])
  })
})
