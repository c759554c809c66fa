import type {
  BgNbdFit,
  ChurnRate,
  CohortRetention,
  GammaGammaFit,
  LifetimeBook,
  LifetimeValue,
  ModelValidation,
  PurchaseSummary,
  RepeatGroup,
} from '@clientele/tiering'

/** Why something is not told of a book: it holds too little, or what no number can hold. */
export type LifetimeGap =
  | 'nobody-bought'
  | 'few-repeat-buyers'
  | 'purchases-not-fitted'
  | 'no-spend-to-fit'
  | 'spend-not-fitted'
  | 'no-mean-spend'
  | 'history-too-short'
  | 'nobody-to-try-on'
  | 'few-to-try-on'
  | 'trial-not-fitted'
  | 'too-many-periods'
  | 'beyond-numbers'

/** What is told, or why not. */
export interface Told<Result> {
  readonly told: Result | null
  readonly gap: LifetimeGap | null
}

/** What customers will bring in, and who of them comes back: what `@clientele/tiering` says of them. */
export interface LifetimeReport {
  /** The customers as the models take them. */
  readonly purchases: PurchaseSummary | null
  readonly purchaseFit: BgNbdFit | null
  readonly spendFit: GammaGammaFit | null
  /** Null unless both models are fitted. */
  readonly values: LifetimeBook | null
  /** How the values of those who come first come about. */
  readonly first: readonly { readonly customer: string; readonly value: LifetimeValue }[]
  /** The model of purchases, fitted up to a day and compared with what came after it. */
  readonly validation: ModelValidation | null
  /** Customers by repeat purchases of whom the model is far off; empty where it is not tried. */
  readonly missed: readonly RepeatGroup[]
  readonly cohorts: CohortRetention | null
  readonly churn: ChurnRate | null
  /** Why what is null is null, or is not to be relied on. */
  readonly gaps: {
    readonly values: LifetimeGap | null
    readonly validation: LifetimeGap | null
    readonly retention: LifetimeGap | null
  }
}
