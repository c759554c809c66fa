import { chanceAlive } from '../lifetime/chanceAlive.js'
import { purchasesIfAlive } from '../lifetime/purchasesIfAlive.js'
import type { BgNbdParameters, PurchaseTimes } from '../lifetime/types.js'

/**
 * What `expectedPurchases` tells of customers, within one horizon. The public verb's bound of the horizon is not applied: the calendar bounds it here.
 *
 * What is ahead of those who are alive does not depend on when they bought last, and is found once for all with as many repeat purchases and of the
 * same age.
 */
export function expectationOf(parameters: BgNbdParameters, horizon: number): (customer: PurchaseTimes) => number {
  const ahead = new Map<string, number>()
  return (customer) => {
    const key = `${customer.repeatPurchases} ${customer.age}`
    const purchases = ahead.get(key) ?? purchasesIfAlive(customer, parameters, horizon)
    ahead.set(key, purchases)
    return chanceAlive(customer, parameters) * purchases
  }
}
