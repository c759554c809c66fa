import { type Issue, isCalendarDate } from '@clientele/core'
import { expect, it } from 'vitest'
import type { DateForm } from '../config/types.js'
import { readDate } from './readDate.js'

/** What each text is read as; an issue's code where it is not. */
function read(form: DateForm, ...texts: string[]): (string | undefined)[] {
  return texts.map((text) => {
    const issues: Issue[] = []
    const date = readDate(text, form, 'column', issues)
    expect(issues).toHaveLength(date === undefined ? 1 : 0)
    return date ?? issues[0]?.code
  })
}

it('reads each form in its own order', () => {
  expect(read('M/D/YYYY', '1/2/2013', '12/31/2013', '02/09/2012', '2/29/2012')).toEqual(['2013-01-02', '2013-12-31', '2012-02-09', '2012-02-29'])
  expect(read('D/M/YYYY', '1/2/2013', '31/12/2013')).toEqual(['2013-02-01', '2013-12-31'])
  expect(read('D.M.YYYY', '1.2.2013', '31.12.2013')).toEqual(['2013-02-01', '2013-12-31'])
  expect(read('YYYY-MM-DD', '2013-02-01')).toEqual(['2013-02-01'])
})

it.each([
  ['M/D/YYYY', ['2/30/2013', '13/1/2013', '31/12/2013', '0/1/2013', '1/0/2013', '2/29/2013', '1/1/0000']],
  ['M/D/YYYY', ['1/2/13', '001/2/2013', '1/2/20130', '1-2-2013', '1.2.2013', ' 1/2/2013', '1/2/2013 ', '1/2/2013\n', '１/2/2013', '1//2013', '']],
  ['D/M/YYYY', ['12/31/2013', '30/2/2013', '2013/2/1']],
  ['D.M.YYYY', ['1/2/2013', '31.2.2013', '1.13.2013', '1x2x2013']],
] as const)('refuses in %s %j', (form, texts) => {
  expect(new Set(read(form, ...texts))).toEqual(new Set(['date-unreadable']))
})

it('refuses in the default form what core does', () => {
  expect(new Set(read('YYYY-MM-DD', '2013-2-1', '1/2/2013', '2013-02-29', ''))).toEqual(new Set(['not-a-calendar-date']))
})

it('reads every day of a leap year, and no other', () => {
  let days = 0
  for (let month = 0; month <= 13; month++)
    for (let day = 0; day <= 32; day++) {
      const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      expect(read('M/D/YYYY', `${month}/${day}/2024`)).toEqual([isCalendarDate(date) ? date : 'date-unreadable'])
      if (isCalendarDate(date)) days += 1
    }
  expect(days).toBe(366)
})
