/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import * as z from 'zod'
import { complaintTaxonomySchema, complaintWorkflowSchema } from './schemas/documents.js'
import { actorSchema, complaintCommandSchema, complaintEventSchema, complaintStateSchema } from './schemas/inputs.js'

export { actorSchema, complaintCommandSchema, complaintEventSchema, complaintStateSchema, complaintTaxonomySchema, complaintWorkflowSchema }

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/complaints/schemas'
 *
 * const names = Object.keys(jsonSchemas())
 * names.slice(0, 3) //=> ['complaint-workflow', 'complaint-taxonomy', 'actor']
 * names.slice(3) //=> ['complaint-command', 'complaint-event', 'complaint-state']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'complaint-workflow': complaintWorkflowSchema,
    'complaint-taxonomy': complaintTaxonomySchema,
    actor: actorSchema,
    'complaint-command': complaintCommandSchema,
    'complaint-event': complaintEventSchema,
    'complaint-state': complaintStateSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
