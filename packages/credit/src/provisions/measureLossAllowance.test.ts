import { currencyDigits, type DecimalInput } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies, unitsOf } from '../../testing/arbitraries.js'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import {
  type Ageing,
  type AgeingScheme,
  ageReceivables,
  checkProvisionMatrix,
  type LossAllowance,
  lossRatesFromRollRates,
  measureLossAllowance,
  type OpenItem,
  type ProvisionMatrix,
  type ProvisionRate,
} from '../index.js'
import { moneyText } from '../money/moneyText.js'
import { ageingTo90Days, ifrs9ExampleMatrix } from '../templates.js'

type Debits = Readonly<Record<string, Readonly<Record<string, string>>>>

const asOf = '2024-03-31'
const scheme = { kind: 'ageing-scheme', id: 'by-age', version: 3 }

/** An ageing of debits, by bucket and currency, as far as an allowance reads it. */
const agedTo = (debits: Debits): Ageing => {
  const bucketsOf = (buckets: Readonly<Record<string, string>>) => Object.entries(buckets).map(([id, amount]) => ({ id, debits: amount }))
  const balances = Object.entries(debits).map(([currency, buckets]) => ({ currency, buckets: bucketsOf(buckets) }))
  return { asOf, currencies: balances, policies: [scheme] } as unknown as Ageing
}
const matrixOf = (...rates: ProvisionRate[]): ProvisionMatrix => ({ kind: 'provision-matrix', id: 'losses', version: '2024', rates })
const allowancesOf = ({ currencies: all }: LossAllowance): string[][] => all.map(({ buckets }) => buckets.map(({ allowance }) => allowance))
const sumsOf = ({ currencies: all }: LossAllowance): string[] => all.map(({ currency, allowance }) => `${currency} ${allowance}`)

