import { LAST_DAY } from '@clientele/core/days'
import { describe, expect, it } from 'vitest'
import { compileChart, renderChart } from '../../testing/compileChart.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { forgoingCostChart, instalmentsChart, timelineChart } from '../charts.js'
import { costOfForgoingDiscount, type InstalmentPlan, parseTerms, planInstalments, termsTimeline } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { depositThenBalance, textbookTerms, threeEqualInstalments } from '../templates.js'

const invoice = { id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }
const timeline = termsTimeline(invoice, textbookTerms)
const cost = costOfForgoingDiscount(textbookTerms, { daysInYear: 365, compound: false })
const thirds = planInstalments(invoice, threeEqualInstalments)
const beyondNumbers = `1${'0'.repeat(400)}`

/** So many fixed amounts, and a rest, on few dates. */
function inLines(fixed: number, amount: string): InstalmentPlan {
  const lines = Array.from({ length: fixed }, (_, index) => ({ share: { type: 'fixed', amount }, due: [{ addMonths: index % 3 }] }) as const)
  return { kind: 'instalment-plan', id: 'lines', version: 1, lines: [...lines, { share: { type: 'rest' }, due: [] }] }
}

describe('timelineChart', () => {
  it('has a step for each window, which includes its last day, and labels that stay within the picture', () => {
    const { data, layer } = timelineChart(timeline) as never as { data: { values: object[] }; layer: [unknown, unknown, { data: object }] }
    expect(data.values).toEqual([
      {
        from: '2024-03-01',
        to: '2024-03-16',
        end: '2024-03-17',
        percent: '2',
        payable: 9800,
        label: '9800.00 CNY (discount 200.00) until 2024-03-16',
        labelled: '2024-03-01',
        align: 'left',
      },
      {
        from: '2024-03-17',
        to: '2024-03-21',
        end: '2024-03-22',
        percent: '1',
        payable: 9900,
        label: '9900.00 CNY (discount 100.00) until 2024-03-21',
        labelled: '2024-03-22',
        align: 'right',
      },
      {
        from: '2024-03-22',
        to: '2024-03-31',
        end: '2024-04-01',
        percent: '0',
        payable: 10000,
        label: '10000.00 CNY until 2024-03-31',
        labelled: '2024-04-01',
        align: 'right',
      },
    ])
    expect(layer[2].data).toEqual({ values: [{ due: '2024-03-31', end: '2024-04-01' }] })
  })

  it('marks the first days and the amounts on its axes, in universal time and with the digits of the currency', () => {
    const days = ['2024-03-01', '2024-03-17', '2024-03-22'].map((day) => Date.parse(day))
    expect(timelineChart(timeline)['layer']).toMatchObject([
      {
        encoding: {
          x: { type: 'temporal', scale: { type: 'utc' }, axis: { values: days } },
          y: { axis: { format: ',.2f', values: [9800, 9900, 10000] } },
        },
      },
      {},
      {},
    ])
    const inYen = timelineChart(termsTimeline({ ...invoice, currency: 'JPY' }, textbookTerms))
    expect(inYen['layer']).toMatchObject([{ encoding: { y: { title: 'Payable (JPY)', axis: { format: ',.0f' } } } }, {}, {}])
  })

  it('has texts in the language asked for', () => {
    expect(timelineChart(timeline, zhCN)).toMatchObject({
      title: '发票 INV-1 各期限内的应付金额',
      data: { values: [{ label: '9800.00 CNY（折扣 200.00），截至 2024-03-16' }, {}, { label: '10000.00 CNY，截至 2024-03-31' }] },
      layer: [{ encoding: { x: { title: '日期' }, y: { title: '应付金额（CNY）' } } }, {}, {}],
    })
  })

  it('labels discounts as what they are in money, and what is rounded away as none', () => {
    const labels = (amount: string, tax = '0', terms = textbookTerms): unknown[] => {
      const { data } = timelineChart(termsTimeline({ ...invoice, amount, tax }, terms)) as never as { data: { values: { label: string }[] } }
      return data.values.map(({ label }) => label)
    }
    // 2 % of 870.
    expect(labels('1000', '130', { ...textbookTerms, discountBase: 'net-of-tax' })[0]).toBe('982.60 CNY (discount 17.40) until 2024-03-16')
    expect(labels('0.10')).toEqual(['0.10 CNY until 2024-03-16', '0.10 CNY until 2024-03-21', '0.10 CNY until 2024-03-31'])
    expect(labels('-1000')[0]).toBe('−980.00 CNY (discount −20.00) until 2024-03-16')
  })

  it('is as high as its labels need', () => {
    const many = parseTerms(`${Array.from({ length: 30 }, (_, index) => `${31 - index}/${index + 1}`).join(', ')}, N/60`)
    expect([timelineChart(timeline)['height'], timelineChart(termsTimeline(invoice, many))['height']]).toEqual([200, 744])
  })

  it('shows a short window in a long period', async () => {
    const { svg } = await renderChart(timelineChart(termsTimeline(invoice, parseTerms('99/1, N/3650'))))
    expect(svg.match(/<line aria-label="[^"]*"[^>]*stroke-width="4" stroke-linecap="square"/g)).toHaveLength(2)
    // The label of the second day would overprint that of the first.
    expect(svg.match(/>2024-03-0\d<\/text>/g)).toEqual(['>2024-03-01</text>'])
  })

  it('ends with the calendar, and draws what is beyond every number as the greatest one', () => {
    const last = termsTimeline({ ...invoice, date: '9999-12-30', amount: `-1${'0'.repeat(400)}` }, parseTerms('N/1'))
    expect(timelineChart(last)).toMatchObject({ data: { values: [{ to: '9999-12-31', end: '9999-12-31', payable: -Number.MAX_VALUE }] } })
    expect(LAST_DAY * 86_400_000).toBe(Date.parse('9999-12-31'))
  })

  it('refuses what is no timeline', () => {
    expect(issuesOf(() => timelineChart({ ...timeline, windows: null } as never))).toEqual([['wrong-type', ['timeline', 'windows']]])
  })
})

describe('forgoingCostChart', () => {
  it('has a bar for each discount and what it is compared with', () => {
    const chart = forgoingCostChart(cost)
    expect(chart['data']).toEqual({
      values: [
        { discount: '2% within 15 days → 1% within 20 days', annualRate: cost.steps[0]?.annualRate },
        { discount: '1% within 20 days → whole amount on day 30', annualRate: cost.steps[1]?.annualRate },
        { discount: '2% within 15 days → whole amount on day 30', annualRate: cost.againstNet[0]?.annualRate },
      ],
    })
    expect(forgoingCostChart(cost, zhCN)).toMatchObject({
      title: '放弃现金折扣的年成本',
      data: { values: [{ discount: '15 天内 2% → 20 天内 1%' }, { discount: '20 天内 1% → 第 30 天付全额' }, {}] },
      encoding: { x: { title: '年成本' }, y: { sort: ['15 天内 2% → 20 天内 1%', '20 天内 1% → 第 30 天付全额', '15 天内 2% → 第 30 天付全额'] } },
    })
  })

  it('draws what costs more than is shown as the most that is, and says so', () => {
    const huge = costOfForgoingDiscount(parseTerms('99/0, N/1'), { daysInYear: 365, compound: true })
    expect(forgoingCostChart(huge)).toMatchObject({
      title: { text: 'Yearly cost of letting a discount go', subtitle: 'What costs more than 1,000,000% is drawn as 1,000,000%' },
      data: { values: [{ annualRate: 10_000 }] },
    })
    const [step] = cost.steps
    const most = { ...cost, steps: [{ ...step, annualRate: 10_000 }], againstNet: [] }
    expect(forgoingCostChart(most as never, zhCN)).toMatchObject({ title: '放弃现金折扣的年成本', data: { values: [{ annualRate: 10_000 }] } })
  })

  it('says where there is nothing to draw', () => {
    const none = costOfForgoingDiscount(parseTerms('N/30'), { daysInYear: 365, compound: false })
    expect(forgoingCostChart(none)).toMatchObject({
      title: { subtitle: 'There is no discount that could be let go for more time to pay.' },
      data: { values: [] },
    })
  })

  it('refuses what is no cost', () => {
    expect(issuesOf(() => forgoingCostChart(undefined as never))).toEqual([['missing', ['cost']]])
  })
})

describe('instalmentsChart', () => {
  it('has a part of a bar for each instalment', () => {
    expect(instalmentsChart(thirds)).toMatchObject({
      title: 'Instalments by date',
      data: {
        values: [
          { line: 1, date: '2024-04-01', amount: 3333.33 },
          { line: 2, date: '2024-05-01', amount: 3333.33 },
          { line: 3, date: '2024-06-01', amount: 3333.34 },
        ],
      },
    })
    expect(instalmentsChart(thirds, zhCN)).toMatchObject({
      title: '各期付款',
      encoding: { x: { title: '日期' }, y: { title: '金额（CNY）' }, color: { title: '期次' } },
    })
  })

  it('has a legend for up to 30 instalments', () => {
    const legend = (fixed: number): unknown => {
      const { encoding } = instalmentsChart(planInstalments(invoice, inLines(fixed, '1'))) as never as { encoding: { color: object } }
      return (encoding.color as { legend?: null }).legend
    }
    expect([legend(29), legend(30)]).toEqual([undefined, null])
  })

  it('refuses what are no instalments', () => {
    expect(issuesOf(() => instalmentsChart({ ...thirds, instalments: [{}], date: 5 } as never))).toEqual([
      ['not-a-calendar-date', ['instalments', 'date']],
      ...['line', 'date', 'amount', 'dates'].map((key) => ['missing', ['instalments', 'instalments', 0, key]]),
    ])
  })
})

describe('all charts', () => {
  const nothing = costOfForgoingDiscount(parseTerms('N/30'), { daysInYear: 360, compound: true })
  const huge = costOfForgoingDiscount(parseTerms('99/0, N/1'), { daysInYear: 365, compound: true })
  const little = costOfForgoingDiscount(parseTerms('0.00000001/0, N/3650'), { daysInYear: 365, compound: true })
  const creditNote = { ...invoice, amount: '-0.01' }
  it.each([
    ['a timeline', timelineChart(timeline)],
    ['a timeline in Chinese', timelineChart(timeline, zhCN)],
    ['a timeline of one day', timelineChart(termsTimeline(invoice, parseTerms('N/0')))],
    ['a timeline of a credit note', timelineChart(termsTimeline(creditNote, textbookTerms))],
    ['a timeline of nil', timelineChart(termsTimeline({ ...invoice, amount: 0 }, textbookTerms))],
    ['a timeline beyond numbers', timelineChart(termsTimeline({ ...invoice, amount: beyondNumbers }, textbookTerms))],
    ['a timeline of a short window', timelineChart(termsTimeline(invoice, parseTerms('99/1, N/3650')))],
    ['costs', forgoingCostChart(cost, zhCN)],
    ['no costs', forgoingCostChart(nothing)],
    ['a cost beyond numbers', forgoingCostChart(huge)],
    ['instalments', instalmentsChart(thirds, zhCN)],
    ['a cost of next to nothing', forgoingCostChart(little)],
    ['many instalments', instalmentsChart(planInstalments(invoice, inLines(36, '10')))],
    ['instalments beyond numbers', instalmentsChart(planInstalments({ ...invoice, amount: `3${beyondNumbers}` }, inLines(3, beyondNumbers)))],
    ['instalments of a credit note', instalmentsChart(planInstalments(creditNote, depositThenBalance))],
  ])('%s is plain JSON that Vega-Lite compiles and Vega draws without a warning', async (_, chart) => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
    const { marks, warnings } = compileChart(chart)
    expect(marks).toBeGreaterThan(0)
    expect(warnings).toEqual([])
    const drawing = await renderChart(chart)
    expect(drawing.warnings).toEqual([])
    expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined/)
  })
})
