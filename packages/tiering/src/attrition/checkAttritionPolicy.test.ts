import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkAttritionPolicy } from '../index.js'

const levels = [
  { id: 'urgent', action: 'a call' },
  { id: 'watch', title: { en: 'to be watched' }, action: { en: 'a coupon' } },
]
const signals = {
  falling: { type: 'interactions-falling', level: 'watch', window: 'P1M', comparedWindows: 3, fallPercent: '50' },
  ending: { type: 'silent-before-contract-end', level: 'urgent', within: 'P3M', silentFor: 'P30D' },
  silent: { type: 'silent', level: 'watch', silentFor: 'P90D' },
  pausing: { type: 'longer-pause-than-usual', level: 'watch', times: 2 },
}
const usual = { kind: 'attrition-policy', id: 'usual', version: 1, levels, signals: Object.values(signals) }
const found = (change: object): unknown => codesAndPaths(checkAttritionPolicy({ ...usual, ...change }))
const inSignal = (name: keyof typeof signals, change: object): unknown => found({ signals: [{ ...signals[name], ...change }] })

describe('checkAttritionPolicy', () => {
  it.each<[string, object]>([
    ['as few fields as can be', {}],
    [
      'every field',
      { format: 1, title: { en: 'Usual', 'zh-CN': '通用' }, signals: [{ ...signals.falling, types: ['visit'], leastExpected: '0.5' }] },
    ],
    ['optional fields that are undefined', { title: undefined, signals: [{ ...signals.pausing, leastPauses: undefined, types: undefined }] }],
    [
      'ids of signals',
      {
        signals: [
          { ...signals.silent, id: 'a' },
          { ...signals.pausing, id: undefined },
          { ...signals.falling, id: '__proto__' },
        ],
      },
    ],
    [
      'one type and level with different types of activity',
      { signals: [undefined, ['visit'], ['visit', 'call'], ['visit, call'], ['visit","call']].map((types) => ({ ...signals.silent, types })) },
    ],
    ['one type at two levels', { signals: [signals.silent, { ...signals.silent, level: 'urgent' }] }],
    [
      'bounds',
      {
        signals: [
          { ...signals.falling, comparedWindows: 100, fallPercent: 100 },
          { ...signals.ending, within: 'P0D' },
        ],
      },
    ],
    [
      'little above the bounds',
      {
        signals: [
          { ...signals.falling, comparedWindows: 1, fallPercent: '0.001', leastExpected: '1e-9' },
          { ...signals.pausing, times: '1.001', leastPauses: 1 },
        ],
      },
    ],
  ])('takes %s', (_, change) => expect(found(change)).toEqual([]))

  it.each<[string, unknown, string]>([
    ['kind', 'policy', 'not-allowed'],
    ['id', '', 'empty'],
    ['version', undefined, 'missing'],
    ['format', 2, 'not-allowed'],
    ['title', '', 'empty'],
    ['levels', undefined, 'missing'],
    ['levels', [], 'empty'],
    ['signals', undefined, 'missing'],
    ['signals', [], 'empty'],
    ['asOf', 1, 'unknown-key'],
  ])('names a wrong %s: %o', (key, value, code) => expect(found({ [key]: value })).toEqual([[code, [key]]]))

  it.each(badLists)('lists %o', (list, code) => {
    expect(found({ levels: list })).toEqual([[code, ['levels']]])
    expect(found({ signals: list })).toEqual([[code, ['signals']]])
    expect(inSignal('silent', { types: list })).toEqual([[code, ['signals', 0, 'types']]])
  })

  it.each<[keyof typeof signals, string, unknown, string]>([
    ['falling', 'window', undefined, 'missing'],
    ['falling', 'window', 'P0M', 'not-above'],
    ['falling', 'window', 'PT8H', 'not-a-duration'],
    ['falling', 'comparedWindows', undefined, 'missing'],
    ['falling', 'comparedWindows', 0, 'too-small'],
    ['falling', 'comparedWindows', 101, 'too-large'],
    ['falling', 'comparedWindows', '2', 'not-an-integer'],
    ['falling', 'fallPercent', undefined, 'missing'],
    ['falling', 'fallPercent', 0, 'not-above'],
    ['falling', 'fallPercent', '-1', 'not-above'],
    ['falling', 'fallPercent', '100.01', 'too-large'],
    ['falling', 'fallPercent', '0x3', 'not-a-decimal'],
    ['falling', 'leastExpected', '0.0', 'not-above'],
    ['falling', 'leastExpected', null, 'not-a-decimal'],
    ['falling', 'silentFor', 'P1M', 'unknown-key'],
    ['ending', 'within', undefined, 'missing'],
    ['ending', 'within', '3 months', 'not-a-duration'],
    ['ending', 'silentFor', 'P0D', 'not-above'],
    ['silent', 'silentFor', undefined, 'missing'],
    ['silent', 'silentFor', '', 'not-a-duration'],
    ['silent', 'within', 'P1M', 'unknown-key'],
    ['silent', 'type', undefined, 'missing'],
    ['silent', 'type', 'quiet', 'not-allowed'],
    ['silent', 'type', '__proto__', 'not-allowed'],
    ['silent', 'level', 'low', 'not-allowed'],
    ['silent', 'level', '__proto__', 'not-allowed'],
    ['silent', 'types', [], 'empty'],
    ['pausing', 'times', undefined, 'missing'],
    ['pausing', 'times', 1, 'not-above'],
    ['pausing', 'times', Number.POSITIVE_INFINITY, 'not-a-decimal'],
    ['pausing', 'leastPauses', 0, 'too-small'],
    ['pausing', 'leastPauses', null, 'not-an-integer'],
  ])('names in %s a wrong %s: %o', (name, key, value, code) => expect(inSignal(name, { [key]: value })).toEqual([[code, ['signals', 0, key]]]))

  it.each(badTexts)('texts %o', (text, code) => {
    expect(inSignal('silent', { level: text })).toEqual([[code, ['signals', 0, 'level']]])
    expect(inSignal('silent', { id: text })).toEqual(text === undefined ? [] : [[code, ['signals', 0, 'id']]])
    expect(inSignal('silent', { types: ['visit', text] })).toEqual([[code, ['signals', 0, 'types', 1]]])
  })

  it('names a type of activity that stands twice, and two signals of one type, level and types of activity, or of one id', () => {
    expect(inSignal('silent', { types: ['visit', 'call', 'visit'] })).toEqual([['duplicate', ['signals', 0, 'types', 2]]])
    expect(found({ signals: [signals.silent, signals.pausing, { ...signals.silent, silentFor: 'P1Y' }] })).toEqual([
      ['duplicate', ['signals', 2, 'level']],
    ])
    const among = (...types: unknown[]): unknown => found({ signals: types.map((one, index) => ({ ...signals.silent, types: one, id: `${index}` })) })
    expect(among(['visit', 'call'], ['call'], ['call', 'visit'])).toEqual([['duplicate', ['signals', 2, 'level']]])
    expect(among(undefined, ['call'], undefined)).toEqual([['duplicate', ['signals', 2, 'level']]])
    // What cannot be read is not taken for the same.
    expect(among(['visit', 7], ['visit'])).toEqual([['wrong-type', ['signals', 0, 'types', 1]]])
    expect(found({ signals: [signals.silent, { ...signals.pausing, id: 'x' }, { type: 'loud', level: 'watch', id: 'x' }] })).toEqual([
      ['not-allowed', ['signals', 2, 'type']],
      ['duplicate', ['signals', 2, 'id']],
    ])
  })

  it('names what is wrong with levels, and does not tell of it again where a signal has one', () => {
    const bad = [{ id: 'watch', action: '' }, { id: 'watch', action: {} }, { action: 'x', rank: 1 }, null, { id: 'urgent' }]
    expect(found({ levels: bad })).toEqual([
      ['empty', ['levels', 0, 'action']],
      ['empty', ['levels', 1, 'action']],
      ['missing', ['levels', 2, 'id']],
      ['unknown-key', ['levels', 2, 'rank']],
      ['wrong-type', ['levels', 3]],
      ['missing', ['levels', 4, 'action']],
      ['duplicate', ['levels', 1, 'id']],
    ])
    expect(found({ levels: [{ id: 'urgent', title: 7, action: 'x' }], signals: [signals.ending] })).toEqual([['wrong-type', ['levels', 0, 'title']]])
    expect(found({ levels: [7] })).toEqual([['wrong-type', ['levels', 0]]])
  })

  it('lists at most twenty levels', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `L${index}`, action: 'x' }))
    const [issue] = checkAttritionPolicy({ ...usual, levels: many, signals: [signals.silent] })
    expect(issue?.params['allowed']).toHaveLength(21)
  })

  it('lists each level once, and none without a name', () => {
    const some = ['low', '', 'low', 7, 'high'].map((id) => ({ id, action: 'x' }))
    const issues = checkAttritionPolicy({ ...usual, levels: some, signals: [signals.silent] })
    expect(issues.find(({ path }) => path[0] === 'signals')?.params['allowed']).toEqual(['"low"', '"high"'])
  })

  it.each(badRecords)('no object, %o', (value, code) => {
    expect(codesAndPaths(checkAttritionPolicy(value))).toEqual([[code, []]])
    expect(found({ signals: [signals.silent, value] })).toEqual([[code, ['signals', 1]]])
  })

  it('reads own properties only, and names holes', () => {
    expect(codesAndPaths(checkAttritionPolicy(Object.create(usual))).map(([code]) => code)).toEqual(Array(5).fill('missing'))
    expect(found({ signals: [Object.create(signals.silent)] })).toEqual([
      ['missing', ['signals', 0, 'level']],
      ['missing', ['signals', 0, 'type']],
    ])
    expect(found({ signals: Array(1) })).toEqual([['missing', ['signals', 0]]])
  })
})
