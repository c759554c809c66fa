import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { stabilityChart } from '../charts.js'
import { rankCandidates, weightStability } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

describe('stabilityChart', () => {
  const stability = weightStability(textbookCandidates, customerScreening)
  const valuesOf = (chart: ReturnType<typeof stabilityChart>) => (chart['data'] as unknown as { values: { [key: string]: unknown }[] }).values

  it('has three bars a criterion; one without bound ends with the axis', () => {
    const values = valuesOf(stabilityChart(stability, customerScreening, zhCN))
    expect(values).toHaveLength(15)
    expect(values.slice(6, 9)).toEqual([
      { criterion: '客户的业务前景好', weight: 3, holding: '总分第一', from: 0, to: 16, open: false },
      { criterion: '客户的业务前景好', weight: 3, holding: '整个顺序', from: 0, to: 13, open: false },
      { criterion: '客户的业务前景好', weight: 3, holding: '选定的对象', from: 0, to: 13, open: false },
    ])
    const { select: _, ...unselective } = customerScreening
    expect(valuesOf(stabilityChart(weightStability(textbookCandidates, unselective), unselective))).toHaveLength(10)
    expect(values[0]).toMatchObject({ from: 0, to: 20, open: true })
  })

  it('is plain JSON that Vega-Lite compiles without a warning, for no candidates and weights of 0 too', () => {
    const nil = { ...customerScreening, criteria: customerScreening.criteria.map((criterion) => ({ ...criterion, weight: 0 })) }
    for (const chart of [
      stabilityChart(stability, customerScreening),
      stabilityChart(weightStability([], customerScreening), customerScreening),
      stabilityChart(weightStability(textbookCandidates, nil), nil),
    ]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      const { marks, warnings } = compileChart(chart)
      expect(marks).toBeGreaterThan(0)
      expect(warnings).toEqual([])
    }
  })

  it('stays within the numbers', () => {
    const huge = {
      ...customerScreening,
      criteria: [
        { id: 'x', weight: '1e400' },
        { id: 'y', weight: '1.7e308' },
      ],
    }
    const values = valuesOf(stabilityChart(weightStability([], huge), huge))
    expect(JSON.parse(JSON.stringify(values))).toEqual(values)
    expect(values[0]).toMatchObject({ weight: Number.MAX_VALUE, to: Number.MAX_VALUE })
  })

  it('tells apart titles that look like one with an id', () => {
    const titled = ['T', 'T', 'T (a)'].map((title, index) => ({ id: 'abc'[index] as string, weight: 1, title }))
    const card = { ...customerScreening, criteria: titled }
    const labels = new Set(valuesOf(stabilityChart(weightStability([], card), card)).map(({ criterion }) => criterion))
    expect([...labels]).toEqual(['T (a)', 'T (b)', 'T (a) (c)'])
  })

  it('refuses what is no result of this scorecard', () => {
    expect(issuesOf(() => stabilityChart(rankCandidates([], customerScreening) as never, customerScreening))).toEqual([
      ['missing', ['stability', 'criteria']],
    ])
  })
})
