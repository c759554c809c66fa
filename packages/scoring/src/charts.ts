/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { contributionsChart } from './charts/contributionsChart.js'
export { methodsChart } from './charts/methodsChart.js'
export { stabilityChart } from './charts/stabilityChart.js'
export { totalsChart } from './charts/totalsChart.js'
export { weightsChart } from './charts/weightsChart.js'
