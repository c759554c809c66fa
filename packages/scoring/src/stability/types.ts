import type { DecimalString, PolicyReference, ReadOptions, RejectedRow } from '@clientele/core'

export interface StabilityOptions extends ReadOptions {
  /** `pairs` (default) compares every two candidates; `criteria` leaves `pairs` and `dominance` empty, for many candidates. */
  readonly detail?: 'pairs' | 'criteria' | undefined
}

/** Two candidates, as they stand now: `higher` has the higher total, or the same and the lesser id. */
export interface CandidatePair {
  readonly higher: string
  readonly lower: string
}

/** The weights, bounds included, for which something stays as it is while the other weights stay as they are. */
export interface WeightInterval {
  readonly from: number
  /** Null where there is no bound. */
  readonly to: number | null
  /**
   * Who ties at `from`, and changes places below it: neighbours in the order, or the first winner and another; who always ties with one of
   * them is not named again. Empty where nothing happens there, for a weight is 0 or more.
   */
  readonly tiedAtFrom: readonly CandidatePair[]
  /** The same for `to`, and above it; empty where there is no bound. */
  readonly tiedAtTo: readonly CandidatePair[]
}

/** The weights between which the scorecard's `select` picks the same candidates; at a bound itself, who enters is selected too. */
export interface SelectionInterval {
  readonly from: number
  /** Null where there is no bound. */
  readonly to: number | null
  /** Who is selected below `from` and is not now, and the other way round; of a `from` of 0 who is selected at 0 itself. */
  readonly changesAtFrom: SelectionChange
  /** Who is selected above `to` and is not now, and the other way round; nobody where there is no bound. */
  readonly changesAtTo: SelectionChange
}

/** Who comes into a selection and who drops out of it. */
export interface SelectionChange {
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

/** How far one weight may move. */
export interface CriterionStability {
  readonly criterion: string
  readonly weight: DecimalString
  /** As long as everyone who has the highest total keeps it. */
  readonly winnerHolds: WeightInterval
  /** As long as nobody changes places, and who ties goes on to tie. */
  readonly orderHolds: WeightInterval
  /** As long as the same candidates are selected; left out where the scorecard selects nobody. */
  readonly selectionHolds?: SelectionInterval
}

/** At which weight of one criterion two candidates tie. */
export interface PairTie extends CandidatePair {
  readonly criterion: string
  /** Null where no weight of 0 or more ties them; the present weight where they tie now. */
  readonly tiesAt: number | null
}

/** One candidate is nowhere worse than another, and somewhere better: no weights put it behind. */
export interface Dominance {
  readonly better: string
  readonly worse: string
  /** Whether it is better in every criterion. */
  readonly strict: boolean
}

/** What is to be known about the candidates as a whole. */
export type StabilityDiagnosis =
  | { readonly code: 'no-candidates'; readonly params: Record<never, never> }
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly candidates: number } }

/** How far each weight may move before the winner or the order changes. */
export interface WeightStability {
  /** The candidates from the highest total to the lowest; equal totals by id. */
  readonly order: readonly string[]
  /** Those with the highest total. */
  readonly winners: readonly string[]
  /** Those whom the scorecard selects, in their order; left out where it selects nobody. */
  readonly selected?: readonly string[]
  /** In the order of the scorecard's criteria. */
  readonly criteria: readonly CriterionStability[]
  /** Every two candidates and every criterion. */
  readonly pairs: readonly PairTie[]
  readonly dominance: readonly Dominance[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly StabilityDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
