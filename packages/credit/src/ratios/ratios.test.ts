import type { DecimalInput } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  averageDaysDelinquent,
  bestPossibleDaysSalesOutstanding,
  collectionEffectiveness,
  daysSalesOutstanding,
  receivablesTurnover,
} from '../index.js'

type Ratio = readonly [name: string, ratio: (figures: never) => number, good: Readonly<Record<string, DecimalInput>>]

const figures = { receivables: '1200000', current: '800000', sales: '10000000', days: 365 }
const { receivables, current, sales, days } = figures

const ratios: readonly Ratio[] = [
  ['daysSalesOutstanding', daysSalesOutstanding, { receivables, sales, days }],
  ['bestPossibleDaysSalesOutstanding', bestPossibleDaysSalesOutstanding, { current, sales, days }],
  ['averageDaysDelinquent', averageDaysDelinquent, figures],
  ['collectionEffectiveness', collectionEffectiveness, { opening: '100000', sales: '1000000', closing: '120000', closingCurrent: '100000' }],
  ['receivablesTurnover', receivablesTurnover, { sales, averageReceivables: '1250000' }],
]

describe('ratios of receivables: known answers', () => {
  it('credit vectors: receivables 1.2 M, 0.8 M of them current, sales 10 M in 365 days', () => {
    expect(daysSalesOutstanding({ receivables, sales, days })).toBe(43.8)
    expect(bestPossibleDaysSalesOutstanding({ current, sales, days })).toBe(29.2)
    expect(averageDaysDelinquent(figures)).toBe(14.6)
    expect(daysSalesOutstanding({ receivables: 1.2e6, sales: 1e7, days })).toBe(43.8)
  })

  it('credit vectors: opening 100k, sales 1 M, closing 120k, closing not overdue 100k', () => {
    expect(collectionEffectiveness({ opening: 100_000, sales: 1_000_000, closing: 120_000, closingCurrent: 100_000 })).toBe(0.98)
  })

  it('creditguru.com and its restatements: January to March, with the sales of a month and of all three', () => {
    const quarter = { opening: 6_200, closing: 6_340, closingCurrent: 3_590 }
    expect(collectionEffectiveness({ ...quarter, sales: 3_630 }).toFixed(3)).toBe('0.559')
    expect(collectionEffectiveness({ ...quarter, sales: 10_890 }).toFixed(4)).toBe('0.7963')
  })

  it.each([
    ['1234567.89', '1000000.01', '7654321.09', 365, 58.87096641904788, 47.68548371022152, 11.185482708826369, 6.200000139320001],
    ['0.1', '0.3', '0.7', 30, 4.285714285714286, 12.857142857142858, -8.571428571428571, 7],
    [`${'9'.repeat(40)}.07`, `${'1'.repeat(39)}.05`, `${'3'.repeat(41)}.11`, 366, 109.8, 1.22, 108.58, 3.3333333333333335],
    ['-250.5', '100', '999.99', 90, -22.545225452254524, 9.000090000900009, -31.545315453154533, undefined],
  ])('of %s, %s, %s in %s days as Python computes them in fractions', (owed, notDue, sold, time, outstanding, best, delinquent, turnover) => {
    expect(daysSalesOutstanding({ receivables: owed, sales: sold, days: time })).toBe(outstanding)
    expect(bestPossibleDaysSalesOutstanding({ current: notDue, sales: sold, days: time })).toBe(best)
    expect(averageDaysDelinquent({ receivables: owed, current: notDue, sales: sold, days: time })).toBe(delinquent)
    if (turnover !== undefined) expect(receivablesTurnover({ sales: sold, averageReceivables: owed })).toBe(turnover)
  })

  it.each([
    ['20000.01', '10000.02', '12000.03', '5800.04', 0.7438019602487439],
    ['7'.repeat(40), '1', `${'3'.repeat(40)}.01`, '2'.repeat(40), 0.8],
  ])('effectiveness of %s, %s, %s, %s as Python computes it in fractions', (opening, sold, closing, closingCurrent, expected) => {
    expect(collectionEffectiveness({ opening, sales: sold, closing, closingCurrent })).toBe(expected)
  })

  it('is 0 without receivables, 1 where nothing is overdue, above it where less is owed than is current, and below 0 where more', () => {
    const nothing = daysSalesOutstanding({ receivables: '-0', sales: 1, days: 1 })
    expect(Object.is(nothing, 0)).toBe(true)
    expect(receivablesTurnover({ sales: -10, averageReceivables: 4 })).toBe(-2.5)
    const effectiveness = (closing: number): number => collectionEffectiveness({ opening: 100, sales: 0, closing, closingCurrent: 50 })
    expect([50, 100, 25, 150].map(effectiveness)).toEqual([1, 0, 1.5, -1])
    expect(collectionEffectiveness({ opening: -50, sales: -50, closing: -200, closingCurrent: -150 })).toBe(2)
  })

  it('is the greatest number of its sign where it is beyond all, and 0 where it is below all', () => {
    const tiny = `0.${'0'.repeat(399)}1`
    expect(daysSalesOutstanding({ receivables: '1e300', sales: tiny, days: 1 })).toBe(Number.MAX_VALUE)
    expect(daysSalesOutstanding({ receivables: '-1e300', sales: tiny, days: 1 })).toBe(-Number.MAX_VALUE)
    expect(daysSalesOutstanding({ receivables: tiny, sales: '1e300', days: 1 })).toBe(0)
    expect(Object.is(receivablesTurnover({ sales: `-${tiny}`, averageReceivables: '1e300' }), 0)).toBe(true)
  })
})

