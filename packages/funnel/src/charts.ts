/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { cohortConversionChart } from './charts/cohortConversionChart.js'
export { conversionCurveChart } from './charts/conversionCurveChart.js'
export { funnelChart } from './charts/funnelChart.js'
export { stageCurvesChart } from './charts/stageCurvesChart.js'
export { stepFunnelChart } from './charts/stepFunnelChart.js'
