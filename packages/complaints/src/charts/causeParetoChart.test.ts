import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analysisOf, causeBars, hostileNames } from '../../testing/chartedResults.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import type { ComplaintAnalysis } from '../analysis/types.js'
import { causeParetoChart } from '../charts.js'
import { zhCN } from '../locales/zh-CN.js'
import { complaintTaxonomy } from '../templates.js'

type Counts = Parameters<typeof causeBars>[0]

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: {
    readonly values: readonly { readonly cause: string; readonly count: number; readonly cumulative: number; readonly isKnown: boolean }[]
  }
}

const analyse = (counts: Counts): ComplaintAnalysis => deepFreeze(analysisOf(causeBars(counts)))
const drawn = (counts: Counts, ...rest: [typeof complaintTaxonomy?, typeof zhCN?]): Drawn => causeParetoChart(analyse(counts), ...rest) as never
const usual: Counts = [
  ['misleading-promotion', 12],
  ['product-or-service-defect', 9],
  ['leisure', 6],
  [null, 3],
]
const many = (count: number): Counts => Array.from({ length: count }, (_, index) => [`cause ${index}`, count - index] as const)

/** Where bars begin from the left and the top, and how wide and high they are, in pixels. */
const barsIn = (svg: string): number[][] =>
  [...svg.matchAll(/aria-roledescription="bar" d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)/g)].map((match) => match.slice(1).map(Number))

