import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastOf, type Outlook, openDeal, periodOf } from '../../testing/chartedForecasts.js'
import { pipelineOf } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { forecastChart } from '../charts.js'
import { forecastSales } from '../forecast/forecastSales.js'
import type { PeriodForecast } from '../forecast/types.js'
import { zhCN } from '../locales/zh-CN.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] }
  readonly data: {
    readonly values: readonly {
      readonly period: string
      readonly label: unknown
      readonly text: string
      readonly facts: { readonly [name: string]: string }
      readonly [name: string]: unknown
    }[]
  }
  readonly encoding: { readonly x: { readonly axis: { readonly labelAngle: number } } }
  readonly layer: readonly [
    {
      readonly data: { readonly values: readonly { readonly part: string; readonly from: number; readonly to: number }[] }
      readonly encoding: { readonly y: { readonly title: string }; readonly color: { readonly scale: { readonly domain: readonly string[] } } }
    },
    ...unknown[],
  ]
}

const pipeline = deepFreeze(pipelineOf(['need', 'quoted']))
const [april, may, quarter] = [
  ['2026-04-01', '2026-04-30'],
  ['2026-05-01', '2026-05-31'],
  ['2026-04-01', '2026-06-30'],
] as const
const usual: Outlook = ['40000', '90000.005', '60000', '190000', '150000', 0.35]
const forecast = deepFreeze(forecastOf([periodOf(april, usual), periodOf(may, ['0', '80000', '0', '210000'])]))
const draw = (...given: Parameters<typeof forecastChart>): Drawn => forecastChart(...given) as never
const daily = (count: number): PeriodForecast[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 3, 1 + index)).toISOString().slice(0, 10)
    return periodOf([date, date], usual)
  })

