import type { VegaLiteSpecification } from '@clientele/core/charts'
import { describe, expect, it } from 'vitest'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { ladderChart, migrationChart, projectionChart } from '../charts.js'
import { type DiscountLadder, lintLadder, type Migration, migrationMatrix, projectTiers } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookBenefits } from '../templates.js'

const places = (...tiers: readonly string[]) => tiers.map((tier, index) => ({ customer: `C-${index}`, tier }))
const tiers = ['A', 'B', 'lost']
const migration = deepFreeze(migrationMatrix({ previous: places('A', 'A', 'A', 'B'), current: places('A', 'A', 'B') }, { tiers, lost: 'lost' }))
const nobody = migrationMatrix({ previous: [], current: [] }, { tiers: ['A'] })
const many = Array.from({ length: 15 }, (_, index) => `tier ${index}`)
const amongMany = migrationMatrix({ previous: places(...many), current: places(...many) }, { tiers: many })

const rates = [
  [0.8, 0.15, 0.05],
  [0.1, 0.7, 0.2],
  [0, 0, 1],
]
const rows = (periods: number) => deepFreeze(projectTiers({ counts: [100, 300, 0], rates }, { periods }))

const steps = [
  { from: '0', percent: '5' },
  { from: '100000', percent: '6' },
  { from: '125000', percent: '7' },
]
const allUnits: DiscountLadder = deepFreeze({ type: 'all-units', steps })
const incremental: DiscountLadder = deepFreeze({ type: 'incremental', steps })

interface Drawn {
  readonly data: { readonly values: readonly { readonly [field: string]: unknown }[] }
  readonly layer: readonly { readonly data: { readonly values: readonly object[] } }[]
}
const valuesOf = (chart: object) => (chart as Drawn).data.values

describe('migrationChart', () => {
  it('has a cell for each tier before and after, with its count and rate', () => {
    const chart = migrationChart(migration)
    expect(chart).toMatchObject({ title: 'Where customers of each tier went', width: { step: 48 } })
    expect(valuesOf(chart)).toEqual([
      { before: 'A', after: 'A', count: 2, rate: 2 / 3, dark: true },
      { before: 'A', after: 'B', count: 1, rate: 1 / 3, dark: false },
      { before: 'A', after: 'lost', count: 0, rate: 0, dark: false },
      { before: 'B', after: 'A', count: 0, rate: 0, dark: false },
      { before: 'B', after: 'B', count: 0, rate: 0, dark: false },
      { before: 'B', after: 'lost', count: 1, rate: 1, dark: true },
      { before: 'lost', after: 'A', count: 0, rate: 0, dark: false },
      { before: 'lost', after: 'B', count: 0, rate: 0, dark: false },
      { before: 'lost', after: 'lost', count: 0, rate: 0, dark: false },
    ])
  })

  it('has texts in the language asked for, and says that there was nobody', () => {
    expect(migrationChart(migration, zhCN)).toMatchObject({
      title: '各等级客户的去向',
      encoding: { x: { axis: { title: '现等级' }, scale: { domain: tiers } }, y: { axis: { title: '原等级' } } },
    })
    expect(migrationChart(nobody)).toMatchObject({ title: { subtitle: 'No customers could be compared.' } })
  })

  it('writes the counts into the cells', async () => {
    const { svg } = await renderChart(migrationChart(migration))
    expect(svg.match(/>[012]<\/text>/g)).toHaveLength(9)
    for (const tier of tiers) expect(svg).toContain(`>${tier}</text>`)
  })

  it('cuts no name of a tier short: cells are as wide as names need, or names are turned', async () => {
    const drawn = async (names: readonly string[], locale = en) => {
      const chart = migrationChart(migrationMatrix({ previous: places(...names), current: places(...names) }, { tiers: names }), locale)
      const { svg } = await renderChart(chart)
      expect(svg).not.toContain('…')
      const { width, encoding } = chart as unknown as { width: { step: number }; encoding: { x: { axis: { labelAngle: number } } } }
      return [width.step, encoding.x.axis.labelAngle]
    }
    expect(await drawn(['A', 'B'])).toEqual([48, 0])
    expect(await drawn(['A', '普通等'], zhCN)).toEqual([48, 0])
    expect(await drawn(['platinum', 'gold'])).toEqual([72, 0])
    expect(await drawn(['普通会员等级', 'gold'], zhCN)).toEqual([96, 0])
    expect(await drawn(['silver and above', 'gold'])).toEqual([48, -90])
    expect(await drawn(many.map((name) => name.replace('tier', 'level')))).toEqual([48, -90])
  })

  it('refuses what is no migration', () => {
    expect(issuesOf(() => migrationChart({ ...migration, rates: undefined } as never))).toEqual([['missing', ['migration', 'rates']]])
    expect(issuesOf(() => migrationChart({ ...migration, rates: migration.rates.slice(1) } as Migration))).toEqual([
      ['wrong-length', ['migration', 'rates']],
    ])
  })
})

