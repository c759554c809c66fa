import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { policyOf, ruleOf } from '../../testing/clocks.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkClockPolicy } from '../index.js'

const found = (value: unknown): unknown => codesAndPaths(checkClockPolicy(value))
const inClock = (more: object): unknown => found(policyOf(ruleOf(more)))

describe('checkClockPolicy', () => {
  it('takes whatever a policy may say', () => {
    const source = { title: { en: 'DISP 1.6', 'zh-CN': '英国' }, url: 'https://www.handbook.fca.org.uk', asOf: '2026-01-09' }
    const clocks = [
      ruleOf({ title: 'Resolution', warnAtPercent: '99.999', extendedBy: 'DeadlineExtended', whose: 'authority', source }),
      ruleOf({
        id: 'a',
        stops: ['x', 'y'],
        target: { weeks: 8, after: 'receipt-day' },
        whose: 'firm',
        warnAtPercent: 1e-7,
        source: { title: 'x', asOf: '2026-01-09' },
      }),
      ruleOf({ id: 'b', calendar: undefined, target: { high: 'PT0.5S', low: 'PT1H', constructor: 'PT2H' } as never }),
      ruleOf({ id: 'c', target: { high: 'PT8H', low: { businessDays: 0 }, normal: { calendarDays: 36_525 } } }),
    ]
    expect(found({ ...policyOf(...clocks), version: 2, format: 1, title: 'x', note: { en: 'An example.' } })).toEqual([])
  })

  it.each(badRecords)('refuses %j for a policy', (value, code) => expect(found(value)).toEqual([[code, []]]))

  it.each<[object, readonly [string, readonly (string | number)[]][]]>([
    [{ kind: 'x' }, [['not-allowed', ['kind']]]],
    [{ id: '' }, [['empty', ['id']]]],
    [{ version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ format: 2 }, [['not-allowed', ['format']]]],
    [{ title: 7 }, [['wrong-type', ['title']]]],
    [{ note: '' }, [['empty', ['note']]]],
    [{ x: 1 }, [['unknown-key', ['x']]]],
    [{ clocks: undefined }, [['missing', ['clocks']]]],
    [{ clocks: [] }, [['empty', ['clocks']]]],
    [{ clocks: { 0: ruleOf() } }, [['wrong-type', ['clocks']]]],
    [{ clocks: Array(1) }, [['missing', ['clocks', 0]]]],
    [
      { clocks: [ruleOf(), null, ruleOf()] },
      [
        ['wrong-type', ['clocks', 1]],
        ['duplicate', ['clocks', 2, 'id']],
      ],
    ],
    [{ clocks: Array(1001).fill(ruleOf()) }, [['too-many-parts', ['clocks']]]],
  ])('refuses a policy with %j', (more, issues) => expect(found({ ...policyOf(ruleOf()), ...more })).toEqual(issues))

  it.each(['id', 'starts', 'calendar', 'extendedBy'])('refuses a clock whose %s is no text', (key) => {
    for (const [value, code] of badTexts) {
      if (value !== undefined || key === 'id' || key === 'starts') expect(inClock({ [key]: value })).toEqual([[code, ['clocks', 0, key]]])
    }
  })

  it.each<[object, readonly [string, readonly (string | number)[]][]]>([
    [{ x: 1 }, [['unknown-key', ['x']]]],
    [JSON.parse('{ "__proto__": 1 }'), [['unknown-key', ['__proto__']]]],
    [{ title: {} }, [['empty', ['title']]]],
    [{ stops: undefined }, [['missing', ['stops']]]],
    [{ stops: '' }, [['empty', ['stops']]]],
    [{ stops: [] }, [['empty', ['stops']]]],
    [
      { stops: ['a', 7, 'a', ''] },
      [
        ['wrong-type', ['stops', 1]],
        ['empty', ['stops', 3]],
        ['duplicate', ['stops', 2]],
      ],
    ],
    [{ stops: 'ComplaintRecorded' }, [['given-elsewhere', ['stops']]]],
    [{ stops: ['x', 'ComplaintRecorded'] }, [['given-elsewhere', ['stops', 1]]]],
    [{ mayWait: undefined }, [['missing', ['mayWait']]]],
    [{ mayWait: 1 }, [['wrong-type', ['mayWait']]]],
    [{ warnAtPercent: 0 }, [['not-above', ['warnAtPercent']]]],
    [{ warnAtPercent: '-5' }, [['not-above', ['warnAtPercent']]]],
    [{ warnAtPercent: '100' }, [['not-below', ['warnAtPercent']]]],
    [{ warnAtPercent: '50%' }, [['not-a-decimal', ['warnAtPercent']]]],
    [{ warnAtPercent: Number.NaN }, [['not-a-decimal', ['warnAtPercent']]]],
    [{ whose: 'mine' }, [['not-allowed', ['whose']]]],
    [{ source: 'x' }, [['wrong-type', ['source']]]],
    [
      { source: { url: 7, x: 1 } },
      [
        ['unknown-key', ['source', 'x']],
        ['missing', ['source', 'title']],
        ['wrong-type', ['source', 'url']],
        ['missing', ['source', 'asOf']],
      ],
    ],
    [{ source: { title: 'x', asOf: '2026-02-30' } }, [['not-a-calendar-date', ['source', 'asOf']]]],
    [{ target: undefined }, [['missing', ['target']]]],
    [{ target: 8 }, [['wrong-type', ['target']]]],
    [{ target: ['PT8H'] }, [['wrong-type', ['target']]]],
    [{ target: 'P1D' }, [['not-a-time-duration', ['target']]]],
    [{ target: 'PT0S' }, [['not-above', ['target']]]],
    [{ target: '-PT1H' }, [['not-above', ['target']]]],
    [{ target: {} }, [['empty', ['target']]]],
    [{ target: { businessDays: 1.5 } }, [['not-an-integer', ['target', 'businessDays']]]],
    [{ target: { businessDays: '3' } }, [['not-an-integer', ['target', 'businessDays']]]],
    [{ target: { businessDays: -1 } }, [['too-small', ['target', 'businessDays']]]],
    [{ target: { calendarDays: 36_526 } }, [['too-large', ['target', 'calendarDays']]]],
    [{ target: { weeks: 5218 } }, [['too-large', ['target', 'weeks']]]],
    [{ target: { weeks: undefined } }, [['missing', ['target', 'weeks']]]],
    [{ target: { weeks: 8, after: 'receipt' } }, [['not-allowed', ['target', 'after']]]],
    [{ target: { weeks: 8, businessDays: 3 } }, [['unknown-key', ['target', 'weeks']]]],
    [{ target: { weeks: 8, high: 'PT8H' } }, [['unknown-key', ['target', 'high']]]],
    [{ target: { after: 'PT8H' } }, [['reserved-name', ['target', 'after']]]],
    [{ target: JSON.parse('{ "__proto__": "PT8H" }') }, [['reserved-name', ['target', '__proto__']]]],
    [
      { target: { '': 'PT8H', high: 'x', low: null } },
      [
        ['empty', ['target', '']],
        ['not-a-time-duration', ['target', 'high']],
        ['wrong-type', ['target', 'low']],
      ],
    ],
    [
      { target: { high: { low: 'PT8H' } } },
      [
        ['unknown-key', ['target', 'high', 'low']],
        ['missing', ['target', 'high', 'businessDays']],
      ],
    ],
    [{ target: { weeks: 8 }, calendar: undefined }, [['missing', ['calendar']]]],
    [{ target: { high: 'PT8H', low: { businessDays: 3 } }, calendar: undefined }, [['missing', ['calendar']]]],
  ])('refuses a clock with %j', (more, issues) => {
    expect(inClock(more)).toEqual(issues.map(([code, path]) => [code, ['clocks', 0, ...path]]))
  })

  it('refuses what is no list or object where one must be, and nothing else crashes it', () => {
    for (const [value] of badLists) expect(checkClockPolicy({ ...policyOf(ruleOf()), clocks: value })).toHaveLength(1)
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(checkClockPolicy(value))))
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ruleOf()), 'warnAtPercent', 'source', 'extendedBy', 'whose'), fc.anything(), (key, value) => {
        for (const { path } of checkClockPolicy(policyOf(ruleOf({ [key]: value })))) expect(path.slice(0, 2)).toEqual(['clocks', 0])
      }),
    )
  })
})