describe('measureLossAllowance: known answers', () => {
  const example = { 'not-due': '15000000.00', '1-30': '7500000.00', '31-60': '4000000.00', '61-90': '2500000.00', 'over-90': '1000000.00' }

  it('IFRS 9, illustrative example 12: 580,000', () => {
    const allowance: LossAllowance = {
      asOf,
      currencies: [
        {
          currency: 'CNY',
          debits: '30000000.00',
          allowance: '580000.00',
          rate: 580 / 30_000,
          buckets: [
            { id: 'not-due', debits: '15000000.00', rate: 0.003, allowance: '45000.00' },
            { id: '1-30', debits: '7500000.00', rate: 0.016, allowance: '120000.00' },
            { id: '31-60', debits: '4000000.00', rate: 0.036, allowance: '144000.00' },
            { id: '61-90', debits: '2500000.00', rate: 0.066, allowance: '165000.00' },
            { id: 'over-90', debits: '1000000.00', rate: 0.106, allowance: '106000.00' },
          ],
        },
      ],
      diagnoses: [],
      policies: [scheme, { kind: 'provision-matrix', id: 'ifrs9-example-matrix', version: '1' }],
    }
    expect(measureLossAllowance(agedTo({ CNY: example }), ifrs9ExampleMatrix)).toStrictEqual(allowance)
  })

  it('IFRScommunity (credit vectors): 27,567 by the roll rates as they are', () => {
    const { rates } = lossRatesFromRollRates({ sales: 100_000, openAfter: [50_000, 23_000, 8_000, 2_000], lost: 2_000 })
    const debits = { 'not-due': '300000.00', '1-30': '140000.00', '31-60': '60000.00', '61-90': '23000.00', 'over-90': '5000.00' }
    const allowance = measureLossAllowance(agedTo({ CNY: debits }), matrixOf(...rates))
    expect(allowancesOf(allowance)).toEqual([['6000.00', '5600.00', '5217.39', '5750.00', '5000.00']])
    expect(sumsOf(allowance)).toEqual(['CNY 27567.39'])
    expect(allowance.currencies[0]?.buckets.map(({ rate }) => rate)).toEqual(rates.map(({ rate }) => rate))
    const inYen = Object.fromEntries(Object.entries(debits).map(([id, amount]) => [id, amount.replace('.00', '')]))
    expect(sumsOf(measureLossAllowance(agedTo({ JPY: inYen }), matrixOf(...rates)))).toEqual(['JPY 27567'])
  })

  it('faqifrs.com, Company T: 0.5, 2.2, 2.7 and 4.5 % of 15,000, 7,500, 4,000 and 2,500', () => {
    const percents = ['0.5', '2.2', '2.7', '4.5']
    const debits = agedTo({ EUR: { a: '15000.00', b: '7500.00', c: '4000.00', d: '2500.00' } })
    const matrix = matrixOf(...percents.map((percent, index) => ({ bucket: 'abcd'.charAt(index), percent })))
    expect(allowancesOf(measureLossAllowance(debits, matrix))).toEqual([['75.00', '165.00', '108.00', '112.50']])
  })

  const long = '1234567890123456789012345678901234567890.12'
  it.each<[string, string, Omit<ProvisionRate, 'bucket'>, string, number]>([
    ['CNY', long, { percent: `33.${'3'.repeat(42)}` }, '411522630041152263004115226300411522630.04', 1 / 3],
    ['CNY', long, { lost: 1, of: 3 }, '411522630041152263004115226300411522630.04', 1 / 3],
    ['CNY', '0.50', { percent: 1 }, '0.01', 0.01],
    ['CNY', '0.49', { percent: 1 }, '0.00', 0.01],
    ['CNY', '1.00', { lost: '1', of: '200' }, '0.01', 0.005],
    ['CNY', '1.00', { lost: '1', of: '201' }, '0.00', 0.004975124378109453],
    ['CNY', '0.01', { percent: '100' }, '0.01', 1],
    ['CNY', '999.99', { percent: '0' }, '0.00', 0],
    ['CNY', '19999.99', { lost: '0.7', of: '0.93', rate: 0.9 }, '15053.76', 0.7526881720430108],
    ['JPY', '49', { percent: 1 }, '0', 0.01],
    ['JPY', '50', { percent: 1 }, '1', 0.01],
    ['JPY', '149', { percent: 1 }, '1', 0.01],
    ['JPY', '150', { percent: 1 }, '2', 0.01],
    ['KWD', '0.125', { percent: 2 }, '0.003', 0.02],
    ['KWD', '0.025', { percent: '2.0' }, '0.001', 0.02],
    ['KWD', '1234.567', { lost: 7, of: 13 }, '664.767', 7 / 13],
    ['CLF', '10.0001', { percent: 12.5 }, '1.2500', 0.125],
  ])('%s %s by %o as Python computes it in fractions', (currency, debits, rate, allowance, near) => {
    const measured = measureLossAllowance(agedTo({ [currency]: { all: debits } }), matrixOf({ bucket: 'all', ...rate } as ProvisionRate))
    expect(measured.currencies[0]?.buckets).toEqual([{ id: 'all', debits, rate: near, allowance }])
  })

  it('takes an amount of any length, and rates of a thousand decimal places', () => {
    const nines = '9'.repeat(1500)
    const tiny = `0.${'0'.repeat(997)}1`
    const measured = measureLossAllowance(
      agedTo({ CNY: { a: `${nines}.99`, b: `${nines}.99` } }),
      matrixOf({ bucket: 'a', lost: tiny, of: tiny }, { bucket: 'b', percent: tiny }),
    )
    expect(allowancesOf(measured)).toEqual([[`${nines}.99`, `1${'0'.repeat(500)}.00`]])
  })

  it('reads debits with fewer digits than their currency has', () => {
    const measured = measureLossAllowance(agedTo({ KWD: { a: '1.2' }, CNY: { a: '5' } }), matrixOf({ bucket: 'a', percent: 50 }))
    expect(allowancesOf(measured)).toEqual([['0.600'], ['2.50']])
    expect(measured.currencies.map(({ debits }) => debits)).toEqual(['1.200', '5.00'])
  })

  it('rounds each bucket by itself, so that the buckets add up', () => {
    const half = (bucket: string) => ({ bucket, percent: '50' })
    const measured = measureLossAllowance(agedTo({ JPY: { a: '1', b: '1', c: '1' } }), matrixOf(half('a'), half('b'), half('c')))
    expect(measured.currencies[0]).toMatchObject({ debits: '3', allowance: '3', rate: 1 })
  })

  it('keeps currencies apart, and has nothing to set aside where nothing is owed', () => {
    const measured = measureLossAllowance(agedTo({ JPY: { all: '0' }, CNY: { all: '200.00' } }), matrixOf({ bucket: 'all', percent: 1 }))
    expect(sumsOf(measured)).toEqual(['JPY 0', 'CNY 2.00'])
    expect(measured.currencies.map(({ rate }) => rate)).toEqual([0, 0.01])
    expect(measureLossAllowance(agedTo({}), ifrs9ExampleMatrix).currencies).toEqual([])
  })
})

