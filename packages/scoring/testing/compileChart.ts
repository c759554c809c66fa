export { compileChart } from '../../core/testing/compileChart.js'
