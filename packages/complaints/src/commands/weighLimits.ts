import { Decimal } from '@clientele/core/decimal'
import type { Fields } from '../fields/readFields.js'
import type { ComplaintState } from '../history/types.js'
import { moneyText } from '../money/readMoney.js'
import type { ReadLimit, ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import { type Situation, whyOf } from './reasons.js'
import type { RefusalReason } from './types.js'

/** What is to be approved; the minor digits of its currency are those of its text. */
interface Approval {
  readonly amount: string
  readonly currency: string
}

/**
 * What a move approves: what was proposed in this cycle, or what the command itself gives, where nothing was or where it proposes itself; null where
 * it costs nothing, or nothing is approved.
 */
export function approvalOf({ approves, proposes }: ReadMove, { proposal }: ComplaintState, fields: Fields): Approval | null {
  if (!approves) return null
  const { amount = null, currency = null } = proposal === null || proposes ? fields : proposal
  return typeof amount === 'string' && typeof currency === 'string' ? { amount, currency } : null
}

/** Whether it must be told what the customer was paid before, for a role to approve something. */
export function asksForPaid(role: string, { currency }: Approval, { limits }: ReadWorkflow): boolean {
  return limitIn(limits.get(role) ?? [], currency)?.cumulative === true
}

/** How what a command approves goes beyond what its role may approve, if it does; what was paid before and is not told counts as nothing. */
export function weighLimit(approval: Approval, move: ReadMove, { command, workflow }: Situation): readonly RefusalReason[] {
  const { role } = command.by
  const { paidToCustomer } = command.fields
  const paid = typeof paidToCustomer === 'string' ? paidToCustomer : null
  const limits = workflow.limits.get(role)
  if (limits === undefined || isWithin(limits, approval, paid)) return []
  const { amount, currency } = approval
  const limit = limitIn(limits, currency)
  const counted = limit?.cumulative === true ? paid : null
  const digits = digitsOf(amount)
  const params = {
    role,
    amount,
    currency,
    paidToCustomer: counted === null ? null : moneyText(new Decimal(counted), digits),
    total: moneyText(totalOf(amount, counted), digits),
    upTo: limit === undefined ? null : moneyText(limit.upTo.amount, limit.upTo.digits),
    roles: approversOf(workflow).filter((one) => isWithin(workflow.limits.get(one), approval, paid)),
    ...whyOf(move),
  }
  return [{ code: 'over-limit', params }]
}

function isWithin(limits: readonly ReadLimit[] | undefined, { amount, currency }: Approval, paid: string | null): boolean {
  if (limits === undefined) return true
  const limit = limitIn(limits, currency)
  return limit !== undefined && totalOf(amount, limit.cumulative ? paid : null).lte(limit.upTo.amount)
}

function limitIn(limits: readonly ReadLimit[], currency: string): ReadLimit | undefined {
  return limits.find(({ upTo }) => upTo.currency === currency)
}

function totalOf(amount: string, paid: string | null): Decimal {
  return new Decimal(amount).plus(paid ?? 0)
}

function digitsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

/** The roles that some move lets approve, in the order of the definition. */
function approversOf({ steps, limits }: ReadWorkflow): readonly string[] {
  const moves = [...steps.values()].flatMap((step) => step.moves).filter(({ approves }) => approves)
  const named = moves.flatMap(({ role }) => role ?? [])
  return [...new Set(moves.some(({ role }) => role === undefined) ? [...named, ...limits.keys()] : named)]
}
