/**
 * Ready documents: the textbook's eight steps, a counter service in three, and what complaints are sorted by; calendars, and clocks of the company
 * beside examples of statutory ones.
 *
 * @module
 */
export { aroundTheClock } from './templates/aroundTheClock.js'
export { chinaClocks } from './templates/chinaClocks.js'
export { chinaOfficeHours } from './templates/chinaOfficeHours.js'
export { chinaOfficeHours2026 } from './templates/chinaOfficeHours2026.js'
export { companyClocks } from './templates/companyClocks.js'
export { complaintTaxonomy } from './templates/complaintTaxonomy.js'
export { counterService } from './templates/counterService.js'
export { eightSteps } from './templates/eightSteps.js'
export { officeHours } from './templates/officeHours.js'
export { ukDispClocks } from './templates/ukDispClocks.js'
export { usCfpbClocks } from './templates/usCfpbClocks.js'
