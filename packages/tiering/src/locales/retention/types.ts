import type { RetentionDiagnosis, RetentionPeriod, RetentionValue } from '../../retention/types.js'

/** The wording of retention, churn, cohorts and what a customer is worth who stays with a constant probability. */
export interface RetentionLocale {
  readonly retention: {
    /** What a calendar period is called. */
    readonly basis: { readonly [Basis in RetentionPeriod]: string }
    readonly rates: {
      readonly latest: string
      /** Where nobody bought in the period before. */
      readonly withoutRate: string
      readonly active: string
      readonly average: string
      readonly extremes: string
      readonly chart: {
        readonly [Part in 'title' | 'period' | 'rate' | 'customers' | 'part' | 'retained' | 'reactivated' | 'new' | 'lost' | 'lostBelow']: string
      }
    }
    readonly churn: {
      readonly latest: string
      /** Where nobody bought in the period before, and where there is none. */
      readonly withoutRate: string
      readonly tooShort: string
      readonly average: string
      readonly expected: string
      /** What the expected periods take for granted. */
      readonly assumed: string
      readonly nobodyLost: string
    }
    readonly cohorts: {
      readonly cohorts: string
      readonly average: string
      /** One of the rates within `average`. */
      readonly rate: string
      readonly extremes: string
      /** Where no cohort is old enough to say anything. */
      readonly tooYoung: string
      readonly comeBack: string
      readonly chart: { readonly [Part in 'title' | 'cohort' | 'cohortSize' | 'age' | 'rate' | 'count' | 'size' | 'tooYoung']: string }
    }
    /** What "lost" means. */
    readonly lost: string
    /** Where there are no periods. */
    readonly nobody: string
    readonly diagnoses: { readonly [Code in Exclude<RetentionDiagnosis['code'], 'no-customers'>]: string }
    readonly value: {
      readonly worth: string
      readonly starts: { readonly [From in RetentionValue['from']]: string }
      readonly discount: string
      readonly expected: string
      readonly endless: string
      readonly assumed: string
    }
  }
}
