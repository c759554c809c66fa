import type { BusinessDayCalendar } from '@clientele/core/business-time'
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { addWeeks } from 'date-fns/addWeeks'
import { getDate } from 'date-fns/getDate'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'
import { setDate } from 'date-fns/setDate'
import { setMonth } from 'date-fns/setMonth'
import { startOfMonth } from 'date-fns/startOfMonth'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, planOf, rest, steps } from '../../testing/instalmentPlans.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type DateStep, type Instalment, planInstalments } from '../index.js'

const move = (date: string, due: readonly DateStep[], calendars: Readonly<Record<string, BusinessDayCalendar>> = {}): Instalment =>
  planInstalments({ date, amount: 1, currency: 'CNY' }, planOf([{ share: rest, due }]), { calendars }).instalments[0] as Instalment
const dueDate = (date: string, due: readonly DateStep[], calendar: BusinessDayCalendar = calendarOf()): string =>
  move(date, due, { any: calendar }).date

describe('the steps of a line', () => {
  it.each<[string, string, DateStep[], string]>([
    ['Tryton: + 1 month', '2023-01-31', [{ addMonths: 1 }], '2023-02-28'],
    ['Tryton: + 1 month', '2024-01-31', [{ addMonths: 1 }], '2024-02-29'],
    ['Tryton: + 1 month', '2024-02-29', [{ addMonths: 1 }], '2024-03-29'],
    ['Tryton: + 12 months', '2024-02-29', [{ addMonths: 12 }], '2025-02-28'],
    ['Tryton: + 2 months', '2024-01-31', [{ addMonths: 2 }], '2024-03-31'],
    ['Tryton: + 1 month twice', '2024-01-31', [{ addMonths: 1 }, { addMonths: 1 }], '2024-03-29'],
    ['Tryton: end of month', '2024-02-10', [{ toEndOfMonth: true }], '2024-02-29'],
    ['Tryton: end of month, + 10 days', '2023-02-10', [{ toEndOfMonth: true }, { addDays: 10 }], '2023-03-10'],
    ['Tryton: + 30 days, end of month', '2023-12-12', [{ addDays: 30, toEndOfMonth: true }], '2024-01-31'],
    ['Tryton: + 30 days, the 10th of the next month', '2023-12-12', [{ addDays: 30 }, { addMonths: 1, setDay: 10 }], '2024-02-10'],
    ['Tryton: + 30 days, the 31st of the next month', '2023-12-12', [{ addDays: 30 }, { addMonths: 1, setDay: 31 }], '2024-02-29'],
    ['Tryton: + 30 days, Friday', '2024-01-31', [{ addDays: 30, toWeekday: 5 }], '2024-03-01'],
    ['OCA: 2 months, end of month', '2015-03-02', [{ addMonths: 2, toEndOfMonth: true }], '2015-05-31'],
    ['OCA: 60 days, end of month', '2015-01-30', [{ addDays: 60, toEndOfMonth: true }], '2015-03-31'],
    ['OCA: pay days 5 and 10', '2020-01-06', [{ toPayDay: [5, 10] }], '2020-01-10'],
    ['OCA: 5 days, pay day 5', '2020-01-01', [{ addDays: 5, toPayDay: [5] }], '2020-02-05'],
    ['Odoo: net 30', '2022-01-01', [{ addDays: 30 }], '2022-01-31'],
    ['Odoo: net 30', '2022-01-31', [{ addDays: 30 }], '2022-03-02'],
  ])('%s, %s', (_, date, due, expected) => expect(dueDate(date, due)).toBe(expected))

  it('OCA: 2 weeks from 2015-03-02, a holiday on 03-16, the next day', () => {
    const holiday = calendarOf({ closed: ['2015-03-16'] })
    expect(dueDate('2015-03-02', [{ addWeeks: 2, toBusinessDay: 'following', calendar: 'any' }], holiday)).toBe('2015-03-17')
  })

  it.each<[string, string, DateStep[], string]>([
    ['none: the date of the invoice', '2024-01-31', [], '2024-01-31'],
    ['an empty one, and end of month refused', '2024-01-30', [{}, { toEndOfMonth: false }, { addDays: 0 }], '2024-01-30'],
    ['a month of the same year', '2024-12-31', [{ setMonth: 2 }], '2024-02-29'],
    ['a month, more months and a day, cut once', '2024-12-31', [{ setMonth: 2, addMonths: 1 }], '2024-03-31'],
    ['the day after the months, whatever the order of keys', '2023-11-30', [{ setDay: 31, addMonths: 3 }], '2024-02-29'],
    ['days after months', '2024-01-31', [{ addDays: 1, addMonths: 1 }], '2024-03-01'],
    ['backwards over a year', '2024-03-31', [{ addMonths: -13, addWeeks: -1, addDays: -3 }], '2023-02-18'],
    ['the last day for the pay day 31', '2023-02-10', [{ toPayDay: [31] }], '2023-02-28'],
    ['the last day, for it is one', '2023-02-28', [{ toPayDay: [30, 31] }], '2023-02-28'],
    ['the first of the pay days left', '2023-12-02', [{ toPayDay: [25, 10, 5] }], '2023-12-05'],
    ['the first pay day of January', '2023-12-21', [{ toPayDay: [20, 10] }], '2024-01-10'],
    ['the pay day in a short next month', '2023-01-31', [{ toPayDay: [30] }], '2023-02-28'],
    ['a weekday that it is', '2024-03-01', [{ toWeekday: 5 }], '2024-03-01'],
    ['a weekday before', '2024-03-01', [{ toWeekday: 4 }], '2024-03-07'],
    [
      'end of month, pay day, weekday and business day, in this order',
      '2024-01-05',
      [{ toEndOfMonth: true, toPayDay: [5], toWeekday: 7 }],
      '2024-02-11',
    ],
    ['Monday after a Saturday', '2024-03-02', [{ toBusinessDay: 'following' }], '2024-03-04'],
    ['Friday before a Sunday', '2024-03-03', [{ toBusinessDay: 'preceding' }], '2024-03-01'],
    ['Friday before a Sunday that ends a month', '2024-03-31', [{ toBusinessDay: 'modified-following' }], '2024-03-29'],
    ['Monday after a Sunday within a month', '2024-03-24', [{ toBusinessDay: 'modified-following' }], '2024-03-25'],
    ['a business day', '2024-03-29', [{ toBusinessDay: 'preceding' }], '2024-03-29'],
  ])('%s', (_, date, due, expected) => expect(dueDate(date, due)).toBe(expected))

  it('tells the date after each', () => {
    const due: DateStep[] = [{ addDays: 30 }, {}, { addMonths: 1, setDay: 10 }, { toBusinessDay: 'following' }]
    expect(move('2023-12-12', due)).toEqual({
      line: 1,
      date: '2024-02-12',
      amount: '1.00',
      dates: ['2024-01-11', '2024-01-11', '2024-02-10', '2024-02-12'],
    })
  })
})

