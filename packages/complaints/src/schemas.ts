/**
 * Zod schemas of the documents of this package and of what they are applied to. `zod` is an optional peer dependency, needed by this entry alone.
 *
 * A schema accepts exactly what the verbs accept, for it runs their own check; its JSON Schema describes the shape.
 *
 * @module
 */
import * as z from 'zod'
import { clockPolicySchema, keptDeadlineSchema } from './schemas/clocks.js'
import { complaintTaxonomySchema, complaintWorkflowSchema } from './schemas/documents.js'
import { actorSchema, complaintCommandSchema, complaintEventSchema, complaintStateSchema, loggedEventSchema } from './schemas/inputs.js'

export {
  actorSchema,
  clockPolicySchema,
  complaintCommandSchema,
  complaintEventSchema,
  complaintStateSchema,
  complaintTaxonomySchema,
  complaintWorkflowSchema,
  keptDeadlineSchema,
  loggedEventSchema,
}

/**
 * Makes the JSON Schema of every document and input of this entry; the published `json-schema/*.json` are these.
 *
 * @returns JSON Schema (draft 2020-12) by file name, without its ending.
 * @example
 * import { jsonSchemas } from '@clientele/complaints/schemas'
 *
 * const names = Object.keys(jsonSchemas())
 * names.slice(0, 4) //=> ['complaint-workflow', 'complaint-taxonomy', 'clock-policy', 'actor']
 * names.slice(4) //=> ['complaint-command', 'complaint-event', 'complaint-state', 'kept-deadline', 'logged-event']
 */
export function jsonSchemas(): { readonly [name: string]: object } {
  const schemas = {
    'complaint-workflow': complaintWorkflowSchema,
    'complaint-taxonomy': complaintTaxonomySchema,
    'clock-policy': clockPolicySchema,
    actor: actorSchema,
    'complaint-command': complaintCommandSchema,
    'complaint-event': complaintEventSchema,
    'complaint-state': complaintStateSchema,
    'kept-deadline': keptDeadlineSchema,
    'logged-event': loggedEventSchema,
  }
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)]))
}