describe('causeParetoChart', () => {
  it('has a bar for each cause, the commonest first, and what all up to there come to; what is not known stands last', () => {
    const chart = causeParetoChart(analyse(usual), complaintTaxonomy)
    expect(chart).toMatchObject({
      title: { text: ['Complaints by cause, as of 2024-03-31'] },
      data: {
        name: 'causes',
        values: [
          { place: 0, cause: 'misleading promotion', count: 12, share: 0.4, cumulative: 0.4, isKnown: true, label: ['misleading', 'promotion'] },
          { place: 1, cause: 'defect of the product or the service', count: 9, share: 0.3, cumulative: 0.7 },
          { place: 2, cause: "the customer's leisure", count: 6, share: 0.2, cumulative: 0.9 },
          { place: 3, cause: 'Cause unknown', count: 3, share: 0.1, cumulative: 1, isKnown: false },
        ],
      },
      encoding: { x: { title: 'Cause', scale: { domain: [0, 1, 2, 3] } } },
      layer: [
        { mark: { type: 'bar' }, encoding: { y: { field: 'count', scale: { domain: [0, 30] } } } },
        { mark: { type: 'line' }, encoding: { y: { field: 'cumulative', scale: { domain: [0, 1] }, axis: { orient: 'right', format: '.0%' } } } },
      ],
      resolve: { scale: { y: 'independent' } },
    })
  })

  it('draws bars as high as their counts, and a line that ends at the top', async () => {
    const { svg } = await renderChart(causeParetoChart(analyse(usual)))
    // 300 pixels stand for 30 complaints.
    expect(barsIn(svg).map(([, top, , height]) => [top, height])).toEqual([
      [180, 120],
      [210, 90],
      [240, 60],
      [270, 30],
    ])
    const [line] = [...svg.matchAll(/aria-roledescription="line mark" d="M([^"]+)"/g)].map(([, points]) => points as string)
    expect(line?.split('L').map((point) => Number(point.split(',')[1]))).toEqual([180, 90, 30, 0].map((height) => expect.closeTo(height, 6)))
    for (const percent of ['0%', '50%', '100%']) expect(svg).toContain(`>${percent}</text>`)
  })

  it('has titles in the language asked for, ids without a taxonomy, and both for causes of one title', () => {
    const chart = drawn(usual, complaintTaxonomy, zhCN)
    expect(chart.title).toEqual({ text: ['投诉原因分布（截至 2024-03-31）'] })
    expect(chart.data.values.map(({ cause }) => cause)).toEqual(['宣传误导', '商品或服务的缺陷', '客户的闲暇程度', '原因不明'])
    expect(drawn(usual).data.values.map(({ cause }) => cause)).toEqual([
      'misleading-promotion',
      'product-or-service-defect',
      'leisure',
      'Cause unknown',
    ])
    const alike = { ...complaintTaxonomy, causes: complaintTaxonomy.causes.map((one) => ({ ...one, title: 'same' })) }
    expect(drawn(usual, alike).data.values[0]?.cause).toBe('same (misleading-promotion)')
    expect(drawn([['not listed', 1]], complaintTaxonomy).data.values[0]?.cause).toBe('not listed')
  })

  it('has one bar for all causes after the 20 commonest', () => {
    expect(drawn(many(20)).data.values).toHaveLength(20)
    const { values } = drawn([...many(23), [null, 5]]).data
    expect(values.slice(19)).toMatchObject([
      { place: 19, cause: 'cause 19', count: 4 },
      { place: 20, cause: 'Other causes: 3', count: 6, isKnown: true },
      { place: 21, cause: 'Cause unknown', count: 5, cumulative: 1, isKnown: false },
    ])
  })

  it('writes labels across up to 8 bars, and upwards for more', () => {
    const axisOf = (count: number): unknown =>
      (causeParetoChart(analyse(many(count))) as never as { encoding: { x: { axis: unknown } } }).encoding.x.axis
    expect(axisOf(8)).toMatchObject({ labelAngle: 0 })
    expect(axisOf(9)).toMatchObject({ labelAngle: -90, labelLimit: 220 })
  })

  it('writes whole labels, broken into lines, also without a browser', async () => {
    const { svg } = await renderChart(causeParetoChart(analyse(usual), complaintTaxonomy, zhCN))
    for (const text of ['宣传误导', '商品或服务的缺陷', '原因不明', '投诉件数', '累计占比']) expect(svg).toContain(`>${text}<`)
    const english = await renderChart(causeParetoChart(analyse(usual), complaintTaxonomy))
    for (const text of ['misleading', 'promotion', 'Cause unknown']) expect(english.svg).toContain(`>${text}<`)
  })

  it('says where there are no complaints', () => {
    expect(drawn([]).title).toEqual({ text: ['Complaints by cause, as of 2024-03-31'], subtitle: ['There are no complaints.'] })
    expect(drawn([], undefined, zhCN).title.subtitle).toEqual(['没有投诉。'])
    expect(drawn([[null, 0]]).data.values).toMatchObject([{ count: 0, cumulative: 0 }])
  })

  it.each<[string, Counts]>([
    ['nothing', []],
    ['one cause', [['a', 1]]],
    ['none that is known', [[null, 7]]],
    ['no complaint', [['a', 0]]],
    ['hundreds of causes', many(300)],
    ['hostile names', [...hostileNames.map((name) => [name, 2] as const), [null, 1]]],
    ['few hostile names', hostileNames.slice(0, 8).map((name) => [name, 2] as const)],
    ['other hostile names', hostileNames.slice(8, 15).map((name) => [name, 2] as const)],
    ['more complaints than numbers tell apart', [['a', Number.MAX_SAFE_INTEGER]]],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, counts) => {
    for (const locale of [undefined, zhCN]) {
      const chart = causeParetoChart(analyse(counts), undefined, locale)
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
      expect(barsIn(svg)).toHaveLength((chart as never as Drawn).data.values.length)
    }
  })

  it('writes hostile names as they are', async () => {
    const { svg } = await renderChart(causeParetoChart(analyse(hostileNames.slice(0, 8).map((name) => [name, 2] as const))))
    for (const text of ['__proto__', 'constructor', 'toString', 'line break', "a'b\\c"]) expect(svg).toContain(`>${text}<`)
  })

  it('refuses what is no analysis, and what contradicts itself', () => {
    const analysis = analyse(usual)
    expect(issuesOf(() => causeParetoChart(undefined as never))).toEqual([['missing', ['analysis']]])
    expect(issuesOf(() => causeParetoChart({ ...analysis, asOf: 5, byCause: [{ cause: '', count: -1, share: 'x' }] } as never))).toEqual([
      ['not-a-calendar-date', ['analysis', 'asOf']],
      ['empty', ['analysis', 'byCause', 0, 'cause']],
      ['too-small', ['analysis', 'byCause', 0, 'count']],
      ['wrong-type', ['analysis', 'byCause', 0, 'share']],
      ['missing', ['analysis', 'byCause', 0, 'cumulative']],
    ])
    expect(issuesOf(() => causeParetoChart({ ...analysis, complaints: 31 }))).toContainEqual(['outdated-input', ['analysis', 'byCause']])
    const [first, ...rest] = analysis.byCause
    const larger = { ...analysis, byCause: [{ ...first, share: 0.5 }, ...rest] as never }
    expect(issuesOf(() => causeParetoChart(larger))).toEqual([['outdated-input', ['analysis', 'byCause', 0, 'share']]])
    expect(
      issuesOf(() =>
        causeParetoChart(
          analyse([
            [null, 1],
            ['a', 1],
            ['a', 1],
          ]),
        ),
      ),
    ).toEqual([
      ['duplicate', ['analysis', 'byCause', 2, 'cause']],
      ['wrong-type', ['analysis', 'byCause', 0, 'cause']],
    ])
    expect(issuesOf(() => causeParetoChart(analysis, { ...complaintTaxonomy, causes: [] }))).toEqual([['empty', ['taxonomy', 'causes']]])
    expect(issuesOf(() => causeParetoChart(analysis, null as never))).toEqual([['wrong-type', ['taxonomy']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(analyse(usual)), fc.boolean(), (changed, isAlone) => {
        try {
          const chart = causeParetoChart(changed as never, isAlone ? undefined : complaintTaxonomy)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(refused).toBeGreaterThan(40)
  })
})
