import { decideOrder, type OrderDecision, type OrderPolicy } from '@clientele/credit'
import type { LockedCustomer } from '../customers/lockCustomer.js'
import { readAccount } from '../customers/readAccount.js'
import type { Connection } from '../database/types.js'
import type { Order, OrderStatus } from './types.js'

const STATUS = { approve: 'accepted', hold: 'held', refuse: 'refused' } as const

/** What is decided on. */
export interface DecisionCase {
  readonly customer: LockedCustomer
  readonly order: Pick<Order, 'id' | 'amount' | 'currency'>
  /** The version in force, read once: another may be stored at any time, and everything of a transaction goes by one. */
  readonly policy: OrderPolicy
}

/**
 * Decides about an order by all that is true of its customer, who is locked: nobody else's order, release or limit comes between what is read here and what is
 * written by {@link recordDecision}.
 */
export async function decide(connection: Connection, { customer, order, policy }: DecisionCase): Promise<OrderDecision> {
  const account = await readAccount(connection, customer, order.id)
  const { id, amount, currency } = order
  return decideOrder({ order: { id, customer: customer.id, amount, currency }, account }, policy, { asOf: customer.day })
}

/** What becomes of an order by a decision. */
export function statusAfter({ decision }: OrderDecision): OrderStatus {
  return STATUS[decision]
}

/** Keeps a decision as a whole, with the version of the policy that made it. */
export async function recordDecision(connection: Connection, decision: OrderDecision): Promise<void> {
  const [policy] = decision.policies
  if (policy === undefined) throw new Error('a decision names its policy')
  await connection.query('INSERT INTO decisions (order_id, policy_kind, policy_id, policy_version, result) VALUES ($1, $2, $3, $4, $5::jsonb)', [
    decision.order,
    policy.kind,
    policy.id,
    String(policy.version),
    JSON.stringify(decision),
  ])
}
