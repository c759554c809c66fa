/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { cohortRetentionChart } from './charts/cohortRetentionChart.js'
export { holdoutChart } from './charts/holdoutChart.js'
export { ladderChart } from './charts/ladderChart.js'
export { lifetimeValueChart } from './charts/lifetimeValueChart.js'
export { lorenzChart } from './charts/lorenzChart.js'
export { migrationChart } from './charts/migrationChart.js'
export { paretoChart } from './charts/paretoChart.js'
export { type ProbabilityAliveChartOptions, probabilityAliveChart } from './charts/probabilityAliveChart.js'
export { projectionChart } from './charts/projectionChart.js'
export { retentionChart } from './charts/retentionChart.js'
export { rfmHeatMapChart } from './charts/rfmHeatMapChart.js'
export { schemeComparisonChart } from './charts/schemeComparisonChart.js'
export type { TierNames } from './explain/checkTierNames.js'
