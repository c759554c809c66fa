import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohortOf, cohortsOf, pipelineOf } from '../../testing/chartedResults.js'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { cohortConversionChart } from '../charts.js'
import { zhCN } from '../locales/zh-CN.js'
import { measureFunnel } from '../measure/measureFunnel.js'
import type { FunnelCohort } from '../measure/types.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly { readonly cohort: string; readonly mature: boolean; readonly label: unknown }[] }
  readonly layer: readonly [
    {
      readonly data: {
        readonly values: readonly { readonly cohort: string; readonly rate: string; readonly share: number; readonly maturity: string }[]
      }
      readonly encoding: { readonly strokeDash: { readonly legend: { readonly values: readonly string[] } | null } }
    },
    unknown,
  ]
}

const may = cohortOf(['2026-05-01', '2026-05-31'], [3, 1, 0])
const june = cohortOf(['2026-06-01', '2026-06-30'], [1, 1, 2])
const july = cohortOf(['2026-07-01', '2026-07-31'], [0, 0, 5])
const usual = deepFreeze(cohortsOf([may, june, july]))
const draw = (...given: Parameters<typeof cohortConversionChart>): Drawn => cohortConversionChart(...given) as never

const DAY = 86_400_000
const daily = (count: number): FunnelCohort[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 0, 1) + index * DAY).toISOString().slice(0, 10)
    return cohortOf([date, date], [1, 1, index === count - 1 ? 1 : 0])
  })

