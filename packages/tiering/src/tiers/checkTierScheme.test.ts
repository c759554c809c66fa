import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { shareSchemes, thresholdSchemes } from '../../testing/tierSchemes.js'
import { checkTierScheme, type ShareScheme, type ThresholdScheme } from '../index.js'
import { paretoAbc } from '../templates/paretoAbc.js'
import { textbookAbc } from '../templates/textbookAbc.js'
import { textbookShares } from '../templates/textbookShares.js'

const head = { kind: 'tier-scheme', id: 'abc', version: 1 } as const
const threshold: ThresholdScheme = {
  ...head,
  type: 'threshold',
  tiers: [
    { id: 'A', from: '500' },
    { id: 'B', from: '100' },
    { id: 'C', from: null },
  ],
}
const share: ShareScheme = {
  ...head,
  type: 'share-of-value',
  cuts: [
    { id: 'A', upToPercent: '80' },
    { id: 'B', upToPercent: '95' },
    { id: 'C', upToPercent: '100' },
  ],
}
const found = (value: unknown): unknown => codesAndPaths(checkTierScheme(value))
const tiers = (...froms: unknown[]): unknown => ({ ...threshold, tiers: froms.map((from, index) => ({ id: `${index}`, from })) })
const cuts = (...percents: unknown[]): unknown => ({ ...share, cuts: percents.map((upToPercent, index) => ({ id: `${index}`, upToPercent })) })
const expected = (...list: unknown[]): unknown => ({ ...share, expectedShareOfValue: list })

describe('checkTierScheme takes', () => {
  it('every optional part, undefined for a part left out, and the templates', () => {
    const title = { en: 'A', 'zh-CN': '甲' }
    const others = { format: 1, title, currency: 'CNY' } as const
    const expectedShareOfValue = [
      { id: 'C', fromPercent: 0, toPercent: '250.5' },
      { id: 'A', fromPercent: '60', toPercent: 60 },
    ]
    expect(
      found(deepFreeze({ ...threshold, ...others, boundary: 'at-or-above', tiers: threshold.tiers.map((tier) => ({ ...tier, title })) })),
    ).toEqual([])
    expect(found(deepFreeze({ ...share, ...others, boundary: 'after', expectedShareOfValue }))).toEqual([])
    expect(found({ ...share, type: 'share-of-customers', expectedShareOfValue: [] })).toEqual([])
    const nothing = { format: undefined, title: undefined, currency: undefined, boundary: undefined }
    expect([found({ ...threshold, ...nothing }), found({ ...share, ...nothing, expectedShareOfValue: undefined })]).toEqual([[], []])
    expect([textbookAbc, textbookShares, paretoAbc].map(found)).toEqual([[], [], []])
  })

  it('one tier, thresholds of any sign, and cuts as close as may be', () => {
    expect([tiers(null), tiers('1e30', 0, '-1e-30', -7, null), cuts(100), cuts('1e-900', '2e-900', '100.0')].map(found)).toEqual([[], [], [], []])
  })

  it('any scheme that is as stated', () => {
    fc.assert(
      fc.property(fc.oneof(thresholdSchemes, shareSchemes), (scheme) => {
        expect(found(scheme)).toEqual([])
      }),
    )
  })
})

