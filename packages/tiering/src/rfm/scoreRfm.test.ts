import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, type TestContext } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { scoreNaively } from '../../testing/naiveRfm.js'
import { type MonetaryRule, type Rfm, type RfmDiagnosis, type RfmScheme, type RfmSummary, scoreRfm, type Transaction } from '../index.js'

const asOf = '2024-03-31'
const head = { kind: 'rfm-scheme', id: 'usual', version: 7, segments: [] } as const
const quintiles: RfmScheme = { ...head, bins: 5 }
const mean: MonetaryRule = { measure: 'net', statistic: 'mean' }

const score = (subjects: readonly Transaction[] | readonly RfmSummary[], scheme: object = {}): Rfm =>
  scoreRfm(subjects, { ...quintiles, ...scheme } as RfmScheme, { asOf })
const scoreFixed = (subjects: readonly Transaction[] | readonly RfmSummary[], scheme: object): Rfm => score(subjects, { bins: undefined, ...scheme })
const codesOf = ({ diagnoses }: Rfm): string[] => diagnoses.map(({ code }) => code)

/** A customer of each amount, all on one day. */
const buyersOf = (amounts: readonly (string | number)[]): Transaction[] =>
  amounts.map((amount, index) => ({ customer: `C-${100 + index}`, date: '2024-03-01', amount }))
const monetaryScores = (amounts: readonly (string | number)[], scheme: object = {}): number[] =>
  score(buyersOf(amounts), scheme).customers.map(({ m }) => m)
const frequencyScores = (counts: readonly number[], scheme: object = {}): number[] =>
  score(
    counts.flatMap((count, index) => Array.from({ length: count }, () => ({ customer: `C-${100 + index}`, date: '2024-03-01', amount: 1 }))),
    scheme,
  ).customers.map(({ f }) => f)

describe('scoreRfm: the orders of R rfm (vectors 1 to 3)', () => {
  const file = fileURLToPath(new URL('../../../../../shared/data/orders/orders.csv', import.meta.url))
  const readOrders = ({ skip }: TestContext): Transaction[] => {
    skip(!existsSync(file), `${file} is missing`)
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => {
        const [customer = '', date = '', amount = ''] = line.split(',')
        return { customer, date, amount }
      })
  }
  const histogram = (scores: readonly number[]): number[] => [1, 2, 3, 4, 5].map((one) => scores.filter((other) => other === one).length)

  it('1: cuts, 2: three customers, 3: customers by score', (context) => {
    const { cuts, customers, diagnoses } = scoreRfm(readOrders(context), { ...quintiles, compatible: 'r-rfm' }, { asOf: '2006-12-31' })
    expect(cuts).toEqual({ recency: [115, 181, 297.4, 482], frequency: [4, 5, 6, 8], monetary: ['255.8', '382', '506.4', '666'] })
    const shown = customers.map(
      ({ customer, recencyDays, frequency, monetary, code }) => `${customer} ${recencyDays} ${frequency} ${monetary} ${code}`,
    )
    expect(shown).toEqual(expect.arrayContaining(["Abbey O'Reilly 205 6 472 343", 'Add Senger 140 3 340 412', 'Aden Murphy 98 7 596 544']))
    expect(histogram(customers.map(({ r }) => r))).toEqual([197, 200, 199, 199, 200])
    expect(histogram(customers.map(({ f }) => f))).toEqual([268, 187, 176, 244, 120])
    expect(histogram(customers.map(({ m }) => m))).toEqual([200, 200, 198, 202, 195])
    expect(diagnoses).toEqual([{ code: 'no-segment', params: { count: 995 } }])
  })

  it.for<[string, object]>([
    ['compatible', { compatible: 'r-rfm' }],
    ['bins', {}],
    ['four bins of means', { bins: 4, monetary: mean }],
  ])('all 995 customers as the naive way scores them: %s', ([, parts], context) => {
    const orders = readOrders(context)
    const scheme = { ...quintiles, ...parts }
    const { customers } = scoreRfm(orders, scheme, { asOf: '2006-12-31' })
    const plain = customers.map(({ customer, recencyDays, frequency, r, f, m }) => ({ customer, recencyDays, frequency, r, f, m }))
    expect(plain).toEqual(scoreNaively(orders, scheme, '2006-12-31'))
  })
})

