import type { Issue } from '@clientele/core'
import { checkKeys, checkList, checkRecord } from '@clientele/core/checks'
import { LAST_DAY } from '@clientele/core/days'
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
import { checkAgeingScheme } from '../ageing/checkAgeingScheme.js'
import type { AgeingScheme } from '../ageing/types.js'
import { checkDunningScheme } from '../dunning/checkDunningScheme.js'
import { readHistory, readSentLetter } from '../dunning/readHistory.js'
import type { DunningCase, DunningScheme, SentLetter } from '../dunning/types.js'
import { checkInterestRate } from '../interest/checkInterestRate.js'
import type { InterestRate } from '../interest/types.js'
import { checkProvisionMatrix } from '../provisions/checkProvisionMatrix.js'
import { readRollRates } from '../provisions/readRollRates.js'
import type { ProvisionMatrix, RollRateCase } from '../provisions/types.js'
import { readItems } from '../receivables/readItems.js'
import { readOpenItem } from '../receivables/readOpenItem.js'
import { readSplit } from '../receivables/splitOpenItem.js'
import type { OpenItem, SplitCase } from '../receivables/types.js'
import { amountByCurrency, currency } from './parts.js'

const application = z.strictObject({
  date: calendarDateSchema,
  type: z.enum(['payment', 'discount', 'credit-note', 'write-off']),
  settles: decimalInputSchema,
  payment: idSchema.optional(),
  amount: decimalInputSchema.optional(),
})

/** An open item's shape. */
export const openItem: z.ZodType<OpenItem> = z.strictObject({
  id: idSchema,
  customer: idSchema,
  date: calendarDateSchema,
  due: calendarDateSchema,
  amount: decimalInputSchema,
  currency,
  disputed: z.boolean().optional(),
  blocked: z.boolean().optional(),
  applications: z.array(application).optional(),
}) as z.ZodType<OpenItem>

/** An open item with all that settles it. */
export const openItemSchema: z.ZodType<OpenItem> = checkedSchema(openItem, collectingIssues(readOpenItem))

const instalment = z.strictObject({
  line: z.int().min(1),
  date: calendarDateSchema,
  amount: decimalInputSchema,
  dates: z.array(calendarDateSchema).optional(),
})

/** An open item that is due in instalments. */
export const splitCaseSchema: z.ZodType<SplitCase> = checkedSchema(
  z.strictObject({ item: openItem, instalments: z.array(instalment).min(1) }) as z.ZodType<SplitCase>,
  (value) => {
    const issues: Issue[] = []
    if (checkRecord(value, [], issues)) readSplit(value, issues)
    return issues
  },
)

const ageingScheme = z.strictObject({
  kind: z.literal('ageing-scheme'),
  ...policyShape,
  by: z.enum(['due-date', 'invoice-date']),
  boundary: z.enum(['at-or-below', 'below']).optional(),
  buckets: z.array(z.strictObject({ id: idSchema, title: localizedTextSchema.optional(), upToDays: z.int().min(0).nullable() })).min(1),
})

/** How receivables are sorted by age. */
export const ageingSchemeSchema: z.ZodType<AgeingScheme> = checkedSchema(ageingScheme as z.ZodType<AgeingScheme>, checkAgeingScheme)

const interestRate = z.strictObject({
  kind: z.literal('interest-rate'),
  ...policyShape,
  stepsApply: z.enum(['each-day', 'first-day']).optional(),
  steps: z.array(z.strictObject({ from: calendarDateSchema, percent: decimalInputSchema })).min(1),
  daysInYear: z.union([z.literal(365), z.literal(360), z.literal('actual')]),
  rounding: z.enum(['total', 'span', 'day']).optional(),
})

/** How late payment bears interest. */
export const interestRateSchema: z.ZodType<InterestRate> = checkedSchema(interestRate as z.ZodType<InterestRate>, checkInterestRate)

const dunningScheme = z.strictObject({
  kind: z.literal('dunning-scheme'),
  ...policyShape,
  levels: z
    .array(
      z.strictObject({
        level: z.int().min(1),
        afterDays: z.int().min(1),
        minimumInterval: durationSchema.optional(),
        letter: idSchema,
        feeAmount: amountByCurrency.optional(),
        block: z.boolean().optional(),
      }),
    )
    .min(1),
  minimumAmount: amountByCurrency.optional(),
  skipDisputed: z.boolean().optional(),
  interest: interestRate.optional(),
})

/** When which reminder is sent. */
export const dunningSchemeSchema: z.ZodType<DunningScheme> = checkedSchema(dunningScheme as z.ZodType<DunningScheme>, checkDunningScheme)

const sentLetter = z.strictObject({ item: idSchema, level: z.int().min(1), sentOn: calendarDateSchema })

/** A letter that was sent for an item. */
export const sentLetterSchema: z.ZodType<SentLetter> = checkedSchema(sentLetter as z.ZodType<SentLetter>, collectingIssues(readSentLetter))

const dunningCase = z.strictObject({ items: z.array(openItem), history: z.array(sentLetter).optional() })

/** Open items and the letters that were sent for them. */
export const dunningCaseSchema: z.ZodType<DunningCase> = checkedSchema(dunningCase as z.ZodType<DunningCase>, checkDunningCase)

function checkDunningCase(value: unknown): Issue[] {
  const issues: Issue[] = []
  if (!checkRecord(value, [], issues)) return issues
  const { items, history, ...others } = { ...value }
  checkKeys(others, ['items', 'history'], [], issues)
  readHistory(history, issues)
  if (!checkList(items, ['items'], issues)) return issues
  return [...issues, ...readItems(items, 'collect', LAST_DAY).rejected.flatMap((row) => row.issues)]
}

const provisionRate = z.union([
  z.strictObject({ bucket: idSchema, percent: decimalInputSchema }),
  z.strictObject({ bucket: idSchema, lost: decimalInputSchema, of: decimalInputSchema, rate: z.number().optional() }),
])

const provisionMatrix = z.strictObject({ kind: z.literal('provision-matrix'), ...policyShape, rates: z.array(provisionRate).min(1) })

/** The losses that are expected of receivables, by age. */
export const provisionMatrixSchema: z.ZodType<ProvisionMatrix> = checkedSchema(provisionMatrix as z.ZodType<ProvisionMatrix>, checkProvisionMatrix)

const rollRateCase = z.strictObject({
  sales: decimalInputSchema,
  openAfter: z.array(decimalInputSchema).min(1),
  lost: decimalInputSchema,
  buckets: z.array(idSchema).optional(),
})

/** What of a time's sales was still open after each bucket, and lost in the end. */
export const rollRateCaseSchema: z.ZodType<RollRateCase> = checkedSchema(rollRateCase as z.ZodType<RollRateCase>, collectingIssues(readRollRates))
