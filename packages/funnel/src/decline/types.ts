/** What came in a week, of all or of a group such as a channel. */
export interface WeeklyConversion {
  /** The week: of ISO 8601 (`2024-W05`), any date in it (weeks begin on Monday), or a whole number that counts weeks; the same way in all rows. */
  readonly week: string | number
  /** A whole number, 0 to 1,000,000,000; nor may all groups of a week be more together. */
  readonly entered: number
  /** A whole number, 0 to `entered`. */
  readonly converted: number
  /** Null or left out: of no group. A week has a group once at most. */
  readonly group?: string | null | undefined
}

/** What counts as a decline. */
export interface DeclineOptions {
  /** How many weeks running the rate must have fallen: 1 to 52. */
  readonly weeks: number
}

/** A week, all groups together. */
export interface WeekFigures {
  /** As it was given: `2024-W05`, the Monday of the week, or its number. */
  readonly week: string | number
  readonly entered: number
  readonly converted: number
  /** Null where none entered. */
  readonly rate: number | null
}

/** How much of the change is due to a group. */
export interface DeclineCause {
  readonly group: string | null
  /** `mix` + `rate`. */
  readonly contribution: number
  /** By its share of those that entered having changed, against the mean of the two overall rates, and by its own rate having changed. */
  readonly mix: number
  readonly rate: number
}

/** Why nothing is said. */
export interface DeclineDiagnosis {
  readonly code: /** Fewer weeks than `weeks` and one before them: `there` of `needed`. */
    | 'insufficient-history'
    /** Weeks among the last ones of which there are no rows: `there` of `needed` are. */
    | 'missing-weeks'
    /** Weeks among the last ones in which nobody entered: `there` of `needed` have someone. */
    | 'nobody-entered'
  readonly params: { readonly needed: number; readonly there: number }
}

/** Whether conversion falls, and why. */
export interface ConversionDecline {
  /** Whether the rate fell in each of the last weeks; null where that cannot be told. */
  readonly declining: boolean | null
  readonly weeks: number
  /** How often the rate falls so many weeks running by chance alone, with as many entering and one rate throughout: that of all these weeks; null where `declining` is. */
  readonly chanceOfThis: number | null
  /** How often chance alone makes the first and the last of these weeks differ at least as improbably: Fisher's exact test, two-sided. */
  readonly pValue: number | null
  /** The change in the rate from the week before to the last one: `mix` + `rate`. Null where `declining` is. */
  readonly difference: number | null
  /** By groups having other shares, and by their own rates; without groups all of it is `rate`. */
  readonly mix: number | null
  readonly rate: number | null
  /** By group, those that drew the rate down most first; together they are the difference. Empty without groups. */
  readonly causes: readonly DeclineCause[]
  /** The weeks that are looked at, in order: the one before, and the last `weeks`. */
  readonly series: readonly WeekFigures[]
  readonly diagnoses: readonly DeclineDiagnosis[]
}
