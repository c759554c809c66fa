import type { Connection } from '../database/types.js'
import type { Complaint } from './readComplaint.js'

/**
 * What the customer was paid before, for a command that may approve an amount: the sum of what was approved of the customer's complaints in that currency. The
 * customer is locked until the transaction ends, so of two approvals at once the second one counts the first.
 *
 * @returns Undefined for any other command.
 */
export async function paidBefore(
  connection: Connection,
  { state, definition }: Complaint,
  command: { readonly [key: string]: unknown },
): Promise<string | undefined> {
  const moves = definition.steps[state.step]?.moves.filter(({ on }) => on === command['type']) ?? []
  const does = (type: string, event: string): boolean => moves.some(({ on, emits }) => on === type || emits.includes(event))
  if (!does('approveSolution', 'SolutionApproved')) return undefined
  // What is approved is what was proposed, or what the command itself gives.
  const { currency } = state.proposal === null || does('proposeSolution', 'SolutionProposed') ? command : state.proposal
  if (typeof currency !== 'string') return undefined
  // Whose it is from this very command on, where it says so.
  const customer = String(command['customer'] ?? state.record['customer'])
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('customer ' || $1, 0))`, [customer])
  const [sum] = await connection.query<{ readonly paid: string }>(
    'SELECT coalesce(sum(amount), 0)::text AS paid FROM approvals WHERE customer = $1 AND currency = $2',
    [customer, currency],
  )
  return sum?.paid
}
