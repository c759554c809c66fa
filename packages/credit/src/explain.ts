/**
 * Results in sentences: timelines, settlements, allocations, instalments, the cost of forgoing discounts, ageing, concentration, late interest,
 * dunning and loss allowances.
 *
 * @module
 */
export { explainAgeing } from './explain/explainAgeing.js'
export { explainAllocation } from './explain/explainAllocation.js'
export { explainConcentration } from './explain/explainConcentration.js'
export { explainDunning } from './explain/explainDunning.js'
export { explainForgoingCost } from './explain/explainForgoingCost.js'
export { explainInstalments } from './explain/explainInstalments.js'
export { explainLateInterest } from './explain/explainLateInterest.js'
export { explainLossAllowance } from './explain/explainLossAllowance.js'
export { explainLossRates } from './explain/explainLossRates.js'
export { explainSettlement } from './explain/explainSettlement.js'
export { explainTimeline } from './explain/explainTimeline.js'
export type { CreditLocale } from './locales/types.js'
