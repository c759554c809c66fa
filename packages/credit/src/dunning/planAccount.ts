import { moneyText } from '../money/moneyText.js'
import { amountIn } from '../money/readAmountByCurrency.js'
import type { Account } from './accounts.js'
import { type ComposedLetter, composeLetter } from './composeLetter.js'
import { hold, holdReasons, judge, type ReachedItem } from './overdueItem.js'
import type { PreparedScheme } from './prepared.js'
import type { HeldItem, HoldReason, WaitingItem } from './types.js'

/** What becomes of an account's overdue items: each is in the letter, held or waiting. */
export interface AccountPlan {
  readonly composed: ComposedLetter | undefined
  /** By id. */
  readonly held: readonly HeldItem[]
  /** By id. */
  readonly waiting: readonly WaitingItem[]
}

/** Plans the one letter that an account may get. */
export function planAccount(account: Account, scheme: PreparedScheme, asOf: number): AccountPlan {
  const waiting: WaitingItem[] = []
  const held: HeldItem[] = []
  const asked: ReachedItem[] = []
  for (const overdue of account.overdue) {
    const judged = judge(overdue, scheme.levels, asOf)
    if ('reasons' in judged) {
      waiting.push(judged)
      continue
    }
    const reasons = holdReasons(judged, scheme)
    if (reasons.length > 0) held.push(hold(judged, reasons))
    else asked.push(judged)
  }
  if (asked.length === 0) return { composed: undefined, held, waiting }
  const reason = letterHeld(asked, account, scheme)
  if (reason === undefined) return { composed: composeLetter(account, asked, scheme, asOf), held, waiting }
  const all = [...held, ...asked.map((one) => hold(one, [reason]))]
  return { composed: undefined, held: all.sort((a, b) => (a.item < b.item ? -1 : 1)), waiting }
}

/** Why no letter is worth sending about these items, if none is. */
function letterHeld(asked: readonly ReachedItem[], { currency, digits, credits }: Account, { minimum }: PreparedScheme): HoldReason | undefined {
  const money = (units: bigint): string => moneyText(units, digits)
  const open = asked.reduce((sum, one) => sum + one.open, 0n)
  const balance = open + credits
  if (balance <= 0n) return { code: 'covered-by-credits', params: { open: money(open), credits: money(credits) } }
  const least = amountIn(minimum, currency, digits)
  return balance < least ? { code: 'below-minimum', params: { minimum: money(least), balance: money(balance) } } : undefined
}
