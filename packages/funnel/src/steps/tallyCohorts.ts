import { localDay, type Zone } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'
import { periodOf } from '../periods/periodOf.js'
import type { Periods } from '../periods/types.js'
import { addWay, composeCounts, createTally, nextPlace, type WayTally } from './tallyWays.js'
import type { TimeUnit } from './timeEvents.js'
import type { StepCohort } from './types.js'
import type { TakeWays } from './ways.js'

/** Ways by the period in which they began. */
export interface CohortTally {
  readonly take: TakeWays
  /** The cohorts in order of time. */
  readonly compose: (steps: readonly string[]) => StepCohort[]
}

interface Cohort {
  readonly from: number
  readonly to: number
  readonly tally: WayTally
}

/** The tally of no ways, by periods in a zone. */
export function tallyCohorts(periods: Periods, zone: Zone, unit: TimeUnit, steps: number, hasGaps: boolean): CohortTally {
  const ofDay = new Map<number, Cohort>()
  const ofPeriod = new Map<number, Cohort>()
  const findCohort = (day: number): Cohort => {
    const known = ofDay.get(day)
    if (known !== undefined) return known
    const { from, to } = periodOf(day, periods)
    const cohort = ofPeriod.get(from) ?? { from, to, tally: createTally(steps) }
    ofPeriod.set(from, cohort)
    ofDay.set(day, cohort)
    return cohort
  }
  return {
    take: (ways, end) => {
      for (let place = 0; place < end; place = nextPlace(ways, place, hasGaps)) {
        const seconds = Math.floor((ways[place + 1] as number) / unit.perSecond) + unit.base
        addWay(findCohort(localDay(zone, seconds)).tally, ways, place, hasGaps)
      }
    },
    compose: (names) =>
      [...ofPeriod.values()]
        .sort((one, other) => one.from - other.from)
        .map(({ from, to, tally }) => ({
          from: formatDay(from) as string,
          to: formatDay(to) as string,
          ...composeCounts(tally, names, unit.perSecond, hasGaps),
        })),
  }
}
