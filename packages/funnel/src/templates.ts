/**
 * Ready pipelines: the textbook's funnel of customers, and its stages of an opportunity.
 *
 * @module
 */
export { opportunityPipeline } from './templates/opportunityPipeline.js'
export { textbookFunnel } from './templates/textbookFunnel.js'