/** The same, day by day and with date-fns. */
function reference(date: Date, step: DateStep, isOpen: (date: Date) => boolean): Date {
  const { addMonths: months = 0, addWeeks: weeks = 0, addDays: days = 0 } = step
  const first = startOfMonth(date)
  const month = addMonths(step.setMonth === undefined ? first : setMonth(first, step.setMonth - 1), months)
  const added = addDays(addWeeks(setDate(month, Math.min(step.setDay ?? getDate(date), getDaysInMonth(month))), weeks), days)
  const search = (from: Date, by: number, found: (date: Date) => boolean): Date => (found(from) ? from : search(addDays(from, by), by, found))
  const ended = step.toEndOfMonth === true ? lastDayOfMonth(added) : added
  const isPayDay = (one: Date): boolean => step.toPayDay?.some((day) => Math.min(day, getDaysInMonth(one)) === getDate(one)) ?? true
  const onWeekday = search(search(ended, 1, isPayDay), 1, (one) => step.toWeekday === undefined || getISODay(one) === step.toWeekday)
  if (step.toBusinessDay === undefined) return onWeekday
  const following = search(onWeekday, 1, isOpen)
  const isOtherMonth = startOfMonth(following).getTime() !== startOfMonth(onWeekday).getTime()
  return step.toBusinessDay === 'preceding' || (step.toBusinessDay === 'modified-following' && isOtherMonth)
    ? search(onWeekday, -1, isOpen)
    : following
}

