import type { CalendarDate, PolicyReference } from '@clientele/core'

/** How groups are compared. */
export interface GroupComparisonOptions {
  /** From entering a stage to entering a later one, or to `'won'`; unless given, from the first change to being won. */
  readonly transition?: { readonly from: string; readonly to: string } | undefined
  /** How many decided deals a group must have, and all the others together, to be compared: 1 or more. */
  readonly minimumSample: number
}

/** How a group stands beside all the others. */
export interface ComparedGroup {
  /** Null: the deals that say nothing of the attribute. */
  readonly group: string | null
  /** Of its decided deals, which share got on. */
  readonly rate: number
  /** The same of all other deals together, those of small groups too. */
  readonly others: number
  /** The Wilson interval of `rate`, 95 %. */
  readonly interval: readonly [low: number, high: number]
  /** Whether `pValue` is below 0.05. */
  readonly significant: boolean
  /** How many of its deals are decided, and how many of the others. */
  readonly sample: number
  readonly othersSample: number
  /** How often chance alone makes a difference at least as unlikely: Fisher's exact test, two-sided. */
  readonly pValue: number
  /** The same, corrected by Holm for how many groups were compared: of twenty that are alike, one has a `pValue` below 0.05. */
  readonly adjustedPValue: number
}

/** A group that cannot be compared. */
export interface InsufficientGroup {
  readonly group: string | null
  /** Null: none of its deals is decided. */
  readonly rate: number | null
  readonly sample: number
  readonly othersSample: number
  /** Who has too few decided deals. */
  readonly reason: 'group' | 'others'
}

/** Groups beside each other. */
export interface GroupComparison {
  readonly asOf: CalendarDate
  /** The attribute that they are told apart by. */
  readonly by: string
  /** Null: from the first change to being won. */
  readonly transition: { readonly from: string; readonly to: string } | null
  readonly minimumSample: number
  /** Groups below the mean of the others: the significant ones first, then by how far they are below, then by name. */
  readonly alerts: readonly ComparedGroup[]
  /** All groups that could be compared, in the order of the measure. */
  readonly compared: readonly ComparedGroup[]
  readonly insufficient: readonly InsufficientGroup[]
  readonly policies: readonly PolicyReference[]
}
