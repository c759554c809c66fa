/**
 * Ready documents: the textbook's eight steps, a counter service in three, and what complaints are sorted by.
 *
 * @module
 */
export { complaintTaxonomy } from './templates/complaintTaxonomy.js'
export { counterService } from './templates/counterService.js'
export { eightSteps } from './templates/eightSteps.js'
