/**
 * Results in sentences: timelines, settlements, allocations, instalments, the cost of forgoing discounts, ageing, concentration, late interest,
 * dunning, loss allowances, investigation, rating, deterioration, exposure, order decisions, suggested limits, the cost of receivables and the
 * comparison of credit policies.
 *
 * @module
 */
export { explainAgeing } from './explain/explainAgeing.js'
export { explainAllocation } from './explain/explainAllocation.js'
export { explainConcentration } from './explain/explainConcentration.js'
export { explainDeterioration } from './explain/explainDeterioration.js'
export { explainDunning } from './explain/explainDunning.js'
export { explainExposure } from './explain/explainExposure.js'
export { explainForgoingCost } from './explain/explainForgoingCost.js'
export { explainInstalments } from './explain/explainInstalments.js'
export { explainLateInterest } from './explain/explainLateInterest.js'
export { explainLimit } from './explain/explainLimit.js'
export { explainLossAllowance } from './explain/explainLossAllowance.js'
export { explainLossRates } from './explain/explainLossRates.js'
export { explainOrderDecision } from './explain/explainOrderDecision.js'
export { explainPolicyComparison } from './explain/explainPolicyComparison.js'
export { explainRating } from './explain/explainRating.js'
export { explainReceivablesCost } from './explain/explainReceivablesCost.js'
export { explainReportCheck } from './explain/explainReportCheck.js'
export { explainRequiredReport } from './explain/explainRequiredReport.js'
export { explainSettlement } from './explain/explainSettlement.js'
export { explainTimeline } from './explain/explainTimeline.js'
export type { CreditLocale } from './locales/types.js'
