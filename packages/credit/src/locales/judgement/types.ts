import type { PolicyComponent, PolicyDifference } from '../../comparison/types.js'
import type { CreditState, DeteriorationDiagnosis, DeteriorationReason, ProposedMeasure } from '../../deterioration/types.js'
import type {
  CustomerRisk,
  CustomerSize,
  DepthReason,
  MissingPart,
  ReportDepth,
  ReportDiagnosis,
  SourceType,
  StaleSection,
} from '../../investigation/types.js'
import type { CreditRatingScheme, RatingReason } from '../../rating/types.js'

type Measure = ProposedMeasure['measure']

/** The wording of judgements on customers and policies: investigation, rating, deterioration, the cost of receivables, policy comparison. */
export interface JudgementLocale {
  readonly figures: {
    /** A figure within a sentence: as it is, and rounded; with the space that the language has before figures. */
    readonly exact: string
    readonly about: string
  }
  readonly investigation: {
    /** What reports are called, and what is said of customers. */
    readonly depths: { readonly [Depth in ReportDepth]: string }
    readonly sizes: { readonly [Size in CustomerSize]: string }
    readonly risks: { readonly [Risk in CustomerRisk]: string }
    readonly sources: { readonly [Type in SourceType]: string }
    /** Between two sources. */
    readonly sourceSeparator: string
    readonly required: string
    readonly reasons: { readonly [Code in DepthReason['code']]: string }
    readonly sections: string
    /** A section among others. */
    readonly sectionName: string
    /** A section that must have something in particular, and what: facts, sources, a recent date. */
    readonly section: string
    readonly demands: { readonly facts: string; readonly sources: string; readonly validFor: string }
    readonly demandSeparator: string
    /** Whether a report is in order; or lacks something, is out of date, or both. */
    readonly outcomes: { readonly complete: string; readonly missing: string; readonly stale: string; readonly 'missing-and-stale': string }
    readonly missing: { readonly [Type in MissingPart['type']]: string }
    readonly stale: { readonly [Type in StaleSection['type']]: string }
    readonly diagnoses: { readonly [Code in ReportDiagnosis['code']]: string }
  }
  readonly rating: {
    readonly grade: string
    readonly score: { readonly [Score in NonNullable<CreditRatingScheme['score']>]: string }
    /** What a factor adds whose fact is known; of the others `fact-unknown` tells. */
    readonly factor: string
    readonly reasons: { readonly [Code in RatingReason['code']]: string }
    /** Instead of `grade-reached`, of the grade that has no lowest score. */
    readonly lowestGrade: string
    /** Instead of `better-grade`, where there is none. */
    readonly bestGrade: string
    /** Instead of both, where there is no other. */
    readonly onlyGrade: string
  }
  readonly deterioration: {
    readonly worse: string
    readonly notWorse: string
    /** Where some of the signs could not be looked for, and where none could. */
    readonly partlyUnknown: string
    readonly unknown: string
    readonly reasons: { readonly [Code in DeteriorationReason['code']]: string }
    readonly reportTo: string
    readonly decidedBy: string
    readonly measures: { readonly [Name in Measure]: string }
    /** Where it is left to those who decide how far a measure goes. */
    readonly leftOpen: { readonly [Name in Extract<Measure, 'raise-deposit' | 'reduce-supply' | 'restrict-shipments'>]: string }
    /** Where there is no limit to start from. */
    readonly reduceSupply: string
    readonly noMeasures: string
    readonly inPlace: { readonly [Name in Measure]: string }
    readonly diagnoses: { readonly [Code in Exclude<DeteriorationDiagnosis['code'], 'in-place'>]: string }
    /** What a sign is about. */
    readonly facts: { readonly [Fact in keyof CreditState]-?: string }
  }
  readonly receivablesCost: {
    readonly total: string
    readonly receivables: string
    readonly investment: string
    readonly opportunity: string
    /** Where nothing is outstanding, and where all that is outstanding is margin. */
    readonly noInvestment: string
    readonly noVariableCost: string
    /** Where something is sold. */
    readonly badDebt: string
  }
  readonly policyComparison: {
    /** Which policy is best: another than the one in force, or that one. */
    readonly best: string
    readonly bestInForce: string
    readonly alike: string
    /** The name of a policy among others. */
    readonly named: string
    readonly only: string
    /** Where the best of several policies loses. */
    readonly allLose: string
    readonly receivables: string
    /** Where sales are given up, and only their variable cost is set free. */
    readonly retained: string
    readonly profit: string
    readonly profitWithoutCosts: string
    /** A figure among others. */
    readonly amount: string
    readonly figures: { readonly [Figure in keyof Omit<PolicyDifference, 'id' | 'against' | 'profit'>]: string }
    readonly difference: string
    readonly noDifference: string
    readonly decidedBy: { readonly [Component in PolicyComponent]: string }
    readonly advantages: string
    readonly advantage: string
    readonly chart: {
      readonly title: string
      readonly rounded: string
      /** Beyond those that are drawn. */
      readonly others: string
      /** A policy: the best one, the one in force, both in one, the best one where all lose, that one in force, and another. */
      readonly best: string
      readonly inForce: string
      readonly bestInForce: string
      readonly smallestLoss: string
      readonly smallestLossInForce: string
      readonly policy: string
      readonly bars: { readonly [Component in PolicyComponent | 'profit']: string }
      readonly amount: string
    }
  }
}
