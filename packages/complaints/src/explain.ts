/**
 * Complaints in sentences: decisions and refusals, what can be done, where a complaint stands, its history, the whole process, the shortest way,
 * comparisons of definitions, and classifications.
 *
 * @module
 */
export { explainAvailableCommands } from './explain/explainAvailableCommands.js'
export { explainClassification } from './explain/explainClassification.js'
export { explainComplaint } from './explain/explainComplaint.js'
export { explainDecision } from './explain/explainDecision.js'
export { explainDefinitionComparison } from './explain/explainDefinitionComparison.js'
export { explainHistory } from './explain/explainHistory.js'
export { explainShortestPath } from './explain/explainShortestPath.js'
export { explainWorkflow } from './explain/explainWorkflow.js'
export type { ComparisonTexts, DateTexts } from './locales/names/types.js'
export type { ComplaintsLocale } from './locales/types.js'
