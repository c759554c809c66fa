import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type {
  CurrencyRates,
  EffortCost,
  ForecastPeriod,
  Pipeline,
  SalesFactors,
  SalesPeriod,
  StageBenchmark,
  StageChange,
  StepEvent,
  WatchedDeal,
  WeeklyConversion,
} from './index.js'
import type {
  currencyRatesSchema,
  effortCostSchema,
  forecastPeriodSchema,
  pipelineSchema,
  salesFactorsSchema,
  salesPeriodSchema,
  stageBenchmarkSchema,
  stageChangeSchema,
  stepEventSchema,
  watchedDealSchema,
  weeklyConversionSchema,
} from './schemas.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof pipelineSchema>>().toEqualTypeOf<Pipeline>()
expectTypeOf<z.output<typeof stageChangeSchema>>().toEqualTypeOf<StageChange>()
expectTypeOf<z.output<typeof watchedDealSchema>>().toEqualTypeOf<WatchedDeal>()
expectTypeOf<z.output<typeof stepEventSchema>>().toEqualTypeOf<StepEvent>()
expectTypeOf<z.output<typeof currencyRatesSchema>>().toEqualTypeOf<CurrencyRates>()
expectTypeOf<z.output<typeof salesFactorsSchema>>().toEqualTypeOf<SalesFactors>()
expectTypeOf<z.output<typeof salesPeriodSchema>>().toEqualTypeOf<SalesPeriod>()
expectTypeOf<z.output<typeof weeklyConversionSchema>>().toEqualTypeOf<WeeklyConversion>()
expectTypeOf<z.output<typeof effortCostSchema>>().toEqualTypeOf<EffortCost>()
expectTypeOf<z.output<typeof forecastPeriodSchema>>().toEqualTypeOf<ForecastPeriod>()
expectTypeOf<z.output<typeof stageBenchmarkSchema>>().toEqualTypeOf<StageBenchmark>()