describe('scoreRfm: known answers', () => {
  const tens = (factor: number): number[] => Array.from({ length: 10 }, (_, index) => ((index + 1) * factor) / 10)

  it('vector 4: the same bins at any scale; R rfm gives other ones', () => {
    for (const factor of [1, 10, 1000]) expect(monetaryScores(tens(factor))).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    // By hand, as R's package does it: quantiles + 1 of 1..10 are 3.8, 5.6, 7.4 and 9.2; of 0.1..1.0 all are above the greatest value.
    const compatible = { compatible: 'r-rfm' }
    expect(monetaryScores(tens(10), compatible)).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4, 5])
    expect(monetaryScores(tens(1000), compatible)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    expect(monetaryScores(tens(1), compatible)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('vector 5: equal values score alike, and it says that there are fewer scores', () => {
    const counts = [1, 1, 1, 1, 1, 1, 1, 1, 2, 3]
    expect(frequencyScores(counts)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 5, 5])
    const summaries = counts.map((frequency, index) => ({ customer: `${index}`, recencyDays: index, frequency, monetary: index }))
    const { cuts, diagnoses } = score(summaries)
    expect(cuts.frequency).toEqual([2, 2, 2, 2])
    expect(diagnoses[0]).toEqual({ code: 'fewer-scores', params: { measure: 'frequency', scores: 2, bins: 5 } })
    // (0 + 5) × 5 ÷ 20 = 1.25, (5 + 8) × 5 ÷ 20 = 3.25, (8 + 10) × 5 ÷ 20 = 4.5
    expect(frequencyScores([1, 1, 1, 1, 1, 2, 2, 2, 3, 3])).toEqual([1, 1, 1, 1, 1, 4, 4, 4, 5, 5])
    expect(frequencyScores([1, 1, 2, 2, 2, 2, 2, 2, 3, 3])).toEqual([1, 1, 3, 3, 3, 3, 3, 3, 5, 5])
    expect(frequencyScores([1, 1, 1], { compatible: 'r-rfm' })).toEqual([1, 1, 1])
  })

  it('scores by fixed cuts: a value at a cut is past it', () => {
    const cuts = { recency: [10, '20.0'], frequency: ['2', 4], monetary: ['-1', '100.50'] }
    const summaries = [9, 10, 19, 20, 21].map((recencyDays, index) => ({
      customer: `${index}`,
      recencyDays,
      frequency: index + 1,
      monetary: ['-1.01', '-1', '100.499', '100.50', 1e9][index] as string,
    }))
    const { customers, cuts: found, diagnoses } = scoreFixed(summaries, { currency: 'CNY', cuts })
    expect(customers.map(({ code }) => code)).toEqual(['311', '222', '222', '133', '133'])
    expect(found).toEqual({ recency: [10, 20], frequency: [2, 4], monetary: ['-1.00', '100.50'] })
    expect(diagnoses).toEqual([{ code: 'no-segment', params: { count: 5 } }])
  })

  it('tells everything of customers and segments', () => {
    const transactions: Transaction[] = [
      { customer: 'b', date: '2024-03-31', amount: '100.5', currency: 'CNY' },
      { customer: 'b', date: '2024-03-01', amount: 100, currency: 'CNY' },
      { customer: 'b', date: '2024-03-31', amount: '-0.255', currency: 'CNY' },
      { customer: 'a', date: '2024-03-01', amount: '1e2', currency: 'CNY' },
      { customer: 'a', date: '2024-03-30', amount: -50, currency: 'CNY' },
      { customer: 'refunded', date: '2024-03-01', amount: '-20', currency: 'CNY' },
      { customer: '__proto__', date: '2024-01-01', amount: 0, currency: 'CNY' },
      { customer: 'later', date: '2024-04-01', amount: 5, currency: 'CNY' },
      { customer: 'a', date: '2024-04-01', amount: 5, currency: 'CNY' },
    ]
    const segments = [
      { id: 'empty', r: [5, 5], f: [1, 1] },
      { id: 'constructor', m: [2, 5] },
    ]
    const found = score(deepFreeze(transactions), { segments })
    expect(found).toStrictEqual({
      asOf,
      currency: 'CNY',
      cuts: { recency: [30, 30, 30, 30], frequency: [1, 1, 1, 2], monetary: ['0.00', '50.00', '50.00', '200.245'] },
      customers: [
        {
          customer: '__proto__',
          recencyDays: null,
          frequency: 0,
          monetary: '0.00',
          r: 1,
          f: 1,
          m: 2,
          code: '112',
          segment: 'constructor',
          reasons: [
            { code: 'segment-matched', params: { segment: 'constructor' } },
            { code: 'no-purchases', params: {} },
          ],
        },
        {
          customer: 'a',
          recencyDays: 30,
          frequency: 1,
          monetary: '50.00',
          r: 1,
          f: 4,
          m: 4,
          code: '144',
          segment: 'constructor',
          reasons: [{ code: 'segment-matched', params: { segment: 'constructor' } }],
        },
        {
          customer: 'b',
          recencyDays: 0,
          frequency: 2,
          monetary: '200.245',
          r: 5,
          f: 5,
          m: 5,
          code: '555',
          segment: 'constructor',
          reasons: [{ code: 'segment-matched', params: { segment: 'constructor' } }],
        },
        {
          customer: 'refunded',
          recencyDays: null,
          frequency: 0,
          monetary: '-20.00',
          r: 1,
          f: 1,
          m: 1,
          code: '111',
          segment: null,
          reasons: [
            { code: 'no-segment', params: { code: '111' } },
            { code: 'no-purchases', params: {} },
          ],
        },
      ],
      segments: [
        { segment: 'empty', count: 0, value: '0.00', shareOfCustomers: 0, shareOfValue: 0 },
        { segment: 'constructor', count: 3, value: '250.245', shareOfCustomers: 0.75, shareOfValue: 250_245 / 230_245 },
        { segment: null, count: 1, value: '-20.00', shareOfCustomers: 0.25, shareOfValue: -20_000 / 230_245 },
      ],
      rejected: [],
      diagnoses: [
        { code: 'transactions-after-as-of', params: { count: 2 } },
        { code: 'no-purchases', params: { count: 2 } },
        { code: 'fewer-scores', params: { measure: 'recency', scores: 2, bins: 5 } },
        { code: 'fewer-scores', params: { measure: 'frequency', scores: 3, bins: 5 } },
        { code: 'fewer-scores', params: { measure: 'monetary', scores: 4, bins: 5 } },
        { code: 'no-segment', params: { count: 1 } },
      ],
      policies: [{ kind: 'rfm-scheme', id: 'usual', version: 7 }],
    })
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
  })

  it.each<[MonetaryRule['measure'], MonetaryRule['statistic'], (string | null)[], string]>([
    ['net', 'sum', ['90', '-5', '20'], '105'],
    ['gross', 'sum', ['100', '0', '20'], '120'],
    ['net', 'mean', ['30', null, '20'], '105'],
    ['gross', 'mean', ['33.333333333333', null, '20'], '120'],
  ])('measures %s %s', (measure, statistic, expected, total) => {
    const amounts: [string, number[]][] = [
      ['a', [10, 20, -10, 70, 0]],
      ['b', [-5]],
      ['c', [20]],
    ]
    const transactions = amounts.flatMap(([customer, list]) => list.map((amount) => ({ customer, date: asOf, amount })))
    const { customers, segments } = score(transactions, { monetary: { measure, statistic }, segments: [{ id: 'all' }] })
    expect(customers.map(({ monetary }) => monetary)).toEqual(expected)
    expect(segments).toMatchObject([{ segment: 'all', count: 3, value: total }])
    expect(customers[1]?.m).toBe(1)
    expect(scoreNaively(transactions, { ...quintiles, monetary: { measure, statistic } }, asOf).map(({ m }) => m)).toEqual(
      customers.map(({ m }) => m),
    )
  })

  it('writes more than nine scores with something between them', () => {
    const { customers } = score(buyersOf([1, 2, 3]), { bins: 20 })
    expect(customers.map(({ code }) => code)).toEqual(['20-20-1', '20-20-11', '20-20-20'])
  })

  it('rounds a mean half-up to be shown, and a cut of means down', () => {
    const transactions = [
      { customer: 'a', date: asOf, amount: 1 },
      { customer: 'b', date: asOf, amount: 100 },
      { customer: 'b', date: asOf, amount: 50 },
      { customer: 'b', date: asOf, amount: 50 },
      { customer: 'c', date: asOf, amount: -1 },
      { customer: 'd', date: asOf, amount: 1 },
      { customer: 'd', date: asOf, amount: 1 },
      { customer: 'd', date: asOf, amount: 1 },
      { customer: 'd', date: asOf, amount: '-203.00' },
    ]
    const { customers, cuts } = score(transactions, { bins: 3, currency: 'CNY', monetary: mean })
    expect(customers.map(({ monetary }) => monetary)).toEqual(['1.00', '66.666666666667', null, '-66.666666666667'])
    expect(cuts.monetary).toEqual(['1.00', '66.666666666666'])
    expect(score(transactions.slice(5), { bins: 2, monetary: mean }).cuts.monetary).toEqual(['-66.666666666667'])
  })
})

describe("scoreRfm: the floating-point cuts of R rfm, computed apart with Python's floats", () => {
  const compatible = (bins: number) => ({ bins, compatible: 'r-rfm' })
  const summariesOf = (values: readonly (number | string)[], key: string): RfmSummary[] =>
    values.map((value, index) => ({ customer: `C-${100 + index}`, recencyDays: 1, frequency: 1, monetary: 1, [key]: value }))

  it.each<[number, number[], number[], number[]]>([
    [5, [1, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8], [1, 1, 1, 1, 2, 3, 3, 3, 4, 5, 5], [3, 4, 5.000000000000001, 7]],
    [5, [1, 2, 2, 3, 3, 5, 5, 6, 6, 6, 7], [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 5], [3, 4, 6.000000000000001, 7]],
    [
      10,
      [1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 8, 9, 9, 10, 10, 10, 12, 12],
      [1, 1, 1, 1, 2, 3, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7, 8, 8, 8, 10, 10],
      [3, 4, 5.000000000000001, 7, 8, 9, 10, 11, 11],
    ],
  ])('%i bins of the counts %j', (bins, values, scores, cuts) => {
    const often = score(summariesOf(values, 'frequency'), compatible(bins))
    expect(often.customers.map(({ f }) => f)).toEqual(scores)
    expect(often.cuts.frequency).toEqual(cuts)
    const recent = score(summariesOf(values, 'recencyDays'), compatible(bins))
    expect(recent.customers.map(({ r }) => r)).toEqual(scores.map((one) => bins + 1 - one))
    expect(recent.cuts.recency).toEqual(cuts)
    const spent = score(summariesOf(values, 'monetary'), compatible(bins))
    expect(spent.customers.map(({ m }) => m)).toEqual(scores)
    expect(spent.cuts.monetary).toEqual(cuts.map(String))
  })

  it('amounts of which one is the quantile + 1', () => {
    const amounts = ['1.71', '2.31', '2.53', '3.58', '3.98', '4.22', '6.50', '6.54', '7.34', '7.50', '8.26']
    const { customers, cuts } = score(buyersOf(amounts), { currency: 'CNY', ...compatible(5) })
    expect(customers.map(({ m }) => m)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4])
    expect(cuts.monetary).toEqual(['3.53', '4.98', '7.500000000000001', '8.34'])
    expect(scoreFixed(buyersOf(amounts), { currency: 'CNY', cuts }).customers.map(({ m }) => m)).toEqual(customers.map(({ m }) => m))
  })

  it('amounts that no number tells apart, or that are beyond all numbers', () => {
    // All three are nearest to 2⁵³ + 2, to which 1 added is 2⁵³ + 4.
    const alike = ['9007199254740993.5', '9007199254740994', '9007199254740994.5']
    expect(score(buyersOf(alike), compatible(2)).cuts.monetary).toEqual(['9007199254740996'])
    const far = ['1e400', '-1e400', '2e400', '-2e400']
    const { customers, cuts } = score(buyersOf(far), compatible(4))
    expect(customers.map(({ m }) => m)).toEqual([4, 2, 4, 2])
    const again = scoreFixed(buyersOf(far), { cuts: { ...cuts, recency: [1, 1, 1], frequency: [1, 1, 1] } })
    expect(again.customers.map(({ m }) => m)).toEqual([4, 2, 4, 2])
  })
})

