/**
 * Ready credit terms and instalment plans.
 *
 * @module
 */
export { depositThenBalance } from './templates/depositThenBalance.js'
export { dueOnReceipt } from './templates/dueOnReceipt.js'
export { netThirty } from './templates/netThirty.js'
export { netThirtyEndOfMonth } from './templates/netThirtyEndOfMonth.js'
export { sixtyDaysEndOfMonth } from './templates/sixtyDaysEndOfMonth.js'
export { textbookTerms } from './templates/textbookTerms.js'
export { threeEqualInstalments } from './templates/threeEqualInstalments.js'
export { twoTenNetThirty } from './templates/twoTenNetThirty.js'
