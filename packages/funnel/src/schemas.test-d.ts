import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import type { CurrencyRates, Pipeline, StageChange, StepEvent, WatchedDeal } from './index.js'
import type { currencyRatesSchema, pipelineSchema, stageChangeSchema, stepEventSchema, watchedDealSchema } from './schemas.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof pipelineSchema>>().toEqualTypeOf<Pipeline>()
expectTypeOf<z.output<typeof stageChangeSchema>>().toEqualTypeOf<StageChange>()
expectTypeOf<z.output<typeof watchedDealSchema>>().toEqualTypeOf<WatchedDeal>()
expectTypeOf<z.output<typeof stepEventSchema>>().toEqualTypeOf<StepEvent>()
expectTypeOf<z.output<typeof currencyRatesSchema>>().toEqualTypeOf<CurrencyRates>()
