import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../testing/hostileNames.js'
import { ordersFile, ownConfig, runOn } from '../../testing/trial.js'
import { html } from './html.js'

describe('the page', () => {
  it('escapes what stands in names, titles, columns and rejected rows', async () => {
    const config = {
      ...ownConfig(),
      title: '<script>t</script>',
      note: '<i>n</i>',
      columns: { customer: '<b>c</b>', date: 'order_date', amount: 'revenue' },
    }
    const quoted = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const rows = quoted.flatMap((name) => [`${name},2026-09-30,5`, `${name},2026-09-31,<script>`, `${name},2026-10-01,1`])
    const { code, written } = await runOn(['<b>c</b>,order_date,revenue', ...rows].join('\n'), config)
    const page = written('report.html')
    expect(code).toBe(0)
    expect(page).not.toMatch(/<(script|img|i\b(?! style)|b\b)/i)
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
    expect(page.match(/<title>/g)).toHaveLength(1)
    for (const name of hostileNames) expect(page).toContain(html`<bdi>${name}</bdi>`.text)
  })

  it('shows no control characters', async () => {
    const { written, printed } = await runOn(ordersFile('A\u0000\u001b[31m\u009b,2026-09-30,5'))
    expect(written('report.html')).toContain('A\uFFFD\uFFFD[31m\uFFFD')
    expect(written('report.html')).not.toMatch(/[^\P{Cc}\t\n]/u)
    expect(printed.join('\n')).toContain('A\uFFFD\uFFFD[31m\uFFFD')
  })

  it('asks nothing of the network and runs no script', async () => {
    const page = (await runOn(ordersFile('A,2026-09-30,5'))).written('report.html')
    expect(page).toContain(`default-src &#39;none&#39;`)
    expect(page.replace(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|<script|<link|@import|url\((?!#)/)
  })

  it('keeps the ids of its charts apart', async () => {
    const page = (await runOn(ordersFile('A,2026-09-30,5'))).written('report.html')
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  })

  it('shows so many rows of a long list, and says so', async () => {
    const page = (await runOn(ordersFile(...Array.from({ length: 5001 }, (_, index) => `${index},2026-09-30,x`)))).written('report.html')
    expect(page.match(/<td class="written">/g)).toHaveLength(5000)
    expect(page).toContain('Only the first 5,000 of 5,001 are shown here; report.json has all.')
  })

  it('has neither charts nor ranking of an empty book', async () => {
    const { code, written } = await runOn(ordersFile())
    expect(code).toBe(0)
    expect(written('report.html')).toContain('There are no candidates to rank.')
    expect(written('report.html')).not.toContain('<svg')
  })

  it('speaks Chinese', async () => {
    const { written, printed } = await runOn(ordersFile('甲,2026-09-30,5', '乙,2026-02-30,5'), ownConfig(), '--lang', 'zh-CN')
    const page = written('report.html')
    expect(page).toContain('<html lang="zh-CN">')
    expect(page).toContain('读入 2 行 = 采用 1 行 + 晚于 2026-09-30 的 0 行 + 拒绝 1 行')
    expect(page).toContain('order_date 必须是 0001-01-01 至 9999-12-31 之间实际存在的日期 YYYY-MM-DD，而不是 &quot;2026-02-30&quot;')
    expect(printed[0]).toBe('示例客户组合：截至 2026-09-30 共 1 个客户')
  })
})
