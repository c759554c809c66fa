import type { JsonValue } from '../types.js'

/** A Vega-Lite 6 specification: plain JSON that any Vega-Lite renderer draws. */
export interface VegaLiteSpecification {
  readonly $schema: string
  readonly [property: string]: JsonValue
}
