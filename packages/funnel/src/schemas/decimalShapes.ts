import type { DecimalInput } from '@clientele/core'
import * as z from 'zod'

/** Within these bounds every product and quotient is near a number. */
const GREATEST = 1e100
const SMALLEST = 1e-100

/** Texts of 0 or more, of which 0 may have a sign, and of more than 0. How great they are, only their check says. */
const notNegative = z.string().regex(/^(-0(\.0+)?|(0|[1-9][0-9]*)(\.[0-9]+)?)([eE][+-]?[0-9]+)?$/)
const positive = z.string().regex(/^(?=[0-9.]*[1-9])(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/)

/** The shape of an amount or a count, as part of an input whose check says all else: 0 or more. */
export const amountShape: z.ZodType<DecimalInput> = z.union([notNegative, z.number().min(0).max(GREATEST)])

/** The shape of a share: 0 to 1. */
export const shareShape: z.ZodType<DecimalInput> = z.union([notNegative, z.number().min(0).max(1)])

/** The shape of what is divided by: above 0. */
export const sizeShape: z.ZodType<DecimalInput> = z.union([positive, z.number().min(SMALLEST).max(GREATEST)])
