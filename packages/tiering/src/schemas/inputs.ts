import type { Issue, Path } from '@clientele/core'
import { calendarDateSchema, checkedSchema, collectingIssues, decimalInputSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import type { Activity, AttritionCase, AttritionPolicy, CustomerContract } from '../attrition/types.js'
import { warnOfAttrition } from '../attrition/warnOfAttrition.js'
import { readLadder } from '../benefits/readLadder.js'
import type { DiscountLadder } from '../benefits/types.js'
import { readMember } from '../levels/readMember.js'
import type { LevelMember } from '../levels/types.js'
import { customerEquity } from '../migration/customerEquity.js'
import { projectTiers } from '../migration/projectTiers.js'
import type { EquityCase, TierProjection } from '../migration/types.js'
import { readSummary } from '../rfm/gatherSummaries.js'
import { readTransaction } from '../rfm/readTransaction.js'
import type { RfmSummary, Transaction } from '../rfm/types.js'
import { averageMonthlySales } from '../sales/averageMonthlySales.js'
import type { Sale } from '../sales/types.js'
import { classifyByScore } from '../tiers/classifyByScore.js'
import { classifyByThreshold } from '../tiers/classifyByThreshold.js'
import type { CustomerScore, CustomerValue, ThresholdScheme } from '../tiers/types.js'
import { currency, ladder } from './parts.js'
import { FIRST_ROW, issuesOfLists, issuesOfVerb, issuesWithin } from './verbIssues.js'

const LAST_DATE = '9999-12-31'

/** What a reader finds wrong with the first row of a list. */
function issuesOfRow(read: (value: unknown, index: number, issues: Issue[]) => unknown): (value: unknown) => Issue[] {
  return (value) => {
    const issues: Issue[] = []
    read(value, 0, issues)
    return issuesWithin(FIRST_ROW, issues)
  }
}

/** Policies that nothing is lacking in, so that only the value can be wrong. */
const anyTier: ThresholdScheme = { kind: 'tier-scheme', id: 'any', version: 1, type: 'threshold', tiers: [{ id: 'all', from: null }] }
const anySign: AttritionPolicy = {
  kind: 'attrition-policy',
  id: 'any',
  version: 1,
  levels: [{ id: 'all', action: '…' }],
  signals: [{ type: 'silent', level: 'all', silentFor: 'P1D' }],
}
const lastDay = { asOf: LAST_DATE }

const transaction = { customer: idSchema, date: calendarDateSchema, amount: decimalInputSchema, currency: currency.optional() }

/** A sale. */
export const saleSchema: z.ZodType<Sale> = checkedSchema(
  z.strictObject(transaction) as z.ZodType<Sale>,
  issuesOfVerb(FIRST_ROW, (sale) => averageMonthlySales([sale], { ...lastDay, months: 1 })),
)

/** What a customer is worth. */
export const customerValueSchema: z.ZodType<CustomerValue> = checkedSchema(
  z.strictObject({ customer: idSchema, value: decimalInputSchema, currency: currency.optional() }) as z.ZodType<CustomerValue>,
  issuesOfVerb(FIRST_ROW, (customer) => classifyByThreshold([customer], anyTier)),
)

/** A customer's score. */
export const customerScoreSchema: z.ZodType<CustomerScore> = checkedSchema(
  z.strictObject({ customer: idSchema, score: decimalInputSchema }) as z.ZodType<CustomerScore>,
  issuesOfVerb(FIRST_ROW, (score) => classifyByScore([score], anyTier)),
)

/** A purchase or a refund. */
export const transactionSchema: z.ZodType<Transaction> = checkedSchema(
  z.strictObject(transaction) as z.ZodType<Transaction>,
  issuesOfRow((row, index, issues) => readTransaction(row, index, undefined, issues)),
)

/** What a customer's transactions come to, under a scheme of sums or one of means. */
export const rfmSummarySchema: z.ZodType<RfmSummary> = checkedSchema(
  z.strictObject({
    customer: idSchema,
    recencyDays: z.int().min(0).nullable(),
    frequency: z.int().min(0),
    monetary: decimalInputSchema.nullable(),
  }) as z.ZodType<RfmSummary>,
  issuesOfRow((row, index, issues) => readSummary(row, index, true, issues)),
)

const point = z.strictObject({ date: calendarDateSchema, points: decimalInputSchema, forecast: z.boolean().optional() })

/** A member of a programme, of whatever levels. */
export const levelMemberSchema: z.ZodType<LevelMember> = checkedSchema(
  z.strictObject({
    customer: idSchema,
    points: z.array(point),
    level: idSchema.nullable().optional(),
    since: calendarDateSchema.nullable().optional(),
  }) as z.ZodType<LevelMember>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readMember(value, { levels: undefined, asOf: undefined }, path, issues)),
)

/** Discounts by the size of an order. */
export const discountLadderSchema: z.ZodType<DiscountLadder> = checkedSchema(ladder, collectingIssues(readLadder))

const projection = { counts: z.array(decimalInputSchema), rates: z.array(z.array(decimalInputSchema)) }

/** How many customers are in each tier, and where they go. */
export const tierProjectionSchema: z.ZodType<TierProjection> = checkedSchema(
  z.strictObject(projection) as z.ZodType<TierProjection>,
  issuesOfVerb(1, (value) => projectTiers(value, { periods: 0 })),
)

/** Customers by tier, where they go, and what each brings in. */
export const equityCaseSchema: z.ZodType<EquityCase> = checkedSchema(
  z.strictObject({ ...projection, margins: z.array(decimalInputSchema), discountRate: decimalInputSchema }) as z.ZodType<EquityCase>,
  issuesOfVerb(1, customerEquity),
)

const activity = z.strictObject({ customer: idSchema, date: calendarDateSchema.optional(), at: z.string().optional(), type: idSchema })
const contract = z.strictObject({ customer: idSchema, from: calendarDateSchema, to: calendarDateSchema, renewed: z.boolean().optional() })

/** Something that happened with a customer. */
export const activitySchema: z.ZodType<Activity> = checkedSchema(
  activity as z.ZodType<Activity>,
  issuesOfVerb(FIRST_ROW, (value) => warnOfAttrition([value], anySign, lastDay)),
)

/** A contract with a customer. */
export const customerContractSchema: z.ZodType<CustomerContract> = checkedSchema(
  contract as z.ZodType<CustomerContract>,
  issuesOfVerb(FIRST_ROW, (value) => warnOfAttrition({ activity: [], contracts: [value] }, anySign, lastDay)),
)

/** What is known of customers. */
export const attritionCaseSchema: z.ZodType<AttritionCase> = checkedSchema(
  z.strictObject({ activity: z.array(activity), contracts: z.array(contract).optional() }) as z.ZodType<AttritionCase>,
  issuesOfLists((value) => warnOfAttrition(value, anySign, lastDay)),
)