describe('measureLossAllowance of an ageing', () => {
  const items: OpenItem[] = [
    { id: 'I1', customer: 'A', date: '2024-03-10', due: asOf, amount: '15000', currency: 'CNY' },
    { id: 'I2', customer: 'A', date: '2024-02-01', due: '2024-03-01', amount: '7500', currency: 'CNY' },
    { id: 'I3', customer: 'B', date: '2024-01-01', due: '2024-01-31', amount: '4000', currency: 'CNY' },
    { id: 'I4', customer: 'B', date: '2023-01-01', due: '2023-01-31', amount: '1000000', currency: 'JPY' },
  ]
  const credit: OpenItem = { id: 'C1', customer: 'A', date: '2024-02-01', due: '2024-03-01', amount: '-7500', currency: 'CNY' }

  it('is of the debits of its buckets, whatever credits there are', () => {
    const allowance = measureLossAllowance(ageReceivables(items, ageingTo90Days, { asOf }), ifrs9ExampleMatrix)
    // 15,000 × 0.3 % + 7,500 × 1.6 % + 4,000 × 3.6 %, and 1,000,000 × 10.6 %
    expect(allowancesOf(allowance)).toEqual([
      ['45.00', '120.00', '144.00', '0.00', '0.00'],
      ['0', '0', '0', '0', '106000'],
    ])
    expect(allowance.policies.map(({ id }) => id)).toEqual(['ageing-to-90-days', 'ifrs9-example-matrix'])
    expect(allowance.asOf).toBe(asOf)
    expect(measureLossAllowance(ageReceivables([...items, credit], ageingTo90Days, { asOf }), ifrs9ExampleMatrix)).toEqual(allowance)
  })

  it('takes buckets and currencies of any name, from JSON, and changes nothing', () => {
    const named: AgeingScheme = {
      kind: 'ageing-scheme',
      id: 'named',
      version: 1,
      by: 'invoice-date',
      buckets: [
        { id: '__proto__', upToDays: 60 },
        { id: 'constructor', upToDays: null },
      ],
    }
    const ageing = deepFreeze(JSON.parse(JSON.stringify(ageReceivables(items, named, { asOf }))) as Ageing)
    const matrix = deepFreeze(matrixOf({ bucket: 'constructor', percent: 100 }, { bucket: '__proto__', percent: 10 }))
    const allowance = measureLossAllowance(ageing, matrix)
    expect(sumsOf(allowance)).toEqual(['CNY 6250.00', 'JPY 1000000'])
    expect(JSON.parse(JSON.stringify(allowance))).toStrictEqual(allowance)
  })
})

