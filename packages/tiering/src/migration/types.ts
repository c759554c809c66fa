import type { DecimalInput, ReadOptions, RejectedRow } from '@clientele/core'

/** A customer in a tier. Rows of a tiering or a retiering may be given as they are: what else they hold is ignored. */
export interface TierPlace {
  readonly customer: string
  readonly tier: string
}

/** Tiers at two times. */
export interface MigrationCase {
  readonly previous: readonly TierPlace[]
  readonly current: readonly TierPlace[]
}

/** Between which tiers customers migrate. */
export interface MigrationOptions extends ReadOptions {
  /** All tiers, from the top. */
  readonly tiers: readonly string[]
  /** The tier of customers who are there before and not after, one of `tiers`; unless given they are left out, and counted in `diagnoses`. */
  readonly lost?: string | undefined
  /** That customers of a tier stay there where of nobody in it is known where they went; unless given, its rates are all 0. */
  readonly unknown?: 'stay' | undefined
}

/** What is to be known about a migration. */
export type MigrationDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** There before and not after: from now on in the tier `lost`, or where that is null left out. */
  | { readonly code: 'customers-gone'; readonly params: { readonly count: number; readonly lost: string | null } }
  /** There after and not before, left out. */
  | { readonly code: 'customers-joined'; readonly params: { readonly count: number } }
  /** Nobody who was in the tier before could be compared, so that its rates are all 0 or, where it `stays`, 1 for itself; not told of the tier `lost`. */
  | { readonly code: 'tier-unknown'; readonly params: { readonly tier: string; readonly stays: boolean } }

/** A row that was refused, and of which list. */
export interface RejectedPlace extends RejectedRow {
  readonly list: 'previous' | 'current'
}

/** Who went from which tier to which. */
export interface Migration {
  /** What rows and columns stand for. */
  readonly tiers: readonly string[]
  /** How many went from the tier of the row to that of the column. */
  readonly counts: readonly (readonly number[])[]
  /** `counts` as parts of each row's sum. A row of nobody is all 0, but 1 for itself in the tier `lost`, and in all where the options say that they stay. */
  readonly rates: readonly (readonly number[])[]
  readonly rejected: readonly RejectedPlace[]
  readonly diagnoses: readonly MigrationDiagnosis[]
}

/** How many customers are in each tier, and where they go in a period. */
export interface TierProjection {
  /** From 0. */
  readonly counts: readonly DecimalInput[]
  /**
   * A row for each tier, from 0 to 1 with at most 100 decimal places, which adds up to 1 within 1e-9; a row of a tier where nobody is or ever comes may
   * be all 0.
   */
  readonly rates: readonly (readonly DecimalInput[])[]
}

/** How far tiers are projected. */
export interface ProjectionOptions {
  /** An integer from 0 to 1,000. */
  readonly periods: number
}

/** Customers by tier, where they go, and what each brings in while there. */
export interface EquityCase extends TierProjection {
  /** What a customer of each tier brings in per period, of any sign. */
  readonly margins: readonly DecimalInput[]
  /** Per period, from 0: 0.1 is 10 %. */
  readonly discountRate: DecimalInput
}

/** What the customers are worth now. */
export interface CustomerEquity {
  readonly total: number
  /** What all customers of each tier are worth; these add up to the total but for rounding. */
  readonly byTier: readonly number[]
  /** What one customer of each tier is worth. */
  readonly perCustomer: readonly number[]
}
