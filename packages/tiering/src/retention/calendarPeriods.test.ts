import { FIRST_DAY, LAST_DAY, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameNaively } from '../../testing/naiveRetention.js'
import { calendarPeriod, firstDayOf, periodName, periodNumber } from './calendarPeriods.js'

const DAY = 86_400_000
const bases = ['week', 'month', 'quarter', 'year'] as const

describe('calendar periods', () => {
  it.each([
    // ISO 8601 weeks, as Python's isocalendar gives them.
    ['1996-12-29', '1996-W52'],
    ['1996-12-30', '1997-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2016-01-03', '2015-W53'],
    ['2018-12-31', '2019-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-02-29', '2024-W09'],
    ['0001-01-01', '0001-W01'],
    ['0001-12-31', '0002-W01'],
    ['0999-12-30', '1000-W01'],
    ['9999-12-31', '9999-W52'],
    ['1969-12-29', '1970-W01'],
  ])('%s is in week %s', (date, name) => {
    expect(periodName(periodNumber(parseDay(date), 'week'), 'week')).toBe(name)
  })

  it.each([
    ['2024-02-29', 'week', { period: '2024-W09', from: '2024-02-26', to: '2024-03-03' }],
    ['2021-01-01', 'week', { period: '2020-W53', from: '2020-12-28', to: '2021-01-03' }],
    ['2024-02-10', 'month', { period: '2024-02', from: '2024-02-01', to: '2024-02-29' }],
    ['1900-02-10', 'month', { period: '1900-02', from: '1900-02-01', to: '1900-02-28' }],
    ['2024-03-31', 'quarter', { period: '2024-Q1', from: '2024-01-01', to: '2024-03-31' }],
    ['2024-10-01', 'quarter', { period: '2024-Q4', from: '2024-10-01', to: '2024-12-31' }],
    ['2024-12-31', 'year', { period: '2024', from: '2024-01-01', to: '2024-12-31' }],
    ['0001-01-01', 'week', { period: '0001-W01', from: '0001-01-01', to: '0001-01-07' }],
    ['0001-01-01', 'month', { period: '0001-01', from: '0001-01-01', to: '0001-01-31' }],
    ['0001-01-01', 'year', { period: '0001', from: '0001-01-01', to: '0001-12-31' }],
    ['9999-12-31', 'month', { period: '9999-12', from: '9999-12-01', to: '9999-12-31' }],
    ['9999-12-31', 'quarter', { period: '9999-Q4', from: '9999-10-01', to: '9999-12-31' }],
    ['9999-12-31', 'year', { period: '9999', from: '9999-01-01', to: '9999-12-31' }],
  ] as const)('%s is in the %s %o', (date, basis, period) => {
    expect(calendarPeriod(periodNumber(parseDay(date), basis), basis)).toEqual(period)
  })

  it('follow each other without a gap, and are called as the host calls them', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.constantFrom(...bases), (day, basis) => {
        const number = periodNumber(day, basis)
        const [from, next] = [firstDayOf(number, basis), firstDayOf(number + 1, basis)]
        expect(from <= day && day < next).toBe(true)
        expect([periodNumber(from, basis), periodNumber(next - 1, basis), periodNumber(next, basis)]).toEqual([number, number, number + 1])
        expect(periodName(number, basis)).toBe(nameNaively(day * DAY, basis))
      }),
      { numRuns: 1000 },
    )
  })
})
