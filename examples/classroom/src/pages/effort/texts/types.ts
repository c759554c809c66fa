import type { Stage } from '../book.js'

/** What is said on the page; what the packages say, they say themselves. */
export interface EffortTexts {
  readonly headline: string
  readonly part: string
  /** Stages by short names, for the headline. */
  readonly stages: { readonly [stage in Stage]: string }
  readonly hours: string
  readonly weeks: string
  readonly week: string
  readonly shortWeek: string
  readonly worth: string
  readonly expected: string
  readonly expectedIn: string
  readonly nextHour: string
  readonly nextHourAt: string
  readonly noNextHour: string
  readonly divided: string
  readonly dividedExplained: string
  readonly rank: string
  readonly hoursOf: string
  readonly people: string
  readonly anHour: string
  readonly unknownHour: string
  readonly unknown: string
  readonly book: string
  readonly bookExplained: string
  readonly stage: string
  readonly entered: string
  readonly advanced: string
  readonly lost: string
  readonly open: string
  readonly hoursForOne: string
  readonly ofDecided: string
  readonly inTheEnd: string
  readonly benchmark: string
  readonly stay: string
  readonly fieldOf: string
  readonly why: string
  readonly necks: string
  readonly necksExplained: string
  readonly became: string
  readonly brings: string
  readonly came: string
  readonly moreMoney: string
  readonly morePartners: string
  readonly met: string
  readonly unjudged: string
  readonly withoutBenchmark: string
  readonly paper: string
  /** In place of the package's words: what is won here is a partner, and who is counted are people. */
  readonly worked: string
  readonly bottleneck: { readonly worth: string; readonly unpriced: string; readonly fruitless: string }
}
