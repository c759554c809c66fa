import type { CalendarDate } from '@clientele/core'
import type { CalendarDuration } from '@clientele/core/checks'
import { dayAfter, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import { compareQuantities, type Quantity, quantityText } from '../numbers/quantity.js'
import { mayFallFrom } from './mayFallFrom.js'
import type { PreparedRetierPolicy, PreparedTier, ReadTierRecord } from './prepared.js'
import type { RetierRun } from './retierRun.js'
import type { RetierReason, TierMove, TierRecord } from './types.js'

/** What becomes of a customer, and what the next run is told. */
export interface RetieredCustomer {
  readonly move: TierMove
  readonly record: TierRecord
}

/** Where a value moves a customer to. */
interface Step {
  /** As far as the policy lets it at once. */
  readonly to: number
  /** All the way. */
  readonly earned: number
  /** Since when the value has been below the cut of the tier up to now, if it is. */
  readonly belowSince: CalendarDate | undefined
}

/** Why a customer without a value is tiered again. */
export const COUNTED_AS_ZERO: readonly RetierReason[] = [{ code: 'value-missing', params: { countedAsZero: true } }]

const LAST_DATE = formatDay(LAST_DAY) as CalendarDate

/** Tiers a customer by a value again; `before` are reasons that stand before all others. */
export function retierCustomer(record: ReadTierRecord, value: Quantity, run: RetierRun, before: readonly RetierReason[] = []): RetieredCustomer {
  const { policy, asOf, digits } = run
  const { customer, rank, since } = record
  const step = stepOf(record, value, run)
  const { to, belowSince } = step
  const obstacles = to === rank ? [] : obstaclesOf(since, step, run)
  const moves = to !== rank && obstacles.length === 0
  const fallsFrom = belowSince === undefined || obstacles.length === 0 ? undefined : mayFallFrom(obstacles, run)
  const move: TierMove = {
    customer,
    value: quantityText(value, digits),
    from: idOf(rank, policy),
    to: idOf(moves ? to : rank, policy),
    type: to === rank ? 'stay' : !moves ? 'held' : to < rank ? 'up' : 'down',
    ...(fallsFrom === undefined ? {} : { mayFallFrom: fallsFrom }),
    reasons: [...before, ...causesOf(rank, step, run), ...obstacles],
  }
  if (!moves) return { move, record: recordOf({ customer, rank, since, belowSince }, policy) }
  const isBelowNext = isBelow(value, policy.tiers[to] as PreparedTier)
  return { move, record: recordOf({ customer, rank: to, since: asOf, belowSince: isBelowNext ? asOf : undefined }, policy) }
}

/** Leaves a customer whose value is not known where it is. */
export function keepCustomer(record: ReadTierRecord, { policy }: RetierRun): RetieredCustomer {
  const tier = idOf(record.rank, policy)
  const reasons: RetierReason[] = [{ code: 'value-missing', params: { countedAsZero: false } }]
  return { move: { customer: record.customer, value: null, from: tier, to: tier, type: 'stay', reasons }, record: recordOf(record, policy) }
}

/** Puts a new customer into the highest tier that the value is enough for. */
export function placeCustomer(customer: string, value: Quantity, { policy, asOf, cuts, digits }: RetierRun): RetieredCustomer {
  const rank = highestWith('from', policy.tiers.length - 1, value, policy.tiers)
  const tier = idOf(rank, policy)
  const reasons: RetierReason[] = [{ code: 'first-tier', params: { tier, from: cuts[rank]?.from ?? null } }]
  const record = recordOf({ customer, rank, since: asOf, belowSince: undefined }, policy)
  return { move: { customer, value: quantityText(value, digits), from: null, to: tier, type: 'new', reasons }, record }
}

function stepOf({ rank, belowSince }: ReadTierRecord, value: Quantity, { policy, asOf }: RetierRun): Step {
  const { tiers, maximumSteps = tiers.length } = policy
  const falls = isBelow(value, tiers[rank] as PreparedTier)
  const earned = falls ? fallenTo(value, tiers) : highestWith('promoteFrom', rank, value, tiers)
  const to = Math.min(Math.max(earned, rank - maximumSteps), rank + maximumSteps)
  return { to, earned, belowSince: falls ? (belowSince ?? asOf) : undefined }
}

/** The highest of the tiers above whose cut a value reaches, or the tier itself. */
function highestWith(cut: 'promoteFrom' | 'from', rank: number, value: Quantity, tiers: readonly PreparedTier[]): number {
  for (let above = 0; above < rank; above++) {
    if (compareQuantities(value, tiers[above]?.[cut] as Quantity) >= 0) return above
  }
  return rank
}

/** The highest tier whose cut a value is not below. */
function fallenTo(value: Quantity, tiers: readonly PreparedTier[]): number {
  return tiers.findIndex((tier) => !isBelow(value, tier))
}

/** Whether a value is too low for a tier; none is for the last. */
function isBelow(value: Quantity, { demoteBelow }: PreparedTier): boolean {
  return demoteBelow !== undefined && compareQuantities(value, demoteBelow) < 0
}

/** What the value asks for. */
function causesOf(rank: number, { to, earned, belowSince }: Step, { policy, cuts }: RetierRun): RetierReason[] {
  const promoteFrom = (of: number): string | null => cuts[of]?.promoteFrom ?? null
  const demoteBelow = cuts[rank]?.demoteBelow ?? null
  if (to === rank) return [{ code: 'between-cuts', params: { demoteBelow, promoteFrom: promoteFrom(rank - 1) } }]
  const cause: RetierReason =
    belowSince === undefined
      ? { code: 'promotion-earned', params: { tier: idOf(to, policy), promoteFrom: promoteFrom(to) as string } }
      : { code: 'below-cut', params: { tier: idOf(rank, policy), demoteBelow: demoteBelow as string, since: belowSince } }
  if (earned === to) return [cause]
  return [cause, { code: 'maximum-steps', params: { steps: policy.maximumSteps as number, earned: idOf(earned, policy) } }]
}

/** All that keeps a customer from moving. */
function obstaclesOf(since: CalendarDate, { belowSince }: Step, { policy, asOf, review }: RetierRun): RetierReason[] {
  const reasons: RetierReason[] = []
  if (belowSince !== undefined) {
    const stayed = dateAfter(since, policy.minimumStay)
    if (stayed === undefined || stayed > asOf) reasons.push({ code: 'minimum-stay', params: { since, until: stayed ?? LAST_DATE } })
    const waited = dateAfter(belowSince, policy.grace)
    if (waited === undefined || waited > asOf) reasons.push({ code: 'grace', params: { belowSince, until: waited ?? LAST_DATE } })
  }
  const waits = policy[belowSince === undefined ? 'up' : 'down'] === 'at-review'
  if (waits && review.next !== null) reasons.push({ code: 'waits-for-review', params: { next: review.next } })
  const turn = (waits ? review.begins : null) ?? asOf
  if (policy.maximumSteps !== undefined && since >= turn) reasons.push({ code: 'moved-already', params: { since } })
  return reasons
}

/** The date a duration after another; undefined where the calendar ends before. */
function dateAfter(date: CalendarDate, duration: CalendarDuration): CalendarDate | undefined {
  return formatDay(dayAfter(parseDay(date), duration))
}

function recordOf({ customer, rank, since, belowSince }: ReadTierRecord, policy: PreparedRetierPolicy): TierRecord {
  const tier = idOf(rank, policy)
  return belowSince === undefined ? { customer, tier, since } : { customer, tier, since, belowSince }
}

function idOf(rank: number, { tiers }: PreparedRetierPolicy): string {
  return (tiers[rank] as PreparedTier).id
}
