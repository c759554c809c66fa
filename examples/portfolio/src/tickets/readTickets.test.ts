import { describe, expect, it } from 'vitest'
import { runOnTickets, ticketsConfig } from '../../testing/trial.js'

const at = async (when: string, changes: object = {}): Promise<unknown> => {
  const { rows, log, rejected } = (await runOnTickets([`1,opened,${when}`, '1,opened,2026-06-01 12:00:00'], ticketsConfig(changes))).tickets()
  if (rejected[0] !== undefined) return rejected[0].issues.map(({ code, path, params }) => [code, path, params])
  return [rows.used, log.duration.median]
}

const HOURS = 3600

describe('the times of a file', () => {
  it.each([
    ['2026-06-01 09:00:00', 3 * HOURS],
    ['2026-06-01 09:00:00.25', 3 * HOURS - 0.25],
    // An hour was skipped in between.
    ['2026-03-28 12:00:00', 65 * 24 * HOURS - HOURS],
    // In the night of the change, 02:30 stands for 03:30; 04:30 is an hour later.
    ['2026-03-29 02:30:00', (64 * 24 + 8.5) * HOURS],
  ])('without an offset are taken in the zone of the config: %s', async (when, seconds) => {
    expect(await at(when)).toEqual([2, seconds])
  })

  it('are taken for the first of two in an hour that comes twice', async () => {
    const rows = ['1,a,2025-10-26 01:30:00', '1,b,2025-10-26 02:30:00', '1,c,2025-10-26 03:30:00']
    expect((await runOnTickets(rows)).tickets().log.timeBetween.map(({ from, median }) => [from, median])).toEqual([
      ['a', HOURS],
      ['b', 2 * HOURS],
    ])
  })

  it.each([
    ['YYYY/MM/DD HH:MM:SS', '2026/06/01 09:00:00.000', '2026/06/01 12:00:00', 3 * HOURS],
    ['ISO 8601', '2026-06-01T09:00:00+08:00', '2026-06-01T09:00Z', 8 * HOURS],
    [undefined, '2026-06-01T09:00:00Z', '2026-06-02T09:00:00Z', 24 * HOURS],
  ])('may be written %s', async (times, first, last, seconds) => {
    const { log } = (await runOnTickets([`1,a,${first}`, `1,b,${last}`], ticketsConfig({ times }))).tickets()
    expect(log.duration.median).toBe(seconds)
  })

  it.each([
    '2026-06-31 09:00:00',
    '2026-06-01 24:00:00',
    '2026-06-01 09:00',
    '2026-06-01T09:00:00',
    '2026-06-01 09:00:00Z',
    '2026/06/01 09:00:00',
    '2026-6-1 09:00:00',
    '2026-06-01 09:00:00.1234567891',
    '0001-01-01 09:00:00',
    'yesterday',
    '',
  ])('are refused where they are written %j', async (when) => {
    expect(await at(when)).toEqual([['time-unreadable', ['when'], { form: 'YYYY-MM-DD HH:MM:SS', actual: JSON.stringify(when) }]])
  })

  it('are refused without an offset where they are to have one', async () => {
    const { rejected } = (await runOnTickets(['1,a,2026-06-01T09:00:00'], ticketsConfig({ times: 'ISO 8601' }))).tickets()
    expect(rejected[0]?.issues.map(({ code }) => code)).toEqual(['not-a-moment'])
  })
})

describe('the rows of a file of tickets', () => {
  it('are used, later or rejected, none disappears', async () => {
    const rows = ['1,a,2026-09-30 23:59:59', '1,b,2026-10-01 00:00:00', ',c,2026-06-01 09:00:00', '2, ,never', '3,a,2026-06-01 09:00:00,x']
    const { tickets, written } = await runOnTickets(rows)
    const { rows: counts, later, rejected, log, diagnoses } = tickets()
    expect(counts).toEqual({ read: 5, used: 1, later: 1, rejected: 3 })
    expect(later).toEqual([{ line: 3, date: '2026-10-01', case: '1', activity: 'b', at: '2026-09-30T22:00:00Z' }])
    expect(rejected.map(({ line, issues }) => [line, issues.map(({ code }) => code)])).toEqual([
      [4, ['empty']],
      [5, ['empty', 'time-unreadable']],
      [6, ['fields-differ']],
    ])
    expect([log.cases, log.events]).toEqual([1, 1])
    expect(diagnoses).toEqual([{ code: 'tickets-rejected', params: { rows: 3 } }])
    expect(written('report.html')).toContain('5 rows read = 1 used + 1 dated after 2026-09-30 + 3 rejected')
    expect(written('report.html')).toContain('2026-09-30T22:00:00Z')
  })

  it('say nothing where there are none', async () => {
    const { code, printed, tickets, written } = await runOnTickets([])
    expect(code).toBe(0)
    expect(tickets().log.cases).toBe(0)
    expect(printed.slice(0, 3).at(-1)).toBe('Tickets: 0; events: 0; different paths: 0')
    expect(written('report.html')).not.toMatch(/NaN|undefined|null/)
  })
})
