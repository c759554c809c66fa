import { complaintClocks } from '@clientele/complaints'
import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { aroundTheClock, chinaClocks, chinaOfficeHours, chinaOfficeHours2026, eightSteps, officeHours } from '@clientele/complaints/templates'
import { addBusinessDays, addBusinessTime, businessTimeBetween, traceBusinessTime } from '@clientele/core/business-time'
import { describe, expect, it } from 'vitest'
import { faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import { type DeadlineFields, defaults, fieldsOf, presets } from './fields.js'
import { namesOf } from './names.js'
import { page } from './page.js'
import { complaintAt } from './promise.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'
import { answer } from './view.js'

const START = '2026-02-14T17:00:00+08:00'

describe('the deadline', () => {
  it('is the example of the textbook: ten hours promised on the eve of the Spring Festival (S1, 客戶投訴管理)', () => {
    const result = resultOf(page)
    expect(result.due).toBe('2026-02-25T02:00:00Z')
    expect(result.spans).toEqual(traceBusinessTime(START, result.due, chinaOfficeHours2026).spans)
    expect([result.seconds, result.elapsed]).toEqual([36_000, (10 * 24 + 17) * 3600])
    expect(answer(result, english, en)).toBe('10 h of work, promised on Sat 2026-02-14 17:00: due on Wed 2026-02-25 10:00 (UTC+08:00).')
    expect(answer(result, chinese, zhCN)).toBe(
      '2026-02-14（周六）17:00 承诺在 10 小时的工作时间内答复：应于 2026-02-25（周三）10:00（UTC+08:00）之前答复。',
    )
    expect(page.policy(defaults, result)).toBe(chinaOfficeHours2026)
  })

  it('has the calendars of the templates, as they are', () => {
    expect(resultOf(page, fieldsOf('china')).calendar).toBe(chinaOfficeHours)
    expect(resultOf(page, fieldsOf('office')).calendar).toBe(officeHours)
    expect(resultOf(page, fieldsOf('around-the-clock')).calendar).toBe(aroundTheClock)
  })

  it('follows hours, zone and dates, as the packages do', () => {
    const changes = {
      weekdays: '10:00-16:00',
      saturday: '10-12',
      zone: 'Europe/London',
      closed: '2026-02-26, 2026-02-28',
      open: '2026-02-22',
      hours: '30',
      minutes: '15',
    }
    const { calendar, due, start, seconds } = resultOf(page, changes)
    expect(calendar).toMatchObject({ id: 'own', zone: 'Europe/London', windows: { mon: [['10:00', '16:00']], sat: [['10:00', '12:00']] } })
    // What is typed goes before the template: 28 February is no working day any more, 22 February is one.
    expect(calendar.open?.map(({ date }) => date)).toEqual(['2026-02-22', '2026-01-04', '2026-02-14', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(start.local).toBe('2026-02-14T17:00:00+00:00')
    expect(due).toBe(addBusinessTime('2026-02-14T17:00:00Z', 'PT30H15M', calendar))
    expect(seconds).toBe(businessTimeBetween(start.moment, due, calendar))
  })

  it.each(['0', '1', '2', '40', '400', '3000'])('in days is what addBusinessDays says: %s', (days) => {
    const { dueDate, start } = resultOf(page, { kind: 'days', days })
    expect(dueDate).toBe(addBusinessDays(start.local.slice(0, 10), Number(days), chinaOfficeHours2026))
  })

  it('goes back, and stands still', () => {
    const back = resultOf(page, { hours: '-10' })
    expect(back.due).toBe(addBusinessTime(START, '-PT10H', chinaOfficeHours2026))
    expect(answer(back, english, en)).toMatch(/^10 h of work before Sat 2026-02-14 17:00: begin on Fri 2026-02-13 15:00/)
    const none = resultOf(page, { hours: '0' })
    expect(none.spans).toEqual([])
    expect(answer(none, english, en)).toBe('0 min of work, promised on Sat 2026-02-14 17:00: due on Sat 2026-02-14 17:00 (UTC+08:00).')
  })

  it('tells of a long time both ends', () => {
    const { due, spans, isCut, seconds } = resultOf(page, { hours: '100000' })
    expect(due).toBe(addBusinessTime(START, 'PT100000H', chinaOfficeHours2026))
    expect([isCut, seconds]).toEqual([true, 360_000_000])
    expect(spans.length).toBeLessThan(400)
    expect(faultsOf(page, { hours: '999999999' })).toEqual({ hours: ['too-large'] })
    expect(faultsOf(page, { hours: '-999999999' })).toEqual({ hours: ['too-small'] })
    expect(faultsOf(page, { date: '9999-12-01', hours: '9999' })).toEqual({ hours: ['out-of-range'] })
  })
})

describe('a start', () => {
  const startOf = (changes: Partial<DeadlineFields>) => resultOf(page, { ...presets.back, ...changes }).start

  it('at a time that comes twice is the first one, unless its offset is typed', () => {
    expect(startOf({})).toEqual({
      moment: '2026-11-01T04:00:00Z',
      local: '2026-11-01T01:30:00-02:30',
      isSkipped: false,
      second: '2026-11-01T01:30:00-03:30',
    })
    expect(startOf({ time: '01:30-03:30' })).toEqual({ moment: '2026-11-01T05:00:00Z', local: '2026-11-01T01:30:00-03:30', isSkipped: false })
    expect(startOf({ time: '03:00' }).second).toBeUndefined()
  })

  it('at a time that the clocks skip is as much later', () => {
    expect(startOf({ zone: 'America/New_York', date: '2026-03-08', time: '02:30' })).toMatchObject({
      local: '2026-03-08T03:30:00-04:00',
      isSkipped: true,
    })
  })

  it('is typed as opening hours are', () => {
    const moments = ['9:00', '09：00', '9', '9:00+08:00', '9：00+08：00', '09:00'].map((time) => resultOf(page, { time }).start.moment)
    expect(new Set(moments)).toEqual(new Set(['2026-02-14T01:00:00Z']))
    expect(startOf({ time: '2：30', zone: 'America/New_York', date: '2026-03-08' }).isSkipped).toBe(true)
    expect(startOf({ time: '3:00' }).isSkipped).toBe(false)
  })

  it('with the offset of another zone is shown in that of the calendar', () => {
    expect(resultOf(page, { date: '2026-02-14', time: '09:00Z' }).start).toMatchObject({ local: START, isSkipped: false })
  })
})

it('says how many working days', () => {
  const told = (days: string) => answer(resultOf(page, { kind: 'days', days }), english, en)
  expect(told('1')).toBe('1 working day, promised on Sat 2026-02-14 17:00: due by the end of Tue 2026-02-24.')
  expect(told('2')).toMatch(/^2 working days, promised on/)
})

it('names every holiday of the calendar, and every day worked for one', () => {
  const names = namesOf(chinaOfficeHours2026, english.holidays)
  const { closed = [], open = [] } = chinaOfficeHours2026
  expect(Object.keys(names).sort()).toEqual([...closed, ...open.map(({ date }) => date)].sort())
  expect(names).toMatchObject({ '2026-02-15': 'Spring Festival', '2026-02-23': 'Spring Festival', '2026-02-28': 'Make-up day' })
  expect(namesOf(officeHours, english.holidays)).toEqual({})
  // A day that is closed besides is no holiday, and one that is worked in spite of it is none either.
  const { calendar } = resultOf(page, { closed: '2026-02-24, 2026-02-28', open: '2026-02-23, 2026-03-01' })
  const changed = namesOf(calendar, english.holidays)
  expect(['2026-02-22', '2026-02-23', '2026-02-24', '2026-02-28', '2026-03-01'].map((date) => changed[date])).toEqual([
    'Spring Festival',
    ...Array(4).fill(undefined),
  ])
})

it('asks the rules for complaints from the same moment', () => {
  const options = { at: START, definition: eightSteps, calendars: { china: chinaOfficeHours2026, office: chinaOfficeHours2026 } }
  expect(resultOf(page).rules).toEqual(complaintClocks(complaintAt(START), chinaClocks, options).clocks)
})

describe('the answers of the exercises', () => {
  const dueOf = (changes: Partial<DeadlineFields>) => answer(resultOf(page, changes), english, en).replace(/.*: due /, '')

  it('hold', () => {
    expect(dueOf({})).toBe('on Wed 2026-02-25 10:00 (UTC+08:00).')
    expect(dueOf(fieldsOf('china'))).toBe('on Tue 2026-02-17 11:00 (UTC+08:00).')
    expect(dueOf({ closed: '2026-02-24' })).toBe('on Thu 2026-02-26 10:00 (UTC+08:00).')
    expect(dueOf(presets.days)).toBe('by the end of Wed 2026-02-25.')
    expect(dueOf({ ...presets.days, closed: '2026-02-24' })).toBe('by the end of Thu 2026-02-26.')
    expect(dueOf(presets.forward)).toBe('on Sun 2026-03-29 13:00 (UTC+01:00).')
    expect(dueOf({ ...presets.forward, zone: 'Asia/Shanghai' })).toBe('on Sun 2026-03-29 12:00 (UTC+08:00).')
  })

  it('belong to the exercises, one to one', () => {
    for (const { exercises, answers } of Object.values(page.teaching)) expect(answers).toHaveLength(exercises.length)
  })
})

describe('copy as code', () => {
  it.each([
    {},
    presets.days,
    presets.forward,
    presets.back,
    { hours: '-3', minutes: '30' },
    { hours: '0' },
    { hours: '5000' },
    { closed: '2026-02-24', saturday: '10-12' },
    { kind: 'days', days: '0', open: '2026-02-22' },
  ] as Partial<DeadlineFields>[])('computes what is shown: %j', (changes) => runCode(page, changes))
})