describe('checkTierScheme refuses', () => {
  it.each(badRecords)('%o', (value, code) => expect(found(value)).toEqual([[code, []]]))

  it.each<[object, unknown]>([
    [
      { kind: 'abc', id: 7, version: '', format: 2 },
      [
        ['not-allowed', ['kind']],
        ['wrong-type', ['id']],
        ['empty', ['version']],
        ['not-allowed', ['format']],
      ],
    ],
    [{ title: 5 }, [['wrong-type', ['title']]]],
    [{ currency: 'cny' }, [['unknown-currency', ['currency']]]],
    [{ currency: null }, [['unknown-currency', ['currency']]]],
    [{ name: 'x' }, [['unknown-key', ['name']]]],
    [{ boundary: null }, [['not-allowed', ['boundary']]]],
    [{ type: undefined }, [['missing', ['type']]]],
    [
      { type: 'by-hand', tiers: 7, cuts: 7, boundary: 7, colour: 7 },
      [
        ['not-allowed', ['type']],
        ['unknown-key', ['colour']],
      ],
    ],
  ])('a scheme of either type with %o', (fields, issues) => {
    expect(found({ ...threshold, ...fields })).toEqual(issues)
    expect(found({ ...share, ...fields })).toEqual(issues)
  })

  it('what belongs to the other type', () => {
    expect(found({ ...threshold, boundary: 'before', cuts: share.cuts, expectedShareOfValue: [] })).toEqual([
      ['unknown-key', ['cuts']],
      ['unknown-key', ['expectedShareOfValue']],
      ['not-allowed', ['boundary']],
    ])
    expect(found({ ...share, boundary: 'above', tiers: threshold.tiers })).toEqual([
      ['unknown-key', ['tiers']],
      ['not-allowed', ['boundary']],
    ])
    expect(found(JSON.parse(JSON.stringify(share).replace('{', '{"__proto__":{},')))).toEqual([['unknown-key', ['__proto__']]])
    expect(found(Object.create(share))).toEqual([
      ['missing', ['kind']],
      ['missing', ['id']],
      ['missing', ['version']],
      ['missing', ['type']],
    ])
  })

  it.each<readonly [unknown, string]>([...badLists, [undefined, 'missing'], [[], 'empty']])('tiers %o', (value, code) => {
    expect(found({ ...threshold, tiers: value })).toEqual([[code, ['tiers']]])
    expect(found({ ...share, cuts: value })).toEqual([[code, ['cuts']]])
  })

  it('more than 100 tiers', () => {
    const falling = Array.from({ length: 99 }, (_, index) => 1000 - index)
    expect(found(tiers(...falling, null))).toEqual([])
    expect(found(tiers(...falling, 0, null))).toEqual([['too-many-parts', ['tiers']]])
    expect(found(cuts(...Array.from({ length: 101 }, (_, index) => index)))).toEqual([['too-many-parts', ['cuts']]])
  })

  it.each(badTexts)('the id %o', (id, code) => {
    expect(found({ ...threshold, tiers: [{ id, from: null }] })).toEqual([[code, ['tiers', 0, 'id']]])
    expect(found({ ...share, cuts: [{ id, upToPercent: 100 }] })).toEqual([[code, ['cuts', 0, 'id']]])
  })

  it('tiers that are none, or of one id', () => {
    expect(found({ ...threshold, tiers: Object.assign([null, { id: 'A', from: 5, until: 1 }], { 3: { id: 'A', title: 7, from: null } }) })).toEqual([
      ['wrong-type', ['tiers', 0]],
      ['unknown-key', ['tiers', 1, 'until']],
      ['missing', ['tiers', 2]],
      ['wrong-type', ['tiers', 3, 'title']],
      ['duplicate', ['tiers', 3, 'id']],
    ])
    expect(
      found({
        ...share,
        cuts: [
          { id: 'A', upToPercent: 5, from: 1 },
          { id: 'A', upToPercent: 100 },
        ],
      }),
    ).toEqual([
      ['unknown-key', ['cuts', 0, 'from']],
      ['duplicate', ['cuts', 1, 'id']],
    ])
  })

  it.each<[unknown[], unknown]>([
    [[1], [['not-allowed', 0]]],
    [[undefined], [['missing', 0]]],
    [[5, undefined], [['missing', 1]]],
    [[5, 1], [['not-allowed', 1]]],
    [[null, null], [['not-a-decimal', 0]]],
    [[5, '5.0', null], [['not-below', 1]]],
    [
      [5, 6, 5.5, 4, null],
      [
        ['not-below', 1],
        ['not-below', 2],
      ],
    ],
    [
      [5, 'x', ' 1 ', 5, null],
      [
        ['not-a-decimal', 1],
        ['not-a-decimal', 2],
        ['not-below', 3],
      ],
    ],
    [
      [Number.POSITIVE_INFINITY, '1e1001', Number.NaN, null],
      [
        ['not-a-decimal', 0],
        ['too-many-digits', 1],
        ['not-a-decimal', 2],
      ],
    ],
  ])('thresholds %o', (froms, issues) => {
    expect(found(tiers(...froms))).toEqual((issues as [string, number][]).map(([code, index]) => [code, ['tiers', index, 'from']]))
  })

  it.each<[unknown[], unknown]>([
    [[99], [['too-small', 0]]],
    [['100.0000001'], [['too-large', 0]]],
    [[null], [['not-a-decimal', 0]]],
    [[80, undefined], [['missing', 1]]],
    [[0, 100], [['not-above', 0]]],
    [[-1, 100], [['not-above', 0]]],
    [[80, '80.0', 100], [['not-above', 1]]],
    [
      [80, 70, 75, 81, 100],
      [
        ['not-above', 1],
        ['not-above', 2],
      ],
    ],
    [[80, 100, 100], [['not-above', 2]]],
    [
      ['80%', 101, 95, 100],
      [
        ['not-a-decimal', 0],
        ['too-large', 1],
      ],
    ],
  ])('cuts %o', (percents, issues) => {
    expect(found(cuts(...percents))).toEqual((issues as [string, number][]).map(([code, index]) => [code, ['cuts', index, 'upToPercent']]))
  })

  it.each<[unknown, [string, string?][]]>([
    [null, [['wrong-type']]],
    [
      {},
      [
        ['missing', 'id'],
        ['missing', 'fromPercent'],
        ['missing', 'toPercent'],
      ],
    ],
    [{ id: 'D', fromPercent: 1, toPercent: 2 }, [['not-allowed', 'id']]],
    [{ id: 'A', fromPercent: 1, toPercent: 2, percent: 3 }, [['unknown-key', 'percent']]],
    [{ id: 'A', fromPercent: '-0.1', toPercent: 2 }, [['too-small', 'fromPercent']]],
    [{ id: 'A', fromPercent: 60, toPercent: '59.99' }, [['too-small', 'toPercent']]],
    [
      { id: 'A', fromPercent: 'x', toPercent: -1 },
      [
        ['not-a-decimal', 'fromPercent'],
        ['too-small', 'toPercent'],
      ],
    ],
  ])('what is expected: %o', (value, issues) => {
    expect(found(expected(value))).toEqual(issues.map(([code, ...field]) => [code, ['expectedShareOfValue', 0, ...field]]))
  })

  it('expectations that are no list, or of one tier twice', () => {
    for (const [value, code] of badLists) expect(found({ ...share, expectedShareOfValue: value })).toEqual([[code, ['expectedShareOfValue']]])
    const one = { id: 'A', fromPercent: 1, toPercent: 2 }
    expect(found(expected(one, { ...one, id: 'B' }, one))).toEqual([['duplicate', ['expectedShareOfValue', 2, 'id']]])
    for (const [cuts, code] of [
      [undefined, 'missing'],
      [null, 'wrong-type'],
    ] as const)
      expect(found({ ...(expected(one, { ...one, id: '' }, { ...one, id: 5 }, one) as object), cuts })).toEqual([
        [code, ['cuts']],
        ['empty', ['expectedShareOfValue', 1, 'id']],
        ['wrong-type', ['expectedShareOfValue', 2, 'id']],
        ['duplicate', ['expectedShareOfValue', 3, 'id']],
      ])
    expect(found({ ...(expected(one) as object), cuts: [null, { id: 'A', upToPercent: 100 }] })).toEqual([['wrong-type', ['cuts', 0]]])
  })
})
