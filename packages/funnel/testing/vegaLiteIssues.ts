export { vegaLiteIssues } from '../../core/testing/vegaLiteIssues.js'