describe('ratios of receivables: laws', () => {
  const cents = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
  const some = fc.record({ owed: cents, notDue: cents, sold: fc.bigInt({ min: 1n, max: 10n ** 9n }), time: fc.integer({ min: 1, max: 400 }) })
  const text = (units: bigint): string => `${units}e-2`

  it('days outstanding are the best possible days and the days delinquent', () => {
    fc.assert(
      fc.property(some, ({ owed, notDue, sold, time }) => {
        const period = { sales: text(sold), days: time }
        const outstanding = daysSalesOutstanding({ ...period, receivables: text(owed) })
        const best = bestPossibleDaysSalesOutstanding({ ...period, current: text(notDue) })
        const delinquent = averageDaysDelinquent({ ...period, receivables: text(owed), current: text(notDue) })
        expect(outstanding).toBe(Number(owed * BigInt(time)) / Number(sold) + 0)
        expect(Math.abs(best + delinquent - outstanding)).toBeLessThanOrEqual(1e-15 * (Math.abs(best) + Math.abs(delinquent) + Math.abs(outstanding)))
      }),
    )
  })

  it('do not depend on the unit of money', () => {
    fc.assert(
      fc.property(some, ({ owed, notDue, sold, time }) => {
        const asked = (unit: string) => [
          averageDaysDelinquent({ receivables: owed + unit, current: notDue + unit, sales: sold + unit, days: time }),
          receivablesTurnover({ sales: owed + unit, averageReceivables: sold + unit }),
          collectionEffectiveness({ opening: owed + unit, sales: `${sold}${unit}`, closing: notDue + unit, closingCurrent: owed + unit }),
        ]
        expect(asked('e-40')).toEqual(asked(''))
        expect(asked('e35')).toEqual(asked(''))
      }),
    )
  })
})

describe('ratios of receivables: what is wrong', () => {
  const isDays = (field: string): boolean => field === 'days'
  const divisors: Readonly<Record<string, string>> = {
    daysSalesOutstanding: 'sales',
    bestPossibleDaysSalesOutstanding: 'sales',
    averageDaysDelinquent: 'sales',
    receivablesTurnover: 'averageReceivables',
  }

  it.each(ratios)('%s names each field that is wrong', (name, ratio, good) => {
    const found = (value: unknown): unknown => issuesOf(() => ratio(value as never))
    expect(ratio(deepFreeze({ ...good }) as never)).toBeGreaterThan(0)
    for (const [value, code] of badRecords) expect(found(value)).toEqual([[code, ['figures']]])
    expect(found({})).toEqual(Object.keys(good).map((field) => ['missing', [field]]))
    expect(found(Object.create(good))).toEqual(Object.keys(good).map((field) => ['missing', [field]]))
    expect(found({ ...good, percent: undefined })).toEqual([['unknown-key', ['percent']]])
    expect(found(JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":1,')))).toEqual([['unknown-key', ['__proto__']]])
    for (const field of Object.keys(good)) {
      for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '１２', '1,000', '', [], {}, true]) {
        expect(found({ ...good, [field]: value })).toEqual([[isDays(field) ? 'not-an-integer' : 'not-a-decimal', [field]]])
      }
      expect(found({ ...good, [field]: undefined })).toEqual([['missing', [field]]])
      if (!isDays(field)) expect(found({ ...good, [field]: '1e1000' })).toEqual([['too-many-digits', [field]]])
    }
    const divisor = divisors[name]
    if (divisor === undefined) return
    for (const value of [0, '-0', '-0.01']) expect(found({ ...good, [divisor]: value })).toEqual([['not-above', [divisor]]])
  })

  it('days are an integer of 1 or more', () => {
    const found = (time: unknown): unknown => issuesOf(() => daysSalesOutstanding({ receivables, sales, days: time as number }))
    expect([0, -1, 0.5, '365', 2 ** 53].map(found)).toEqual(
      ['too-small', 'too-small', 'not-an-integer', 'not-an-integer', 'too-large'].map((code) => [[code, ['days']]]),
    )
  })

  it('something could be collected', () => {
    const found = (closingCurrent: DecimalInput): unknown =>
      issuesOf(() => collectionEffectiveness({ opening: '0.1', sales: '0.2', closing: 1, closingCurrent }))
    expect(found('0.3')).toEqual([['not-below', ['closingCurrent']]])
    expect(found(1)).toEqual([['not-below', ['closingCurrent']]])
    expect(found('0.29999999999999999999999999')).toBe('nothing was thrown')
  })

  it('names all that is wrong together', () => {
    expect(issuesOf(() => averageDaysDelinquent({ receivables: 'x', sales: 0, days: 0, extra: 1 } as never))).toEqual([
      ['unknown-key', ['extra']],
      ['not-a-decimal', ['receivables']],
      ['missing', ['current']],
      ['not-above', ['sales']],
      ['too-small', ['days']],
    ])
  })
})
