import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { unweightedTable } from '../../testing/unweightedTable.js'
import { weightsChart } from '../charts.js'
import { criticWeights, equalWeights, pairwiseWeights, rankOrderCentroidWeights, standardDeviationWeights } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const table = unweightedTable([
  [1, 20],
  [2, 10],
  [4, 15],
])
const results = [equalWeights(['c0', 'c1']), standardDeviationWeights(table), criticWeights(table), criticWeights(table, { correlation: 'spearman' })]

interface Bar {
  readonly method: string
  readonly criterion: string
  readonly weight: number
}
const barsOf = (chart: ReturnType<typeof weightsChart>): readonly Bar[] => (chart['data'] as unknown as { values: Bar[] }).values

describe('weightsChart', () => {
  it('has a bar per method and criterion, in the order of the results', () => {
    const chart = weightsChart(results, [{ id: 'c1', title: 'Price' }])
    expect(barsOf(chart)).toEqual(
      ['Equal weights', 'Standard deviation', 'CRITIC (Pearson)', 'CRITIC (Spearman)'].flatMap((method, index) => [
        { method, criterion: 'c0', weight: results[index]?.weights[0] },
        { method, criterion: 'Price', weight: results[index]?.weights[1] },
      ]),
    )
    expect(chart['encoding']).toMatchObject({
      y: { sort: ['c0', 'Price'] },
      color: { sort: ['Equal weights', 'Standard deviation', 'CRITIC (Pearson)', 'CRITIC (Spearman)'] },
    })
  })

  it('speaks Chinese', () => {
    const chart = weightsChart(results.slice(2), [{ id: 'c0', title: { en: 'Demand', 'zh-CN': '需求' } }], zhCN)
    expect(chart['title']).toBe('各项标准的权重')
    expect(barsOf(chart).map(({ method, criterion }) => [method, criterion])).toEqual([
      ['CRITIC 法（皮尔逊）', '需求'],
      ['CRITIC 法（皮尔逊）', 'c1'],
      ['CRITIC 法（斯皮尔曼）', '需求'],
      ['CRITIC 法（斯皮尔曼）', 'c1'],
    ])
  })

  it('numbers a method that comes again, takes criteria of different results, and tells equal titles apart', () => {
    const two = [rankOrderCentroidWeights(['a', 'b']), rankOrderCentroidWeights(['b', 'c']), pairwiseWeights([[1]], { criteria: ['c'] })]
    const chart = weightsChart(two, [
      { id: 'a', title: 'Same' },
      { id: 'c', title: 'Same' },
    ])
    expect(barsOf(chart).map(({ method, criterion }) => [method, criterion])).toEqual([
      ['Rank order centroid', 'Same (a)'],
      ['Rank order centroid', 'b'],
      ['Rank order centroid 2', 'b'],
      ['Rank order centroid 2', 'Same (c)'],
      ['Pairwise judgements', 'Same (c)'],
    ])
  })

  it('is plain JSON that Vega-Lite compiles without a warning, for no results too', () => {
    for (const chart of [weightsChart(results), weightsChart([], [], zhCN)]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      const { marks, warnings } = compileChart(chart)
      expect(marks).toBeGreaterThan(0)
      expect(warnings).toEqual([])
    }
  })

  it('refuses what is no weights', () => {
    expect(issuesOf(() => weightsChart(equalWeights(['a']) as never))).toEqual([['wrong-type', ['results']]])
    expect(issuesOf(() => weightsChart([equalWeights(['a']), null as never], [null as never]))).toEqual([
      ['wrong-type', ['results', 1]],
      ['wrong-type', ['criteria', 0]],
    ])
  })
})
