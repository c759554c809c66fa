import { openAmount } from '../receivables/openAmount.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import type { OverdueItem } from './overdueItem.js'
import type { SentLetters } from './sentLetters.js'

/** What is between the host and one customer in one currency. */
export interface Account {
  readonly customer: string
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** What the customer is owed in all, in minor units: 0 or negative. */
  readonly credits: bigint
  /** By id. */
  readonly overdue: readonly OverdueItem[]
}

/** Sorts items into accounts, by customer, then currency. */
export function accountsOf(items: readonly ReadItem[], sent: ReadonlyMap<string, SentLetters>, asOf: number): Account[] {
  const groups = new Map<string, { readonly first: ReadItem; credits: bigint; readonly overdue: OverdueItem[] }>()
  for (const item of items) {
    // All codes of currencies are equally long: two accounts have two keys.
    const key = item.currency + item.customer
    const group = groups.get(key) ?? { first: item, credits: 0n, overdue: [] }
    groups.set(key, group)
    const open = openAmount(item)
    if (open < 0n) group.credits += open
    else if (open > 0n && asOf > item.due) group.overdue.push({ item, open, daysOverdue: asOf - item.due, sent: sent.get(item.id) })
  }
  const accounts = Array.from(groups.values(), ({ first: { customer, currency, digits }, credits, overdue }) => {
    return { customer, currency, digits, credits, overdue: overdue.sort((a, b) => (a.item.id < b.item.id ? -1 : 1)) }
  })
  return accounts.sort((a, b) => compare(a.customer, b.customer) || compare(a.currency, b.currency))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
