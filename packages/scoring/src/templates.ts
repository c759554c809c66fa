/**
 * Ready scorecards.
 *
 * @module
 */
export { customerScreening } from './templates/customerScreening.js'
