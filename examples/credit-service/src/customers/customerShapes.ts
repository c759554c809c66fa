import * as z from 'zod'
import { currencyShape, dateShape, idShape, moneyShape, textShape } from '../server/shapes.js'

/** `amount` null is no limit. */
export const limitShape = z.strictObject({ amount: moneyShape.nullable(), validUntil: dateShape.optional() })

const depositShape = z.strictObject({
  amount: moneyShape,
  currency: currencyShape.optional(),
  validFrom: dateShape.optional(),
  validUntil: dateShape.optional(),
})

const guaranteeShape = depositShape.extend({ joint: z.boolean().optional() })

const reportShape = z.strictObject({ depth: z.enum(['brief', 'standard', 'in-depth']), date: dateShape })

export const customerShape = z.strictObject({
  id: idShape,
  name: textShape.optional(),
  currency: currencyShape,
  limit: limitShape,
  deposits: z.array(depositShape).max(100).default([]),
  guarantees: z.array(guaranteeShape).max(100).default([]),
  grade: idShape.optional(),
  report: reportShape.optional(),
  dunningLevel: z.int().min(0).max(100).default(0),
  blocked: z.boolean().default(false),
  orderPolicy: idShape.default('usual-order-policy'),
  terms: idShape.default('net-thirty'),
})

export type NewCustomer = z.infer<typeof customerShape>

export type NewLimit = z.infer<typeof limitShape>
