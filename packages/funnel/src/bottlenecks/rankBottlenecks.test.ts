import { roundDecimal } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedGroup, countedAsOf, countedGroups, countedPipeline, logOfCounts, partOfMeasure, stageIds } from '../../testing/countedFunnels.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { engaging, readPipelineData } from '../../testing/pipelineData.js'
import {
  type BottleneckOptions,
  type BottleneckRanking,
  type FunnelMeasure,
  measureFunnel,
  type Pipeline,
  rankBottlenecks,
  type StageChange,
} from '../index.js'
import { wilsonInterval } from '../numbers/wilson.js'

type Worth = (place: number) => Partial<StageChange>

const measure = (counts: Partial<CountedGroup>, worth?: Worth): FunnelMeasure => {
  const group: CountedGroup = { group: null, lost: [0, 0, 0], open: [0, 0, 0], won: 0, ...counts }
  return measureFunnel(logOfCounts([group], worth), countedPipeline, { asOf: countedAsOf })
}

const told = ({ bottlenecks }: BottleneckRanking): unknown[] => bottlenecks.map(({ stage, lostDeals, lostValue }) => [stage, lostDeals, lostValue])
const lostValueOf = (found: BottleneckRanking): unknown => found.bottlenecks[0]?.lostValue

const euros =
  (amount: string): Worth =>
  () => ({ amount, currency: 'EUR' })

describe('rankBottlenecks: known answers', () => {
  it('vector 19: (benchmark − rate) × entrants × rate downstream × value', () => {
    const pipeline: Pipeline = { ...countedPipeline, stages: [{ id: 'quoted' }, { id: 'negotiating' }] }
    // Of 60 deals 30 get on, of these 15 are won, for 1,000 each.
    const log = Array.from({ length: 60 }, (_, deal): StageChange[] => [
      { deal, at: '2024-03-01', to: 'quoted', amount: '1000', currency: 'EUR' },
      ...(deal < 30 ? [{ deal, at: '2024-03-05', to: 'negotiating' }] : []),
      { deal, at: '2024-03-09', to: deal < 15 ? 'won' : 'lost' },
    ]).flat()
    const found = rankBottlenecks(measureFunnel(log, pipeline, { asOf: countedAsOf }), { benchmarks: { quoted: '0.6', negotiating: '0.55' } })
    expect(found).toEqual({
      asOf: countedAsOf,
      bottlenecks: [
        {
          stage: 'quoted',
          rate: 0.5,
          benchmark: 0.6,
          entered: 60,
          sample: 60,
          interval: wilsonInterval(30, 60),
          // The sum of the binomial probabilities of 0 to 30 of 60 with 0.6, by fractions.
          pValue: expect.closeTo(0.07462369435142742, 12),
          downstream: 0.5,
          lostDeals: 3,
          lostValue: [{ currency: 'EUR', amount: '3000.00' }],
        },
        {
          stage: 'negotiating',
          rate: 0.5,
          benchmark: 0.55,
          entered: 30,
          sample: 30,
          interval: wilsonInterval(15, 30),
          pValue: expect.closeTo(0.35515641015426974, 12),
          downstream: 1,
          lostDeals: 1.5,
          lostValue: [{ currency: 'EUR', amount: '1500.00' }],
        },
      ],
      met: [],
      insufficient: [],
      won: 15,
      wonWithAmount: 15,
      policies: [{ kind: 'pipeline', id: 'sales', version: 1 }],
    })
  })
})