describe('scoreRfm: books that are hardly any', () => {
  it('of nobody', () => {
    const found = score([], { segments: [{ id: 'all' }] })
    const none = [null, null, null, null]
    expect(found).toStrictEqual({
      asOf,
      cuts: { recency: none, frequency: none, monetary: none },
      customers: [],
      segments: [{ segment: 'all', count: 0, value: '0', shareOfCustomers: null, shareOfValue: null }],
      rejected: [],
      diagnoses: [{ code: 'no-customers', params: {} }],
      policies: [{ kind: 'rfm-scheme', id: 'usual', version: 7 }],
    })
    expect(score([], { compatible: 'r-rfm' }).cuts).toEqual(found.cuts)
    expect(score([], { currency: 'CNY' }).currency).toBe('CNY')
    expect(score([{ customer: 'a', date: '2024-04-01', amount: 1 }]).diagnoses).toEqual([
      { code: 'transactions-after-as-of', params: { count: 1 } },
      { code: 'no-customers', params: {} },
    ])
  })

  it('of one customer, who has the highest scores', () => {
    const { customers, cuts, diagnoses } = score(buyersOf([3]))
    expect(customers[0]?.code).toBe('555')
    expect(cuts).toEqual({ recency: [null, null, null, null], frequency: [1, 1, 1, 1], monetary: ['3', '3', '3', '3'] })
    expect(diagnoses).toEqual<RfmDiagnosis[]>([
      { code: 'one-customer', params: { customer: 'C-100' } },
      { code: 'one-distinct-value', params: { measure: 'recency', score: 5 } },
      { code: 'one-distinct-value', params: { measure: 'frequency', score: 5 } },
      { code: 'one-distinct-value', params: { measure: 'monetary', score: 5 } },
      { code: 'no-segment', params: { count: 1 } },
    ])
    // As R has it: quantiles + 1 are above all values.
    expect(score(buyersOf([3]), { compatible: 'r-rfm' }).customers[0]?.code).toBe('511')
  })

  it('of customers who are all alike', () => {
    const found = score(buyersOf([7, '7.0', 7]), { segments: [{ id: 'all' }] })
    expect(found.customers.map(({ code }) => code)).toEqual(['555', '555', '555'])
    expect(codesOf(found)).toEqual(['one-distinct-value', 'one-distinct-value', 'one-distinct-value'])
  })

  it('of refunds alone', () => {
    const refunds = buyersOf([-5, -7])
    const found = score(refunds)
    expect(found.customers.map(({ code, monetary }) => [code, monetary])).toEqual([
      ['115', '-5'],
      ['111', '-7'],
    ])
    const none = [null, null, null, null]
    expect(found.cuts).toEqual({ recency: none, frequency: none, monetary: ['-5', '-5', '-5', '-5'] })
    expect(found.segments).toEqual([{ segment: null, count: 2, value: '-12', shareOfCustomers: 1, shareOfValue: null }])
    expect(found.diagnoses).toEqual([
      { code: 'no-purchases', params: { count: 2 } },
      { code: 'one-distinct-value', params: { measure: 'frequency', score: 1 } },
      { code: 'fewer-scores', params: { measure: 'monetary', scores: 2, bins: 5 } },
      { code: 'no-segment', params: { count: 2 } },
      { code: 'total-not-positive', params: { total: '-12' } },
    ])
    expect(score(refunds, { monetary: { measure: 'gross', statistic: 'sum' } }).customers.map(({ monetary }) => monetary)).toEqual(['0', '0'])
    // By fixed cuts and as R has it, an amount scores whatever it is among.
    const cuts = { recency: [1], frequency: [0], monetary: [-6] }
    expect(scoreFixed(refunds, { cuts }).customers.map(({ code }) => code)).toEqual(['112', '111'])
    expect(score(buyersOf([-9, -5, -7]), { bins: 2, compatible: 'r-rfm' }).customers.map(({ code }) => code)).toEqual(['111', '112', '111'])
    const means = score(refunds, { monetary: mean, compatible: 'r-rfm' })
    expect(means.customers.map(({ code, monetary }) => [code, monetary])).toEqual([
      ['111', null],
      ['111', null],
    ])
    expect(means.cuts).toEqual({ recency: [null, null, null, null], frequency: [1, 1, 1, 1], monetary: [null, null, null, null] })
  })
})

