import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { comparisons } from '../../testing/judgements.js'
import { spoil } from '../../testing/spoil.js'
import { policyComparisonChart } from '../charts.js'
import { type CreditPolicyFigures, compareCreditPolicies, type PolicyComparison, type PolicyComparisonOptions } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

interface Value {
  readonly picture: number
  readonly policy: string
  readonly bar: string
  readonly kind: string
  readonly from: number
  readonly to: number
  readonly end: number
  readonly label: string
}
interface Drawn {
  readonly title: { readonly text: string; readonly subtitle?: readonly string[] }
  readonly data: { readonly values: readonly Value[] }
  readonly vconcat: readonly { readonly title: { readonly text: readonly string[]; readonly fontWeight: string } }[]
}

const options: PolicyComparisonOptions = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' }
const sixty: CreditPolicyFigures = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5 }
const ninety: CreditPolicyFigures = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 15, collectionCost: 8 }
const losing: CreditPolicyFigures = { ...sixty, id: 'loses', badDebt: 410 }
const sunk: CreditPolicyFigures = { ...ninety, id: 'sinks', variableCostPercent: 160 }
const compare = (policies: readonly CreditPolicyFigures[], others: Partial<PolicyComparisonOptions> = {}): PolicyComparison =>
  compareCreditPolicies(policies, { ...options, ...others })
const draw = (comparison: PolicyComparison, locale = en): Drawn => policyComparisonChart(comparison, locale) as never
const namesOf = ({ vconcat }: Drawn): unknown => vconcat.map(({ title }) => title.text)

const longNames = [
  '信用期限六十天并给予十天内付款百分之二折扣的信用政策'.repeat(4),
  'a name of a policy that gives much credit to many customers '.repeat(3),
  'x'.repeat(200),
]
const many = (count: number): PolicyComparison =>
  compare(
    Array.from({ length: count }, (_, index) => ({
      ...sixty,
      id: longNames[index] ?? `policy ${index}`,
      sales: 1000 + 50 * index,
      collectionDays: 30 + 4 * index,
    })),
  )

