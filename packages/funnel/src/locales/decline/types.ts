import type { DeclineDiagnosis } from '../../decline/types.js'

/** What chance is unlikely to explain, and what it may. */
export interface ChanceTexts {
  readonly hardly: string
  readonly maybe: string
}

/** The wording of whether conversion falls, and why. */
export interface DeclineLocale {
  readonly decline: {
    readonly falling: string
    readonly notFalling: string
    /** A week by its year and number, by its Monday, and by a number alone. */
    readonly weeks: { readonly iso: string; readonly monday: string; readonly number: string }
    /** How often chance alone makes the rate fall every week, of which there may be one, or the first and the last week differ. */
    readonly everyWeek: { readonly one: string; readonly many: string }
    readonly firstAndLast: ChanceTexts
    readonly apart: string
    readonly withoutGroups: string
    readonly cause: string
    readonly series: string
    readonly week: string
    readonly earlierWeeks: string
    readonly diagnoses: { readonly [Code in DeclineDiagnosis['code']]: string }
  }
}
