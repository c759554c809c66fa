import type { TieringReport } from './types.js'

/** Where a customer is, as far as that is told. */
export interface Place {
  readonly tier: string | undefined
  /** The three scores. */
  readonly code: string | undefined
  /** Null where no segment matches. */
  readonly segment: string | null | undefined
}

/** Finds each customer's tier, scores and segment. */
export function placesOf({ tiering, rfm }: TieringReport): (customer: string) => Place {
  const tiers = new Map(tiering?.customers.map(({ customer, tier }) => [customer, tier]))
  const scored = new Map(rfm?.customers.map((one) => [one.customer, one]))
  return (customer) => {
    const { code, segment } = scored.get(customer) ?? {}
    return { tier: tiers.get(customer), code, segment }
  }
}
