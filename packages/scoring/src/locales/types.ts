import type { CoreLocale } from '@clientele/core/explain'
import type { AdviceCode } from '../advice/adviceMessages.js'
import type { AuditDiagnosis, Suspect } from '../audit/types.js'
import type { PredictiveStrength, StabilityLevel } from '../calibration/types.js'
import type { ComparisonReason } from '../comparison/types.js'
import type { MethodDiagnosis, MethodRanking, Normalisation } from '../methods/types.js'
import type { OddsDiagnosis, OutcomeReason } from '../odds/types.js'
import type { RankingDiagnosis } from '../ranking/types.js'
import type { StabilityDiagnosis } from '../stability/types.js'
import type { Correlation, FoundWeights, WeightDiagnosis } from '../weights/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface ScoringLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** The wording of comparisons and issues. */
  readonly core: CoreLocale
  /** Between two sentences. */
  readonly sentenceSeparator: string
  /** Between alternatives. */
  readonly orSeparator: string
  readonly score: {
    readonly total: string
    readonly contribution: string
    readonly costContribution: string
    readonly missing: { readonly worst: string; readonly neutral: string }
    readonly average: string
    readonly grade: string
    readonly belowEveryGrade: string
  }
  readonly ranking: {
    readonly place: string
    readonly order: string
    readonly selectedTop: string
    readonly selectedAtLeast: string
    readonly selectedNobody: string
    readonly tied: string
    readonly diagnoses: { readonly [Code in RankingDiagnosis['code']]: string }
  }
  readonly audit: {
    readonly allRight: string
    readonly discrepancy: string
    readonly suspects: { readonly [Code in Suspect]: string }
    readonly unexplained: string
    readonly diagnoses: { readonly [Code in AuditDiagnosis['code']]: string }
  }
  readonly stability: {
    readonly holdsFromTo: string
    readonly holdsFrom: string
    readonly holdsAlways: string
    readonly overtakesAbove: string
    readonly overtakesBelow: string
    readonly tiesAtZero: string
    readonly tiesNow: string
    readonly entersAbove: string
    readonly leavesAbove: string
    readonly entersBelow: string
    readonly leavesBelow: string
    readonly entersAtZero: string
    readonly dominates: { readonly strictly: string; readonly weakly: string }
    readonly more: string
    readonly diagnoses: { readonly [Code in StabilityDiagnosis['code']]: string }
  }
  readonly comparison: {
    readonly totals: string
    readonly totalsOfTwo: string
    readonly parts: string
    readonly criterion: string
    readonly noGrade: string
    readonly reasons: { readonly [Code in ComparisonReason['code']]: string }
  }
  readonly weights: {
    /** What a method is called. */
    readonly methods: { readonly [Method in FoundWeights['method']]: string }
    /** How a method finds weights, as a sentence. */
    readonly ways: { readonly [Method in FoundWeights['method']]: string }
    readonly correlations: { readonly [Kind in Correlation]: string }
    readonly weight: string
    readonly consistent: string
    readonly inconsistent: string
    readonly worstJudgement: string
    readonly diagnoses: { readonly [Code in WeightDiagnosis['code']]: string }
  }
  readonly methods: {
    readonly names: { readonly [Method in MethodRanking['method']]: string }
    /** A method's name with its normalisation, where that is not the usual one. */
    readonly normalised: string
    readonly normalisations: { readonly [Kind in Normalisation]: string }
    readonly place: string
    readonly highestFirst: string
    readonly lowestFirst: string
    readonly tied: string
    readonly compromise: string
    readonly noAdvantage: string
    readonly noStability: string
    readonly copy: string
    readonly cell: string
    readonly newcomer: string
    /** What may reverse ranks. */
    readonly changes: { readonly removing: string; readonly adding: string }
    readonly diagnoses: { readonly [Code in MethodDiagnosis['code']]: string }
  }
  readonly grading: {
    readonly rule: string
    readonly otherwise: string
    readonly route: string
    readonly unmet: string
    /** Said of a comparison that stands under `not`. */
    readonly opposite: string
    readonly moreComparisons: string
    readonly moreRules: string
    readonly unknown: string
  }
  readonly outcome: {
    readonly prior: string
    /** What a value does to the odds of winning. */
    readonly raises: string
    readonly lowers: string
    readonly keeps: string
    /** Stands for a factor that is too great to be shown. */
    readonly hugeFactor: string
    /** A text that could be taken for something else. */
    readonly quoted: string
    readonly probability: string
    readonly reasons: { readonly [Code in OutcomeReason['code']]: string }
    readonly diagnoses: { readonly [Code in OddsDiagnosis['code']]: string }
  }
  readonly populationStability: {
    readonly levels: { readonly [Level in StabilityLevel]: string }
    readonly band: string
  }
  readonly weightOfEvidence: {
    readonly strengths: { readonly [Strength in PredictiveStrength]: string }
    /** A band without an id. */
    readonly numbered: string
    readonly good: string
    readonly bad: string
    readonly neither: string
  }
  /** Where something is advised, and what. */
  readonly adviceAt: string
  /** What may be advised about a document, by code. */
  readonly advice: { readonly [Code in AdviceCode]: string }
  readonly charts: {
    readonly contributions: string
    readonly totals: string
    readonly candidate: string
    readonly criterion: string
    readonly points: string
    readonly total: string
    readonly count: string
    readonly stability: string
    readonly weights: string
    readonly weight: string
    readonly method: string
    readonly holding: string
    readonly methods: string
    readonly alternative: string
    readonly rank: string
    readonly holds: { readonly winner: string; readonly order: string; readonly selection: string }
  }
}
