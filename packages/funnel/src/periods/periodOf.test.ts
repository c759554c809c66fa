import type { Issue } from '@clientele/core'
import { FIRST_DAY, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { periodOf } from './periodOf.js'
import { readPeriods } from './readPeriods.js'
import type { Periods } from './types.js'

const period = (date: string, by: Periods['by'], fiscalYearStart = 1): unknown => {
  const { from, to } = periodOf(parseDay(date), { by, fiscalYearStart })
  return [formatDay(from), formatDay(to)]
}
const kinds = fc.constantFrom<Periods['by']>('day', 'week', 'month', 'quarter', 'year')
const days = fc.oneof(
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 800 }),
  fc.integer({ min: LAST_DAY - 800, max: LAST_DAY }),
)
const periods = fc.record({ by: kinds, fiscalYearStart: fc.integer({ min: 1, max: 12 }) })

describe('periodOf', () => {
  it.each<[date: string, by: Periods['by'], start: number, from: string, to: string]>([
    ['2024-02-29', 'day', 4, '2024-02-29', '2024-02-29'],
    // ISO 8601: weeks begin on Monday, and may lie in two years.
    ['2024-12-31', 'week', 1, '2024-12-30', '2025-01-05'],
    ['2024-12-30', 'week', 1, '2024-12-30', '2025-01-05'],
    ['2025-01-05', 'week', 1, '2024-12-30', '2025-01-05'],
    ['2024-02-10', 'month', 7, '2024-02-01', '2024-02-29'],
    ['2023-12-31', 'month', 1, '2023-12-01', '2023-12-31'],
    ['2024-05-31', 'quarter', 1, '2024-04-01', '2024-06-30'],
    ['2024-05-31', 'quarter', 2, '2024-05-01', '2024-07-31'],
    ['2024-01-31', 'quarter', 2, '2023-11-01', '2024-01-31'],
    ['2024-01-31', 'quarter', 12, '2023-12-01', '2024-02-29'],
    ['2024-06-30', 'year', 1, '2024-01-01', '2024-12-31'],
    ['2024-06-30', 'year', 7, '2023-07-01', '2024-06-30'],
    ['2024-07-01', 'year', 7, '2024-07-01', '2025-06-30'],
    ['2024-03-31', 'year', 4, '2023-04-01', '2024-03-31'],
    // Where the calendar ends, so do its periods.
    ['0001-01-01', 'year', 4, '0001-01-01', '0001-03-31'],
    ['0001-01-03', 'week', 1, '0001-01-01', '0001-01-07'],
    ['9999-12-31', 'week', 1, '9999-12-27', '9999-12-31'],
    ['9999-12-31', 'quarter', 12, '9999-12-01', '9999-12-31'],
    ['9999-12-31', 'month', 1, '9999-12-01', '9999-12-31'],
  ])('%s is in the %s, beginning in month %i, from %s to %s', (date, by, start, from, to) => expect(period(date, by, start)).toEqual([from, to]))

  it('covers every day once: a period holds its day, is that of all its days, and the next one begins right after it', () => {
    fc.assert(
      fc.property(days, periods, fc.double({ min: 0, max: 1, noNaN: true }), (day, kind, part) => {
        const { from, to } = periodOf(day, kind)
        expect(from <= day && day <= to).toBe(true)
        expect(periodOf(from + Math.floor(part * (to - from)), kind)).toEqual({ from, to })
        if (to < LAST_DAY) expect(periodOf(to + 1, kind).from).toBe(to + 1)
        if (from > FIRST_DAY) expect(periodOf(from - 1, kind).to).toBe(from - 1)
      }),
      { numRuns: 1000 },
    )
  })

  it('is as long as its name says, and begins in a month of the fiscal year', () => {
    const months = { month: 1, quarter: 3, year: 12 } as const
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), periods, (day, { by, fiscalYearStart }) => {
        const { from, to } = periodOf(day, { by, fiscalYearStart })
        const first = new Date(from * 86_400_000)
        if (by === 'day' || by === 'week') {
          expect(to - from).toBe(by === 'day' ? 0 : 6)
          if (by === 'week') expect(first.getUTCDay()).toBe(1)
          return
        }
        expect(first.getUTCDate()).toBe(1)
        expect((first.getUTCMonth() + 12 - (fiscalYearStart - 1)) % months[by]).toBe(0)
        const end = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months[by], 1))
        expect(formatDay(to + 1)).toBe(end.toISOString().slice(0, 10))
      }),
      { numRuns: 500 },
    )
  })
})

describe('readPeriods', () => {
  const read = (record: { readonly [key: string]: unknown }): unknown => {
    const issues: Issue[] = []
    const found = readPeriods(record, ['options'], issues)
    return found ?? codesAndPaths(issues)
  }

  it('takes January for the beginning unless told', () => {
    expect(read({ by: 'quarter' })).toEqual({ by: 'quarter', fiscalYearStart: 1 })
    expect(read({ by: 'year', fiscalYearStart: undefined })).toEqual({ by: 'year', fiscalYearStart: 1 })
    expect(read({ by: 'week', fiscalYearStart: 12 })).toEqual({ by: 'week', fiscalYearStart: 12 })
  })

  it('tells what is no period and no month', () => {
    expect(read({})).toEqual([['missing', ['options', 'by']]])
    expect(read({ by: 'decade', fiscalYearStart: 0 })).toEqual([
      ['not-allowed', ['options', 'by']],
      ['too-small', ['options', 'fiscalYearStart']],
    ])
    expect(read({ by: 'day', fiscalYearStart: 13 })).toEqual([['too-large', ['options', 'fiscalYearStart']]])
    for (const month of [1.5, '4', null, Number.NaN]) {
      expect(read({ by: 'day', fiscalYearStart: month })).toEqual([['not-an-integer', ['options', 'fiscalYearStart']]])
    }
  })
})