describe('projectionChart', () => {
  it('has a part for each tier and period', () => {
    const chart = projectionChart(rows(1), { tiers })
    expect(chart).toMatchObject({
      title: 'Customers expected in each tier',
      mark: { type: 'bar' },
      encoding: { x: { type: 'ordinal', title: 'Period' } },
    })
    expect(valuesOf(chart)).toEqual([
      { period: 0, tier: 'A', rank: 0, customers: 100 },
      { period: 0, tier: 'B', rank: 1, customers: 300 },
      { period: 0, tier: 'lost', rank: 2, customers: 0 },
      { period: 1, tier: 'A', rank: 0, customers: 110 },
      { period: 1, tier: 'B', rank: 1, customers: 225 },
      { period: 1, tier: 'lost', rank: 2, customers: 65 },
    ])
    expect(projectionChart(rows(1), { tiers }, zhCN)).toMatchObject({
      title: '各等级的预计客户数',
      encoding: { x: { title: '期' }, y: { title: '客户数' }, color: { title: '等级' } },
    })
  })

  it('draws many periods as areas, and many tiers without a legend', () => {
    const typeOf = (periods: number) => (projectionChart(rows(periods), { tiers }) as unknown as { mark: { type: string } }).mark.type
    expect([typeOf(39), typeOf(40)]).toEqual(['bar', 'area'])
    const legendOf = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `tier ${index}`)
      return (projectionChart([names.map(() => 1)], { tiers: names }) as unknown as { encoding: { color: object } }).encoding.color
    }
    expect(legendOf(30)).toHaveProperty('legend.titleLimit', 0)
    expect(legendOf(31)).toHaveProperty('legend', null)
  })

  it('refuses what is no projection', () => {
    expect(issuesOf(() => projectionChart([[1, 2]], { tiers: ['A'] }))).toEqual([['wrong-length', ['rows', 0]]])
    expect(issuesOf(() => projectionChart([], { tiers: [5] } as never))).toEqual([
      ['empty', ['rows']],
      ['wrong-type', ['options', 'tiers', 0]],
    ])
  })
})

describe('ladderChart', () => {
  /** The discount drawn for an order: on the line between the two points around it, the later one where two are of the same order. */
  const drawnAt = (chart: object, order: number): number => {
    const points = valuesOf(chart) as readonly { readonly order: number; readonly rate: number }[]
    const last = points.filter((point) => point.order <= order).length - 1
    const [a, b] = [points[last], points[last + 1]] as [{ order: number; rate: number }, { order: number; rate: number } | undefined]
    return b === undefined ? a.rate : a.rate + ((b.rate - a.rate) * (order - a.order)) / (b.order - a.order)
  }

  it('draws what the ladder takes off, part by part (vector 15) or of all', () => {
    expect(drawnAt(ladderChart(incremental), 150000)).toBeCloseTo(8250 / 150000, 6)
    expect(drawnAt(ladderChart(allUnits), 150000)).toBe(10500 / 150000)
    for (const order of [1, 99999, 100000, 110000, 125000, 140000, 187500]) {
      const parts = [Math.min(order, 100000) * 0.05, Math.min(Math.max(order - 100000, 0), 25000) * 0.06, Math.max(order - 125000, 0) * 0.07]
      expect(drawnAt(ladderChart(incremental), order)).toBeCloseTo(parts.reduce((sum, part) => sum + part) / order, 6)
      expect(drawnAt(ladderChart(allUnits), order)).toBe(order < 100000 ? 0.05 : order < 125000 ? 0.06 : 0.07)
    }
  })

  it('begins at 0 where the first step does not, and ends beyond the last one', () => {
    const later = ladderChart({ type: 'all-units', steps: steps.slice(1) })
    expect(valuesOf(later)).toEqual([
      { order: 0, rate: 0 },
      { order: 100000, rate: 0 },
      { order: 100000, rate: 0.06 },
      { order: 125000, rate: 0.06 },
      { order: 125000, rate: 0.07 },
      { order: 187500, rate: 0.07 },
    ])
    const partly = ladderChart({ type: 'incremental', steps: [{ from: 100, percent: 10 }] })
    expect(valuesOf(partly).slice(0, 3)).toMatchObject([
      { order: 0, rate: 0 },
      { order: 100, rate: 0 },
      { order: 100, rate: 0 },
    ])
    expect(valuesOf(partly).at(-1)).toEqual({ order: 150, rate: 5 / 150 })
  })

  it('marks the orders that cost more than a larger one, and says so', () => {
    const chart = ladderChart(allUnits)
    const cliffs = lintLadder(allUnits).map(({ params }) => ({ from: Number(params['cheaperFrom']), to: Number(params['from']) }))
    expect(cliffs).toHaveLength(2)
    expect((chart as unknown as Drawn).layer[0]?.data.values).toEqual(cliffs)
    expect(chart).toMatchObject({ title: { subtitle: 'Red: orders that cost more than a larger one at the next step' } })
    expect(ladderChart(allUnits, zhCN)).toMatchObject({
      title: { text: '按订单金额的销售折扣', subtitle: '红色：比达到下一阶梯的更大订单还要贵的订单' },
    })
    const smooth = ladderChart(incremental)
    expect((smooth as unknown as Drawn).layer[0]?.data.values).toEqual([])
    expect(smooth).toMatchObject({ title: 'Discount by size of order' })
  })

  it('draws a red band from where an order costs more to the step', async () => {
    const { svg } = await renderChart(
      ladderChart({
        type: 'all-units',
        steps: [
          { from: 0, percent: 0 },
          { from: 100, percent: 20 },
        ],
      }),
    )
    // The axis spans 0 to 150 on 500 pixels: the band 80 to 100.
    const [, x, width] = svg.match(/aria-roledescription="rect mark" d="M([\d.]+),[\d.]+h([\d.]+)/) ?? []
    expect(Number(x)).toBeCloseTo((80 * 500) / 150, 1)
    expect(Number(width)).toBeCloseTo((20 * 500) / 150, 1)
  })

  it('draws the line from step to step, straight up where orders of all sizes there get more', async () => {
    const { svg } = await renderChart(ladderChart(allUnits))
    const [, path] = svg.match(/aria-roledescription="line mark" d="M([^"]*)"/) ?? []
    const places = path?.split('L').map((point) => Number(point.split(',')[0]))
    // The axis spans 0 to 187,500 on 500 pixels.
    expect(places).toEqual([0, 266.667, 266.667, 333.333, 333.333, 500])
  })

  it('refuses what is no ladder', () => {
    expect(issuesOf(() => ladderChart(undefined as never))).toEqual([['missing', ['ladder']]])
    expect(issuesOf(() => ladderChart({ type: 'steep', steps: [{ from: -1, percent: 101 }] } as never))).toEqual([
      ['not-allowed', ['ladder', 'type']],
      ['too-small', ['ladder', 'steps', 0, 'from']],
      ['too-large', ['ladder', 'steps', 0, 'percent']],
    ])
  })
})

