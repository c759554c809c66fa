import { checkedSchema, decimalInputSchema, idSchema, localizedTextSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkPipeline } from '../pipeline/checkPipeline.js'
import { MOST_STAGES } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'

const entry = z.union([idSchema, z.strictObject({ id: idSchema, title: localizedTextSchema.optional() })])
const permission = z.enum(['allow', 'refuse'])

const stage = z.strictObject({
  id: idSchema,
  title: localizedTextSchema.optional(),
  band: z.enum(['top', 'middle', 'bottom']).optional(),
  evidence: z.array(entry).optional(),
  winPercent: decimalInputSchema.nullable().optional(),
  onEnter: z.array(z.looseObject({ effect: idSchema })).optional(),
})

/** The stages that deals pass. */
export const pipelineSchema: z.ZodType<Pipeline> = checkedSchema(
  z.strictObject({
    kind: z.literal('pipeline'),
    ...policyShape,
    stages: z.array(stage).min(1).max(MOST_STAGES),
    won: idSchema,
    lost: idSchema,
    lossReasons: z.array(entry),
    skips: permission,
    regressions: permission,
    reopenings: permission.optional(),
    lossReason: z.enum(['required', 'optional']).optional(),
    currency: z.string().optional(),
  }) as unknown as z.ZodType<Pipeline>,
  checkPipeline,
)
