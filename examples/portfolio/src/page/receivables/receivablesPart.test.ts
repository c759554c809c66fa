import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../testing/hostileNames.js'
import { invoicesFile, ownConfig, runOnInvoices } from '../../../testing/trial.js'
import { html } from '../html.js'

describe('the page on receivables', () => {
  it('escapes what stands in names, numbers, columns, buckets, letters and rejected rows', async () => {
    const { receivables, ...config } = ownConfig()
    const { ageing, dunning, provisions: _, columns } = receivables
    const hostile = '<img src=x onerror=alert(1)>'
    const buckets = ageing.buckets.map((bucket) => ({ ...bucket, title: `${hostile}${bucket.id}` }))
    const levels = dunning?.levels.map((level) => ({ ...level, letter: hostile }))
    const part = {
      ...receivables,
      columns: { ...columns, due: hostile },
      ageing: { ...ageing, buckets },
      dunning: { ...dunning, levels },
      provisions: undefined,
    }
    const quoted = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const rows = quoted.flatMap((name, index) => [
      `${name},${name},2026-01-01,2026-01-31,900,no,,`,
      `${name},N${index},2026-01-01,2026-01-31,900,yes,,`,
      `${name},X${index},2026-01-01,<script>,1,no,,`,
      `${name},L${index},2026-12-01,2026-12-31,1,no,,`,
    ])
    const text = invoicesFile(...rows).replace('due_date', hostile)
    const { code, written, printed } = await runOnInvoices(text, { ...config, receivables: part })
    const page = written('report.html')
    expect(code).toBe(0)
    expect(page).not.toMatch(/<(script|img|b\b)/i)
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const name of hostileNames) expect(page).toContain(html`<bdi>${name}</bdi>`.text)
    expect(page).toContain(html`${hostile}1-30`.text)
    expect(printed.join('\n')).toContain(`${hostile}1-30`)
  })

  it('shows no control characters', async () => {
    const { written, printed } = await runOnInvoices(invoicesFile('A\u0000\u001b[31m\u009b,1\u0007,2026-01-01,2026-01-31,900,yes,,'))
    expect(written('report.html')).toContain('A\uFFFD\uFFFD[31m\uFFFD')
    expect(written('report.html')).not.toMatch(/[^\P{Cc}\t\n]/u)
    expect(printed.join('\n')).toContain('A\uFFFD\uFFFD[31m\uFFFD')
  })

  it('keeps the ids of its charts apart and asks nothing of the network', async () => {
    const page = (await runOnInvoices(invoicesFile('A,1,2026-01-01,2026-01-31,900,no,,'))).written('report.html')
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
    expect(page.replace(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|<script|<link|@import|url\((?!#)/)
  })

  it('says which letters were left out, and where the file says of none', async () => {
    const text = [invoicesFile().trimEnd(), 'A,1,2026-01-01,2026-01-31,900,no,,,1,2026-10-01'].join('\n')
    const page = (await runOnInvoices(text)).written('report.html')
    expect(page).toContain('Letters sent later than the day in question, left out: 1.')
    const { receivables, ...config } = ownConfig()
    const { level: _, levelSentOn: __, ...columns } = receivables.columns
    const other = (await runOnInvoices(text, { ...config, receivables: { ...receivables, columns } })).written('report.html')
    expect([page, other].map((one) => one.includes('so this is as if none had been'))).toEqual([false, true])
  })

  it('has no charts, averages or dashes of an empty file', async () => {
    const { code, written, printed } = await runOnInvoices(invoicesFile())
    expect(code).toBe(0)
    expect(written('report.html')).not.toMatch(/<svg|<figure|<ul class="findings"><\/ul>|–/)
    expect(printed.slice(1, -1)).toEqual([
      '0 rows read = 0 used + 0 dated after 2026-09-30 + 0 rejected',
      'Invoices: 0; customers: 0; disputed: 0',
      'Letters to send: 0. Overdue invoices in them: 0; held: 0; waiting: 0; without a further letter: 0.',
    ])
  })

  it('tells no share and no days where nobody owes anything', async () => {
    const { written, printed } = await runOnInvoices(invoicesFile('A,1,2026-09-01,2026-09-15,-10,no,,'))
    expect(written('report.html')).not.toMatch(/<span>–|<strong>–/)
    expect(printed.slice(2, -4)).toEqual([
      'Invoices: 1; customers: 1; disputed: 0',
      'Invoiced, less credit notes: −10.00 CNY',
      'Open: −10.00 CNY; invoices: 1',
    ])
  })

  it('calls buckets by their titles in charts and sentences too, those alike with their ids', async () => {
    const titled = async (...titles: readonly string[]) => {
      const { receivables, ...config } = ownConfig()
      const buckets = receivables.ageing.buckets.map((bucket, index) => ({ ...bucket, title: titles[index] as string }))
      const part = { ...receivables, ageing: { ...receivables.ageing, buckets } }
      const row = (due: string, index: number) => `not-due,${index},2026-01-01,${due},900,no,,`
      const dues = ['2026-10-31', '2026-09-01', '2026-08-15', '2026-07-15', '2026-01-31']
      return (await runOnInvoices(invoicesFile(...dues.map(row)), { ...config, receivables: part })).written('report.html')
    }
    const page = await titled('month 1', 'month 2', 'month 3', 'older')
    expect(page).toContain('older: 10.6% of 900.00 CNY is 95.40 CNY.')
    expect(page).not.toMatch(/>(1-30|31-60|61-90|over-90)\b/)
    const confusing = await titled('not-due', '1-30', 'late', 'late')
    for (const label of ['not-due (1-30): 1.6% of', '1-30: 3.6% of', 'late (61-90): 6.6% of', 'late (over-90): 10.6% of'])
      expect(confusing).toContain(label)
  })

  it('speaks Chinese', async () => {
    const { written, printed } = await runOnInvoices(
      invoicesFile('甲,1,2026-01-01,2026-01-31,900,no,,', '乙,2,2026-02-30,2026-03-31,5,no,,'),
      ownConfig(),
      '--lang',
      'zh-CN',
    )
    const page = written('report.html')
    expect(page).toContain('读入 2 行 = 采用 1 行 + 晚于 2026-09-30 的 0 行 + 拒绝 1 行')
    expect(page).toContain('账龄（CNY）')
    expect(page).toContain('90 天以上')
    expect(page).toContain('<th class="number">未清金额（CNY）</th>')
    expect(page).toContain('90 天以上：900.00 CNY 的 10.6% 为 95.40 CNY。')
    expect(page).not.toMatch(/损失准备|应收中/)
    expect(printed[0]).toBe('示例客户组合：截至 2026-09-30 的应收账款')
  })
})
