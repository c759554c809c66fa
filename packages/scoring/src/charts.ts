/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */
export { contributionsChart } from './charts/contributionsChart.js'
export { totalsChart } from './charts/totalsChart.js'
export type { VegaLiteSpecification } from './charts/types.js'
