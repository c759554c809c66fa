import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { decomposeChange } from '../change/decomposeChange.js'
import type { SalesPeriod } from '../change/types.js'
import { changeChart } from '../charts.js'
import { zhCN } from '../locales/zh-CN.js'

interface Drawn {
  readonly title: { readonly text: readonly string[]; readonly subtitle: readonly string[] }
  readonly data: {
    readonly values: readonly {
      readonly part: string
      readonly effect: string
      readonly from: number
      readonly to: number
      readonly text: string
      readonly label: unknown
    }[]
  }
  readonly layer: readonly {
    readonly encoding: {
      readonly y: { readonly title?: string; readonly axis?: unknown }
      readonly color?: { readonly scale: { readonly domain: unknown } }
    }
  }[]
}

const factors = (deals: number, winRate: number, averageValue: number, cycleDays?: number): SalesPeriod => ({
  deals,
  winRate,
  averageValue,
  cycleDays,
})
const [before, after] = [{ groups: groupsOf([100, 50], [10, 1]) }, { groups: groupsOf([50, 26], [100, 12]) }]
/** Known answer 17. */
const ofValue = deepFreeze(decomposeChange({ before: factors(100, 0.2, 1000), after: factors(120, 0.15, 1100) }, { currency: 'CNY' }))
/** Known answer 18. */
const ofRate = deepFreeze(decomposeChange({ before, after }))
const draw = (...given: Parameters<typeof changeChart>): Drawn => changeChart(...given) as never
const titleOf = ({ layer }: Drawn): unknown => layer[1]?.encoding.y.title

function groupsOf(web: readonly [number, number], ads: readonly [number, number]) {
  return [
    { group: 'web', entered: web[0], converted: web[1] },
    { group: 'ads', entered: ads[0], converted: ads[1] },
  ]
}

