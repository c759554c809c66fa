/**
 * Weighted scorecards: scoring, ranking, auditing printed totals, and columns for millions of rows.
 *
 * @module
 */
export { auditTotals } from './audit/auditTotals.js'
export type { AuditDiagnosis, Discrepancy, PrintedTotal, Suspect, TotalsAudit } from './audit/types.js'
export { compileScorecard } from './columns/compileScorecard.js'
export type { ChunkScores, Chunks, ColumnScores, CompiledScorecard, RatingColumns } from './columns/types.js'
export { rankCandidates } from './ranking/rankCandidates.js'
export type { RankedCandidate, Ranking, RankingDiagnosis, RankOptions, SelectionReason, TieRule } from './ranking/types.js'
export type { InvalidRows, ReadOptions, RejectedRow } from './rows/types.js'
export { scoreCandidate } from './score/scoreCandidate.js'
export type { Candidate, CandidateScore, Contribution, ScoredCandidate, ScoreReason } from './score/types.js'
export { checkScorecard } from './scorecard/checkScorecard.js'
export type { Criterion, Grade, RatingScale, Scorecard, Selection } from './scorecard/types.js'
