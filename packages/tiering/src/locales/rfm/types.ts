import type { MonetaryRule, RfmDiagnosis, RfmMeasure } from '../../rfm/types.js'

/** The wording of recency, frequency and monetary value. */
export interface RfmLocale {
  readonly rfm: {
    readonly scores: string
    readonly measures: { readonly [Measure in RfmMeasure]: string }
    /** What monetary value is. */
    readonly monetary: { readonly [Measure in MonetaryRule['measure']]: { readonly [Statistic in MonetaryRule['statistic']]: string } }
    /** How scores come about. */
    readonly rules: { readonly [Rule in 'bins' | 'cuts' | 'r-rfm']: string }
    readonly segment: string
    readonly segmentWithoutShare: string
    readonly noSegment: string
    readonly noSegmentWithoutShare: string
    readonly emptySegments: string
    /** What is done with the customers of a segment. */
    readonly action: string
    readonly customer: string
    readonly customerOfNoSegment: string
    readonly noPurchases: string
    readonly noMean: string
    /** The lowest score, one between others, the highest, and one that nothing shows the bounds of. */
    readonly recency: { readonly [Place in 'lowest' | 'between' | 'highest' | 'alone']: string }
    readonly frequency: { readonly [Place in 'lowest' | 'between' | 'highest' | 'alone']: string }
    readonly monetaryValue: { readonly [Place in 'lowest' | 'between' | 'highest' | 'alone']: string }
    readonly diagnoses: { readonly [Code in RfmDiagnosis['code']]: string }
    readonly chart: { readonly [Part in 'title' | 'recency' | 'frequency' | 'count' | 'mean' | 'nobody']: string }
  }
}