describe('changeChart', () => {
  it('has what it was, each part from where the one before it ends, and what it is (known answer 17)', () => {
    const chart = draw(ofValue)
    expect(chart.title).toEqual({ text: ['Why sales changed'], subtitle: ['From 20000 CNY to 19800 CNY: −200 CNY.'] })
    expect(chart.data.values.map(({ part, effect, text, label }) => [part, effect, text, label])).toEqual([
      ['Before', 'Total', '20000', ['Before']],
      ['Number of leads', 'Rise', '+3666.67', ['Number of leads', '100 → 120']],
      ['Win rate', 'Fall', '−5783.33', ['Win rate', '20% → 15%']],
      ['Value of a deal', 'Rise', '+1916.67', ['Value of a deal', '1000 → 1100']],
      ['After', 'Total', '19800', ['After']],
    ])
    const ends = chart.data.values.map(({ from, to }) => [from, to])
    const near = (...numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 2))
    expect(ends).toEqual([[0, 20_000], near(20_000, 23_666.67), near(23_666.67, 17_883.33), near(17_883.33, 19_800), [0, 19_800]])
    expect(titleOf(chart)).toBe('Sales (CNY)')
  })

  it('tells a rate in percent, and its parts in percentage points (known answer 18)', () => {
    const chart = draw(ofRate)
    expect(chart.title).toEqual({ text: ['Why the conversion rate changed'], subtitle: ['From 46.36% to 25.33%: −21.03 pp.'] })
    expect(chart.data.values.map(({ label, text }) => [label, text])).toEqual([
      [['Before'], '46.36%'],
      [['Mix of groups'], '−23.03 pp'],
      [['Rates of the', 'groups'], '+2 pp'],
      [['After'], '25.33%'],
    ])
    expect(chart.layer[1]?.encoding.y).toMatchObject({ title: 'Conversion rate', axis: { format: '~%' } })
  })

  it('is of a day where days count', () => {
    const slower = { before: factors(40, 0.25, 25_000, 90), after: factors(40, 0.25, 25_000, 120) }
    const chart = draw(decomposeChange(slower, { currency: 'CNY' }))
    expect(titleOf(chart)).toBe('Sales a day (CNY)')
    expect(titleOf(draw(decomposeChange(slower)))).toBe('Sales a day')
    expect(chart.data.values.map(({ effect, text }) => [effect, text])).toEqual([
      ['Total', '2777.78'],
      ['No effect', '0'],
      ['No effect', '0'],
      ['No effect', '0'],
      ['Fall', '−694.44'],
      ['Total', '2083.33'],
    ])
    expect(chart.data.values[4]?.label).toEqual(['Days to win', '90 → 120'])
    expect(chart.title.subtitle).toEqual(['From 2777.78 CNY a day to 2083.33 CNY a day: −694.44 CNY a day.'])
    expect(draw(decomposeChange(slower, { currency: 'CNY' }), zhCN).title.subtitle).toEqual([
      '由日均 2777.78 CNY 变为日均 2083.33 CNY：日均 −694.44 CNY。',
    ])
  })

  it('has the effects that there are in its legend, and says what is nothing', () => {
    const nothing = draw(decomposeChange({ before: factors(0, 0, 0), after: factors(0, 0, 0) }))
    expect(nothing.layer[1]?.encoding.color?.scale.domain).toEqual(['Total', 'No effect'])
    expect(nothing.title.subtitle).toEqual(['From 0 to 0: 0.'])
    expect(nothing.data.values.map(({ text }) => text)).toEqual(['0', '0', '0', '0', '0'])
    expect(draw(ofValue).layer[1]?.encoding.color?.scale.domain).toEqual(['Total', 'Rise', 'Fall'])
  })

  it('tells what looks alike with as many digits as it differs by, and does not tell almost nothing as nothing', () => {
    const chart = draw(decomposeChange({ before: factors(1, 0.3, 0.1), after: factors(1, 0.3, 0.1001) }, { currency: 'CNY' }))
    expect(chart.title.subtitle).toEqual(['From 0.03000 CNY to 0.03003 CNY: <+0.01 CNY.'])
    expect(chart.data.values[3]).toMatchObject({ text: '<+0.01', label: ['Value of a deal', '0.1000 → 0.1001'] })
    const rate = draw(decomposeChange({ before: factors(1e7, 0.3, 10), after: factors(1e7, 0.3000001, 10) }))
    expect(rate.data.values[2]?.label).toEqual(['Win rate', '30% → 30.00001%'])
  })

  it('draws parts that cross 0, falling and rising ones in different colours', async () => {
    const crossing = decomposeChange({ before: factors(100, 0.9, 10), after: factors(1, 0.01, 30_000) })
    const chart = draw(crossing)
    expect(Math.min(...chart.data.values.map(({ to }) => to))).toBeLessThan(-900_000)
    const [low, high] = [-1_000_000, 100_000]
    const { svg } = await renderChart(changeChart(crossing))
    const bars = [...svg.matchAll(/d="M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)h-[\d.]+Z" fill="(#\w+)"/g)].filter(([, , height]) => Number(height) > 5)
    const px = (amount: number): unknown => expect.closeTo(((high - amount) / (high - low)) * 300, 4)
    const [, volume, rate, value] = chart.data.values as readonly Drawn['data']['values'][number][]
    expect(bars.map(([, y, , fill]) => [Number(y), fill])).toEqual([
      [px(volume?.from as number), '#d94801'],
      [px(rate?.from as number), '#d94801'],
      [px(value?.to as number), '#1b9e77'],
    ])
  })

  it('speaks the language asked for, and says whose sales they are', () => {
    const subject = { en: 'East', 'zh-CN': '华东' }
    expect(draw({ ...ofValue, subject }).title.text).toEqual(['East: why sales changed'])
    const chart = draw({ ...ofValue, subject }, zhCN)
    expect(chart.title).toEqual({ text: ['华东：销售额变动的原因'], subtitle: ['由 20000 CNY 变为 19800 CNY：−200 CNY。'] })
    expect(chart.data.values.map(({ part }) => part)).toEqual(['变动前', '线索数', '赢单率', '客单价', '变动后'])
    expect(draw({ ...ofValue, counted: 'deals' }, zhCN).data.values[1]?.part).toBe('商机数')
    expect(draw({ ...ofValue, counted: 'deals' }).data.values[1]?.part).toBe('Number of deals')
    expect(draw({ ...ofRate, subject: 'East' }).title.text).toEqual(['East: why the conversion rate changed'])
    expect(draw(ofRate, zhCN).data.values[1]?.text).toBe('−23.03 个百分点')
  })

  it('refuses what is no change, and parts that do not add up', () => {
    expect(issuesOf(() => changeChart(undefined as never))).toEqual([['missing', ['change']]])
    expect(issuesOf(() => changeChart({ ...ofValue, difference: -100 }))).toContainEqual(['sum-differs', ['change', 'parts']])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    // The seed makes the count below certain.
    fc.assert(
      fc.property(spoil(ofRate), (changed) => {
        try {
          const chart = changeChart(changed as never)
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
