import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveOf, noCurve } from '../../testing/chartedResults.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { conversionCurveChart } from '../charts.js'
import { conversionCurve } from '../curves/conversionCurve.js'
import type { ConversionCurve } from '../curves/types.js'
import { zhCN } from '../locales/zh-CN.js'

interface Day {
  readonly day: number
  readonly won: number
  readonly open: number
  readonly lost: number
  readonly low: number
  readonly high: number
  readonly text: string
}

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly Day[] }
  readonly encoding: { readonly x: { readonly scale: { readonly domain: readonly number[] } } }
  readonly layer: readonly [
    { readonly data: { readonly values: readonly { readonly day: number; readonly part: string; readonly from: number; readonly to: number }[] } },
    ...unknown[],
  ]
}

const usual = deepFreeze(
  curveOf(
    [
      [10, 20, 10],
      [30, 30, 0],
      [60, 0, 25],
    ],
    100,
  ),
)
const draw = (...given: Parameters<typeof conversionCurveChart>): Drawn => conversionCurveChart(...given) as never

/** The points of paths of a kind, in pixels. */
const pathsIn = (svg: string, kind: string): string[] =>
  [...svg.matchAll(new RegExp(`<g class="mark-${kind} role-mark[^>]*>(?:<path[^>]*? d="([^"]*)"[^>]*>(?:</path>)?)+`, 'g'))].flatMap(([group]) =>
    [...group.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path as string),
  )

