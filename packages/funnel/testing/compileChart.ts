export { compileChart, renderChart } from '../../core/testing/compileChart.js'
