import { dayAfter, formatDay } from '@clientele/core/days'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import type { ReadRelease } from '../accounts/readReleases.js'
import { showMoney } from '../exposure/exchange.js'
import { moneyText } from '../money/moneyText.js'
import { toUnits } from '../money/readAmount.js'
import { excessRate } from './excessRate.js'
import type { BreachCode } from './policyTypes.js'
import type { ReleaseRights } from './releaseRights.js'
import type { Limit, Situation } from './situation.js'
import type { ReleaseRefusal } from './types.js'

/** Why a release counts for no breach of the order at all. */
export function refuseRelease(release: ReadRelease, situation: Situation): ReleaseRefusal[] {
  const { day, until, order: id } = release
  const { order, asOf } = situation
  if (id !== order.id) return [{ code: 'other-order', params: { order: id } }]
  const reasons: ReleaseRefusal[] = []
  if (day !== undefined && day > asOf) reasons.push({ code: 'not-begun', params: { date: dateOf(day) } })
  if (until < asOf) reasons.push({ code: 'expired', params: { until: dateOf(until) } })
  return [...reasons, ...refuseAmount(release, situation)]
}

function refuseAmount({ amount, currency }: ReadRelease, { order }: Situation): ReleaseRefusal[] {
  if (currency !== undefined && currency !== order.currency) return [{ code: 'other-currency', params: { currency, order: order.currency } }]
  const most = amount === undefined ? order.amount : (toUnits(amount, order.digits, [], []) as bigint)
  if (order.amount <= most) return []
  const params = { amount: moneyText(most, order.digits), order: moneyText(order.amount, order.digits), currency: order.currency }
  return [{ code: 'order-grown', params }]
}

/** Why a release of this order does not count for a held breach. */
export function refuseFor(breach: BreachCode, release: ReadRelease, { rights, releasableBy }: ReleaseRights, situation: Situation): ReleaseRefusal[] {
  const { role, day, until, breaches } = release
  if (breaches !== undefined && !breaches.has(breach)) return [{ code: 'breach-not-named', params: { breach } }]
  const right = rights.get(role)
  if (right === undefined) return [{ code: 'role-too-low', params: { breach, releasableBy } }]
  const reasons: ReleaseRefusal[] = []
  if (!right.isEnough) {
    const params = { breach, upToPercent: decimalText(right.upTo as Decimal), ...excessOf(situation), releasableBy }
    reasons.push({ code: 'excess-too-great', params })
  }
  const latest = day === undefined ? until : dayAfter(day, right.validFor)
  if (until > latest) reasons.push({ code: 'valid-too-long', params: { breach, until: dateOf(until), latest: dateOf(latest) } })
  return reasons
}

function excessOf({ limit, measured }: Situation) {
  const passed = limit as Limit
  return { excess: showMoney(passed.excess, measured.exchange, 'up'), excessRate: excessRate(passed) }
}

function dateOf(day: number): string {
  return formatDay(day) as string
}
