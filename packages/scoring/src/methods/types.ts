import type { DecimalInput } from '@clientele/core'
import type { PreferenceFunction } from '../tables/types.js'

/**
 * How the values of a criterion become comparable with those of the others.
 * `none`: they stay as they are; `sum`: divided by their sum; `max`: by the greatest; `min-max`: 0 for the worst and 1 for the best;
 * `vector`: divided by the root of the sum of their squares. Costs are turned round, so that more is always better.
 */
export type Normalisation = 'none' | 'sum' | 'max' | 'min-max' | 'vector'

export interface WeightedSumOptions {
  /** `none` unless given. */
  readonly normalisation?: Normalisation | undefined
}

export interface WeightedProductOptions {
  /** `none` unless given; `min-max` would make a product 0 wherever one value is the worst. */
  readonly normalisation?: Exclude<Normalisation, 'min-max'> | undefined
}

export interface TopsisOptions {
  /** `vector` unless given. */
  readonly normalisation?: Normalisation | undefined
}

export interface VikorOptions {
  /** The weight of the whole loss against the greatest single one, 0 to 1; 0.5 unless given. */
  readonly v?: DecimalInput | undefined
}

export interface PrometheeOptions {
  /** For criteria without a preference function of their own; `usual` unless given. */
  readonly preference?: 'usual' | PreferenceFunction | undefined
}

/** What is to be known about a ranking by several criteria. */
export type MethodDiagnosis =
  | { readonly code: 'no-alternatives'; readonly params: Record<never, never> }
  /** All alternatives have the same value in a criterion. */
  | { readonly code: 'constant-criterion'; readonly params: { readonly criterion: string } }
  /** TOPSIS: the best and the worst are the same, so no alternative is nearer to either. */
  | { readonly code: 'nothing-differs'; readonly params: Record<never, never> }
  /** TOPSIS: a single alternative is both the best and the worst. */
  | { readonly code: 'only-one-alternative'; readonly params: Record<never, never> }
  /** Without `alternative`, `lower` would be above `higher`. */
  | {
      readonly code: 'reversed-by-removing'
      readonly params: { readonly alternative: string; readonly higher: string; readonly lower: string }
    }
  /** With one more alternative of these values, in the table's order of criteria, `lower` would be above `higher`. */
  | {
      readonly code: 'reversed-by-adding'
      readonly params: { readonly values: readonly number[]; readonly copyOf?: string; readonly higher: string; readonly lower: string }
    }
  /** The table is too large to try every change of a kind; none that was tried reverses any ranks. */
  | {
      readonly code: 'reversal-not-ruled-out'
      readonly params: { readonly change: 'removing' | 'adding'; readonly tried: number; readonly possible: number }
    }

/** An alternative in a ranking. */
export interface RankedAlternative {
  /**
   * 1 for the best; equal scores share a rank, and as many ranks after it are left out: 1, 2, 2, 4.
   *
   * The weighted sum of values as they are is compared exactly. Other scores are equal where float64 arithmetic cannot tell them apart: where
   * they are within 1e-14 of each other for TOPSIS and VIKOR, 1e-14 of the sum of weights for PROMETHEE, and 1e-14 of the sum of the
   * greatest points of each criterion for a normalised weighted sum; for a weighted product, where their logarithms are within 1e-14 of the
   * sum of weights, or of that of the greatest logarithms of each criterion if that is more.
   */
  readonly rank: number
  readonly alternative: string
  readonly score: number
}

/** What one criterion has to do with the score of an alternative. */
export interface CriterionValue {
  readonly criterion: string
  /** The value in the table. */
  readonly value: number
}

/** What one criterion has to do with the score of an alternative, once it is comparable with the others. */
export interface NormalisedCriterionValue extends CriterionValue {
  /** The value made comparable, more being better; left out where values stay as they are. */
  readonly normalised?: number
}

/** The weighted values, added up. */
export interface WeightedSumRanking {
  readonly method: 'weighted-sum'
  readonly normalisation: Normalisation
  /** From the highest score to the lowest; equal ones by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly (RankedAlternative & {
    /** The points add up to the score. */
    readonly contributions: readonly (NormalisedCriterionValue & { readonly points: number })[]
  })[]
  readonly diagnoses: readonly MethodDiagnosis[]
}

/** The values to the power of their weights, multiplied. */
export interface WeightedProductRanking {
  readonly method: 'weighted-product'
  readonly normalisation: Exclude<Normalisation, 'min-max'>
  /** From the highest score to the lowest; equal ones by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly (RankedAlternative & {
    /** The product of the factors is the score. */
    readonly contributions: readonly (NormalisedCriterionValue & { readonly factor: number })[]
  })[]
  readonly diagnoses: readonly MethodDiagnosis[]
}

/** How near alternatives are to the best values and how far from the worst. */
export interface TopsisRanking {
  readonly method: 'topsis'
  readonly normalisation: Normalisation
  /** From the highest score to the lowest; equal ones by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly (RankedAlternative & {
    /** The distance to the best values. */
    readonly toIdeal: number
    /** The distance to the worst values. */
    readonly toAntiIdeal: number
    /** Weighted distances to the best and the worst value of each criterion; the roots of the sums of their squares are the alternative's. */
    readonly contributions: readonly (NormalisedCriterionValue & { readonly toIdeal: number; readonly toAntiIdeal: number })[]
  })[]
  readonly diagnoses: readonly MethodDiagnosis[]
}

/** The least losses against the best values, on the whole and in the worst criterion. */
export interface VikorRanking {
  readonly method: 'vikor'
  readonly v: number
  /** From the lowest score to the highest; equal ones by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly (RankedAlternative & {
    /** The sum of the losses. */
    readonly s: number
    /** The greatest loss. */
    readonly r: number
    /** The score: from 0 for the least of both to 1 for the greatest of both. */
    readonly q: number
    readonly contributions: readonly (CriterionValue & { readonly loss: number })[]
  })[]
  /** The compromise: the alternatives that are as good as the first, in the order of the ranking. */
  readonly compromise: readonly string[]
  /** `advantage`: the first is ahead of the second by 1 ÷ (n − 1) or more; `stability`: it is also the best by S or by R. */
  readonly acceptable: { readonly advantage: boolean; readonly stability: boolean }
  readonly diagnoses: readonly MethodDiagnosis[]
}

/** How far alternatives are preferred to the others, and the others to them. */
export interface PrometheeRanking {
  readonly method: 'promethee'
  /** From the highest score to the lowest; equal ones by id, in the order of their UTF-16 code units. */
  readonly ranked: readonly (RankedAlternative & {
    /** φ⁺: how far it is preferred to the others, on average. */
    readonly positive: number
    /** φ⁻: how far the others are preferred to it, on average. */
    readonly negative: number
    /** The score: φ⁺ − φ⁻. */
    readonly net: number
    /** The flows of each criterion; they add up to the alternative's. */
    readonly contributions: readonly (CriterionValue & { readonly positive: number; readonly negative: number; readonly net: number })[]
  })[]
  readonly diagnoses: readonly MethodDiagnosis[]
}

/** What any of the methods returns; `method` tells which. */
export type MethodRanking = WeightedSumRanking | WeightedProductRanking | TopsisRanking | VikorRanking | PrometheeRanking