const textOf = (date: Date): string => date.toISOString().slice(0, 10)
const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => textOf(addDays(new UTCDateMini('1950-01-01'), days)))
const dateLists = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 40 })

/** Every part that a step may have, in alphabetical order. */
const PARTS = ['addDays', 'addMonths', 'addWeeks', 'calendar', 'setDay', 'setMonth', 'toBusinessDay', 'toEndOfMonth', 'toPayDay', 'toWeekday']

describe('the steps of a line, compared with date-fns', () => {
  it('gives the same dates, with Monday to Friday and with any calendar', () => {
    const seen = new Set<string>()
    const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    fc.assert(
      fc.property(dates, fc.array(steps, { maxLength: 4 }), weeks, dateLists, dateLists, (date, due, weekdays, closedOffsets, openOffsets) => {
        // Where the steps lead without a calendar: there, exceptions matter.
        const near = due.reduce((day, step) => reference(day, step, () => true), new UTCDateMini(date) as Date)
        const closed = closedOffsets.map((days) => textOf(addDays(near, days)))
        const open = [...new Set(openOffsets)].map((days) => textOf(addDays(near, days)))
        const windows = Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((key, index) =>
            weekdays.includes(index + 1) ? [[key, [['09:00', '17:00']]]] : [],
          ),
        )
        const some = open.map((day, index) => ({ date: day, windows: index % 3 === 0 ? [] : [['10:00', '12:00'] as const] }))
        const isOpen = (day: Date): boolean => {
          const exception = some.find((one) => one.date === textOf(day))
          if (exception !== undefined) return exception.windows.length > 0
          return weekdays.includes(getISODay(day)) && !closed.includes(textOf(day))
        }
        const isWeekday = (day: Date): boolean => getISODay(day) <= 5
        for (const step of due) for (const key of Object.keys(step)) if (step[key as keyof DateStep] !== undefined) seen.add(key)
        const expected: string[] = []
        due.reduce((day, step) => {
          const moved = reference(day, step, step.calendar === undefined ? isWeekday : isOpen)
          expected.push(textOf(moved))
          return moved
        }, new UTCDateMini(date) as Date)
        const calendar = calendarOf({ windows, closed, open: some })
        expect(move(date, due, { any: calendar }).dates).toEqual(expected)
        const shuffled = calendarOf({ windows, closed: [...closed, ...closed].reverse(), open: [...some].reverse() })
        expect(move(date, due, { any: shuffled }).dates).toEqual(expected)
      }),
      { numRuns: 500 },
    )
    expect([...seen].sort()).toEqual(PARTS)
  })
})

