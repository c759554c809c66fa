import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { lorenzChart } from '../charts.js'
import { concentration } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const book = deepFreeze(concentration([100, 0, 0, 0, 0]))

describe('lorenzChart', () => {
  it('has the curve, the line of equality, and the Gini coefficient: tiering.md 6', () => {
    expect(lorenzChart(book)).toMatchObject({
      title: { text: 'Lorenz curve', subtitle: 'Gini coefficient: 0.8' },
      data: {
        values: [
          { customers: 0, value: 0 },
          { customers: 0.2, value: 0 },
          { customers: 0.4, value: 0 },
          { customers: 0.6, value: 0 },
          { customers: 0.8, value: 0 },
          { customers: 1, value: 1 },
        ],
      },
      layer: [
        { mark: { type: 'area' }, encoding: { y2: { field: 'customers' } } },
        {
          data: {
            values: [
              { customers: 0, value: 0 },
              { customers: 1, value: 1 },
            ],
          },
          encoding: { color: { datum: 'Line of equality' } },
        },
        {
          encoding: {
            x: { title: 'Share of the customers, the smallest values first' },
            y: { title: 'Share of the total', scale: { domain: [0, 1] } },
            color: { datum: 'Lorenz curve' },
          },
        },
      ],
    })
    expect(lorenzChart(book, zhCN)).toMatchObject({
      title: { text: '洛伦兹曲线', subtitle: '基尼系数：0.8' },
      layer: [{}, { encoding: { color: { datum: '绝对平均线' } } }, { encoding: { color: { datum: '洛伦兹曲线' } } }],
    })
  })

  it('says where there is no curve, and reaches below 0 where values do', () => {
    expect(lorenzChart(concentration([]))).toMatchObject({
      title: { subtitle: 'Nothing is a share of the total: there is no curve.' },
      data: { values: [] },
    })
    expect(lorenzChart(concentration([3, -2]), zhCN)).toMatchObject({ layer: [{ encoding: { y: { scale: { domain: [-2, 1] } } } }, {}, {}] })
  })

  it('refuses what is no concentration', () => {
    expect(issuesOf(() => lorenzChart(5 as never))).toEqual([['wrong-type', ['concentration']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(spoil(book), (changed) => {
        try {
          const chart = lorenzChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
    )
    expect(refused).toBeGreaterThan(20)
  })

  it.each([
    ['nothing', []],
    ['one value', [5]],
    ['values that are alike', [2, 2, 2]],
    ['many values', Array.from({ length: 3000 }, (_, index) => index)],
    ['values below 0', [5, 3, -7]],
    ['a total below 0', [5, -7]],
    ['amounts beyond numbers', [`9${'0'.repeat(400)}`, 1, 0]],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, values) => {
    const chart = lorenzChart(concentration(values), zhCN)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})
