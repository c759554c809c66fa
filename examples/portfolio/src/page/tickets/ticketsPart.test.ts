import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../testing/hostileNames.js'
import { runOnTickets, ticketsConfig } from '../../../testing/trial.js'
import { html } from '../html.js'

/** A ticket whose events are so many seconds after midnight. */
const ticket = (id: string, ...events: readonly (readonly [activity: string, time: string])[]): string[] =>
  events.map(([activity, time]) => `${id},${activity},2026-06-01 ${time}`)

describe('the page on tickets', () => {
  const rows = [
    ...ticket('1', ['opened', '09:00:00'], ['solved', '10:30:00']),
    ...ticket('2', ['opened', '09:00:00'], ['solved', '09:00:30']),
    ...ticket('3', ['opened', '09:00:00'], ['solved', '09:10:00'], ['solved', '09:10:00']),
  ]

  it('says in words how tickets went', async () => {
    const page = (await runOnTickets(rows)).written('report.html')
    expect(page).toContain('3 tickets with 7 events took 2 different paths; 2 of them (66.7%) took the commonest: opened → solved.')
    expect(page).toContain('The 2 commonest paths account for 100.0% of the tickets.')
    expect(page).toContain('In 1 tickets (33.3%) something was done again.')
    expect(page).toContain('Most often done again: solved, 1 times in 1 tickets, 1 times right after itself.')
    // 30 s, 600 s and 5400 s.
    expect(page).toContain(
      'Half of the tickets took at most 10.0 min from their first event to their last, nine tenths at most 1.2 h; on average it was 33.5 min.',
    )
    expect(page).toContain('The file says no offset of its times: they are taken in Europe/Berlin.')
    expect(page).toContain('Tickets with events at one moment, which are taken in the order of the file (1).')
  })

  it('says the same in Chinese', async () => {
    const page = (await runOnTickets(rows, ticketsConfig(), '--lang', 'zh-CN')).written('report.html')
    expect(page).toContain('3 张工单共有 7 个事件，走了 2 种不同的路径；其中 2 张（66.7%）走的是最常见的一种：opened → solved。')
    expect(page).toContain('一半的工单不超过 10.0 分钟，九成的工单不超过 1.2 小时；平均为 33.5 分钟。')
    expect(page).toContain('有 1 张工单的某些事件发生在同一时刻，按文件中的顺序计。')
  })

  it('says where all took one path and nothing was done again, and of an offset only where there is none', async () => {
    const times = ['1,a,2026-06-01T09:00:00Z', '1,b,2026-06-02T10:00:00Z']
    const page = (await runOnTickets(times, ticketsConfig({ times: 'ISO 8601' }))).written('report.html')
    expect(page).toContain('1 tickets with 2 events all took one path: a → b.')
    expect(page).toContain('In no ticket was anything done again.')
    expect(page).toContain('1.0 days')
    expect(page).not.toContain('The file says no offset')
  })

  it('shows the first of many paths', async () => {
    const many = Array.from({ length: 25 }, (_, index) => `${index},activity ${index},2026-06-01 09:00:00`)
    const page = (await runOnTickets(many)).written('report.html')
    expect(page).toContain('Only the first 20 of 25 are shown here; report.json has all.')
    expect(page).toContain('<bdi>activity 0</bdi>')
    expect(page).not.toContain('<bdi>activity 9</bdi>')
  })

  it('escapes whatever tickets and activities are called', async () => {
    const hostile = hostileNames.flatMap((name) => {
      const quoted = `"${name.replaceAll('"', '""')}"`
      return [`${quoted},${quoted},2026-06-01 09:00:00`, `${quoted},${quoted},2026-12-01 09:00:00`, `${quoted},${quoted},<script>`]
    })
    const { code, written } = await runOnTickets(hostile)
    const page = written('report.html')
    expect(code).toBe(0)
    expect(page).not.toMatch(/<(script|img|i\b(?! style)|b\b)/i)
    expect(page.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const name of hostileNames) expect(page).toContain(html`<bdi>${name}</bdi>`.text)
  })

  it('does nothing to a terminal', async () => {
    const { printed } = await runOnTickets(['1,a\u001b[31m,2026-06-01 09:00:00'])
    expect(printed.join('\n')).toContain('a\uFFFD[31m')
    expect(printed.join('\n')).not.toContain('\u001b')
  })
})