describe('business days', () => {
  const business = (date: string, toBusinessDay: DateStep['toBusinessDay'], others: Partial<BusinessDayCalendar>): string =>
    dueDate(date, [{ toBusinessDay, calendar: 'any' }], calendarOf(others))

  it('are those of the weekdays that have windows', () => {
    const windows = { sun: [['09:00', '12:00']], thu: [['00:00', '24:00']], mon: [], tue: undefined } as const
    expect(business('2024-03-01', 'following', { windows })).toBe('2024-03-03')
    expect(business('2024-03-01', 'preceding', { windows })).toBe('2024-02-29')
  })

  it('China 2024: the workdays made up for a holiday are open, the days off closed', () => {
    const days = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, index) => `2024-02-${from + index}`)
    const working = [
      { date: '2024-02-04', windows: [['09:00', '17:00']] },
      { date: '2024-02-18', windows: [['09:00', '17:00']] },
    ] as const
    const spring = { closed: days(10, 17), open: working }
    expect(business('2024-02-10', 'following', spring)).toBe('2024-02-18')
    expect(business('2024-02-10', 'preceding', spring)).toBe('2024-02-09')
    expect(business('2024-02-04', 'following', spring)).toBe('2024-02-04')
  })

  it('are closed where an opened date has no windows, and open where it has, whatever `closed` says', () => {
    expect(business('2024-03-01', 'following', { open: [{ date: '2024-03-01', windows: [] }] })).toBe('2024-03-04')
    const open = [{ date: '2024-03-02', windows: [['09:00', '10:00']] }] as const
    expect(business('2024-03-02', 'following', { closed: ['2024-03-02'], open })).toBe('2024-03-02')
  })

  it('lie in the month before where a whole month is closed, for modified-following', () => {
    const closed = Array.from({ length: 29 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`)
    expect(business('2024-02-10', 'modified-following', { closed })).toBe('2024-01-31')
    expect(business('2024-02-10', 'following', { closed })).toBe('2024-03-01')
  })

  it('are found where no weekday is open, at once, however far they are', () => {
    const windows = { mon: [] }
    const open = (...opened: string[]): Partial<BusinessDayCalendar> => ({
      windows,
      open: opened.map((date) => ({ date, windows: [['09:00', '10:00']] })),
    })
    expect(business('0001-01-01', 'following', open('9999-12-31', '9998-12-30'))).toBe('9998-12-30')
    expect(business('0001-01-01', 'following', open('9998-12-30', '9999-12-31'))).toBe('9998-12-30')
    expect(business('9998-12-30', 'following', open('9998-12-30', '9999-12-31'))).toBe('9998-12-30')
    expect(business('9999-12-30', 'preceding', open('9999-12-31', '0001-01-01', '0001-02-01'))).toBe('0001-02-01')
    expect(business('2024-03-10', 'modified-following', open('2025-03-12', '2024-01-05', '2024-01-06'))).toBe('2024-01-06')
    expect(business('2024-03-10', 'modified-following', open('2024-01-06'))).toBe('2024-01-06')
    expect(business('2024-03-10', 'modified-following', open('2024-01-06', '2024-03-31'))).toBe('2024-03-31')
    expect(issuesOf(() => business('2024-03-10', 'modified-following', open('2024-04-01')))).toEqual([
      ['out-of-range', ['plan', 'lines', 0, 'due', 0]],
    ])
    expect(issuesOf(() => business('2024-03-10', 'following', open('2024-03-09')))).toEqual([['out-of-range', ['plan', 'lines', 0, 'due', 0]]])
  })

  it('are found beyond thousands of dates that are closed in a row, thousands of times', () => {
    const start = new UTCDateMini('2024-01-01')
    const closed = Array.from({ length: 20_000 }, (_, days) => textOf(addDays(start, days)))
    const calendar = calendarOf({ closed, open: [{ date: '9999-12-30', windows: [['09:00', '10:00']] }] })
    const due = Array.from({ length: 1000 }, (): DateStep[] => [
      { addDays: 1, toBusinessDay: 'following', calendar: 'any' },
      { addDays: -1, toBusinessDay: 'preceding', calendar: 'any' },
    ]).flat()
    const [after, before] = ['2078-10-04', '2023-12-29']
    expect(move('2050-01-01', due, { any: calendar }).dates).toEqual(due.map((_, index) => (index % 2 === 0 ? after : before)))
  })

  it('are business days on the right side, and in the same month for modified-following', () => {
    const weekdays = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), { minLength: 1 })
    fc.assert(
      fc.property(dates, weekdays, dateLists, (date, keys, offsets) => {
        const closed = offsets.map((days) => textOf(addDays(new UTCDateMini(date), days)))
        const others = { windows: Object.fromEntries(keys.map((key) => [key, [['08:00', '09:00']]])), closed }
        const [following, preceding, modified] = (['following', 'preceding', 'modified-following'] as const).map((one) =>
          business(date, one, others),
        ) as [string, string, string]
        expect(following >= date && preceding <= date).toBe(true)
        expect([following, preceding]).toContain(modified)
        for (const day of [following, preceding]) {
          expect(closed).not.toContain(day)
          expect(keys).toContain(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][getISODay(new UTCDateMini(day)) - 1])
        }
        const isInMonth = (day: string): boolean => day.slice(0, 7) === date.slice(0, 7)
        if (isInMonth(following) || isInMonth(preceding)) expect(isInMonth(modified)).toBe(true)
      }),
    )
  })
})

describe('dates outside the years 1 to 9999', () => {
  const place = ['plan', 'lines', 0, 'due', 0]

  it.each<[string, DateStep]>([
    ['9999-12-31', { addDays: 1 }],
    ['9999-12-01', { addMonths: 1, addDays: -60 }],
    ['9999-11-30', { addMonths: 1, addWeeks: 5 }],
    ['9999-12-26', { toPayDay: [25] }],
    ['9999-12-31', { toWeekday: 4 }],
    ['0001-01-01', { addDays: -1 }],
    ['0001-01-31', { addMonths: -1, addDays: 60 }],
    ['2024-01-01', { addMonths: Number.MAX_SAFE_INTEGER }],
    ['2024-01-01', { addMonths: Number.MIN_SAFE_INTEGER }],
    ['2024-01-01', { addWeeks: Number.MAX_SAFE_INTEGER, addDays: Number.MIN_SAFE_INTEGER }],
    ['2024-01-01', { addDays: Number.MIN_SAFE_INTEGER }],
  ])('%s, %j', (date, step) => expect(issuesOf(() => move(date, [step]))).toEqual([['out-of-range', place]]))

  it('are where a closed calendar would lead, on either side', () => {
    const calendars = { any: calendarOf({ closed: ['9999-12-31', '0001-01-01'] }) }
    const to = (toBusinessDay: DateStep['toBusinessDay']): DateStep[] => [{}, { toBusinessDay, calendar: 'any' }]
    expect(issuesOf(() => move('9999-12-31', to('following'), calendars))).toEqual([['out-of-range', ['plan', 'lines', 0, 'due', 1]]])
    expect(issuesOf(() => move('0001-01-01', to('preceding'), calendars))).toEqual([['out-of-range', ['plan', 'lines', 0, 'due', 1]]])
    expect(move('9999-12-31', to('modified-following'), calendars).date).toBe('9999-12-30')
    expect(move('0001-01-01', to('modified-following'), calendars).date).toBe('0001-01-02')
  })

  it('are named by line and step, the first of each line, with the date and the step', () => {
    const plan = planOf([
      { share: { type: 'percent', percent: 50, of: 'total' }, due: [{ addMonths: 1 }, { addMonths: 120_000 }, { addMonths: 120_000 }] },
      { share: { type: 'percent', percent: 50, of: 'total' }, due: [{ addDays: -1e9 }] },
    ])
    let issues: unknown
    try {
      planInstalments({ date: '2024-01-31', amount: '1', currency: 'CNY' }, plan)
    } catch (error) {
      issues = (error as { issues: { path: unknown; message: string }[] }).issues.map(({ path, message }) => [path, message])
    }
    expect(issues).toEqual([
      [['plan', 'lines', 0, 'due', 1], 'must be between 0001-01-01 and 9999-12-31, not 2024-02-29 + {"addMonths":120000}'],
      [['plan', 'lines', 1, 'due', 0], 'must be between 0001-01-01 and 9999-12-31, not 2024-01-31 + {"addDays":-1000000000}'],
    ])
  })

  it('are not where it stays within', () => {
    expect(dueDate('9999-12-31', [{ addMonths: -119_987 }])).toBe('0001-01-31')
    expect(dueDate('0001-01-01', [{ addDays: 3_652_058 }])).toBe('9999-12-31')
    expect(dueDate('9999-12-01', [{ toPayDay: [31], toBusinessDay: 'following' }])).toBe('9999-12-31')
    expect(dueDate('2024-01-01', [{ addWeeks: 1e15, addDays: -7e15 }])).toBe('2024-01-01')
  })
})
