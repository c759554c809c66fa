import type { DecimalInput, LocalizedText } from '@clientele/core'

/** How many of a group, such as a channel, entered and how many of them converted. */
export interface GroupConversion {
  /** Null: those of no group. */
  readonly group: string | null
  /** A whole number, 0 or more. */
  readonly entered: number
  /** A whole number, 0 to `entered`. */
  readonly converted: number
}

/**
 * The sales of a period, or a plan of them. Either the factors: `deals`, `winRate`, `averageValue` and, if it is to count, `cycleDays`; or `groups` alone, of whom the conversion rate is
 * what changes; or both: `groups` with `averageValue` (and `cycleDays`), where `deals` and `winRate` are those of the groups and may be left out.
 */
export interface SalesPeriod {
  /** 0 or more. Beside groups: how many of them entered. */
  readonly deals?: DecimalInput | undefined
  /** 0 to 1. Beside groups: which share of them converted, rounded to as many decimal places as it has. */
  readonly winRate?: DecimalInput | undefined
  /** What a won deal is worth: 0 or more. */
  readonly averageValue?: DecimalInput | undefined
  /** Days from entering to being won, above 0: 1 unless given. */
  readonly cycleDays?: DecimalInput | undefined
  readonly groups?: readonly GroupConversion[] | undefined
}

/** What entered: leads, of which some become deals that are won, or deals, such as those that were decided in a period. */
export type CountedSales = 'leads' | 'deals'

/** How a change is told. */
export interface ChangeOptions {
  /** Whose sales they are: a region, a team. */
  readonly subject?: LocalizedText | undefined
  /** The ISO 4217 code of the currency that `averageValue` is in. */
  readonly currency?: string | undefined
  /** What `deals`, and those who entered of `groups`, are called: leads unless given. */
  readonly counted?: CountedSales | undefined
}

/** What a change may come of: how many deals, of which groups, how many of them are won, what they are worth, how quick they are. */
export type ChangeFactor = 'volume' | 'mix' | 'rate' | 'value' | 'speed'

/** How much of the difference is due to one factor. */
export interface ChangePart {
  readonly factor: ChangeFactor
  /** Of the difference. */
  readonly amount: number
  /** The factor itself: deals, the rate, the value of a deal, for `speed` the days of a cycle. Null of `mix`, and of `rate` beside groups, which are no single number. */
  readonly before: number | null
  readonly after: number | null
  /** By which share of itself the factor rose: −0.4 is 40 % less. `speed` is one over the days: from 30 days to 50 it is −0.4, 40 % slower. Null where it was 0, or is no single number. */
  readonly change: number | null
}

/** How much of the difference in the conversion rate is due to one group. */
export interface GroupChange {
  readonly group: string | null
  /** Which share of all that entered is the group's; null where nobody entered. */
  readonly shareBefore: number | null
  readonly shareAfter: number | null
  /** Null where none of the group entered. */
  readonly rateBefore: number | null
  readonly rateAfter: number | null
  /** Of the difference in the rate, by the group's share having changed, against the mean of the two overall rates, and by its own rate having changed; a new group counts as mix alone. */
  readonly mix: number
  readonly rate: number
  /** `mix` + `rate`. */
  readonly contribution: number
}

/** Why sales, or a conversion rate, changed. */
export interface ChangeDecomposition {
  /** What changed: deals × rate × value (/ days), or, of groups alone, the rate. */
  readonly of: 'value' | 'rate'
  readonly before: number
  readonly after: number
  readonly difference: number
  /** One for each factor that is there, in the order of {@link ChangeFactor}: added up in this order they give the difference to the last bit. */
  readonly parts: readonly ChangePart[]
  /** With groups: those that drew the rate down most first; together they are the difference in the rate. */
  readonly groups?: readonly GroupChange[]
  readonly subject?: LocalizedText
  readonly currency: string | null
  readonly counted: CountedSales
}
