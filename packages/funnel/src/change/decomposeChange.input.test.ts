import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badCurrencies } from '../../../core/testing/badInput.js'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { spoil } from '../../testing/spoil.js'
import { decomposeChange } from '../index.js'

const factors = { deals: 100, winRate: '0.20', averageValue: 1000, cycleDays: 30 }
const groups = [
  { group: 'web', entered: 100, converted: 50 },
  { group: null, entered: 10, converted: 1 },
]
const valued = { groups, averageValue: 10 }

const bad = (before: unknown, after: unknown = before, options?: unknown): unknown =>
  issuesOf(() => decomposeChange({ before, after } as never, options as never))
const below = (issues: readonly (readonly [string, ...(string | number)[]])[]): unknown =>
  ['before', 'after'].flatMap((side) => issues.map(([code, ...path]) => [code, [side, ...path]]))
const badGroup = (more: object): unknown => bad({ groups: [groups[0], { group: 'x', entered: 5, converted: 2, ...more }] })
const inGroup = (code: string, ...path: readonly (string | number)[]): unknown => below([[code, 'groups', 1, ...path]])

describe('decomposeChange: bad input', () => {
  it.each(badRecords)('%j', (value, code) => {
    expect(issuesOf(() => decomposeChange(value as never))).toEqual([[code, ['change']]])
    expect(bad(value)).toEqual(below([[code]]))
    expect(bad({ groups: [groups[0], value] })).toEqual(below([[code, 'groups', 1]]))
    if (value !== undefined) expect(bad(factors, factors, value)).toEqual([[code, ['options']]])
  })

  it.each(badLists)('no groups: %j', (value, code) => {
    expect(bad({ groups: value })).toEqual(below([[code, 'groups']]))
  })

  it.each([
    [null, 'not-a-decimal'],
    [Number.NaN, 'not-a-decimal'],
    ['1,000', 'not-a-decimal'],
    ['１２', 'not-a-decimal'],
    ['1e1000', 'too-many-digits'],
  ])('no factor: %j', (value, code) => {
    for (const factor of Object.keys(factors)) expect(bad({ ...factors, [factor]: value })).toEqual(below([[code, factor]]))
    expect(bad({ ...valued, averageValue: value })).toEqual(below([[code, 'averageValue']]))
    expect(bad({ ...valued, cycleDays: value })).toEqual(below([[code, 'cycleDays']]))
  })

  it.each<readonly [object, readonly (readonly [string, string])[]]>([
    [
      {},
      [
        ['missing', 'deals'],
        ['missing', 'winRate'],
        ['missing', 'averageValue'],
      ],
    ],
    [
      { cycleDays: 3, groups: undefined },
      [
        ['missing', 'deals'],
        ['missing', 'winRate'],
        ['missing', 'averageValue'],
      ],
    ],
    [{ ...factors, deals: undefined }, [['missing', 'deals']]],
    [
      { ...factors, winRate: 1.01, deals: -1 },
      [
        ['too-small', 'deals'],
        ['too-large', 'winRate'],
      ],
    ],
    [
      { ...factors, cycleDays: 0, averageValue: 1e101 },
      [
        ['too-large', 'averageValue'],
        ['not-above', 'cycleDays'],
      ],
    ],
    [{ ...factors, days: 3 }, [['unknown-key', 'days']]],
    [{ groups, deals: 110 }, [['missing', 'averageValue']]],
    [{ groups, cycleDays: 5 }, [['missing', 'averageValue']]],
    [{ groups: [] }, [['nothing-to-divide-by', 'groups']]],
    [{ groups: [{ group: 'a', entered: 0, converted: 0 }] }, [['nothing-to-divide-by', 'groups']]],
    [{ ...valued, deals: 109 }, [['outdated-input', 'deals']]],
    [{ ...valued, deals: '110.00000000000001' }, [['outdated-input', 'deals']]],
    [{ ...valued, winRate: '0.5', deals: 110 }, []],
    [{ ...valued, winRate: '0.46' }, []],
    [{ ...valued, winRate: '0.4600' }, []],
    [{ ...valued, winRate: '0.464' }, []],
    [{ ...valued, winRate: '0.463' }, [['outdated-input', 'winRate']]],
    [{ ...valued, winRate: '0.4636363636363636' }, []],
    [{ ...valued, winRate: '0.4636363636363637' }, [['outdated-input', 'winRate']]],
    [{ ...valued, winRate: 51 / 110 }, []],
    [{ ...valued, groups: [], winRate: 0, deals: 0 }, []],
    [
      { ...valued, groups: [], winRate: '0.1', deals: 1 },
      [
        ['outdated-input', 'deals'],
        ['outdated-input', 'winRate'],
      ],
    ],
  ])('%j', (period, issues) => {
    expect(bad(period)).toEqual(issues.length === 0 ? 'nothing was thrown' : below(issues))
  })

  it('takes a rate that numbers were divided to, though it is not rounded half up', () => {
    const twoThirds = { groups: [{ group: 'a', entered: 3, converted: 2 }], averageValue: 1 }
    expect(bad({ ...twoThirds, winRate: 2 / 3 })).toBe('nothing was thrown')
    expect(bad({ ...twoThirds, winRate: '0.6666666666666667' })).toBe('nothing was thrown')
    expect(bad({ ...twoThirds, winRate: '0.6666666666666665' })).toEqual(below([['outdated-input', 'winRate']]))
    expect(bad({ ...twoThirds, winRate: `0.${'6'.repeat(999)}7` })).toBe('nothing was thrown')
    expect(bad({ ...twoThirds, winRate: 0.66 })).toEqual(below([['outdated-input', 'winRate']]))
  })

  it.each(badTexts.filter(([value]) => value !== null))('no group: %j', (value, code) => {
    expect(badGroup({ group: value })).toEqual(inGroup(code, 'group'))
  })

  it.each<readonly [object, string, string]>([
    [{ entered: undefined }, 'missing', 'entered'],
    [{ entered: -1 }, 'too-small', 'entered'],
    [{ entered: 5.5 }, 'not-an-integer', 'entered'],
    [{ entered: '5' }, 'not-an-integer', 'entered'],
    [{ entered: Number.NaN }, 'not-an-integer', 'entered'],
    [{ entered: 2 ** 53 }, 'too-large', 'entered'],
    [{ converted: undefined }, 'missing', 'converted'],
    [{ converted: -1 }, 'too-small', 'converted'],
    [{ converted: 6 }, 'too-large', 'converted'],
    [{ converted: null }, 'not-an-integer', 'converted'],
    [{ share: 1 }, 'unknown-key', 'share'],
    [{ group: 'web' }, 'duplicate', 'group'],
  ])('a group with %j', (more, code, key) => {
    expect(badGroup(more)).toEqual(inGroup(code, key))
  })

  it('those of no group stand once too', () => {
    const none = { group: null, entered: 1, converted: 1 }
    expect(bad({ groups: [none, { ...none, group: 'null' }, none] })).toEqual(below([['duplicate', 'groups', 2, 'group']]))
  })

  it('both periods are of one form', () => {
    const missing = (side: string, key: string): unknown => [['missing', [side, key]]]
    expect(bad(factors, { groups })).toEqual(missing('before', 'groups'))
    expect(bad({ groups }, factors)).toEqual(missing('after', 'groups'))
    expect(bad(valued, factors)).toEqual(missing('after', 'groups'))
    expect(bad({ groups }, valued)).toEqual(missing('before', 'averageValue'))
    expect(bad({ ...valued, cycleDays: 5 }, { groups })).toEqual(missing('after', 'averageValue'))
    expect(bad(factors, { ...factors, cycleDays: undefined })).toBe('nothing was thrown')
    expect(bad(valued, { ...valued, cycleDays: 2, deals: 110 })).toBe('nothing was thrown')
  })

  it.each([null, '', 'Leads', 'customers', 1, ['leads']])('nothing that is counted: %j', (counted) => {
    expect(bad(factors, factors, { counted })).toEqual([['not-allowed', ['options', 'counted']]])
  })

  it.each(badCurrencies.slice(1))('no currency: %j', (currency, code) => {
    expect(bad(factors, factors, { currency })).toEqual([[code, ['options', 'currency']]])
  })

  it.each([
    ['', 'empty', []],
    [7, 'wrong-type', []],
    [null, 'wrong-type', []],
    [{}, 'empty', []],
    [{ en: '' }, 'empty', ['en']],
    [{ '1': 'x' }, 'not-a-language-tag', ['1']],
  ])('no subject: %j', (subject, code, path) => {
    expect(bad(factors, factors, { subject })).toEqual([[code, ['options', 'subject', ...path]]])
  })

  it('is told all together, options first', () => {
    const wrong = { ...factors, deals: null, groups: [{ group: '', entered: 1, converted: 2, x: 0 }] }
    expect(issuesOf(() => decomposeChange({ before: wrong, plan: 1 } as never, { region: 'East', currency: 1 } as never))).toEqual([
      ['unknown-key', ['options', 'region']],
      ['unknown-currency', ['options', 'currency']],
      ['unknown-key', ['plan']],
      ['not-a-decimal', ['before', 'deals']],
      ['unknown-key', ['before', 'groups', 0, 'x']],
      ['empty', ['before', 'groups', 0, 'group']],
      ['too-large', ['before', 'groups', 0, 'converted']],
      ['missing', ['after']],
    ])
  })

  it('what is inherited is not there, nor what a list leaves out', () => {
    expect(bad(Object.create(factors))).toEqual(
      below([
        ['missing', 'deals'],
        ['missing', 'winRate'],
        ['missing', 'averageValue'],
      ]),
    )
    expect(bad({ groups: new Array(2) })).toEqual(
      below([
        ['missing', 'groups', 0],
        ['missing', 'groups', 1],
      ]),
    )
    expect(bad(JSON.parse(`{"__proto__":{},${JSON.stringify(factors).slice(1)}`))).toEqual(below([['unknown-key', '__proto__']]))
    expect(
      bad({
        groups: [
          { group: '__proto__', entered: 1, converted: 1 },
          { group: 'constructor', entered: 1, converted: 0 },
        ],
      }),
    ).toBe('nothing was thrown')
  })

  it.each([
    { before: factors, after: factors },
    { before: { groups }, after: valued },
    { before: valued, after: { ...valued, deals: 110 } },
  ])('of any kind is told or taken, and nothing else is thrown: %j', (change) => {
    fc.assert(
      fc.property(spoil({ change, options: { subject: { en: 'East' }, currency: 'EUR' } }), (spoilt) => {
        const { change: given, options } = (spoilt ?? {}) as { change: never; options: never }
        issuesOf(() => decomposeChange(given, options))
      }),
    )
  })
})
