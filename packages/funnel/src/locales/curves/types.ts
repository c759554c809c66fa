import type { ConversionCurve, CurveDiagnosis } from '../../curves/types.js'

/** A text for each way to make a curve. */
export type MethodTexts = { readonly [Method in ConversionCurve['method']]: string }

/** The wording of how deals are decided as time goes by. */
export interface CurvesLocale {
  readonly curve: {
    readonly none: string
    readonly summary: string
    readonly undecided: MethodTexts
    readonly end: MethodTexts
    readonly milestones: MethodTexts
    readonly milestone: string
    readonly halfTime: MethodTexts
    readonly noHalfTime: MethodTexts
    readonly error: string
    readonly errorOnly: string
    readonly through: string
    readonly methods: MethodTexts
    readonly diagnoses: { readonly [Code in CurveDiagnosis['code']]: string }
  }
  readonly winProbability: {
    readonly known: string
    readonly sample: string
    readonly unresolved: string
    /** Where too few past deals are there to judge by, or none at all. */
    readonly tooFew: string
    readonly nobody: string
  }
}
