import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { customerEquity, type EquityCase } from '../index.js'

const rates = [
  [0.8, 0.15, 0.03, 0.02],
  [0.1, 0.7, 0.15, 0.05],
  [0.02, 0.1, 0.73, 0.15],
  [0, 0, 0, 1],
]
const good: EquityCase = { counts: [100, 300, 600, 0], rates, margins: [1, 1, 1, 0], discountRate: 0 }
const found = (change: object): unknown => issuesOf(() => customerEquity({ ...good, ...change }))
const worthOf = (change: Partial<EquityCase>): readonly number[] => customerEquity({ ...good, ...change }).perCustomer

/** A tier of one customer who stays with some probability, and that of the lost. */
const staying = (stay: string, left: string): EquityCase => ({
  counts: [1, 0],
  rates: [
    [stay, left],
    [0, 1],
  ],
  margins: [1, 0],
  discountRate: 0,
})

describe('customerEquity: known answers', () => {
  it('vector 14: margin 100, retention 0.8 and discount 0.1 are worth 366.67 from now', () => {
    const equity = customerEquity({
      counts: [1, 0],
      rates: [
        [0.8, 0.2],
        [0, 1],
      ],
      margins: [100, 0],
      discountRate: 0.1,
    })
    expect(equity).toStrictEqual({ total: 1100 / 3, byTier: [1100 / 3, 0], perCustomer: [1100 / 3, 0] })
  })

  it('vector 13: a customer of A, B or C is expected to stay for 17.1533, 14.1606 or 10.2190 periods', () => {
    // The full digits: Python, in fractions.
    const perCustomer = [17.153284671532848, 14.16058394160584, 10.218978102189782, 0]
    const byTier = [1715.3284671532847, 4248.175182481752, 6131.386861313868, 0]
    expect(customerEquity(good)).toStrictEqual({ total: 12094.890510948906, byTier, perCustomer })
  })

  it.each<[string, number[]]>([
    ['0.1', [434.9599820143885, 123.43345323741008, 63.93255395683453, 2.75]],
    ['0.25', [297.49071371716633, 53.5889824887238, 26.91579331387636, 1.25]],
    ['1e-7', [2500788.0229113516, 2500346.964772811, 2500193.4978383644, 2500000.25]],
  ])('any margins at a discount rate of %s, as Python computes them in fractions', (discountRate, perCustomer) => {
    const equity = customerEquity({ ...good, counts: [100, 300, '600', 7], margins: [100, '-3.5', 2, '0.25'], discountRate })
    expect(equity.perCustomer).toEqual(perCustomer)
    if (discountRate !== '0.1') return
    expect(equity.byTier).toEqual([43495.99820143885, 37030.03597122302, 38359.532374100716, 19.25])
    expect(equity.total).toBe(118904.8165467626)
  })

  it('is exact however seldom customers leave', () => {
    expect(customerEquity(staying('0.999999999999999999999999', '1e-24')).total).toBe(1e24)
    const nines = `0.${'9'.repeat(100)}`
    expect(customerEquity(staying(nines, '1e-100')).total).toBe(1e100)
    // From A to B and back, and seldom out of both: 1e40 rounds of two periods.
    const rounds = [
      [0, 1, 0],
      [`0.${'9'.repeat(40)}`, 0, '1e-40'],
      [0, 0, 1],
    ]
    expect(customerEquity({ counts: [1, 0, 0], rates: rounds, margins: [1, 1, 0], discountRate: 0 }).total).toBe(2e40)
    expect(customerEquity({ ...staying('1', '0'), discountRate: '1e-50' }).total).toBe(1e50)
  })

  it('a tier whose row is nothing is worth one period; nobody is there', () => {
    const equity: EquityCase = {
      counts: [5, 0],
      rates: [
        [1, 0],
        [0, 0],
      ],
      margins: [0, 7],
      discountRate: 0,
    }
    expect(customerEquity(equity)).toStrictEqual({ total: 0, byTier: [0, 0], perCustomer: [0, 7] })
  })

  it('nothing is never less than nothing', () => {
    const { total, byTier } = customerEquity({ ...good, counts: [0, 0, 0, 0], margins: [-1, -1, '-1', '-0'] })
    expect([total, ...byTier].every((value) => Object.is(value, 0))).toBe(true)
  })
})

