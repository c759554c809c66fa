import type { DecimalInput, DecimalString } from '@clientele/core'

/** An exact amount, with at least the minor digits of its currency; null where amounts state no currency. */
export interface CurrencyAmount {
  readonly currency: string | null
  readonly amount: DecimalString
}

/** What amounts of other currencies are worth in one. */
export interface CurrencyRates {
  /** The ISO 4217 code of the currency that all amounts are told in. */
  readonly to: string
  /** By currency how much of `to` one of it is worth: above 0. */
  readonly rates: { readonly [currency: string]: DecimalInput }
}
