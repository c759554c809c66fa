import { decimalInputSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { DiscountLadder } from '../benefits/types.js'

export const currency: z.ZodString = z.string().regex(/^[A-Z]{3}$/)

/** Discounts by the size of an order. */
export const ladder: z.ZodType<DiscountLadder> = z.strictObject({
  type: z.enum(['all-units', 'incremental']),
  steps: z.array(z.strictObject({ from: decimalInputSchema, percent: decimalInputSchema })).min(1),
})
