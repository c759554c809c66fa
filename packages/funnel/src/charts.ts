/**
 * Results as Vega-Lite specifications.
 *
 * @module
 */

export type { VegaLiteSpecification } from '@clientele/core/charts'
export { backtestChart } from './charts/backtestChart.js'
export { bottleneckChart } from './charts/bottleneckChart.js'
export { changeChart } from './charts/changeChart.js'
export { cohortConversionChart } from './charts/cohortConversionChart.js'
export { conversionCurveChart } from './charts/conversionCurveChart.js'
export { forecastChart } from './charts/forecastChart.js'
export { funnelChart } from './charts/funnelChart.js'
export { stageCurvesChart } from './charts/stageCurvesChart.js'
export { stepFunnelChart } from './charts/stepFunnelChart.js'
