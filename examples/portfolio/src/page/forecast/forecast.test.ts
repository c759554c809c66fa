import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../testing/hostileNames.js'
import { steadyDeals } from '../../../testing/steadyDeals.js'
import { pipelineConfig, runOnPipeline } from '../../../testing/trial.js'
import { describeChance } from '../../texts/forecast/describeChance.js'
import { describeMoney, digitsOf } from '../../texts/forecast/describeMoney.js'
import { html } from '../html.js'

const SECTIONS = ['forecast', 'backtest', 'comparison', 'bottlenecks', 'change']
const everything = {
  forecast: { target: '3000' },
  minimumSample: 5,
  benchmarks: { engaging: '0.6' },
  change: { by: 'quarter' },
}

/** What a section of the page holds. */
function sectionOf(page: string, id: string): string {
  return page.split(`<section id="${id}">`)[1]?.split('</section>')[0] ?? ''
}

describe('the page on what follows of the past', () => {
  it('shows each part in English', async () => {
    const { written, pipeline } = await runOnPipeline({ deals: steadyDeals() }, pipelineConfig(everything))
    const page = written('report.html')
    const parts = SECTIONS.map((id) => sectionOf(page, id))
    const [forecast, backtest, comparison, bottlenecks, change] = parts as [string, string, string, string, string]
    expect(parts.map((part) => part.match(/<figure><svg/g)?.length ?? 0)).toEqual([1, 1, 0, 1, 1])
    expect(parts.map((part) => part.match(/<tbody><tr>|\n<tr>/g)?.length ?? 0)).toEqual([3, 3, 2, 0, 0])
    const [month] = pipeline().forecast?.periods ?? []
    expect(forecast).toContain('<td class="date">2026-10-01 – 2026-10-31</td><td class="number">0.00</td>')
    expect(forecast).toContain(`<td class="number">${describeMoney(month?.expected ?? '', 2)}</td>`)
    expect(forecast).toContain('From 2026-10-01 to 2026-10-31, ')
    expect(backtest).toMatch(/<td class="date">2026-08-31<\/td><td class="date">2026-09-01 – 2026-09-30<\/td>/)
    expect(backtest).toContain('for the 30 days that followed')
    expect(comparison).toMatch(/<bdi>East<\/bdi>.*33\.\d\d%/)
    expect(comparison).toContain('Below the others: &quot;East&quot;')
    expect(bottlenecks).toContain('The costliest stage is &quot;Engaging&quot;')
    expect(change).toContain(
      'What was decided from 2026-07-01 to 2026-09-30, beside what was from 2026-04-01 to 2026-06-30: the deals counted here are decided ones',
    )
    expect(change).toMatch(/number of deals|more deals|fewer deals/)
    expect(change).not.toContain('leads')
    expect(page).not.toMatch(/NaN|undefined|null/)
  })

  it('says the same in Chinese', async () => {
    const { written, printed } = await runOnPipeline({ deals: steadyDeals() }, pipelineConfig(everything), '--lang', 'zh-CN')
    const page = written('report.html')
    for (const id of SECTIONS) expect(sectionOf(page, id)).toMatch(/<h2>\p{Script=Han}+/u)
    expect(sectionOf(page, 'change')).toContain(
      '2026-07-01 至 2026-09-30 有结果的商机，与 2026-04-01 至 2026-06-30 有结果的相比；以下商机数均为已有结果的商机，',
    )
    expect(printed).toContain('显著低于其他各组合计的：East')
    expect(page).not.toMatch(/NaN|undefined|null/)
  })

  it('escapes whatever groups are called', async () => {
    const rows = hostileNames.flatMap((name, index) => {
      const quoted = `"${name.replaceAll('"', '""')}"`
      return [
        `W${index},Ann,${quoted},,Won,2026-01-05,2026-05-05,${90 + index}`,
        `L${index},Ann,${quoted},,Lost,2026-01-05,2026-05-05,0`,
        `V${index},Ann,${quoted},,Won,2026-01-05,2026-08-05,${index}`,
        `O${index},Ann,${quoted},,Engaging,2026-08-05,,`,
      ]
    })
    const config = pipelineConfig({ ...everything, minimumSample: 1, by: 'product' })
    const { code, written } = await runOnPipeline({ deals: rows }, config)
    const page = written('report.html')
    expect(code).toBe(0)
    expect(page).not.toMatch(/<(script|img|i\b(?! style)|b\b)/i)
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const name of hostileNames) expect(sectionOf(page, 'comparison')).toContain(html`<bdi>${name.trim()}</bdi>`.text)
  })
})

describe('chances of a table', () => {
  const period = {
    ...{ from: '2026-10-01', to: '2026-10-31', won: '5', open: '9', newDeals: '0', expected: '14', low: '5', median: '5', high: '80' },
    ...{ target: '70', standardDeviation: 3, deals: 2 },
  }
  it.each([
    [0.25, 'exact', '25.0%'],
    [0, 'exact', '0.0%'],
    [0.0001, 'exact', '<0.1%'],
    [0.9999, 'exact', '>99.9%'],
    [1, 'exact', '100.0%'],
    [0, 'simulated', '<0.1%'],
    [0.0004, 'simulated', '<0.1%'],
    [0.9996, 'simulated', '>99.9%'],
    [1, 'simulated', '>99.9%'],
    [null, 'exact', '–'],
  ] as const)('%j, %s, is told as %s', (probabilityOfTarget, computed, told) => {
    expect(describeChance({ ...period, probabilityOfTarget, computed })).toBe(told)
  })

  it('are certain where nothing is open, or enough is won', () => {
    expect(describeChance({ ...period, standardDeviation: 0, probabilityOfTarget: 0, computed: 'simulated' })).toBe('0.0%')
    expect(describeChance({ ...period, target: '5', probabilityOfTarget: 1, computed: 'simulated' })).toBe('100.0%')
  })
})

describe('amounts of a table', () => {
  it.each([
    [['12345.678', '0', '-99999.5'], null, 0],
    [['12345.678', '9'], null, 2],
    [['12345', '9'], null, 0],
    [['12345.678', '9'], 'JPY', 0],
    [['9'], 'USD', 2],
    [['0', '0.00', ''], 'USD', 0],
    [[], 'USD', 0],
  ])('%j in %s have %i decimal places', (amounts, currency, digits) => {
    expect(digitsOf(amounts, currency)).toBe(digits)
  })

  it('are rounded, with their currency where that is wanted', () => {
    expect([describeMoney('1234.565', 2), describeMoney('-1234.5', 0, 'USD'), describeMoney('7', 2, 'EUR')]).toEqual([
      '1,234.57',
      '−1,235 USD',
      '7.00 EUR',
    ])
  })
})
