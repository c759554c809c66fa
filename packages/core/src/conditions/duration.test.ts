import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { addCalendarDays } from '../index.js'
import type { Issue } from '../issues/types.js'
import { dateBefore, parseDuration } from './duration.js'
import { readDuration } from './readDuration.js'

describe('parseDuration', () => {
  it.each([
    ['P30D', { months: 0, days: 30 }],
    ['P2W', { months: 0, days: 14 }],
    ['P1Y', { months: 12, days: 0 }],
    ['P12M', { months: 12, days: 0 }],
    ['P1Y2M3W4D', { months: 14, days: 25 }],
    ['soon', undefined],
    ['PT8H', undefined],
  ])('reads %s in months and days', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected)
  })
})

describe('readDuration', () => {
  const read = (value: unknown): readonly [unknown, unknown] => {
    const issues: Issue[] = []
    return [readDuration(value, ['policy', 'validFor'], issues), codesAndPaths(issues)]
  }

  it('reads what parseDuration reads', () => {
    expect(read('P1Y2M3W4D')).toEqual([{ months: 14, days: 25 }, []])
    expect(read('P0D')).toEqual([{ months: 0, days: 0 }, []])
  })

  it.each([
    [undefined, 'missing'],
    [null, 'not-a-duration'],
    [30, 'not-a-duration'],
    ['', 'not-a-duration'],
    ['P', 'not-a-duration'],
    ['PT8H', 'not-a-duration'],
  ])('says of %j what is wrong', (value, code) => {
    expect(read(value)).toEqual([undefined, [[code, ['policy', 'validFor']]]])
  })
})

describe('dateBefore', () => {
  it('lies no later for more days after the same months, whichever the day', () => {
    const days = fc
      .oneof(fc.nat(3_652_058), fc.nat(800))
      .chain((day) => fc.constantFrom(addCalendarDays('0001-01-01', day), `${1600 + (day % 800)}-03-31`, `${1600 + (day % 800)}-03-01`))
    fc.assert(
      fc.property(days, fc.nat(60), fc.nat(2000), fc.nat(40), (date, months, fewer, more) => {
        expect(dateBefore(date, { months, days: fewer + more }) <= dateBefore(date, { months, days: fewer })).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
