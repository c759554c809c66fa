/**
 * Complaints in sentences: decisions and refusals, what can be done, where a complaint stands, its history, the whole process, the shortest way,
 * comparisons of definitions, and classifications; deadlines span by span and what the past says of them, what complaints have in common, other logs, and
 * what was taken out of a history.
 *
 * @module
 */
export { explainAvailableCommands } from './explain/explainAvailableCommands.js'
export { explainClassification } from './explain/explainClassification.js'
export { explainClocks } from './explain/explainClocks.js'
export { explainComplaint } from './explain/explainComplaint.js'
export { explainComplaintAnalysis } from './explain/explainComplaintAnalysis.js'
export { explainDeadlineRisk } from './explain/explainDeadlineRisk.js'
export { explainDecision } from './explain/explainDecision.js'
export { explainDefinitionComparison } from './explain/explainDefinitionComparison.js'
export { explainEventLog } from './explain/explainEventLog.js'
export { explainHistory } from './explain/explainHistory.js'
export { explainRedaction } from './explain/explainRedaction.js'
export { explainShortestPath } from './explain/explainShortestPath.js'
export { explainWorkflow } from './explain/explainWorkflow.js'
export type { TitledPolicy } from './explain/readTitled.js'
export type { ComparisonTexts, DateTexts } from './locales/names/types.js'
export type { ComplaintsLocale } from './locales/types.js'
