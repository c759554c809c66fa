import type { DecimalInput } from '@clientele/core'
import { addDecimals, multiplyDecimals } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { costOfReceivables, type ReceivablesCostFigures } from '../index.js'

const good: ReceivablesCostFigures = {
  dailySales: 10,
  collectionDays: 30,
  variableCostPercent: 60,
  costOfCapitalPercent: 10,
  managementCost: 36,
  badDebtPercent: 2,
}

describe('costOfReceivables: known answers', () => {
  it('Jing Xin, 財務管理學: 3,600 a year on n/30 cost 18 + 36 + 72, on n/60 3,960 cost 39.6 + 60 + 118.8, on n/90 4,200 cost 63 + 144 + 252', () => {
    const longer = costOfReceivables({ ...good, dailySales: 11, collectionDays: 60, managementCost: 60, badDebtPercent: 3 })
    const longest = costOfReceivables({ ...good, dailySales: '11.66666666666666666666', collectionDays: 90, managementCost: 144, badDebtPercent: 6 })
    expect(costOfReceivables(good)).toEqual({
      dailySales: '10',
      collectionDays: '30',
      sales: '3600',
      receivables: '300',
      investment: '180',
      opportunity: '18',
      management: '36',
      badDebt: '72',
      total: '126',
    })
    expect([longer.sales, longer.opportunity, longer.management, longer.badDebt, longer.total]).toEqual(['3960', '39.6', '60', '118.8', '218.4'])
    expect([longest.sales, longest.opportunity, longest.badDebt, longest.total].map((text) => Number(text).toFixed(9))).toEqual([
      '4200.000000000',
      '63.000000000',
      '252.000000000',
      '459.000000000',
    ])
  })

  it('Jing Xin, 財務管理學: 3,000,000 a year for 60 days tie up 300,000, which cost 30,000', () => {
    const { opportunity, investment } = costOfReceivables({ ...good, dailySales: '25000', collectionDays: 20, managementCost: 0, badDebtPercent: 0 })
    expect([investment, opportunity]).toEqual(['300000', '30000'])
  })

  it('Brigham and Daves, Intermediate Financial Management, 2004, Monroe Manufacturing: 21 days of 400 million a year at 70 % and 20 % cost 3,221,918', () => {
    const figures = { ...good, dailySales: '1095890.410958904109589', collectionDays: 21, variableCostPercent: 70, costOfCapitalPercent: 20 }
    const { opportunity, sales } = costOfReceivables({ ...figures, daysInYear: 365 })
    expect(Number(opportunity).toFixed(0)).toBe('3221918')
    expect(Number(sales)).toBe(400e6)
  })

  it('takes a year of 365 days where that is given, and 360 unless', () => {
    expect(costOfReceivables({ ...good, daysInYear: undefined })).toEqual(costOfReceivables({ ...good, daysInYear: 360 }))
    expect(costOfReceivables({ ...good, daysInYear: 365 })).toMatchObject({ sales: '3650', opportunity: '18', badDebt: '73' })
  })

  it('is 0 where nothing is sold, and exact however long the figures are', () => {
    const nothing = costOfReceivables({ ...good, dailySales: '-0', managementCost: '0.00' })
    const { collectionDays, ...others } = nothing
    expect([collectionDays, ...new Set(Object.values(others))]).toEqual(['30', '0'])
    const nines = `${'9'.repeat(1000)}.${'9'.repeat(1000)}`
    const long = { dailySales: nines, collectionDays: nines, variableCostPercent: nines, costOfCapitalPercent: nines, managementCost: nines }
    const { opportunity, total, badDebt } = costOfReceivables({ ...long, badDebtPercent: `99.${'9'.repeat(1000)}` })
    expect(BigInt(opportunity.replace('.', ''))).toBe((10n ** 2000n - 1n) ** 4n)
    expect(opportunity.split('.')[1]).toHaveLength(4004)
    expect(badDebt.split('.')[1]).toHaveLength(2001)
    expect(total.split('.')[1]).toHaveLength(4004)
  })
})

