import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { contributionsChart, totalsChart } from '../charts.js'
import { rankCandidates } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

const ranking = rankCandidates(textbookCandidates, customerScreening)

describe('contributionsChart', () => {
  const chart = contributionsChart(ranking, customerScreening)

  it('has one bar part per candidate and criterion, in the order of the ranking', () => {
    const { values } = chart['data'] as unknown as { values: { candidate: string; points: number }[] }
    expect(values).toHaveLength(20)
    const totals = new Map<string, number>()
    for (const { candidate, points } of values) totals.set(candidate, (totals.get(candidate) ?? 0) + points)
    expect([...totals]).toEqual([
      ['D', 70],
      ['A', 67],
      ['B', 57],
      ['C', 35],
    ])
    expect(chart['encoding']).toMatchObject({ y: { sort: ['D', 'A', 'B', 'C'] } })
  })

  it('has titles in the language asked for', () => {
    expect(contributionsChart(ranking, customerScreening, zhCN)).toMatchObject({
      title: '各项标准对总分的贡献',
      encoding: { color: { sort: customerScreening.criteria.map(({ title }) => (title as { 'zh-CN': string })['zh-CN']) } },
    })
  })
})

describe('contributionsChart of any scorecard', () => {
  it('tells criteria of the same title apart', () => {
    const twins = { ...customerScreening, criteria: ['a', 'b', 'c'].map((id) => ({ id, weight: 1, ...(id === 'c' ? {} : { title: 'Same' }) })) }
    const chart = contributionsChart(rankCandidates([{ id: 'X', ratings: { a: 1, b: 2, c: 3 } }], twins), twins)
    expect(chart).toMatchObject({ encoding: { color: { sort: ['Same (a)', 'Same (b)', 'c'] } } })
  })

  it('refuses what is no ranking of this scorecard', () => {
    expect(issuesOf(() => contributionsChart(null as never, customerScreening))).toEqual([['wrong-type', ['ranking']]])
    expect(issuesOf(() => contributionsChart(ranking, { ...customerScreening, version: 2 }))).toEqual([['other-policy', ['ranking', 'policies']]])
  })
})

describe('totalsChart', () => {
  it('has every total', () => {
    expect(totalsChart(ranking)['data']).toEqual({
      values: [
        { candidate: 'D', total: 70 },
        { candidate: 'A', total: 67 },
        { candidate: 'B', total: 57 },
        { candidate: 'C', total: 35 },
      ],
    })
  })
})

describe('both charts', () => {
  it('are plain JSON that Vega-Lite compiles without a warning, for no candidates too', () => {
    for (const some of [ranking, rankCandidates([], customerScreening)]) {
      for (const chart of [contributionsChart(some, customerScreening), totalsChart(some, zhCN)]) {
        expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        const { marks, warnings } = compileChart(chart)
        expect(marks).toBeGreaterThan(0)
        expect(warnings).toEqual([])
      }
    }
  })
})
