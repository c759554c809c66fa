import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { rfmHeatMapChart, schemeComparisonChart } from '../charts.js'
import { compareSchemes, type RfmScheme, scoreRfm, type ThresholdScheme } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { paretoAbc, textbookAbc, textbookRfm, textbookShares } from '../templates.js'

const asOf = '2024-03-31'
const named = { kind: 'rfm-scheme', id: 'plain', version: 1, segments: [] } as const
const inBins = (bins: number): RfmScheme => ({ ...named, bins })
const summaries = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    customer: `c${index}`,
    recencyDays: (index * 37) % 100,
    frequency: 1 + ((index * 11) % 8),
    monetary: index % 7,
  }))

describe('rfmHeatMapChart', () => {
  it('has a cell for each pair of scores that somebody has, with how many they are and how high their monetary scores', () => {
    const scheme = inBins(2)
    const rows = [
      { customer: 'a', recencyDays: 1, frequency: 9, monetary: 1 },
      { customer: 'b', recencyDays: 1, frequency: 9, monetary: 1 },
      { customer: 'c', recencyDays: 1, frequency: 9, monetary: 9 },
      { customer: 'd', recencyDays: 80, frequency: 1, monetary: 9 },
      { customer: 'e', recencyDays: 80, frequency: 1, monetary: 9 },
    ]
    const rfm = deepFreeze(scoreRfm(rows, scheme, { asOf }))
    expect(rfm.customers.map(({ code }) => code)).toEqual(['221', '221', '222', '112', '112'])
    const chart = rfmHeatMapChart(rfm, scheme)
    expect(chart).toMatchObject({
      title: 'Customers by recency and frequency as of 2024-03-31',
      data: {
        values: [
          { recency: 1, frequency: 1, count: 2, mean: 2, dark: true },
          { recency: 2, frequency: 2, count: 3, mean: 1.33, dark: false },
        ],
      },
      encoding: {
        x: { field: 'frequency', scale: { domain: [1, 2] }, axis: { title: 'Frequency score' } },
        y: { field: 'recency', scale: { domain: [2, 1] }, axis: { title: 'Recency score' } },
      },
      layer: [
        { encoding: { color: { field: 'mean', title: 'Mean monetary score', scale: { domain: [1, 2] } } } },
        { encoding: { text: { field: 'count' } } },
      ],
    })
    expect(rfmHeatMapChart(rfm, scheme, zhCN)).toMatchObject({
      title: '截至 2024-03-31 按最近一次消费 R 与消费频率 F 得分分布的客户',
      encoding: { x: { axis: { title: '消费频率 F 得分' } }, y: { axis: { title: '最近一次消费 R 得分' } } },
    })
  })

  it('says that there are no customers', () => {
    expect(rfmHeatMapChart(scoreRfm([], textbookRfm, { asOf }), textbookRfm)).toMatchObject({
      title: { subtitle: 'There are no customers.' },
      data: { values: [] },
    })
  })

  it('counts every customer once, whatever the scheme', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.integer({ min: 2, max: 20 }), (count, bins) => {
        const scheme = inBins(bins)
        const { data } = rfmHeatMapChart(scoreRfm(summaries(count), scheme, { asOf }), scheme) as never as { data: { values: { count: number }[] } }
        expect(data.values.reduce((sum, cell) => sum + cell.count, 0)).toBe(count)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses what is no result, and that of another scheme', () => {
    expect(issuesOf(() => rfmHeatMapChart([] as never, textbookRfm))).toEqual([['wrong-type', ['rfm']]])
    const rfm = scoreRfm(summaries(9), textbookRfm, { asOf })
    expect(issuesOf(() => rfmHeatMapChart(rfm, { ...textbookRfm, version: '2' }))).toEqual([['other-policy', ['rfm', 'policies']]])
  })

  const fixed: RfmScheme = { ...named, cuts: { recency: [30], frequency: [3], monetary: [2] } }
  it.each<[string, number, RfmScheme]>([
    ['nothing', 0, textbookRfm],
    ['one customer', 1, textbookRfm],
    ['many customers', 500, textbookRfm],
    ['two scores', 9, fixed],
    ['twenty scores', 300, inBins(20)],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, count, scheme) => {
    const rfm = scoreRfm(summaries(count), scheme, { asOf })
    const chart = rfmHeatMapChart(rfm, scheme, zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('has the most recent on top and the most frequent to the right', async () => {
    const rfm = scoreRfm(summaries(3), fixed, { asOf })
    const { svg } = await renderChart(rfmHeatMapChart(rfm, fixed))
    // c0: 0 days, 1 purchase; c1: 37 days, 4 purchases; c2: 74 days, 7 purchases.
    const labels = [...svg.matchAll(/transform="translate\((\d+),(\d+)\)"[^>]*fill="(?:black|white)">(\d)</g)].map(([, ...found]) =>
      found.map(Number),
    )
    expect(labels.sort((a, b) => (a[0] as number) - (b[0] as number))).toEqual([
      [24, 27, 1],
      [72, 75, 2],
    ])
  })
})

describe('schemeComparisonChart', () => {
  const valued = (count: number) => Array.from({ length: count }, (_, index) => ({ customer: `c${index}`, value: 1000 - index * 30 }))
  const schemes = { before: paretoAbc, after: textbookShares } as const
  const comparison = deepFreeze(compareSchemes(valued(10), schemes))

  it('has a cell for each pair of tiers, also for those that nobody is in', () => {
    expect(comparison.matrix.map(({ from, to, count }) => `${from}${to} ${count}`)).toEqual([
      'AA 2',
      'AB 3',
      'AC 3',
      'BA 0',
      'BB 0',
      'BC 2',
      'CA 0',
      'CB 0',
      'CC 0',
    ])
    expect(schemeComparisonChart(comparison)).toMatchObject({
      title: 'Customers by tier, before and after',
      data: {
        values: comparison.matrix.map(({ from, to, count, value }) => ({ before: from, after: to, count, value: Number(value), dark: count > 1 })),
      },
      encoding: {
        x: { field: 'after', scale: { domain: ['A', 'B', 'C'] }, axis: { title: 'Tier after' } },
        y: { field: 'before', scale: { domain: ['A', 'B', 'C'] }, axis: { title: 'Tier before' } },
      },
      layer: [{ encoding: { color: { field: 'count', scale: { domain: [0, 3] } } } }, { encoding: { text: { field: 'count' } } }],
    })
    expect(schemeComparisonChart(comparison, zhCN)).toMatchObject({
      title: '按原方案与新方案的等级划分的客户数',
      encoding: { x: { axis: { title: '新等级' } }, y: { axis: { title: '原等级' } } },
    })
  })

  it('says that there are no customers', () => {
    expect(schemeComparisonChart(compareSchemes([], schemes))).toMatchObject({
      title: { subtitle: 'There are no customers.' },
      layer: [{ encoding: { color: { scale: { domain: [0, 1] } } } }, {}],
    })
  })

  it('refuses what is no comparison, and draws what was changed or refuses it with issues', () => {
    expect(issuesOf(() => schemeComparisonChart({ ...comparison, matrix: [] }))).toEqual([['wrong-length', ['comparison', 'matrix']]])
    let refused = 0
    fc.assert(
      fc.property(spoil(comparison), (changed) => {
        try {
          const chart = schemeComparisonChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
    )
    expect(refused).toBeGreaterThan(30)
  })

  const wide = (count: number, prefix: string): ThresholdScheme => ({
    kind: 'tier-scheme',
    id: prefix,
    version: 1,
    type: 'threshold',
    tiers: Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, from: index === count - 1 ? null : 1000 - index * 30 })),
  })
  const hostile = {
    ...wide(5, 'x'),
    tiers: ['__proto__', '"); alert(1); ("', '<b>x</b>', '客户', 'x'.repeat(300)].map((id, index) => ({
      id,
      from: index === 4 ? null : 1000 - index * 60,
    })),
  }
  it.each([
    ['nothing', compareSchemes([], schemes)],
    ['a few', comparison],
    ['values below 0', compareSchemes([{ customer: 'a', value: -5 }], schemes)],
    ['amounts beyond numbers', compareSchemes([{ customer: 'a', value: `9${'0'.repeat(400)}` }], schemes)],
    ['many tiers', compareSchemes(valued(40), { before: textbookAbc, after: wide(30, 'tier ') })],
    ['hostile names', compareSchemes(valued(9), { before: hostile, after: hostile })],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, compared) => {
    const chart = schemeComparisonChart(compared, zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('writes counts into the cells of up to 20 tiers', () => {
    const layers = (count: number): number =>
      (schemeComparisonChart(compareSchemes(valued(9), { before: textbookAbc, after: wide(count, 't') })) as never as { layer: unknown[] }).layer
        .length
    expect([layers(20), layers(21)]).toEqual([2, 1])
  })
})