describe('measureLossAllowance: laws', () => {
  const ids = ['a', 'b', 'c']
  const units = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 500n }), fc.bigInt({ min: 0n, max: 10n ** 40n }))
  const rate: fc.Arbitrary<readonly [lost: number, of: number]> = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const cases = fc.record({
    currency: fc.constantFrom(...currencies),
    debits: fc.tuple(units, units, units),
    rates: fc.tuple(rate, rate, rate),
    order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    more: fc.bigInt({ min: 0n, max: 1000n }),
  })
  const lossesOf = (rates: readonly (readonly [number, number])[]): ProvisionRate[] =>
    rates.map(([lost, of], index) => ({ bucket: ids[index] as string, lost, of }))
  const measure = ([currency, digits]: readonly [string, number], debits: readonly bigint[], rates: readonly ProvisionRate[]): LossAllowance =>
    measureLossAllowance(
      agedTo({ [currency]: Object.fromEntries(debits.map((amount, index) => [ids[index], moneyText(amount, digits)])) }),
      matrixOf(...rates),
    )
  const totalOf = ({ currencies: [one] }: LossAllowance): bigint =>
    unitsOf(one?.allowance as string, currencyDigits(one?.currency as string) as number)

  it('is each debit × rate, rounded half-up; its parts add up; its rates may stand in any order', () => {
    fc.assert(
      fc.property(cases, ({ currency, debits, rates, order }) => {
        const losses = lossesOf(rates)
        const allowance = measure(currency, debits, losses)
        // Half-up by hand: as many units as twice the debit, less one half, holds.
        const expected = debits.map((amount, index) => {
          const [lost, of] = (rates[index] as readonly number[]).map(BigInt) as [bigint, bigint]
          return (2n * amount * lost + of) / (2n * of)
        })
        expect(allowancesOf(allowance)).toEqual([expected.map((amount) => moneyText(amount, currency[1]))])
        expect(totalOf(allowance)).toBe(expected.reduce((sum, amount) => sum + amount, 0n))
        const reordered = order.map((index) => losses[index] as ProvisionRate)
        expect(measure(currency, debits, reordered)).toEqual(allowance)
        const percents = losses.map(({ bucket }, index) => ({ bucket, percent: (rates[index]?.[0] as number) / 10 }))
        const perMille = losses.map(({ bucket }, index) => ({ bucket, lost: rates[index]?.[0] as number, of: 1000 }))
        expect(measure(currency, debits, percents)).toEqual(measure(currency, debits, perMille))
      }),
    )
  })

  it('never falls where a debit or a rate rises', () => {
    fc.assert(
      fc.property(cases, fc.nat(2), ({ currency, debits, rates, more }, place) => {
        const total = totalOf(measure(currency, debits, lossesOf(rates)))
        const raised = debits.map((amount, index) => (index === place ? amount + more : amount))
        expect(totalOf(measure(currency, raised, lossesOf(rates)))).toBeGreaterThanOrEqual(total)
        const higher = rates.map(([lost, of], index) =>
          index === place ? ([Math.min(of, lost + Number(more)), of] as const) : ([lost, of] as const),
        )
        expect(totalOf(measure(currency, debits, lossesOf(higher)))).toBeGreaterThanOrEqual(total)
        expect(total).toBeLessThanOrEqual(debits.reduce((sum, amount) => sum + amount, 0n))
      }),
    )
  })
})

