import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { purchasesOf } from '../../testing/purchases.js'
import { spoil } from '../../testing/spoil.js'
import { cohortRetentionChart, retentionChart } from '../charts.js'
import { cohortRetention, type RetentionOptions, retentionRates, type Sale } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const options: RetentionOptions = { period: 'month', asOf: '2024-05-31' }
const transactions = purchasesOf({
  A: ['2024-01-31', '2024-02-01', '2024-05-01'],
  B: ['2024-01-01', '2024-02-28', '2024-04-30'],
  C: ['2024-01-15'],
  D: ['2024-02-10', '2024-05-31'],
})
const rates = deepFreeze(retentionRates(transactions, options))
const cohorts = deepFreeze(cohortRetention(transactions, options))

/** Customers who come at different times and buy again after different times. */
const many = Array.from({ length: 400 }, (_, index): Sale => {
  const day = new Date(Date.UTC(2023, 0, 1 + ((index * 37) % 400))).toISOString().slice(0, 10)
  return { customer: `C-${index % 90}`, date: day, amount: 5 }
})

const cases: readonly (readonly [string, readonly Sale[], RetentionOptions])[] = [
  ['nothing', [], options],
  ['one period', transactions, { ...options, asOf: '2024-01-31' }],
  ['a few months', transactions, options],
  ['nobody ever again', purchasesOf({ A: ['2024-01-01'] }), options],
  ['months', many, options],
  ['weeks', many, { period: 'week', asOf: '2024-05-31' }],
]

