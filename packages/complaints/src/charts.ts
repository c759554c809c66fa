/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { causeParetoChart } from './charts/causeParetoChart.js'
export { complaintClocksChart } from './charts/complaintClocksChart.js'
export { eventLogVariantsChart } from './charts/eventLogVariantsChart.js'
export { timeInStepChart } from './charts/timeInStepChart.js'
