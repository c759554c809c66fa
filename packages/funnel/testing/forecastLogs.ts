import { addCalendarDays } from '@clientele/core'
import fc from 'fast-check'
import type { ForecastOptions, ForecastPeriod, Pipeline, StageChange } from '../src/index.js'
import { pipeline } from './stageLogs.js'

/** What is forecast, and how. */
export interface ForecastCase {
  readonly log: readonly StageChange[]
  readonly pipeline: Pipeline
  readonly options: ForecastOptions
}

/** Dates lie around the leap day of 2024 and the day on which Newfoundland's clocks go forward (2024-03-10). */
const FIRST = '2024-02-26'
const datesUpTo = (days: number): fc.Arbitrary<string> => fc.nat(days).map((day) => addCalendarDays(FIRST, day))

const times = fc.oneof(
  { weight: 3, arbitrary: datesUpTo(14) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(datesUpTo(14), fc.constantFrom('T00:00', 'T03:30:00', 'T17:00:00.5', 'T23:59:59.999'), fc.constantFrom('Z', '+07:00', '-03:30'))
      .map((parts) => parts.join('')),
  },
)

/** Such as meet in their sums, and such as do not; none and much. */
const amounts = fc.constantFrom('100', '50', '200', 100, '0', '0.125', 19.99, '7.5', '1000000000.01')

const changes: fc.Arbitrary<StageChange> = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '__proto__', 7, '7'),
    times,
    fc.constantFrom('lead', 'quoted', 'negotiating', 'lead', 'quoted', 'negotiating', 'won', 'lost'),
    fc.record({ amount: amounts, expected: datesUpTo(24) }, { requiredKeys: [] }),
  )
  .map(([deal, at, to, more]) => ({ deal, at, to, ...more }))

const momentOf = ({ at }: StageChange): string => (at.length === 10 ? at : String(Date.parse(at)))

/**
 * Logs of at most nine deals, won, lost, opened again and open, of which about half state an amount and an expected date, some of them over and over. Where two changes are of the same deal, moment and
 * stage they say the same.
 */
const forecastLogs: fc.Arbitrary<StageChange[]> = fc.array(changes, { maxLength: 30, size: 'max' }).map((log) => {
  const first = new Map<string, StageChange>()
  return log.map((change) => {
    const key = JSON.stringify([String(change.deal), momentOf(change), change.to])
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, change)
    return earlier === undefined ? change : { ...earlier, deal: change.deal, at: change.at }
  })
})

const percents = fc.constantFrom<string | number | null | undefined>(undefined, null, 0, 100, 25, '25', 50, 80, '12.5', '33.3', '0.001', '1e1')

/** The pipeline of such logs, with and without what its stages promise, and with and without a currency. */
const promisingPipelines: fc.Arbitrary<Pipeline> = fc
  .tuple(fc.array(percents, { minLength: 3, maxLength: 3 }), fc.constantFrom(undefined, 'EUR', 'JPY', 'KWD'))
  .map(([promised, currency]) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage, index) => ({ ...stage, ...(promised[index] === undefined ? {} : { winPercent: promised[index] }) })),
    ...(currency === undefined ? {} : { currency }),
  }))

/** They lie apart, over each other and beyond all dates. */
const periods: fc.Arbitrary<ForecastPeriod> = fc
  .tuple(datesUpTo(30), datesUpTo(30))
  .map((both) => both.sort())
  .map(([from, to]) => ({ from: from as string, to: to as string }))

const targets = fc.constantFrom('0', 100, '150', '119.99', '1000000000.01', '0.001')

/** Forecasts by stage of logs in one currency. */
export const forecastCases: fc.Arbitrary<ForecastCase> = fc
  .tuple(forecastLogs, promisingPipelines, fc.array(periods, { minLength: 1, maxLength: 3 }))
  .chain(([log, promising, asked]) => {
    const lists = fc.array(fc.option(targets), { minLength: asked.length, maxLength: asked.length })
    return fc
      .record(
        { asOf: datesUpTo(16), zone: fc.constantFrom('UTC', 'Asia/Bangkok', 'America/St_Johns'), target: fc.oneof(targets, lists) },
        { requiredKeys: ['asOf'] },
      )
      .map((options) => ({ log, pipeline: promising, options: { ...options, method: 'stage', periods: asked, invalid: 'collect' } as const }))
  })
