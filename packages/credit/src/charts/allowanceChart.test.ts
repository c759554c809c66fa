import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { allowanceChart } from '../charts.js'
import { ageReceivables, type LossAllowance, measureLossAllowance, type OpenItem } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { ageingTo90Days, ifrs9ExampleMatrix } from '../templates.js'

const measure = (rows: readonly (readonly [due: string, amount: string, currency?: string])[]): LossAllowance => {
  const items = rows.map(
    ([due, amount, currency = 'CNY'], index): OpenItem => ({ id: `I${index}`, customer: 'A', date: '2023-01-01', due, amount, currency }),
  )
  return measureLossAllowance(ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' }), ifrs9ExampleMatrix)
}
const allowance = measure([
  ['2024-04-30', '1000'],
  ['2024-03-01', '50.25'],
  ['2023-01-01', '10'],
  ['2023-01-01', '-10'],
])

describe('allowanceChart', () => {
  it('has a bar for each bucket, labelled with how much of how much it is', () => {
    expect(allowanceChart(allowance)).toMatchObject({
      title: 'Loss allowance as of 2024-03-31',
      data: {
        values: [
          { currency: 'CNY', bucket: 'Not due yet', allowance: 3, label: '3.00 (0.3% of 1000.00)' },
          { currency: 'CNY', bucket: '1-30', allowance: 0.8, label: '0.80 (1.6% of 50.25)' },
          { currency: 'CNY', bucket: '31-60', allowance: 0, label: '0.00 (3.6% of 0.00)' },
          { currency: 'CNY', bucket: '61-90', allowance: 0, label: '0.00 (6.6% of 0.00)' },
          { currency: 'CNY', bucket: 'over-90', allowance: 1.06, label: '1.06 (10.6% of 10.00)' },
        ],
      },
      vconcat: [
        {
          encoding: { y: { title: 'Age', scale: { domain: ['Not due yet', '1-30', '31-60', '61-90', 'over-90'] } }, x: { title: 'Set aside (CNY)' } },
          layer: [{ encoding: { color: { scale: { range: ['#9ecae1', '#fed976', '#fd8d3c', '#e31a1c', '#800026'] } } } }, {}],
        },
      ],
    })
  })

  it('has texts in the language asked for', () => {
    expect(allowanceChart(allowance, zhCN)).toMatchObject({
      title: '截至 2024-03-31 的坏账准备',
      data: { values: [{ bucket: '未到期', label: '3.00（1000.00 的 0.3%）' }, {}, {}, {}, {}] },
      vconcat: [{ encoding: { y: { title: '账龄' }, x: { title: '坏账准备（CNY）' } } }],
    })
  })

  it('has a picture for each currency', () => {
    const two = allowanceChart(
      measure([
        ['2024-03-01', '100', 'JPY'],
        ['2024-03-01', '7', 'EUR'],
      ]),
    )
    expect(two['vconcat']).toMatchObject(
      ['EUR', 'JPY'].map((currency) => ({ transform: [{ filter: { equal: currency } }], encoding: { x: { title: `Set aside (${currency})` } } })),
    )
  })

  it('says where there is nothing to draw', () => {
    expect(allowanceChart(measure([]))).toMatchObject({
      title: { subtitle: 'As of 2024-03-31 there are no items that count, and nothing is set aside.' },
      data: { values: [] },
    })
  })

  it('shows the amounts of millions whole, also where texts are measured without a browser', async () => {
    const millions = measure([
      ['2024-03-01', '12345678901.50'],
      ['2023-01-01', '9876543210.25'],
    ])
    for (const locale of [undefined, zhCN]) {
      const chart = allowanceChart(millions, locale)
      const { svg } = await renderChart(chart)
      for (const { label } of (chart.data as { values: { label: string }[] }).values) expect(svg).toContain(`>${label}</text>`)
    }
  })

  it('refuses what is no allowance', () => {
    expect(issuesOf(() => allowanceChart({ ...allowance, currencies: {} } as never))).toEqual([['wrong-type', ['allowance', 'currencies']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(allowance), (changed) => {
        try {
          const chart = allowanceChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(60)
  })

  it.each([
    ['nothing', measure([])],
    ['nothing owed', measure([['2024-03-01', '-5']])],
    [
      'several currencies',
      measure([
        ['2024-03-01', '100', 'JPY'],
        ['2024-03-01', '7', 'EUR'],
        ['2023-03-01', '0.007', 'KWD'],
      ]),
    ],
    [
      'amounts beyond numbers',
      measure([
        ['2024-03-01', `9${'0'.repeat(400)}`],
        ['2023-03-01', `9${'0'.repeat(400)}`],
      ]),
    ],
    ['an odd currency', { ...allowance, currencies: allowance.currencies.map((one) => ({ ...one, currency: '"]; alert(1)' })) }],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, measured) => {
    for (const chart of [allowanceChart(measured), allowanceChart(measured, zhCN)]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})
