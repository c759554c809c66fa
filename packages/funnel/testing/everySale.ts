import {
  type BottleneckRanking,
  type ChangeDecomposition,
  type ConversionDecline,
  type CountedSales,
  compareGroups,
  decomposeChange,
  detectDecline,
  type GroupComparison,
  rankBottlenecks,
  type SalesPeriod,
  type SalesVelocity,
  salesVelocity,
  type WeeklyConversion,
} from '../src/index.js'
import {
  change,
  comparison,
  decline,
  groupedChange,
  measureOfRegions,
  quotePipeline,
  ranking,
  rateChange,
  regionMeasure,
  shortfall,
  velocity,
} from './explainedSales.js'

/** Velocities of which together all is said that can be. */
export const everyVelocity: readonly SalesVelocity[] = [velocity, salesVelocity({ deals: 0, winRate: 1, averageValue: 0, cycleDays: 1 })]

const usual = { deals: 100, winRate: '0.2', averageValue: 1000, cycleDays: 30 }
const changed = (before: SalesPeriod, after: SalesPeriod, subject?: string, counted?: CountedSales): ChangeDecomposition =>
  decomposeChange({ before, after }, { subject, counted })
const withFactors = (after: Partial<typeof usual>, subject?: string): ChangeDecomposition => changed(usual, { ...usual, ...after }, subject)
const untimed = { deals: 100, winRate: '0.2', averageValue: 1000 }
const ofDeals = (before: number, after: number): ChangeDecomposition =>
  changed({ ...untimed, deals: before }, { ...untimed, deals: after }, 'East', 'deals')
const rising = (before: Partial<typeof usual>): ChangeDecomposition => changed({ ...usual, ...before }, usual)

/** Groups, each with how many entered and how many of them converted. */
export const groupsOf = (...groups: readonly (readonly [entered: number, converted: number])[]): SalesPeriod => ({
  groups: groups.map(([entered, converted], index) => ({ group: `g${index}`, entered, converted })),
})

const one = groupsOf([100, 50])
const many = (converted: number): SalesPeriod => groupsOf(...Array.from({ length: 12 }, () => [10, converted] as const))

/** Changes of which together all is said that can be. */
export const everyChange: readonly ChangeDecomposition[] = [
  change,
  shortfall,
  rateChange,
  groupedChange,
  withFactors({}),
  withFactors({}, 'East'),
  changed(untimed, untimed),
  changed(untimed, { ...untimed, averageValue: '1000.001' }),
  ofDeals(100, 100),
  ofDeals(100, 50),
  ofDeals(100, 150),
  ofDeals(0, 100),
  withFactors({ deals: 200, averageValue: 500 }),
  withFactors({ deals: 150, winRate: '0.3' }),
  withFactors({ averageValue: 2000, cycleDays: 15 }, 'East'),
  withFactors({ deals: 50, averageValue: 500, cycleDays: 60 }),
  rising({ deals: 0 }),
  rising({ winRate: '0' }),
  rising({ averageValue: 0 }),
  {
    ...withFactors({}),
    difference: 1,
    before: 0,
    after: 1,
    parts: [{ factor: 'volume' }, { factor: 'rate' }, { factor: 'value' }, { factor: 'speed', before: 1e300, after: 1e-300, change: null }].map(
      (part) => ({
        before: 1,
        after: 1,
        change: 0,
        amount: part.factor === 'speed' ? 1 : 0,
        ...part,
      }),
    ) as ChangeDecomposition['parts'],
  },
  changed(one, groupsOf([100, 49])),
  changed(one, groupsOf([100, 49]), 'East'),
  changed(one, groupsOf([100, 60])),
  changed(one, groupsOf([100, 60]), 'East'),
  changed(one, one),
  changed(one, one, 'East'),
  changed(groupsOf([10, 9], [90, 9]), groupsOf([90, 78], [10, 0])),
  changed(many(5), many(6)),
]

const weekly = (...rates: readonly (readonly [entered: number, converted: number])[]): WeeklyConversion[] =>
  rates.map(([entered, converted], week) => ({ week: week + 1, entered, converted }))

