import type { DecimalInput, ReadOptions, RejectedRow } from '@clientele/core'
import type { AgeUnit } from '../purchases/types.js'

/** When a customer bought. What else `CustomerPurchases` holds may be there too, and is ignored. */
export interface PurchaseTimes {
  readonly customer?: string | undefined
  readonly repeatPurchases: number
  /** In units, from 0 to `age`; 0 where there is no repeat. */
  readonly lastPurchaseAge: number
  /** In units, from 0. */
  readonly age: number
}

/** What a customer's repeat purchases came to. What else `CustomerPurchases` holds may be there too, and is ignored. */
export interface PurchaseSpend {
  readonly customer?: string | undefined
  readonly repeatPurchases: number
  /** Per repeat purchase, of any sign; where there is no repeat, it stands for nothing. */
  readonly meanSpend: DecimalInput
}

/** When a customer bought, and for how much. */
export interface PurchaseHistory extends PurchaseTimes, PurchaseSpend {}

/** How often customers of a book buy, and when they stop (BG/NBD); numbers above 0. */
export interface BgNbdParameters {
  readonly model: 'bg-nbd'
  readonly unit: AgeUnit
  /** Shape of the gamma distribution of purchase rates: the smaller, the more customers differ. */
  readonly r: number
  /** Rate of the same, in units: on average `r / alpha` purchases a unit. */
  readonly alpha: number
  /** First shape of the beta distribution of the probability to stop right after a purchase, which on average is `a / (a + b)`. */
  readonly a: number
  readonly b: number
}

/** How much customers of a book spend on a purchase (Gamma-Gamma); numbers above 0. */
export interface GammaGammaParameters {
  readonly model: 'gamma-gamma'
  /** Shape of the gamma distribution of a customer's purchases. */
  readonly p: number
  /** Shape of the gamma distribution of the customers' rates; only above 1 is there a finite mean over all customers. */
  readonly q: number
  /** Rate of the same, in the unit of spend. */
  readonly v: number
}

/** How BG/NBD is fitted. */
export interface BgNbdFitOptions extends ReadOptions {
  readonly unit: AgeUnit
  /** Where the search begins, numbers above 0, such as `parameters` of an earlier fit; unless given, at places that depend on the customers alone. */
  readonly start?: Pick<BgNbdParameters, 'r' | 'alpha' | 'a' | 'b'> | undefined
  /** The search ends when a further step would change each parameter by less than this part of itself; 1e-12 to 0.1, 1e-8 unless given. */
  readonly tolerance?: number | undefined
}

/** How Gamma-Gamma is fitted. */
export interface GammaGammaFitOptions extends ReadOptions {
  /** Where the search begins, numbers above 0, such as `parameters` of an earlier fit; unless given, at places that depend on the customers alone. */
  readonly start?: Pick<GammaGammaParameters, 'p' | 'q' | 'v'> | undefined
  /** As of {@link BgNbdFitOptions}. */
  readonly tolerance?: number | undefined
}

/** What is to be known about any fit. */
export type FitDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** The search ended without a maximum: the parameters are the best that it found, and not to be relied on. */
  | { readonly code: 'not-converged'; readonly params: { readonly iterations: number } }
  /**
   * The likelihood rises, or at least does not fall, towards a parameter of 0 or infinity, or to the bound of what parameters may be: it is kept at
   * `value`, the bound.
   */
  | { readonly code: 'parameter-at-bound'; readonly params: { readonly parameter: string; readonly value: number } }
  /** Fewer customers with repeat purchases than it takes for parameters to mean something. */
  | { readonly code: 'few-repeat-buyers'; readonly params: { readonly count: number; readonly least: number } }
  /** All customers that count have the same numbers: nothing tells how customers differ. */
  | { readonly code: 'all-alike'; readonly params: { readonly customers: number } }

/** What is to be known about a fit of BG/NBD. */
export type BgNbdDiagnosis =
  | FitDiagnosis
  /** Nobody bought again: nothing was searched. */
  | { readonly code: 'no-repeat-buyers'; readonly params: { readonly customers: number } }
  /** Customers whose last repeat purchase is at the age of 0: the likelihood of that knows no bound. Ages are too coarse, such as whole weeks. */
  | { readonly code: 'repeats-at-age-zero'; readonly params: { readonly count: number } }

/** What is to be known about a fit of Gamma-Gamma. */
export type GammaGammaDiagnosis =
  | FitDiagnosis
  /** Customers with repeat purchases whose mean spend is 0 or below, left out. */
  | { readonly code: 'spend-not-positive'; readonly params: { readonly count: number } }
  /** Spend rises or falls with the number of purchases, where the model takes them for independent: beyond `limit` in size. */
  | { readonly code: 'correlated'; readonly params: { readonly correlation: number; readonly limit: number } }
  /** `q` is at most 1: there is no mean spend over all customers, and nothing can be expected of those without repeat purchases. */
  | { readonly code: 'no-mean'; readonly params: { readonly q: number } }

