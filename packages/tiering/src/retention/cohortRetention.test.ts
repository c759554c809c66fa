import { describe, expect, it } from 'vitest'
import { purchasesByHand, purchasesOf, readCdnowPurchases } from '../../testing/purchases.js'
import { cohortRetention, type RetentionOptions } from '../index.js'

// Laws and bad input are those of retentionRates, and tested there.
const good: RetentionOptions = { period: 'month', asOf: '2024-06-30' }

describe('cohortRetention: known answers', () => {
  it('by hand: who of each month comes back when, without the months in which nobody came', () => {
    expect(cohortRetention(purchasesByHand, good)).toStrictEqual({
      asOf: '2024-06-30',
      basis: 'month',
      cohorts: [
        {
          period: '2024-01',
          from: '2024-01-01',
          to: '2024-01-31',
          customers: 3,
          active: [3, 1, 2, 0, 1, 1],
          rates: [1, 1 / 3, 2 / 3, 0, 1 / 3, 1 / 3],
        },
        { period: '2024-02', from: '2024-02-01', to: '2024-02-29', customers: 1, active: [1, 0, 0, 1, 0], rates: [1, 0, 0, 1, 0] },
      ],
      average: [
        { age: 0, customers: 4, active: 4, rate: 1 },
        { age: 1, customers: 4, active: 1, rate: 1 / 4 },
        { age: 2, customers: 4, active: 2, rate: 2 / 4 },
        { age: 3, customers: 4, active: 1, rate: 1 / 4 },
        { age: 4, customers: 4, active: 1, rate: 1 / 4 },
        { age: 5, customers: 3, active: 1, rate: 1 / 3 },
      ],
      rejected: [],
      diagnoses: [],
    })
  })

  it('of one customer, one period and nobody', () => {
    const one = cohortRetention(purchasesOf({ A: ['2024-06-01'] }), good)
    expect([one.cohorts.map(({ period, active, rates }) => [period, active, rates]), one.average]).toEqual([
      [['2024-06', [1], [1]]],
      [{ age: 0, customers: 1, active: 1, rate: 1 }],
    ])
    expect(cohortRetention([], good)).toMatchObject({ cohorts: [], average: [], diagnoses: [{ code: 'no-customers', params: {} }] })
  })

  it('CDNOW by the month of the first purchase', (context) => {
    const { cohorts, average } = cohortRetention(readCdnowPurchases(context), { period: 'month', asOf: '1998-06-30' })
    expect(cohorts.map(({ period, active }) => [period, active.length, ...active.slice(0, 6)])).toEqual([
      ['1997-01', 18, 781, 124, 95, 70, 65, 77],
      ['1997-02', 17, 857, 134, 110, 75, 77, 75],
      ['1997-03', 16, 719, 87, 84, 78, 63, 64],
    ])
    expect(average.slice(0, 4).map(({ rate }) => rate)).toEqual([1, 345 / 2357, 289 / 2357, 223 / 2357])
    expect(average.at(-1)).toEqual({ age: 17, customers: 781, active: 33, rate: 33 / 781 })
  })
})
