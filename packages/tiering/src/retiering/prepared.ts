import type { CalendarDate, PolicyReference } from '@clientele/core'
import type { CalendarDuration } from '@clientele/core/checks'
import type { Quantity } from '../numbers/quantity.js'
import type { RetierPolicy } from './types.js'

/** A tier, checked and read; the last has no cuts, and every other one all three. */
export interface PreparedTier {
  readonly id: string
  readonly promoteFrom: Quantity | undefined
  readonly demoteBelow: Quantity | undefined
  /** For customers who have no tier yet. */
  readonly from: Quantity | undefined
}

/** A policy, checked and read. */
export interface PreparedRetierPolicy {
  readonly currency: string | undefined
  /** From the top. */
  readonly tiers: readonly PreparedTier[]
  /** Where each tier stands, from 0. */
  readonly ranks: ReadonlyMap<string, number>
  readonly minimumStay: CalendarDuration
  readonly grace: CalendarDuration
  readonly up: RetierPolicy['up']
  readonly down: RetierPolicy['down']
  /** From 1, ascending; none where nothing waits for a review. */
  readonly reviewMonths: readonly number[]
  readonly maximumSteps: number | undefined
  readonly countsMissingAsZero: boolean
  readonly reference: PolicyReference
}

/** A customer's tier up to now, checked and read. */
export interface ReadTierRecord {
  readonly customer: string
  /** Of the tier. */
  readonly rank: number
  readonly since: CalendarDate
  /** Not before `since`. */
  readonly belowSince: CalendarDate | undefined
}
