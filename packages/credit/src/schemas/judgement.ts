import {
  calendarDateSchema,
  checkedSchema,
  collectingIssues,
  decimalInputSchema,
  durationSchema,
  idSchema,
  localizedTextSchema,
  policyShape,
} from '@clientele/core/schemas'
import * as z from 'zod'
import { readCreditPolicy } from '../comparison/readCreditPolicy.js'
import { readReceivablesCost } from '../comparison/readReceivablesCost.js'
import type { CreditPolicyFigures, ReceivablesCostFigures } from '../comparison/types.js'
import { checkDeteriorationPolicy } from '../deterioration/checkDeteriorationPolicy.js'
import { readCreditState } from '../deterioration/readCreditState.js'
import { readDeteriorationCase } from '../deterioration/readDeterioration.js'
import type { CreditState, DeteriorationCase, DeteriorationPolicy } from '../deterioration/types.js'
import { checkInvestigationScheme } from '../investigation/checkInvestigationScheme.js'
import { readCreditReport } from '../investigation/readCreditReport.js'
import type { CreditReport, InvestigationScheme } from '../investigation/types.js'
import { checkCreditRatingScheme } from '../rating/checkCreditRatingScheme.js'
import type { CreditRatingScheme } from '../rating/types.js'
import { account } from './orders.js'
import { roles } from './parts.js'

const depth = z.enum(['brief', 'standard', 'in-depth'])
const title = localizedTextSchema.optional()

const investigationScheme = z.strictObject({
  kind: z.literal('credit-investigation'),
  ...policyShape,
  depthBySize: z.strictObject({ small: depth, ordinary: depth, important: depth }),
  depthByRisk: z.strictObject({ low: depth, moderate: depth, high: depth }),
  sections: z
    .array(
      z.strictObject({
        id: idSchema,
        title,
        from: depth,
        facts: z.array(z.strictObject({ id: idSchema, title, from: depth.optional() })).optional(),
        sources: z.array(z.enum(['direct', 'indirect'])).optional(),
        validFor: durationSchema.optional(),
      }),
    )
    .min(1),
})

/** Which report which customer needs. */
export const investigationSchemeSchema: z.ZodType<InvestigationScheme> = checkedSchema(
  investigationScheme as z.ZodType<InvestigationScheme>,
  checkInvestigationScheme,
)

const source = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('direct'), means: z.enum(['inquiry', 'observation', 'questionnaire']), name: idSchema.optional() }),
  z.strictObject({ type: z.literal('indirect'), means: z.enum(['bank', 'agency', 'authority']), name: idSchema.optional() }),
])

const creditReport = z.strictObject({
  customer: idSchema,
  depth,
  date: calendarDateSchema,
  sections: z.array(
    z.strictObject({
      id: idSchema,
      date: calendarDateSchema.optional(),
      facts: z.object({}).catchall(z.union([z.string(), z.number(), z.boolean()]).optional()),
      sources: z.array(source).optional(),
    }),
  ),
})

/** What an investigation found. */
export const creditReportSchema: z.ZodType<CreditReport> = checkedSchema(creditReport as z.ZodType<CreditReport>, collectingIssues(readCreditReport))

const from = decimalInputSchema.nullable()

const creditRatingScheme = z.strictObject({
  kind: z.literal('credit-rating'),
  ...policyShape,
  factors: z
    .array(
      z.strictObject({
        id: idSchema,
        title,
        weight: decimalInputSchema,
        bands: z.array(z.strictObject({ from, points: decimalInputSchema })).min(1),
        maximum: decimalInputSchema.optional(),
        unknownPoints: decimalInputSchema.optional(),
      }),
    )
    .min(1),
  score: z.enum(['weighted-average', 'weighted-sum']).optional(),
  grades: z.array(z.strictObject({ id: idSchema, title, from, expectedBadDebtPercent: decimalInputSchema })).min(1),
  standard: z.strictObject({ maximumBadDebtPercent: decimalInputSchema }),
})

/** How a customer's credit is rated. */
export const creditRatingSchemeSchema: z.ZodType<CreditRatingScheme> = checkedSchema(
  creditRatingScheme as z.ZodType<CreditRatingScheme>,
  checkCreditRatingScheme,
)

