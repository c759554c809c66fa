import { createRequire } from 'node:module'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { VegaLiteSpecification } from '../src/charts.js'

/** The schema is compiled in half a second instead of several; the formats that are not looked at are those of colours and addresses. */
const FAST = { strict: false, validateFormats: false, validateSchema: false, inlineRefs: false, code: { optimize: false } }

let validate: ValidateFunction | undefined

/** What the JSON Schema of Vega-Lite, which specifications declare, says against one: nothing where it is valid. */
export function vegaLiteIssues(chart: VegaLiteSpecification): readonly ErrorObject[] {
  validate ??= new Ajv(FAST).compile(createRequire(import.meta.url)('vega-lite/vega-lite-schema.json'))
  return validate(chart) ? [] : (validate.errors ?? [])
}
