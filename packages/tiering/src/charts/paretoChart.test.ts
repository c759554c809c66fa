import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { shareSchemes, thresholdSchemes, valuedCustomers } from '../../testing/tierSchemes.js'
import { paretoChart } from '../charts.js'
import { averageMonthlySales, classifyByShare, classifyByThreshold, type Tiering, type TierScheme } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { paretoAbc, textbookAbc, textbookShares } from '../templates.js'

interface Encoding {
  readonly x?: {
    readonly field: string
    readonly title?: string
    readonly bandPosition?: number
    readonly scale: { readonly domain: readonly unknown[] }
  }
  readonly y?: { readonly field: string; readonly title?: string; readonly scale: { readonly domain: readonly [number, number] } }
  readonly color?: {
    readonly title: string
    readonly legend?: null
    readonly scale: { readonly domain: readonly string[]; readonly range: readonly string[] }
  }
}
interface Mark {
  readonly mark: { readonly type: string }
  readonly data?: { readonly values: readonly [{ readonly at: number; readonly customer: string }] }
  readonly encoding: Encoding
}
interface Drawn {
  readonly title: unknown
  readonly data: { readonly values: readonly { readonly tier: string; readonly from: number; readonly to: number; readonly value: number }[] }
  readonly layer: readonly { readonly layer: readonly Mark[] }[]
}

const valued = (...values: readonly (string | number)[]) => values.map((value, index) => ({ customer: `c${index}`, value }))
const classify = (values: readonly (string | number)[], scheme: TierScheme): Tiering =>
  deepFreeze(scheme.type === 'threshold' ? classifyByThreshold(valued(...values), scheme) : classifyByShare(valued(...values), scheme))
const draw = (values: readonly (string | number)[], scheme: TierScheme, locale = en): Drawn =>
  paretoChart(classify(values, scheme), scheme, locale) as never
const marks = ({ layer }: Drawn): Mark[] => layer.flatMap((one) => one.layer)
const rules = (chart: Drawn): Mark[] => marks(chart).filter(({ mark }) => mark.type === 'rule')
const bars = (chart: Drawn): Mark => marks(chart)[0] as Mark
const line = (chart: Drawn): Mark | undefined => marks(chart).find(({ mark }) => mark.type === 'line')

const book = [500, 300, 120, 40, 20, 10, 5, 3, 1, 1]

