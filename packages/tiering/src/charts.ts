/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { ladderChart } from './charts/ladderChart.js'
export { lorenzChart } from './charts/lorenzChart.js'
export { migrationChart } from './charts/migrationChart.js'
export { paretoChart } from './charts/paretoChart.js'
export { projectionChart } from './charts/projectionChart.js'
export { rfmHeatMapChart } from './charts/rfmHeatMapChart.js'
export { schemeComparisonChart } from './charts/schemeComparisonChart.js'
export type { TierNames } from './explain/checkTierNames.js'
