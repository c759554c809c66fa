import type { Issue, Path } from '@clientele/core'
import { checkedSchema, collectingIssues, decimalInputSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { GREATEST_AGE, MOST_PURCHASES, readHistory } from '../lifetime/readHistory.js'
import type { NumberBounds } from '../lifetime/readNumber.js'
import { BG_NBD_BOUNDS, GAMMA_GAMMA_BOUNDS, readBgNbd, readGammaGamma } from '../lifetime/readParameters.js'
import type { BgNbdParameters, GammaGammaParameters, PurchaseHistory } from '../lifetime/types.js'
import { AGE_UNITS } from '../purchases/ageUnits.js'
import { retentionValue } from '../retention/retentionValue.js'
import type { RetentionCase } from '../retention/types.js'
import { issuesOfVerb } from './verbIssues.js'

const within = ({ minimum, maximum }: NumberBounds): z.ZodNumber => z.number().min(minimum).max(maximum)

/** How often customers of a book buy, and when they stop. */
export const bgNbdParametersSchema: z.ZodType<BgNbdParameters> = checkedSchema(
  z.strictObject({
    model: z.literal('bg-nbd'),
    unit: z.enum(AGE_UNITS),
    r: within(BG_NBD_BOUNDS.r),
    alpha: within(BG_NBD_BOUNDS.alpha),
    a: within(BG_NBD_BOUNDS.a),
    b: within(BG_NBD_BOUNDS.b),
  }),
  collectingIssues(readBgNbd),
)

/** How much customers of a book spend on a purchase. */
export const gammaGammaParametersSchema: z.ZodType<GammaGammaParameters> = checkedSchema(
  z.strictObject({
    model: z.literal('gamma-gamma'),
    p: within(GAMMA_GAMMA_BOUNDS.p),
    q: within(GAMMA_GAMMA_BOUNDS.q),
    v: within(GAMMA_GAMMA_BOUNDS.v),
  }),
  collectingIssues(readGammaGamma),
)

const history = { times: true, spend: true }

/** When a customer bought, and for how much; a row of summarised purchases is one. */
export const purchaseHistorySchema: z.ZodType<PurchaseHistory> = checkedSchema(
  z.strictObject({
    customer: idSchema.optional(),
    repeatPurchases: z.int().min(0).max(MOST_PURCHASES),
    lastPurchaseAge: z.number().min(0).max(GREATEST_AGE),
    age: z.number().min(0).max(GREATEST_AGE),
    meanSpend: decimalInputSchema,
    repeatSpend: z.unknown().optional(),
    firstPurchase: z.unknown().optional(),
    lastPurchase: z.unknown().optional(),
  }) as z.ZodType<PurchaseHistory>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readHistory(value, path, history, issues)),
)

/** A customer who brings in the same margin each period, and stays with the same probability. */
export const retentionCaseSchema: z.ZodType<RetentionCase> = checkedSchema(
  z.strictObject({
    margin: decimalInputSchema,
    retentionRate: decimalInputSchema,
    discountRate: decimalInputSchema,
    from: z.enum(['now', 'next-period']),
  }) as z.ZodType<RetentionCase>,
  issuesOfVerb(1, retentionValue),
)