describe('conversionCurveChart', () => {
  it('piles won, open and lost deals up to the whole, from the first day to the last one watched', () => {
    const chart = draw(usual)
    expect(chart.title).toEqual({
      text: ['Deals won and lost by days since entering, as of 2026-03-31'],
      subtitle: ['Deals: 100, watched for up to 100 days.', 'Half of them are won within 30 days.'],
    })
    expect(chart.data.values.map(({ day, won, open, lost }) => [day, won, open, lost])).toEqual([
      [0, 0, 1, 0],
      [10, 0.2, 0.7, 0.1],
      [30, 0.5, 0.4, 0.1],
      [60, 0.5, 0.15, 0.35],
      [100, 0.5, 0.15, 0.35],
    ])
    expect(chart.data.values[1]?.text).toBe('Day 10: won 20%, open 70%, lost 10%')
    expect(chart.layer[0].data.values.slice(3, 6)).toEqual([
      { day: 10, part: 'Won', from: 0, to: 0.2 },
      { day: 10, part: 'Open', from: 0.2, to: expect.closeTo(0.9, 12) },
      { day: 10, part: 'Lost', from: expect.closeTo(0.9, 12), to: expect.closeTo(1, 12) },
    ])
    expect(chart.encoding.x.scale.domain).toEqual([0, 100])
  })

  it('has the interval of the won ones as a band, without width where there is none', () => {
    const [first, second] = draw(usual).data.values
    expect(first).toMatchObject({ low: 0, high: 0 })
    const [low, high] = usual.intervals[0] as readonly [number, number]
    expect(second).toMatchObject({ low, high })
    expect(low).toBeLessThan(0.2)
    expect(high).toBeGreaterThan(0.2)
  })

  it('draws steps: a day changes what follows it, and nothing before it', async () => {
    const { svg } = await renderChart(conversionCurveChart(usual))
    // 460 pixels stand for 100 days, and 300 for the whole.
    const [line] = pathsIn(svg, 'line')
    expect(line).toBe('M0,300L46,300L46,240L138,240L138,150L276,150L276,150L460,150L460,150')
    // Won, open, lost, and the band.
    expect(pathsIn(svg, 'area')).toHaveLength(4)
    for (const text of ['Won', 'Open', 'Lost', '95% interval of won', 'Days since entering']) expect(svg).toContain(`>${text}</text>`)
  })

  it('says how it was made, and where fewer than half are won, in the language asked for', () => {
    const kaplanMeier = { ...curveOf([[5, 20, 0]], 9), method: 'kaplan-meier' as const }
    expect(draw(kaplanMeier).title.subtitle).toEqual([
      'Deals: 100, watched for up to 9 days.',
      'Fewer than half of them are won by then.',
      'Kaplan–Meier: lost deals count as if they had only been lost sight of, which',
      'says too much.',
    ])
    expect(draw(kaplanMeier, zhCN).title.subtitle).toEqual([
      '商机 100 个，观察时长最多 9 天。',
      '届时赢单不足半数。',
      'Kaplan–Meier 法：丢单视同失去观察，所得赢单率偏高。',
    ])
    expect(draw(usual, zhCN).data.values[1]?.text).toBe('第 10 天：赢单 20%，未结 70%，丢单 10%')
  })

  it('shows what happened on the first day, and what nobody decided', () => {
    expect(draw(curveOf([[0, 40, 60]], 0)).data.values.map(({ day, won, lost }) => [day, won, lost])).toEqual([
      [0, 0.4, 0.6],
      [1, 0.4, 0.6],
    ])
    expect(draw(curveOf([], 7)).data.values.map(({ day, open }) => [day, open])).toEqual([
      [0, 1],
      [7, 1],
    ])
  })

  it('draws the curve of deals', () => {
    const deals = [
      { deal: 1, entered: '2026-01-01', left: '2026-01-11', outcome: 'won' },
      { deal: 2, entered: '2026-01-01', left: '2026-01-21', outcome: 'lost' },
      { deal: 3, entered: '2026-01-01', left: '2026-01-26', outcome: 'won' },
      { deal: 4, entered: '2026-01-25', outcome: 'open' },
    ] as const
    const [third, rest] = [expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12)]
    expect(draw(conversionCurve(deals, { asOf: '2026-01-31' })).data.values.map(({ day, won }) => [day, won])).toEqual([
      [0, 0],
      [10, third],
      [20, third],
      [25, rest],
    ])
    // Whoever is lost sight of would have been won too.
    const kaplanMeier = conversionCurve(deals, { asOf: '2026-01-31', method: 'kaplan-meier' })
    expect(draw(kaplanMeier).data.values.map(({ day, won }) => [day, won])).toEqual([
      [0, 0],
      [10, third],
      [25, 1],
    ])
  })

  it.each<[string, ConversionCurve]>([
    ['no deals', noCurve],
    ['deals of one day', curveOf([[0, 40, 60]], 0)],
    ['deals that nobody decided', curveOf([], 300)],
    ['all kinds', usual],
    ['all won', curveOf([[3, 100, 0]], 3)],
    [
      'thousands of days',
      {
        ...curveOf(
          Array.from({ length: 3000 }, (_, day) => [day, day === 9 ? 60 : 0, 0] as const),
          4000,
        ),
      },
    ],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, curve) => {
    for (const locale of [undefined, zhCN]) {
      const chart = conversionCurveChart(curve, locale)
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('says where there are no deals', () => {
    expect(draw(noCurve).title.subtitle).toEqual(['There are no deals.'])
    expect(draw(noCurve).data.values).toEqual([])
  })

  it('refuses what is no curve, and what contradicts itself', () => {
    expect(issuesOf(() => conversionCurveChart(undefined as never))).toEqual([['missing', ['curve']]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, times: [10, 30, 30] }))).toEqual([['not-above', ['curve', 'times', 2]]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, open: [0.7, 0.4] }))).toEqual([['wrong-length', ['curve', 'open']]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, open: [0.7, 0.4, 0.2] }))).toEqual([['sum-differs', ['curve', 'open', 2]]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, won: [0.2, 0.1, 0.5], open: [0.7, 0.8, 0.15] }))).toContainEqual([
      'too-small',
      ['curve', 'won', 1],
    ])
    expect(issuesOf(() => conversionCurveChart({ ...usual, median: 10 }))).toEqual([['outdated-input', ['curve', 'median']]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, throughDays: 59 }))).toEqual([['too-large', ['curve', 'times', 2]]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, method: 'kaplan-meier' }))).toContainEqual(['outdated-input', ['curve', 'lost', 0]])
    expect(issuesOf(() => conversionCurveChart({ ...usual, intervals: [[0.3, 0.4], null, null] }))).toEqual([
      ['too-large', ['curve', 'intervals', 0, 0]],
    ])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(usual), (changed) => {
        try {
          const chart = conversionCurveChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 11 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})
