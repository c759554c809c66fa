import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { detectDecline } from '../index.js'

const good = { week: '2024-W05', entered: 5, converted: 2, group: 'web' }
const options = { weeks: 1 }

const wrong = (weekly: unknown, given: unknown = options): unknown => issuesOf(() => detectDecline(weekly as never, given as never))
const withRow = (more: object): unknown => wrong([good, { ...good, group: 'ads', ...more }])
const inRow = (code: string, ...path: readonly (string | number)[]): unknown => [[code, ['weekly', 1, ...path]]]

describe('detectDecline: bad input', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(wrong([good, value])).toEqual(inRow(code))
    if (value !== undefined) expect(wrong([good], value)).toEqual([[code, ['options']]])
  })

  it.each([...badLists, [undefined, 'missing'] as const])('no list: %j', (value, code) => {
    expect(wrong(value)).toEqual([[code, ['weekly']]])
  })

  it('no options', () => {
    expect(issuesOf(() => (detectDecline as (weekly: unknown) => unknown)([good]))).toEqual([['missing', ['options']]])
  })

  it.each([
    [undefined, 'missing'],
    [0, 'too-small'],
    [53, 'too-large'],
    [1.5, 'not-an-integer'],
    ['2', 'not-an-integer'],
    [null, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
  ])('%j weeks', (weeks, code) => {
    expect(wrong([good], { weeks })).toEqual([[code, ['options', 'weeks']]])
  })

  it.each(badDates.filter(([value]) => typeof value === 'string'))('no date: %j', (week, code) => {
    expect(
      wrong([
        { ...good, week: '2024-02-01' },
        { ...good, week },
      ]),
    ).toEqual(inRow(code, 'week'))
  })

  it.each([
    [undefined, 'missing'],
    [null, 'wrong-type'],
    ['', 'empty'],
    [true, 'wrong-type'],
    [{}, 'wrong-type'],
    [1.5, 'not-an-integer'],
    [Number.NaN, 'not-an-integer'],
    [Number.POSITIVE_INFINITY, 'not-an-integer'],
    [2 ** 53, 'too-large'],
    [-(2 ** 53), 'too-small'],
    ['2024-W00', 'unreadable'],
    ['2024-W53', 'unreadable'],
    ['2020-W54', 'unreadable'],
    ['0000-W01', 'unreadable'],
    ['2024W05', 'unreadable'],
    ['2024-W5', 'unreadable'],
    ['2024-W05-1', 'unreadable'],
    [' 2024-W05', 'unreadable'],
    ['２０２４-W05', 'unreadable'],
    ['2024-w05', 'not-a-calendar-date'],
    ['5', 'not-a-calendar-date'],
    [6, 'unreadable'],
    ['2024-02-08', 'unreadable'],
  ])('the week %j beside one of ISO 8601', (week, code) => {
    expect(withRow({ week })).toEqual(inRow(code, 'week'))
  })

  it('a week that JSON cannot hold', () => {
    for (const week of [1n, Symbol('week'), new Date(0)]) expect(withRow({ week })).toEqual(inRow('wrong-type', 'week'))
  })

  it('weeks are written as in the first row that can be read', () => {
    expect(
      wrong([
        { ...good, week: 'W' },
        { ...good, week: 5 },
        { ...good, week: '2024-W06' },
        { ...good, week: '2024-02-08' },
      ]),
    ).toEqual([
      ['unreadable', ['weekly', 0, 'week']],
      ['unreadable', ['weekly', 2, 'week']],
      ['unreadable', ['weekly', 3, 'week']],
    ])
    expect(() => detectDecline([good, { ...good, week: 5 }], options)).toThrow(/must be written like "2024-W05"; 5 cannot be read/)
  })

  it.each(badTexts.filter(([value]) => value !== undefined && value !== null))('no group: %j', (group, code) => {
    expect(withRow({ group })).toEqual(inRow(code, 'group'))
  })

  it.each<readonly [object, string, string]>([
    [{ entered: undefined }, 'missing', 'entered'],
    [{ entered: -1 }, 'too-small', 'entered'],
    [{ entered: 5.5 }, 'not-an-integer', 'entered'],
    [{ entered: '5' }, 'not-an-integer', 'entered'],
    [{ entered: 1_000_000_001 }, 'too-large', 'entered'],
    [{ entered: 999_999_996 }, 'too-large', 'entered'],
    [{ converted: undefined }, 'missing', 'converted'],
    [{ converted: -1 }, 'too-small', 'converted'],
    [{ converted: 6 }, 'too-large', 'converted'],
    [{ converted: Number.NaN }, 'not-an-integer', 'converted'],
    [{ rate: 1 }, 'unknown-key', 'rate'],
    [{ group: 'web' }, 'duplicate', 'week'],
  ])('a row with %j', (more, code, key) => {
    expect(withRow(more)).toEqual(inRow(code, key))
  })

  it('a week and group twice, also by other dates of the week, and of no group', () => {
    const dated = (week: string, group?: string | null): object => ({ week, entered: 1, converted: 0, group })
    expect(wrong([dated('2024-01-29', 'web'), dated('2024-02-04', 'web'), dated('2024-02-05', 'web')])).toEqual(inRow('duplicate', 'week'))
    expect(wrong([dated('2024-01-29'), dated('2024-01-29', null)])).toEqual(inRow('duplicate', 'week'))
    expect(wrong([dated('2024-01-29', 'null'), dated('2024-01-29', null)])).toBe('nothing was thrown')
    expect(
      wrong([
        { ...good, week: 0 },
        { ...good, week: -0 },
      ]),
    ).toEqual(inRow('duplicate', 'week'))
  })

  it('is told all together, options first', () => {
    expect(wrong([{ week: 'W', entered: 1, converted: 2, group: 7, x: 0 }, null, good, good], { weeks: 0, days: 7 })).toEqual([
      ['unknown-key', ['options', 'days']],
      ['too-small', ['options', 'weeks']],
      ['unknown-key', ['weekly', 0, 'x']],
      ['unreadable', ['weekly', 0, 'week']],
      ['too-large', ['weekly', 0, 'converted']],
      ['wrong-type', ['weekly', 0, 'group']],
      ['wrong-type', ['weekly', 1]],
      ['duplicate', ['weekly', 3, 'week']],
    ])
  })

  it('what is inherited is not there, nor what a list leaves out; names may be hostile', () => {
    expect(wrong([Object.create(good)])).toHaveLength(3)
    expect(wrong(new Array(2))).toEqual([
      ['missing', ['weekly', 0]],
      ['missing', ['weekly', 1]],
    ])
    expect(wrong([JSON.parse(`{"__proto__":{},${JSON.stringify(good).slice(1)}`)])).toEqual([['unknown-key', ['weekly', 0, '__proto__']]])
    const hostile = ['__proto__', 'constructor', '\u0000', '\uD800'].map((group) => ({ ...good, group }))
    expect(wrong([...hostile, ...hostile.map((one) => ({ ...one, week: '2024-W06' }))])).toBe('nothing was thrown')
    expect(wrong([good], { weeks: 1, group: undefined })).toEqual([['unknown-key', ['options', 'group']]])
  })

  it.each(['week', 'date', 'number'])('of any kind is told or taken, and nothing else is thrown: weeks by %s', (form) => {
    const weeks = { week: ['2024-W05', '2024-W06'], date: ['2024-02-01', '2024-02-09'], number: [5, 6] }[form] as readonly (string | number)[]
    const weekly = weeks.flatMap((week) => [
      { ...good, week },
      { ...good, week, group: null },
    ])
    fc.assert(
      fc.property(spoil({ weekly, options }), (spoilt) => {
        const { weekly: given, options: asked } = (spoilt ?? {}) as { weekly: never; options: never }
        issuesOf(() => detectDecline(given, asked))
      }),
    )
  })
})