describe('customerEquity: sums without an end', () => {
  const bound = (equity: EquityCase): unknown => {
    try {
      return customerEquity(equity).perCustomer
    } catch (error) {
      const { issues } = error as { issues: { code: string; path: unknown; params: unknown }[] }
      return issues.map(({ code, path, params }) => [code, path, params])
    }
  }
  const refused = (params: { bound: string; actual: string }): unknown => [['not-above', ['equity', 'discountRate'], params]]

  it('without a discount rate nobody may bring in anything for ever', () => {
    expect(bound({ ...good, margins: [1, 1, 1, '0.01'] })).toEqual(refused({ bound: '0', actual: '0' }))
    expect(bound({ ...good, margins: [1, 1, 1, '-0.01'], discountRate: '0.00' })).toEqual(refused({ bound: '0', actual: '0' }))
    // Between B and C for ever; the margins of both count, and that of A does not.
    const cycle = [
      [0.5, 0.5, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]
    const inCycle = (...margins: number[]): unknown => bound({ counts: [1, 1, 1], rates: cycle, margins, discountRate: 0 })
    expect(inCycle(1, 0, 0)).toEqual([2, 0, 0])
    expect(inCycle(0, 0, 1)).toEqual(refused({ bound: '0', actual: '0' }))
    expect(inCycle(1, 1, -1)).toEqual(refused({ bound: '0', actual: '0' }))
  })

  it('rates that are rounded up a little need a discount rate above what they have too much', () => {
    const risen = (discountRate: string): EquityCase => ({ ...staying('1', '5e-10'), discountRate })
    expect(bound(risen('0'))).toEqual(refused({ bound: '0.0000000005', actual: '0' }))
    const over = {
      ...staying('1', '0'),
      rates: [
        ['0.6', '0.4000000004'],
        ['0.6', '0.4000000004'],
      ],
      margins: [1, 1],
    }
    expect(bound({ ...over, discountRate: '0.0000000003' })).toEqual(refused({ bound: '0.0000000004', actual: '0.0000000003' }))
    expect(bound({ ...over, discountRate: '0.0000000004' })).toEqual(refused({ bound: '0.0000000004', actual: '0.0000000004' }))
    const [first, second] = bound({ ...over, discountRate: '0.0000000005' }) as [number, number]
    expect([first, second]).toEqual([10000000005, 10000000005])
  })

  it('rates rounded down a little do not let out who never leaves', () => {
    const thirds = Array(3).fill('0.3333333333333333')
    expect(found({ counts: [1, 1, 1], rates: [thirds, thirds, thirds], margins: [1, 1, 1] })).toEqual([['not-above', ['equity', 'discountRate']]])
    expect(worthOf({ counts: [1, 1, 1], rates: [thirds, thirds, thirds], margins: [0, 0, 0] })).toEqual([0, 0, 0])
  })

  it('answers beyond all numbers', () => {
    const maximum = '1.7976931348623157e+308'
    const too = (actual: string): unknown => [['too-large', ['equity'], { maximum, actual }]]
    expect(bound({ ...staying('1', '0'), discountRate: '1e-400' })).toEqual(too('1e+400'))
    const half = staying('0.5', '0.5')
    expect(bound({ ...half, margins: ['1e200', 0], counts: ['1e200', 0] })).toEqual(too('2e+400'))
    expect(bound({ ...half, margins: ['-1e310', 0] })).toEqual([['too-small', ['equity'], { minimum: `-${maximum}`, actual: '-2e+310' }]])
    // One customer is worth too much even where there is none.
    expect(bound({ ...half, margins: ['1e310', 0], counts: [0, 0] })).toEqual(too('2e+310'))
  })
})

describe('customerEquity: laws', () => {
  const cases = fc.integer({ min: 1, max: 5 }).chain((size) => {
    const list = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<One[]> => fc.array(one, { minLength: size, maxLength: size })
    return fc.record({
      counts: list(fc.nat(1000)),
      weights: list(list(fc.nat(9))),
      margins: list(fc.integer({ min: -1000, max: 1000 }).map((cents) => cents / 100)),
      discountRate: fc.constantFrom(0.05, 0.1, 0.4, 1.5),
    })
  })
  const caseOf = ({ weights, ...others }: { weights: number[][] } & Omit<EquityCase, 'rates'>): EquityCase => ({
    ...others,
    rates: weights.map((row, own) => {
      const sum = row.reduce((total, one) => total + one, 0)
      return row.map((one, index) => (sum === 0 ? Number(index === own) : one / sum))
    }),
  })

  it('is the sum of what each period brings in, discounted', () => {
    fc.assert(
      fc.property(cases, (random) => {
        const equity = deepFreeze(caseOf(random))
        const worth = customerEquity(equity)
        expect(JSON.parse(JSON.stringify(worth))).toStrictEqual(worth)
        const [matrix, margins, discount] = [equity.rates as number[][], equity.margins as number[], 1 + (equity.discountRate as number)]
        // From the last of so many periods that no more can be seen, backwards.
        let sums = margins.map(() => 0)
        for (let period = 0; period < 800; period++) {
          const later = sums
          sums = margins.map(
            (margin, tier) => margin + (matrix[tier] as number[]).reduce((sum, rate, to) => sum + rate * (later[to] as number), 0) / discount,
          )
        }
        worth.perCustomer.forEach((value, tier) => expect(value).toBeCloseTo(sums[tier] as number, 8))
        worth.byTier.forEach((value, tier) => expect(value).toBeCloseTo((sums[tier] as number) * (equity.counts[tier] as number), 5))
        expect(worth.byTier.reduce((sum, value) => sum + value, 0)).toBeCloseTo(worth.total, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of the tiers, and margins add up', () => {
    fc.assert(
      fc.property(cases, (random) => {
        const equity = caseOf(random)
        const turned = <One>(list: readonly One[]): One[] => [...list].reverse()
        const { counts, margins } = equity
        const backwards = customerEquity({ ...equity, counts: turned(counts), margins: turned(margins), rates: turned(equity.rates.map(turned)) })
        const worth = customerEquity(equity)
        expect(turned(backwards.perCustomer)).toEqual(worth.perCustomer)
        expect(backwards.total).toBe(worth.total)
        const doubled = customerEquity({ ...equity, margins: margins.map((margin) => (margin as number) * 2) })
        doubled.perCustomer.forEach((value, tier) => expect(value).toBeCloseTo(2 * (worth.perCustomer[tier] as number), 9))
      }),
      { numRuns: 60 },
    )
  })
})

describe('customerEquity: bad input', () => {
  it.each(badRecords)('no case, %o', (value, code) => expect(issuesOf(() => customerEquity(value as never))).toEqual([[code, ['equity']]]))

  it.each(badLists)('lists %o', (list, code) => {
    for (const key of ['counts', 'rates', 'margins']) expect(found({ [key]: list })).toContainEqual([code, ['equity', key]])
  })

  it.each<[object, unknown]>([
    [{ margins: undefined }, [['missing', ['equity', 'margins']]]],
    [{ margins: [1, 1, 1] }, [['wrong-length', ['equity', 'margins']]]],
    [{ margins: [1, 'abc', 1, Number.NaN] }, [1, 3].map((index) => ['not-a-decimal', ['equity', 'margins', index]])],
    [{ margins: Object.assign([1, 1], { 3: 0 }) }, [['missing', ['equity', 'margins', 2]]]],
    [{ discountRate: undefined }, [['missing', ['equity', 'discountRate']]]],
    [{ discountRate: '-0.1' }, [['too-small', ['equity', 'discountRate']]]],
    [{ discountRate: null }, [['not-a-decimal', ['equity', 'discountRate']]]],
    [{ rates: [...rates.slice(0, 3), ['1e-101', 0, 0, 1]] }, [['too-many-decimal-places', ['equity', 'rates', 3, 0]]]],
    [{ rates: [...rates.slice(0, 3), [0, 0, 0, 0]] }, [['sum-differs', ['equity', 'rates', 3]]]],
    [{ currency: 'CNY' }, [['unknown-key', ['equity', 'currency']]]],
    [
      { counts: ['x', 1, 1, 1], margins: ['x', 1, 1, 1], discountRate: 'x' },
      [
        ['not-a-decimal', ['equity', 'counts', 0]],
        ['not-a-decimal', ['equity', 'margins', 0]],
        ['not-a-decimal', ['equity', 'discountRate']],
      ],
    ],
  ])('case with %o', (change, issues) => expect(found(change)).toEqual(issues))

  it('reads own properties only', () => {
    const fields = ['counts', 'rates', 'margins', 'discountRate']
    expect(issuesOf(() => customerEquity(Object.create(good)))).toEqual(fields.map((field) => ['missing', ['equity', field]]))
  })
})