const creditState = z.looseObject({
  grade: idSchema.optional(),
  expectedBadDebtRate: z.number().min(0).max(1).optional(),
  meetsStandard: z.boolean().optional(),
  dunningLevel: z.int().min(0).optional(),
  overdue: decimalInputSchema.optional(),
  daysDelinquent: z.number().optional(),
})

/** A customer's credit state at a time. */
export const creditStateSchema: z.ZodType<CreditState> = checkedSchema(creditState as z.ZodType<CreditState>, collectingIssues(readCreditState))

/** A customer's credit state before and after, and the account. */
export const deteriorationCaseSchema: z.ZodType<DeteriorationCase> = checkedSchema(
  z.strictObject({ before: creditState, after: creditState, account }) as z.ZodType<DeteriorationCase>,
  collectingIssues(readDeteriorationCase),
)

const named = { id: idSchema, title }
const sign = z.discriminatedUnion('type', [
  z.strictObject({ ...named, type: z.literal('grade-fell'), by: z.int().min(1).optional() }),
  z.strictObject({ ...named, type: z.literal('loss-rate-rose'), byPercentagePoints: decimalInputSchema.optional() }),
  z.strictObject({ ...named, type: z.literal('standard-lost') }),
  z.strictObject({ ...named, type: z.literal('dunning-level-rose'), by: z.int().min(1).optional() }),
  z.strictObject({ ...named, type: z.literal('overdue-rose'), byAmount: decimalInputSchema.optional() }),
  z.strictObject({ ...named, type: z.literal('days-delinquent-rose'), byDays: decimalInputSchema.optional() }),
])

const onSigns = z.array(idSchema).min(1).optional()
const measure = z.discriminatedUnion('measure', [
  z.strictObject({ onSigns, measure: z.literal(['guarantor', 'joint-guarantor', 'notarise-contract']) }),
  z.strictObject({ onSigns, measure: z.literal(['raise-deposit', 'reduce-supply']), toPercentOfLimit: decimalInputSchema.optional() }),
  z.strictObject({ onSigns, measure: z.literal('restrict-shipments'), to: idSchema.optional() }),
])

const deteriorationPolicy = z.strictObject({
  kind: z.literal('deterioration-policy'),
  ...policyShape,
  grades: z.array(idSchema).min(1).optional(),
  signs: z.array(sign).min(1),
  reportTo: idSchema,
  decidedBy: z.array(idSchema).min(1),
  roles: roles.optional(),
  measures: z.array(measure),
})

/** What is done when a customer's credit gets worse. */
export const deteriorationPolicySchema: z.ZodType<DeteriorationPolicy> = checkedSchema(
  deteriorationPolicy as z.ZodType<DeteriorationPolicy>,
  checkDeteriorationPolicy,
)

const receivablesCostFigures = z.strictObject({
  dailySales: decimalInputSchema,
  collectionDays: decimalInputSchema,
  variableCostPercent: decimalInputSchema,
  costOfCapitalPercent: decimalInputSchema,
  managementCost: decimalInputSchema,
  badDebtPercent: decimalInputSchema,
  daysInYear: z.literal([360, 365]).optional(),
})

/** What credit sales tie up and cost. */
export const receivablesCostFiguresSchema: z.ZodType<ReceivablesCostFigures> = checkedSchema(
  receivablesCostFigures as z.ZodType<ReceivablesCostFigures>,
  collectingIssues(readReceivablesCost),
)

const figures = {
  id: idSchema,
  sales: decimalInputSchema,
  variableCostPercent: decimalInputSchema,
  badDebtPercent: decimalInputSchema.optional(),
  badDebt: decimalInputSchema.optional(),
  collectionCost: decimalInputSchema.optional(),
}
const discount = decimalInputSchema.optional()
const share = z.strictObject({ days: decimalInputSchema, share: decimalInputSchema, discountPercent: decimalInputSchema.optional() })

const creditPolicyFigures = z.union([
  z.strictObject({ ...figures, collectionDays: decimalInputSchema, discount }),
  z.strictObject({ ...figures, mix: z.array(share).min(1) }),
  z.strictObject({ ...figures, receivables: decimalInputSchema, discount }),
])

/** What is expected under a credit policy. */
export const creditPolicyFiguresSchema: z.ZodType<CreditPolicyFigures> = checkedSchema(
  creditPolicyFigures as z.ZodType<CreditPolicyFigures>,
  collectingIssues(readCreditPolicy),
)
