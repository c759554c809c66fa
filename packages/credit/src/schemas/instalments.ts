import { checkedSchema, collectingIssues, decimalInputSchema, idSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkInstalmentPlan } from '../instalments/checkInstalmentPlan.js'
import { readDivided } from '../instalments/readDivided.js'
import type { InstalmentInvoice, InstalmentPlan } from '../instalments/types.js'
import { invoiceShape, rounded } from './parts.js'

const share = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('percent'), percent: decimalInputSchema, of: z.enum(['total', 'remaining', 'after-fixed', 'net-of-tax']) }),
  z.strictObject({ type: z.literal('fixed'), amount: decimalInputSchema }),
  z.strictObject({ type: z.literal('rest') }),
])

const dayOfMonth = z.int().min(1).max(31)

const dateStep = z.strictObject({
  setMonth: z.int().min(1).max(12).optional(),
  addMonths: z.int().optional(),
  setDay: dayOfMonth.optional(),
  addWeeks: z.int().optional(),
  addDays: z.int().optional(),
  toEndOfMonth: z.boolean().optional(),
  toPayDay: z.array(dayOfMonth).min(1).optional(),
  toWeekday: z.int().min(1).max(7).optional(),
  toBusinessDay: z.enum(['following', 'preceding', 'modified-following']).optional(),
  calendar: idSchema.optional(),
})

const plan = z.strictObject({
  kind: z.literal('instalment-plan'),
  ...policyShape,
  ...rounded,
  lines: z.array(z.strictObject({ share, due: z.array(dateStep) })).min(1),
})

/** An instalment plan. */
export const instalmentPlanSchema: z.ZodType<InstalmentPlan> = checkedSchema(plan as z.ZodType<InstalmentPlan>, checkInstalmentPlan)

/** What is divided into instalments, before it is known by which plan. */
export const instalmentInvoiceSchema: z.ZodType<InstalmentInvoice> = checkedSchema(
  z.strictObject({ ...invoiceShape, id: idSchema.optional() }) as z.ZodType<InstalmentInvoice>,
  collectingIssues(readDivided),
)