/** How wide and high bars are, in pixels. */
const barsIn = (svg: string): number[][] =>
  [...svg.matchAll(/aria-roledescription="bar" d="M[\d.]+,[\d.]+h([\d.]+)v([\d.]+)/g)].map((match) => match.slice(1).map(Number))

describe('cohortConversionChart', () => {
  it('has what share is won of each cohort, told in three ways side by side', () => {
    const chart = draw(usual)
    expect(chart).toMatchObject({
      title: { text: ['Deals won, by when they entered, as of 2026-03-31'] },
      data: {
        name: 'cohorts',
        values: [
          { place: 0, cohort: '2026-05', mature: true, entered: 4, won: 3, lost: 1, open: 0, label: ['2026-05', 'n = 4'] },
          { place: 1, cohort: '2026-06', mature: false, entered: 4, won: 1, lost: 1, open: 2, label: ['2026-06', 'n = 4', 'Not mature'] },
          { place: 2, cohort: '2026-07', low: null, high: null },
        ],
      },
    })
    expect(chart.layer[0].data.values.map(({ cohort, rate, share }) => [cohort, rate, share])).toEqual([
      ['2026-05', 'Of all that entered', 0.75],
      ['2026-05', 'Of the decided ones', 0.75],
      ['2026-05', 'In the end (estimate)', 0.75],
      ['2026-06', 'Of all that entered', 0.25],
      ['2026-06', 'Of the decided ones', 0.5],
      ['2026-06', 'In the end (estimate)', 0.375],
      ['2026-07', 'Of all that entered', 0],
      ['2026-07', 'In the end (estimate)', 0],
    ])
  })

  it('draws bars as high as their shares, those of immature cohorts hollow', async () => {
    const { svg } = await renderChart(cohortConversionChart(usual))
    // 300 pixels stand for the whole.
    expect(barsIn(svg).map(([, height]) => height)).toEqual([225, 225, 225, 75, 150, 112.5, 0, 0])
    expect(new Set(barsIn(svg).map(([width]) => width)).size).toBe(1)
    const hollow = [...svg.matchAll(/aria-roledescription="bar"[^>]*fill-opacity="([\d.]+)"/g)].map(([, opacity]) => opacity)
    expect(hollow).toEqual(['1', '1', '1', '0.12', '0.12', '0.12', '0.12', '0.12'])
    expect([...svg.matchAll(/aria-roledescription="bar"[^>]*stroke-dasharray="4,3"/g)]).toHaveLength(5)
    expect(svg).toContain('aria-label="2026-06 (Not mature); Of the decided ones: 50%"')
    // At its label, and in the legend.
    expect([...svg.matchAll(/>Not mature</g)]).toHaveLength(3)
  })

  it('tells of immature cohorts only where there are any, and when deals entered where that was asked', () => {
    expect(draw(usual).title.subtitle?.join(' ')).toBe(
      'Hollow bars are of cohorts that are not mature: slow deals of them are not decided yet, so do not compare them with others.',
    )
    expect(draw(usual).layer[0].encoding.strokeDash.legend).toMatchObject({ values: ['Not mature'] })
    const [enteredWithin] = draw({ ...usual, enteredWithin: { from: '2026-05-10', to: '2026-07-31' } }).title.subtitle as readonly string[]
    expect(enteredWithin).toBe('Only deals that entered from 2026-05-10 to 2026-07-31.')
    const mature = draw(cohortsOf([may]))
    expect(mature.title).not.toHaveProperty('subtitle')
    expect(mature.layer[0].encoding.strokeDash.legend).toBeNull()
  })

  it('calls periods by their year, their month, their day, or their ends', () => {
    const periods = [
      ['2021-01-01', '2021-12-31'],
      ['2022-01-01', '2022-03-31'],
      ['2023-02-01', '2023-02-28'],
      ['2024-02-01', '2024-02-28'],
      ['2024-04-01', '2025-03-31'],
      ['2026-01-05', '2026-01-11'],
      ['2026-02-01', '2026-02-01'],
      ['9999-12-01', '9999-12-31'],
    ] as const
    const cohorts = periods.map((period) => cohortOf(period, [1, 0, 0]))
    expect(draw(cohortsOf(cohorts)).data.values.map(({ cohort }) => cohort)).toEqual([
      '2021',
      '2022-01 – 2022-03',
      '2023-02',
      '2024-02-01 – 2024-02-28',
      '2024-04 – 2025-03',
      '2026-01-05 – 2026-01-11',
      '2026-02-01',
      '9999-12',
    ])
  })

  it('speaks the language asked for', () => {
    const chart = draw(usual, zhCN)
    expect(chart.title.text).toEqual(['各批次商机的赢单率（按进入时间，截至 2026-03-31）'])
    expect(chart.data.values[1]?.label).toEqual(['2026-06', '4 个', '未成熟'])
    expect(draw(cohortsOf([cohortOf(['2022-01-01', '2022-03-31'], [1, 0, 0])]), zhCN).data.values[0]?.cohort).toBe('2022-01 至 2022-03')
  })

  it('draws the 40 latest cohorts, and writes labels of more than 10 upwards', () => {
    const chart = draw(cohortsOf(daily(43)))
    expect(chart.data.values).toHaveLength(40)
    expect(chart.data.values[0]).toMatchObject({ cohort: '2026-01-04', label: '2026-01-04 (n = 2)' })
    expect(chart.title.subtitle?.at(-1)).toBe('The latest cohorts: 40 of 43.')
    const axisOf = (count: number): unknown =>
      (cohortConversionChart(cohortsOf(daily(count))) as never as { encoding: { x: { axis: unknown } } }).encoding.x.axis
    expect([axisOf(10), axisOf(11)]).toMatchObject([{ labelAngle: 0 }, { labelAngle: -90 }])
  })

  it('draws what a log was measured to', () => {
    const log = [
      { deal: 1, at: '2026-01-05', to: 'quoted' },
      { deal: 1, at: '2026-01-20', to: 'won' },
      { deal: 2, at: '2026-02-07', to: 'quoted' },
      { deal: 3, at: '2026-02-08', to: 'quoted' },
      { deal: 3, at: '2026-02-09', to: 'lost' },
    ]
    const measure = measureFunnel(log, pipelineOf(['quoted']), { asOf: '2026-03-31', cohorts: { by: 'month' } })
    expect(draw(measure).layer[0].data.values.map(({ cohort, share, maturity }) => [cohort, share, maturity])).toEqual([
      ['2026-01', 1, 'Mature'],
      ['2026-01', 1, 'Mature'],
      ['2026-01', 1, 'Mature'],
      ['2026-02', 0, 'Not mature'],
      ['2026-02', 0, 'Not mature'],
      ['2026-02', 0, 'Not mature'],
    ])
  })

  it('says where there are no deals', () => {
    expect(draw(cohortsOf([])).title.subtitle).toEqual(['There are no deals.'])
    expect(draw(cohortsOf([]), zhCN).title.subtitle).toEqual(['没有商机。'])
  })

  it('refuses what is no measure, none by cohorts, and what contradicts itself', () => {
    const { cohorts: _, ...whole } = usual
    expect(issuesOf(() => cohortConversionChart(null as never))).toEqual([['wrong-type', ['measure']]])
    expect(issuesOf(() => cohortConversionChart(whole))).toEqual([['missing', ['measure', 'cohorts']]])
    expect(issuesOf(() => cohortConversionChart({ ...usual, cohorts: [june, may, july] }))).toEqual([
      ['not-above', ['measure', 'cohorts', 1, 'from']],
    ])
    expect(issuesOf(() => cohortConversionChart({ ...usual, cohorts: [may, june] }))).toEqual([['outdated-input', ['measure', 'cohorts']]])
    const other = { ...june, conversion: may.conversion }
    expect(issuesOf(() => cohortConversionChart({ ...usual, cohorts: [may, other, july] }))).toContainEqual([
      'outdated-input',
      ['measure', 'cohorts', 1, 'conversion', 'ofClosed'],
    ])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(usual), (changed) => {
        try {
          const chart = cohortConversionChart(changed as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200, seed: 11 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})
