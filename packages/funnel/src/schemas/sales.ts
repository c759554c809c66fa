import type { DecimalInput, Issue, Path } from '@clientele/core'
import { calendarDateSchema, checkedSchema, collectingIssues, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { readBenchmark } from '../bottlenecks/readBenchmarks.js'
import type { StageBenchmark } from '../bottlenecks/types.js'
import { readSalesPeriod } from '../change/readSalesPeriod.js'
import type { SalesPeriod } from '../change/types.js'
import { MOST_ENTERED, readWeeklyConversion } from '../decline/readWeeklyConversion.js'
import type { WeeklyConversion } from '../decline/types.js'
import { readCost } from '../effort/readEffortOptions.js'
import type { EffortCost } from '../effort/types.js'
import { readForecastPeriod } from '../forecast/readForecastOptions.js'
import type { ForecastPeriod } from '../forecast/types.js'
import { readSalesFactors } from '../velocity/readSalesFactors.js'
import type { SalesFactors } from '../velocity/types.js'
import { amountShape, shareShape, sizeShape } from './decimalShapes.js'

const count = z.int().min(0)
const countOfWeek = count.max(MOST_ENTERED)
const group = z.strictObject({
  group: idSchema.nullable().describe('Null: those of no group.'),
  entered: count.describe('How many entered.'),
  converted: count.describe('How many of them converted.'),
})

/** What sales come of, each in its unit. */
const factors: { readonly [Factor in keyof SalesFactors]: z.ZodType<DecimalInput> } = {
  deals: amountShape.describe('How many deals there are.'),
  winRate: shareShape.describe('Which share of them is won.'),
  averageValue: amountShape.describe('What a won deal is worth.'),
  cycleDays: sizeShape.describe('How many days a deal takes.'),
}

/** What sales come of. */
export const salesFactorsSchema: z.ZodType<SalesFactors> = checkedSchema(
  z.strictObject(factors) as z.ZodType<SalesFactors>,
  collectingIssues(readSalesFactors),
)

/** The sales of a period by themselves. Whether two periods are of one form, {@link decomposeChange} says. */
export const salesPeriodSchema: z.ZodType<SalesPeriod> = checkedSchema(
  z.strictObject({
    deals: factors.deals.optional(),
    winRate: factors.winRate.optional(),
    averageValue: factors.averageValue.optional(),
    cycleDays: factors.cycleDays.optional(),
    groups: z.array(group).optional(),
  }) as z.ZodType<SalesPeriod>,
  collectingIssues(readSalesPeriod),
)

/** What came in a week, by itself; whether all rows count weeks in the same way, {@link detectDecline} says. */
export const weeklyConversionSchema: z.ZodType<WeeklyConversion> = checkedSchema(
  z.strictObject({
    week: z.union([z.string().regex(/^[0-9]{4}-(W[0-9]{2}|[0-9]{2}-[0-9]{2})$/), z.int()]).describe('As an ISO week, a date in it, or a number.'),
    entered: countOfWeek.describe('How many entered.'),
    converted: countOfWeek.describe('How many of them converted.'),
    group: idSchema.nullable().optional().describe('Null: those of no group.'),
  }) as z.ZodType<WeeklyConversion>,
  collectingIssues(readWeeklyConversion),
)

/** A period that is forecast. */
export const forecastPeriodSchema: z.ZodType<ForecastPeriod> = checkedSchema(
  z.strictObject({ from: calendarDateSchema, to: calendarDateSchema }) as z.ZodType<ForecastPeriod>,
  collectingIssues(readForecastPeriod),
)

/** What it takes to work a deal of a stage. Whether a measure has the stage, {@link allocateEffort} says. */
export const effortCostSchema: z.ZodType<EffortCost> = checkedSchema(
  z.strictObject({
    stage: idSchema,
    hoursPerDeal: sizeShape.describe('Hours of work on one deal.'),
    capacity: amountShape.optional().describe('How many deals can be worked at most.'),
  }) as z.ZodType<EffortCost>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readCost(value, undefined, path, issues)),
)

/** Which share of the deals of a stage should get on. Whether a measure has the stage, {@link rankBottlenecks} says. */
export const stageBenchmarkSchema: z.ZodType<StageBenchmark> = checkedSchema(
  z.strictObject({ stage: idSchema, rate: shareShape.describe('Which share of its decided deals should get on.') }) as z.ZodType<StageBenchmark>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readBenchmark(value, undefined, path, issues)),
)
