export { spoil } from '../../core/testing/spoil.js'
