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
import {
  effortCostSchema,
  forecastPeriodSchema,
  salesFactorsSchema,
  salesPeriodSchema,
  stageBenchmarkSchema,
  weeklyConversionSchema,
} from './schemas/sales.js'

export {
  currencyRatesSchema,
  effortCostSchema,
  forecastPeriodSchema,
  pipelineSchema,
  salesFactorsSchema,
  salesPeriodSchema,
  stageBenchmarkSchema,
  stageChangeSchema,
  stepEventSchema,
  watchedDealSchema,
  weeklyConversionSchema,
}

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/funnel/schemas'
 *
 * Object.keys(jsonSchemas()).slice(0, 3) //=> ['pipeline', 'stage-change', 'watched-deal']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    pipeline: pipelineSchema,
    'stage-change': stageChangeSchema,
    'watched-deal': watchedDealSchema,
    'step-event': stepEventSchema,
    'currency-rates': currencyRatesSchema,
    'sales-factors': salesFactorsSchema,
    'sales-period': salesPeriodSchema,
    'weekly-conversion': weeklyConversionSchema,
    'effort-cost': effortCostSchema,
    'forecast-period': forecastPeriodSchema,
    'stage-benchmark': stageBenchmarkSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
