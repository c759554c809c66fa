import type { CalendarDate } from '@clientele/core'
import { dayAfter, formatDay, parseDay } from '@clientele/core/days'
import type { RetierRun } from './retierRun.js'
import { reviewDay, reviewMonthAfter } from './reviewDay.js'
import type { RetierReason } from './types.js'

/**
 * The first day on which nothing of what keeps a customer from falling does so any more, if the value stays as it is; undefined where the calendar ends
 * before.
 */
export function mayFallFrom(obstacles: readonly RetierReason[], { policy, asOf }: RetierRun): CalendarDate | undefined {
  let day = parseDay(asOf)
  let moved: CalendarDate | undefined
  for (const { code, params } of obstacles) {
    if (code === 'minimum-stay') day = Math.max(day, dayAfter(parseDay(params.since), policy.minimumStay))
    else if (code === 'grace') day = Math.max(day, dayAfter(parseDay(params.belowSince), policy.grace))
    else if (code === 'moved-already') moved = params.since
  }
  if (policy.down === 'at-once') return formatDay(moved === undefined ? day : Math.max(day, parseDay(moved) + 1))
  const date = formatDay(day)
  return date === undefined ? undefined : reviewFrom(date, moved, policy.reviewMonths)
}

/** The first day from a date on that is in a review, but not in that in which the customer came into the tier. */
function reviewFrom(date: CalendarDate, moved: CalendarDate | undefined, months: readonly number[]): CalendarDate | undefined {
  const { begins } = reviewDay(date, months)
  if (begins !== null && (moved === undefined || moved < begins)) return date
  const month = reviewMonthAfter(date, months)
  return month === undefined ? undefined : `${month}-01`
}