/** Declines of which together all is said that can be. */
export const everyDecline: readonly ConversionDecline[] = [
  decline,
  detectDecline(weekly([900, 800], [900, 500], [900, 100], [900, 50]), { weeks: 3 }),
  detectDecline(
    [
      { week: '2024-01-31', entered: 10, converted: 5 },
      { week: '2024-02-05', entered: 10, converted: 6 },
    ],
    { weeks: 1 },
  ),
  detectDecline(weekly(...Array.from({ length: 14 }, () => [10, 5] as const)), { weeks: 13 }),
  detectDecline([], { weeks: 2 }),
  detectDecline(
    [1, 2, 4].map((week) => ({ week, entered: 10, converted: 5 })),
    { weeks: 2 },
  ),
  detectDecline(weekly([10, 5], [0, 0], [10, 5]), { weeks: 2 }),
  { ...detectDecline(weekly([900, 800], [900, 100]), { weeks: 1 }), pValue: 0 },
]

const few = { amount: 1, currency: 'EUR' }

/** Comparisons of which together all is said that can be. */
export const everyComparison: readonly GroupComparison[] = [
  comparison,
  compareGroups(regionMeasure, { minimumSample: 10 }),
  compareGroups(regionMeasure, { transition: { from: 'quote', to: 'won' }, minimumSample: 20 }),
  compareGroups(regionMeasure, { minimumSample: 999 }),
  compareGroups(measureOfRegions(quotePipeline, ['A', few, [1, 'quote', 'won']], ['B', few, [9, 'quote', 'won']]), { minimumSample: 2 }),
  compareGroups(measureOfRegions(quotePipeline, ['A', few, [3, 'quote', 'won']], ['B', few, [9, 'quote', 'won']]), { minimumSample: 2 }),
  compareGroups(
    measureOfRegions(
      quotePipeline,
      ...Array.from({ length: 12 }, (_, place) => [`R${place}`, few, [2, 'quote', 'lost'], [place === 0 ? 20 : 2, 'quote', 'won']] as const),
    ),
    { minimumSample: 2 },
  ),
  compareGroups(
    measureOfRegions(
      quotePipeline,
      ['A', few, [6, 'quote', 'lost'], [4, 'quote', 'won']],
      ...['B', 'C', 'D'].map((region) => [region, few, [3, 'quote', 'lost'], [11, 'quote', 'won']] as const),
    ),
    { minimumSample: 2 },
  ),
  compareGroups(
    measureOfRegions(
      quotePipeline,
      ...Array.from(
        { length: 12 },
        (_, place) => [`R${place}`, few, [place === 0 ? 2 : 60, 'quote', 'lost'], [place === 0 ? 900 : 40, 'quote', 'won']] as const,
      ),
    ),
    { minimumSample: 2 },
  ),
]

const judge = (
  benchmarks: { readonly [stage: string]: string },
  ...ways: readonly (readonly [count: number, ...stages: string[]])[]
): BottleneckRanking => rankBottlenecks(measureOfRegions(quotePipeline, ['A', few, ...ways]), { benchmarks })

const unpriced = rankBottlenecks(measureOfRegions(quotePipeline, ['A', {}, [2, 'quote', 'won'], [2, 'quote', 'lost']]), {
  benchmarks: { quote: '0.9' },
})

/** Rankings of which together all is said that can be. */
export const everyRanking: readonly BottleneckRanking[] = [
  ranking,
  unpriced,
  rankBottlenecks(measureOfRegions(quotePipeline, ['A', {}, [2, 'quote', 'won']], ['B', few, [9, 'quote', 'won'], [90, 'quote', 'lost']]), {
    benchmarks: { quote: '0.9', talk: '0.9' },
  }),
  judge({ quote: '0.9' }, [2, 'quote', 'talk', 'lost'], [2, 'quote', 'lost']),
  judge({ quote: '0.9' }, [2, 'quote', 'talk'], [2, 'quote', 'lost']),
  judge({ quote: '0.9' }, [2, 'quote']),
  judge({}),
  judge({ quote: '0.5' }, [2, 'quote', 'won']),
  // (1 − 1/2) × 4 × 1/2 and (1 − 1/2) × 2: as many.
  judge({ quote: '1', talk: '1' }, [2, 'quote', 'lost'], [1, 'quote', 'talk', 'lost'], [1, 'quote', 'talk', 'won']),
]
