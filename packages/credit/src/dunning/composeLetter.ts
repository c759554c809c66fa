import { formatDay } from '@clientele/core/days'
import { type Accrued, accrueInterest } from '../interest/accrueInterest.js'
import { moneyText } from '../money/moneyText.js'
import { amountIn } from '../money/readAmountByCurrency.js'
import type { Account } from './accounts.js'
import { nextLevel } from './nextLevel.js'
import type { ReachedItem } from './overdueItem.js'
import type { PreparedLevel, PreparedScheme } from './prepared.js'
import type { DunnedItem, DunningLetter, LetterReason } from './types.js'

/** A letter, and the ids of the items that were overdue before the first rate of interest. */
export interface ComposedLetter {
  readonly letter: DunningLetter
  readonly beforeFirstRate: readonly string[]
}

/** An item in a letter, and the interest that it bears. */
interface BearingItem extends ReachedItem {
  readonly accrued: Accrued | undefined
}

/** An amount of the letter's currency as text. */
type MoneyText = (units: bigint) => string

/** Composes the letter about all items of an account that have reached a level and are not held: at least one, by id. */
export function composeLetter(account: Account, reached: readonly ReachedItem[], scheme: PreparedScheme, asOf: number): ComposedLetter {
  const { customer, currency, digits, credits } = account
  const { interest: rate, levels } = scheme
  const items = [...reached]
    .sort((a, b) => a.item.due - b.item.due)
    .map((one): BearingItem => ({ ...one, accrued: rate === undefined ? undefined : accrueInterest(one.item, rate, asOf) }))
  const highest = items.reduce<PreparedLevel>((high, { level }) => (level.level > high.level ? level : high), (items[0] as BearingItem).level)
  const open = items.reduce((sum, one) => sum + one.open, 0n)
  const fee = amountIn(highest.fee, currency, digits)
  const interest = items.reduce((sum, one) => sum + interestOf(one), 0n)
  const money: MoneyText = (units) => moneyText(units, digits)
  const letter: DunningLetter = {
    customer,
    currency,
    level: highest.level,
    items: items.map((one) => composeItem(one, levels, asOf, money)),
    open: money(open),
    credits: money(credits),
    fee: money(fee),
    interest: money(interest),
    total: money(open + credits + fee + interest),
    letter: highest.letter,
    block: highest.block,
    reasons: [...items.flatMap((one) => itemReasons(one, levels)), ...letterReasons(highest, { fee, interest, credits }, money)],
  }
  const early = items.filter(({ accrued }) => accrued !== undefined && accrued.daysBeforeFirstRate > 0)
  return { letter, beforeFirstRate: early.map(({ item }) => item.id) }
}

function interestOf({ accrued }: BearingItem): bigint {
  return accrued === undefined ? 0n : accrued.interest
}

function composeItem(bearing: BearingItem, levels: readonly PreparedLevel[], asOf: number, money: MoneyText): DunnedItem {
  const { item, level, daysOverdue, open } = bearing
  return {
    id: item.id,
    level: level.level,
    due: formatDay(item.due) as string,
    daysOverdue,
    open: money(open),
    interest: money(interestOf(bearing)),
    disputed: item.isDisputed,
    ...nextLevel(level.block ? undefined : levels[levels.indexOf(level) + 1], item.due, { sentOn: asOf, latestDay: asOf }),
  }
}

/** Why an item has its level, and not the one that it is overdue enough for. */
function itemReasons(
  { item: { id }, level: { level, afterDays, block }, daysOverdue, sent }: ReachedItem,
  levels: readonly PreparedLevel[],
): LetterReason[] {
  const reasons: LetterReason[] = [{ code: 'level-reached', params: { item: id, level, afterDays, daysOverdue } }]
  if (sent !== undefined) {
    const { level: before, day } = sent.last
    reasons.push({ code: 'level-before-sent', params: { item: id, level: before, sentOn: formatDay(day) as string } })
  }
  const missed = block ? undefined : levels.filter((one) => one.level > level && one.afterDays <= daysOverdue).at(-1)
  if (missed !== undefined) {
    reasons.push({ code: 'level-not-reached-yet', params: { item: id, level: missed.level, afterDays: missed.afterDays, missing: level } })
  }
  return reasons
}

function letterReasons(
  { level, letter }: PreparedLevel,
  { fee, interest, credits }: { readonly fee: bigint; readonly interest: bigint; readonly credits: bigint },
  money: MoneyText,
): LetterReason[] {
  const reasons: LetterReason[] = [{ code: 'highest-level', params: { level, letter } }]
  if (fee > 0n) reasons.push({ code: 'fee-charged', params: { level, fee: money(fee) } })
  if (interest > 0n) reasons.push({ code: 'interest-charged', params: { interest: money(interest) } })
  if (credits < 0n) reasons.push({ code: 'credits-deducted', params: { credits: money(credits) } })
  return reasons
}
