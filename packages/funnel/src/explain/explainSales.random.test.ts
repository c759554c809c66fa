import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames, pipelineOf } from '../../testing/chartedResults.js'
import { measureOfRegions, type RegionDeals } from '../../testing/explainedSales.js'
import { explainBottlenecks, explainChange, explainComparison, explainDecline, explainVelocity } from '../explain.js'
import {
  compareGroups,
  decomposeChange,
  detectDecline,
  type GroupConversion,
  rankBottlenecks,
  type SalesPeriod,
  salesVelocity,
  type WeeklyConversion,
} from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const locales = [en, zhCN]

function expectWords(sentences: readonly string[]): void {
  expect(sentences.length).toBeGreaterThan(0)
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|NaN|Infinity|\[object| {2}|^$|[\r\n]/)
}

const counts = fc
  .integer({ min: 0, max: 60 })
  .chain((entered) => fc.record({ entered: fc.constant(entered), converted: fc.integer({ min: 0, max: entered }) }))
const named = fc.tuple(fc.constantFrom(null, 'web', '展会', 'ads'), counts).map(([group, one]): GroupConversion => ({ group, ...one }))
const groups = fc.uniqueArray(named, { selector: ({ group }) => group, minLength: 1, maxLength: 4 })
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.constantFrom<string | number>('0.001', '1e100', '1e-500', '0.3333333333333333333333', 5e-324),
)
const rates = fc.constantFrom<string | number>(0, 1, '0.5', '0.99999999999999999999', '1e-30', 0.1)
const days = fc.constantFrom<string | number>(1, '0.5', 90, '1e-100', '1e100', '33.333')
const currencies = fc.constantFrom(undefined, 'CNY', 'JPY', 'KWD')

const periods = fc.record({ deals: amounts, winRate: rates, averageValue: amounts, cycleDays: days })
const pairs: fc.Arbitrary<readonly [SalesPeriod, SalesPeriod]> = fc.oneof(
  fc.tuple(periods, periods),
  fc.tuple(fc.record({ groups, averageValue: amounts }), fc.record({ groups, averageValue: amounts })),
  fc
    .tuple(groups, groups)
    .filter((sides) => sides.every((side) => side.some(({ entered }) => entered > 0)))
    .map(([before, after]) => [{ groups: before }, { groups: after }] as const),
)

const weekly: fc.Arbitrary<WeeklyConversion[]> = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 1, max: 5 }), named).map(([week, one]) => ({ week, ...one })),
  { selector: ({ week, group }) => `${week} ${group}`, maxLength: 12 },
)

const stages = ['need', 'quote', 'deal']
const pipeline = pipelineOf(stages)
const ways = fc.tuple(
  fc.integer({ min: 1, max: 5 }),
  fc.constantFrom([], ['lost'], ['quote'], ['quote', 'lost'], ['quote', 'deal', 'won'], ['won'], ['quote', 'deal', 'lost']),
)
const regions: fc.Arbitrary<RegionDeals[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(null, 'East', 'West', 'North'),
      fc.constantFrom({}, { amount: 10 }, { amount: '0.125', currency: 'EUR' }),
      fc.array(ways, { minLength: 1, maxLength: 4 }),
    )
    .map(([region, worth, all]): RegionDeals => [region, worth, ...all.map(([count, to]) => [count, 'need', ...to] as const)]),
  { selector: ([region]) => region, minLength: 1, maxLength: 4 },
)

describe('what is said of random sales', () => {
  it('has nothing in it that is no word: of velocities and changes', () => {
    fc.assert(
      fc.property(periods, pairs, currencies, (factors, [before, after], currency) => {
        const change = decomposeChange({ before, after }, { currency, subject: { en: 'East', 'zh-CN': '华东' } })
        const velocity = salesVelocity(factors, { currency })
        for (const locale of locales) {
          expectWords(explainVelocity(velocity, locale).sentences)
          expectWords(explainChange(JSON.parse(JSON.stringify(change)), locale).sentences)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('has nothing in it that is no word: of weeks, groups and stages', () => {
    const transitions = fc.constantFrom(undefined, { from: 'need', to: 'deal' }, { from: 'quote', to: 'won' })
    const benchmarks = fc.record({ need: rates, quote: rates, deal: rates }, { requiredKeys: [] })
    fc.assert(
      fc.property(weekly, regions, transitions, benchmarks, fc.integer({ min: 1, max: 6 }), (rows, deals, transition, judged, number) => {
        const decline = detectDecline(rows, { weeks: Math.min(number, 3) })
        const measure = measureOfRegions(pipeline, ...deals)
        const comparison = compareGroups(measure, { transition, minimumSample: number })
        const ranking = rankBottlenecks(measure, { benchmarks: judged })
        for (const locale of locales) {
          expectWords(explainDecline(JSON.parse(JSON.stringify(decline)), locale).sentences)
          expectWords(explainComparison(JSON.parse(JSON.stringify(comparison)), pipeline, locale).sentences)
          expectWords(explainBottlenecks(JSON.parse(JSON.stringify(ranking)), pipeline, locale).sentences)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('is on one line each, whatever the names', () => {
    const hostile = { ...pipelineOf(hostileNames), title: 'a\r\nb' }
    const [first, second] = hostileNames as readonly [string, string]
    const lost = hostileNames.map((region): RegionDeals => [region, { amount: 1, currency: 'EUR' }, [3, first, 'lost'], [2, first, second]])
    const measure = measureOfRegions(hostile, ['a\u2028b', {}, [9, ...hostileNames, 'won']], ...lost)
    const channels = hostileNames.map((group, index) => ({ group, entered: 10 + index, converted: index % 10 }))
    const after = channels.map(({ group, entered, converted }) => ({ group, entered, converted: converted === 0 ? 1 : converted - 1 }))
    const weeks = [channels, after].flatMap((rows, week) => rows.map((row) => ({ week, ...row })))
    const benchmarks = hostileNames.map((stage) => ({ stage, rate: '0.9' }))
    for (const locale of locales) {
      const said = [
        explainChange(decomposeChange({ before: { groups: channels }, after: { groups: after } }, { subject: 'line\u2028break\n' }), locale),
        explainDecline(detectDecline(weeks, { weeks: 1 }), locale),
        explainComparison(compareGroups(measure, { minimumSample: 3 }), hostile, locale),
        explainBottlenecks(rankBottlenecks(measure, { benchmarks }), hostile, locale),
      ].flatMap(({ sentences }) => sentences)
      expect(said.length).toBeGreaterThan(30)
      for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object|^$|[\r\n\u2028]/)
    }
  })

  it('has names with placeholders in them as they are', () => {
    const change = decomposeChange(
      { before: { groups: [{ group: '{rate}', entered: 4, converted: 2 }] }, after: { groups: [{ group: '{rate}', entered: 4, converted: 1 }] } },
      { subject: '{points}' },
    )
    const { sentences } = explainChange(change)
    expect(sentences[0]).toBe('The conversion rate of {points} is 25 percentage points lower: lower rates within groups.')
    expect(sentences.at(-1)).toMatch(/^Due to "\{rate\}": −25 percentage points/)
  })
})
