import type { StepDiagnosis, StepFunnel } from '../../steps/types.js'

/** The wording of how many took which steps. */
export interface StepsLocale {
  readonly steps: {
    /** What was asked: in which order, within how long, up to when, and by the dates of which zone. */
    readonly modes: { readonly [Mode in StepFunnel['mode']]: string }
    readonly window: string
    readonly upTo: string
    readonly zone: string
    readonly none: string
    readonly began: string
    readonly took: string
    /** The same of steps in any order. */
    readonly noneAtAll: string
    readonly beganAnywhere: string
    readonly tookSoMany: string
    readonly mostStop: string
    readonly time: string
    readonly mayGetOn: string
    readonly stillAt: string
    readonly stillWith: string
    readonly final: string
    readonly cohort: string
    readonly earlierCohorts: string
    readonly diagnoses: { readonly [Code in StepDiagnosis['code']]: string }
  }
}
