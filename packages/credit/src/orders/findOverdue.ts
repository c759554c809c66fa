import { convert, showMoney } from '../exposure/exchange.js'
import type { OpenReceivable } from '../exposure/measureExposure.js'
import { amountIn } from '../money/readAmountByCurrency.js'
import type { PreparedOverdueRule } from './readOrderPolicy.js'
import type { FoundBreach, Situation } from './situation.js'

/**
 * Finds the rules for what is overdue by so many days and so much; what the customer is owed is deducted. It takes O(n log n + k n) for n items and k
 * rules.
 */
export function findOverdue(situation: Situation): FoundBreach[] {
  const { policy, measured, asOf } = situation
  if (policy.rules.overdue.length === 0) return []
  // What is due today is not overdue.
  const isOpen = ({ item, amount }: OpenReceivable): boolean => amount < 0n || (amount > 0n && item.due < asOf)
  const open = measured.receivables.filter(isOpen).sort((a, b) => a.item.due - b.item.due || (a.item.id < b.item.id ? -1 : 1))
  return policy.rules.overdue.flatMap((rule) => findOne(rule, open, situation))
}

/** Finds one rule among what is overdue and what the customer is owed, the oldest due date first. */
function findOne(rule: PreparedOverdueRule, open: readonly OpenReceivable[], { measured, asOf }: Situation): FoundBreach[] {
  const { days, response, skipDisputed } = rule
  const { exchange } = measured
  const looked = open.filter(({ item, amount }) => (amount < 0n || asOf - item.due >= days) && !(skipDisputed && item.isDisputed))
  const units = convert(looked, exchange)
  const minimum = amountIn(rule.minimum, exchange.currency, exchange.digits) * exchange.scale
  if (units <= 0n || units < minimum) return []
  const items = looked.filter(({ amount }) => amount > 0n).map(({ item }) => item)
  const params = {
    days,
    // What is overdue is never shown as nothing.
    amount: showMoney(units, exchange, units < exchange.scale ? 'up' : 'half-up'),
    minimumAmount: showMoney(minimum, exchange),
    daysOverdue: asOf - (items[0]?.due as number),
    items: items.map(({ id }) => id),
  }
  return [{ code: 'overdue', params, response }]
}
