/**
 * Timelines, settlements, allocations, instalments and the cost of forgoing discounts in sentences.
 *
 * @module
 */
export { explainAllocation } from './explain/explainAllocation.js'
export { explainForgoingCost } from './explain/explainForgoingCost.js'
export { explainInstalments } from './explain/explainInstalments.js'
export { explainSettlement } from './explain/explainSettlement.js'
export { explainTimeline } from './explain/explainTimeline.js'
export type { CreditLocale } from './locales/types.js'
