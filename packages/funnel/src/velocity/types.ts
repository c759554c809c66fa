import type { DecimalInput, DecimalString } from '@clientele/core'

/** What sales come of: so many deals, of which such a share is won, worth so much each, within so many days. */
export interface SalesFactors {
  /** How many deals are worked at once: 0 to 1e100; an average need not be whole. */
  readonly deals: DecimalInput
  /** Which share of them is won: 0 to 1. */
  readonly winRate: DecimalInput
  /** What a won deal is worth: 0 to 1e100. */
  readonly averageValue: DecimalInput
  /** How many days a deal takes from entering to being won: above 0, from 1e-100 to 1e100. */
  readonly cycleDays: DecimalInput
}

/** How velocities are told. */
export interface VelocityOptions {
  /** The ISO 4217 code of the currency that `averageValue` is in. */
  readonly currency?: string | undefined
}

/** How much a pipeline brings. */
export interface SalesVelocity {
  /** Money a day. */
  readonly perDay: number
  /** Deals × win rate × value, exact: what these deals bring over one cycle. */
  readonly expectedValue: DecimalString
  /** Null: none was given. */
  readonly currency: string | null
  readonly factors: { readonly [Factor in keyof SalesFactors]: DecimalString }
}
