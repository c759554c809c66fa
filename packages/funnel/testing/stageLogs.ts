import { addCalendarDays } from '@clientele/core'
import fc from 'fast-check'
import type { CurrencyRates, FunnelOptions, Pipeline, StageChange } from '../src/index.js'

/** Three stages, whatever may happen to a deal. */
export const pipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages: [{ id: 'lead' }, { id: 'quoted' }, { id: 'negotiating' }],
  won: 'won',
  lost: 'lost',
  lossReasons: ['price', { id: 'timing', title: { en: 'Timing' } }],
  skips: 'allow',
  regressions: 'allow',
}

/** A change in few words. */
export const to = (deal: string | number, at: string, where: string, more: Partial<StageChange> = {}): StageChange => ({
  deal,
  at,
  to: where,
  ...more,
})

/** The way of a deal, each change of it a date or moment and where to. */
export const wayOf = (deal: string, ...changes: readonly (readonly [at: string, where: string, more?: Partial<StageChange>])[]): StageChange[] =>
  changes.map(([at, where, more]) => to(deal, at, where, more))

export const rates: CurrencyRates = { to: 'EUR', rates: { USD: '0.925', JPY: '0.0061', KWD: 3 } }

/** The changes below lie around the leap day of 2024 and the day on which Newfoundland's clocks go forward (2024-03-10). */
const FIRST = '2024-02-26'
const dates = fc.nat(14).map((days) => addCalendarDays(FIRST, days))

/** A date, or a moment near the ends of days somewhere. */
const times = fc.oneof(
  dates,
  fc
    .tuple(dates, fc.constantFrom('T00:00', 'T03:30:00', 'T08:00:00.5', 'T17:00:00', 'T23:59:59.999'), fc.constantFrom('Z', '+07:00', '-03:30'))
    .map((parts) => parts.join('')),
)

const said = fc.record(
  {
    amount: fc.constantFrom('100', '0', '0.125', 19.99, '7.5', '-0', '1000000000.01'),
    reason: fc.constantFrom('price', 'timing', 'weather', '__proto__'),
    expected: dates,
    attributes: fc.dictionary(fc.constantFrom('region', 'owner'), fc.constantFrom('north', 'south', '__proto__', 'constructor', '', null), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    evidence: fc.constant(['offer', { id: 'order' }]),
  },
  { requiredKeys: [] },
)

const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')

/** A change that is right by itself; an amount has a currency where each must. */
const changes = (needsCurrency: boolean): fc.Arbitrary<StageChange> =>
  fc
    .tuple(
      fc.constantFrom('a', 'b', '__proto__', 7, '7'),
      times,
      fc.constantFrom('lead', 'quoted', 'negotiating', 'lead', 'quoted', 'negotiating', 'won', 'lost'),
      fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: said }),
      needsCurrency ? currencies : fc.option(currencies, { nil: undefined }),
    )
    .map(([deal, at, where, more, currency]) => {
      const { amount, ...rest } = more as Partial<StageChange>
      return { deal, at, to: where, ...rest, ...(amount === undefined ? {} : { amount, ...(currency === undefined ? {} : { currency }) }) }
    })

/** When a change was, whichever way it is written. */
const momentOf = ({ at }: StageChange): string => (at.length === 10 ? at : String(Date.parse(at)))

const anyLog = (needsCurrency: boolean): fc.Arbitrary<StageChange[]> => fc.array(changes(needsCurrency), { maxLength: 24, size: 'max' })

/** A log of few deals and many changes, so that deals skip, go back and come back; some changes of the same deal, moment and stage contradict each other. */
export const contradictoryLogs: fc.Arbitrary<StageChange[]> = anyLog(false).chain((log) =>
  fc.array(fc.tuple(fc.nat(), said), { maxLength: log.length === 0 ? 0 : 5 }).map((others) => {
    return [...log, ...others.map(([place, more]): StageChange => ({ ...(log[place % log.length] as StageChange), ...more }))]
  }),
)

/** The same, but where two changes are of the same deal, moment and stage they say the same. */
export const logs = (needsCurrency = false): fc.Arbitrary<StageChange[]> =>
  anyLog(needsCurrency).map((log) => {
    const first = new Map<string, StageChange>()
    return log.map((change) => {
      const key = JSON.stringify([String(change.deal), momentOf(change), change.to])
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, change)
      return earlier === undefined ? change : { ...earlier, deal: change.deal, at: change.at }
    })
  })

/** Ways to look at a log; with rates every amount must have a currency. */
export const options = (hasRates = false): fc.Arbitrary<FunnelOptions> =>
  fc
    .record(
      {
        asOf: dates,
        zone: fc.constantFrom('UTC', 'Asia/Bangkok', 'America/St_Johns'),
        entered: fc
          .tuple(dates, dates)
          .map((both) => both.sort())
          .chain(([from, end]) => fc.constantFrom({ from }, { to: end }, { from, to: end }, {})),
        by: fc.constantFrom('region', 'owner', '__proto__'),
        cohorts: fc.record(
          {
            by: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
            fiscalYearStart: fc.integer({ min: 1, max: 12 }),
            matureAfter: fc.constantFrom('P0D', 'P5D', 'P1M', 'P1M1D'),
          },
          { requiredKeys: ['by'] },
        ),
        detail: fc.constant('deals' as const),
      },
      { requiredKeys: ['asOf'] },
    )
    .map((asked) => ({ ...asked, invalid: 'collect' as const, ...(hasRates ? { currencyRates: rates } : {}) }))
