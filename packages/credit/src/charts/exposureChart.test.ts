import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionCases } from '../../testing/accounts.js'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { exposureChart } from '../charts.js'
import { assessExposure, type CreditAccount, type CreditExposure, decideOrder, type OrderCase, type OrderDecision } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { usualOrderPolicy } from '../templates.js'

const asOf = '2024-03-31'
const item = { id: 'INV-1', customer: 'C-1', date: '2024-01-01', due: '2024-04-30', amount: '7000', currency: 'CNY' }
const account: CreditAccount = {
  customer: 'C-1',
  currency: 'CNY',
  limit: { amount: '10000' },
  items: [item],
  deliveries: [{ amount: '1500' }],
  orders: [{ amount: '2500.5' }],
  deposits: [{ amount: '800' }],
  guarantees: [{ amount: '2000' }],
}
const order = { id: 'SO-1', customer: 'C-1', amount: '1800', currency: 'CNY' }
const empty = { items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }

const assess = (more: Partial<CreditAccount> = {}): CreditExposure => assessExposure({ ...account, ...more }, usualOrderPolicy, { asOf })
const decide = (more: Partial<CreditAccount> = {}, amount = '1800'): OrderDecision =>
  decideOrder({ order: { ...order, amount }, account: { ...account, ...more } as OrderCase['account'] }, usualOrderPolicy, { asOf })

interface Drawn {
  readonly title: readonly string[]
  readonly data: {
    readonly values: readonly { readonly row: string; readonly kind: string; readonly from: number; readonly to: number; readonly label: string }[]
  }
  readonly layer: readonly { readonly encoding: { readonly x: object } }[]
}
const draw = (result: CreditExposure | OrderDecision, locale = zhCN): Drawn => exposureChart(result, locale) as never
const valuesOf = (result: CreditExposure | OrderDecision) => (exposureChart(result) as never as Drawn).data.values

const huge = `9${'0'.repeat(400)}`

