import type { CalendarDate, DecimalInput, LocalizedText, RoundingMode } from '@clientele/core'
import { roundingModes } from '@clientele/core/checks'
import { calendarDateSchema, decimalInputSchema, idSchema, localizedTextSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { AmountByCurrency } from '../money/types.js'

export const currency: z.ZodString = z.string().regex(/^[A-Z]{3}$/)
export const days: z.ZodInt = z.int().min(0)

/** An amount in whichever currency, or one for each. */
export const amountByCurrency: z.ZodType<AmountByCurrency> = z.union([decimalInputSchema, z.object({}).catchall(decimalInputSchema.optional())])

/** What roles are called. */
export const roles: z.ZodType<{ id: string; title: LocalizedText }[]> = z.array(z.strictObject({ id: idSchema, title: localizedTextSchema })).min(1)

interface RoundedShape {
  readonly rounding: z.ZodOptional<z.ZodType<RoundingMode>>
  readonly cashStep: z.ZodOptional<z.ZodType<DecimalInput>>
}

/** How amounts are rounded. */
export const rounded: RoundedShape = { rounding: z.enum(roundingModes).optional(), cashStep: decimalInputSchema.optional() }

interface InvoiceShape {
  readonly id: z.ZodString
  readonly date: z.ZodType<CalendarDate>
  readonly amount: z.ZodType<DecimalInput>
  readonly currency: z.ZodString
  readonly tax: z.ZodOptional<z.ZodType<DecimalInput>>
  readonly deliveryDate: z.ZodOptional<z.ZodType<CalendarDate>>
}

/** An invoice's fields; an object of them is strict. */
export const invoiceShape: InvoiceShape = {
  id: idSchema,
  date: calendarDateSchema,
  amount: decimalInputSchema,
  currency,
  tax: decimalInputSchema.optional(),
  deliveryDate: calendarDateSchema.optional(),
}
