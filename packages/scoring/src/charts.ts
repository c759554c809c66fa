/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */
export { contributionsChart } from './charts/contributionsChart.js'
export { methodsChart } from './charts/methodsChart.js'
export { stabilityChart } from './charts/stabilityChart.js'
export { totalsChart } from './charts/totalsChart.js'
export type { VegaLiteSpecification } from './charts/types.js'
export { weightsChart } from './charts/weightsChart.js'
