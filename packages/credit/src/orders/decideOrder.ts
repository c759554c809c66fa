import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { showMoney } from '../exposure/exchange.js'
import { showParts } from '../exposure/showParts.js'
import type { ExposureOptions } from '../exposure/types.js'
import { moneyText } from '../money/moneyText.js'
import { findBreaches } from './findBreaches.js'
import { type JudgedReleases, judgeReleases, tellBreach, tellRelease } from './judgeReleases.js'
import type { OrderPolicy } from './policyTypes.js'
import type { ReadOrder } from './readOrderCase.js'
import { readSituation } from './readSituation.js'
import type { Situation } from './situation.js'
import { tellDiagnoses } from './tellDiagnoses.js'
import type { OrderCase, OrderDecision } from './types.js'

/**
 * Decides whether an order on credit passes, is held or is refused, with everything that speaks against it and who may release it.
 *
 * - The exposure is that of {@link assessExposure}, less an entry of the account's orders that has the order's id. The limit is passed where
 *   exposure and order together are above it, both unrounded; reaching it is no breach.
 * - What the policy names is looked at, and every breach is listed. The decision is `refuse` where a breach is refused; else `hold` where one is
 *   held and no release of the account lets it pass; else `approve`.
 * - A release counts for this order from its `date` to `until`, where the policy names its role for the breach and the limit is passed by no more
 *   than the role may release, while the order is no larger than the release's `amount`; one that has a `date` only if it ends as early as the
 *   policy says, and one that names `breaches` for these only. `refusedReleases` tells of all others why not.
 * - An order that passed belongs into the account's orders before the next one is decided: then, under a policy that counts orders, two that
 *   together break the limit cannot both pass. Callers that run at the same time must take turns, say with a lock of the account's row.
 *
 * @param orderCase - `order`: of 0 or more, in any currency. `account`: with its limit, a list of each part that the policy counts, its items where
 * the policy asks what is overdue, and its guarantees where it asks which have expired; all lists in any order, but of several releases that would do
 * the first counts.
 * @param policy - The order policy.
 * @param options - `asOf`: the day of the decision; what is dated later, also a report or a release, is not there yet.
 * @returns The decision, its amounts in the currency of the exposure. What is shown of `available` and `availableAfter` is rounded down, of an
 * excess up; `release` has the order's own amount and currency, as it is all that was decided about. It takes O(n log n + k n + k + r) for n items,
 * k rules and r releases.
 * @throws {@link InputError} if anything is not as stated, or a rate of exchange is lacking; with every issue.
 * @see Tryton, module `account_credit_limit`: a limit is passed where it is below exposure and amount together.
 * @example
 * import { decideOrder } from '@clientele/credit'
 *
 * const policy = {
 *   kind: 'order-policy',
 *   id: 'usual',
 *   version: 1,
 *   exposure: { count: ['receivables', 'orders'] },
 *   breaches: { 'over-limit': 'hold', overdue: { days: 30, response: 'refuse' } },
 *   release: [
 *     { breach: 'over-limit', role: 'sales-manager', upToPercentOverLimit: '10', validFor: 'P14D' },
 *     { breach: 'over-limit', role: 'credit-manager', validFor: 'P14D' },
 *   ],
 * } as const
 * const item = { id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '800', currency: 'EUR' }
 * const account = { customer: 'C-1', currency: 'EUR', limit: { amount: '1000' }, items: [item], orders: [] }
 * const order = { id: 'SO-1', customer: 'C-1', amount: '350', currency: 'EUR' }
 *
 * const { decision, available, breaches } = decideOrder({ order, account }, policy, { asOf: '2024-04-01' })
 * decision //=> 'hold'
 * available //=> '200.00'
 * breaches[0]?.params //=> { exposure: '800.00', order: '350.00', limit: '1000.00', excess: '150.00', excessRate: 0.15 }
 * breaches[0]?.releasableBy //=> ['credit-manager']
 *
 * const releases = [{ order: 'SO-1', by: 'Chen', role: 'credit-manager', until: '2024-04-15' }]
 * const released = decideOrder({ order, account: { ...account, releases } }, policy, { asOf: '2024-04-02' })
 * released.decision //=> 'approve'
 * released.release //=> { by: 'Chen', role: 'credit-manager', until: '2024-04-15', amount: '350.00', currency: 'EUR' }
 */
export function decideOrder(orderCase: OrderCase, policy: OrderPolicy, options: ExposureOptions): OrderDecision {
  const issues: Issue[] = []
  const situation = readSituation(orderCase, policy, options, issues)
  throwIssues(issues)
  return decide(situation as Situation)
}

function decide(situation: Situation): OrderDecision {
  const { order, account, policy, asOf, measured, amount, limit } = situation
  const { exchange, total } = measured
  const judged = judgeReleases(findBreaches(situation), situation)
  const { customer, company } = account
  return {
    order: order.id,
    customer,
    ...(company === undefined ? {} : { company }),
    asOf: formatDay(asOf) as string,
    decision: decisionOf(judged),
    currency: exchange.currency,
    exposure: showMoney(total, exchange),
    amount: showMoney(amount, exchange),
    asked: askedOf(order),
    limit: limit === null ? null : showMoney(limit.units, exchange),
    available: limit === null ? null : showMoney(limit.units - total, exchange, 'floor'),
    availableAfter: limit === null ? null : showMoney(-limit.excess, exchange, 'floor'),
    parts: showParts(measured),
    breaches: judged.breaches.map(tellBreach),
    ...releaseOf(judged, situation),
    refusedReleases: judged.refused,
    diagnoses: tellDiagnoses(situation, judged),
    policies: [policy.reference],
  }
}

function decisionOf({ breaches }: JudgedReleases): OrderDecision['decision'] {
  if (breaches.some(({ found }) => found.response === 'refuse')) return 'refuse'
  return breaches.some(({ release }) => release === undefined) ? 'hold' : 'approve'
}

/** The release that ends first of those by which an order passes, with the order's amount. */
function releaseOf(judged: JudgedReleases, { order }: Situation): Pick<OrderDecision, 'release'> {
  const applied = judged.applied.map(({ release }) => release)
  if (applied.length === 0 || decisionOf(judged) !== 'approve') return {}
  const first = applied.reduce((earliest, release) => (release.until < earliest.until ? release : earliest))
  return { release: { ...tellRelease(first), ...askedOf(order) } }
}

/** The order's amount in its own currency. */
function askedOf({ amount, digits, currency }: ReadOrder): OrderDecision['asked'] {
  return { amount: moneyText(amount, digits), currency }
}
