import { checkedSchema, conditionSchema, decimalInputSchema, idSchema, localizedTextSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkTaxonomy } from '../taxonomy/checkTaxonomy.js'
import type { ComplaintTaxonomy } from '../taxonomy/types.js'
import { checkWorkflow } from '../workflow/checkWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'

const names = z.array(idSchema)
const filledNames = names.min(1)

const move = z.strictObject({
  on: idSchema,
  to: idSchema,
  when: conditionSchema.optional(),
  needs: names.optional(),
  role: filledNames.optional(),
  notBy: names.optional(),
  emits: filledNames,
  startsCycle: z.boolean().optional(),
  why: localizedTextSchema.optional(),
})

const step = z.strictObject({
  textbook: z.int().min(1).max(8).optional(),
  title: localizedTextSchema,
  final: z.boolean().optional(),
  responsible: idSchema.optional(),
  clocks: z.record(z.string(), z.enum(['run', 'pause', 'stop'])).optional(),
  moves: z.array(move),
})

const limit = z.strictObject({
  role: idSchema,
  upTo: z.strictObject({ amount: decimalInputSchema, currency: z.string() }),
  cumulative: z.literal(true).optional(),
})

/** How complaints are handled. */
export const complaintWorkflowSchema: z.ZodType<WorkflowDefinition> = checkedSchema(
  z.strictObject({
    kind: z.literal('complaint-workflow'),
    ...policyShape,
    initial: idSchema,
    steps: z.record(z.string(), step),
    opening: z.strictObject({ needs: names, emits: filledNames }),
    limits: z.array(limit).optional(),
    migrate: z.record(z.string(), z.record(z.string(), idSchema)).optional(),
    terms: z.record(z.string(), localizedTextSchema).optional(),
  }) as unknown as z.ZodType<WorkflowDefinition>,
  checkWorkflow,
)

const entry = { id: idSchema, title: localizedTextSchema.optional() }
const entries = z.array(z.strictObject(entry)).min(1)

/** What complaints are sorted by. */
export const complaintTaxonomySchema: z.ZodType<ComplaintTaxonomy> = checkedSchema(
  z.strictObject({
    kind: z.literal('complaint-taxonomy'),
    ...policyShape,
    causes: z.array(z.strictObject({ ...entry, side: z.enum(['ours', 'customers']) })).min(1),
    contents: entries,
    severities: entries,
    impacts: entries,
    priorities: entries,
    matrix: z.record(z.string(), z.record(z.string(), idSchema)),
  }) as z.ZodType<ComplaintTaxonomy>,
  checkTaxonomy,
)
