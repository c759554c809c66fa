import type { ExpectedWithin, LivingCustomer } from './livingCustomer.js'
import { purchaseIntegral } from './purchaseIntegral.js'
import { purchaseSeries } from './purchaseSeries.js'

/** Up to here the series is short: some thousand terms at most. */
const GREATEST_MULTIPLE = 30
/** Up to so many purchases, which there would be if nobody stopped, the series' first probability is above 0. */
const MOST_PURCHASES = 500

/**
 * Purchases expected of a customer who is alive, for any horizon: (a + β − 1) / (a − 1) × (1 − ₂F₁(s, a − 1; a + β − 1; −w)), where s, a and β are
 * the shapes of rate, stop and stay, and w is the horizon as a multiple of `alpha` + age.
 *
 * That form is a difference of nearly equal numbers where a is near 1 or w is small, and 0 / 0 where a is 1. The same is found as a sum of positive
 * terms, or as an integral, each to about 13 digits. The integral would do everywhere; the sum is some 30 times as fast where it is short. Pfaff's
 * transformation (NIST, *Digital Library of Mathematical Functions*, 15.8.1) leads to the published form from here.
 *
 * @param customer - Who is alive.
 * @param greatest - The greatest multiple that will be asked for.
 */
export function purchasesWhileAlive(customer: LivingCustomer, greatest: number): ExpectedWithin {
  if (greatest === 0) return () => 0
  const limit = Math.min(GREATEST_MULTIPLE, MOST_PURCHASES / customer.rateShape)
  if (greatest <= limit) return purchaseSeries(customer, greatest)
  const integral = purchaseIntegral(customer, greatest)
  let series: ExpectedWithin | undefined
  return (multiple) => {
    if (multiple > limit) return integral(multiple)
    series ??= purchaseSeries(customer, limit)
    return series(multiple)
  }
}