describe('scoreRfm: exactness', () => {
  it.each<[string, (string | number)[], string[]]>([
    ['floats that do not add up', [0.1, 0.2, '-0.3'], ['0']],
    ['floats of 17 digits', [0.30000000000000004, '-0.3'], ['0.00000000000000004']],
    ['amounts beyond 53 bits', ['9007199254740993', '9007199254740993', 1], ['18014398509481987']],
    ['amounts finer than the first', [1, '0.25', '0.00000001', '0.000000000000000000001'], ['1.250000010000000000001']],
    ['amounts too large for the finer units', ['999999999999999', '999999999999999', '0.00000001'], ['1999999999999998.00000001']],
    ['sums that outgrow 53 bits', Array.from({ length: 20 }, () => 900000000000000), ['18000000000000000']],
    ['fine amounts that cancel out', ['1e-20', 1, '-1e-20'], ['1']],
    ['exponents and texts', ['1e2', '1.5E1', '0.5', -0.5], ['115']],
  ])('%s', (_, amounts, expected) => {
    const rows = amounts.map((amount) => ({ customer: 'a', date: asOf, amount }))
    for (const list of [rows, [...rows].reverse()]) expect(score(list).customers.map(({ monetary }) => monetary)).toEqual(expected)
  })

  it('tells means apart that no number tells apart', () => {
    const k = 370_000_000_000_000
    expect((3 * k + 1) / 3).toBe((7 * k + 2) / 7)
    const rows = Object.entries({ a: [k, k, k + 1], b: [k, k, k, k, k, k, k + 2], c: [k] }).flatMap(([customer, amounts]) =>
      amounts.map((amount) => ({ customer, date: asOf, amount })),
    )
    const { customers, cuts } = score(rows, { bins: 3, monetary: mean })
    expect(customers.map(({ m }) => m)).toEqual([3, 2, 1])
    expect(cuts.monetary).toEqual(['370000000000000.285714285714', '370000000000000.333333333333'])
    const small = score(
      rows.map((row) => ({ ...row, amount: row.amount - k + 1 })),
      { bins: 3, monetary: mean },
    )
    expect(small.customers.map(({ m }) => m)).toEqual([3, 2, 1])
  })

  it('tells means apart that are beyond all numbers', () => {
    const amounts = {
      a: ['1e400', '3e400'],
      b: ['2e400', '2e400', '2e400'],
      c: ['1e400'],
      d: ['1', '-1e400'],
      e: ['1', '-2e400'],
      f: ['-1e-20'],
      g: ['5'],
    }
    const rows = Object.entries(amounts).flatMap(([customer, list]) => list.map((amount) => ({ customer, date: asOf, amount })))
    expect(score(rows, { bins: 10, monetary: mean }).customers.map(({ m }) => m)).toEqual([10, 10, 6, 3, 1, 1, 5])
  })

  it('is not slowed down by one amount of a thousand decimal places', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => ({ customer: `C-${index}`, date: asOf, amount: `${1 + (index % 40)}.50` }))
    const fine = { customer: 'C-7', date: asOf, amount: '1e-1000' }
    const summaries = rows.map(({ customer, amount }, index) => ({
      customer,
      recencyDays: 0,
      frequency: 1,
      monetary: index === 7 ? `8.5${'0'.repeat(998)}1` : amount,
    }))
    const start = performance.now()
    for (const monetary of [{ measure: 'net', statistic: 'sum' }, mean] as const) {
      const plain = score(rows, { monetary })
      const same = plain.customers.map(({ m }) => m)
      const found = score([...rows, { ...fine, customer: 'C-x' }, fine], { monetary })
      expect(found.segments[0]?.value.slice(-6)).toBe('000002')
      expect(found.customers.at(-1)?.m).toBe(1)
      const summed = score(summaries, { monetary })
      expect(summed.segments[0]?.value).toBe(`630000.${'0'.repeat(999)}1`)
      expect(summed.customers.filter(({ m }, index) => m !== same[index]).length).toBeLessThanOrEqual(1)
    }
    // Half a minute, where all were brought to the finest scale.
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('the same whatever stands before or beside', () => {
    const coarse = buyersOf([5, 3, 8, 1])
    const fine = buyersOf([5, 3, 8, '1.00000000000000000000000001'])
    expect(score(fine).customers.map(({ m }) => m)).toEqual(score(coarse).customers.map(({ m }) => m))
    expect(score(fine).segments[0]?.value).toBe('17.00000000000000000000000001')
  })
})

