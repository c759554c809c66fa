import type { Issue, Path } from '@clientele/core'
import { calendarDateSchema, checkedSchema, collectingIssues, decimalInputSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { readBenchmark } from '../bottlenecks/readBenchmarks.js'
import type { StageBenchmark } from '../bottlenecks/types.js'
import { readSalesPeriod } from '../change/readSalesPeriod.js'
import type { SalesPeriod } from '../change/types.js'
import { readWeeklyConversion } from '../decline/readWeeklyConversion.js'
import type { WeeklyConversion } from '../decline/types.js'
import { readCost } from '../effort/readEffortOptions.js'
import type { EffortCost } from '../effort/types.js'
import { readForecastPeriod } from '../forecast/readForecastOptions.js'
import type { ForecastPeriod } from '../forecast/types.js'
import { readSalesFactors } from '../velocity/readSalesFactors.js'
import type { SalesFactors } from '../velocity/types.js'

const count = z.int().min(0)
const group = z.strictObject({ group: idSchema.nullable(), entered: count, converted: count })

/** What sales come of. */
export const salesFactorsSchema: z.ZodType<SalesFactors> = checkedSchema(
  z.strictObject({
    deals: decimalInputSchema,
    winRate: decimalInputSchema,
    averageValue: decimalInputSchema,
    cycleDays: decimalInputSchema,
  }) as z.ZodType<SalesFactors>,
  collectingIssues(readSalesFactors),
)

/** The sales of a period by themselves. Whether two periods are of one form, {@link decomposeChange} says. */
export const salesPeriodSchema: z.ZodType<SalesPeriod> = checkedSchema(
  z.strictObject({
    deals: decimalInputSchema.optional(),
    winRate: decimalInputSchema.optional(),
    averageValue: decimalInputSchema.optional(),
    cycleDays: decimalInputSchema.optional(),
    groups: z.array(group).optional(),
  }) as z.ZodType<SalesPeriod>,
  collectingIssues(readSalesPeriod),
)

/** What came in a week, by itself; whether all rows count weeks in the same way, {@link detectDecline} says. */
export const weeklyConversionSchema: z.ZodType<WeeklyConversion> = checkedSchema(
  z.strictObject({
    week: z.union([z.string().regex(/^[0-9]{4}-(W[0-9]{2}|[0-9]{2}-[0-9]{2})$/), z.int()]),
    entered: count,
    converted: count,
    group: idSchema.nullable().optional(),
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
  z.strictObject({ stage: idSchema, hoursPerDeal: decimalInputSchema, capacity: decimalInputSchema.optional() }) as z.ZodType<EffortCost>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readCost(value, undefined, path, issues)),
)

/** Which share of the deals of a stage should get on. Whether a measure has the stage, {@link rankBottlenecks} says. */
export const stageBenchmarkSchema: z.ZodType<StageBenchmark> = checkedSchema(
  z.strictObject({ stage: idSchema, rate: decimalInputSchema }) as z.ZodType<StageBenchmark>,
  collectingIssues((value: unknown, path: Path, issues: Issue[]) => readBenchmark(value, undefined, path, issues)),
)
