import type { DecimalInput } from '@clientele/core'

/** What one criterion weighs. */
export interface CriterionWeight {
  readonly criterion: string
  /** From 0 to 1; all together are 1. */
  readonly weight: number
}

/** What is to be known about weights that were found. */
export type WeightDiagnosis =
  /** All alternatives have the same value, so the criterion weighs 0. */
  | { readonly code: 'constant-criterion'; readonly params: { readonly criterion: string } }
  /** No criterion tells the alternatives apart, so all weigh the same. */
  | { readonly code: 'nothing-differs'; readonly params: Record<never, never> }
  /** CRITIC: the criteria that differ all order the alternatives alike, so these weigh the same. */
  | { readonly code: 'no-conflict'; readonly params: { readonly criteria: readonly string[] } }

/** Weights, with what they were found from. */
interface Weights<Method extends string, Row extends CriterionWeight> {
  readonly method: Method
  /** In the order of the input. */
  readonly weights: readonly number[]
  /** The same weights with their criteria, and the statistic behind each. */
  readonly criteria: readonly Row[]
}

interface DiagnosedWeights<Method extends string, Row extends CriterionWeight> extends Weights<Method, Row> {
  readonly diagnoses: readonly WeightDiagnosis[]
}

/** The same weight for all. */
export interface EqualWeights extends DiagnosedWeights<'equal', CriterionWeight> {}

/** Criteria by importance, the most important first; a list in place of an id names several of equal importance. */
export type ImportanceOrder = readonly (string | readonly string[])[]

/** A criterion weighted by its place in an order of importance. */
export interface RankOrderCentroidWeight extends CriterionWeight {
  /** 1 for the most important; criteria of equal importance share the first of their places, so two firsts are followed by a third. */
  readonly rank: number
}

/** Weights from an order of importance. */
export interface RankOrderCentroidWeights extends DiagnosedWeights<'rank-order-centroid', RankOrderCentroidWeight> {}

/** How many times as important the criterion of the row is as that of the column, from 1e-9 to 1e9. */
export type PairwiseMatrix = readonly (readonly DecimalInput[])[]

export interface PairwiseOptions {
  /** The ids of the criteria, in the order of the matrix; '1', '2', … unless given. */
  readonly criteria?: readonly string[] | undefined
}

/** A pairwise judgement that the weights contradict. */
export interface WorstJudgement {
  /** The place of the first criterion, counted from 0; always before `column`. */
  readonly row: number
  /** The place of the second criterion, counted from 0. */
  readonly column: number
  /** How many times as important as the second the first was judged to be. */
  readonly judgement: number
  /** The ratio of their weights. */
  readonly implied: number
}

/** Weights from pairwise judgements. */
export interface PairwiseWeights extends Weights<'pairwise', CriterionWeight> {
  /** The principal eigenvalue of the matrix: as great as the matrix has rows where the judgements are consistent, greater otherwise. */
  readonly lambdaMax: number
  /** (lambdaMax − n) ÷ (n − 1), 0 or more; 0 up to two criteria, which cannot contradict each other. */
  readonly consistencyIndex: number
  /** The mean consistency index of random judgements; 0 up to two criteria. */
  readonly randomIndex: number
  /** consistencyIndex ÷ randomIndex; 0 up to two criteria. */
  readonly consistencyRatio: number
  /** Whether the consistency ratio is at most 0.1. */
  readonly consistent: boolean
  /** The judgement that is furthest from the ratio of the weights; only where `consistent` is false. */
  readonly worstJudgement?: WorstJudgement
}

/** A criterion weighted by how unevenly its values are shared out. */
export interface EntropyWeight extends CriterionWeight {
  /** Shannon's entropy of the shares, from 0 (one alternative has all) to 1 (all have the same). */
  readonly entropy: number
  /** 1 − entropy. */
  readonly divergence: number
}

/** Weights from the entropy of each criterion. */
export interface EntropyWeights extends DiagnosedWeights<'entropy', EntropyWeight> {}

/** How the agreement of two criteria is measured: by their values (`pearson`) or by their ranks (`spearman`). */
export type Correlation = 'pearson' | 'spearman'

export interface CriticOptions {
  /** `pearson` unless given. */
  readonly correlation?: Correlation | undefined
}

/** A criterion weighted by how much it varies and how little it agrees with the others. */
export interface CriticWeight extends CriterionWeight {
  /** The population standard deviation of its values, scaled from 0 (worst) to 1 (best). */
  readonly standardDeviation: number
  /** The sum of 1 − correlation with each other criterion that differs. */
  readonly conflict: number
  /** standardDeviation × conflict. */
  readonly information: number
}

/** Weights from the contrast of each criterion and its conflict with the others. */
export interface CriticWeights extends DiagnosedWeights<'critic', CriticWeight> {
  readonly correlation: Correlation
}

/** A criterion weighted by its standard deviation. */
export interface StandardDeviationWeight extends CriterionWeight {
  /** The population standard deviation, in the criterion's own unit. */
  readonly standardDeviation: number
}

/** Weights from the standard deviation of each criterion. */
export interface StandardDeviationWeights extends DiagnosedWeights<'standard-deviation', StandardDeviationWeight> {}

/** A criterion weighted by how unequal its values are. */
export interface GiniWeight extends CriterionWeight {
  /** From 0 (all have the same) to 1 − 1/n (one of n alternatives has all). */
  readonly giniCoefficient: number
}

/** Weights from the Gini coefficient of each criterion. */
export interface GiniWeights extends DiagnosedWeights<'gini', GiniWeight> {}

/** Weights found by any of the methods, told apart by `method`. */
export type FoundWeights =
  | EqualWeights
  | RankOrderCentroidWeights
  | PairwiseWeights
  | EntropyWeights
  | CriticWeights
  | StandardDeviationWeights
  | GiniWeights
