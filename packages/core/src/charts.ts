/**
 * What the packages' charts are made of.
 *
 * @module
 */
export { drawn } from './charts/drawn.js'
export { labelsOf } from './charts/labelsOf.js'
export type { VegaLiteSpecification } from './charts/types.js'
export { vegaLiteSchema } from './charts/vegaLiteSchema.js'
export { wrapText } from './charts/wrapText.js'
