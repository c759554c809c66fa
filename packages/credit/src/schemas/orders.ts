import {
  calendarDateSchema,
  checkedSchema,
  collectingIssues,
  decimalInputSchema,
  durationSchema,
  idSchema,
  policyShape,
} from '@clientele/core/schemas'
import * as z from 'zod'
import { readAccount } from '../accounts/readAccount.js'
import { readRelease } from '../accounts/readReleases.js'
import type { CreditAccount, OrderRelease } from '../accounts/types.js'
import { checkLimitPolicy } from '../limits/checkLimitPolicy.js'
import type { LimitPolicy } from '../limits/types.js'
import { BREACH_CODES } from '../orders/breachCodes.js'
import { checkOrderPolicy } from '../orders/checkOrderPolicy.js'
import type { OrderPolicy } from '../orders/policyTypes.js'
import { readOrderCase } from '../orders/readOrderCase.js'
import type { OrderCase } from '../orders/types.js'
import { amountByCurrency, currency, days, roles } from './parts.js'
import { openItem } from './receivables.js'

const depth = z.enum(['brief', 'standard', 'in-depth'])

const commitment = z.strictObject({
  id: idSchema.optional(),
  customer: idSchema.optional(),
  amount: decimalInputSchema,
  currency: currency.optional(),
  date: calendarDateSchema.optional(),
})

const deposit = z.strictObject({
  id: idSchema.optional(),
  amount: decimalInputSchema,
  currency: currency.optional(),
  validFrom: calendarDateSchema.optional(),
  validUntil: calendarDateSchema.optional(),
})

const release = z.strictObject({
  order: idSchema,
  by: idSchema,
  role: idSchema,
  until: calendarDateSchema,
  date: calendarDateSchema.optional(),
  amount: decimalInputSchema.optional(),
  currency: currency.optional(),
  breaches: z.array(z.enum(BREACH_CODES)).min(1).optional(),
})

/** That somebody let an order pass. */
export const orderReleaseSchema: z.ZodType<OrderRelease> = checkedSchema(release as z.ZodType<OrderRelease>, collectingIssues(readRelease))

const limit = z.strictObject({ amount: decimalInputSchema.nullable(), validUntil: calendarDateSchema.optional() })

const accountShape = z.strictObject({
  customer: idSchema,
  company: idSchema.optional(),
  currency,
  limit: limit.optional(),
  items: z.array(openItem).optional(),
  deliveries: z.array(commitment).optional(),
  orders: z.array(commitment).optional(),
  deposits: z.array(deposit).optional(),
  guarantees: z.array(deposit.extend({ joint: z.boolean().optional() })).optional(),
  report: z.looseObject({ depth, date: calendarDateSchema }).optional(),
  grade: z.union([idSchema, z.looseObject({ grade: idSchema, meetsStandard: z.boolean() })]).optional(),
  dunningLevel: z.int().min(0).optional(),
  blocked: z.boolean().optional(),
  releases: z.array(release).optional(),
  netWorth: decimalInputSchema.optional(),
  monthlyPurchases: decimalInputSchema.optional(),
  creditDays: days.optional(),
  requestedLimit: decimalInputSchema.optional(),
})

/** An account's shape. */
export const account: z.ZodType<CreditAccount> = accountShape as z.ZodType<CreditAccount>

/** Facts about a customer of one company, in one currency. */
export const creditAccountSchema: z.ZodType<CreditAccount> = checkedSchema(account, collectingIssues(readAccount))

const orderCase = z.strictObject({
  order: z.strictObject({ id: idSchema, customer: idSchema, amount: decimalInputSchema, currency }),
  account: accountShape.extend({ limit }),
})

/** An order, and the account that it asks credit of. */
export const orderCaseSchema: z.ZodType<OrderCase> = checkedSchema(orderCase as z.ZodType<OrderCase>, collectingIssues(readOrderCase))

const part = z.enum(['receivables', 'deliveries', 'orders', 'deposits', 'guarantees'])
const response = z.enum(['hold', 'refuse'])
const plainRule = z.union([response, z.strictObject({ response })])
const overdueRule = z.strictObject({
  days: days.optional(),
  minimumAmount: amountByCurrency.optional(),
  skipDisputed: z.boolean().optional(),
  response,
})
const dunningLevelRule = z.strictObject({ from: z.int().min(1).optional(), response })

const breaches = z.strictObject({
  'over-limit': plainRule.optional(),
  'limit-expired': plainRule.optional(),
  overdue: z.union([response, overdueRule, z.array(overdueRule).min(1)]).optional(),
  'dunning-level': z.union([response, dunningLevelRule, z.array(dunningLevelRule).min(1)]).optional(),
  'guarantee-expired': plainRule.optional(),
  'report-missing': z.union([response, z.strictObject({ depth: depth.optional(), response })]).optional(),
  'report-stale': z.union([response, z.strictObject({ validFor: durationSchema.optional(), response })]).optional(),
  'below-standard': z.union([response, z.strictObject({ grades: z.array(idSchema).optional(), unknown: response.optional(), response })]).optional(),
  'account-blocked': plainRule.optional(),
})

const orderPolicy = z.strictObject({
  kind: z.literal('order-policy'),
  ...policyShape,
  exposure: z.strictObject({
    count: z.array(part).min(1),
    convert: z.strictObject({ to: currency, rates: z.object({}).catchall(decimalInputSchema.optional()) }).optional(),
    jointGuaranteesOnly: z.boolean().optional(),
  }),
  breaches,
  release: z
    .array(
      z.strictObject({
        breach: z.enum(BREACH_CODES),
        role: idSchema,
        upToPercentOverLimit: decimalInputSchema.optional(),
        validFor: durationSchema,
      }),
    )
    .optional(),
  roles: roles.optional(),
})

/** When an order passes, when not, and who may release it. */
export const orderPolicySchema: z.ZodType<OrderPolicy> = checkedSchema(orderPolicy as z.ZodType<OrderPolicy>, checkOrderPolicy)

const limitRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('share-of-net-worth'), percent: decimalInputSchema }),
  z.strictObject({ type: z.literal('purchases-in-credit-period'), daysInMonth: z.int().min(1).optional() }),
  z.strictObject({ type: z.literal('requested') }),
  z.strictObject({ type: z.literal('maximum'), amount: amountByCurrency }),
  z.strictObject({ type: z.literal('by-grade'), amounts: z.array(z.strictObject({ grade: idSchema, amount: amountByCurrency })).min(1) }),
])

const limitPolicy = z.strictObject({
  kind: z.literal('limit-policy'),
  ...policyShape,
  rules: z.array(limitRule).min(1),
  step: amountByCurrency.optional(),
  minimumLimit: amountByCurrency.optional(),
})

/** How a limit is suggested. */
export const limitPolicySchema: z.ZodType<LimitPolicy> = checkedSchema(limitPolicy as z.ZodType<LimitPolicy>, checkLimitPolicy)