describe('exposureChart', () => {
  it('has a bar for each part that counts, where the one before ends, and one for what they come to', () => {
    expect(exposureChart(assess())).toMatchObject({
      title: ['Exposure to customer C-1 as of 2024-03-31'],
      data: {
        values: [
          { row: 'Receivables', kind: 'adds', from: 0, to: 7000, label: '7000.00' },
          { row: 'Deliveries not yet invoiced', kind: 'adds', from: 7000, to: 8500, label: '1500.00' },
          { row: 'Orders not yet delivered', kind: 'adds', from: 8500, to: 11000.5, label: '2500.50' },
          { row: 'Deposits', kind: 'lowers', from: 11000.5, to: 10200.5, label: '−800.00' },
          { row: 'Guarantees', kind: 'lowers', from: 10200.5, to: 8200.5, label: '−2000.00' },
          { row: 'Exposure', kind: 'sum', from: 0, to: 8200.5, label: '8200.50' },
        ],
      },
    })
  })

  it('has of a decision the order on top, both together, and the limit as a line', () => {
    const chart = exposureChart(decide())
    expect(chart).toMatchObject({ title: ['Order SO-1 of customer C-1: exposure and limit as of 2024-03-31'] })
    expect(valuesOf(decide()).slice(5)).toEqual([
      { row: 'Exposure', kind: 'sum', from: 0, to: 8200.5, label: '8200.50' },
      { row: 'This order', kind: 'order', from: 8200.5, to: 10000.5, label: '1800.00' },
      { row: 'With this order', kind: 'sum', from: 0, to: 10000.5, label: '10000.50 (0.50 over the limit)' },
      { row: 'Limit', kind: 'limit', from: 10000, to: 10000, label: '10000.00' },
    ])
    expect((chart as never as Drawn).layer).toMatchObject([
      { mark: 'bar', encoding: { x: { field: 'from', title: 'Amount (CNY)' }, x2: { field: 'to' } } },
      { mark: 'rule', encoding: { x: { datum: 0 } } },
      { mark: { type: 'rule' }, transform: [{ filter: { equal: 'limit' } }], encoding: { x: { field: 'from' }, y: null } },
      { mark: { type: 'text' } },
    ])
  })

  it('has texts in the language asked for', () => {
    const chart = draw(decide())
    expect(chart.title).toEqual(['客户 C-1 的订单 SO-1：截至 2024-03-31 的信用敞口与信用额度'])
    expect(chart.data.values[7]?.label).toBe('10000.50（超限 0.50）')
    expect(chart.data.values.map(({ row }) => row)).toEqual([
      '应收账款',
      '已发货未开票',
      '已接单未发货',
      '保证金',
      '担保',
      '信用敞口',
      '本订单',
      '含本订单',
      '信用额度',
    ])
    expect(chart.layer[0]?.encoding.x).toMatchObject({ title: '金额（CNY）' })
    expect(draw(assess()).title).toEqual(['截至 2024-03-31 客户 C-1 的信用敞口'])
    expect(draw(decide({ limit: { amount: null } })).data.values.at(-1)?.label).toBe('不设上限')
  })

  it('says nothing of a limit that is reached or without end, and by how much one is exceeded that is not checked', () => {
    const together = (more: Partial<CreditAccount>, amount: string, policy = usualOrderPolicy) => {
      const orderCase = { order: { ...order, amount }, account: { ...account, ...more } as OrderCase['account'] }
      return valuesOf(decideOrder(orderCase, policy, { asOf }))[7]?.label
    }
    expect(together({}, '1799.5')).toBe('10000.00')
    expect(together({ limit: { amount: null } }, '1800')).toBe('10000.50')
    expect(together({}, '1800', { ...usualOrderPolicy, breaches: {} })).toBe('10000.50 (0.50 over the limit)')
    // 8200.50 and 1799.52 are 8.20050 and 1.79952 of 10, 0.00002 too much: an excess is rounded up.
    const convert = { to: 'USD', rates: { CNY: '0.001' } }
    expect(together({}, '1799.52', { ...usualOrderPolicy, exposure: { ...usualOrderPolicy.exposure, convert } })).toBe('10.00 (0.01 over the limit)')
  })

  it('breaks a long title into lines', async () => {
    const long = exposureChart({ ...assess(), customer: `Customer ${'x'.repeat(90)}` })
    expect((long as never as Drawn).title.length).toBeGreaterThan(1)
    const { svg, warnings } = await renderChart(long)
    expect(warnings).toEqual([])
    expect(svg).not.toContain('…')
  })

  it('leaves out what does not count, and has no line where there is no limit', () => {
    const policy = { ...usualOrderPolicy, exposure: { count: ['receivables', 'deposits'] as const } }
    const { data } = exposureChart(assessExposure(account, policy, { asOf })) as never as Drawn
    expect(data.values.map(({ row }) => row)).toEqual(['Receivables', 'Deposits', 'Exposure'])
    const unlimited = decide({ limit: { amount: null } })
    expect(valuesOf(unlimited).at(-1)).toEqual({ row: 'Limit', kind: 'unlimited', from: 0, to: 0, label: 'unlimited' })
    expect((exposureChart(unlimited) as never as Drawn).layer).toHaveLength(3)
  })

  it('draws on the other side of 0 what is below it', () => {
    expect(
      valuesOf(decide({ ...empty, items: [{ ...item, amount: '-70' }], deposits: [{ amount: '30' }] }, '20')).filter(({ from, to }) => from !== to),
    ).toEqual([
      { row: 'Receivables', kind: 'lowers', from: 0, to: -70, label: '−70.00' },
      { row: 'Deposits', kind: 'lowers', from: -70, to: -100, label: '−30.00' },
      { row: 'Exposure', kind: 'sum', from: 0, to: -100, label: '−100.00' },
      { row: 'This order', kind: 'order', from: -100, to: -80, label: '20.00' },
      { row: 'With this order', kind: 'sum', from: 0, to: -80, label: '−80.00' },
    ])
  })

  it('ends at the total, and with the order on top of it, of any exposure', () => {
    fc.assert(
      fc.property(decisionCases, ({ orderCase, policy, asOf: day }) => {
        const decision = decideOrder(orderCase, policy, { asOf: day })
        const { data } = exposureChart(decision) as never as Drawn
        const label = (name: string) => data.values.find(({ row }) => row === name)?.label
        expect(label('Exposure')).toBe(decision.exposure.replace('-', '−'))
        expect(label('This order')).toBe(decision.amount)
        expect(label('Limit')).toBe(decision.limit ?? 'unlimited')
        const isOver = decision.availableAfter?.startsWith('-') === true
        expect(label('With this order')).toMatch(isOver ? /^[−\d.]+ \([\d.]+ over the limit\)$/ : /^[−\d.]+$/)
        const { total, ...exposure } = assessExposure(orderCase.account, policy, { asOf: day })
        const drawn = exposureChart({ ...exposure, total }) as never as Drawn
        expect(drawn.data.values.at(-1)?.label).toBe(total.replace('-', '−'))
      }),
      { numRuns: 60 },
    )
  })

  it('refuses what is neither', () => {
    expect(issuesOf(() => exposureChart(undefined as never))).toEqual([['missing', ['exposure']]])
    expect(issuesOf(() => exposureChart({ ...assess(), parts: [], total: 5 } as never))).toEqual([
      ['wrong-type', ['exposure', 'total']],
      ['wrong-length', ['exposure', 'parts']],
    ])
    expect(issuesOf(() => exposureChart({ ...decide(), decision: 'wait', limit: undefined } as never))).toEqual([
      ['not-allowed', ['decision', 'decision']],
      ['missing', ['decision', 'limit']],
    ])
  })

  it('draws what was changed, or refuses it with issues', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.oneof(spoil(assess()), spoil(decide())), (changed) => {
        try {
          const chart = exposureChart(changed as never)
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

  it.each<readonly [string, CreditExposure | OrderDecision]>([
    ['an exposure', assess()],
    ['a decision', decide()],
    ['an order beyond its limit by far', decide({}, '12345678901234.56')],
    ['a limit far beyond the order', decide({ limit: { amount: '99999999999' } }, '0.01')],
    ['an unlimited customer', decide({ limit: { amount: null } })],
    ['no credit at all', decide({ limit: { amount: 0 } })],
    ['deposits beyond what is owed', decide({ deposits: [{ amount: '25000' }] })],
    ['next to nothing', decide({ ...empty, items: [{ ...item, amount: '0.01' }], limit: { amount: '0.02' } }, '0.01')],
    ['nothing', decide({ ...empty, limit: { amount: 0 } }, '0')],
    ['nothing, assessed', assess(empty)],
  ])('of %s is plain JSON, and Vega draws it without a warning and with whole labels', async (_, result) => {
    for (const chart of [exposureChart(result), exposureChart(result, zhCN)]) {
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
      expect(compileChart(chart).warnings).toEqual([])
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|…/)
      for (const { row, label } of (chart as never as Drawn).data.values) {
        expect(svg).toContain(`>${row}</text>`)
        expect(svg).toContain(`>${label}</text>`)
      }
    }
  })

  it.each<readonly [string, CreditExposure | OrderDecision]>([
    ['beyond numbers', decide({ items: [{ ...item, amount: huge }], deposits: [{ amount: huge }], limit: { amount: huge } }, huge)],
    ['beyond numbers on both sides', decide({ deposits: [{ amount: `${huge}0` }], limit: { amount: huge } }, huge)],
    ['of hostile names', { ...decide(), order: '<script>"); alert(1); ("', customer: '{signal: 1}\\\n', currency: '"]; alert(1)' }],
  ])('of amounts and texts %s is drawn without a warning', async (_, result) => {
    for (const chart of [exposureChart(result), exposureChart(result, zhCN)]) {
      const { svg, warnings } = await renderChart(chart)
      expect(warnings).toEqual([])
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script/)
    }
  })

  it('draws the bars and the line where they belong', async () => {
    const { svg } = await renderChart(exposureChart(decide()))
    const bars = [...svg.matchAll(/aria-roledescription="bar" d="M([\d.]+),[\d.]+h([\d.]+)/g)].map(([, x, width]) => [Number(x), Number(width)])
    // The axis spans 0 to 12,000 on 420 pixels.
    const at = (amount: number): number => (amount * 420) / 12_000
    expect(bars).toHaveLength(8)
    bars.forEach(([x, width], index) => {
      const { from, to } = valuesOf(decide())[index] as { from: number; to: number }
      expect(x).toBeCloseTo(at(Math.min(from, to)), 1)
      expect(width).toBeCloseTo(at(Math.abs(to - from)), 1)
    })
    expect(svg).toMatch(/<line [^>]*transform="translate\(350,0\)"[^>]*stroke="#a50f15"/)
  })
})
