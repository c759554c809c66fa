import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveOf, noCurve } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { conversionCurveChart } from '../charts.js'
import { conversionCurve } from '../curves/conversionCurve.js'
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
    {
      readonly data: { readonly values: readonly { readonly line: string; readonly of: string }[] }
      readonly encoding: { readonly strokeDash: { readonly scale: unknown; readonly legend: { readonly values: readonly string[] } } }
    },
    unknown,
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

  it('has the ends of the interval of the won ones, on their line where there is none', () => {
    const [first, second] = draw(usual).data.values
    expect(first).toMatchObject({ low: 0, high: 0 })
    const [low, high] = usual.intervals[0] as readonly [number, number]
    expect(second).toMatchObject({ low, high })
    expect(low).toBeLessThan(0.2)
    expect(high).toBeGreaterThan(0.2)
  })

  it('draws the interval by lines alone, dashed as in the legend, so that every area has a colour of the legend', async () => {
    const [, lines] = draw(usual).layer
    expect(lines.data.values.slice(3, 6)).toEqual([
      { day: 10, line: 'won', of: 'Won', share: 0.2 },
      { day: 10, line: 'low', of: '95% interval of won', share: usual.intervals[0]?.[0] },
      { day: 10, line: 'high', of: '95% interval of won', share: usual.intervals[0]?.[1] },
    ])
    expect(lines.encoding.strokeDash.legend.values).toEqual(['95% interval of won'])
    const { svg } = await renderChart(conversionCurveChart(usual))
    // Two ends in the picture, and the swatch.
    expect(svg.match(/stroke="#08306b"[^>]* stroke-dasharray="5,3"/g)).toHaveLength(3)
    const fills = [...svg.matchAll(/<path[^>]* fill="(#\w+)"/g)].map(([, fill]) => fill)
    // An area and a swatch of each part.
    expect(fills.sort()).toEqual(['#4292c6', '#4292c6', '#c6dbef', '#c6dbef', '#f4a582', '#f4a582'])
  })

  it('draws steps: a day changes what follows it, and nothing before it', async () => {
    const { svg } = await renderChart(conversionCurveChart(usual))
    // 460 pixels stand for 100 days, and 300 for the whole.
    const lines = pathsIn(svg, 'line')
    expect(lines).toHaveLength(3)
    expect(lines).toContain('M0,300L46,300L46,240L138,240L138,150L276,150L276,150L460,150L460,150')
    // Won, open and lost.
    expect(pathsIn(svg, 'area')).toHaveLength(3)
    for (const text of ['Won', 'Open', 'Lost', '95% interval of won', 'Days since entering']) expect(svg).toContain(`>${text}</text>`)
  })

  it('says how it was made, and where fewer than half are won, in the language asked for', () => {
    const kaplanMeier = { ...curveOf([[5, 20, 0]], 9), method: 'kaplan-meier' as const }
    expect(draw(kaplanMeier).title.subtitle).toEqual([
      'Deals: 100, watched for up to 9 days.',
      'Even if no deal were ever lost, fewer than half of them would be won by then.',
      'Kaplan–Meier: lost deals count as if they had only been lost sight of, which',
      'says too much.',
    ])
    expect(draw(kaplanMeier, zhCN).title.subtitle).toEqual([
      '商机 100 个，观察时长最多 9 天。',
      '即使没有丢单，届时赢单也不足半数。',
      'Kaplan–Meier 法：丢单视同失去观察，所得赢单率偏高。',
    ])
    expect(draw({ ...kaplanMeier, median: 5, won: [0.5], open: [0.5], intervals: [null] }).title.subtitle?.[1]).toBe(
      'Half of them would be won within 5 days, if no deal were ever lost.',
    )
    expect(draw({ ...kaplanMeier, median: 5, won: [0.5], open: [0.5], intervals: [null] }, zhCN).title.subtitle?.[1]).toBe(
      '假如没有丢单，5 天之内半数赢单。',
    )
    expect(draw(curveOf([[5, 20, 0]], 9)).title.subtitle?.[1]).toBe('Fewer than half of them are won by then.')
    expect(draw(usual, zhCN).data.values[1]?.text).toBe('第 10 天：赢单 20%，未结 70%，丢单 10%')
  })

  it('shows what happened on the first day, and what nobody decided', () => {
    const firstDay = draw(curveOf([[0, 40, 60]], 0))
    expect(firstDay.data.values.map(({ day, won, lost }) => [day, won, lost])).toEqual([[0, 0.4, 0.6]])
    expect(firstDay.encoding.x.scale.domain).toEqual([0, 1])
    expect(firstDay.layer[0].data.values.filter(({ part }) => part === 'Won')).toEqual([
      { day: 0, part: 'Won', from: 0, to: 0.4 },
      { day: 1, part: 'Won', from: 0, to: 0.4 },
    ])
    expect(draw(curveOf([], 7)).data.values.map(({ day, open }) => [day, open])).toEqual([
      [0, 1],
      [7, 1],
    ])
  })

  it('goes on a little after the last day where deals were decided on it, so that this can be seen', async () => {
    const outcomes = ['10 won', '20 lost', '20 open', '30 won', '40 lost', '50 open', '60 open', '60 won']
    const deals = outcomes.map((outcome, deal) => {
      const [days, ended] = outcome.split(' ') as [string, 'won' | 'lost' | 'open']
      return { deal, entered: '2026-01-01', left: new Date(Date.UTC(2026, 0, 1 + Number(days))).toISOString().slice(0, 10), outcome: ended }
    })
    // /work/shared/vectors/funnel.md, 10 (R survival): half are won on day 60.
    const curve = conversionCurve(deals, { asOf: '2026-12-31' })
    const chart = draw(curve)
    expect(chart.title.subtitle).toEqual(['Deals: 8, watched for up to 60 days.', 'Half of them are won within 60 days.'])
    expect(chart.data.values.at(-1)).toMatchObject({ day: 60, won: expect.closeTo(0.5, 12), text: 'Day 60: won 50%, open 22.5%, lost 27.5%' })
    expect(chart.encoding.x.scale.domain).toEqual([0, 61.5])
    const { svg } = await renderChart(conversionCurveChart(curve))
    // 460 pixels stand for 61.5 days: the last 11 of them for what is won by the end of day 60.
    expect(pathsIn(svg, 'line').filter((path) => path.endsWith('L448.78,150L460,150L460,150'))).toHaveLength(1)
    expect(pathsIn(svg, 'area').filter((path) => /L460,150L(460,150L)?448.78,150/.test(path) || path.includes('L448.78,150L460,150'))).toHaveLength(2)
  })

  it.each([
    [100, 98, 100.5],
    [200, 195, 200],
    [20, 19, 20],
    [20, 20, 21],
    [4000, 4000, 4100],
  ])('of deals watched for %i days, and decided on day %d, goes on to day %d', (throughDays, day, end) => {
    expect(draw(curveOf([[day, 40, 0]], throughDays)).encoding.x.scale.domain).toEqual([0, end])
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
