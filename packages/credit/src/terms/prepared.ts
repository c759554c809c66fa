import type { DecimalString, PolicyReference, RoundingMode } from '@clientele/core'
import type { Decimal } from '@clientele/core/decimal'
import type { TermsStart } from './types.js'

/** A discount, its percentage as a fraction of integers. */
export interface PreparedDiscount {
  readonly withinDays: number
  readonly percent: DecimalString
  /** What is taken off is `taken / whole` of the base. */
  readonly taken: bigint
  readonly whole: bigint
}

/** Credit terms, checked and read. */
export interface PreparedTerms {
  readonly discounts: readonly PreparedDiscount[]
  readonly netDays: number
  readonly start: TermsStart
  readonly isProRata: boolean
  readonly isNetOfTax: boolean
  readonly rounding: RoundingMode
  readonly cashStep: Decimal | undefined
  readonly policies: readonly PolicyReference[]
}
