import type { CalendarDate, DecimalString } from '@clientele/core'
import { shownDigits } from '../money/currency.js'
import { type Quantity, quantityText } from '../numbers/quantity.js'
import type { PreparedRetierPolicy } from './prepared.js'
import { type ReviewDay, reviewDay } from './reviewDay.js'

/** What a customer's tier depends on, the customer aside. */
export interface RetierRun {
  readonly policy: PreparedRetierPolicy
  readonly asOf: CalendarDate
  readonly review: ReviewDay
  /** The cuts of each tier as they are shown. */
  readonly cuts: readonly ShownCuts[]
  /** How many decimal places values are shown with at least. */
  readonly digits: number
}

/** The cuts of a tier as they are shown; null in the last one. */
interface ShownCuts {
  readonly promoteFrom: DecimalString | null
  readonly demoteBelow: DecimalString | null
  readonly from: DecimalString | null
}

/** Prepares to tier customers again by a policy on a day, with amounts in a currency if there is one. */
export function prepareRun(policy: PreparedRetierPolicy, asOf: CalendarDate, currency: string | undefined): RetierRun {
  const digits = shownDigits(currency)
  const shown = (cut: Quantity | undefined): DecimalString | null => (cut === undefined ? null : quantityText(cut, digits))
  const cuts = policy.tiers.map(({ promoteFrom, demoteBelow, from }) => {
    return { promoteFrom: shown(promoteFrom), demoteBelow: shown(demoteBelow), from: shown(from) }
  })
  return { policy, asOf, review: reviewDay(asOf, policy.reviewMonths), cuts, digits }
}
