import type { CalendarDate } from '@clientele/core'
import type { CalendarDuration } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { addDuration } from '../periods/addDuration.js'
import { periodOf } from '../periods/periodOf.js'
import type { Periods } from '../periods/types.js'
import { LOST, OPEN, WON } from '../stageLog/followChanges.js'
import type { DealBook } from './book.js'
import { dealsThat, wholeConversion } from './composeFigures.js'
import type { FunnelCohort } from './types.js'

/** By which periods cohorts are told apart, and when one is mature; null: once none of its deals is open. */
export interface ReadCohorts extends Periods {
  readonly matureAfter: CalendarDuration | null
}

/** The deals of a period. */
interface Cohort {
  readonly from: number
  readonly to: number
  readonly deals: number[]
}

/** What became of deals, by the period in which they entered. */
export function composeCohorts(book: DealBook, deals: Int32Array, cohorts: ReadCohorts, lastDay: number): FunnelCohort[] {
  return gatherCohorts(book, deals, cohorts).map(({ from, to, deals: members }) => {
    const chosen = Int32Array.from(members)
    const open = dealsThat(book, chosen, OPEN).length
    return {
      from: formatDay(from) as CalendarDate,
      to: formatDay(to) as CalendarDate,
      mature: cohorts.matureAfter === null ? to <= lastDay && open === 0 : addDuration(to, cohorts.matureAfter) <= lastDay,
      entered: chosen.length,
      won: dealsThat(book, chosen, WON).length,
      lost: dealsThat(book, chosen, LOST).length,
      open,
      conversion: wholeConversion(book, chosen),
    }
  })
}

function gatherCohorts({ followed }: DealBook, deals: Int32Array, periods: Periods): Cohort[] {
  const byDay = new Map<number, Cohort>()
  const byPeriod = new Map<number, Cohort>()
  for (const deal of deals) {
    const day = followed.entered[deal] as number
    let cohort = byDay.get(day)
    if (cohort === undefined) {
      const { from, to } = periodOf(day, periods)
      cohort = byPeriod.get(from) ?? { from, to, deals: [] }
      byPeriod.set(from, cohort)
      byDay.set(day, cohort)
    }
    cohort.deals.push(deal)
  }
  return [...byPeriod.values()].sort((one, other) => one.from - other.from)
}
