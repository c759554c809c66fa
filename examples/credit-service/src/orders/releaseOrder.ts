import type { CalendarDate } from '@clientele/core'
import type { OrderDecision, OrderPolicy } from '@clientele/credit'
import { explainOrderDecision } from '@clientele/credit/explain'
import type { LockedCustomer } from '../customers/lockCustomer.js'
import type { Connection } from '../database/types.js'
import { readPolicy } from '../policies/readPolicy.js'
import { type Language, locales } from '../server/languages.js'
import { Problem } from '../server/Problem.js'
import { decide, recordDecision, statusAfter } from './decide.js'
import type { NewRelease } from './orderShapes.js'
import { lockOrder } from './readOrder.js'
import type { Order } from './types.js'

/**
 * Decides again about an order that is held, as the account is now: with a release, or as it is where none is given.
 *
 * @returns Whether the release is kept; where nothing holds the order any more, it is accepted without one.
 */
export async function decideAgain(
  connection: Connection,
  id: string,
  { release, today, language }: { readonly release?: NewRelease; readonly today: CalendarDate; readonly language: Language },
): Promise<boolean> {
  const { order, customer } = await lockOrder(connection, id, today)
  if (order.status !== 'held') {
    throw new Problem('conflict', {
      en: `Order ${id} is ${order.status}, and not held.`,
      'zh-CN': `订单 ${id} 的状态为 ${order.status}，并非 held。`,
    })
  }
  const policy = await readPolicy(connection, 'order-policy', customer.orderPolicy)
  const before = await decide(connection, { customer, order, policy })
  const isNeeded = release !== undefined && before.decision !== 'approve'
  const decision = isNeeded ? await addRelease(connection, { order, customer, policy, release, before, language }) : before
  await connection.query('UPDATE orders SET status = $2 WHERE id = $1', [id, statusAfter(decision)])
  await recordDecision(connection, decision)
  return isNeeded
}

/** Adds a release that lets something pass, if not all; one that lets nothing pass is refused with the reasons, and not kept. */
async function addRelease(connection: Connection, { order, customer, policy, release, before, language }: ReleaseCase): Promise<OrderDecision> {
  const { by, role, amount = null, until = latestUntil(before, role) } = release
  await connection.query('INSERT INTO releases (order_id, released_by, role, given_on, until, amount) VALUES ($1, $2, $3, $4, $5, $6)', [
    order.id,
    by,
    role,
    customer.day,
    until,
    amount,
  ])
  const decision = await decide(connection, { customer, order, policy })
  if (countReleased(decision) > countReleased(before)) return decision
  const detail = {
    en: `Order ${order.id} stays held; the release by ${by} as ${role} lets nothing of it pass.`,
    'zh-CN': `订单 ${order.id} 仍为 held；${by} 以 ${role} 身份所作的放行未能放行其中任何事项。`,
  }
  throw new Problem('release-refused', detail, [], {
    reasons: decision.refusedReleases.at(-1)?.reasons ?? [],
    decision,
    explanation: explainOrderDecision(decision, policy, locales[language]).sentences,
  })
}

interface ReleaseCase {
  readonly order: Order
  readonly customer: LockedCustomer
  /** The version in force when the customer was locked: it decides and explains. */
  readonly policy: OrderPolicy
  readonly release: NewRelease
  readonly before: OrderDecision
  readonly language: Language
}

/** The last day that the policy allows the role for everything it may release; today where it may release nothing. */
function latestUntil({ breaches, asOf }: OrderDecision, role: string): CalendarDate {
  const days = breaches.flatMap(({ offers }) => offers.filter((offer) => offer.role === role).map(({ until }) => until))
  return days.sort()[0] ?? asOf
}

function countReleased({ breaches }: OrderDecision): number {
  return breaches.filter(({ released }) => released !== undefined).length
}
