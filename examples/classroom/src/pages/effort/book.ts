import type { CalendarDate } from '@clientele/core'
import type { StageChange } from '@clientele/funnel'
import { textbookFunnel } from '@clientele/funnel/templates'

/** From the top of the chapter's funnel to its bottom. */
export const stages = ['potential', 'prospect', 'customer', 'partner'] as const

export type Stage = (typeof stages)[number]

/** The day up to which people are counted, and the currency of what partners bring. */
export const LAST_DAY: CalendarDate = '2024-06-30'
export const CURRENCY = 'CNY'

/** Hours of a whole week, and of one with three days at a fair. */
export const WEEK = '40'
export const SHORT_WEEK = '16'

/** What became of those who came to a stage and did not get on; how many hours one of them takes; and which share should get on, five points more than does. */
export const example: {
  readonly [stage in Stage]: { readonly lost: string; readonly open: string; readonly hours: string; readonly benchmark: string }
} = {
  potential: { lost: '105', open: '40', hours: '2', benchmark: '0.55' },
  prospect: { lost: '40', open: '5', hours: '2', benchmark: '0.65' },
  customer: { lost: '14', open: '4', hours: '4', benchmark: '0.8' },
  partner: { lost: '4', open: '2', hours: '5', benchmark: '0.95' },
}

/** Those who stay partners, and what one brings in a year. */
export const STAY = '36'
export const WORTH = '20000'

/** How many are lost and open at each stage, and how many stay partners. */
export interface Counts {
  readonly lost: { readonly [stage in Stage]: number }
  readonly open: { readonly [stage in Stage]: number }
  readonly stay: number
}

/** The log of a book that says no more than counts: everything on the last day. A funnel is measured by its log, so that as many get on from a stage as come to the next. */
export function logOf({ lost, open, stay }: Counts, worth: string): StageChange[] {
  let people = 0
  const ways = (number: number, furthest: number, end: Partial<StageChange>[]): StageChange[] =>
    Array.from({ length: number }, () => {
      people += 1
      const deal = people
      const passed = stages.slice(0, furthest + 1).map((to) => ({ to }))
      return [...passed, ...end].map((change) => ({ deal, at: LAST_DAY, to: '', ...change }))
    }).flat()
  return [
    ...stages.flatMap((stage, index) => [...ways(lost[stage], index, [{ to: textbookFunnel.lost }]), ...ways(open[stage], index, [])]),
    ...ways(stay, stages.length - 1, [{ to: textbookFunnel.won, amount: worth, currency: CURRENCY }]),
  ]
}
