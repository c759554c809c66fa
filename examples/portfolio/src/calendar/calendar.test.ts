import { describe, expect, it } from 'vitest'
import { comingMonths } from './comingMonths.js'
import { monthNumber, monthsFrom } from './monthNumbers.js'
import { pastMonthEnds } from './pastMonthEnds.js'

describe('months', () => {
  it('are counted on through the years', () => {
    expect(monthNumber('2018-01-31') - monthNumber('2017-12-01')).toBe(1)
    expect(monthsFrom(monthNumber('2017-11-15'), 3)).toEqual({ from: '2017-11-01', to: '2018-01-31' })
    expect(monthsFrom(monthNumber('0001-01-01'), 1)).toEqual({ from: '0001-01-01', to: '0001-01-31' })
  })

  it('are none where the calendar ends', () => {
    expect(monthsFrom(monthNumber('0001-01-01') - 1, 1)).toBeUndefined()
    expect(monthsFrom(monthNumber('9999-12-01'), 2)).toBeUndefined()
  })
})

describe('the coming months', () => {
  it('are those that end after the day: its own too, unless it is over', () => {
    expect(comingMonths('2017-12-31', 3)).toEqual([
      { from: '2018-01-01', to: '2018-01-31' },
      { from: '2018-02-01', to: '2018-02-28' },
      { from: '2018-03-01', to: '2018-03-31' },
    ])
    expect(comingMonths('2024-02-28', 1)).toEqual([{ from: '2024-02-01', to: '2024-02-29' }])
    expect(comingMonths('2024-02-29', 1)).toEqual([{ from: '2024-03-01', to: '2024-03-31' }])
  })

  it('are as many as the calendar has', () => {
    expect(comingMonths('9999-11-30', 3)).toEqual([{ from: '9999-12-01', to: '9999-12-31' }])
    expect(comingMonths('9999-12-31', 3)).toEqual([])
  })
})

describe('the past ends of months', () => {
  it('lie so many days back that what came of a forecast is known', () => {
    expect(pastMonthEnds('2017-12-31', 30, 3)).toEqual(['2017-09-30', '2017-10-31', '2017-11-30'])
    expect(pastMonthEnds('2017-12-30', 30, 2)).toEqual(['2017-10-31', '2017-11-30'])
    expect(pastMonthEnds('2017-12-29', 30, 2)).toEqual(['2017-09-30', '2017-10-31'])
    expect(pastMonthEnds('2018-02-28', 30, 1)).toEqual(['2017-12-31'])
  })

  it('are as many as the calendar has', () => {
    expect(pastMonthEnds('0001-03-15', 30, 3)).toEqual(['0001-01-31'])
    expect(pastMonthEnds('0001-01-31', 30, 3)).toEqual([])
  })
})