describe('policyComparisonChart', () => {
  it('has for each policy a bar from each amount to the next: the contribution, less each cost, and the profit that is left', () => {
    const { data, vconcat } = draw(compare([sixty, ninety]))
    expect(data.values).toEqual([
      { picture: 0, policy: 'n/60', bar: 'Contribution', kind: 'contribution', from: 0, to: 400, end: 400, label: '400' },
      { picture: 0, policy: 'n/60', bar: 'Opportunity cost', kind: 'cost', from: 400, to: 390, end: 400, label: '−10' },
      { picture: 0, policy: 'n/60', bar: 'Bad-debt cost', kind: 'cost', from: 390, to: 380, end: 390, label: '−10' },
      { picture: 0, policy: 'n/60', bar: 'Collection cost', kind: 'cost', from: 380, to: 375, end: 380, label: '−5' },
      { picture: 0, policy: 'n/60', bar: 'Profit', kind: 'profit', from: 0, to: 375, end: 375, label: '375' },
      { picture: 1, policy: 'n/90', bar: 'Contribution', kind: 'contribution', from: 0, to: 440, end: 440, label: '440' },
      { picture: 1, policy: 'n/90', bar: 'Opportunity cost', kind: 'cost', from: 440, to: 423.5, end: 440, label: '−16.5' },
      { picture: 1, policy: 'n/90', bar: 'Bad-debt cost', kind: 'cost', from: 423.5, to: 408.5, end: 423.5, label: '−15' },
      { picture: 1, policy: 'n/90', bar: 'Collection cost', kind: 'cost', from: 408.5, to: 400.5, end: 408.5, label: '−8' },
      { picture: 1, policy: 'n/90', bar: 'Profit', kind: 'best', from: 0, to: 400.5, end: 400.5, label: '400.5' },
    ])
    expect(vconcat).toMatchObject([
      {
        title: { text: ['n/60 (in force)'], fontWeight: 'normal' },
        layer: [{ encoding: { x: { title: null, scale: { domain: [0, 440] } } } }, {}, {}],
      },
      {
        title: { text: ['★ n/90 (best)'], fontWeight: 'bold' },
        layer: [{ encoding: { x: { title: 'Amount a year', scale: { domain: [0, 440] } } } }, {}, {}],
      },
    ])
  })

  it('has texts in the language asked for', () => {
    const chart = draw(compare([sixty, ninety, { ...sixty, id: 'other', badDebt: 11 }]), zhCN)
    expect(chart).toMatchObject({
      title: { text: '各信用政策：从边际贡献到利润' },
      vconcat: [{}, {}, { layer: [{ encoding: { x: { title: '年金额' } } }, {}, {}] }],
    })
    expect(namesOf(chart)).toEqual([['n/60（现行）'], ['★ n/90（最优）'], ['other']])
    expect(chart.data.values.slice(0, 5).map(({ bar }) => bar)).toEqual(['边际贡献', '机会成本', '坏账成本', '收账费用', '利润'])
    expect(namesOf(draw(compare([ninety, sixty]), zhCN))).toEqual([['★ n/90（最优、现行）'], ['n/60']])
    expect(namesOf(draw(compare([ninety, sixty])))).toEqual([['★ n/90 (best, in force)'], ['n/60']])
  })

  it('draws losses below 0, with their figures beside 0', () => {
    const { data } = draw(compare([losing, sunk]))
    expect(data.values.map(({ kind, from, to, end, label }) => [kind, from, to, end, label])).toEqual([
      ['contribution', 0, 400, 400, '400'],
      ['cost', 400, 390, 400, '−10'],
      ['cost', 390, -20, 390, '−410'],
      ['cost', -20, -25, 0, '−5'],
      ['loss', 0, -25, 0, '−25'],
      ['contribution', 0, -660, 0, '−660'],
      ['cost', -660, -704, 0, '−44'],
      ['cost', -704, -719, 0, '−15'],
      ['cost', -719, -727, 0, '−8'],
      ['loss', 0, -727, 0, '−727'],
    ])
  })

  it('marks the smallest loss where every policy loses, and all of the best that are alike', () => {
    expect(namesOf(draw(compare([losing, sunk])))).toEqual([['★ loses (smallest loss, in force)'], ['sinks']])
    expect(namesOf(draw(compare([sunk, losing]), zhCN))).toEqual([['sinks（现行）'], ['★ loses（亏损最少）']])
    expect(namesOf(draw(compare([sunk, losing])))).toEqual([['sinks (in force)'], ['★ loses (smallest loss)']])
    expect(namesOf(draw(compare([losing, sunk]), zhCN))).toEqual([['★ loses（亏损最少、现行）'], ['sinks']])
    const alike = draw(compare([sixty, { ...sixty, id: 'x', badDebt: 5, collectionCost: 10 }, losing]))
    expect(namesOf(alike)).toEqual([['★ n/60 (best, in force)'], ['★ x (best)'], ['loses']])
    expect(alike.vconcat.map(({ title }) => title.fontWeight)).toEqual(['bold', 'bold', 'normal'])
    expect(alike.data.values.filter(({ bar }) => bar === 'Profit').map(({ kind }) => kind)).toEqual(['best', 'best', 'loss'])
  })

  it('says that amounts are rounded, and leaves out costs that no policy has', () => {
    const rounded = draw(compare([{ id: 'odd', sales: 100, variableCostPercent: 60, collectionDays: '7.77' }]))
    // 100 × 7.77 / 360 × 60 % × 10 % = 0.1295.
    expect(rounded.title.subtitle).toEqual(['Amounts are rounded'])
    expect(rounded.data.values.map(({ bar, label }) => [bar, label])).toEqual([
      ['Contribution', '40'],
      ['Opportunity cost', '−0.13'],
      ['Profit', '39.87'],
    ])
    expect(draw(compare([sixty])).title).not.toHaveProperty('subtitle')
  })

  it('draws of many policies the 20 best and the one in force, and says how many it leaves out', () => {
    const chart = draw(many(30), zhCN)
    expect(chart.vconcat).toHaveLength(21)
    expect([chart.data.values[0]?.policy, chart.data.values[5]?.policy]).toEqual([longNames[0], 'policy 10'])
    expect(chart.title.subtitle?.at(-1)).toBe('未绘出的信用政策：9 项')
    expect(draw(many(20)).vconcat).toHaveLength(20)
    const best = draw(compare([...Array.from({ length: 25 }, (_, index) => ({ ...sixty, id: `P${index + 10}` })), ninety], { current: 'P33' }))
    // Of those alike the one in force counts first, then the first by id.
    expect(best.vconcat).toHaveLength(20)
    expect([...new Set(best.data.values.map(({ policy }) => policy))]).toEqual([
      ...Array.from({ length: 18 }, (_, index) => `P${index + 10}`),
      'P33',
      'n/90',
    ])
  })

  it('breaks long names into lines', () => {
    const { vconcat } = draw(many(4))
    expect(vconcat.map(({ title }) => title.text.length)).toEqual([4, 3, 3, 1])
  })

  it('refuses what is no comparison', () => {
    expect(issuesOf(() => policyComparisonChart(null as never))).toEqual([['wrong-type', ['comparison']]])
    expect(issuesOf(() => policyComparisonChart({ ...compare([sixty, ninety]), best: 'n/60' }))).toEqual([['outdated-input', ['comparison', 'best']]])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    const changed = comparisons.chain((one) => spoil(compareCreditPolicies(one.policies, one.options)))
    fc.assert(
      fc.property(changed, (comparison) => {
        try {
          const chart = policyComparisonChart(comparison as never)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isInputError(error)) throw error
          refused += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(refused).toBeGreaterThan(60)
  })

  const huge = `9${'0'.repeat(400)}`
  const hostile = ['__proto__', '"); alert(1); ("', "a'b\\c", '<script>x</script>', 'line\nbreak', '{signal: 1}', ' ', 'null', '12', 'datum.amount']
  it.each<[string, readonly CreditPolicyFigures[]]>([
    ['two policies', [sixty, ninety]],
    ['losses', [losing, sunk, sixty]],
    ['one policy', [sixty]],
    ['nothing at all', [{ id: 'nothing', sales: 0, variableCostPercent: 0, collectionDays: 0 }]],
    [
      'amounts beyond numbers',
      [
        { ...sixty, sales: huge },
        { ...sixty, id: 'loses', sales: huge, variableCostPercent: 300, badDebt: huge },
      ],
    ],
    ['next to nothing', [{ id: 'tiny', sales: '1e-300', variableCostPercent: 1, collectionDays: 1 }]],
    ['hostile names', hostile.map((id) => ({ ...sixty, id }))],
  ])('of %s is plain JSON that Vega draws without a warning', async (_, policies) => {
    for (const locale of [en, zhCN]) await expectDrawn(policyComparisonChart(compare(policies), locale))
  })

  it('of twenty policies with long names is drawn without a warning, and every label in full', async () => {
    for (const locale of [en, zhCN]) {
      const chart = draw(many(20), locale)
      const svg = await expectDrawn(chart as never)
      expect(svg).not.toContain('…')
      for (const { title } of chart.vconcat) for (const line of title.text) expect(svg).toContain(line)
      for (const { label } of chart.data.values) expect(svg).toContain(`>${label}</text>`)
    }
  })

  async function expectDrawn(chart: ReturnType<typeof policyComparisonChart>): Promise<string> {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { svg, warnings } = await renderChart(chart)
    expect(warnings).toEqual([])
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    return svg
  }
})