describe('all charts', () => {
  const hostile = ['<script>"); alert(1); ("', '{signal: 1}\\\n', '"]; alert(1)']
  const named: Migration = { ...migration, tiers: hostile }
  const huge = `1${'0'.repeat(400)}`
  const tiny = [
    { from: `0.${'0'.repeat(400)}1`, percent: 5 },
    { from: `0.${'0'.repeat(400)}2`, percent: 6 },
  ]
  it.each<readonly [string, VegaLiteSpecification]>([
    ['a migration', migrationChart(migration)],
    ['a migration in Chinese', migrationChart(migration, zhCN)],
    ['a migration of nobody', migrationChart(nobody)],
    ['a migration among many tiers', migrationChart(amongMany)],
    ['a migration between hostile names', migrationChart(named)],
    ['a projection', projectionChart(rows(5), { tiers })],
    ['a projection in Chinese', projectionChart(rows(5), { tiers }, zhCN)],
    ['a projection of no period', projectionChart(rows(0), { tiers })],
    ['a projection of very many periods', projectionChart(rows(60), { tiers })],
    ['a projection of nobody', projectionChart([[0], [0]], { tiers: ['A'] })],
    ['a projection of many tiers', projectionChart([[...many, ...hostile].map(() => 1)], { tiers: [...many, ...hostile] })],
    ['a projection to the end of numbers', projectionChart([[Number.MAX_VALUE, Number.MAX_VALUE]], { tiers: ['A', 'B'] })],
    ['a projection of hostile names', projectionChart(rows(2), { tiers: hostile })],
    ['a ladder', ladderChart(allUnits)],
    ['an incremental ladder in Chinese', ladderChart(incremental, zhCN)],
    ['a ladder without discounts', ladderChart({ type: 'all-units', steps: [{ from: 0, percent: 0 }] })],
    ['a ladder of free orders', ladderChart({ type: 'all-units', steps: [{ from: 5, percent: 100 }] })],
    [
      'a ladder beyond numbers',
      ladderChart({ type: 'incremental', steps: [...steps, { from: huge, percent: 8 }, { from: `${huge}0`, percent: 9 }] }),
    ],
    ['a ladder of next to nothing', ladderChart({ type: 'all-units', steps: tiny })],
    ['an incremental ladder of next to nothing', ladderChart({ type: 'incremental', steps: [...tiny, { from: '1e-300', percent: 7 }] })],
    ...textbookBenefits.tiers.map(({ tier, ladder }) => [`the textbook's ladder of ${tier}`, ladderChart(ladder)] as const),
  ])('%s is plain JSON that Vega-Lite compiles and Vega draws without a warning', async (_, chart) => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    expect(compileChart(chart).warnings).toEqual([])
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
  })
})