describe('costOfReceivables: laws', () => {
  const decimal = fc
    .record({ units: fc.nat(10 ** 7), places: fc.nat(6), asNumber: fc.boolean() })
    .map(({ units, places, asNumber }): DecimalInput => (asNumber ? Number(`${units}e-${places}`) : `${units}e-${places}`))
  const figures = fc.record(
    {
      dailySales: decimal,
      collectionDays: decimal,
      variableCostPercent: decimal,
      costOfCapitalPercent: decimal,
      managementCost: decimal,
      badDebtPercent: fc.nat(10_000).map((hundredths) => hundredths / 100),
      daysInYear: fc.constantFrom<360 | 365>(360, 365),
    },
    { requiredKeys: ['dailySales', 'collectionDays', 'variableCostPercent', 'costOfCapitalPercent', 'managementCost', 'badDebtPercent'] },
  )

  it('is the products of the decimals, and its parts add up', () => {
    fc.assert(
      fc.property(figures, (some) => {
        const cost = costOfReceivables(deepFreeze(some))
        const times = (...factors: readonly DecimalInput[]): string => factors.reduce<string>((product, one) => multiplyDecimals(product, one), '1')
        const { dailySales, collectionDays, variableCostPercent, costOfCapitalPercent } = some
        expect([cost.dailySales, cost.collectionDays]).toEqual([times(dailySales), times(collectionDays)])
        expect(cost.sales).toBe(times(dailySales, some.daysInYear ?? 360))
        expect(cost.receivables).toBe(times(dailySales, collectionDays))
        expect(cost.investment).toBe(times(dailySales, collectionDays, variableCostPercent, '0.01'))
        expect(cost.opportunity).toBe(times(dailySales, collectionDays, variableCostPercent, costOfCapitalPercent, '0.0001'))
        expect(cost.management).toBe(times(some.managementCost))
        expect(cost.badDebt).toBe(times(cost.sales, some.badDebtPercent, '0.01'))
        expect(cost.total).toBe(addDecimals(cost.opportunity, addDecimals(cost.management, cost.badDebt)))
        expect(JSON.parse(JSON.stringify(cost))).toStrictEqual(cost)
      }),
    )
  })
})

describe('costOfReceivables: what is wrong', () => {
  const found = (value: unknown): unknown => issuesOf(() => costOfReceivables(value as ReceivablesCostFigures))

  it('names each field that is wrong', () => {
    for (const [value, code] of badRecords) expect(found(value)).toEqual([[code, ['figures']]])
    expect(found({})).toEqual(Object.keys(good).map((field) => ['missing', [field]]))
    expect(found(Object.create(good))).toEqual(Object.keys(good).map((field) => ['missing', [field]]))
    for (const field of Object.keys(good)) {
      expect(found({ ...good, [field]: undefined })).toEqual([['missing', [field]]])
      for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '１２', '1,000', '', [], true]) {
        expect(found({ ...good, [field]: value })).toEqual([['not-a-decimal', [field]]])
      }
      expect(found({ ...good, [field]: '-0.01' })).toEqual([['too-small', [field]]])
      expect(found({ ...good, [field]: '1e1000' })).toEqual([['too-many-digits', [field]]])
    }
    expect(found({ ...good, badDebtPercent: '100.01' })).toEqual([['too-large', ['badDebtPercent']]])
    for (const daysInYear of [null, '360', 366, 0, Number.NaN]) expect(found({ ...good, daysInYear })).toEqual([['not-allowed', ['daysInYear']]])
    expect(found(JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":1,')))).toEqual([['unknown-key', ['__proto__']]])
  })

  it('names all that is wrong together', () => {
    expect(found({ ...good, dailySales: 'x', sales: 1, badDebtPercent: 101, daysInYear: 1 })).toEqual([
      ['unknown-key', ['sales']],
      ['not-a-decimal', ['dailySales']],
      ['too-large', ['badDebtPercent']],
      ['not-allowed', ['daysInYear']],
    ])
  })
})