describe('forecastChart', () => {
  it('has what is won, expected and aimed at in each period, and between which amounts it comes', () => {
    const chart = draw(forecast, pipeline)
    expect(chart).toMatchObject({
      title: {
        text: ['Sales: forecast of sales, as of 2026-03-31'],
        subtitle: ['Below each period: what is expected, and the chance of reaching the target.'],
      },
      data: {
        values: [
          { place: 0, period: '2026-04', won: 40_000, low: 60_000, high: 190_000, expected: 130_000.005, target: 150_000 },
          { place: 1, period: '2026-05', won: 0, low: 0, high: 210_000, expected: 80_000, target: null },
        ],
      },
    })
    expect(chart.layer[0].encoding).toMatchObject({
      y: { title: 'Sales (CNY)' },
      color: { scale: { domain: ['Won already', 'At least 9 of 10 cases', 'Expected', 'Target'] } },
    })
    expect(chart.layer[0].data.values.map(({ part, from, to }) => [part, from, to])).toEqual([
      ['At least 9 of 10 cases', 60_000, 190_000],
      ['Won already', 0, 40_000],
      ['At least 9 of 10 cases', 0, 210_000],
    ])
  })

  it('writes below a period what is expected, rounded to minor digits, and how likely its target is reached', () => {
    expect(draw(forecast, pipeline).data.values.map(({ label }) => label)).toEqual([
      ['2026-04', '130000.01', 'chance 35%'],
      ['2026-05', '80000'],
    ])
    const [first] = draw(forecast, pipeline).data.values
    expect(first).toMatchObject({
      text: '2026-04: 40000 won already, 130000.01 expected; 60000 to 190000 in at least 9 of 10 cases; target 150000, chance 35%',
      facts: { open: '90000.01', newDeals: '0', range: '60000 – 190000', median: '60000', chance: '35%', deals: '3' },
    })
    const inYen = { ...forecast, currency: 'JPY' }
    expect(draw(inYen, pipeline).data.values[0]?.label).toEqual(['2026-04', '130000', 'chance 35%'])
    const inNone = draw({ ...forecast, currency: null }, pipeline)
    expect(inNone.data.values[0]?.label).toEqual(['2026-04', '130000.01', 'chance 35%'])
    expect(inNone.data.values[1]?.label).toEqual(['2026-05', '80000'])
    expect(inNone.layer[0].encoding.y.title).toBe('Sales')
  })

  it('is of what a log was forecast to bring (known answer 13)', () => {
    const chances = { ...pipelineOf([]), stages: [50, 80, 25].map((winPercent) => ({ id: `at-${winPercent}`, winPercent })) }
    const log = [
      { deal: 'A', at: '2026-01-05', to: 'at-50', amount: 100, expected: '2026-04-10' },
      { deal: 'B', at: '2026-01-05', to: 'at-80', amount: 50, expected: '2026-04-11' },
      { deal: 'C', at: '2026-01-05', to: 'at-25', amount: 200, expected: '2026-04-12' },
    ]
    const periods = [{ from: '2026-04-01', to: '2026-04-30' }]
    const [row] = draw(forecastSales(log, chances, { asOf: '2026-03-31', periods, method: 'stage', target: 140 }), chances).data.values
    expect(row).toMatchObject({ won: 0, low: 0, high: 350, expected: 140, target: 140, label: ['2026-04', '140', 'chance 55%'] })
    expect(row?.facts).toMatchObject({ median: '150', deals: '3' })
  })

  it('draws bars and targets at their amounts', async () => {
    const { svg } = await renderChart(forecastChart(forecastOf([periodOf(april, ['100', '100', '150', '300', '250', 0.1])]), pipeline))
    // 300 pixels stand for 300.
    const bars = [...svg.matchAll(/aria-roledescription="bar" d="M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)h/g)].map((match) => match.slice(1).map(Number))
    expect(bars).toEqual([
      [0, 150],
      [expect.closeTo(200, 6), expect.closeTo(100, 6)],
    ])
    expect(svg).toContain('aria-label="2026-04: 100 won already, 200 expected; 150 to 300 in at least 9 of 10 cases; target 250, chance 10%"')
    for (const text of ['chance 10%', 'Won already', 'At least 9 of 10 cases', 'Expected', 'Target'])
      expect(svg).toMatch(new RegExp(`>${text}</t(ext|span)>`))
    // 3 pixels of a target around 250.
    expect(svg).toMatch(/d="M[\d.]+,48\.[\d]+h[\d.]+v3h-[\d.]+Z" fill="#d94801"/)
  })

  it('keeps the order of periods apart, over each other, and given twice', () => {
    const far = ['2027-02-03', '2027-02-09'] as const
    const periods = [far, quarter, april, far].map((dates) => periodOf(dates, usual))
    expect(draw(forecastOf(periods), pipeline).data.values.map(({ period }) => period)).toEqual([
      '2027-02-03 – 2027-02-09 (1)',
      '2026-04 – 2026-06',
      '2026-04',
      '2027-02-03 – 2027-02-09 (4)',
    ])
  })

  it('has no targets where there are none', () => {
    const chart = draw(forecastOf([periodOf(may, ['0', '80', '0', '210'])]), pipeline)
    expect(chart.title.subtitle).toEqual(['Below each period: what is expected.'])
    expect(chart.layer[0].encoding.color.scale.domain).toEqual(['Won already', 'At least 9 of 10 cases', 'Expected'])
    expect(chart.layer).toHaveLength(2)
  })

  it('says what is to be known of it', () => {
    const told = {
      periods: [{ ...periodOf(april, usual), computed: 'simulated' as const }],
      simulation: { seed: 1, draws: 10_000 },
      overdue: [openDeal('a', 'need', '2026-01-31')],
      unplaced: [
        { ...openDeal('b', 'need', null), byCurve: false },
        { ...openDeal('c', 'need', null), byCurve: true },
        // Told once, as unknown.
        { ...openDeal('d', 'need', null), byCurve: false },
      ],
      unknown: [{ ...openDeal('d', 'need', null), reason: 'insufficient-history' as const }],
      diagnoses: [
        { code: 'overlapping-periods' as const, params: { count: 2 } },
        { code: 'insufficient-history' as const, params: { count: 1 } },
      ],
    }
    expect(draw({ ...forecast, ...told }, pipeline).title.subtitle.slice(1)).toEqual([
      'Ranges and chances come of a simulation (draws: 10000).',
      'Some periods share days: do not add them up.',
      'Open deals whose expected date is past: 1.',
      'Open deals without an expected date, in no period: 1.',
      'Open deals too little is known of, in no period: 1.',
    ])
    expect(draw(forecastOf([]), pipeline).title.subtitle).toEqual(['There are no periods.'])
    expect(draw(forecastOf([]), pipeline, zhCN).title.subtitle).toEqual(['没有预测期间。'])
  })

  it('writes the chances of weeks of millions as a whole', async () => {
    const dayAfter = (count: number): string => new Date(Date.UTC(2026, 3, 6 + count)).toISOString().slice(0, 10)
    const weeks = Array.from({ length: 12 }, (_, index) =>
      periodOf([dayAfter(7 * index), dayAfter(7 * index + 6)], ['1000000', '2350080.42', '1200000', '5200000.5', '4000000', 0.3512]),
    )
    const chart = forecastChart(forecastOf(weeks), pipeline)
    const { svg } = await renderChart(chart)
    expect(svg.match(/>2026-\d\d-\d\d – 2026-\d\d-\d\d \(chance 35\.12%\)</g)).toHaveLength(12)
    expect(chart).toMatchObject({ encoding: { x: { title: null, axis: { labelLimit: 320, maxExtent: 320 } } } })
  })

  it('does not tell what never came in a simulation as impossible, nor what nobody can tell as nothing', () => {
    const never = { ...periodOf(april, usual), probabilityOfTarget: 0, computed: 'simulated' as const }
    const simulated = forecastOf([never, { ...never, probabilityOfTarget: 1 }], { simulation: { seed: 1, draws: 10_000 } })
    expect(draw(simulated, pipeline).data.values.map(({ label, facts }) => [label, facts.chance])).toEqual([
      [['2026-04 (1)', '130000.01', 'chance <0.01%'], '<0.01%'],
      [['2026-04 (2)', '130000.01', 'chance >99.99%'], '>99.99%'],
    ])
    const nothing = { ...periodOf(april, ['0', '0', '0', '0', '70', 0]), deals: 0, standardDeviation: 0 }
    const unknown = [{ ...openDeal('d', 'need', '2026-04-20'), reason: 'without-amount' as const }]
    const diagnoses = [{ code: 'without-amount' as const, params: { count: 1 } }]
    const [row] = draw(forecastOf([nothing], { unknown, diagnoses }), pipeline).data.values
    expect(row).toMatchObject({
      label: ['2026-04', 'not known'],
      text: '2026-04: what is to be expected cannot be told',
      facts: { expected: 'not known', range: '–', median: '–', chance: '–', target: '70' },
    })
    expect(draw(forecastOf([nothing]), pipeline).data.values[0]).toMatchObject({ label: ['2026-04', '0', 'chance 0%'] })
  })

  it('draws the first 40 periods, and writes labels of more than 10 upwards', () => {
    const chart = draw(forecastOf(daily(43)), pipeline)
    expect(chart.data.values).toHaveLength(40)
    expect(chart.data.values[0]).toMatchObject({ period: '2026-04-01', label: '2026-04-01 (chance 35%)' })
    expect(chart.title.subtitle[0]).toBe('Below each period: the chance of reaching the target.')
    expect(chart.title.subtitle.at(-1)).toBe('The first periods: 40 of 43.')
    const angles = [10, 11].map((count) => draw(forecastOf(daily(count)), pipeline).encoding.x.axis.labelAngle)
    expect(angles).toEqual([0, -90])
    const untargeted = daily(11).map(({ from, to }) => periodOf([from, to], ['0', '80000.5', '0', '210000']))
    expect(draw(forecastOf(untargeted), pipeline)).toMatchObject({
      title: { subtitle: ['Below each period: what is expected.'] },
      data: { values: expect.arrayContaining([expect.objectContaining({ label: '2026-04-01 (80000.50)' })]) },
    })
  })

  it('speaks the language asked for', () => {
    const chart = draw(forecast, pipeline, zhCN)
    expect(chart.title.text).toEqual(['销售：销售额预测（截至 2026-03-31）'])
    expect(chart.data.values[0]?.label).toEqual(['2026-04', '130000.01', '概率 35%'])
    expect(chart.layer[0].encoding.y.title).toBe('销售额（CNY）')
  })

  it('refuses what is no forecast or no pipeline, and what another pipeline made', () => {
    expect(issuesOf(() => forecastChart(null as never, pipeline))).toEqual([['wrong-type', ['forecast']]])
    expect(issuesOf(() => forecastChart(forecast, undefined as never))).toEqual([['missing', ['pipeline']]])
    expect(issuesOf(() => forecastChart(forecast, { ...pipeline, version: '2' }))).toEqual([['other-policy', ['forecast', 'policies']]])
    const [first, second] = forecast.periods as readonly [PeriodForecast, PeriodForecast]
    const spoiled = { ...forecast, periods: [first, { ...second, expected: '1' }] }
    expect(issuesOf(() => forecastChart(spoiled, pipeline))).toEqual([['outdated-input', ['forecast', 'periods', 1, 'expected']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(forecast), (changed) => {
        try {
          const chart = forecastChart(changed as never, pipeline)
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
