import { addCalendarDays, addCalendarMonths } from '@clientele/core'
import type { RetierPolicy, RetierReason, TierMove, TierRecord } from '../src/index.js'

/** The durations that the reference knows, with how it reckons them. */
const DURATIONS: { readonly [duration: string]: (date: string) => string } = {
  P0D: (date) => date,
  P10D: (date) => addCalendarDays(date, 10),
  P3W: (date) => addCalendarDays(date, 21),
  P1M: (date) => addCalendarMonths(date, 1),
  P3M: (date) => addCalendarMonths(date, 3),
  P6M: (date) => addCalendarMonths(date, 6),
  P1Y: (date) => addCalendarMonths(date, 12),
}
export const durations: readonly string[] = Object.keys(DURATIONS)

/** What becomes of a customer, and why, in codes. */
export type NaiveMove = Pick<TierMove, 'customer' | 'from' | 'to' | 'type'> & { readonly codes: readonly RetierReason['code'][] }

/** A machine whose state is one customer's record: it walks from tier to tier. Cuts are numbers. */
export function naiveRetiering(
  customer: string,
  state: TierRecord | undefined,
  value: number | undefined,
  policy: RetierPolicy,
  asOf: string,
): { readonly move: NaiveMove; readonly state: TierRecord } {
  const ids = policy.tiers.map(({ id }) => id)
  const lifts = (tier: number): boolean => tier < ids.length - 1 && known >= Number(policy.tiers[tier]?.promoteFrom)
  const drops = (tier: number): boolean => tier < ids.length - 1 && known < Number(policy.tiers[tier]?.demoteBelow)
  const codes: RetierReason['code'][] = []
  const known = value ?? 0
  if (state === undefined) {
    const enters = (tier: number): boolean => known >= Number(policy.tiers[tier]?.from ?? policy.tiers[tier]?.promoteFrom)
    let tier = 0
    while (tier < ids.length - 1 && !enters(tier)) tier++
    const to = ids[tier] as string
    return { move: { customer, from: null, to, type: 'new', codes: ['first-tier'] }, state: { customer, tier: to, since: asOf } }
  }
  const from = state.tier
  if (value === undefined) {
    codes.push('value-missing')
    if (policy.withoutValue !== 'zero') return { move: { customer, from, to: from, type: 'stay', codes }, state }
  }
  const at = ids.indexOf(from)
  let to = at
  let steps = policy.maximumSteps ?? ids.length
  while (to > 0 && steps > 0 && lifts(to - 1)) [to, steps] = [to - 1, steps - 1]
  while (to >= at && steps > 0 && drops(to)) [to, steps] = [to + 1, steps - 1]
  const falls = drops(at)
  const belowSince = falls ? [state.belowSince ?? asOf, state.since].sort().at(-1) : undefined
  const stayed: TierRecord = { customer, tier: from, since: state.since, ...(belowSince === undefined ? {} : { belowSince }) }
  if (to === at) return { move: { customer, from, to: from, type: 'stay', codes: [...codes, 'between-cuts'] }, state: stayed }
  codes.push(to < at ? 'promotion-earned' : 'below-cut')
  if (to < at ? to > 0 && lifts(to - 1) : drops(to)) codes.push('maximum-steps')
  const count = codes.length
  const after = (date: string, duration = 'P0D'): string => DURATIONS[duration]?.(date) as string
  if (to > at && asOf < after(state.since, policy.minimumStay)) codes.push('minimum-stay')
  if (to > at && asOf < after(belowSince as string, policy.grace)) codes.push('grace')
  const waits = policy[to < at ? 'up' : 'down'] === 'at-review'
  const isReview = policy.review?.months.includes(Number(asOf.split('-')[1])) === true
  if (waits && !isReview) codes.push('waits-for-review')
  const isThisTime = state.since === asOf || (waits && isReview && state.since.startsWith(asOf.slice(0, 7)))
  if (policy.maximumSteps !== undefined && isThisTime) codes.push('moved-already')
  if (codes.length > count) return { move: { customer, from, to: from, type: 'held', codes }, state: stayed }
  const tier = ids[to] as string
  const next = { customer, tier, since: asOf, ...(drops(to) ? { belowSince: asOf } : {}) }
  return { move: { customer, from, to: tier, type: to < at ? 'up' : 'down', codes }, state: next }
}
