import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { customerEquity, type RetentionCase, retentionValue } from '../index.js'

const good: RetentionCase = { margin: 100, retentionRate: '0.8', discountRate: 0.1, from: 'now' }
const found = (change: object): unknown => issuesOf(() => retentionValue({ ...good, ...change }))

describe('retentionValue: known answers', () => {
  it('vector 14: margin 100, retention 0.8, discount 0.1: 366.67 from now, 266.67 from the next period', () => {
    expect(retentionValue(deepFreeze({ ...good }))).toStrictEqual({ value: 1100 / 3, from: 'now', multiple: 11 / 3, expectedPeriods: 5 })
    expect(retentionValue({ ...good, from: 'next-period' })).toStrictEqual({
      value: 800 / 3,
      from: 'next-period',
      multiple: 8 / 3,
      expectedPeriods: 4,
    })
  })

  it.each<[string, string, string, RetentionCase['from'], number, number, number | null]>([
    ['1', '0.6', '0.12', 'next-period', 60 / 52, 60 / 52, 1.5],
    ['1', '0.7', '0.12', 'next-period', 70 / 42, 70 / 42, 7 / 3],
    ['1', '0.8', '0.12', 'next-period', 2.5, 2.5, 4],
    ['1', '0.9', '0.12', 'next-period', 90 / 22, 90 / 22, 9],
    ['100', '0', '0', 'now', 100, 1, 1],
    ['100', '0', '0.5', 'next-period', 0, 0, 0],
    ['100', '1', '0.1', 'now', 1100, 11, null],
    ['100', '1', '0.1', 'next-period', 1000, 10, null],
    ['-100', '0.5', '0', 'now', -200, 2, 2],
    ['0', '0.5', '0', 'now', 0, 2, 2],
    ['-0', '0', '0', 'next-period', 0, 0, 0],
    ['0.1', '0.9', '0.2', 'now', 0.4, 4, 10],
    ['1', '0.999999999999999999999999999999', '0', 'now', 1e30, 1e30, 1e30],
    ['1', '1', '1e-40', 'next-period', 1e40, 1e40, null],
    ['3', '0.5', '1e20', 'next-period', 1.5e-20, 5e-21, 1],
    ['-1e-400', '0.5', '0', 'now', 0, 2, 2],
    ['1e400', '0.5', '1e300', 'next-period', 5e99, 5e-301, 1],
  ])('margin %s, retention %s, discount %s, from %s', (margin, retentionRate, discountRate, from, value, multiple, expectedPeriods) => {
    expect(retentionValue({ margin, retentionRate, discountRate, from })).toStrictEqual({ value, from, multiple, expectedPeriods })
  })

  it('is never -0', () => {
    for (const margin of ['-0', -0, '-1e-400']) expect(Object.is(retentionValue({ ...good, margin }).value, 0)).toBe(true)
  })
})

describe('retentionValue: laws', () => {
  const cases = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 200 }))

  it('is the sum of what each period brings in, and what customerEquity finds', () => {
    fc.assert(
      fc.property(cases, ([margin, stay, discount]) => {
        const [retentionRate, discountRate] = [`0.${String(stay).padStart(2, '0')}`, String(discount / 100)]
        const now = retentionValue({ margin, retentionRate, discountRate, from: 'now' })
        const next = retentionValue({ margin, retentionRate, discountRate, from: 'next-period' })
        let [sum, part] = [0, 1]
        while (part > 1e-18) {
          sum += part
          part *= stay / 100 / (1 + discount / 100)
        }
        expect(now.multiple).toBeCloseTo(sum, 9)
        expect(now.multiple - next.multiple).toBeCloseTo(1, 9)
        expect(now.value - next.value).toBeCloseTo(margin, 4)
        expect((now.expectedPeriods as number) - (next.expectedPeriods as number)).toBeCloseTo(1, 9)
        const rates = [
          [retentionRate, String((100 - stay) / 100)],
          ['0', '1'],
        ]
        expect(customerEquity({ counts: [1, 0], rates, margins: [margin, 0], discountRate }).total).toBe(now.value)
        expect(JSON.parse(JSON.stringify(next))).toStrictEqual(next)
      }),
    )
  })
})

describe('retentionValue: bad input', () => {
  it('refuses what is not as stated, with every issue', () => {
    for (const [value, code] of badRecords) expect(issuesOf(() => retentionValue(value as never))).toEqual([[code, ['retention']]])
    expect(issuesOf(() => retentionValue({} as never))).toEqual([
      ['missing', ['retention', 'margin']],
      ['missing', ['retention', 'retentionRate']],
      ['missing', ['retention', 'discountRate']],
      ['missing', ['retention', 'from']],
    ])
    expect(found({ margin: 'abc', retentionRate: 1.01, discountRate: '-0.1', from: 'next', horizon: 1 })).toEqual([
      ['unknown-key', ['retention', 'horizon']],
      ['not-a-decimal', ['retention', 'margin']],
      ['too-large', ['retention', 'retentionRate']],
      ['too-small', ['retention', 'discountRate']],
      ['not-allowed', ['retention', 'from']],
    ])
    for (const value of [null, Number.NaN, Infinity, '', ' 1 ', '0x3', '８', true, [1]]) {
      for (const key of ['margin', 'retentionRate', 'discountRate']) expect(found({ [key]: value })).toEqual([['not-a-decimal', ['retention', key]]])
    }
    expect(found({ retentionRate: '-0.0001' })).toEqual([['too-small', ['retention', 'retentionRate']]])
    expect(issuesOf(() => retentionValue(Object.create(good)))).toHaveLength(4)
  })

  it('refuses a sum without an end, and answers beyond numbers', () => {
    for (const [retentionRate, discountRate] of [
      ['1', '0'],
      [1, 0],
      ['1.000', '-0.0'],
      ['1', 0],
    ])
      expect(found({ retentionRate, discountRate })).toEqual([['not-above', ['retention', 'discountRate']]])
    expect(found({ margin: '1e400' })).toEqual([['too-large', ['retention', 'margin']]])
    expect(found({ margin: '-1e400' })).toEqual([['too-small', ['retention', 'margin']]])
    for (const margin of [0, 1]) {
      expect(found({ margin, retentionRate: 1, discountRate: '1e-400' })).toEqual([['too-large', ['retention', 'discountRate']]])
      expect(found({ margin, retentionRate: `0.${'9'.repeat(400)}` })).toEqual([['too-large', ['retention', 'retentionRate']]])
    }
  })
})
