import type { SeasonalityDiagnosis } from '../../seasons/types.js'

/** The wording of how much more or less is sold at each place of a season. */
export interface SeasonsLocale {
  readonly seasons: {
    readonly strongest: string
    readonly weakest: string
    readonly even: string
    readonly place: string
    readonly all: string
    readonly share: string
    readonly basis: string
    readonly samples: string
    readonly diagnoses: { readonly [Code in SeasonalityDiagnosis['code']]: string }
  }
}
