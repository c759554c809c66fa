export { codesAndPaths, issuesOf } from '../../core/testing/issuesOf.js'
