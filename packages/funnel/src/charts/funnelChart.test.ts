import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames, type Left, measureOf, pipelineOf } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { funnelChart } from '../charts.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { measureFunnel } from '../measure/measureFunnel.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly row: string; readonly text: string; readonly counts: readonly number[] }[] }
  readonly layer: readonly [
    { readonly data: { readonly values: readonly { readonly row: string; readonly part: string; readonly [name: string]: unknown }[] } },
    unknown,
  ]
}

const titles = { need: { en: 'Need confirmed', 'zh-CN': '需求确认' }, quoted: { en: 'Quoted', 'zh-CN': '已报价' } }
const pipeline = deepFreeze(pipelineOf(['need', 'quoted', 'signed'], titles))
const usual: readonly Left[] = [
  [120, 60],
  [80, 40],
  [0, 5],
]
const measure = deepFreeze(measureOf(pipeline, usual, 195))
const draw = (...given: Parameters<typeof funnelChart>): Drawn => funnelChart(...given) as never

/** Where parts of bars begin from the left, and how wide they are, in pixels. */
const barsIn = (svg: string): number[][] =>
  [...svg.matchAll(/aria-roledescription="bar" d="M([\d.]+),[\d.]+h([\d.]+)v/g)].map((match) => match.slice(1).map(Number))

describe('funnelChart', () => {
  it('has a bar for each stage in parts, with what got on, and one for the won', () => {
    const chart = draw(measure, pipeline)
    expect(chart).toMatchObject({
      title: {
        text: ['Sales: how far deals came, as of 2026-03-31'],
        subtitle: ['Percentages are of all deals that came to a stage; open ones count as not', 'having got on.'],
      },
      data: {
        name: 'rows',
        values: [
          { place: 0, row: 'Need confirmed', count: 500, counts: [320, 60, 120, 0], text: '500; 64% got on', label: ['Need confirmed'] },
          { place: 1, row: 'Quoted', count: 320, counts: [200, 40, 80, 0], text: '320; 62.5% got on' },
          { place: 2, row: 'signed', count: 200, counts: [195, 5, 0, 0], text: '200; 97.5% got on' },
          { place: 3, row: 'Won', count: 195, counts: [0, 0, 0, 195], text: '195; 39% of all that entered' },
        ],
      },
    })
    expect(chart.layer[0].data.values.map(({ row, part }) => [row, part])).toEqual([
      ['Need confirmed', 'Got on'],
      ['Need confirmed', 'Open'],
      ['Need confirmed', 'Lost'],
      ['Quoted', 'Got on'],
      ['Quoted', 'Open'],
      ['Quoted', 'Lost'],
      ['signed', 'Got on'],
      ['signed', 'Open'],
      ['Won', 'Won'],
    ])
  })

  it('tells in hints what share got on in each of the three ways', () => {
    const [part] = draw(measure, pipeline).layer[0].data.values
    // 320 of 500, 320 of 440, and what lies between.
    expect(part).toMatchObject({ share: 0.64, fact0: '64%', fact1: '72.73%', fact2: '68.36%', fact3: '0', fact4: '12.5' })
  })

  it('draws bars as wide as their counts, one part after the other', async () => {
    const { svg } = await renderChart(funnelChart(measure, pipeline))
    // 380 pixels stand for 500 deals.
    const px = (count: number): number => (count * 380) / 500
    const near = (numbers: readonly number[]): unknown[] => numbers.map((one) => expect.closeTo(px(one), 6))
    expect(barsIn(svg)).toEqual([
      near([0, 320]),
      near([320, 60]),
      near([380, 120]),
      near([0, 200]),
      near([200, 40]),
      near([240, 80]),
      near([0, 195]),
      near([195, 5]),
      near([0, 195]),
    ])
    for (const text of ['Need confirmed', '500; 64% got on', 'Got on', 'Open', 'Lost', 'Won']) expect(svg).toContain(`>${text}</text>`)
    expect(svg).toContain('aria-label="Need confirmed; Got on: 320"')
  })

  it('speaks the language asked for, and tells stages apart that are called alike', () => {
    const chart = draw(measure, pipeline, zhCN)
    expect(chart.title.text).toEqual(['销售：商机推进情况（截至 2026-03-31）'])
    expect(chart.data.values.map(({ row, text }) => [row, text])).toEqual([
      ['需求确认', '500 个，推进 64%'],
      ['已报价', '320 个，推进 62.5%'],
      ['signed', '200 个，推进 97.5%'],
      ['赢单', '195 个，占全部进入商机的 39%'],
    ])
    const alike = pipelineOf(['need', 'quoted', 'signed'], { need: 'Won', quoted: 'Same', signed: 'Same' })
    expect(draw(measureOf(alike, usual, 195), alike).data.values.map(({ row }) => row)).toEqual([
      'Won (need)',
      'Same (quoted)',
      'Same (signed)',
      'Won (won)',
    ])
  })

  it('says between which dates deals entered, where that was asked', () => {
    const within = (from: string, to: string, locale = en): string | undefined =>
      draw({ ...measure, enteredWithin: { from, to } }, pipeline, locale).title.subtitle?.[0]
    expect(within('2026-01-01', '2026-03-31')).toBe('Only deals that entered from 2026-01-01 to 2026-03-31.')
    expect(within('2026-01-01', '9999-12-31')).toBe('Only deals that entered on 2026-01-01 or later.')
    expect(within('0001-01-01', '2026-03-31')).toBe('Only deals that entered on 2026-03-31 or earlier.')
    expect(within('0001-01-01', '9999-12-31')).toMatch(/^Percentages/)
    expect(within('2026-01-01', '2026-03-31', zhCN)).toBe('仅含 2026-01-01 至 2026-03-31 进入的商机。')
    const asked = measureFunnel([], pipeline, { asOf: '2026-03-31', entered: { from: '2026-01-01' } })
    expect(draw(asked, pipeline).title.subtitle).toEqual(['Only deals that entered on 2026-01-01 or later.', 'There are no deals.'])
  })

  it('says where there are no deals, and which ones are in no bar', () => {
    const nobody = draw(
      measureOf(
        pipeline,
        [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
        0,
      ),
      pipeline,
    )
    expect(nobody.title.subtitle).toEqual(['There are no deals.'])
    expect(nobody.data.values.map(({ text }) => text)).toEqual(['0', '0', '0', '0'])
    const elsewhere = draw(measureOf(pipeline, usual, 195, 7), pipeline)
    expect(elsewhere.title.subtitle?.at(-1)).toBe('Lost without ever being in a stage, and in no bar: 7.')
    expect(elsewhere.data.values.at(-1)?.text).toBe('195; 38.46% of all that entered')
  })

  it('draws what a log was measured to', () => {
    const log = [
      { deal: 1, at: '2026-01-05', to: 'need' },
      { deal: 1, at: '2026-01-09', to: 'quoted' },
      { deal: 1, at: '2026-02-01', to: 'won' },
      { deal: 2, at: '2026-01-05', to: 'need' },
      { deal: 2, at: '2026-01-15', to: 'lost' },
      { deal: 3, at: '2026-01-05', to: 'quoted' },
      { deal: 4, at: '2026-01-05', to: 'lost' },
    ]
    const chart = draw(measureFunnel(log, pipeline, { asOf: '2026-03-31', cohorts: { by: 'month' }, by: 'region', detail: 'deals' }), pipeline)
    expect(chart.data.values.map(({ counts }) => counts)).toEqual([
      [2, 0, 1, 0],
      [1, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ])
    expect(chart.title.subtitle?.at(-1)).toBe('Lost without ever being in a stage, and in no bar: 1.')
  })

  it('writes hostile names as they are', async () => {
    const named = pipelineOf(hostileNames)
    const { svg } = await renderChart(
      funnelChart(
        measureOf(
          named,
          hostileNames.map((): Left => [1, 1]),
          1,
        ),
        named,
      ),
    )
    for (const text of ['constructor', 'toString', 'line break', "a'b\\c", 'a.b[0].c', 'null']) expect(svg).toContain(`>${text}<`)
    expect(svg).not.toMatch(/\p{Cs}/u)
  })

  it('refuses what is no measure or no pipeline, and what another pipeline made', () => {
    expect(issuesOf(() => funnelChart(undefined as never, pipeline))).toEqual([['missing', ['measure']]])
    expect(issuesOf(() => funnelChart(measure, null as never))).toEqual([['wrong-type', ['pipeline']]])
    expect(issuesOf(() => funnelChart(measure, { ...pipeline, version: '2' }))).toEqual([['other-policy', ['measure', 'policies']]])
    const renamed = pipelineOf(['need', 'priced', 'signed'])
    expect(issuesOf(() => funnelChart(measure, renamed))).toEqual([['outdated-input', ['measure', 'stages']]])
    expect(issuesOf(() => funnelChart({ ...measure, entered: 501 }, pipeline))).toContainEqual(['outdated-input', ['measure', 'entered']])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(measure), (changed) => {
        try {
          const chart = funnelChart(changed as never, pipeline)
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
