/**
 * Ready credit terms, instalment plans, documents for receivables, and policies for credit decisions.
 *
 * @module
 */

export { ageingTo90Days } from './templates/ageingTo90Days.js'
export { ageingTo120Days } from './templates/ageingTo120Days.js'
export { depositThenBalance } from './templates/depositThenBalance.js'
export { dueOnReceipt } from './templates/dueOnReceipt.js'
export { fiveCRating } from './templates/fiveCRating.js'
export { ifrs9ExampleMatrix } from './templates/ifrs9ExampleMatrix.js'
export { netThirty } from './templates/netThirty.js'
export { netThirtyEndOfMonth } from './templates/netThirtyEndOfMonth.js'
export { sixtyDaysEndOfMonth } from './templates/sixtyDaysEndOfMonth.js'
export { strictOrderPolicy } from './templates/strictOrderPolicy.js'
export { textbookDeterioration } from './templates/textbookDeterioration.js'
export { textbookTerms } from './templates/textbookTerms.js'
export { threeDepthInvestigation } from './templates/threeDepthInvestigation.js'
export { threeEqualInstalments } from './templates/threeEqualInstalments.js'
export { threeStepDunning } from './templates/threeStepDunning.js'
export { twoTenNetThirty } from './templates/twoTenNetThirty.js'
export { ukLatePaymentExample } from './templates/ukLatePaymentExample.js'
export { usualLimitPolicy } from './templates/usualLimitPolicy.js'
export { usualOrderPolicy } from './templates/usualOrderPolicy.js'
