/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import * as z from 'zod'
import { pipelineSchema } from './schemas/documents.js'
import { currencyRatesSchema, stageChangeSchema, stepEventSchema, watchedDealSchema } from './schemas/inputs.js'

export { currencyRatesSchema, pipelineSchema, stageChangeSchema, stepEventSchema, watchedDealSchema }

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/funnel/schemas'
 *
 * Object.keys(jsonSchemas()) //=> ['pipeline', 'stage-change', 'watched-deal', 'step-event', 'currency-rates']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    pipeline: pipelineSchema,
    'stage-change': stageChangeSchema,
    'watched-deal': watchedDealSchema,
    'step-event': stepEventSchema,
    'currency-rates': currencyRatesSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
