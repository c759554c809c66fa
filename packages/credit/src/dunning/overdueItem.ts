import { formatDay, LAST_DAY } from '@clientele/core/days'
import { moneyText } from '../money/moneyText.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { allowedFrom, followingLevel, nextLevel } from './nextLevel.js'
import type { PreparedLevel, PreparedScheme } from './prepared.js'
import type { SentLetters } from './sentLetters.js'
import type { HeldItem, HoldReason, WaitingItem, WaitReason } from './types.js'

/** An overdue item of which something is open, and what was sent for it. */
export interface OverdueItem {
  readonly item: ReadItem
  /** Minor units, above 0. */
  readonly open: bigint
  readonly daysOverdue: number
  readonly sent: SentLetters | undefined
}

/** An overdue item that has reached a level. */
export interface ReachedItem extends OverdueItem {
  readonly level: PreparedLevel
}

/** The level that an item has reached, or what it waits for. */
export function judge(overdue: OverdueItem, levels: readonly PreparedLevel[], asOf: number): ReachedItem | WaitingItem {
  const level = followingLevel(levels, overdue.sent)
  const reasons = level === undefined ? endReasons(overdue.sent as SentLetters, levels) : waitReasons(overdue, level, asOf)
  if (level !== undefined && reasons.length === 0) return { ...overdue, level }
  const { item, sent } = overdue
  const days = sent && { sentOn: sent.last.day, latestDay: sent.latestDay }
  return { ...common(overdue, sent?.last.level ?? 0), ...nextLevel(level, item.due, days), reasons }
}

/** Why no level follows. */
function endReasons({ last, blocking }: SentLetters, levels: readonly PreparedLevel[]): WaitReason[] {
  const reasons: WaitReason[] = []
  const isLast = !levels.some(({ level }) => level > last.level)
  if (isLast) reasons.push({ code: 'last-level-sent', params: { level: last.level, sentOn: formatDay(last.day) as string } })
  if (blocking !== undefined) reasons.push({ code: 'level-blocks', params: { level: blocking.level, sentOn: formatDay(blocking.day) as string } })
  return reasons
}

/** All that keeps an item from a level: nothing where it has reached it. */
function waitReasons({ daysOverdue, sent }: OverdueItem, following: PreparedLevel, asOf: number): WaitReason[] {
  const reasons: WaitReason[] = []
  const { level, afterDays } = following
  if (daysOverdue < afterDays) reasons.push({ code: 'days-not-reached', params: { level, afterDays, daysOverdue } })
  if (sent === undefined) return reasons
  const { level: before, day } = sent.last
  const allowed = allowedFrom(following, { sentOn: day, latestDay: sent.latestDay })
  if (asOf < allowed) {
    const until = formatDay(Math.min(allowed, LAST_DAY)) as string
    reasons.push({ code: 'interval-not-over', params: { level, before, sentOn: formatDay(day) as string, until } })
  }
  return reasons
}

/** What keeps an item, whichever others there are, from the letter that it has reached. */
export function holdReasons({ item }: ReachedItem, { skipDisputed }: PreparedScheme): HoldReason[] {
  const reasons: HoldReason[] = []
  if (item.isBlocked) reasons.push({ code: 'blocked', params: {} })
  if (item.isDisputed && skipDisputed) reasons.push({ code: 'disputed', params: {} })
  return reasons
}

/** An item that gets no letter, for these reasons. */
export function hold(reached: ReachedItem, reasons: readonly HoldReason[]): HeldItem {
  return { ...common(reached, reached.level.level), reasons }
}

function common({ item, open, daysOverdue }: OverdueItem, level: number): Omit<HeldItem, 'reasons'> {
  const { id, customer, currency, digits } = item
  return { item: id, customer, currency, level, daysOverdue, open: moneyText(open, digits) }
}
