import type { AgeUnit } from '@clientele/tiering'
import type { LifetimeGap } from '../../lifetime/types.js'

/** The words of the page on lifetime value, and on retention. */
export interface LifetimePageTexts {
  readonly values: string
  readonly value: string
  readonly expectedPurchases: string
  readonly expectedSpend: string
  readonly probabilityAlive: string
  readonly repeatPurchases: string
  readonly repeatsOrMore: string
  /** Which of the customers are listed. */
  readonly firstOf: string
  readonly firstInWords: string
  readonly models: string
  readonly trial: string
  /** Before the customers of whom the model is far off. */
  readonly missed: string
  readonly missedGroup: string
  readonly retention: string
  /** Where there are too many cohorts or periods to draw. */
  readonly notDrawn: string
  readonly gaps: { readonly [Gap in LifetimeGap]: string }
}

/** What the command prints of lifetime value, and of retention. */
export interface LifetimeCommandTexts {
  readonly units: { readonly [Unit in AgeUnit]: string }
  readonly value: string
  readonly trial: string
  readonly retention: string
}