/** What every fit says of itself. */
export interface FitFacts {
  /** How many customers the parameters are made from. */
  readonly customers: number
  readonly repeatBuyers: number
  /** The natural logarithm of the likelihood at the parameters. */
  readonly logLikelihood: number
  /** Whether a maximum was found; where not, `diagnoses` say why. */
  readonly converged: boolean
  /** Of the search that led here, up to 200; of books with thousands of different customers, together with those of samples that led near. */
  readonly iterations: number
  readonly rejected: readonly RejectedRow[]
}

/** BG/NBD, fitted. */
export interface BgNbdFit extends FitFacts {
  readonly parameters: BgNbdParameters
  /** How far each parameter may be off: the standard error, from the curvature of the likelihood; null unless `converged`. */
  readonly standardErrors: Pick<BgNbdParameters, 'r' | 'alpha' | 'a' | 'b'> | null
  readonly diagnoses: readonly BgNbdDiagnosis[]
}

/** Gamma-Gamma, fitted. */
export interface GammaGammaFit extends FitFacts {
  readonly parameters: GammaGammaParameters
  readonly standardErrors: Pick<GammaGammaParameters, 'p' | 'q' | 'v'> | null
  /** Pearson's, of repeat purchases and mean spend over the customers that count: the model takes it for 0. Null where either is the same for all. */
  readonly correlation: number | null
  readonly diagnoses: readonly GammaGammaDiagnosis[]
}

/** How far ahead purchases are expected. */
export interface HorizonOptions {
  /** In units of the parameters, from 0 to 1,000,000. */
  readonly horizon: number
}

/** The models that a value is made from. */
export interface LifetimeModels {
  readonly purchases: BgNbdParameters
  readonly spend: GammaGammaParameters
}

/** What a customer's future purchases are counted at. */
export interface LifetimeOptions extends HorizonOptions {
  /** Per unit, from 0: 0.002 is 0.2 % a week, where the unit is a week. */
  readonly discountRate: DecimalInput
  /** What is left of an amount, from -1 to 1: 0.3 is 30 %. */
  readonly marginRate: DecimalInput
}

/** Why a customer's value is what it is. */
export type LifetimeReason =
  /** No repeat purchase: the model, in which customers stop only after a repeat purchase, takes such a customer for alive for certain. */
  | { readonly code: 'no-repeat-purchases'; readonly params: Record<never, never> }
  /**
   * The spend expected lies between the customer's own mean and that of all customers: `weight` is the part of the own. Where there is no mean of all
   * (`q` at most 1), `all` is null, and `weight` at least 1.
   */
  | { readonly code: 'spend-from-both'; readonly params: { readonly weight: number; readonly own: number; readonly all: number | null } }
  /** The horizon is longer than the customer has been known. */
  | { readonly code: 'beyond-history'; readonly params: { readonly horizon: number; readonly age: number } }

/** What a customer will bring in, discounted. */
export interface LifetimeValue {
  /** `marginRate` × `expectedSpend` × `discountedPurchases`. */
  readonly value: number
  readonly expectedPurchases: number
  /** The purchases expected in each unit of the horizon, those of the n-th divided by (1 + `discountRate`) to the power of n; of a last part of a unit n is the horizon. */
  readonly discountedPurchases: number
  /** Per purchase. */
  readonly expectedSpend: number
  readonly probabilityAlive: number
  readonly unit: AgeUnit
  readonly horizon: number
  readonly discountRate: number
  readonly marginRate: number
  /** What it is made from. */
  readonly models: LifetimeModels
  readonly reasons: readonly LifetimeReason[]
}

/** Options for many customers. */
export interface LifetimeBookOptions extends LifetimeOptions, ReadOptions {}

/** One customer of a book. */
export interface BookCustomer extends Pick<LifetimeValue, 'value' | 'expectedPurchases' | 'expectedSpend' | 'probabilityAlive'> {
  readonly customer: string
}

/** What is to be known about the values of a book. */
export type LifetimeDiagnosis =
  | { readonly code: 'rows-rejected'; readonly params: { readonly rejected: number; readonly read: number } }
  /** Customers without repeat purchases, who are taken for alive. */
  | { readonly code: 'no-repeat-purchases'; readonly params: { readonly count: number } }
  /** Customers who have been known for less than the horizon. */
  | { readonly code: 'beyond-history'; readonly params: { readonly count: number } }
  | { readonly code: 'no-customers'; readonly params: Record<never, never> }

/** What the customers of a book will bring in, discounted. */
export interface LifetimeBook {
  readonly unit: AgeUnit
  readonly horizon: number
  readonly discountRate: number
  readonly marginRate: number
  /** The sum of the customers' values. */
  readonly total: number
  readonly expectedPurchases: number
  /** The greatest value first, those alike by id. */
  readonly customers: readonly BookCustomer[]
  /** What the values are made from. */
  readonly models: LifetimeModels
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly LifetimeDiagnosis[]
}
