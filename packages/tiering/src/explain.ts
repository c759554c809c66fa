/**
 * Results in sentences.
 *
 * @module
 */
export type { TierNames } from './explain/checkTierNames.js'
export type { CustomerSentences } from './explain/customerSentences.js'
export { explainAttrition } from './explain/explainAttrition.js'
export { explainAverageSales } from './explain/explainAverageSales.js'
export { explainBenefits } from './explain/explainBenefits.js'
export { explainCustomerEquity } from './explain/explainCustomerEquity.js'
export { explainLevel } from './explain/explainLevel.js'
export { explainMigration } from './explain/explainMigration.js'
export { explainProjection } from './explain/explainProjection.js'
export { explainRebate } from './explain/explainRebate.js'
export { explainRetiering } from './explain/explainRetiering.js'
export { explainRfm } from './explain/explainRfm.js'
export { explainSchemeComparison } from './explain/explainSchemeComparison.js'
export { explainTiers } from './explain/explainTiers.js'
export { explainValueConcentration } from './explain/explainValueConcentration.js'
export type { TieringLocale } from './locales/types.js'