describe('paretoChart', () => {
  it('has a bar for each customer, the greatest first, coloured by tier, and what all up to there bring in: tiering.md 7', () => {
    const chart = draw(book, paretoAbc)
    expect(chart.title).toBe('Value by customer, the greatest first')
    expect(chart.data.values.slice(0, 4)).toEqual([
      { customer: 'c0', tier: 'A', from: 0, to: 1, value: 500, cumulative: 0.5 },
      { customer: 'c1', tier: 'A', from: 1, to: 2, value: 300, cumulative: 0.8 },
      { customer: 'c2', tier: 'B', from: 2, to: 3, value: 120, cumulative: 0.92 },
      { customer: 'c3', tier: 'B', from: 3, to: 4, value: 40, cumulative: 0.96 },
    ])
    expect(bars(chart)).toMatchObject({
      mark: { type: 'bar' },
      encoding: {
        x: { field: 'customer', title: 'Customer', scale: { domain: book.map((_, index) => `c${index}`) } },
        y: { field: 'value', title: 'Value', scale: { domain: [0, 500] } },
        color: { title: 'Tier', scale: { domain: ['A', 'B', 'C'], range: ['#084594', '#6790c2', '#c6dbef'] } },
      },
    })
    expect(line(chart)).toMatchObject({ encoding: { x: { field: 'customer' }, y: { field: 'cumulative', scale: { domain: [0, 1] } } } })
  })

  it('has a line where each tier ends: at a share of the total, at a number of customers, or at a value', () => {
    const ends = (chart: Drawn): unknown => rules(chart).map(({ data }) => data?.values[0])
    expect(ends(draw(book, paretoAbc))).toEqual([{ at: 0.8 }, { at: 0.95 }])
    expect(rules(draw(book, paretoAbc)).map(({ encoding }) => encoding.y?.scale.domain)).toEqual([
      [0, 1],
      [0, 1],
    ])
    const byCustomers = draw([500, 300, 10, 9, 8, 7, 1], textbookShares)
    expect(ends(byCustomers)).toEqual([{ customer: 'c1' }, { customer: 'c3' }])
    expect(rules(byCustomers).map(({ encoding }) => encoding.x?.bandPosition)).toEqual([expect.closeTo(0.4, 12), 0.5])
    expect(ends(draw([600000, 200000], textbookAbc))).toEqual([{ at: 500000 }, { at: 100000 }])
    expect(ends(draw([400000, 200000], textbookAbc))).toEqual([{ at: 100000 }])
    expect(ends(draw([], paretoAbc))).toEqual([])
    expect(ends(paretoChart(classify(book, paretoAbc)) as never)).toEqual([])
  })

  it('names no customer of more than 40, and has a bar for several of one tier of more than 500', () => {
    const falling = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index)
    expect(bars(draw(falling(40), paretoAbc)).encoding.x?.field).toBe('customer')
    const chart = draw(falling(41), textbookShares)
    expect(bars(chart)).toMatchObject({
      mark: { type: 'rect' },
      encoding: { x: { field: 'from', title: 'Customers, the greatest first', scale: { domain: [0, 41] } }, x2: { field: 'to' } },
    })
    expect(rules(chart).map(({ data, encoding }) => [data?.values[0].at, encoding.x?.field])).toEqual([
      [expect.closeTo(8.2, 12), 'at'],
      [20.5, 'at'],
    ])
    expect(line(chart)?.encoding.x?.field).toBe('to')
    expect(draw(falling(500), paretoAbc).data.values).toHaveLength(500)
    const many = draw(falling(1201), textbookShares)
    expect(many.title).toEqual({
      text: 'Value by customer, the greatest first',
      subtitle: ['Each bar stands for up to 3 customers, with their mean value.'],
    })
    // 20 and 50 % of 1,201 customers are 240.2 and 600.5: whoever begins below is in the tier.
    const { values } = many.data
    expect(values.filter(({ from, to }) => to - from < 3).map(({ from, to, tier }) => `${from}-${to} ${tier}`)).toEqual(['240-241 A: key customers'])
    expect(values.slice(0, 2)).toMatchObject([
      { from: 0, to: 3, value: 1200 },
      { from: 3, to: 6, value: 1197 },
    ])
    expect(values.at(-1)).toMatchObject({ to: 1201, value: 2, cumulative: 1 })
  })

  it('has 0 at one height on both axes where values are below 0', () => {
    const chart = draw([300, 100, -50, -150], paretoAbc)
    expect(chart.data.values.map((one) => (one as never as { cumulative: number }).cumulative)).toEqual([1.5, 2, 1.75, 1])
    const [value, share] = [bars(chart), line(chart)].map((one) => one?.encoding.y?.scale.domain ?? [0, 0])
    expect(value).toEqual([-150, 300])
    expect(share).toEqual([expect.closeTo(-1, 12), 2])
  })

  it('has no line of shares where the total is not above 0, and says so', () => {
    const chart = draw([5, -10], paretoAbc)
    expect(chart.title).toMatchObject({ subtitle: ['The total is not above 0: there are no shares of it.'] })
    expect(line(chart)).toBeUndefined()
    expect(chart.data.values[0]).toMatchObject({ cumulative: null })
    expect(bars(chart).encoding.y?.scale.domain).toEqual([-10, 5])
    expect(bars(draw([-5, -10], paretoAbc)).encoding.y?.scale.domain).toEqual([-10, 0])
    expect(draw([], paretoAbc).title).toMatchObject({
      subtitle: ['There are no customers.'],
    })
    expect(draw([], paretoAbc, zhCN).title).toMatchObject({ text: '各客户的价值，由高到低', subtitle: ['没有客户。'] })
  })

  it('says what values are in, in the language asked for', () => {
    const sales = [{ customer: 'Li', date: '2024-06-01', amount: 900, currency: 'CNY' }]
    const averages = averageMonthlySales(sales, { months: 3, asOf: '2024-07-01' })
    const titleOf = (chart: unknown): unknown => bars(chart as Drawn).encoding.y?.title
    expect(titleOf(paretoChart(classifyByThreshold(averages, textbookAbc), textbookAbc))).toBe('Value (CNY a month)')
    expect(titleOf(paretoChart(classifyByThreshold(averages, textbookAbc), undefined, zhCN))).toBe('价值（CNY/月）')
    const { currency: _, ...unnamed } = averages
    expect(titleOf(paretoChart(classifyByShare(unnamed, paretoAbc)))).toBe('Value a month')
    expect(bars(draw([5], textbookAbc, zhCN))).toMatchObject({
      encoding: {
        x: { title: '客户' },
        y: { title: '价值（CNY）' },
        color: { title: '等级', scale: { domain: ['A 级：少而大', 'B 级：居中', 'C 级：多而小'] } },
      },
    })
  })

  it('draws averages as they are shown, and what all bring in from their exact sums', () => {
    const sales = ['0.01', '0.02', '0.02'].map((amount, index) => ({ customer: `c${index}`, date: '2024-06-01', amount, currency: 'CNY' }))
    const tiering = classifyByShare(averageMonthlySales(sales, { months: 3, asOf: '2024-07-01' }), paretoAbc)
    const chart: Drawn = paretoChart(tiering, paretoAbc) as never
    expect(chart.data.values).toMatchObject([
      { customer: 'c1', value: 0.01, cumulative: 0.4 },
      { customer: 'c2', value: 0.01, cumulative: 0.8 },
      { customer: 'c0', value: 0, cumulative: 1 },
    ])
    const [first, ...rest] = tiering.customers
    expect(issuesOf(() => paretoChart({ ...tiering, customers: [{ ...first, sum: undefined }, ...rest] } as never))).toEqual([
      ['missing', ['tiering', 'customers', 0, 'sum']],
    ])
  })

  it('tells tiers of one title apart, and has a legend for up to 30', () => {
    const tiersOf = (count: number): TierScheme => ({
      kind: 'tier-scheme',
      id: 'many',
      version: 1,
      type: 'threshold',
      tiers: Array.from({ length: count }, (_, index) => ({ id: `t${index}`, title: 'same', from: index === count - 1 ? null : -index })),
    })
    const colours = (count: number): Encoding['color'] => bars(draw([5], tiersOf(count))).encoding.color
    expect(colours(2)?.scale.domain).toEqual(['same (t0)', 'same (t1)'])
    expect(colours(1)?.scale.range).toEqual(['#084594'])
    expect([colours(30)?.legend, colours(31)?.legend]).toEqual([undefined, null])
  })

  it('refuses what is no tiering, and that of another scheme', () => {
    const tiering = classify(book, paretoAbc)
    expect(issuesOf(() => paretoChart(undefined as never))).toEqual([['missing', ['tiering']]])
    expect(issuesOf(() => paretoChart({ ...tiering, tiers: tiering.tiers.slice(1) }))).toEqual([
      ['outdated-input', ['tiering', 'customers', 0, 'tier']],
      ['outdated-input', ['tiering', 'customers', 1, 'tier']],
    ])
    expect(issuesOf(() => paretoChart(tiering, textbookShares))).toEqual([['other-policy', ['tiering', 'policies']]])
    expect(issuesOf(() => paretoChart(tiering, null as never))).toEqual([['wrong-type', ['scheme']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(classify([...book, -3], textbookShares)), fc.boolean(), (changed, isAlone) => {
        try {
          const chart = paretoChart(changed as never, isAlone ? undefined : textbookShares)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 120 },
    )
    expect(refused).toBeGreaterThan(30)
  })

  const huge = `9${'0'.repeat(400)}`
  const hostile = [
    '__proto__',
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
  ]
  it.each<[string, Tiering, TierScheme]>([
    ['nothing', classify([], paretoAbc), paretoAbc],
    ['one customer', classify([5], textbookShares), textbookShares],
    ['nothing but 0', classify([0, 0], paretoAbc), paretoAbc],
    ['values below 0', classify([5, 3, -7, -9], textbookShares), textbookShares],
    ['a whale curve', classify([500, 300, -7, -90], paretoAbc), paretoAbc],
    ['thresholds', classify([600000, 200000, -7], textbookAbc), textbookAbc],
    [
      'hundreds of customers',
      classify(
        Array.from({ length: 700 }, (_, index) => 900 - 2 * index),
        textbookShares,
      ),
      textbookShares,
    ],
    [
      'many thresholds',
      classify(
        Array.from({ length: 70 }, (_, index) => 10000 * index),
        textbookAbc,
      ),
      textbookAbc,
    ],
    ['amounts beyond numbers', classify([huge, huge, `-${huge}`, 1], paretoAbc), paretoAbc],
    [
      'hundreds beyond numbers',
      classify(
        Array.from({ length: 600 }, (_, index) => (index % 3 ? huge : `-${huge}`)),
        textbookShares,
      ),
      textbookShares,
    ],
    [
      'hostile names',
      classifyByShare(
        hostile.map((customer, index) => ({ customer, value: index })),
        textbookShares,
      ),
      textbookShares,
    ],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, tiering, scheme) => {
    const chart = paretoChart(tiering, scheme, zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('of any book compiles without a warning, and its line ends with the total', () => {
    fc.assert(
      fc.property(valuedCustomers, fc.oneof(thresholdSchemes, shareSchemes), (customers, scheme) => {
        const tiering = scheme.type === 'threshold' ? classifyByThreshold(customers, scheme) : classifyByShare(customers, scheme)
        const chart = paretoChart(tiering, scheme)
        expect(compileChart(chart).warnings).toEqual([])
        const last = (chart as never as { data: { values: { cumulative: number | null }[] } }).data.values.at(-1)
        expect([undefined, null, 1]).toContain(last?.cumulative)
        expect(compileChart(paretoChart(tiering)).warnings).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