describe('rankBottlenecks: by hand', () => {
  // 10 entered: 4 got on, 2 are lost, 4 are open; of the 4, 3 got on, of these 1 was won.
  const some = { lost: [2, 1, 2], open: [4, 0, 0], won: 1 } as const

  it('rates are of decided deals, what is lost is of all that entered', () => {
    const found = rankBottlenecks(measure(some, euros('90')), { benchmarks: { lead: 1 } })
    // (1 − 4/6) × 10 × 3/4 × 1/3.
    expect(found.bottlenecks).toMatchObject([{ rate: 4 / 6, entered: 10, sample: 6, downstream: 0.25, lostDeals: 10 / 12 }])
    expect(lostValueOf(found)).toEqual([{ currency: 'EUR', amount: '75.00' }])
  })

  it('a stage at its benchmark exactly has met it, however the shares are rounded', () => {
    const found = rankBottlenecks(measure({ lost: [7, 0, 0], won: 3 }), { benchmarks: [{ stage: 'lead', rate: '0.3' }] })
    expect([found.bottlenecks, found.met]).toEqual([[], [{ stage: 'lead', rate: 0.3, benchmark: 0.3 }]])
    const above = rankBottlenecks(measure({ lost: [7, 0, 0], won: 3 }), { benchmarks: { lead: '0.30000000000000000001' } })
    expect([above.met, above.bottlenecks.length]).toEqual([[], 1])
    expect(above.bottlenecks[0]?.lostDeals).toBeCloseTo(1e-19, 30)
  })

  it('those that cost the most come first, and of equal ones the earlier stage', () => {
    const found = rankBottlenecks(measure(some, euros('90')), { benchmarks: { lead: 1, quoted: 1, negotiating: '0.5' } })
    // 10/12; (1 − 3/4) × 4 × 1/3 = 1/3; (1/2 − 1/3) × 3 = 1/2.
    expect(found.bottlenecks.map(({ stage }) => stage)).toEqual(['lead', 'negotiating', 'quoted'])
    // (1 − 1/2) × 4 × 1/2 and (1 − 1/2) × 2: as many.
    const equal = rankBottlenecks(measure({ lost: [0, 2, 1], won: 1 }, euros('90')), { benchmarks: { negotiating: 1, quoted: 1, lead: 1 } })
    expect(told(equal)).toEqual([
      ['quoted', 1, [{ currency: 'EUR', amount: '90.00' }]],
      ['negotiating', 1, [{ currency: 'EUR', amount: '90.00' }]],
    ])
    expect(equal.met.map(({ stage }) => stage)).toEqual(['lead'])
  })

  it('the exact numbers decide where rounded ones cannot', () => {
    // By 1e-30 of 2 deals the later stage costs more.
    const found = rankBottlenecks(measure({ lost: [0, 2, 1], won: 1 }), {
      benchmarks: { quoted: '0.75', negotiating: '0.750000000000000000000000000001' },
    })
    expect(found.bottlenecks.map(({ stage, lostDeals }) => [stage, lostDeals])).toEqual([
      ['negotiating', 0.5],
      ['quoted', 0.5],
    ])
  })

  it('a stage or a later one of which nothing is decided is not judged, but may have met its benchmark', () => {
    // Of 4 deals 2 came to negotiation, where they are open.
    const open = measure({ lost: [2, 0, 0], open: [0, 0, 2] })
    expect(rankBottlenecks(open, { benchmarks: { lead: '0.6', quoted: 1, negotiating: 0 } })).toMatchObject({
      bottlenecks: [],
      met: [{ stage: 'quoted', rate: 1, benchmark: 1 }],
      insufficient: [
        { stage: 'lead', reason: 'no-decided-deals-later', rate: 0.5, benchmark: 0.6 },
        { stage: 'negotiating', reason: 'no-decided-deals', rate: null, benchmark: 0 },
      ],
    })
  })

  it('where later on nobody gets on, nothing is lost before', () => {
    const found = rankBottlenecks(measure({ lost: [2, 2, 2] }), { benchmarks: { lead: 1, negotiating: '0.5' } })
    expect(told(found)).toEqual([
      ['negotiating', 1, []],
      ['lead', 0, []],
    ])
    expect(Object.is(found.bottlenecks[1]?.lostDeals, 0)).toBe(true)
  })

  it('without benchmarks, or without deals, there is nothing to tell', () => {
    const none = { bottlenecks: [], met: [], insufficient: [] }
    expect(rankBottlenecks(measure(some), { benchmarks: {} })).toMatchObject({ ...none, won: 1, wonWithAmount: 0 })
    expect(rankBottlenecks(measure(some), { benchmarks: [] })).toMatchObject(none)
    expect(rankBottlenecks(measure({}), { benchmarks: { quoted: 0 } })).toMatchObject({
      ...none,
      insufficient: [{ reason: 'no-decided-deals', rate: null, benchmark: 0 }],
    })
  })
})

