import type { Guess } from '../guess.js'

/** What is said on the page; what the packages say, they say themselves. */
export interface ScreeningTexts {
  readonly table: string
  readonly criterion: string
  readonly weight: string
  readonly weightOf: string
  readonly customerHead: string
  readonly customer: string
  readonly ratings: string
  readonly rating: string
  readonly weightExplained: string
  readonly scaleOnPaper: string

  /** Below a slider, as short as can be: until where the order holds, and what comes then. */
  readonly holdsAlways: string
  readonly holdsUpTo: string
  readonly holdsFrom: string
  readonly holdsBetween: string
  readonly above: string
  readonly below: string
  readonly overtakes: string
  readonly tie: string
  readonly weightZero: string

  readonly totals: string
  readonly rank: string
  readonly total: string
  readonly selected: string

  readonly room: string
  readonly roomExplained: string
  readonly nothingDecides: string
  readonly more: string

  readonly puzzle: string
  readonly puzzleTask: string
  readonly printedTable: string
  readonly printed: string
  readonly whichCustomer: string
  readonly choose: string
  readonly whichTotal: string
  readonly verdicts: { readonly [guess in Guess]: string }
  readonly solve: string
  readonly hide: string
  readonly harmless: string

  readonly average: string
  readonly averageExplained: string
  readonly averages: string
  readonly weightedSum: string
  readonly weightSum: string
  readonly weightedAverage: string
  readonly noAverage: string
}
