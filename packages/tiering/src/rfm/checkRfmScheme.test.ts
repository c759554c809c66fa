import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkRfmScheme } from '../index.js'
import { textbookRfm, usualRfm } from '../templates.js'

const good = { kind: 'rfm-scheme', id: 'usual', version: 1, bins: 5, segments: [{ id: 'best', r: [4, 5] }] }
const cuts = { recency: [10, '20'], frequency: [1, 2], monetary: ['-5', '5.5'] }
const { bins: _, ...fixed } = { ...good, cuts, segments: [{ id: 'best', r: [2, 3] }] }
const found = (value: unknown): unknown => codesAndPaths(checkRfmScheme(value))

describe('checkRfmScheme', () => {
  it.each<[object]>([
    [good],
    [fixed],
    [{ ...good, bins: 2, segments: [] }],
    [{ ...good, bins: 20, compatible: 'r-rfm', format: 1, title: { en: 'RFM', 'zh-CN': '客户价值' }, currency: 'JPY' }],
    [{ ...good, monetary: { measure: 'gross', statistic: 'mean' } }],
    [{ ...good, cuts: undefined, compatible: undefined, monetary: undefined, currency: undefined, title: undefined }],
    [{ ...fixed, bins: undefined, compatible: undefined }],
    [{ ...fixed, cuts: { recency: [7, 7], frequency: [2, '2.0'], monetary: ['1e3', 1000] } }],
    [{ ...fixed, cuts: { recency: [1], frequency: [1], monetary: [1] }, segments: [] }],
    [
      {
        ...good,
        segments: [
          { id: '__proto__', r: [1, 1], f: [5, 5], m: [1, 5], title: 'x', action: { en: 'call' } },
          { id: 'others', r: undefined },
        ],
      },
    ],
    [usualRfm],
    [textbookRfm],
  ])('takes %j', (scheme) => expect(found(deepFreeze(scheme))).toEqual([]))

  it.each(badRecords)('refuses %o', (value, code) => expect(found(value)).toEqual([[code, []]]))

  it.each<[object, [string, (string | number)[]][]]>([
    [{ kind: 'tier-scheme' }, [['not-allowed', ['kind']]]],
    [{ id: '' }, [['empty', ['id']]]],
    [{ version: undefined }, [['missing', ['version']]]],
    [{ format: 2 }, [['not-allowed', ['format']]]],
    [{ title: 5 }, [['wrong-type', ['title']]]],
    [{ colour: undefined }, [['unknown-key', ['colour']]]],
    [{ currency: 'XXX' }, [['unknown-currency', ['currency']]]],
    [{ currency: null }, [['unknown-currency', ['currency']]]],
    [{ bins: undefined }, [['missing', ['bins']]]],
    [{ bins: 1 }, [['too-small', ['bins']]]],
    [{ bins: 21 }, [['too-large', ['bins']]]],
    [{ bins: '5' }, [['not-an-integer', ['bins']]]],
    [{ bins: null }, [['not-an-integer', ['bins']]]],
    [{ compatible: 'python' }, [['not-allowed', ['compatible']]]],
    [{ compatible: null }, [['not-allowed', ['compatible']]]],
    [{ cuts }, [['given-elsewhere', ['cuts']]]],
    [{ cuts: null }, [['given-elsewhere', ['cuts']]]],
    [
      { cuts, bins: null, compatible: 'r-rfm', colour: 'red' },
      [
        ['unknown-key', ['colour']],
        ['given-elsewhere', ['cuts']],
        ['not-an-integer', ['bins']],
      ],
    ],
    [{ monetary: null }, [['wrong-type', ['monetary']]]],
    [{ monetary: { measure: 'net' } }, [['missing', ['monetary', 'statistic']]]],
    [
      { monetary: { measure: 'profit', statistic: 'median', per: 'year' } },
      [
        ['unknown-key', ['monetary', 'per']],
        ['not-allowed', ['monetary', 'measure']],
        ['not-allowed', ['monetary', 'statistic']],
      ],
    ],
    [{ segments: undefined }, [['missing', ['segments']]]],
    [{ segments: {} }, [['wrong-type', ['segments']]]],
  ])('scheme with %o', (parts, issues) => expect(found({ ...good, ...parts })).toEqual(issues))

  it.each<[object, [string, (string | number)[]][]]>([
    [{ cuts: null }, [['wrong-type', ['cuts']]]],
    [{ compatible: 'r-rfm' }, [['unknown-key', ['compatible']]]],
    [{ cuts: { ...cuts, r: [1, 2] } }, [['unknown-key', ['cuts', 'r']]]],
    [
      { cuts: { recency: [1], frequency: [1] } },
      [
        ['missing', ['cuts', 'monetary']],
        ['too-large', ['segments', 0, 'r', 1]],
      ],
    ],
    [{ cuts: { ...cuts, recency: 7 } }, [['wrong-type', ['cuts', 'recency']]]],
    [
      { cuts: { ...cuts, frequency: [] } },
      [
        ['empty', ['cuts', 'frequency']],
        ['wrong-length', ['cuts', 'frequency']],
      ],
    ],
    [{ cuts: { ...cuts, monetary: [1, 2, 3] } }, [['wrong-length', ['cuts', 'monetary']]]],
    [{ cuts: { ...cuts, monetary: [2, '1.99'] } }, [['falling', ['cuts', 'monetary', 1]]]],
    [
      { cuts: { ...cuts, recency: [Number.NaN, 'x'] } },
      [
        ['not-a-decimal', ['cuts', 'recency', 0]],
        ['not-a-decimal', ['cuts', 'recency', 1]],
      ],
    ],
    [{ cuts: { ...cuts, recency: [30, null] } }, [['not-a-decimal', ['cuts', 'recency', 1]]]],
    [{ cuts: { ...cuts, recency: Object.assign([30], { length: 2 }) } }, [['missing', ['cuts', 'recency', 1]]]],
  ])('fixed cuts with %o', (parts, issues) => expect(found({ ...fixed, ...parts })).toEqual(issues))

  it('compares a cut with the last one that can be read', () => {
    const lists = { recency: [5, 'x', 3], frequency: [1, 2, 3], monetary: [1, 2, 3] }
    expect(found({ ...fixed, cuts: lists })).toEqual([
      ['not-a-decimal', ['cuts', 'recency', 1]],
      ['falling', ['cuts', 'recency', 2]],
    ])
  })

  it('takes up to 19 cuts', () => {
    const list = (length: number): number[] => Array.from({ length }, (_, index) => index)
    const withCuts = (length: number): unknown =>
      found({ ...fixed, segments: [], cuts: { recency: list(length), frequency: list(length), monetary: list(length) } })
    expect(withCuts(19)).toEqual([])
    expect(withCuts(20)).toEqual(['recency', 'frequency', 'monetary'].map((measure) => ['too-many-parts', ['cuts', measure]]))
  })

  it.each<[object, [string, (string | number)[]][]]>([
    [{ id: undefined }, [['missing', ['id']]]],
    [{ id: 'first' }, [['duplicate', ['id']]]],
    [{ title: {} }, [['empty', ['title']]]],
    [{ action: 7 }, [['wrong-type', ['action']]]],
    [{ rfm: [1, 5] }, [['unknown-key', ['rfm']]]],
    [{ r: 5 }, [['wrong-type', ['r']]]],
    [{ r: null }, [['wrong-type', ['r']]]],
    [{ f: [1] }, [['wrong-length', ['f']]]],
    [{ f: [1, 2, 3] }, [['wrong-length', ['f']]]],
    [{ m: [0, 5] }, [['too-small', ['m', 0]]]],
    [{ m: [1, 6] }, [['too-large', ['m', 1]]]],
    [{ m: [4, 3] }, [['too-small', ['m', 1]]]],
    [{ m: [6, 3] }, [['too-large', ['m', 0]]]],
    [
      { m: ['1', 2.5] },
      [
        ['not-an-integer', ['m', 0]],
        ['not-an-integer', ['m', 1]],
      ],
    ],
    [{ r: Object.assign([1], { length: 2 }) }, [['missing', ['r', 1]]]],
  ])('segment with %o', (parts, issues) => {
    const segments = [{ id: 'first' }, { id: 'second', ...parts }]
    expect(found({ ...good, segments })).toEqual(issues.map(([code, path]) => [code, ['segments', 1, ...path]]))
  })

  it('knows up to which score ranges go from the bins or the cuts', () => {
    const segments = [{ id: 'best', r: [1, 4] }]
    expect(found({ ...good, bins: 3, segments })).toEqual([['too-large', ['segments', 0, 'r', 1]]])
    expect(found({ ...fixed, segments })).toEqual([['too-large', ['segments', 0, 'r', 1]]])
    expect(found({ ...good, bins: 'x', segments })).toEqual([['not-an-integer', ['bins']]])
    expect(found({ ...fixed, cuts: 'x', segments })).toEqual([['wrong-type', ['cuts']]])
    expect(found({ ...good, segments: [null, undefined, 'x'] })).toEqual([
      ['wrong-type', ['segments', 0]],
      ['missing', ['segments', 1]],
      ['wrong-type', ['segments', 2]],
    ])
  })

  it('reads own properties only', () => {
    expect(found(Object.create(good))).toEqual(['kind', 'id', 'version', 'bins', 'segments'].map((key) => ['missing', [key]]))
    expect(found({ ...fixed, cuts: Object.create(cuts) })).toEqual(['recency', 'frequency', 'monetary'].map((key) => ['missing', ['cuts', key]]))
  })
})
