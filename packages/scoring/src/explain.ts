/**
 * Scores, rankings and audits in sentences.
 *
 * @module
 */
export { explainAudit } from './explain/explainAudit.js'
export { explainRanking } from './explain/explainRanking.js'
export { explainScore, type ScoreExplanation } from './explain/explainScore.js'
export type { ScoringLocale } from './locales/types.js'
