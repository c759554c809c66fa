import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { instantToDate, startOfDay } from '../business-time.js'

describe('startOfDay', () => {
  it.each([
    ['2026-01-09', 'Asia/Shanghai', '2026-01-08T16:00:00Z'],
    ['2026-01-09', 'UTC', '2026-01-09T00:00:00Z'],
    ['0001-01-03', 'UTC', '0001-01-03T00:00:00Z'],
    ['0001-01-03', 'Asia/Shanghai', '0001-01-02T15:54:17Z'],
    ['9999-12-30', 'Etc/GMT+12', '9999-12-30T12:00:00Z'],
    ['9999-12-30', 'Pacific/Kiritimati', '9999-12-29T10:00:00Z'],
  ])('%s in %s is %s', (date, zone, moment) => expect(startOfDay(date, zone)).toBe(moment))

  it.each([
    ['a skipped midnight: the end of the gap', '2017-10-15', 'America/Sao_Paulo', '2017-10-15T03:00:00Z'],
    ['a midnight within a gap from 23:30 to 00:30', '1919-03-31', 'America/Toronto', '1919-03-31T04:30:00Z'],
    ['a repeated midnight: the first', '2010-11-07', 'America/St_Johns', '2010-11-07T02:30:00Z'],
    ['a repeated midnight: the first', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'],
    ['a skipped date: the next', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['the date after a skipped one', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s (IANA time zone database)', (_, date, zone, moment) => expect(startOfDay(date, zone)).toBe(moment))

  it.each(['Pacific/Kiritimati', 'Asia/Manila', 'America/Juneau', 'Etc/GMT+12', 'Etc/GMT-14'])('gives moments that can be read, in %s', (zone) => {
    for (const date of ['0001-01-03', '9999-12-30']) expect(instantToDate(startOfDay(date, zone), zone)).toBe(date)
  })

  it.each([
    ['2026-02-30', 'UTC', [['not-a-calendar-date', ['date']]]],
    [undefined, 'UTC', [['missing', ['date']]]],
    ['0001-01-02', 'UTC', [['out-of-range', ['date']]]],
    ['9999-12-31', 'UTC', [['out-of-range', ['date']]]],
    [
      '2026-1-1',
      '+08:00',
      [
        ['not-a-calendar-date', ['date']],
        ['unknown-zone', ['zone']],
      ],
    ],
    ['2026-01-01', undefined, [['missing', ['zone']]]],
  ])('refuses %s in %s', (date, zone, issues) => expect(issuesOf(() => startOfDay(date as string, zone as string))).toEqual(issues))
})

describe('instantToDate', () => {
  it.each([
    ['2026-01-08T15:59:59.999999999Z', 'Asia/Shanghai', '2026-01-08'],
    ['2026-01-08T16:00:00Z', 'Asia/Shanghai', '2026-01-09'],
    ['2026-01-08T23:30:00-05:00', 'America/New_York', '2026-01-08'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2010-11-07T02:30:00Z', 'America/St_Johns', '2010-11-07'],
    ['2010-11-07T02:31:00Z', 'America/St_Johns', '2010-11-06'],
    ['0001-01-02T00:00:00Z', 'Pacific/Pago_Pago', '0001-01-02'],
    ['9999-12-30T23:59:59.999999999Z', 'Pacific/Kiritimati', '9999-12-31'],
  ])('%s in %s is %s (IANA time zone database)', (moment, zone, date) => expect(instantToDate(moment, zone)).toBe(date))

  it.each([
    ['2026-01-08', 'UTC', [['not-a-moment', ['instant']]]],
    ['0001-01-01T23:59:59Z', 'UTC', [['out-of-range', ['instant']]]],
    [
      7,
      'CST',
      [
        ['not-a-moment', ['instant']],
        ['unknown-zone', ['zone']],
      ],
    ],
  ])('refuses %s in %s', (moment, zone, issues) => expect(issuesOf(() => instantToDate(moment as string, zone))).toEqual(issues))
})