describe('scoreRfm: laws', () => {
  const amounts = fc.oneof(
    fc.integer({ min: -3, max: 12 }),
    fc.integer({ min: -500, max: 3000 }).map((cents) => cents / 100),
    fc.constantFrom('0.5', '-0.05', '12345678901234567890.5', '0.00000000000001', '2.50'),
  )
  const dates = fc
    .integer({ min: 1, max: 31 })
    .map((day) => `2024-${day > 25 ? '04' : '03'}-${String(day > 25 ? day - 25 : day + 5).padStart(2, '0')}`)
  const transactionLists = (amount: fc.Arbitrary<string | number>): fc.Arbitrary<Transaction[]> =>
    fc.array(fc.record({ customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), date: dates, amount }), { maxLength: 40 })
  const rules = fc.record({ measure: fc.constantFrom('net' as const, 'gross' as const), statistic: fc.constantFrom('sum' as const, 'mean' as const) })
  const cutLists = fc.integer({ min: 1, max: 4 }).chain((length) => {
    const list = fc.array(fc.integer({ min: -2, max: 15 }), { minLength: length, maxLength: length }).map((cuts) => cuts.sort((a, b) => a - b))
    return fc.record({ recency: list, frequency: list, monetary: list })
  })
  const schemes: fc.Arbitrary<RfmScheme> = fc
    .tuple(
      rules,
      fc.oneof(
        fc.record({ bins: fc.integer({ min: 2, max: 12 }), compatible: fc.constantFrom(undefined, 'r-rfm' as const) }),
        fc.record({ cuts: cutLists }),
      ),
    )
    .map(([monetary, way]) => ({ ...head, monetary, ...way }) as RfmScheme)

  it('scores as the naive way does, whatever the scheme', () => {
    const seen = { scores: new Set<string>() }
    fc.assert(
      fc.property(transactionLists(amounts), schemes, (transactions, scheme) => {
        const found = scoreRfm(deepFreeze(transactions), deepFreeze(scheme), { asOf })
        const plain = found.customers.map(({ customer, recencyDays, frequency, r, f, m }) => ({ customer, recencyDays, frequency, r, f, m }))
        expect(plain).toEqual(scoreNaively(transactions, scheme, asOf))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        for (const { code } of found.customers) seen.scores.add(code)
      }),
      { numRuns: 300 },
    )
    expect(seen.scores.size).toBeGreaterThan(50)
  })

  it('gives each score the smallest value that has it as its cut, by the bins', () => {
    fc.assert(
      fc.property(transactionLists(amounts), fc.integer({ min: 2, max: 6 }), (transactions, bins) => {
        const { customers, cuts } = score(transactions, { bins })
        const scores = Array.from({ length: bins - 1 }, (_, index) => index + 1)
        const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values))
        const frequency = scores.map((one) => least(customers.filter(({ f }) => f > one).map((row) => row.frequency)))
        const recency = scores.map((one) =>
          least(customers.flatMap(({ r, recencyDays }) => (r <= bins - one && recencyDays !== null ? [recencyDays] : []))),
        )
        const monetary = scores.map((one) => least(customers.filter(({ m }) => m > one).map((row) => Number(row.monetary))))
        expect({ ...cuts, monetary: cuts.monetary.map((cut) => cut && Number(cut)) }).toEqual({ recency, frequency, monetary })
      }),
    )
  })

  it('scores alike by the cuts that it found', () => {
    let tried = 0
    fc.assert(
      fc.property(transactionLists(amounts.filter((amount) => Math.abs(Number(amount)) > 1e-9)), schemes, (transactions, scheme) => {
        const first = scoreRfm(transactions, scheme, { asOf })
        const { recency, frequency, monetary } = first.cuts
        fc.pre(![...recency, ...frequency, ...monetary].includes(null))
        tried += 1
        const again = scoreRfm(transactions, { ...head, monetary: scheme.monetary, cuts: first.cuts } as RfmScheme, { asOf })
        expect(again.customers).toEqual(first.customers)
        expect(again.cuts).toEqual(first.cuts)
      }),
      { numRuns: 150 },
    )
    expect(tried).toBeGreaterThan(100)
  })

  it('keeps no order but that of the ids', () => {
    fc.assert(
      fc.property(transactionLists(amounts), schemes, fc.infiniteStream(fc.nat()), (transactions, scheme, keys) => {
        const permuted = transactions.map((row) => ({ row, key: keys.next().value as number })).sort((a, b) => a.key - b.key)
        expect(
          scoreRfm(
            permuted.map(({ row }) => row),
            scheme,
            { asOf },
          ),
        ).toEqual(scoreRfm(transactions, scheme, { asOf }))
      }),
    )
  })

  it('gives the same scores in any unit of money, and never without a best customer', () => {
    fc.assert(
      fc.property(
        transactionLists(fc.integer({ min: -300, max: 900 })),
        rules,
        fc.integer({ min: 2, max: 20 }),
        fc.constantFrom('7', '0.01', '1e9', '0.000000000000000003'),
        (transactions, monetary, bins, factor) => {
          const times = (amount: string | number): string => {
            const [digits, places] = { '7': [7n, ''], '0.01': [1n, 'e-2'], '1e9': [1n, 'e9'], '0.000000000000000003': [3n, 'e-18'] }[factor] as [
              bigint,
              string,
            ]
            return `${BigInt(amount) * digits}${places}`
          }
          const { customers } = score(transactions, { monetary, bins })
          const scaled = score(
            transactions.map((row) => ({ ...row, amount: times(row.amount) })),
            { monetary, bins },
          )
          expect(scaled.customers.map(({ code }) => code)).toEqual(customers.map(({ code }) => code))
          type Row = Rfm['customers'][number]
          const best = (amountOf: (row: Row) => number | null, scoreOf: (row: Row) => number, greatest = bins): void => {
            const known = customers.filter((row) => amountOf(row) !== null).sort((a, b) => (amountOf(b) as number) - (amountOf(a) as number))
            const scores = known.map(scoreOf)
            if (known.length > 0) expect(scores[0]).toBe(greatest)
            for (const [index, row] of known.entries()) {
              const next = known[index + 1]
              if (next === undefined) break
              if (amountOf(next) === amountOf(row)) expect(scores[index + 1]).toBe(scores[index])
              else expect(scores[index + 1]).toBeLessThanOrEqual(scores[index] as number)
            }
          }
          best(
            ({ recencyDays }) => (recencyDays === null ? null : -recencyDays),
            ({ r }) => r,
          )
          best(
            ({ frequency }) => frequency,
            ({ f }) => f,
            customers.every(({ frequency }) => frequency === 0) ? 1 : bins,
          )
          best(
            ({ monetary: value }) => (value === null ? null : Number(value)),
            ({ m }) => m,
          )
        },
      ),
    )
  })

  it('scores summaries as it scores the transactions that they sum up', () => {
    fc.assert(
      fc.property(transactionLists(amounts.filter((amount) => amount !== '0.00000000000001')), schemes, (transactions, scheme) => {
        fc.pre(transactions.some(({ date }) => date <= asOf))
        const { customers, cuts, segments } = scoreRfm(transactions, scheme, { asOf })
        const summaries = customers
          .map(({ customer, recencyDays, frequency, monetary }) => ({ customer, recencyDays, frequency, monetary }))
          .reverse()
        const isRounded = customers.some(({ monetary }) => (monetary?.split('.')[1]?.length ?? 0) >= 12)
        fc.pre(scheme.monetary?.statistic === 'sum' || !isRounded)
        const found = scoreRfm(deepFreeze(summaries), scheme, { asOf })
        expect(found).toMatchObject({ customers, cuts })
        // What was refunded to somebody without purchases is in no mean.
        if (!customers.some(({ monetary }) => monetary === null)) expect(found.segments).toEqual(segments)
      }),
    )
  })

  it('adds segments up to all customers and the whole value', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const ranges = fc.array(fc.record({ r: range, f: range, m: range }, { requiredKeys: [] }), { maxLength: 4 })
    fc.assert(
      fc.property(transactionLists(fc.integer({ min: -50, max: 90 })), ranges, (transactions, list) => {
        const segments = list.map((one, index) => ({ id: `s${index}`, ...one }))
        const { customers, segments: summaries } = score(transactions, { segments })
        expect(summaries.map(({ segment }) => segment).filter((segment) => segment !== null)).toEqual(segments.map(({ id }) => id))
        for (const { segment, count, value } of summaries) {
          const members = customers.filter((row) => row.segment === segment)
          expect(count).toBe(members.length)
          expect(Number(value)).toBe(members.reduce((sum, { monetary }) => sum + Number(monetary), 0))
        }
        const holds = (score: number, span: readonly [number, number] | undefined): boolean =>
          span === undefined || (score >= span[0] && score <= span[1])
        for (const { r, f, m, segment } of customers) {
          expect(segment).toBe(segments.find((one) => holds(r, one.r) && holds(f, one.f) && holds(m, one.m))?.id ?? null)
        }
        expect(summaries.some(({ segment }) => segment === null)).toBe(customers.some(({ segment }) => segment === null))
      }),
    )
  })
})

