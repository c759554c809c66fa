/**
 * What the packages' charts are made of.
 *
 * @module
 */
export { drawn } from './charts/drawn.js'
export { labelsOf } from './charts/labelsOf.js'
export {
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  type PicturePart,
  placesOf,
  rowHeight,
  rowsOf,
  titleLines,
  WIDE_PADDING,
} from './charts/pictureFrame.js'
export type { VegaLiteSpecification } from './charts/types.js'
export { vegaLiteSchema } from './charts/vegaLiteSchema.js'
export { wrapText } from './charts/wrapText.js'
