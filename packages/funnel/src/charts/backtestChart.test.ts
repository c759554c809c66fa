import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backtestOf } from '../../testing/chartedForecasts.js'
import { pipelineOf } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { backtestChart } from '../charts.js'
import { backtestForecast } from '../forecast/backtestForecast.js'
import { zhCN } from '../locales/zh-CN.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] }
  readonly data: {
    readonly values: readonly {
      readonly asOf: string
      readonly came: string
      readonly label: unknown
      readonly text: string
      readonly facts: { readonly [name: string]: string }
    }[]
  }
  readonly encoding: { readonly x: { readonly title: string } }
  readonly layer: readonly { readonly encoding: { readonly color: { readonly scale?: { readonly domain: readonly string[] } } } }[]
}

const pipeline = deepFreeze(pipelineOf(['need', 'quoted']))
const backtest = deepFreeze(
  backtestOf([
    ['2026-01-31', '2026-03-02', ['100000', '60000', '140000', '125000']],
    ['2026-02-28', '2026-03-30', ['100000.004', '60000', '140000', '150000']],
    ['2026-03-31', '2026-04-30', null],
    ['2026-04-30', '2026-05-30', ['40000', '0', '90000', '0']],
    ['2026-05-31', '2026-06-30', ['40', '0', '90', '20']],
  ]),
)
const draw = (...given: Parameters<typeof backtestChart>): Drawn => backtestChart(...given) as never
const kindsIn = ({ layer }: Drawn): unknown => layer.at(-1)?.encoding.color.scale?.domain

