/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { ageingChart } from './charts/ageingChart.js'
export { allowanceChart } from './charts/allowanceChart.js'
export { exposureChart } from './charts/exposureChart.js'
export { forgoingCostChart } from './charts/forgoingCostChart.js'
export { instalmentsChart } from './charts/instalmentsChart.js'
export { policyComparisonChart } from './charts/policyComparisonChart.js'
export { timelineChart } from './charts/timelineChart.js'
