export { deepFreeze } from '../../core/testing/deepFreeze.js'