describe('backtestChart', () => {
  it('has the range of each forecast, what was expected and what came', () => {
    const chart = draw(backtest, pipeline)
    expect(chart).toMatchObject({
      title: { text: ['Sales: forecasts of the past, and what came'] },
      data: {
        values: [
          { place: 0, asOf: '2026-01-31', expected: 100_000, low: 60_000, high: 140_000, actual: 125_000, came: 'Came, within the range' },
          { place: 1, asOf: '2026-02-28', expected: 100_000.004, actual: 150_000, came: 'Came, outside the range' },
          { place: 2, asOf: '2026-03-31', expected: null, low: null, high: null, actual: 50, came: 'Came, without a forecast' },
          { place: 3, asOf: '2026-04-30', actual: 0, came: 'Came, within the range' },
          { place: 4, asOf: '2026-05-31', actual: 20 },
        ],
      },
      encoding: { x: { title: 'Forecast as of (for 30 days from then on)' } },
    })
    expect(chart.data.values[1]).toMatchObject({
      text: '2026-02-28: 100000 expected, 60000 to 140000 in at least 9 of 10 cases; 150000 came',
      facts: { period: '2026-03-01 – 2026-03-30', expected: '100000', range: '60000 – 140000', actual: '150000' },
    })
    expect(chart.data.values[2]).toMatchObject({ text: '2026-03-31: no forecast; 50 came', facts: { expected: '–', range: '–' } })
  })

  it('writes below each by how much more or less was forecast than came, where there is something to compare', () => {
    expect(draw(backtest, pipeline).data.values.map(({ label }) => label)).toEqual([
      ['2026-01-31', '−20%'],
      ['2026-02-28', '−33.33%'],
      ['2026-03-31', 'No forecast'],
      ['2026-04-30'],
      ['2026-05-31', '+100%'],
    ])
  })

  it('says how good the forecasts were in all', () => {
    const notesOf = (expected: string, actual: string): readonly string[] =>
      draw(backtestOf([['2026-01-31', '2026-03-02', [expected, '0', '1000', actual]]]), pipeline).title.subtitle
    const reading = 'Below each date: by how much more (+) or less (−) was forecast than came.'
    const held = 'In 100% of the forecasts the range held what came; 90% should.'
    expect(notesOf('125', '100')).toEqual([reading, 'In all, 25% too much was forecast.', 'On average a forecast was 25% off.', held])
    expect(notesOf('75', '100')).toEqual([reading, 'In all, 25% too little was forecast.', 'On average a forecast was 25% off.', held])
    expect(notesOf('100', '100')).toEqual([reading, 'In all, as much was forecast as came.', 'On average a forecast was 0% off.', held])
    expect(notesOf('100', '0')).toEqual([held])
    expect(draw(backtestOf([['2026-01-31', '2026-03-02', null]]), pipeline).title).not.toHaveProperty('subtitle')
    expect(draw(backtestOf([]), pipeline).title.subtitle).toEqual(['There are no forecasts.'])
  })

  it('tells in the legend what there is', () => {
    expect(kindsIn(draw(backtest, pipeline))).toEqual([
      'At least 9 of 10 cases',
      'Expected',
      'Came, within the range',
      'Came, outside the range',
      'Came, without a forecast',
    ])
    const within = backtestOf([['2026-01-31', '2026-03-02', ['100', '0', '1000', '100']]])
    expect(kindsIn(draw(within, pipeline))).toEqual(['At least 9 of 10 cases', 'Expected', 'Came, within the range'])
    expect(kindsIn(draw(backtestOf([['2026-01-31', '2026-03-02', null]]), pipeline))).toEqual(['Came, without a forecast'])
  })

  it('draws what came where it lies against the range', async () => {
    const { svg } = await renderChart(backtestChart(backtestOf([['2026-01-31', '2026-03-02', ['100', '50', '200', '300']]]), pipeline))
    // 300 pixels stand for 300.
    const ranges = [...svg.matchAll(/d="M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)h-[\d.]+Z" fill="#c6dbef"/g)].map((match) => match.slice(1).map(Number))
    expect(ranges).toEqual([[expect.closeTo(100, 6), expect.closeTo(150, 6)]])
    expect(svg).toContain('aria-label="2026-01-31: 100 expected, 50 to 200 in at least 9 of 10 cases; 300 came"')
    expect(svg).toMatch(/transform="translate\(100,0\)"[^>]*fill="#d94801"/)
  })

  it('draws the 40 latest forecasts', () => {
    const dateOf = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)
    const daily = backtestOf(Array.from({ length: 43 }, (_, index) => [dateOf(index), dateOf(index + 30), ['1', '0', '2', '1']] as const))
    const chart = draw(daily, pipeline)
    expect(chart.data.values).toHaveLength(40)
    expect(chart.data.values[0]).toMatchObject({ asOf: '2026-01-04', label: '2026-01-04 (0%)' })
    expect(chart.title.subtitle.at(-1)).toBe('The latest forecasts: 40 of 43.')
  })

  it('is of what a log was forecast to bring, and brought', () => {
    const chances = { ...pipelineOf([]), stages: [{ id: 'quoted', winPercent: 50 }] }
    const log = [
      { deal: 1, at: '2026-01-05', to: 'quoted', amount: 100, currency: 'EUR', expected: '2026-02-10' },
      { deal: 1, at: '2026-02-20', to: 'won' },
      { deal: 2, at: '2026-02-05', to: 'quoted', amount: 60, currency: 'EUR', expected: '2026-03-10' },
      { deal: 2, at: '2026-03-15', to: 'lost' },
    ]
    const { data } = draw(backtestForecast(log, chances, { cutoffs: ['2026-01-31', '2026-02-28'], horizon: 'P1M', method: 'stage' }), chances)
    expect(data.values.map(({ text }) => text)).toEqual([
      '2026-01-31: 50 expected, 0 to 100 in at least 9 of 10 cases; 100 came',
      '2026-02-28: 30 expected, 0 to 60 in at least 9 of 10 cases; 0 came',
    ])
  })

  it('speaks the language asked for', () => {
    const chart = draw(backtest, pipeline, zhCN)
    expect(chart.title.text).toEqual(['销售：以往预测与实际'])
    expect(chart.data.values[2]?.label).toEqual(['2026-03-31', '无预测'])
    expect(chart.encoding.x.title).toBe('预测日期（预测此后 30 天）')
  })

  it('refuses what is no backtest or no pipeline, and what another pipeline made', () => {
    expect(issuesOf(() => backtestChart([] as never, pipeline))).toEqual([['wrong-type', ['backtest']]])
    expect(issuesOf(() => backtestChart(backtest, undefined as never))).toEqual([['missing', ['pipeline']]])
    expect(issuesOf(() => backtestChart(backtest, { ...pipeline, version: '2' }))).toEqual([['other-policy', ['backtest', 'policies']]])
    expect(issuesOf(() => backtestChart({ ...backtest, bias: 3 }, pipeline))).toEqual([['outdated-input', ['backtest', 'bias']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(backtest), (changed) => {
        try {
          const chart = backtestChart(changed as never, pipeline)
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
