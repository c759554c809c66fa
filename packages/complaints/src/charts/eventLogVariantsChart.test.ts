import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileNames, logOf } from '../../testing/chartedResults.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { eventLogVariantsChart } from '../charts.js'
import type { EventLogAnalysis } from '../eventLog/types.js'
import { zhCN } from '../locales/zh-CN.js'

type Counts = Parameters<typeof logOf>[0]

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] }
  readonly data: { readonly values: readonly { readonly variant: string; readonly text: string; readonly label: readonly string[] }[] }
}

const log = (counts: Counts): EventLogAnalysis => deepFreeze(logOf(counts))
const draw = (counts: Counts, locale?: typeof zhCN): Drawn => eventLogVariantsChart(log(counts), locale) as never
const usual: Counts = [
  [['Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'], 6],
  [['Assign seriousness', 'Closed'], 3],
  [['Closed'], 1],
]

describe('eventLogVariantsChart', () => {
  it('has a bar for each variant with its share', () => {
    expect(eventLogVariantsChart(log(usual))).toMatchObject({
      title: { text: ['Commonest variants, as of 2024-03-31'], subtitle: ['Variants drawn: 3 of 3, together 100% of the cases.'] },
      data: {
        name: 'variants',
        values: [
          {
            place: 0,
            variant: 'Assign seriousness → Take in charge ticket → Resolve ticket → Closed',
            count: 6,
            share: 0.6,
            cumulative: 0.6,
            text: '6 (60%)',
            label: ['Assign seriousness → Take in charge ticket →', 'Resolve ticket → Closed'],
          },
          { place: 1, variant: 'Assign seriousness → Closed', count: 3, share: 0.3, cumulative: 0.9, text: '3 (30%)' },
          { place: 2, variant: 'Closed', count: 1, share: 0.1, cumulative: 1, text: '1 (10%)' },
        ],
      },
      encoding: { x: { field: 'share', title: 'Share of the cases' }, y: { title: 'Variant', scale: { domain: [0, 1, 2] } } },
    })
  })

  it('draws the 15 commonest, and says which part of the cases they are', () => {
    const counts: Counts = Array.from({ length: 20 }, (_, index) => [['a', `b${index}`], index === 0 ? 81 : 1] as const)
    expect(draw(counts).data.values).toHaveLength(15)
    expect(draw(counts).title.subtitle).toEqual(['Variants drawn: 15 of 20, together 95% of the cases.'])
    expect(draw(counts.slice(0, 15)).title.subtitle).toEqual(['Variants drawn: 15 of 15, together 100% of the cases.'])
  })

  it('draws bars as long as the shares, each with its label', async () => {
    const { svg } = await renderChart(eventLogVariantsChart(log(usual)))
    const bars = [...svg.matchAll(/aria-roledescription="bar" d="M0,[\d.]+h([\d.]+)/g)].map(([, width]) => Number(width))
    // 360 pixels stand for 60 %.
    expect(bars).toEqual([360, 180, 60].map((width) => expect.closeTo(width, 6)))
    for (const text of ['6 (60%)', '3 (30%)', 'Resolve ticket → Closed', 'Closed']) expect(svg).toContain(`>${text}<`)
  })

  it('has texts in the language asked for', () => {
    expect(draw(usual, zhCN).title).toEqual({
      text: ['最常见的流程变体（截至 2024-03-31）'],
      subtitle: ['图中变体：3 种；变体总数：3 种；合计占全部案例的 100%。'],
    })
    expect(draw(usual, zhCN).data.values[1]?.text).toBe('3（30%）')
    expect(draw([], zhCN).title.subtitle).toEqual(['没有案例。'])
    expect(draw([]).title.subtitle).toEqual(['There are no cases.'])
  })

  it.each<[string, Counts]>([
    ['nothing', []],
    ['one case', [[['a'], 1]]],
    ['no case', [[['a'], 0]]],
    ['hostile names', hostileNames.slice(0, 12).map((name) => [[name, name], 1] as const)],
    ['other hostile names', hostileNames.slice(12).map((name) => [[name], 1] as const)],
    ['a case that takes for ever', [[Array.from({ length: 50_000 }, (_, index) => `step ${index}`), 1]]],
    [
      'a million cases',
      [
        [['a'], 1_000_000],
        [['b'], 1],
      ],
    ],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, counts) => {
    for (const locale of [undefined, zhCN]) {
      const chart = eventLogVariantsChart(log(counts), locale)
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
      expect([...svg.matchAll(/aria-roledescription="bar"/g)]).toHaveLength(counts.length)
    }
  })

  it('refuses what is no event log, and what contradicts itself', () => {
    const analysis = log(usual)
    expect(issuesOf(() => eventLogVariantsChart(undefined as never))).toEqual([['missing', ['result']]])
    expect(
      issuesOf(() => eventLogVariantsChart({ ...analysis, cases: -1, variants: [{ path: [], count: 1.5, share: null, cumulative: 1 }] } as never)),
    ).toEqual([
      ['too-small', ['result', 'cases']],
      ['empty', ['result', 'variants', 0, 'path']],
      ['not-an-integer', ['result', 'variants', 0, 'count']],
      ['wrong-type', ['result', 'variants', 0, 'share']],
    ])
    expect(issuesOf(() => eventLogVariantsChart({ ...analysis, cases: 11 }))).toContainEqual(['outdated-input', ['result', 'cases']])
    expect(issuesOf(() => eventLogVariantsChart({ ...analysis, events: 1 }))).toEqual([['outdated-input', ['result', 'events']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(log(usual)), (changed) => {
        try {
          const chart = eventLogVariantsChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 10 },
    )
    expect(refused).toBeGreaterThan(40)
  })
})
