import type { JsonValue } from '@clientele/core'

/** A Vega-Lite 6 specification: plain JSON that any Vega-Lite renderer draws. */
export interface VegaLiteSpecification {
  readonly $schema: string
  readonly [property: string]: JsonValue
}