describe('cohortRetentionChart', () => {
  it('has a cell for each cohort and age after that of the first purchase', () => {
    expect(cohortRetentionChart(cohorts)).toMatchObject({
      title: 'Retention rate by cohort, as of 2024-05-31',
      data: {
        values: [
          { cohort: '2024-01: 3', customers: 3, age: 1, count: 2, rate: 2 / 3, percent: '67%', dark: true },
          { cohort: '2024-01: 3', customers: 3, age: 2, count: 0, rate: 0, percent: '0%', dark: false },
          { cohort: '2024-01: 3', customers: 3, age: 3, count: 1, rate: 1 / 3, percent: '33%', dark: false },
          { cohort: '2024-01: 3', customers: 3, age: 4, count: 1, rate: 1 / 3, percent: '33%', dark: false },
          { cohort: '2024-02: 1', customers: 1, age: 1, count: 0, rate: 0, percent: '0%', dark: false },
          { cohort: '2024-02: 1', customers: 1, age: 2, count: 0, rate: 0, percent: '0%', dark: false },
          { cohort: '2024-02: 1', customers: 1, age: 3, count: 1, rate: 1, percent: '100%', dark: true },
        ],
      },
      encoding: {
        x: { field: 'age', scale: { domain: [1, 2, 3, 4] }, axis: { title: 'Periods after that of the first purchase (each a month)' } },
        y: { field: 'cohort', scale: { domain: ['2024-01: 3', '2024-02: 1'] }, axis: { title: 'Cohort (month of the first purchase): customers' } },
      },
      layer: [
        { encoding: { color: { field: 'rate', title: 'Retention rate', scale: { domain: [0, 1] } } } },
        { encoding: { text: { field: 'percent' } } },
      ],
    })
    expect(cohortRetentionChart(cohorts, zhCN)).toMatchObject({
      title: '截至 2024-05-31 各同期群的留存率',
      encoding: { x: { axis: { title: '首次购买之后的第几个自然月' } }, y: { axis: { title: '同期群（首次购买所在的自然月）：客户数' } } },
    })
  })

  it('tells in words how many of how many a cell stands for', async () => {
    const tooltipOf = (locale?: typeof zhCN) =>
      (cohortRetentionChart(cohorts, locale) as never as { layer: [{ encoding: { tooltip: { title: string }[] } }] }).layer[0].encoding.tooltip
    expect(tooltipOf()).toEqual([
      { field: 'cohort', title: 'Cohort (month of the first purchase): customers', type: 'nominal' },
      { field: 'age', title: 'Periods after that of the first purchase (each a month)', type: 'nominal' },
      { field: 'rate', title: 'Retention rate', type: 'quantitative', format: '.2~%' },
      { field: 'count', title: 'Customers who bought', type: 'nominal' },
      { field: 'customers', title: 'Customers of the cohort', type: 'nominal' },
    ])
    expect(tooltipOf(zhCN).map(({ title }) => title)).toEqual([
      '同期群（首次购买所在的自然月）：客户数',
      '首次购买之后的第几个自然月',
      '留存率',
      '有购买的客户数',
      '同期群的客户数',
    ])
    const { svg } = await renderChart(cohortRetentionChart(cohorts))
    const said = [...svg.matchAll(/aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="(?:rect|text) mark"/g)].map(([, text]) => text)
    expect(said).toHaveLength(7)
    expect(said[0]).toBe(
      'Periods after that of the first purchase (each a month): 1; Cohort (month of the first purchase): customers: 2024-01: 3; Retention rate: 66.67%; Customers who bought: 2; Customers of the cohort: 3',
    )
  })

  it('does not round what is near to 0 or 100 to that', () => {
    const bought = (count: number) =>
      Array.from({ length: 1000 }, (_, index) => [`C-${index}`, ['2024-01-01', ...(index < count ? ['2024-02-01'] : [])]])
    const cellOf = (count: number) =>
      cohortRetentionChart(cohortRetention(purchasesOf(Object.fromEntries(bought(count))), { period: 'month', asOf: '2024-02-29' })) as never as {
        data: { values: [{ percent: string }] }
      }
    const shown = [0, 1, 9, 14, 15, 999, 1000].map((count) => cellOf(count).data.values[0].percent)
    expect(shown).toEqual(['0%', '<1%', '1%', '1%', '2%', '>99%', '100%'])
  })

  it('writes percentages into the cells of up to 24 cohorts', async () => {
    const everyMonth = (count: number) =>
      Array.from({ length: count }, (_, index): Sale => {
        const month = new Date(Date.UTC(2022, index, 15)).toISOString().slice(0, 10)
        return { customer: `C-${index}`, date: month, amount: 1 }
      })
    const layersOf = (count: number): number => {
      const asOf = new Date(Date.UTC(2022, count, 0)).toISOString().slice(0, 10)
      return (cohortRetentionChart(cohortRetention(everyMonth(count), { period: 'month', asOf })) as never as { layer: unknown[] }).layer.length
    }
    expect([layersOf(24), layersOf(25)]).toEqual([2, 1])
  })

  it('is not coloured by cohorts of fewer than 20 customers where there are larger ones, and clamps what is above', async () => {
    const of = (name: string, count: number, later: number, first: string, second: string) =>
      Array.from({ length: count }, (_, index) => [`${name}-${index}`, index < later ? [first, second] : [first]] as const)
    const drawn = (large: number, later: number) => {
      const days = [...of('L', large, later, '2024-01-01', '2024-02-01'), ...of('S', 1, 1, '2024-02-01', '2024-03-01')]
      return cohortRetentionChart(cohortRetention(purchasesOf(Object.fromEntries(days)), { period: 'month', asOf: '2024-03-31' })) as never as {
        data: { values: { rate: number; dark: boolean }[] }
        layer: [{ encoding: { color: { scale: { domain: [number, number]; clamp: boolean } } } }]
      }
    }
    const { data, layer } = drawn(20, 5)
    expect(layer[0].encoding.color.scale).toMatchObject({ domain: [0, 0.25], clamp: true })
    expect(data.values.map(({ rate, dark }) => [rate, dark])).toEqual([
      [0.25, true],
      [0, false],
      [1, true],
    ])
    expect(drawn(19, 5).layer[0].encoding.color.scale.domain).toEqual([0, 1])
    expect(drawn(20, 0).layer[0].encoding.color.scale.domain).toEqual([0, 1])
    // The rate of 1 is as dark as that of 0.25.
    const { svg } = await renderChart(drawn(20, 5) as never)
    const colours = [...svg.matchAll(/Retention rate: ([\d.]+%)[^>]*?fill="([^"]+)"/g)].map(([, rate, colour]) => [rate, colour])
    expect(colours.map(([rate]) => rate)).toEqual(['25%', '0%', '100%'])
    expect(colours[2]?.[1]).toBe(colours[0]?.[1])
    expect(colours[1]?.[1]).not.toBe(colours[0]?.[1])
  })

  it('colours up to the highest rate, and says that nothing is known yet', () => {
    const seldom = purchasesOf({ A: ['2024-01-01', '2024-02-01'], B: ['2024-01-01'], C: ['2024-01-01'], D: ['2024-01-01'] })
    const domainOf = (list: readonly Sale[], asOf: string) => {
      const chart = cohortRetentionChart(cohortRetention(list, { period: 'month', asOf })) as never as {
        title: object
        layer: [{ encoding: { color: { scale: object } } }]
      }
      return [chart.layer[0].encoding.color.scale, chart.title]
    }
    expect(domainOf(seldom, '2024-03-31')).toMatchObject([{ domain: [0, 0.25] }, 'Retention rate by cohort, as of 2024-03-31'])
    expect(domainOf(seldom.slice(2), '2024-03-31')).toMatchObject([{ domain: [0, 1] }, {}])
    expect(domainOf([], '2024-01-31')).toMatchObject([
      { domain: [0, 1] },
      { subtitle: 'Nobody bought anything in a month that is over by 2024-01-31.' },
    ])
    expect(domainOf(seldom, '2024-01-31')).toMatchObject([{ domain: [0, 1] }, { subtitle: 'No later period is over yet.' }])
  })

  it.each(cases)('of %s is plain JSON that Vega draws without a warning', async (_, list, own) => {
    const chart = cohortRetentionChart(cohortRetention(list, own), zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('retentionChart', () => {
  it('has the rate of each period, and who bought and who did not', () => {
    const chart = retentionChart(rates)
    expect(chart).toMatchObject({
      title: { text: 'Retention rate and customers by month, as of 2024-05-31', subtitle: 'Customers who did not buy again are drawn below 0.' },
      data: {
        values: [
          { period: '2024-01', rate: null },
          { period: '2024-02', rate: 2 / 3 },
          { period: '2024-03', rate: 0 },
          { period: '2024-04', rate: null },
          { period: '2024-05', rate: 0 },
        ],
      },
      vconcat: [{ encoding: { y: { title: 'Retention rate' } } }, { encoding: { y: { title: 'Customers' } } }],
    })
    const { vconcat } = chart as never as { vconcat: [object, { data: { values: { period: string; part: string; customers: number }[] } }] }
    expect(vconcat[1].data.values.filter(({ period }) => period === '2024-05').map(({ part, customers }) => [part, customers])).toEqual([
      ['bought before too', 0],
      ['came back after a pause', 2],
      ['bought for the first time', 0],
      ['bought before only', -1],
    ])
    expect(vconcat[1].data.values.every(({ customers }) => !Object.is(customers, -0))).toBe(true)
    expect(retentionChart(rates, zhCN)).toMatchObject({
      title: { text: '截至 2024-05-31 各自然月的留存率与客户数', subtitle: '流失的客户画在零线以下。' },
      vconcat: [{}, { encoding: { color: { scale: { domain: ['留存', '回流', '新客户', '流失'] } } } }],
    })
    expect(retentionChart(retentionRates([], options))).toMatchObject({
      title: { subtitle: 'Nobody bought anything in a month that is over by 2024-05-31.' },
    })
  })

  it('tells in words what a point and a part of a bar stand for, and how many were lost as a number above 0', async () => {
    const titlesOf = (locale?: typeof zhCN) =>
      (retentionChart(rates, locale) as never as { vconcat: { encoding: { tooltip: { title: string }[] } }[] }).vconcat.map(({ encoding }) =>
        encoding.tooltip.map(({ title }) => title),
      )
    expect(titlesOf()).toEqual([
      ['Period', 'Retention rate'],
      ['Period', 'Customers who', 'Customers'],
    ])
    expect(titlesOf(zhCN)).toEqual([
      ['期间', '留存率'],
      ['期间', '客户', '客户数'],
    ])
    const { svg } = await renderChart(retentionChart(rates))
    const said = [...svg.matchAll(/aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="([^"]*)"/g)].map(([, text]) => text)
    expect(said.filter((text) => text?.includes('2024-02'))).toEqual([
      'Period: 2024-02; Retention rate: 66.67%',
      '2024-02; bought before too: 2',
      '2024-02; came back after a pause: 0',
      '2024-02; bought for the first time: 1',
      '2024-02; bought before only: 1',
    ])
  })

  it.each(cases)('of %s is plain JSON that Vega draws without a warning', async (_, list, own) => {
    const chart = retentionChart(retentionRates(list, own), zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe.each([
  ['cohortRetentionChart', cohorts, cohortRetentionChart, 'retention'],
  ['retentionChart', rates, retentionChart, 'rates'],
] as const)('%s', (_, result, draw, name) => {
  it('refuses what is no such result, and draws what was changed or refuses it with issues', () => {
    expect(issuesOf(() => draw([] as never))).toEqual([['wrong-type', [name]]])
    let refused = 0
    fc.assert(
      fc.property(spoil(result), (changed) => {
        try {
          const chart = draw(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
    )
    expect(refused).toBeGreaterThan(30)
  })
})
