/** What a season is. */
export interface SeasonalityOptions {
  /** How many values make a season: 12 for months of a year, 4 for quarters; 2 or more. */
  readonly period: number
}

/** Why nothing is said. */
export interface SeasonalityDiagnosis {
  readonly code: /** Fewer values than two whole seasons. */
    | 'insufficient-history'
    /** A place of the season at which there was nothing to compare with: around it nothing was sold. */
    | 'nothing-sold'
  readonly params: { readonly needed: number; readonly there: number }
}

/** How much more or less than usual is sold at each place of a season. */
export interface Seasonality {
  readonly period: number
  /** 1 is as usual, 1.2 a fifth more; their mean is 1. The first belongs to the place of the first value. Null where there is not enough history. */
  readonly indices: readonly number[] | null
  /** Of how many values each index is the mean. */
  readonly samples: readonly number[]
  readonly diagnoses: readonly SeasonalityDiagnosis[]
}
