import type { BgNbdParameters, PurchaseTimes } from './types.js'

/** The probability that a customer has not stopped; the public verb says what it means. */
export function chanceAlive({ repeatPurchases, lastPurchaseAge, age }: PurchaseTimes, { r, alpha, a, b }: BgNbdParameters): number {
  if (repeatPurchases === 0) return 1
  // A power beyond all numbers is infinite, of which the chance is 0.
  const silence = Math.exp((r + repeatPurchases) * Math.log1p((age - lastPurchaseAge) / (alpha + lastPurchaseAge)))
  return 1 / (1 + (a / (b + (repeatPurchases - 1))) * silence)
}
