import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { ageingChart } from '../charts.js'
import { type AgeingScheme, ageReceivables, type OpenItem } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { ageingTo90Days } from '../templates.js'

type Row = readonly [customer: string, due: string, amount: string, currency?: string]

const age = (rows: readonly Row[], scheme = ageingTo90Days) => {
  const items = rows.map(
    ([customer, due, amount, currency = 'CNY'], index): OpenItem => ({ id: `I${index}`, customer, date: '2024-01-01', due, amount, currency }),
  )
  return ageReceivables(items, scheme, { asOf: '2024-03-31' })
}

interface Drawn {
  readonly title: string
  readonly data: { readonly values: readonly { readonly picture: number; readonly customer: string; readonly amount: number }[] }
  readonly vconcat: readonly { readonly encoding: { readonly y: { readonly scale: { readonly domain: readonly string[] } } } }[]
}
const draw = (rows: readonly Row[], locale = zhCN): Drawn => ageingChart(age(rows), locale) as never
const domains = ({ vconcat }: Drawn): unknown => vconcat.map(({ encoding }) => encoding.y.scale.domain)

const inTurn = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => [`C${index + 100}`, '2024-03-01', String(count - index)] as const)

describe('ageingChart', () => {
  it('has a bar for each customer, the greatest debtor first, with a part for each bucket that is not empty', () => {
    const chart = ageingChart(
      age([
        ['A', '2024-03-31', '100'],
        ['B', '2024-04-30', '1000.25'],
        ['B', '2024-03-30', '50'],
        ['B', '2023-12-01', '7'],
        ['C', '2024-03-01', '100'],
        ['D', '2024-03-01', '300'],
        ['D', '2024-03-01', '-10'],
        ['D', '2024-02-01', '-400'],
      ]),
    )
    expect(chart).toMatchObject({
      title: 'Receivables by age as of 2024-03-31',
      data: {
        values: [
          { picture: 0, currency: 'CNY', customer: 'B', bucket: 'Not due yet', age: 0, amount: 1000.25 },
          { picture: 0, currency: 'CNY', customer: 'B', bucket: '1-30', age: 1, amount: 50 },
          { picture: 0, currency: 'CNY', customer: 'B', bucket: 'over-90', age: 4, amount: 7 },
          { picture: 0, currency: 'CNY', customer: 'A', bucket: 'Not due yet', age: 0, amount: 100 },
          { picture: 0, currency: 'CNY', customer: 'C', bucket: '1-30', age: 1, amount: 100 },
          { picture: 0, currency: 'CNY', customer: 'D', bucket: '1-30', age: 1, amount: 300 },
          { picture: 0, currency: 'CNY', customer: 'D', bucket: '1-30', age: 1, amount: -10 },
          { picture: 0, currency: 'CNY', customer: 'D', bucket: '31-60', age: 2, amount: -400 },
        ],
      },
      vconcat: [
        {
          encoding: { y: { scale: { domain: ['B', 'A', 'C', 'D'] } } },
          layer: [{ encoding: { x: { title: 'Open (CNY)' }, color: { title: 'Age' } } }, { mark: 'rule' }],
        },
      ],
    })
  })

  it('has texts in the language asked for', () => {
    expect(ageingChart(age([['A', '2024-03-31', '100']]), zhCN)).toMatchObject({
      title: '截至 2024-03-31 的应收账款账龄',
      data: { values: [{ bucket: '未到期' }] },
      vconcat: [
        {
          encoding: { y: { title: '客户' } },
          layer: [
            {
              encoding: {
                x: { title: '未清金额（CNY）' },
                color: { title: '账龄', scale: { domain: ['未到期', '1-30', '31-60', '61-90', 'over-90'] } },
              },
            },
            {},
          ],
        },
      ],
    })
  })

  it('has colours that get darker and redder with age, apart from what is not due', () => {
    const coloursOf = (scheme: AgeingScheme): readonly string[] => {
      const { vconcat } = ageingChart(age([['A', '2024-01-31', '1']], scheme)) as never as {
        vconcat: [{ layer: [{ encoding: { color: { scale: { range: string[] } } } }] }]
      }
      return vconcat[0].layer[0].encoding.color.scale.range
    }
    expect(coloursOf(ageingTo90Days)).toEqual(['#9ecae1', '#fed976', '#fd8d3c', '#e31a1c', '#800026'])
    const bucketsOf = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `b${index}`, upToDays: index === count - 1 ? null : index + 1 }))
    expect(coloursOf({ ...ageingTo90Days, buckets: bucketsOf(1) })).toEqual(['#9ecae1', '#800026'])
    const byDate = coloursOf({ ...ageingTo90Days, by: 'invoice-date', buckets: bucketsOf(40) })
    const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
    const lightness = byDate.map((colour) => 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5))
    expect([byDate[0], byDate.at(-1), new Set(byDate).size]).toEqual(['#fed976', '#800026', 40])
    lightness.slice(1).forEach((one, index) => expect(one).toBeLessThan(lightness[index] as number))
  })

  it('has 20 customers of more, and the others together on an axis of their own', () => {
    expect(domains(draw(inTurn(20)))).toEqual([Array.from({ length: 20 }, (_, index) => `C${index + 100}`)])
    const chart = draw([...inTurn(23), ['C122', '2024-04-30', '-0.3'], ['C121', '2024-03-01', '-1']])
    expect(domains(chart)).toEqual([Array.from({ length: 20 }, (_, index) => `C${index + 100}`), ['其他客户：3 家']])
    // 3 + 2 + 1 of debits, 1 and 0.3 of credits.
    expect(chart.data.values.slice(20)).toEqual([
      { picture: 1, currency: 'CNY', customer: '其他客户：3 家', bucket: '未到期', age: 0, amount: -0.3 },
      { picture: 1, currency: 'CNY', customer: '其他客户：3 家', bucket: '1-30', age: 1, amount: 6 },
      { picture: 1, currency: 'CNY', customer: '其他客户：3 家', bucket: '1-30', age: 1, amount: -1 },
    ])
  })

  it('never has two currencies on one axis', () => {
    const rows = inTurn(21).flatMap(([customer, due, amount]): Row[] => [
      [customer, due, amount, 'EUR'],
      [customer, due, amount, 'JPY'],
    ])
    const { vconcat, data } = ageingChart(age([...rows, ['A', '2024-03-01', '1', 'KWD']])) as never as Drawn
    expect(vconcat).toMatchObject(
      ['EUR', 'EUR', 'JPY', 'JPY', 'KWD'].map((currency, picture) => ({
        transform: [{ filter: { field: 'picture', equal: picture } }],
        layer: [{ encoding: { x: { title: `Open (${currency})` } } }, { encoding: { x: { title: `Open (${currency})` } } }],
      })),
    )
    expect([...new Set(data.values.map((one) => `${one.picture} ${(one as never as { currency: string }).currency}`))]).toEqual([
      '0 EUR',
      '1 EUR',
      '2 JPY',
      '3 JPY',
      '4 KWD',
    ])
  })

  it('says where there is nothing to draw', () => {
    expect(ageingChart(age([]))).toMatchObject({ title: { subtitle: 'There are no items that count up to that day.' }, data: { values: [] } })
    expect(ageingChart(age([['A', '2024-03-01', '0']]))).toMatchObject({ data: { values: [] }, vconcat: [{ title: 'Nothing is open in CNY.' }] })
  })

  const aged = age([
    ['A', '2024-01-01', '3'],
    ['B', '2024-03-01', '-1'],
  ])
  const withoutCustomers = { ...aged, currencies: aged.currencies.map((one) => ({ ...one, customers: [] })) }

  it('has one bar for all where no customers are listed', () => {
    expect(ageingChart(withoutCustomers)).toMatchObject({
      data: {
        values: [
          { customer: 'All customers', bucket: '1-30', amount: -1 },
          { customer: 'All customers', bucket: '61-90', amount: 3 },
        ],
      },
    })
    expect(ageingChart(withoutCustomers, zhCN)).toMatchObject({ data: { values: [{ customer: '全部客户' }, {}] } })
  })

  it('tells a bucket apart that is called as what is not due is', () => {
    const scheme = { ...ageingTo90Days, buckets: [{ id: 'Not due yet', upToDays: null }] }
    const chart = ageingChart(
      age(
        [
          ['A', '2024-03-01', '1'],
          ['A', '2024-04-01', '2'],
        ],
        scheme,
      ),
    )
    expect(chart).toMatchObject({ data: { values: [{ bucket: 'Not due yet (not-due)' }, { bucket: 'Not due yet (Not due yet)' }] } })
  })

  it('has a legend for up to 30 buckets', () => {
    const legend = (count: number): unknown => {
      const buckets = Array.from({ length: count }, (_, index) => ({ id: `b${index}`, upToDays: index === count - 1 ? null : index + 1 }))
      const { vconcat } = ageingChart(age([['A', '2024-03-01', '1']], { ...ageingTo90Days, buckets })) as never as {
        vconcat: [{ layer: [{ encoding: { color: { legend?: null } } }] }]
      }
      return vconcat[0].layer[0].encoding.color.legend
    }
    expect([legend(29), legend(30)]).toEqual([undefined, null])
  })

  it('refuses what is no ageing', () => {
    expect(issuesOf(() => ageingChart(undefined as never))).toEqual([['missing', ['ageing']]])
    expect(issuesOf(() => ageingChart({ ...age([]), currencies: [{ currency: 'CNY' }] } as never))).toEqual(
      ['total', 'debits', 'credits', 'disputed', 'buckets', 'customers'].map((key) => ['missing', ['ageing', 'currencies', 0, key]]),
    )
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(age([...inTurn(21), ['A', '2024-04-30', '-7']])), (changed) => {
        try {
          const chart = ageingChart(changed as never)
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

  const huge = `9${'0'.repeat(400)}`
  const hostile = [
    '__proto__',
    'constructor',
    '"); alert(1); ("',
    "a'b\\c",
    '<script>x</script>',
    'line\nbreak',
    '客户',
    'x'.repeat(300),
    '{signal: 1}',
    ' ',
    'null',
    '12',
    '\\',
    'datum.amount',
    'Other customers: 3',
  ]
  it.each([
    ['nothing', age([])],
    ['nothing open', age([['A', '2024-03-01', '0']])],
    ['one customer', age([['A', '2024-03-01', '5']])],
    [
      'customers who are owed',
      age([
        ['A', '2024-03-01', '-5'],
        ['B', '2024-01-01', '-7'],
      ]),
    ],
    ['hundreds of customers in two currencies', age(inTurn(300).map(([a, b, c], index) => [a, b, c, index % 2 ? 'JPY' : 'KWD'] as const))],
    [
      'amounts beyond numbers',
      age([
        ...ageingTo90Days.buckets.map((_, index): Row => ['A', `2024-0${index + 1}-01`, huge]),
        ['A', '2024-01-01', `-${huge}`],
        ['A', '2024-03-01', `-${huge}`],
        ['B', '2024-03-01', `-${huge}`],
      ]),
    ],
    ['hundreds of amounts beyond numbers', age(inTurn(100).map(([customer, due], index) => [customer, due, index % 2 ? huge : `-${huge}`] as const))],
    ['hostile names', age([...hostile.map((name): Row => [name, '2024-03-01', '7']), ...inTurn(8)])],
    ['no customers', withoutCustomers],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, aged) => {
    for (const chart of [ageingChart(aged), ageingChart(aged, zhCN)]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('draws each part where it belongs: whatever is older farther from 0', async () => {
    const { svg } = await renderChart(
      ageingChart(
        age([
          ['A', '2023-12-01', '100'],
          ['A', '2024-04-30', '100'],
          ['A', '2024-03-01', '200'],
        ]),
      ),
    )
    const bars = [...svg.matchAll(/aria-label="[^"]*"[^>]*aria-roledescription="bar" d="M([\d.]+),[^"]*" fill="(#\w+)"/g)].map(([, x, fill]) => [
      Number(x),
      fill,
    ])
    expect(bars.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [0, '#9ecae1'],
      [105, '#fed976'],
      [315, '#800026'],
    ])
  })
})
