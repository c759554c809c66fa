import fc from 'fast-check'
import type { ForecastPeriod, ForecastSettings, StageChange } from '../src/index.js'

/** Days of half a year. */
const days: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2026-0${month}-${String(date).padStart(2, '0')}`)

/** Logs of `salesPipeline` in which deals go anywhere; what goes from one outcome to the other is to be rejected. */
export const salesLogs: fc.Arbitrary<StageChange[]> = fc.array(
  fc.record<StageChange>(
    {
      deal: fc.integer({ min: 1, max: 12 }),
      at: days,
      to: fc.constantFrom('quoted', 'negotiating', 'pilot', 'won', 'lost'),
      amount: fc.integer({ min: 0, max: 9999 }).map((cents) => cents / 100),
      expected: days,
    },
    { requiredKeys: ['deal', 'at', 'to'] },
  ),
  { maxLength: 60 },
)

const settings: fc.Arbitrary<ForecastSettings> = fc.record<ForecastSettings>(
  {
    placement: fc.constantFrom('expected', 'curve'),
    newDeals: fc.constantFrom('none', 'history'),
    missingAmounts: fc.constantFrom('none', 'history'),
    season: fc.constantFrom('none', 'month-of-quarter', 'month-of-year'),
    minimumSample: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
)

const periods: fc.Arbitrary<ForecastPeriod[]> = fc.array(
  fc.tuple(days, days).map((both) => {
    const [from, to] = both.sort() as [string, string]
    return { from, to }
  }),
  { maxLength: 4 },
)

/** How sales are forecast. */
export interface SalesOptions {
  readonly settings: ForecastSettings
  readonly spread: number
  readonly periods: readonly ForecastPeriod[]
  readonly cutoffs: readonly string[]
  readonly target: number
}

/** Any way in which they are. */
export const salesOptions: fc.Arbitrary<SalesOptions> = fc.record<SalesOptions>({
  settings,
  spread: fc.constantFrom(0.5, 1, 1, 2.5),
  periods,
  cutoffs: fc.uniqueArray(days, { minLength: 1, maxLength: 3 }),
  target: fc.integer({ min: 0, max: 300 }),
})
