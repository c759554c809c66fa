import type { DiscountPlan } from './discountPlan.js'
import { livingCustomer } from './livingCustomer.js'
import { purchasesWhileAlive } from './purchasesWhileAlive.js'
import type { BgNbdParameters, PurchaseTimes } from './types.js'

/** Purchases that are expected of a customer who is alive. */
export interface PurchasesAhead {
  readonly expected: number
  readonly discounted: number
}

/** Purchases that are expected of a customer within the horizon, if alive, and the same discounted. They do not depend on the last purchase's age. */
export function purchasesAhead(
  customer: Pick<PurchaseTimes, 'repeatPurchases' | 'age'>,
  parameters: BgNbdParameters,
  horizon: number,
  { times, weights, last }: DiscountPlan,
): PurchasesAhead {
  const span = parameters.alpha + customer.age
  const expectedWithin = purchasesWhileAlive(livingCustomer(customer, parameters), horizon / span)
  const expected = expectedWithin(horizon / span)
  let before = 0
  for (let index = 0; index < times.length; index++) before += (weights[index] as number) * expectedWithin((times[index] as number) / span)
  return { expected, discounted: before + last * expected }
}
