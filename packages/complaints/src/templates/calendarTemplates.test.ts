import { addCalendarDays } from '@clientele/core'
import { addBusinessDays, addBusinessTime, businessTimeBetween, checkCalendar, isBusinessDay } from '@clientele/core/business-time'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { aroundTheClock, chinaOfficeHours, chinaOfficeHours2026, officeHours } from '../templates.js'

describe.each([
  ['officeHours', officeHours, 'office'],
  ['chinaOfficeHours', chinaOfficeHours, 'china'],
  ['chinaOfficeHours2026', chinaOfficeHours2026, 'china'],
  ['aroundTheClock', aroundTheClock, 'around-the-clock'],
])('%s', (_, calendar, id) => {
  it('is a calendar with nothing wrong in it, plain data, titled in both languages', () => {
    expect(checkCalendar(calendar)).toEqual([])
    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar)
    expect(calendar.id).toBe(id)
    expect(Object.keys(calendar.title as object).sort()).toEqual(['en', 'zh-CN'])
  })

  it('can be frozen', () => {
    const frozen = deepFreeze(structuredClone(calendar))
    expect(addBusinessTime('2026-03-02T00:00:00Z', 'PT200H', frozen)).toBe(addBusinessTime('2026-03-02T00:00:00Z', 'PT200H', calendar))
  })
})

describe('the hours of the calendars', () => {
  it('an ordinary week has 40 hours of office time, in London as in China, and 168 around the clock', () => {
    for (const [calendar, hours] of [
      [officeHours, 40],
      [chinaOfficeHours, 40],
      [chinaOfficeHours2026, 40],
      [aroundTheClock, 168],
    ] as const) {
      expect(businessTimeBetween('2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z', calendar)).toBe(hours * 3600)
    }
  })

  it('China has a lunch break: three hours from eleven end at three', () => {
    expect(addBusinessTime('2026-03-02T11:00:00+08:00', 'PT3H', chinaOfficeHours)).toBe('2026-03-02T07:00:00Z')
  })
})

describe('chinaOfficeHours2026: the State Council’s notice of 4 November 2025', () => {
  const { closed = [], open = [] } = chinaOfficeHours2026
  const datesFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => addCalendarDays(first, index))

  it('closes 33 days in seven holidays, each as long as the notice says, and works six weekend days', () => {
    expect(closed).toEqual([
      ...datesFrom('2026-01-01', 3),
      ...datesFrom('2026-02-15', 9),
      ...datesFrom('2026-04-04', 3),
      ...datesFrom('2026-05-01', 5),
      ...datesFrom('2026-06-19', 3),
      ...datesFrom('2026-09-25', 3),
      ...datesFrom('2026-10-01', 7),
    ])
    expect(open.map(({ date }) => date)).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    // They are weekend days, that only this calendar opens.
    expect(open.map(({ date }) => [isBusinessDay(date, chinaOfficeHours), isBusinessDay(date, chinaOfficeHours2026)])).toEqual(
      open.map(() => [false, true]),
    )
  })

  it('leaves 248 working days: 365 less 104 weekend days and the 13 days of statutory holiday', () => {
    const days = datesFrom('2026-01-01', 365)
    expect(days.at(-1)).toBe('2026-12-31')
    expect(days.filter((date) => isBusinessDay(date, chinaOfficeHours2026)).length).toBe(365 - 104 - 13)
    expect(addBusinessDays('2025-12-31', 248, chinaOfficeHours2026)).toBe('2026-12-31')
  })

  it('is another version of the same calendar, with the same hours', () => {
    expect([chinaOfficeHours2026.id, chinaOfficeHours2026.windows]).toEqual([chinaOfficeHours.id, chinaOfficeHours.windows])
    expect(chinaOfficeHours2026.version).not.toBe(chinaOfficeHours.version)
    const [sunday] = open
    expect(sunday?.windows).toEqual(chinaOfficeHours.windows.mon)
    expect(businessTimeBetween('2026-01-04T00:00:00+08:00', '2026-01-05T00:00:00+08:00', chinaOfficeHours2026)).toBe(8 * 3600)
  })
})
