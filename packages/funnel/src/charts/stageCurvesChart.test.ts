import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveOf, noCurve, pipelineOf } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { stageCurvesChart } from '../charts.js'
import { stageCurves } from '../curves/stageCurves.js'
import type { ConversionCurve, StageCurvesResult } from '../curves/types.js'
import { zhCN } from '../locales/zh-CN.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly place: number; readonly stage: string; readonly day: number; readonly won: number }[] }
  readonly encoding: { readonly x: { readonly scale: { readonly domain: unknown } }; readonly color: { readonly legend: unknown } }
  readonly layer: readonly [{ readonly data: { readonly values: readonly unknown[] } }, unknown]
}

const pipeline = deepFreeze(pipelineOf(['need', 'quoted', 'signed'], { need: { en: 'Need confirmed', 'zh-CN': '需求确认' } }))
const draw = (...given: Parameters<typeof stageCurvesChart>): Drawn => stageCurvesChart(...given) as never

/** Curves that such a pipeline is said to have made. */
function curvesOf(curves: readonly (readonly [stage: string, curve: ConversionCurve])[]): StageCurvesResult {
  return {
    asOf: '2026-03-31',
    curves: Object.fromEntries(curves),
    rejected: [],
    policies: [{ kind: 'pipeline', id: 'sales', version: '1' }],
  }
}

const long = curveOf(
  [
    [10, 20, 10],
    [30, 30, 0],
  ],
  100,
)
// Not in the order of the stages.
const usual = deepFreeze(
  curvesOf([
    ['quoted', curveOf([[0, 60, 0]], 25)],
    ['need', long],
    ['signed', noCurve],
  ]),
)

describe('stageCurvesChart', () => {
  it('has a line for each stage that deals came to, in the order of the stages', () => {
    const chart = draw(usual, pipeline)
    expect(chart.title).toEqual({
      text: ['Sales: deals won by days since coming to a stage, as of 2026-03-31'],
      subtitle: ['A line ends with the deal that was watched for the longest time.', 'Stages without deals: signed.'],
    })
    expect(chart.data.values).toEqual([
      { place: 0, stage: 'Need confirmed', day: 100, won: 0.5, deals: 100 },
      { place: 1, stage: 'quoted', day: 25, won: 0.6, deals: 100 },
    ])
    expect(chart.layer[0].data.values).toEqual([
      { place: 0, day: 0, won: 0 },
      { place: 0, day: 10, won: 0.2 },
      { place: 0, day: 30, won: 0.5 },
      { place: 0, day: 100, won: 0.5 },
      { place: 1, day: 0, won: 0.6 },
      { place: 1, day: 25, won: 0.6 },
    ])
  })

  it('draws steps, and names their colours', async () => {
    const { svg } = await renderChart(stageCurvesChart(usual, pipeline))
    // 460 pixels stand for 102.5 days, and 300 for the whole: the longest line ends right before the edge.
    expect(svg).toContain('M0,300L44.878,300L44.878,240L134.634,240L134.634,150L448.78,150')
    expect(svg).toContain('M0,120L112.195,120')
    for (const text of ['Need confirmed', 'quoted', 'Stage']) expect(svg).toContain(`>${text}</text>`)
    expect(svg).toContain('aria-label="quoted: 60%"')
  })

  it('has room for what was decided on the last day', async () => {
    const last = curvesOf([
      [
        'need',
        curveOf(
          [
            [10, 20, 10],
            [60, 30, 0],
          ],
          60,
        ),
      ],
    ])
    const { svg } = await renderChart(stageCurvesChart(last, pipeline))
    // 460 pixels stand for 61.5 days.
    expect(svg).toContain('L448.78,240L448.78,150')
    expect(draw(last, pipeline).data.values).toMatchObject([{ day: 60, won: 0.5 }])
    expect(draw(curvesOf([['need', curveOf([[0, 60, 0]], 0)]]), pipeline).encoding.x.scale.domain).toEqual([0, 1])
  })

  it('speaks the language asked for', () => {
    const chart = draw(usual, pipeline, zhCN)
    expect(chart.title).toEqual({
      text: ['销售：到达各阶段后的赢单率（截至 2026-03-31）'],
      subtitle: ['曲线止于观察时间最长的商机。', '没有商机的阶段：signed。'],
    })
    expect(chart.data.values[0]?.stage).toBe('需求确认')
  })

  it('says under which condition deals would be won, where lost ones only count as lost sight of', () => {
    const result = curvesOf([['need', { ...curveOf([[5, 20, 0]], 9), method: 'kaplan-meier' }]])
    expect(draw(result, pipeline).title.subtitle?.[1]).toBe('Kaplan–Meier: what share would be won, if no deal were ever lost.')
    expect(draw(result, pipeline, zhCN).title.subtitle?.[1]).toBe('Kaplan–Meier 法：假如没有丢单，赢单率会是多少。')
  })

  it('says where there are no deals', () => {
    for (const empty of [curvesOf([]), curvesOf([['need', noCurve]])]) expect(draw(empty, pipeline).title.subtitle).toEqual(['There are no deals.'])
  })

  it('draws the curves of a log', () => {
    const log = [
      { deal: 1, at: '2026-01-05', to: 'need' },
      { deal: 1, at: '2026-01-10', to: 'quoted' },
      { deal: 1, at: '2026-01-20', to: 'won' },
      { deal: 2, at: '2026-01-05', to: 'need' },
    ]
    const chart = draw(stageCurves(log, pipeline, { asOf: '2026-01-31' }), pipeline)
    expect(chart.data.values.map(({ stage, day, won }) => [stage, day, won])).toEqual([
      ['Need confirmed', 26, 0.5],
      ['quoted', 10, 1],
    ])
  })

  const many = Array.from({ length: 250 }, (_, index) => `stage ${index}`)

  it('lists up to 30 stages in the legend', () => {
    const legendOf = (count: number): unknown => {
      const names = many.slice(0, count)
      return draw(curvesOf(names.map((name) => [name, long])), pipelineOf(names)).encoding.color.legend
    }
    expect(legendOf(30)).not.toBeNull()
    expect(legendOf(31)).toBeNull()
  })

  it('refuses what are no curves, and what another pipeline made', () => {
    expect(issuesOf(() => stageCurvesChart(undefined as never, pipeline))).toEqual([['missing', ['curves']]])
    expect(issuesOf(() => stageCurvesChart(usual, { ...pipeline, id: 'other' }))).toEqual([['other-policy', ['curves', 'policies']]])
    expect(issuesOf(() => stageCurvesChart(usual, pipelineOf(['need', 'quoted'])))).toEqual([['outdated-input', ['curves', 'curves', 'signed']]])
    const wrong = { ...usual, curves: { need: { ...long, deals: -1 } } }
    expect(issuesOf(() => stageCurvesChart(wrong, pipeline))).toEqual([['too-small', ['curves', 'curves', 'need', 'deals']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(usual), (changed) => {
        try {
          const chart = stageCurvesChart(changed as never, pipeline)
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
