import { calendarDateSchema, checkedSchema, collectingIssues, decimalInputSchema, idSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkCalendar } from '../instalments/checkCalendar.js'
import { checkInstalmentPlan } from '../instalments/checkInstalmentPlan.js'
import { readDivided } from '../instalments/readDivided.js'
import type { BusinessCalendar, InstalmentInvoice, InstalmentPlan } from '../instalments/types.js'
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

const time = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/)
const dayWindows = z.array(z.array(time).length(2))
const weekday = dayWindows.optional()

const calendar = z.strictObject({
  kind: z.literal('business-calendar'),
  ...policyShape,
  zone: idSchema.optional(),
  windows: z.strictObject({ mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: weekday, sun: weekday }).optional(),
  closed: z.array(calendarDateSchema).optional(),
  open: z.array(z.strictObject({ date: calendarDateSchema, windows: dayWindows })).optional(),
})

/** A business calendar, as far as whole days go. */
export const businessCalendarSchema: z.ZodType<BusinessCalendar> = checkedSchema(
  calendar as unknown as z.ZodType<BusinessCalendar>,
  collectingIssues(checkCalendar),
)
