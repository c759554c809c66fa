import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../testing/hostileNames.js'
import { pipelineConfig, runOnPipeline } from '../../../testing/trial.js'
import { html } from '../html.js'

const deals = [
  'D1,Ann,Bolt,Acme,Won,2026-01-05,2026-01-20,1200.5',
  'D2,Bob,Bolt,Acme,Lost,2026-02-01,2026-02-11,0',
  'D3,Ann,Nut,,Engaging,2026-08-01,,',
  'D4,Bob,Nut,,Prospecting,,,',
]

describe('the page on a sales pipeline', () => {
  it('says how rows were read, and which share is of what', async () => {
    const page = (await runOnPipeline({ deals })).written('report.html')
    expect(page).toContain('A row of sales_pipeline.csv with a date in engage_date is a deal that enters &quot;Engaging&quot; on that day.')
    expect(page).toContain('The files name no currency, and none is assumed.')
    expect(page).toMatch(/of all rows<\/td><td class="number">25\.00%<\/td><td>1 of 4, rows without a date among them/)
    expect(page).toMatch(/of those that entered<\/td><td class="number">33\.33%<\/td><td>1 of 3 with a date/)
    expect(page).toMatch(/of those that are closed<\/td><td class="number">50\.00%<\/td><td>1 of 2 /)
    expect(page).toMatch(
      /in the end, as estimated<\/td><td class="number">33\.33%<\/td>.*nobody can tell yet, as no deal was watched for longer than 60 days/,
    )
    expect(page).toContain('<td class="number">1,200.5</td>')
    expect(page.match(/<figure><svg/g)).toHaveLength(3)
  })

  it('marks cohorts that are not mature', async () => {
    const page = (await runOnPipeline({ deals }, pipelineConfig({ cohorts: { by: 'quarter', matureAfter: 'P60D' } }))).written('report.html')
    expect(page).toMatch(/<td>2026-01-01 – 2026-03-31<\/td>.*<td>mature<\/td>/)
    expect(page).toMatch(/<td>2026-07-01 – 2026-09-30<\/td>.*<td>not mature: slow deals are not decided yet<\/td>/)
  })

  it('says the same in Chinese', async () => {
    const page = (await runOnPipeline({ deals }, pipelineConfig(), '--lang', 'zh-CN')).written('report.html')
    expect(page).toContain('文件没有注明币种，这里也不作假定。')
    expect(page).toMatch(/占全部行<\/td><td class="number">25\.00%/)
    expect(page).toContain('没有日期、未计入漏斗任何数字的商机')
  })

  it('escapes whatever deals and their owners are called', async () => {
    const rows = hostileNames.flatMap((name) => {
      const quoted = `"${name.replaceAll('"', '""')}"`
      return [
        `${quoted},${quoted},${quoted},${quoted},Engaging,2026-01-05,,`,
        `${quoted}-1,${quoted},${quoted},${quoted},Prospecting,,,`,
        `U${quoted.length},${quoted},${quoted},${quoted},Prospecting,,,`,
        `${quoted},${quoted},${quoted},${quoted},<script>,2026-01-05,,`,
      ]
    })
    const { code, written } = await runOnPipeline({ deals: rows }, pipelineConfig({ by: 'product' }))
    const page = written('report.html')
    expect(code).toBe(0)
    expect(page).not.toMatch(/<(script|img|i\b(?! style)|b\b)/i)
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const name of hostileNames) expect(page).toContain(html`<bdi>${name.trim()}</bdi>`.text)
  })

  it('does nothing to a terminal', async () => {
    const { printed } = await runOnPipeline({ deals: ['D1,Ann,a\u001b[31m,Acme,Engaging,2026-01-05,,'], products: ['x'] })
    expect(printed.join('\n')).toContain('a\uFFFD[31m')
    expect(printed.join('\n')).not.toContain('\u001b')
  })
})