describe('rankBottlenecks: money', () => {
  const half = { benchmarks: { lead: '0.75' } } as const
  // (0.75 − 0.5) × 6 = 1.5 deals more than 3.
  const three = (...worth: Partial<StageChange>[]): unknown =>
    lostValueOf(
      rankBottlenecks(
        measure({ lost: [3, 0, 0], won: 3 }, (place) => worth[place] ?? {}),
        half,
      ),
    )

  it('in two currencies and in none, each as much as a won deal brings of it on average', () => {
    const amounts = [{ amount: '100', currency: 'USD' }, { amount: '90', currency: 'EUR' }, { amount: 10 }]
    expect(three(...amounts)).toEqual([
      { currency: 'EUR', amount: '45.00' },
      { currency: 'USD', amount: '50.00' },
      { currency: null, amount: '5' },
    ])
  })

  it('of the deals that state an amount', () => {
    expect(three({ amount: '100', currency: 'EUR' })).toEqual([{ currency: 'EUR', amount: '150.00' }])
    expect(three({ amount: '100', currency: 'EUR' }, { amount: '50', currency: 'EUR' })).toEqual([{ currency: 'EUR', amount: '112.50' }])
    expect(three()).toEqual([])
  })

  it('is rounded half up to the minor digits of the currency, or to as many as amounts have', () => {
    const one = (amount: string, currency?: string): unknown => three({ amount, ...(currency === undefined ? {} : { currency }) })
    expect(one('0.01', 'EUR')).toEqual([{ currency: 'EUR', amount: '0.02' }])
    expect(one('3', 'JPY')).toEqual([{ currency: 'JPY', amount: '5' }])
    expect(one('0.001', 'KWD')).toEqual([{ currency: 'KWD', amount: '0.002' }])
    // Three decimal places are more than euros have.
    expect(one('0.125', 'EUR')).toEqual([{ currency: 'EUR', amount: '0.188' }])
    expect(one('0.01')).toEqual([{ currency: null, amount: '0.02' }])
    expect(one('1')).toEqual([{ currency: null, amount: '1.5' }])
    expect(one('0.5')).toEqual([{ currency: null, amount: '0.75' }])
    expect(one('0.0001')).toEqual([{ currency: null, amount: '0.0002' }])
    expect(one('0', 'EUR')).toEqual([{ currency: 'EUR', amount: '0.00' }])
  })

  it('of amounts far beyond numbers is exact', () => {
    const amount = `${'9'.repeat(40)}.02`
    expect(three({ amount, currency: 'EUR' })).toEqual([{ currency: 'EUR', amount: `14${'9'.repeat(38)}8.53` }])
  })
})

const shares = fc.constantFrom('0', '0.1', '0.25', 0.5, '0.6', '0.75', '0.9', 1)
const benchmarks = fc.dictionary(fc.constantFrom(...stageIds), shares, { maxKeys: 3, noNullPrototype: true })
const worths = fc.constantFrom<Worth>(
  () => ({}),
  euros('1000'),
  (place) => (place % 2 === 0 ? { amount: '0.7', currency: 'USD' } : { amount: '12.345' }),
  (place) => (place % 3 === 0 ? {} : { amount: String(place), currency: place % 2 === 0 ? 'JPY' : 'KWD' }),
)

