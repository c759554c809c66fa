import { addCalendarDays, type CalendarDate } from '@clientele/core'
import type { Pipeline, StageChange, WatchedDeal } from '@clientele/funnel'
import { opportunityPipeline } from '@clientele/funnel/templates'

export const outcomes = ['won', 'lost', 'open'] as const

export type Outcome = (typeof outcomes)[number]

/** A deal: after how many days it was decided, or for how many days it has been open so far. */
export interface Deal {
  readonly number: number
  readonly days: number
  readonly outcome: Outcome
  /** Open, and taken to be won or lost today. */
  readonly isSupposed: boolean
}

/** The day on which all are looked at: deals are decided on it, or still open. */
export const LAST_DAY: CalendarDate = '2024-06-30'

/** The chapter gives no figures: the eight deals are those of the known answers (shared/vectors/funnel.md, 10). */
export const example = [
  [10, 'won'],
  [20, 'lost'],
  [20, 'open'],
  [30, 'won'],
  [40, 'lost'],
  [50, 'open'],
  [60, 'open'],
  [60, 'won'],
] as const

/** Opportunities in one stage, which are won, lost, or open. */
export const pipeline: Pipeline = {
  ...opportunityPipeline,
  id: 'one-stage',
  title: { en: 'Eight deals', 'zh-CN': '八个商机' },
  stages: [{ id: 'open', title: { en: 'opportunity', 'zh-CN': '商机' } }],
}

/** Deals as they are watched. */
export function watchedOf(deals: readonly Deal[]): WatchedDeal[] {
  return deals.map(({ number, days, outcome }) => {
    const entered = addCalendarDays(LAST_DAY, -days)
    return outcome === 'open' ? { deal: number, entered, outcome } : { deal: number, entered, left: LAST_DAY, outcome }
  })
}

/** The same as a log of changes. */
export function logOf(deals: readonly Deal[]): StageChange[] {
  return watchedOf(deals).flatMap(({ deal, entered, left, outcome }) => [
    { deal, at: entered, to: 'open' },
    ...(left === undefined ? [] : [{ deal, at: left, to: outcome }]),
  ])
}