describe('scoreRfm: bad input', () => {
  const good = { customer: 'a', date: '2024-03-01', amount: '1.50' }
  const other = { customer: 'b', date: '2024-03-01', amount: 2 }
  const summary = { customer: 'a', recencyDays: 3, frequency: 2, monetary: '10' }
  const found = (rows: unknown, scheme: object = {}): unknown => issuesOf(() => score(rows as Transaction[], scheme))
  const withRow = (parts: object): unknown => found([other, { ...good, ...parts }])
  const withSummary = (parts: object, scheme: object = {}): unknown =>
    found(
      [
        { ...summary, customer: 'z' },
        { ...summary, ...parts },
      ],
      scheme,
    )

  it.each<readonly [unknown, string]>([[undefined, 'missing'], ...badLists])('rows %o', (rows, code) =>
    expect(found(rows)).toEqual([[code, ['subjects']]]),
  )

  it('options', () => {
    const withOptions = (options: unknown): unknown => issuesOf(() => scoreRfm([], quintiles, options as never))
    for (const [value, code] of badRecords) expect(withOptions(value)).toEqual([[code, ['options']]])
    for (const [value, code] of badDates) expect(withOptions({ asOf: value })).toEqual([[code, ['options', 'asOf']]])
    expect(withOptions({ asOf, invalid: 'skip' })).toEqual([['not-allowed', ['options', 'invalid']]])
    expect(withOptions({ asOf, at: 1 })).toEqual([['unknown-key', ['options', 'at']]])
    expect(withOptions(Object.create({ asOf }))).toEqual([['missing', ['options', 'asOf']]])
    expect(withOptions({ asOf, invalid: undefined })).toBe('nothing was thrown')
  })

  it('scheme and options at once, before the rows', () => {
    const run = (): unknown => scoreRfm([null] as never, { ...quintiles, bins: 1, colour: 'red' } as never, { asOf: 'x', invalid: 'collect' })
    expect(issuesOf(run)).toEqual([
      ['unknown-key', ['scheme', 'colour']],
      ['too-small', ['scheme', 'bins']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(issuesOf(() => scoreRfm([], undefined as never, { asOf }))).toEqual([['missing', ['scheme']]])
  })

  it.each(badRecords)('row %o', (row, code) => expect(found([good, row])).toEqual([[code, ['subjects', 1]]]))

  it.each<[object, [string, string][]]>([
    ...badTexts.map(([customer, code]): [object, [string, string][]] => [{ customer }, [[code, 'customer']]]),
    ...badDates.map(([date, code]): [object, [string, string][]] => [{ date }, [[code, 'date']]]),
    ...[null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '１', true].map((amount): [object, [string, string][]] => [
      { amount },
      [['not-a-decimal', 'amount']],
    ]),
    [{ amount: undefined }, [['missing', 'amount']]],
    [{ amount: '1e1000' }, [['too-many-digits', 'amount']]],
    [{ currency: 'XXX' }, [['unknown-currency', 'currency']]],
    [{ currency: null }, [['unknown-currency', 'currency']]],
    [{ id: 1 }, [['unknown-key', 'id']]],
    [{ id: undefined }, [['unknown-key', 'id']]],
    [{ frequency: 3 }, [['unknown-key', 'frequency']]],
    [JSON.parse('{"__proto__": 1}'), [['unknown-key', '__proto__']]],
    [
      { customer: '', date: 1, amount: 'x', currency: 'x', more: 1 },
      [
        ['unknown-key', 'more'],
        ['empty', 'customer'],
        ['not-a-calendar-date', 'date'],
        ['not-a-decimal', 'amount'],
        ['unknown-currency', 'currency'],
      ],
    ],
  ])('transaction with %o', (parts, issues) => expect(withRow(parts)).toEqual(issues.map(([code, key]) => [code, ['subjects', 1, key]])))

  it('takes what is undefined for left out, and rows of any make', () => {
    class Row {
      readonly customer = 'a'
      readonly date = '2024-03-01'
      readonly amount = '1.50'
    }
    const rows = [
      { ...good, currency: undefined },
      new Row(),
      Object.assign(Object.create(null), good),
      Object.assign(Object.create({ currency: 'CNY' }), good),
    ]
    expect(score(rows).customers).toMatchObject([{ frequency: 4, monetary: '6' }])
    for (const row of rows) expect(score([row, row]).customers).toMatchObject([{ frequency: 2, monetary: '3' }])
    expect(found([Object.create(good), good])).toEqual(['customer', 'date', 'amount'].map((key) => ['missing', ['subjects', 0, key]]))
    class Computed {
      readonly customer = 'a'
      readonly date = '2024-03-01'
      get amount(): number {
        return 5
      }
    }
    expect(found([new Computed(), good])).toEqual([['missing', ['subjects', 0, 'amount']]])
    const inherited = Object.assign(Object.create({ amount: 5 }), { customer: 'a', date: '2024-03-01' })
    expect(found([inherited, inherited])).toEqual([0, 1].map((index) => ['missing', ['subjects', index, 'amount']]))
    expect(found(Object.assign([good], { 2: good }))).toEqual([['missing', ['subjects', 1]]])
  })

  it('refuses several currencies, also where bad rows are collected', () => {
    const cny = { ...good, currency: 'CNY' }
    const eur = { ...good, currency: 'EUR' }
    const collect = (rows: unknown[], scheme: object = {}): Rfm =>
      scoreRfm(rows as Transaction[], { ...quintiles, ...scheme } as RfmScheme, { asOf, invalid: 'collect' })
    for (const rows of [
      [cny, eur],
      [good, cny],
      [cny, good],
      [cny, { ...eur, date: '2025-01-01' }],
    ]) {
      expect(found(rows)).toEqual([['mixed-currencies', ['subjects']]])
      expect(issuesOf(() => collect(rows))).toEqual([['mixed-currencies', ['subjects']]])
    }
    expect(found([good, cny, eur], { currency: 'CNY' })).toEqual([['not-allowed', ['subjects', 2, 'currency']]])
    expect(score([good, cny], { currency: 'CNY' })).toMatchObject({ currency: 'CNY', customers: [{ monetary: '3.00' }] })
    expect(collect([cny, { ...eur, amount: 'x' }])).toMatchObject({ currency: 'CNY' })
    expect(collect([good, cny, eur], { currency: 'CNY' }).rejected).toMatchObject([{ index: 2 }])
  })

  it('collects bad rows and says so', () => {
    const rows = [good, null, { ...other, amount: 'x' }, other, { ...other, date: '2024-05-01' }]
    const rfm = scoreRfm(rows as Transaction[], { ...quintiles, segments: [{ id: 'all' }] }, { asOf, invalid: 'collect' })
    expect(rfm.rejected).toMatchObject([
      { index: 1, issues: [{ code: 'wrong-type', path: ['subjects', 1] }] },
      { index: 2, issues: [{ code: 'not-a-decimal', path: ['subjects', 2, 'amount'] }] },
    ])
    expect(rfm.diagnoses[0]).toEqual({ code: 'rows-rejected', params: { rejected: 2, read: 3 } })
    expect({ ...rfm, rejected: [], diagnoses: rfm.diagnoses.slice(1) }).toEqual(
      score([good, other, rows[4] as Transaction], { segments: [{ id: 'all' }] }),
    )
    expect(found(rows)).toEqual([
      ['wrong-type', ['subjects', 1]],
      ['not-a-decimal', ['subjects', 2, 'amount']],
    ])
  })

  it.each<[object, [string, string][]]>([
    [{ customer: '' }, [['empty', 'customer']]],
    [{ customer: 'z' }, [['duplicate', 'customer']]],
    [{ recencyDays: -1 }, [['too-small', 'recencyDays']]],
    [{ recencyDays: 1.5 }, [['not-an-integer', 'recencyDays']]],
    [{ recencyDays: '3' }, [['not-an-integer', 'recencyDays']]],
    [{ recencyDays: null }, [['not-an-integer', 'recencyDays']]],
    [{ recencyDays: undefined }, [['missing', 'recencyDays']]],
    [{ frequency: 0 }, [['not-allowed', 'recencyDays']]],
    [{ frequency: 0, recencyDays: undefined }, [['missing', 'recencyDays']]],
    [{ frequency: -1 }, [['too-small', 'frequency']]],
    [{ frequency: undefined, recencyDays: null }, [['missing', 'frequency']]],
    [{ monetary: null }, [['not-a-decimal', 'monetary']]],
    [{ monetary: undefined }, [['missing', 'monetary']]],
    [{ monetary: '' }, [['not-a-decimal', 'monetary']]],
    [{ currency: 'CNY' }, [['unknown-key', 'currency']]],
  ])('summary with %o', (parts, issues) => expect(withSummary(parts)).toEqual(issues.map(([code, key]) => [code, ['subjects', 1, key]])))

  it('takes summaries as they are: means of those who bought, null for others', () => {
    const none = { customer: 'b', recencyDays: null, frequency: 0, monetary: null }
    expect(found([summary, none])).toEqual([['not-a-decimal', ['subjects', 1, 'monetary']]])
    const { customers, segments } = score([none, { ...summary, recencyDays: -0, monetary: -0 }, { ...none, customer: 'c', frequency: -0 }], {
      monetary: mean,
    })
    expect(customers.map(({ recencyDays, frequency, monetary, code }) => [recencyDays, frequency, monetary, code])).toStrictEqual([
      [0, 2, '0', '555'],
      [null, 0, null, '111'],
      [null, 0, null, '111'],
    ])
    expect(segments[0]?.value).toBe('0')
    expect(found([summary, { ...none, monetary: '-2' }], { monetary: mean })).toEqual([['not-allowed', ['subjects', 1, 'monetary']]])
    expect(withSummary({ frequency: 2, monetary: null }, { monetary: mean })).toEqual([['not-a-decimal', ['subjects', 1, 'monetary']]])
    const collected = scoreRfm([summary, { ...summary, monetary: 5 }, null] as never, quintiles, { asOf, invalid: 'collect' })
    expect(collected.rejected).toMatchObject([{ index: 1, id: 'a', issues: [{ code: 'duplicate' }] }, { index: 2 }])
    expect(collected.customers).toMatchObject([{ customer: 'a', monetary: '10' }])
  })

  it('adds up means of summaries times how many they are of, exactly', () => {
    const means = [
      { customer: 'a', recencyDays: 1, frequency: 3, monetary: '0.1' },
      { customer: 'b', recencyDays: 1, frequency: 9_007_199_254_740_991, monetary: '12345.000000000001' },
      { customer: 'c', recencyDays: 1, frequency: 2, monetary: '-7' },
    ]
    const { segments, customers } = score(means, { monetary: mean, segments: [{ id: 'all' }] })
    expect(segments[0]?.value).toBe('111193874799777542888.499254740991')
    expect(customers.map(({ monetary }) => monetary)).toEqual(['0.1', '12345.000000000001', '-7'])
  })

  it('takes rows for summaries where more of them are than transactions', () => {
    const others = [1, 2].map((index) => ({ ...summary, customer: `s${index}` }))
    expect(found([good, ...others, null])).toEqual([
      ['unknown-key', ['subjects', 0, 'date']],
      ['unknown-key', ['subjects', 0, 'amount']],
      ['missing', ['subjects', 0, 'frequency']],
      ['missing', ['subjects', 0, 'recencyDays']],
      ['missing', ['subjects', 0, 'monetary']],
      ['wrong-type', ['subjects', 3]],
    ])
    expect(found([summary, good, other])).toEqual([
      ['unknown-key', ['subjects', 0, 'recencyDays']],
      ['unknown-key', ['subjects', 0, 'frequency']],
      ['unknown-key', ['subjects', 0, 'monetary']],
      ['missing', ['subjects', 0, 'date']],
      ['missing', ['subjects', 0, 'amount']],
    ])

    expect(found([summary, good])).toEqual([
      ['unknown-key', ['subjects', 0, 'recencyDays']],
      ['unknown-key', ['subjects', 0, 'frequency']],
      ['unknown-key', ['subjects', 0, 'monetary']],
      ['missing', ['subjects', 0, 'date']],
      ['missing', ['subjects', 0, 'amount']],
    ])
    expect(found([{ customer: 'a' }])).toEqual([
      ['missing', ['subjects', 0, 'date']],
      ['missing', ['subjects', 0, 'amount']],
    ])
    expect(found([null, { customer: 'a' }, { frequency: 1 }])).toEqual([
      ['wrong-type', ['subjects', 0]],
      ['missing', ['subjects', 1, 'frequency']],
      ['missing', ['subjects', 1, 'recencyDays']],
      ['missing', ['subjects', 1, 'monetary']],
      ['missing', ['subjects', 2, 'customer']],
      ['missing', ['subjects', 2, 'recencyDays']],
      ['missing', ['subjects', 2, 'monetary']],
    ])
    expect(
      score([{ ...good, frequency: undefined } as never].map(({ frequency: _, ...row }: { frequency?: unknown }) => row as Transaction)).customers,
    ).toHaveLength(1)
  })
})
