import { isInputError } from '@clientele/core'
import type { VegaLiteSpecification } from '@clientele/core/charts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { bgNbdParameters } from '../../testing/customers.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { holdoutChart, lifetimeValueChart, probabilityAliveChart } from '../charts.js'
import { type BgNbdParameters, type LifetimeBook, lifetimeValues, type ModelValidation, probabilityAlive, validateModel } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

type Values = readonly { readonly [field: string]: unknown }[]
const valuesOf = (chart: object) => (chart as { readonly data: { readonly values: Values } }).data.values

/** CDNOW, as published: Fader, Hardie and Lee 2005. */
const cdnow: BgNbdParameters = deepFreeze({ model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 })

describe('probabilityAliveChart', () => {
  interface Cell {
    readonly lastPurchaseAge: number
    readonly repeatPurchases: number
    readonly probability: number
    readonly percent: string
    readonly dark: boolean
  }
  const cellsOf = (...args: Parameters<typeof probabilityAliveChart>) => valuesOf(probabilityAliveChart(...args)) as unknown as readonly Cell[]

  it('has a cell for each age at the last purchase and number of repeat purchases', () => {
    const chart = probabilityAliveChart(cdnow, { age: 3, repeatPurchases: 2 })
    expect(chart).toMatchObject({
      title: {
        text: 'Probability that a customer is still active, 3 weeks after the first purchase',
        subtitle: 'Without repeat purchases it is 100% by assumption, however long the silence',
      },
      encoding: {
        x: { field: 'lastPurchaseAge', scale: { domain: [0, 1, 2, 3] }, axis: { title: 'Weeks from the first purchase to the last' } },
        y: { field: 'repeatPurchases', scale: { domain: [2, 1, 0] }, axis: { title: 'Repeat purchases' } },
      },
      layer: [
        { encoding: { color: { field: 'probability', title: 'Probability', scale: { domain: [0, 1] }, legend: { format: '.2~%' } } } },
        { encoding: { text: { field: 'percent' } } },
      ],
    })
    const cell = (repeatPurchases: number, lastPurchaseAge: number, percent: string) => {
      const probability = probabilityAlive({ repeatPurchases, lastPurchaseAge, age: 3 }, cdnow)
      return { lastPurchaseAge, repeatPurchases, probability, percent, dark: true }
    }
    // 1 / (1 + .793 / 2.426 * (7.414 / 5.414) ** 1.243) = .6742, and so on.
    expect(valuesOf(chart)).toEqual([
      cell(0, 0, '100'),
      cell(1, 1, '67.42'),
      cell(1, 2, '71.87'),
      cell(1, 3, '75.37'),
      cell(2, 1, '68.1'),
      cell(2, 2, '75.74'),
      cell(2, 3, '81.2'),
    ])
    expect(probabilityAliveChart(cdnow, { age: 3 }, zhCN)).toMatchObject({
      title: { text: '首次购买 3 周后的活跃概率', subtitle: '没有重复购买时，无论多久不再购买，均假设为 100%' },
      encoding: { x: { axis: { title: '首次购买至最近一次购买的周数' } }, y: { axis: { title: '重复购买次数' } } },
    })
  })

  it('ends at the age itself, however many weeks that are, and draws 20 repeat purchases unless told otherwise', () => {
    const cells = cellsOf(cdnow, { age: 38 + 6 / 7 })
    const ages = [...new Set(cells.map(({ lastPurchaseAge }) => lastPurchaseAge))]
    expect(ages.sort((a, b) => a - b)).toEqual([...Array.from({ length: 39 }, (_, index) => index), 38.86])
    expect(cells.at(-1)).toEqual({
      lastPurchaseAge: 38.86,
      repeatPurchases: 20,
      probability: probabilityAlive({ repeatPurchases: 20, lastPurchaseAge: 38 + 6 / 7, age: 38 + 6 / 7 }, cdnow),
      percent: '96.43',
      dark: true,
    })
  })

  it('leaves out more repeat purchases than there are days', () => {
    const countOf = (options: { age: number; repeatPurchases?: number }, unit: 'day' | 'week') => cellsOf({ ...cdnow, unit }, options).length
    expect(countOf({ age: 0 }, 'day')).toBe(1)
    expect(countOf({ age: 0.004 }, 'day')).toBe(1)
    // Of k repeat purchases there are those whose last one was on day k, …, 5.
    expect(countOf({ age: 5 }, 'day')).toBe(1 + 5 + 4 + 3 + 2 + 1)
    expect(countOf({ age: 5, repeatPurchases: 9 }, 'day')).toBe(1 + 5 + 4 + 3 + 2 + 1)
    expect(countOf({ age: 1, repeatPurchases: 9 }, 'week')).toBe(1 + 7)
    expect(countOf({ age: 2, repeatPurchases: 9 }, 'week')).toBe(1 + 7 * 2 + 2)
    expect(countOf({ age: 3 / 7 }, 'week')).toBe(1 + 3)
    expect(countOf({ age: 5, repeatPurchases: -0 }, 'day')).toBe(1)
    for (let days = 1; days <= 20; days++) expect(cellsOf(cdnow, { age: days / 7 }).at(-1)?.repeatPurchases).toBe(days)
  })

  it('takes round steps where there would be too many cells', () => {
    const chart = probabilityAliveChart(cdnow, { age: 365.001, repeatPurchases: 1234 })
    expect(chart).toMatchObject({
      encoding: {
        x: { scale: { domain: [...Array.from({ length: 37 }, (_, index) => index * 10), 365] } },
        y: { scale: { domain: [1234, ...Array.from({ length: 25 }, (_, index) => 1200 - index * 50)] } },
      },
    })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.integer({ min: 0, max: 1e9 }), bgNbdParameters, (age, most, parameters) => {
        const drawn = probabilityAliveChart(parameters, { age, repeatPurchases: most })
        const { encoding } = drawn as unknown as { encoding: { [axis in 'x' | 'y']: { scale: { domain: number[] } } } }
        const [ages, purchases] = [encoding.x.scale.domain, encoding.y.scale.domain]
        expect([ages[0], ages.at(-1), purchases.at(-1), purchases[0]]).toEqual([0, Math.round(age * 100) / 100, 0, most])
        for (const domain of [ages, purchases]) {
          expect(domain.length).toBeLessThanOrEqual(42)
          expect(new Set(domain).size).toBe(domain.length)
        }
        for (const { probability, percent } of valuesOf(drawn) as unknown as readonly Cell[]) {
          expect(probability).toBeGreaterThanOrEqual(0)
          expect(probability).toBeLessThanOrEqual(1)
          expect(percent).not.toBe('0')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('refuses what is no model, and options that are not as stated', () => {
    const refuse = (parameters: unknown, options: unknown) => issuesOf(() => probabilityAliveChart(parameters as never, options as never))
    expect(refuse({ ...cdnow, r: 0 }, { age: -1, repeatPurchases: 1.5, purchases: 5 })).toEqual([
      ['too-small', ['parameters', 'r']],
      ['unknown-key', ['options', 'purchases']],
      ['too-small', ['options', 'age']],
      ['not-an-integer', ['options', 'repeatPurchases']],
    ])
    expect(refuse(undefined, undefined)).toEqual([
      ['missing', ['parameters']],
      ['missing', ['options']],
    ])
    expect(refuse(cdnow, { repeatPurchases: 1e10 })).toEqual([
      ['missing', ['options', 'age']],
      ['too-large', ['options', 'repeatPurchases']],
    ])
    expect(refuse(cdnow, { age: 1, repeatPurchases: undefined })).toBeTypeOf('string')
  })
})

const purchases = ['2024-01-01', '2024-01-20', '2024-03-01', '2024-05-05', '2024-06-01']
const sales = purchases.flatMap((date, index) => [
  { customer: `C-${index}`, date, amount: 5 },
  { customer: 'D', date, amount: 7 },
])
const validation: ModelValidation = deepFreeze(validateModel(sales, { calibrateTo: '2024-04-01', until: '2024-06-30' }))
const manyPurchases: ModelValidation = {
  ...validation,
  actual: 30,
  expected: 25.5,
  fit: { ...validation.fit, converged: true },
  byRepeatPurchases: [
    { repeatPurchases: 0, orMore: false, customers: 4, actual: 10, expected: 5.5 },
    { repeatPurchases: 1, orMore: false, customers: 0, actual: 0, expected: 0 },
    { repeatPurchases: 7, orMore: true, customers: 5, actual: 20, expected: 20 },
  ],
}

describe('holdoutChart', () => {
  it('has two points for each group in which there is somebody: the means made and expected', () => {
    const chart = holdoutChart(manyPurchases)
    expect(chart).toMatchObject({
      title: { text: 'Purchases per customer after 2024-04-01, up to 2024-06-30', subtitle: 'Purchases expected: 25.5; made: 30' },
      encoding: {
        x: { title: 'Repeat purchases up to 2024-04-01', scale: { domain: ['0', '7+'] } },
        y: { title: 'Mean purchases per customer' },
        color: { scale: { domain: ['Made', 'Expected'] } },
      },
    })
    expect(valuesOf(chart)).toEqual([
      { repeatPurchases: '0', series: 'Made', mean: 2.5, customers: 4 },
      { repeatPurchases: '0', series: 'Expected', mean: 1.375, customers: 4 },
      { repeatPurchases: '7+', series: 'Made', mean: 4, customers: 5 },
      { repeatPurchases: '7+', series: 'Expected', mean: 4, customers: 5 },
    ])
    expect(holdoutChart(manyPurchases, zhCN)).toMatchObject({
      title: { text: '2024-04-01 之后至 2024-06-30 每家客户的购买次数', subtitle: '预期购买：25.5 次；实际：30 次' },
      encoding: { x: { title: '2024-04-01 及以前的重复购买次数' }, color: { scale: { domain: ['实际', '预期'] } } },
    })
  })

  it('says in a second line that the fit did not converge, and no more than that', () => {
    const lost = { ...manyPurchases, expected: 4e-13, actual: 0, fit: { ...manyPurchases.fit, converged: false } }
    expect(holdoutChart(lost)).toMatchObject({
      title: {
        subtitle: ['Purchases expected: <0.01; made: 0', 'Do not rely on the purchases expected: the fit found no maximum of the likelihood.'],
      },
    })
    expect(holdoutChart(lost, zhCN)).toMatchObject({
      title: { subtitle: ['预期购买：<0.01 次；实际：0 次', '请勿依赖预期购买次数：拟合没有找到似然函数的极大值。'] },
    })
  })

  it('draws what the verb returned', () => {
    const customers = valuesOf(holdoutChart(validation)).filter(({ series }) => series === 'Made')
    expect(customers.map((one) => [one['repeatPurchases'], one['customers'], one['mean']])).toEqual([
      ['0', 3, 0],
      ['2', 1, 2],
    ])
  })

  it('refuses what is no validation', () => {
    expect(issuesOf(() => holdoutChart({ ...validation, byRepeatPurchases: [{}] } as never))).toEqual(
      ['repeatPurchases', 'orMore', 'customers', 'actual', 'expected'].map((key) => ['missing', ['validation', 'byRepeatPurchases', 0, key]]),
    )
  })
})

const bookOf = (values: readonly number[]): LifetimeBook => ({
  models: { purchases: cdnow, spend: { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } },
  unit: 'week',
  horizon: 26,
  discountRate: 0,
  marginRate: 1,
  total: values.reduce((sum, value) => sum + value, 0),
  expectedPurchases: 0,
  customers: values.map((value, index) => ({ customer: `C-${index}`, value, expectedPurchases: 0, expectedSpend: 0, probabilityAlive: 0.5 })),
  rejected: [],
  diagnoses: [],
})

describe('lifetimeValueChart', () => {
  it('has a point for each customer: what those up to it come to', () => {
    const chart = lifetimeValueChart(bookOf([5, 3, -1]))
    expect(chart).toMatchObject({ title: 'Value expected over the next 26 weeks', encoding: { x: { scale: { domain: [0, 3] } } } })
    expect(valuesOf(chart)).toEqual([
      { customers: 0, value: 0 },
      { customers: 1, value: 5 },
      { customers: 2, value: 8 },
      { customers: 3, value: 7 },
    ])
    expect(lifetimeValueChart(bookOf([]), zhCN)).toMatchObject({
      title: { text: '未来 26 周内的客户终身价值', subtitle: '没有客户。' },
      encoding: { x: { title: '客户数（价值由高到低）' }, y: { title: '累计客户终身价值', scale: { domain: [0, 1] } } },
    })
  })

  it('has at most 500 points of many customers, and that of nobody', () => {
    const pointsOf = (count: number) => valuesOf(lifetimeValueChart(bookOf(Array.from({ length: count }, () => 1))))
    expect([500, 501, 12345].map((count) => pointsOf(count).length)).toEqual([501, 252, 495])
    expect(pointsOf(12345).at(-1)).toEqual({ customers: 12345, value: 12345 })
    for (const { customers, value } of pointsOf(12345)) expect(value).toBe(customers)
  })

  it('draws what the verb returned, and refuses what is no book', () => {
    const models = { purchases: cdnow, spend: { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 } } as const
    const rows = [
      { customer: 'a', repeatPurchases: 0, lastPurchaseAge: 0, age: 38, meanSpend: 0 },
      { customer: 'b', repeatPurchases: 2, lastPurchaseAge: 30, age: 38, meanSpend: 40 },
    ]
    const book = lifetimeValues(rows, models, { horizon: 26, discountRate: 0, marginRate: 1 })
    expect(valuesOf(lifetimeValueChart(book)).at(-1)).toEqual({ customers: 2, value: book.total })
    expect(issuesOf(() => lifetimeValueChart({ ...book, total: '5' } as never))).toEqual([['wrong-type', ['book', 'total']]])
  })
})

describe('all charts', () => {
  const none = { ...validation, byRepeatPurchases: [], actual: 0, expected: 0 }
  it.each<readonly [string, VegaLiteSpecification]>([
    ['probabilities', probabilityAliveChart(cdnow, { age: 38 + 6 / 7 })],
    ['probabilities in Chinese', probabilityAliveChart(cdnow, { age: 10, repeatPurchases: 8 }, zhCN)],
    ['probabilities on the first day', probabilityAliveChart({ ...cdnow, unit: 'day' }, { age: 0, repeatPurchases: -0 })],
    ['probabilities of the greatest numbers', probabilityAliveChart(cdnow, { age: 1e7, repeatPurchases: 1e9 })],
    ['a validation', holdoutChart(validation)],
    ['a validation in Chinese', holdoutChart(manyPurchases, zhCN)],
    ['a validation of nobody', holdoutChart(none)],
    ['a book', lifetimeValueChart(bookOf([5, 3, -1]))],
    ['a book in Chinese', lifetimeValueChart(bookOf([5, 3, 1]), zhCN)],
    ['a book of nobody', lifetimeValueChart(bookOf([]))],
    ['a book of losses', lifetimeValueChart(bookOf([-1, -5]))],
    ['a book of nothing', lifetimeValueChart(bookOf([0, 0]))],
    ['a book to the end of numbers', lifetimeValueChart({ ...bookOf([1e308, 1e308]), total: 1e308 })],
  ])('%s are plain JSON that Vega-Lite compiles and Vega draws without a warning', async (_, chart) => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    expect(compileChart(chart).warnings).toEqual([])
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it.each<readonly [string, unknown, (changed: never) => object]>([
    ['parameters', cdnow, (parameters) => probabilityAliveChart(parameters, { age: 5 })],
    ['options', { age: 5, repeatPurchases: 2 }, (options) => probabilityAliveChart(cdnow, options)],
    ['a validation', validation, holdoutChart],
    ['a book', bookOf([5, 3]), lifetimeValueChart],
  ])('of %s that were changed are plain JSON, or refused with issues', (_, document, draw) => {
    let refused = 0
    fc.assert(
      fc.property(spoil(document), (changed) => {
        try {
          const chart = draw(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 150 },
    )
    expect(refused).toBeGreaterThan(20)
  })
})
