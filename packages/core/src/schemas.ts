/**
 * Zod schemas of the shared shapes. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape, which is what
 * JSON Schema can say of it. `idSchema`, `durationSchema` and `policyShape` are such shapes alone, for schemas of documents, whose check
 * speaks first. Zod leaves a key named `__proto__` out of the copy it returns, as it does everywhere.
 *
 * @module
 */
import * as z from 'zod'
import { businessCalendarSchema } from './schemas/businessCalendar.js'
import { businessDayCalendarSchema } from './schemas/businessDayCalendar.js'
import { calendarDateSchema, conditionSchema, decimalInputSchema, localizedTextSchema } from './schemas/parts.js'

export { checkedSchema, collectingIssues, durationSchema, idSchema, type PolicyShape, policyShape } from './schemas/parts.js'
export { businessCalendarSchema, businessDayCalendarSchema, calendarDateSchema, conditionSchema, decimalInputSchema, localizedTextSchema }

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/core/schemas'
 *
 * Object.keys(jsonSchemas()) //=> ['decimal-input', 'calendar-date', 'localized-text', 'condition', 'business-day-calendar', 'business-calendar']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'decimal-input': decimalInputSchema,
    'calendar-date': calendarDateSchema,
    'localized-text': localizedTextSchema,
    condition: conditionSchema,
    'business-day-calendar': businessDayCalendarSchema,
    'business-calendar': businessCalendarSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
