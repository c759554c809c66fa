import fc from 'fast-check'
import { decimals } from '../../core/testing/arbitraries.js'
import type {
  Activity,
  AttritionCase,
  BgNbdParameters,
  CustomerContract,
  CustomerScore,
  CustomerValue,
  EquityCase,
  GammaGammaParameters,
  LevelMember,
  MigrationCase,
  PurchaseHistory,
  RetentionCase,
  RfmSummary,
  Sale,
  TierPlace,
  TierProjection,
  TierRecord,
} from '../src/index.js'
import { currencies, names } from './policies.js'

const dates = fc.constantFrom('0001-01-01', '2023-12-31', '2024-02-29', '2024-06-30', '9999-12-31')
const days = fc.constantFrom('2023-12-31', '2024-02-29', '2024-03-01')

/** Sales, which transactions are too. */
export const sales: fc.Arbitrary<Sale> = fc.record(
  { customer: names, date: dates, amount: decimals, currency: currencies },
  { requiredKeys: ['customer', 'date', 'amount'] },
)

export const customerValues: fc.Arbitrary<CustomerValue> = fc.record(
  { customer: names, value: decimals, currency: currencies },
  { requiredKeys: ['customer', 'value'] },
)

export const customerScores: fc.Arbitrary<CustomerScore> = fc.record({ customer: names, score: decimals })

/** Summaries with purchases, and without. */
export const summaries: fc.Arbitrary<RfmSummary> = fc.oneof(
  fc.record({ customer: names, recencyDays: fc.nat(400), frequency: fc.integer({ min: 1, max: 9 }), monetary: decimals }),
  fc.record({ customer: names, recencyDays: fc.constant(null), frequency: fc.constant(0), monetary: fc.option(decimals) }),
)

const points = fc.record({ date: dates, points: decimals, forecast: fc.boolean() }, { requiredKeys: ['date', 'points'] })

/** Members with a level, without one, and of whom nothing is said of it. */
export const levelMembers: fc.Arbitrary<LevelMember> = fc
  .tuple(
    fc.record({ customer: names, points: fc.array(points, { maxLength: 3 }) }),
    fc.oneof(
      fc.record({ level: names, since: fc.option(dates) }, { requiredKeys: ['level'] }),
      fc.constantFrom({}, { level: null }, { level: null, since: null }),
    ),
  )
  .map(([member, held]) => ({ ...member, ...held }))

export const tierRecords: fc.Arbitrary<TierRecord> = fc
  .record({ customer: names, tier: names, since: dates, belowSince: fc.constantFrom(undefined, null, '9999-12-31') })
  .map(({ belowSince, ...record }) => (belowSince === undefined ? record : { ...record, belowSince }))

/** Customers in tiers, some of them rows of a tiering or of a retiering. */
export const tierPlaces: fc.Arbitrary<TierPlace> = fc
  .tuple(
    fc.record({ customer: names, tier: names }),
    fc.constantFrom({}, { value: '1', sum: '3', rank: 1, reasons: [] }, { since: '2024-02-29', belowSince: '2024-02-29' }),
  )
  .map(([place, others]) => ({ ...place, ...others }))

const listedPlaces = fc.uniqueArray(tierPlaces, { maxLength: 3, selector: ({ customer }) => customer })

export const migrationCases: fc.Arbitrary<MigrationCase> = fc.record({ previous: listedPlaces, current: listedPlaces })

const list = <Value>(value: fc.Arbitrary<Value>, length: number): fc.Arbitrary<Value[]> => fc.array(value, { minLength: length, maxLength: length })

/** Tenths that add up to 1. */
const ratesOf = (length: number): fc.Arbitrary<number[]> =>
  list(fc.nat(10), length - 1).map((bounds) => {
    const ends = [...bounds, 10].sort((a, b) => a - b)
    return ends.map((end, index) => (end - (ends[index - 1] ?? 0)) / 10)
  })

const projectionOf = (length: number): fc.Arbitrary<TierProjection> =>
  fc.record({ counts: list(fc.constantFrom<string | number>(0, 300, '122.5'), length), rates: list(ratesOf(length), length) })

export const tierProjections: fc.Arbitrary<TierProjection> = fc.integer({ min: 1, max: 4 }).chain(projectionOf)

export const equityCases: fc.Arbitrary<EquityCase> = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc
    .tuple(
      projectionOf(length),
      fc.oneof(
        fc.record({
          margins: list(fc.constantFrom<string | number>(0, 100, '-2.5'), length),
          discountRate: fc.constantFrom<string | number>('0.1', 2),
        }),
        fc.record({ margins: list(fc.constant(0), length), discountRate: fc.constant(0) }),
      ),
    )
    .map(([projection, worth]) => ({ ...projection, ...worth })),
)

export const activities: fc.Arbitrary<Activity> = fc
  .tuple(
    fc.record({ customer: names, type: names }),
    fc.oneof(
      fc.record({ date: dates }),
      fc.record({ at: fc.constantFrom('2024-02-29T23:30:00-08:00', '2024-02-29T00:00Z', '2024-06-30T12:00:00.5+08:00') }),
    ),
  )
  .map(([activity, moment]) => ({ ...activity, ...moment }))

export const contracts: fc.Arbitrary<CustomerContract> = fc.record(
  { customer: names, from: days, to: fc.constantFrom('2024-03-01', '9999-12-31'), renewed: fc.boolean() },
  { requiredKeys: ['customer', 'from', 'to'] },
)

export const attritionCases: fc.Arbitrary<AttritionCase> = fc.record(
  { activity: fc.array(activities, { maxLength: 3 }), contracts: fc.array(contracts, { maxLength: 2 }) },
  { requiredKeys: ['activity'] },
)

const shapes = fc.double({ min: 1e-9, max: 1e9, noNaN: true })
const rates = fc.double({ min: 1e-9, max: 1e15, noNaN: true })

export const bgNbdParameters: fc.Arbitrary<BgNbdParameters> = fc.record({
  model: fc.constant('bg-nbd'),
  unit: fc.constantFrom('day', 'week'),
  r: shapes,
  alpha: rates,
  a: shapes,
  b: shapes,
})

export const gammaGammaParameters: fc.Arbitrary<GammaGammaParameters> = fc.record({
  model: fc.constant('gamma-gamma'),
  p: shapes,
  q: shapes,
  v: rates,
})

/** Histories with repeat purchases and without, some of them rows of summarised purchases. */
export const purchaseHistories: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(
    fc.oneof(
      fc.record({ repeatPurchases: fc.integer({ min: 1, max: 1e9 }), lastPurchaseAge: fc.nat(50), age: fc.integer({ min: 50, max: 1e7 }) }),
      fc.record({ repeatPurchases: fc.constant(0), lastPurchaseAge: fc.constant(0), age: fc.double({ min: 0, max: 1e7, noNaN: true }) }),
    ),
    fc.constantFrom<object[]>(
      { meanSpend: 0 },
      { meanSpend: '-12.5', customer: 'C-1' },
      { meanSpend: 1e15, repeatSpend: '1', lastPurchase: '2024-02-29' },
    ),
  )
  .map(([times, others]) => ({ ...times, ...others }) as PurchaseHistory)

export const retentionCases: fc.Arbitrary<RetentionCase> = fc.record({
  margin: fc.constantFrom(0, -12.5, '1234567.89', '1e15'),
  retentionRate: fc.constantFrom(0, '0.8', '0.999999999999999999', 1),
  discountRate: fc.constantFrom('0.1', 1, '123'),
  from: fc.constantFrom('now', 'next-period'),
})
