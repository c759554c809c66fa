import { checkedSchema, decimalInputSchema, durationSchema, idSchema, localizedTextSchema, policyShape } from '@clientele/core/schemas'
import * as z from 'zod'
import { checkAttritionPolicy } from '../attrition/checkAttritionPolicy.js'
import type { AttritionPolicy } from '../attrition/types.js'
import { checkBenefitProgramme } from '../benefits/checkBenefitProgramme.js'
import type { BenefitProgramme } from '../benefits/types.js'
import { checkLevelProgramme } from '../levels/checkLevelProgramme.js'
import { checkLossRebate } from '../levels/checkLossRebate.js'
import type { LevelProgramme, LossRebate } from '../levels/types.js'
import { checkRetierPolicy } from '../retiering/checkRetierPolicy.js'
import type { RetierPolicy } from '../retiering/types.js'
import { checkRfmScheme } from '../rfm/checkRfmScheme.js'
import type { RfmScheme } from '../rfm/types.js'
import { checkTierScheme } from '../tiers/checkTierScheme.js'
import type { TierScheme } from '../tiers/types.js'
import { currency, ladder } from './parts.js'

const title = localizedTextSchema.optional()
const named = { id: idSchema, title }
const tierScheme = { kind: z.literal('tier-scheme'), ...policyShape, currency: currency.optional() }
const shares = {
  cuts: z.array(z.strictObject({ ...named, upToPercent: decimalInputSchema })).min(1),
  boundary: z.enum(['before', 'after']).optional(),
  expectedShareOfValue: z.array(z.strictObject({ id: idSchema, fromPercent: decimalInputSchema, toPercent: decimalInputSchema })).optional(),
}

/** How customers are sorted into tiers: by threshold, or by share. */
export const tierSchemeSchema: z.ZodType<TierScheme> = checkedSchema(
  z.discriminatedUnion('type', [
    z.strictObject({
      ...tierScheme,
      type: z.literal('threshold'),
      tiers: z.array(z.strictObject({ ...named, from: decimalInputSchema.nullable() })).min(1),
      boundary: z.enum(['above', 'at-or-above']).optional(),
    }),
    z.strictObject({ ...tierScheme, type: z.literal('share-of-value'), ...shares }),
    z.strictObject({ ...tierScheme, type: z.literal('share-of-customers'), ...shares }),
  ]) as z.ZodType<TierScheme>,
  checkTierScheme,
)

const scoreRange = z.tuple([z.int().min(1), z.int().min(1)]).optional()
const rfmScheme = {
  kind: z.literal('rfm-scheme'),
  ...policyShape,
  currency: currency.optional(),
  monetary: z.strictObject({ measure: z.enum(['net', 'gross']), statistic: z.enum(['sum', 'mean']) }).optional(),
  segments: z.array(z.strictObject({ ...named, r: scoreRange, f: scoreRange, m: scoreRange, action: title })),
}
const cuts = z.array(decimalInputSchema).min(1)

/** How customers are scored by recency, frequency and monetary value. */
export const rfmSchemeSchema: z.ZodType<RfmScheme> = checkedSchema(
  z.union([
    z.strictObject({ ...rfmScheme, bins: z.int().min(2).max(20), cuts: z.never().optional(), compatible: z.literal('r-rfm').optional() }),
    z.strictObject({
      ...rfmScheme,
      cuts: z.strictObject({ recency: cuts, frequency: cuts, monetary: cuts }),
      bins: z.never().optional(),
      compatible: z.never().optional(),
    }),
  ]) as z.ZodType<RfmScheme>,
  checkRfmScheme,
)

/** How points become levels. */
export const levelProgrammeSchema: z.ZodType<LevelProgramme> = checkedSchema(
  z.strictObject({
    kind: z.literal('level-programme'),
    ...policyShape,
    period: durationSchema,
    levels: z.array(z.strictObject({ ...named, from: decimalInputSchema })).min(1),
    countForecastPercent: decimalInputSchema.optional(),
    softLanding: z.boolean().optional(),
  }) as z.ZodType<LevelProgramme>,
  checkLevelProgramme,
)

/** How much of their losses is given back to whom. */
export const lossRebateSchema: z.ZodType<LossRebate> = checkedSchema(
  z.strictObject({
    kind: z.literal('loss-rebate'),
    ...policyShape,
    currency: currency.optional(),
    levels: z.array(z.strictObject({ ...named, percent: decimalInputSchema })).min(1),
    inKind: z.boolean().optional(),
  }) as z.ZodType<LossRebate>,
  checkLossRebate,
)

/** How customers are managed by tier. */
export const benefitProgrammeSchema: z.ZodType<BenefitProgramme> = checkedSchema(
  z.strictObject({
    kind: z.literal('benefit-programme'),
    ...policyShape,
    currency: currency.optional(),
    tiers: z
      .array(
        z.strictObject({
          tier: idSchema,
          title,
          terms: idSchema,
          ladder,
          services: z.array(localizedTextSchema),
          owner: localizedTextSchema,
          visits: durationSchema.optional(),
          roster: z.boolean().optional(),
        }),
      )
      .min(1),
  }) as z.ZodType<BenefitProgramme>,
  checkBenefitProgramme,
)

const cut = decimalInputSchema.nullable().optional()
const moment = z.enum(['at-once', 'at-review'])

/** When customers change their tier. */
export const retierPolicySchema: z.ZodType<RetierPolicy> = checkedSchema(
  z.strictObject({
    kind: z.literal('retier-policy'),
    ...policyShape,
    currency: currency.optional(),
    tiers: z.array(z.strictObject({ ...named, promoteFrom: cut, demoteBelow: cut, from: cut })).min(1),
    minimumStay: durationSchema.optional(),
    grace: durationSchema.optional(),
    up: moment,
    down: moment,
    review: z.strictObject({ months: z.array(z.int().min(1).max(12)).min(1) }).optional(),
    maximumSteps: z.int().min(1).optional(),
    withoutValue: z.enum(['hold', 'zero']).optional(),
  }) as z.ZodType<RetierPolicy>,
  checkRetierPolicy,
)

const signal = { id: idSchema.optional(), level: idSchema, types: z.array(idSchema).min(1).optional() }

/** When customers seem to be leaving, and what is done. */
export const attritionPolicySchema: z.ZodType<AttritionPolicy> = checkedSchema(
  z.strictObject({
    kind: z.literal('attrition-policy'),
    ...policyShape,
    levels: z.array(z.strictObject({ ...named, action: localizedTextSchema })).min(1),
    signals: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            ...signal,
            type: z.literal('interactions-falling'),
            window: durationSchema,
            comparedWindows: z.int().min(1).max(100),
            fallPercent: decimalInputSchema,
            leastExpected: decimalInputSchema.optional(),
          }),
          z.strictObject({ ...signal, type: z.literal('silent-before-contract-end'), within: durationSchema, silentFor: durationSchema }),
          z.strictObject({ ...signal, type: z.literal('silent'), silentFor: durationSchema }),
          z.strictObject({
            ...signal,
            type: z.literal('longer-pause-than-usual'),
            times: decimalInputSchema,
            leastPauses: z.int().min(1).optional(),
          }),
        ]),
      )
      .min(1),
  }) as z.ZodType<AttritionPolicy>,
  checkAttritionPolicy,
)
