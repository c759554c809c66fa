import type { CalendarDate, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { Problem } from './Problem.js'

/** Nothing is known of a day to come, and nothing happened on it. */
export function refuseFuture(path: Path, date: CalendarDate, today: CalendarDate): void {
  if (date <= today) return
  const detail = { en: `${date} is after ${today}, the day that it is.`, 'zh-CN': `${date} 晚于今日 ${today}。` }
  throw new Problem('bad-input', detail, [createIssue('too-large', path, { maximum: today, actual: date })])
}
