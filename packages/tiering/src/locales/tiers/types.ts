import type { ConcentrationDiagnosis } from '../../concentration/types.js'
import type { AverageSalesDiagnosis } from '../../sales/types.js'
import type { ShareScheme, ThresholdScheme, TierDiagnosis } from '../../tiers/types.js'

type ThresholdBoundary = NonNullable<ThresholdScheme['boundary']>
type ShareBoundary = NonNullable<ShareScheme['boundary']>

/** The wording of average sales, tiers, the comparison of schemes, and concentration. */
export interface TiersLocale {
  /** An amount of each month, where averages are compared. */
  readonly aMonth: string
  readonly averageSales: {
    readonly period: string
    readonly total: string
    readonly nobody: string
    readonly greatest: string
    /** One of the greatest. */
    readonly customer: string
    readonly withoutSales: string
    readonly belowZero: string
    readonly diagnoses: { readonly [Code in AverageSalesDiagnosis['code']]: string }
  }
  readonly tiers: {
    readonly scheme: string
    /** Said where values are averages, which are rounded. */
    readonly averages: string
    /** How shares place customers. */
    readonly rules: { readonly [Type in ShareScheme['type']]: { readonly [Boundary in ShareBoundary]: string } }
    /** A tier with its share of the total, and where nothing is a part of it. */
    readonly tier: string
    readonly tierWithoutShare: string
    /** What a tier takes. */
    readonly takes: { readonly [What in ThresholdBoundary | ShareScheme['type'] | 'others']: string }
    readonly expectations: { readonly [Outcome in 'met' | 'unmet' | 'withoutShares']: string }
    /** Why a customer is in a tier: beyond its threshold, beyond none, in the only tier, within a cut (or where no
     * number is near its share, just in it), and where shares say nothing. */
    readonly passed: { readonly [Boundary in ThresholdBoundary]: string }
    readonly beyondNone: string
    readonly placed: string
    readonly only: string
    readonly within: string
    readonly withoutShares: string
    /** An average that, rounded, looks as if it were on the other side of a threshold. */
    readonly aLittleMore: string
    readonly aLittleLess: string
    /** Where a customer stands among all. */
    readonly positions: { readonly [Type in ShareScheme['type']]: { readonly [Boundary in ShareBoundary]: string } }
    /** How that compares with the cut of the first tier, of one between two, and of the last. */
    readonly bounds: { readonly [Boundary in ShareBoundary]: { readonly [Place in 'first' | 'between' | 'last']: string } }
    /** What the next better tier asks for; where that is just what there is; and what those who are in it have. */
    readonly better: { readonly [Boundary in ThresholdBoundary]: string }
    readonly atThreshold: string
    readonly nextBetter: { readonly [Boundary in ShareBoundary]: string }
    readonly top: string
    readonly diagnoses: { readonly [Code in Exclude<TierDiagnosis['code'], 'share-not-as-expected'>]: string }
    readonly chart: {
      readonly pareto: string
      readonly customer: string
      readonly position: string
      readonly value: string
      readonly valueIn: string
      readonly cumulative: string
      readonly tier: string
      /** Said where nothing is a part of the total, and where bars stand for several customers. */
      readonly withoutShares: string
      readonly grouped: string
    }
  }
  readonly schemeComparison: {
    readonly moved: string
    readonly nobodyMoved: string
    /** A scheme where both are called alike. */
    readonly version: string
    /** Where both schemes have the same tiers. */
    readonly directions: string
    readonly cell: string
    readonly greatest: string
    /** One of the greatest. */
    readonly customer: string
    /** A tier of both schemes, and one of only one. */
    readonly tier: string
    readonly onlyBefore: string
    readonly onlyAfter: string
    /** What is to be known of one scheme's tiers. */
    readonly ofBefore: string
    readonly ofAfter: string
    readonly chart: { readonly [Part in 'title' | 'before' | 'after' | 'count' | 'value' | 'nobody']: string }
  }
  readonly valueConcentration: {
    readonly total: string
    readonly shares: string
    /** What so many of the greatest bring in. */
    readonly share: string
    readonly gini: string
    readonly unbiased: string
    readonly index: string
    readonly diagnoses: { readonly [Code in ConcentrationDiagnosis['code']]: string }
    readonly chart: { readonly [Part in 'title' | 'gini' | 'nothing' | 'customers' | 'value' | 'curve' | 'equality']: string }
  }
}
