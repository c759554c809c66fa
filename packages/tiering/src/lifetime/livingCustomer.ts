import type { BgNbdParameters, PurchaseTimes } from './types.js'

/** What BG/NBD holds of a customer who is alive: its rate is gamma distributed, the probability to stop after a purchase beta distributed. */
export interface LivingCustomer {
  /** `r` + repeat purchases; the rate of the same gamma distribution is `alpha` + age. */
  readonly rateShape: number
  /** `a`: whoever is alive never stopped. */
  readonly stopShape: number
  /** `b` + repeat purchases. */
  readonly stayShape: number
}

/** Purchases that are expected within a horizon, given as a multiple of `alpha` + age. */
export type ExpectedWithin = (multiple: number) => number

/** What the purchases of a customer say of the same, who is alive. */
export function livingCustomer({ repeatPurchases }: Pick<PurchaseTimes, 'repeatPurchases'>, { r, a, b }: BgNbdParameters): LivingCustomer {
  return { rateShape: r + repeatPurchases, stopShape: a, stayShape: b + repeatPurchases }
}
