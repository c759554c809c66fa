/**
 * Ready scorecards and rulebooks.
 *
 * @module
 */
export { customerScreening } from './templates/customerScreening.js'
export { customerSuccessIndex } from './templates/customerSuccessIndex.js'
export { keyAccount } from './templates/keyAccount.js'
export { leadGrading } from './templates/leadGrading.js'
export { performanceReview } from './templates/performanceReview.js'
export { salespersonModel } from './templates/salespersonModel.js'
