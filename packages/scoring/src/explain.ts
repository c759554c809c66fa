/**
 * Scores, rankings and audits in sentences.
 *
 * @module
 */
export { explainAdvice } from './explain/explainAdvice.js'
export { explainAudit } from './explain/explainAudit.js'
export { explainComparison } from './explain/explainComparison.js'
export { explainGrading } from './explain/explainGrading.js'
export { explainMethod } from './explain/explainMethod.js'
export { explainOutcome } from './explain/explainOutcome.js'
export { explainPopulationStability } from './explain/explainPopulationStability.js'
export { explainRanking } from './explain/explainRanking.js'
export { explainScore, type ScoreExplanation } from './explain/explainScore.js'
export { explainStability } from './explain/explainStability.js'
export { explainWeightOfEvidence } from './explain/explainWeightOfEvidence.js'
export { explainWeights } from './explain/explainWeights.js'
export type { NamedCriterion } from './explain/readWeights.js'
export type { ScoringLocale } from './locales/types.js'