describe('rankBottlenecks: laws', () => {
  it('agrees with the formula, tells every stage with a benchmark once, by what it costs, and changes nothing', () => {
    const seen = { bottlenecks: 0, met: 0, insufficient: 0, worth: 0 }
    fc.assert(
      fc.property(countedGroups(5), worths, benchmarks, (groups, worth, given) => {
        const whole = deepFreeze(measureFunnel(logOfCounts(groups, worth), countedPipeline, { asOf: countedAsOf }))
        const found = rankBottlenecks(whole, deepFreeze({ benchmarks: given }))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        const names = [...found.bottlenecks, ...found.met, ...found.insufficient].map(({ stage }) => stage)
        expect([...names].sort()).toEqual(Object.keys(given).sort())
        const rates = whole.stages.map(({ conversion }) => conversion.ofClosed)
        let before = Number.POSITIVE_INFINITY
        for (const { stage, rate, benchmark, lostDeals, lostValue, downstream } of found.bottlenecks) {
          const place = stageIds.indexOf(stage)
          expect(rate).toBe(rates[place])
          expect(rate).toBeLessThan(benchmark)
          expect(downstream).toBeCloseTo(
            rates.slice(place + 1).reduce((product: number, one) => product * (one as number), 1),
            12,
          )
          expect(lostDeals).toBeCloseTo((benchmark - rate) * (whole.stages[place]?.entered as number) * downstream, 9)
          expect(lostDeals).toBeLessThanOrEqual(before)
          before = lostDeals
          const { amounts, count, withoutAmount } = whole.won
          expect(lostValue.map(({ currency }) => currency)).toEqual(amounts.map(({ currency }) => currency))
          for (const [index, { amount }] of lostValue.entries()) {
            const mean = Number(amounts[index]?.amount) / (count - withoutAmount)
            expect(Math.abs(Number(amount) - lostDeals * mean)).toBeLessThanOrEqual(amounts[index]?.currency === 'JPY' ? 0.501 : 0.00501)
          }
          seen.worth += lostValue.length
        }
        seen.bottlenecks += found.bottlenecks.length
        seen.met += found.met.length
        seen.insufficient += found.insufficient.length
      }),
      { seed: 19, numRuns: 150 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('says the same of benchmarks as a record and as a list, in any order', () => {
    fc.assert(
      fc.property(countedGroups(), benchmarks, (groups, given) => {
        const part = partOfMeasure(groups)
        const found = rankBottlenecks(part, { benchmarks: given })
        const list = Object.entries(given).map(([stage, rate]) => ({ stage, rate }))
        expect(rankBottlenecks(part, { benchmarks: list })).toEqual(found)
        expect(rankBottlenecks(part, { benchmarks: list.reverse() })).toEqual(found)
        expect(rankBottlenecks(part, { benchmarks: Object.fromEntries(list.map(({ stage, rate }) => [stage, rate])) })).toEqual(found)
      }),
    )
  })

  it('judges each stage as if it alone were mended: another benchmark changes nothing of it', () => {
    fc.assert(
      fc.property(countedGroups(), benchmarks, shares, (groups, given, share) => {
        const part = partOfMeasure(groups)
        const toldOf = (asked: BottleneckOptions['benchmarks'], name: string): unknown => {
          const { bottlenecks, met, insufficient } = rankBottlenecks(part, { benchmarks: asked })
          return [bottlenecks, met, insufficient].map((list) => list.filter(({ stage }: { readonly stage: string }) => stage === name))
        }
        const all = { lead: share, quoted: share, negotiating: share, ...given }
        for (const [stage, rate] of Object.entries(all)) expect(toldOf(all, stage)).toEqual(toldOf({ [stage]: rate }, stage))
      }),
    )
  })

  it('a higher benchmark never costs less, in deals and in money', () => {
    fc.assert(
      fc.property(
        countedGroups(5),
        worths,
        fc.constantFrom(...stageIds),
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
        (groups, worth, stage, percents) => {
          const whole = measureFunnel(logOfCounts(groups, worth), countedPipeline, { asOf: countedAsOf })
          let [deals, amounts]: [number, readonly string[]] = [0, []]
          for (const percent of [...percents].sort((one, other) => one - other)) {
            const [found] = rankBottlenecks(whole, { benchmarks: { [stage]: roundDecimal(percent / 100, 2) } }).bottlenecks
            if (found === undefined) expect(deals).toBe(0)
            else {
              expect(found.lostDeals).toBeGreaterThanOrEqual(deals)
              const told = found.lostValue.map(({ amount }) => amount)
              for (const [index, amount] of amounts.entries()) expect(Number(told[index])).toBeGreaterThanOrEqual(Number(amount))
              deals = found.lostDeals
              amounts = told
            }
          }
        },
      ),
    )
  })

  it('as many deals again of each kind keep every rate and cost twice as much', () => {
    fc.assert(
      fc.property(countedGroups(), benchmarks, (groups, given) => {
        const twice = <Counts extends readonly number[]>(counts: Counts): Counts => counts.map((count) => count * 2) as unknown as Counts
        const doubled = groups.map((group) => ({ ...group, lost: twice(group.lost), open: twice(group.open), won: group.won * 2 }))
        const [once, again] = [groups, doubled].map((some) => rankBottlenecks(partOfMeasure(some), { benchmarks: given })) as [
          BottleneckRanking,
          BottleneckRanking,
        ]
        expect(again.met).toEqual(once.met)
        expect(again.insufficient).toEqual(once.insufficient)
        expect(again.bottlenecks.map(({ stage, rate, lostDeals }) => [stage, rate, lostDeals])).toEqual(
          once.bottlenecks.map(({ stage, rate, lostDeals }) => [stage, rate, lostDeals * 2]),
        )
      }),
    )
  })
})

describe('rankBottlenecks: 8,800 opportunities', () => {
  it('two thirds won instead of 63 % would be worth', (context) => {
    const { log } = readPipelineData(context)
    const found = rankBottlenecks(measureFunnel(log, engaging, { asOf: '2017-12-31' }), { benchmarks: { engaging: '0.66' } })
    // (0.66 − 4238 / 6711) × 8300 deals, each worth 10,005,534 / 4238.
    expect(found.bottlenecks).toMatchObject([{ rate: 4238 / 6711, entered: 8300, sample: 6711, downstream: 1 }])
    expect(found.bottlenecks[0]?.lostDeals).toBeCloseTo((0.66 - 4238 / 6711) * 8300, 9)
    const [amount] = found.bottlenecks[0]?.lostValue ?? []
    expect(Number(amount?.amount)).toBeCloseTo((0.66 - 4238 / 6711) * 8300 * (10_005_534 / 4238), 1)
  })
})
