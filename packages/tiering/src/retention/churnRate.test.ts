import { describe, expect, it } from 'vitest'
import { purchasesByHand, purchasesOf, readOrders } from '../../testing/purchases.js'
import { type ChurnRate, churnRate, type PeriodRetention, type RetentionOptions, retentionRates } from '../index.js'

// Laws and bad input are those of retentionRates, and tested there.
const good: RetentionOptions = { period: 'month', asOf: '2024-06-30' }

describe('churnRate: known answers', () => {
  it('by hand: the last period, and all of them weighted by the customers of the one before', () => {
    const { periods } = retentionRates(purchasesByHand, good)
    const churn: ChurnRate = {
      asOf: '2024-06-30',
      basis: 'month',
      latest: periods.at(-1) as PeriodRetention,
      churnRate: 0.5,
      retentionRate: 0.5,
      // Of these B and D came back once, and A too.
      lost: 6,
      reactivated: 3,
      // Lost 2 of 3, 1 of 2, 2 of 2, and 1 of 2.
      averageChurnRate: 6 / 9,
      expectedPeriods: 1.5,
      rejected: [],
      diagnoses: [{ code: 'lost-came-back', params: { lost: 6, reactivated: 3 } }],
    }
    expect(churnRate(purchasesByHand, good)).toStrictEqual(churn)
    const { latest, ...others } = churnRate(purchasesByHand, { ...good, asOf: '2024-05-31' })
    expect([latest?.period, others.churnRate, others.retentionRate, others.averageChurnRate, others.expectedPeriods]).toEqual([
      '2024-05',
      null,
      null,
      5 / 7,
      1.4,
    ])
  })

  it.each<[string, { readonly [customer: string]: readonly string[] }, string, readonly (number | null)[]]>([
    ['nobody', {}, '2024-06-30', [null, null, null, null]],
    ['one period', { A: ['2024-06-01'] }, '2024-06-30', [null, null, null, null]],
    ['a period that is not over', { A: ['2024-05-01', '2024-06-01'] }, '2024-06-29', [null, null, null, null]],
    ['nobody lost', { A: ['2024-05-01', '2024-06-01'] }, '2024-06-30', [0, 1, 0, null]],
    ['everyone lost', { A: ['2024-05-01'] }, '2024-06-30', [1, 0, 1, 1]],
    ['everyone lost long ago', { A: ['2024-01-01'] }, '2024-06-30', [null, null, 1, 1]],
  ])('of %s', (_, days, asOf, [churn, retention, average, periods]) => {
    const found = churnRate(purchasesOf(days), { period: 'month', asOf })
    expect([found.churnRate, found.retentionRate, found.averageChurnRate, found.expectedPeriods]).toEqual([churn, retention, average, periods])
    expect(found.latest === null).toBe(retentionRates(purchasesOf(days), { period: 'month', asOf }).periods.length < 2)
  })

  it('expects the nearest number of periods: one lost of 49 each time is 49, which 1 ÷ (1 ÷ 49) is not', () => {
    const stay = Array.from({ length: 48 }, (_, index) => [`C-${index}`, ['2024-05-01', '2024-06-01']])
    const found = churnRate(purchasesOf({ ...Object.fromEntries(stay), gone: ['2024-05-01'] }), good)
    expect([found.averageChurnRate, found.expectedPeriods]).toEqual([1 / 49, 49])
  })

  it('says how many of the lost came back: orders by month, of which the book refutes the 1.2 months that 1 ÷ the rate gives', (context) => {
    const found = churnRate(readOrders(context), { period: 'month', asOf: '2006-12-31' })
    expect([found.lost, found.reactivated, found.diagnoses.at(-1)]).toEqual([
      3790,
      2831,
      { code: 'lost-came-back', params: { lost: 3790, reactivated: 2831 } },
    ])
    expect(found.expectedPeriods).toBeLessThan(1.5)
  })

  it('says nothing of the kind where nobody came back', () => {
    for (const days of [{}, { A: ['2024-06-01'] }, { A: ['2024-05-01', '2024-06-01'], B: ['2024-05-01'] }] as Record<string, string[]>[]) {
      const { reactivated, diagnoses } = churnRate(purchasesOf(days), good)
      expect([reactivated, diagnoses.some(({ code }) => code === 'lost-came-back')]).toEqual([0, false])
    }
  })
})
