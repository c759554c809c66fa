import { dayAfter, formatDay } from '@clientele/core/days'
import type { PreparedLevel } from './prepared.js'
import type { SentLetters } from './sentLetters.js'
import type { NextLevel } from './types.js'

/** The level that follows what was sent; undefined after the last one and after one that blocks. */
export function followingLevel(levels: readonly PreparedLevel[], sent: SentLetters | undefined): PreparedLevel | undefined {
  if (sent === undefined) return levels[0]
  return sent.blocking === undefined ? levels.find(({ level }) => level > sent.last.level) : undefined
}

/** When the letter of the level before was sent, and any letter for the last time. */
interface SentDays {
  readonly sentOn: number
  readonly latestDay: number
}

/** The first day on which a level may be sent: after its interval, and on another day than any letter; Infinity where the calendar ends before. */
export function allowedFrom({ minimumInterval }: PreparedLevel, { sentOn, latestDay }: SentDays): number {
  return Math.max(latestDay + 1, dayAfter(sentOn, minimumInterval))
}

/** The first day on which a level is reached by what is due on a day, after the letters before where there were some; none where the calendar ends before. */
export function nextLevel(level: PreparedLevel | undefined, due: number, sent: SentDays | undefined): { readonly next?: NextLevel } {
  if (level === undefined) return {}
  const overdue = due + level.afterDays
  const on = formatDay(sent === undefined ? overdue : Math.max(overdue, allowedFrom(level, sent)))
  return on === undefined ? {} : { next: { level: level.level, on } }
}
