import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { methods, suppliers, tableOf } from '../../testing/tables.js'
import { methodsChart } from '../charts.js'
import { rankByTopsis, rankByVikor, rankByWeightedSum } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const rankings = [
  rankByTopsis(suppliers),
  rankByVikor(suppliers),
  rankByVikor(suppliers, { v: 1 }),
  rankByWeightedSum(suppliers, { normalisation: 'sum' }),
]

/** The lines of the labels that the chart's expression, read as JavaScript, makes of the methods' names. */
const labelsOf = (...args: Parameters<typeof methodsChart>): unknown => {
  const { x } = methodsChart(...args)['encoding'] as unknown as { x: { sort: string[]; axis: { labelExpr: string } } }
  const evaluate = new Function('datum', 'split', 'replace', `return ${x.axis.labelExpr}`)
  const split = (text: string, separator: string): string[] => text.split(separator)
  const replace = (text: string, pattern: RegExp, by: string): string => text.replace(pattern, by)
  return x.sort.map((label) => evaluate({ label }, split, replace))
}

describe('methodsChart', () => {
  it('has a rank for each method and alternative', () => {
    const chart = methodsChart(rankings)
    const { values } = chart['data'] as unknown as { values: { method: string; alternative: string; rank: number }[] }
    expect(values).toHaveLength(20)
    expect(values.filter(({ rank }) => rank === 1)).toEqual([
      { method: 'TOPSIS', alternative: 'E', rank: 1 },
      { method: 'VIKOR', alternative: 'D', rank: 1 },
      { method: 'VIKOR 2', alternative: 'E', rank: 1 },
      { method: 'weighted sum (divided by the sum)', alternative: 'E', rank: 1 },
    ])
    expect(chart['encoding']).toMatchObject({
      x: { sort: ['TOPSIS', 'VIKOR', 'VIKOR 2', 'weighted sum (divided by the sum)'] },
      color: { sort: ['E', 'C', 'D', 'B', 'A'] },
    })
  })

  it('has titles in the language asked for', () => {
    expect(methodsChart(rankings, zhCN)).toMatchObject({
      title: '各种方法得出的名次',
      encoding: { y: { title: '名次' }, x: { sort: ['TOPSIS 法', 'VIKOR 法', 'VIKOR 法 2', '加权和法（除以总和）'] } },
    })
  })

  it('writes a normalisation on a line of its own, so that no label is cut', () => {
    const sums = rankByWeightedSum(suppliers, { normalisation: 'sum' })
    expect(labelsOf([rankings[0] as never, sums, sums])).toEqual([
      ['TOPSIS'],
      ['weighted sum', '(divided by the sum)'],
      ['weighted sum', '(divided by the sum) 2'],
    ])
    expect(labelsOf([rankings[1] as never, sums], zhCN)).toEqual([['VIKOR 法'], ['加权和法', '（除以总和）']])
  })

  it('is plain JSON that Vega-Lite compiles without a warning, for no alternatives too', () => {
    const none = Object.values(methods).map((method) => method(tableOf([], [1])))
    for (const chart of [methodsChart(rankings), methodsChart(none, zhCN), methodsChart(Object.values(methods).map((method) => method(suppliers)))]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      const { marks, warnings } = compileChart(chart)
      expect(marks).toBeGreaterThan(0)
      expect(warnings).toEqual([])
    }
  })

  it('refuses rankings of different alternatives, and what is no ranking', () => {
    const other = rankByTopsis(tableOf([[1], [2], [3], [4], [5], [6]], [1]))
    expect(issuesOf(() => methodsChart([rankings[0] as never, other]))).toEqual([
      ['wrong-length', ['rankings', 1, 'ranked']],
      ['not-allowed', ['rankings', 1, 'ranked', 0, 'alternative']],
    ])
    const twice = { ...other, ranked: [other.ranked[0], other.ranked[0]] } as never
    expect(issuesOf(() => methodsChart([twice]))).toEqual([['duplicate', ['rankings', 0, 'ranked', 1, 'alternative']]])
    expect(issuesOf(() => methodsChart([]))).toEqual([['empty', ['rankings']]])
    expect(issuesOf(() => methodsChart(rankings[0] as never))).toEqual([['wrong-type', ['rankings']]])
    expect(issuesOf(() => methodsChart([null as never]))).toEqual([['wrong-type', ['rankings', 0]]])
  })
})
