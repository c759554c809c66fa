import type { BgNbdDiagnosis, FitDiagnosis, GammaGammaDiagnosis, LifetimeDiagnosis, LifetimeReason } from '../../lifetime/types.js'
import type { AgeUnit, PurchaseDiagnosis } from '../../purchases/types.js'
import type { ValidationDiagnosis } from '../../validation/types.js'

/** How much customers differ: the standard deviation is the average or more, less, or less than three tenths of it. */
type Spread = 'much' | 'somewhat' | 'little'

/** The wording of purchases, the models that are made from them, and what customers will bring in. */
export interface LifetimeLocale {
  /** What ages are counted in, one of them. */
  readonly ageUnits: { readonly [Unit in AgeUnit]: string }
  readonly purchaseSummary: {
    readonly total: string
    readonly repeats: string
    readonly known: string
    readonly customer: string
    readonly customerOnce: string
    readonly spend: string
    readonly diagnoses: { readonly [Code in PurchaseDiagnosis['code']]: string }
  }
  /** What is said of any fit. */
  readonly fit: {
    readonly converged: string
    readonly notConverged: string
    readonly parameters: string
    readonly parameter: string
    readonly parametersAlone: string
    readonly parameterAlone: string
    /** The parameters whose standard error is more than half of them. */
    readonly hardlyKnown: string
    readonly diagnoses: { readonly [Code in FitDiagnosis['code']]: string }
  }
  readonly bgNbd: {
    readonly fitted: string
    readonly rate: string
    readonly rateSpread: { readonly [Size in Spread]: string }
    readonly stop: string
    readonly stopSpread: { readonly [Size in Spread]: string }
    readonly diagnoses: { readonly [Code in Exclude<BgNbdDiagnosis['code'], FitDiagnosis['code']>]: string }
  }
  readonly gammaGamma: {
    readonly fitted: string
    readonly mean: string
    readonly spread: { readonly [Size in Spread]: string }
    /** Where there is no standard deviation. */
    readonly spreadBeyond: string
    readonly ownSpread: string
    readonly correlation: string
    readonly noCorrelation: string
    readonly diagnoses: { readonly [Code in Exclude<GammaGammaDiagnosis['code'], FitDiagnosis['code']>]: string }
  }
  readonly probabilityAlive: {
    /** Of a customer with a name, and of one without. */
    readonly named: string
    readonly unnamed: string
    readonly silence: string
    readonly namedOnce: string
    readonly unnamedOnce: string
    readonly assumption: string
    readonly chart: {
      readonly [Part in 'title' | 'once' | 'repeatPurchases' | 'probability' | 'percent']: string
    } & { readonly lastPurchase: { readonly [Unit in AgeUnit]: string } }
  }
  readonly lifetimeValue: {
    readonly value: string
    readonly discounted: string
    readonly undiscounted: string
    readonly alive: string
    readonly reasons: { readonly [Code in LifetimeReason['code']]: string }
    /** Where there is no mean of all customers. */
    readonly spendFromOwn: string
  }
  readonly lifetimeBook: {
    readonly total: string
    readonly rates: string
    readonly greatest: string
    readonly great: string
    readonly belowZero: string
    readonly customer: string
    readonly diagnoses: { readonly [Code in LifetimeDiagnosis['code']]: string }
    readonly chart: { readonly [Part in 'title' | 'customers' | 'value' | 'nobody']: string }
  }
  readonly modelValidation: {
    readonly period: string
    /** What is to be known about the fit, whose parameters are not shown. */
    readonly fitDiagnoses: { readonly [Code in Exclude<BgNbdDiagnosis['code'], ValidationDiagnosis['code']>]: string }
    readonly tooMany: string
    readonly tooFew: string
    readonly exact: string
    readonly noneMade: string
    readonly error: string
    readonly better: string
    readonly naive: string
    readonly group: string
    readonly orMore: string
    readonly diagnoses: { readonly [Code in ValidationDiagnosis['code']]: string }
    readonly chart: {
      readonly [Part in 'title' | 'subtitle' | 'repeatPurchases' | 'mean' | 'actual' | 'expected' | 'orMore' | 'customers' | 'purchases']: string
    }
  }
}
