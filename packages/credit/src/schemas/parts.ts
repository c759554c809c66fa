import type { CalendarDate, DecimalInput, Issue, LocalizedText, Path, RoundingMode } from '@clientele/core'
import { roundingModes } from '@clientele/core/checks'
import { calendarDateSchema, decimalInputSchema, localizedTextSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { AmountByCurrency } from '../money/types.js'

export const id: z.ZodString = z.string().min(1)
export const currency: z.ZodString = z.string().regex(/^[A-Z]{3}$/)
export const days: z.ZodInt = z.int().min(0)

/** A duration in years, months, weeks and days. */
export const duration: z.ZodString = z.string().regex(/^P[0-9YMWD]+$/)

/** An amount in whichever currency, or one for each. */
export const amountByCurrency: z.ZodType<AmountByCurrency> = z.union([decimalInputSchema, z.object({}).catchall(decimalInputSchema.optional())])

interface DocumentShape {
  readonly id: z.ZodString
  readonly version: z.ZodType<string | number>
  readonly format: z.ZodOptional<z.ZodLiteral<1>>
  readonly title: z.ZodOptional<z.ZodType<LocalizedText>>
}

/** What every policy document has. */
export const document: DocumentShape = {
  id,
  version: z.union([id, z.number()]),
  format: z.literal(1).optional(),
  title: localizedTextSchema.optional(),
}

/** What roles are called. */
export const roles: z.ZodType<{ id: string; title: LocalizedText }[]> = z.array(z.strictObject({ id, title: localizedTextSchema })).min(1)

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
  id,
  date: calendarDateSchema,
  amount: decimalInputSchema,
  currency,
  tax: decimalInputSchema.optional(),
  deliveryDate: calendarDateSchema.optional(),
}

/** What a reader finds wrong with a value that stands for itself. */
export function collecting(read: (value: unknown, path: Path, issues: Issue[]) => unknown): (value: unknown) => Issue[] {
  return (value) => {
    const issues: Issue[] = []
    read(value, [], issues)
    return issues
  }
}