describe('measureLossAllowance: what is wrong', () => {
  const ageing = agedTo({ CNY: { a: '1.00', b: '2.00' }, JPY: { a: '1', b: '2' } })
  const matrix = matrixOf({ bucket: 'b', percent: 1 }, { bucket: 'a', lost: 1, of: 2 })
  const found = (others: object): unknown => issuesOf(() => measureLossAllowance({ ...ageing, ...others } as Ageing, matrix))
  const withBalance = (balance: unknown): unknown => found({ currencies: [ageing.currencies[0], balance] })
  const withBucket = (bucket: unknown, currency = 'JPY'): unknown => withBalance({ currency, buckets: [{ id: 'a', debits: '1' }, bucket] })
  const withDebits = (debits: unknown, currency?: string): unknown => withBucket({ id: 'b', debits }, currency)

  it.each(badRecords)('an ageing or a matrix %o', (value, code) => {
    expect(issuesOf(() => measureLossAllowance(value as never, matrix))).toEqual([[code, ['ageing']]])
    expect(issuesOf(() => measureLossAllowance(ageing, value as never))).toEqual([[code, ['matrix']]])
    expect(issuesOf(() => measureLossAllowance(value as never, value as never))).toEqual([
      [code, ['ageing']],
      [code, ['matrix']],
    ])
    expect(withBalance(value)).toEqual([[code, ['ageing', 'currencies', 1]]])
    expect(withBucket(value)).toEqual([[code, ['ageing', 'currencies', 1, 'buckets', 1]]])
    expect(found({ policies: [value] })).toEqual([[code, ['ageing', 'policies', 0]]])
  })

  it.each(badLists)('lists %o', (list, code) => {
    expect(found({ currencies: list })).toEqual([[code, ['ageing', 'currencies']]])
    expect(found({ policies: list })).toEqual([[code, ['ageing', 'policies']]])
    expect(withBalance({ currency: 'JPY', buckets: list })).toEqual([[code, ['ageing', 'currencies', 1, 'buckets']]])
  })

  it.each<[object, unknown]>([
    [{ asOf: undefined }, [['missing', ['asOf']]]],
    [{ asOf: '2024-02-30' }, [['not-a-calendar-date', ['asOf']]]],
    [{ currencies: undefined, policies: undefined }, ['currencies', 'policies'].map((field) => ['missing', [field]])],
    [{ policies: [{ ...scheme, kind: 'provision-matrix' }] }, [['not-allowed', ['policies', 0, 'kind']]]],
    [{ policies: [scheme, { kind: 'ageing-scheme' }] }, ['id', 'version'].map((field) => ['missing', ['policies', 1, field]])],
    [{ policies: [Object.create(scheme)] }, ['kind', 'id', 'version'].map((field) => ['missing', ['policies', 0, field]])],
    [{ currencies: Object.assign([ageing.currencies[0]], { 2: ageing.currencies[1] }) }, [['missing', ['currencies', 1]]]],
  ])('an ageing with %o', (others, issues) =>
    expect(found(others)).toEqual((issues as [string, string[]][]).map(([code, path]) => [code, ['ageing', ...path]])),
  )

  it.each<[unknown, unknown]>([
    [{}, ['currency', 'buckets'].map((field) => ['missing', [field]])],
    [Object.create({ currency: 'JPY', buckets: [] }), ['currency', 'buckets'].map((field) => ['missing', [field]])],
    [{ currency: 'jpy', buckets: [{ id: 'a', debits: '1.23' }] }, [['unknown-currency', ['currency']]]],
    [
      { currency: '__proto__', buckets: [{ id: 'a', debits: 'x' }] },
      [
        ['unknown-currency', ['currency']],
        ['not-a-decimal', ['buckets', 0, 'debits']],
      ],
    ],
    [{ currency: 'CNY', buckets: [] }, [['duplicate', ['currency']]]],
    [{ currency: 'JPY', buckets: [{}] }, ['id', 'debits'].map((field) => ['missing', ['buckets', 0, field]])],
    [{ currency: 'JPY', buckets: [{ id: '', debits: '1' }] }, [['empty', ['buckets', 0, 'id']]]],
    [{ currency: 'JPY', buckets: [{ id: 7, debits: '1' }] }, [['wrong-type', ['buckets', 0, 'id']]]],
    [
      { currency: 'JPY', buckets: ['1', 'x'].map((debits) => ({ id: 'a', debits })) },
      [
        ['not-a-decimal', ['buckets', 1, 'debits']],
        ['duplicate', ['buckets', 1, 'id']],
      ],
    ],
  ])('a currency %o', (balance, issues) =>
    expect(withBalance(balance)).toEqual((issues as [string, string[]][]).map(([code, path]) => [code, ['ageing', 'currencies', 1, ...path]])),
  )

  it('debits are texts of 0 or more, with at most the digits of their currency', () => {
    const codesOf = (debits: unknown, currency?: string): unknown => {
      const issues = withDebits(debits, currency)
      if (!Array.isArray(issues)) return issues
      for (const [, path] of issues) expect(path).toEqual(['ageing', 'currencies', 1, 'buckets', 1, 'debits'])
      return issues.map(([code]) => code)
    }
    const wrong: [unknown, string][] = [
      [undefined, 'missing'],
      [null, 'wrong-type'],
      [2, 'wrong-type'],
      [Number.NaN, 'wrong-type'],
      [2n, 'wrong-type'],
      ['', 'not-a-decimal'],
      [' 1 ', 'not-a-decimal'],
      ['0x3', 'not-a-decimal'],
      ['1e3', 'not-a-decimal'],
      ['１２', 'not-a-decimal'],
      ['-1', 'too-small'],
      ['1.0', 'too-many-decimal-places'],
    ]
    for (const [debits, code] of wrong) expect(codesOf(debits)).toEqual([code])
    expect(codesOf('-0.001', 'USD')).toEqual(['too-many-decimal-places', 'too-small'])
    expect(codesOf('-0')).toBe('nothing was thrown')
  })

  it('every bucket has exactly one rate', () => {
    const measure = (...rates: ProvisionRate[]): unknown => issuesOf(() => measureLossAllowance(ageing, matrixOf(...rates)))
    const percent: DecimalInput = 1
    expect(measure({ bucket: 'c', percent }, { bucket: 'b', percent }, { bucket: '__proto__', percent })).toEqual([
      ['incomplete', ['matrix', 'rates']],
      ['not-allowed', ['matrix', 'rates', 0, 'bucket']],
      ['not-allowed', ['matrix', 'rates', 2, 'bucket']],
    ])
    expect(measure({ bucket: 'a', percent }, { bucket: 'a', percent })).toEqual([['duplicate', ['matrix', 'rates', 1, 'bucket']]])
    expect(() => measureLossAllowance(ageing, matrixOf({ bucket: 'c', percent }))).toThrow('must also cover "a", "b"')
  })

  it('all of it is told together, and the fit of the rates only of what can be read', () => {
    const wrong = matrixOf({ bucket: 'c', percent: 101 })
    expect(issuesOf(() => measureLossAllowance({ ...ageing, asOf: 'x' }, wrong))).toEqual([
      ['not-a-calendar-date', ['ageing', 'asOf']],
      ['too-large', ['matrix', 'rates', 0, 'percent']],
    ])
  })

  it('takes a matrix exactly if checkProvisionMatrix does, and fails for no document but with issues', () => {
    const both = matrixOf({ bucket: 'x', lost: '1', of: '3', rate: 0.3 }, { bucket: 'y', percent: '0.5' })
    fc.assert(
      fc.property(spoil(both), (value) => {
        const issues = codesAndPaths(checkProvisionMatrix(value)).map(([code, path]) => [code, ['matrix', ...path]])
        expect(issuesOf(() => measureLossAllowance(agedTo({}), value as ProvisionMatrix))).toEqual(issues.length > 0 ? issues : 'nothing was thrown')
      }),
    )
  })

  it('tells of items that the ageing rejected, and of nothing else that it tells', () => {
    const item = { id: 'I1', customer: 'A', date: asOf, due: asOf, amount: '1', currency: 'CNY' }
    const items = [item, { ...item, id: 'I2', amount: 'x' }, { ...item, id: 'I3', date: '2024-04-01' }]
    const ageing = ageReceivables(items, ageingTo90Days, { asOf, invalid: 'collect' })
    expect(ageing.diagnoses).toHaveLength(2)
    expect(measureLossAllowance(ageing, ifrs9ExampleMatrix).diagnoses).toEqual([{ code: 'rows-rejected', params: { rejected: 1, items: 2 } }])
    const told = (diagnoses: unknown) => issuesOf(() => measureLossAllowance({ ...ageing, diagnoses } as Ageing, ifrs9ExampleMatrix))
    expect(told('none')).toEqual([['wrong-type', ['ageing', 'diagnoses']]])
    expect(told([null, { code: 1 }, { code: 'rows-rejected', params: { rejected: -1 } }])).toEqual([
      ['wrong-type', ['ageing', 'diagnoses', 0]],
      ['wrong-type', ['ageing', 'diagnoses', 1, 'code']],
      ['too-small', ['ageing', 'diagnoses', 2, 'params', 'rejected']],
      ['missing', ['ageing', 'diagnoses', 2, 'params', 'items']],
    ])
  })

  it('lists at most 20 buckets that a rate may be for', () => {
    const buckets = [...Array.from({ length: 30 }, (_, index) => ({ id: `b${index}`, upToDays: index + 1 })), { id: 'last', upToDays: null }]
    const ageing = ageReceivables(
      [{ id: 'I1', customer: 'A', date: asOf, due: asOf, amount: '1', currency: 'CNY' }],
      { ...ageingTo90Days, buckets },
      { asOf },
    )
    const rates = ['not-due', ...buckets.map(({ id }) => id), 'odd'].map((bucket) => ({ bucket, percent: 1 }))
    const measure = (): unknown => measureLossAllowance(ageing, matrixOf(...rates))
    expect(issuesOf(measure)).toEqual([['not-allowed', ['matrix', 'rates', 32, 'bucket']]])
    expect(measure).toThrow(/"b17", "b18", …, not "odd"$/)
  })

  it('fails for no ageing but with issues', () => {
    const real = ageReceivables(
      [{ id: 'I1', customer: 'A', date: asOf, due: asOf, amount: '1', currency: 'CNY' }],
      { ...ageingTo90Days, buckets: [{ id: 'late', upToDays: null }] },
      { asOf },
    )
    const suited = matrixOf({ bucket: 'not-due', percent: 1 }, { bucket: 'late', percent: 2 })
    let spoilt = 0
    fc.assert(
      fc.property(spoil(real), (value) => {
        if (issuesOf(() => measureLossAllowance(value as Ageing, suited)) !== 'nothing was thrown') spoilt++
      }),
      { numRuns: 300 },
    )
    expect(spoilt).toBeGreaterThan(30)
  })
})
