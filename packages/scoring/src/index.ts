/**
 * Weighted scorecards: scoring, ranking, how far each weight may move, auditing printed totals, and columns for millions of rows; weights
 * and rankings by the other methods of the field; grading rules; odds learnt from outcomes.
 *
 * @module
 */

export type { InvalidRows, ReadOptions, RejectedRow } from '@clientele/core'
export { lintScorecard } from './advice/lintScorecard.js'
export { auditTotals } from './audit/auditTotals.js'
export type { AuditDiagnosis, Discrepancy, PrintedTotal, Suspect, TotalsAudit } from './audit/types.js'
export { populationStability } from './calibration/populationStability.js'
export { scaleToPoints } from './calibration/scaleToPoints.js'
export type {
  EvidenceBand,
  EvidenceWeights,
  PointsScale,
  PopulationBand,
  PopulationDistributions,
  PopulationStability,
  PredictiveStrength,
  ScaledPoints,
  ScaledProbability,
  StabilityLevel,
  WeighedBand,
} from './calibration/types.js'
export { weightOfEvidence } from './calibration/weightOfEvidence.js'
export { compileScorecard } from './columns/compileScorecard.js'
export type { ChunkScores, Chunks, ColumnScores, CompiledScorecard, RatingColumns } from './columns/types.js'
export { compareScores } from './comparison/compareScores.js'
export type {
  BeforeAndAfter,
  ComparedCandidates,
  ComparedScorecards,
  ComparisonReason,
  CriterionDifference,
  DifferenceParts,
  ScoreComparison,
} from './comparison/types.js'
export { rankByPromethee } from './methods/rankByPromethee.js'
export { rankByTopsis } from './methods/rankByTopsis.js'
export { rankByVikor } from './methods/rankByVikor.js'
export { rankByWeightedProduct } from './methods/rankByWeightedProduct.js'
export { rankByWeightedSum } from './methods/rankByWeightedSum.js'
export type {
  CriterionValue,
  MethodDiagnosis,
  MethodRanking,
  Normalisation,
  NormalisedCriterionValue,
  PrometheeOptions,
  PrometheeRanking,
  RankedAlternative,
  TopsisOptions,
  TopsisRanking,
  VikorOptions,
  VikorRanking,
  WeightedProductOptions,
  WeightedProductRanking,
  WeightedSumOptions,
  WeightedSumRanking,
} from './methods/types.js'
export { checkOutcomeOdds } from './odds/checkOutcomeOdds.js'
export { compileOutcomeOdds } from './odds/compileOutcomeOdds.js'
export { estimateOutcome } from './odds/estimateOutcome.js'
export { learnOutcomeOdds } from './odds/learnOutcomeOdds.js'
export type {
  CompiledOutcomeOdds,
  FieldCounts,
  FieldValue,
  LearnedOutcomeOdds,
  LearningOptions,
  OddsDiagnosis,
  OddsFactor,
  Outcome,
  OutcomeCounts,
  OutcomeEstimate,
  OutcomeOdds,
  OutcomeReason,
  OutcomeRecord,
  StageCounts,
  StageOrder,
  ValueCounts,
} from './odds/types.js'
export { rankCandidates } from './ranking/rankCandidates.js'
export type { RankedCandidate, Ranking, RankingDiagnosis, RankOptions, SelectionReason, TieRule } from './ranking/types.js'
export { checkRulebook } from './rules/checkRulebook.js'
export { compileRulebook } from './rules/compileRulebook.js'
export { gradeSubject } from './rules/gradeSubject.js'
export { lintRulebook } from './rules/lintRulebook.js'
export type { CompiledRulebook, Grading, GradingRule, Rulebook, RuleOutcome, TitledId, TriedRule } from './rules/types.js'
export { scoreCandidate } from './score/scoreCandidate.js'
export type { Candidate, CandidateScore, Contribution, ScoredCandidate, ScoreReason } from './score/types.js'
export { checkScorecard } from './scorecard/checkScorecard.js'
export type { Criterion, Grade, RatingScale, Scorecard, Selection } from './scorecard/types.js'
export type {
  CandidatePair,
  CriterionStability,
  Dominance,
  PairTie,
  SelectionChange,
  SelectionInterval,
  StabilityDiagnosis,
  StabilityOptions,
  WeightInterval,
  WeightStability,
} from './stability/types.js'
export { weightStability } from './stability/weightStability.js'
export { type TabulatedCandidates, type TabulationDiagnosis, tabulateCandidates } from './tables/tabulateCandidates.js'
export type { DecisionTable, PreferenceFunction, TableCriterion, UnweightedTable } from './tables/types.js'
export { criticWeights } from './weights/criticWeights.js'
export { entropyWeights } from './weights/entropyWeights.js'
export { equalWeights } from './weights/equalWeights.js'
export { giniWeights } from './weights/giniWeights.js'
export { pairwiseWeights } from './weights/pairwiseWeights.js'
export { rankOrderCentroidWeights } from './weights/rankOrderCentroidWeights.js'
export { standardDeviationWeights } from './weights/standardDeviationWeights.js'
export type {
  Correlation,
  CriterionWeight,
  CriticOptions,
  CriticWeight,
  CriticWeights,
  EntropyWeight,
  EntropyWeights,
  EqualWeights,
  FoundWeights,
  GiniWeight,
  GiniWeights,
  ImportanceOrder,
  PairwiseMatrix,
  PairwiseOptions,
  PairwiseWeights,
  RankOrderCentroidWeight,
  RankOrderCentroidWeights,
  StandardDeviationWeight,
  StandardDeviationWeights,
  WeightDiagnosis,
  WorstJudgement,
} from './weights/types.js'
