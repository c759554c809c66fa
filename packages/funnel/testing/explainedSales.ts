import {
  type BottleneckRanking,
  type ChangeDecomposition,
  type ConversionDecline,
  compareGroups,
  decomposeChange,
  detectDecline,
  type FunnelMeasure,
  type GroupComparison,
  measureFunnel,
  type Pipeline,
  rankBottlenecks,
  type SalesVelocity,
  type StageChange,
  salesVelocity,
} from '../src/index.js'

/** Known answer 14. */
export const velocity: SalesVelocity = salesVelocity({ deals: 40, winRate: '0.25', averageValue: 25_000, cycleDays: 90 }, { currency: 'CNY' })

/** Known answer 17. */
export const change: ChangeDecomposition = decomposeChange({
  before: { deals: 100, winRate: '0.20', averageValue: 1000 },
  after: { deals: 120, winRate: '0.15', averageValue: 1100 },
})

/** The example of the issue: 200,000 short, of 60 % fewer leads and 40 % slower. */
export const shortfall: ChangeDecomposition = decomposeChange(
  {
    before: { deals: 200, winRate: '0.25', averageValue: 300_000, cycleDays: 57 },
    after: { deals: 80, winRate: '0.25', averageValue: 300_000, cycleDays: 95 },
  },
  { subject: { en: 'East', 'zh-CN': '华东' }, currency: 'CNY' },
)

const channels = {
  before: [
    { group: 'web', entered: 100, converted: 50 },
    { group: 'ads', entered: 10, converted: 1 },
  ],
  after: [
    { group: 'web', entered: 50, converted: 26 },
    { group: 'ads', entered: 100, converted: 12 },
  ],
}

/** Known answer 18. */
export const rateChange: ChangeDecomposition = decomposeChange({ before: { groups: channels.before }, after: { groups: channels.after } })

/** The same with a value; a channel is new, and another one gone. */
export const groupedChange: ChangeDecomposition = decomposeChange(
  {
    before: { groups: [...channels.before, { group: 'fairs', entered: 5, converted: 1 }], averageValue: 1000, cycleDays: 30 },
    after: { groups: [...channels.after, { group: null, entered: 6, converted: 3 }], averageValue: 900, cycleDays: 24 },
  },
  { currency: 'EUR' },
)

/** Known answer 18, and a week between. */
export const decline: ConversionDecline = detectDecline(
  [
    { week: '2024-W05', rows: channels.before },
    {
      week: '2024-W06',
      rows: [
        { group: 'web', entered: 70, converted: 35 },
        { group: 'ads', entered: 50, converted: 5 },
      ],
    },
    { week: '2024-W07', rows: channels.after },
  ].flatMap(({ week, rows }) => rows.map((row) => ({ week, ...row }))),
  { weeks: 2 },
)

/** Two stages, the names of which are titles in two languages. */
export const quotePipeline: Pipeline = {
  kind: 'pipeline',
  id: 'quotes',
  version: 1,
  title: { en: 'Quotes', 'zh-CN': '报价流程' },
  stages: [
    { id: 'quote', title: { en: 'Quote', 'zh-CN': '报价' } },
    { id: 'talk', title: { en: 'Negotiation', 'zh-CN': '谈判' } },
  ],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
}

/** How many deals of a region got as far as where. */
export type RegionDeals = readonly [
  region: string | null,
  worth: Pick<StageChange, 'amount' | 'currency'>,
  ...ways: readonly (readonly [count: number, ...stages: string[]])[],
]

/** A measure of deals by region. */
export function measureOfRegions(pipeline: Pipeline, ...regions: readonly RegionDeals[]): FunnelMeasure {
  const log = regions.flatMap(([region, worth, ...ways], place) =>
    ways.flatMap(([count, ...stages], way) =>
      Array.from({ length: count }, (_, index) =>
        stages.map((to, step) => ({
          deal: `${place}-${way}-${index}`,
          at: `2024-03-${String(step + 1).padStart(2, '0')}`,
          to,
          attributes: { region },
          ...worth,
        })),
      ).flat(),
    ),
  )
  return measureFunnel(log, pipeline, { asOf: '2024-03-31', by: 'region' })
}

const yuan = { amount: 1000, currency: 'CNY' }

/** Known answer 19: 60 deals of which half come to the second stage, of whom half are won, each worth 1,000; East is behind. */
export const regionMeasure: FunnelMeasure = measureOfRegions(
  quotePipeline,
  ['East', yuan, [15, 'quote', 'lost'], [3, 'quote', 'talk', 'won'], [2, 'quote', 'talk', 'lost']],
  ['North', yuan, [9, 'quote', 'lost'], [5, 'quote', 'talk', 'won'], [5, 'quote', 'talk', 'lost']],
  ['West', yuan, [6, 'quote', 'lost'], [7, 'quote', 'talk', 'won'], [7, 'quote', 'talk', 'lost']],
  [null, yuan, [1, 'quote', 'talk', 'lost']],
)

export const comparison: GroupComparison = compareGroups(regionMeasure, { transition: { from: 'quote', to: 'talk' }, minimumSample: 10 })

export const ranking: BottleneckRanking = rankBottlenecks(regionMeasure, { benchmarks: { quote: '0.6', talk: '0.55' } })
