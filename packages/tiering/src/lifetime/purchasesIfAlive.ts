import { livingCustomer } from './livingCustomer.js'
import { purchasesWhileAlive } from './purchasesWhileAlive.js'
import type { BgNbdParameters, PurchaseTimes } from './types.js'

/** Purchases that are expected of a customer within one horizon, if alive. They do not depend on the last purchase's age. */
export function purchasesIfAlive(customer: Pick<PurchaseTimes, 'repeatPurchases' | 'age'>, parameters: BgNbdParameters, horizon: number): number {
  const multiple = horizon / (parameters.alpha + customer.age)
  return purchasesWhileAlive(livingCustomer(customer, parameters), multiple)(multiple)
}
