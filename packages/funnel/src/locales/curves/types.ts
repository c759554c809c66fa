import type { ConversionCurve, CurveDiagnosis } from '../../curves/types.js'

/** A text for each way to make a curve. */
type MethodTexts = { readonly [Method in ConversionCurve['method']]: string }

/** The wording of how deals are decided as time goes by. */
export interface CurvesLocale {
  readonly curve: {
    readonly none: string
    readonly summary: string
    readonly undecided: MethodTexts
    readonly end: MethodTexts
    readonly milestones: string
    readonly milestone: string
    readonly halfTime: string
    readonly noHalfTime: string
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
    readonly unknown: string
  }
}
