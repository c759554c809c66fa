import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type AgeUnit, expectedPurchases, fitBgNbd, lifetimeValue, lifetimeValues, probabilityAlive, summarisePurchases } from '../index.js'

const sales = ['2024-01-01', '2024-01-10', '2024-03-02'].map((date) => ({ customer: 'Li', date, amount: 10 }))
const customersIn = (unit: AgeUnit) =>
  summarisePurchases([...sales, { customer: 'Wu', date: '2024-01-05', amount: 5 }], { asOf: '2024-03-31', unit }).customers
const modelIn = (unit: AgeUnit) => ({ model: 'bg-nbd', unit, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }) as const
const spend = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } as const
const options = { horizon: 4, discountRate: 0, marginRate: 1 }
const horizon = { horizon: 4 }

const UNITS: readonly (readonly [AgeUnit, AgeUnit])[] = [
  ['day', 'week'],
  ['week', 'day'],
]

describe('histories whose dates are known', () => {
  it.each(UNITS)('are refused where they are in %ss and the model is in %ss', (own, other) => {
    const customers = customersIn(own)
    const [customer] = customers
    if (customer === undefined) throw new Error('nobody')
    const purchases = modelIn(other)
    for (const [run, ...path] of [
      [() => expectedPurchases(customer, purchases, horizon), 'customer'],
      [() => probabilityAlive(customer, purchases), 'customer'],
      [() => lifetimeValue(customer, { purchases, spend }, options), 'customer'],
      [() => lifetimeValues(customers, { purchases, spend }, options), 'customers', 0],
      [() => fitBgNbd(customers, { unit: other }), 'customers', 0],
    ] as const)
      expect(issuesOf(run)).toEqual([['outdated-input', [...path, 'lastPurchaseAge']]])
    expect(() => fitBgNbd(customers, { unit: own })).not.toThrow()
    expect(lifetimeValues(customers, { purchases: modelIn(own), spend }, options).customers).toHaveLength(2)
  })

  it('are taken where ages were rounded, or dates are no dates', () => {
    const [customer] = customersIn('week')
    if (customer === undefined) throw new Error('nobody')
    const taken = (changed: object) => expectedPurchases({ ...customer, ...changed }, modelIn('week'), horizon)
    for (const changed of [{ lastPurchaseAge: 9 }, { lastPurchaseAge: 8.7 }, { lastPurchase: '2.3.2024', lastPurchaseAge: 1 }])
      expect(() => taken(changed)).not.toThrow()
    expect(() => taken({ lastPurchaseAge: 4.3 })).toThrow('must agree with what it was made from, which gives 8.714285714285714, not 4.3')
  })
})
