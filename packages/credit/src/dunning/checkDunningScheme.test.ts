import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkDunningScheme } from '../index.js'

const reminder = { level: 1, afterDays: 5, letter: 'reminder' }
const usual = { kind: 'dunning-scheme', id: 'usual', version: 1, levels: [reminder] }
const found = (change: Readonly<Record<string, unknown>>): [string, Issue['path']][] => codesAndPaths(checkDunningScheme({ ...usual, ...change }))
const inLevel = (change: Readonly<Record<string, unknown>>): [string, Issue['path']][] => found({ levels: [{ ...reminder, ...change }] })
const levels = (...pairs: readonly (readonly [unknown, unknown])[]): unknown =>
  pairs.map(([level, afterDays]) => ({ level, afterDays, letter: 'reminder' }))
const rate = { kind: 'interest-rate', id: 'late', version: 1, steps: [{ from: '2024-01-01', percent: 10 }], daysInYear: 365 }
const text = (value: string): unknown => JSON.parse(value)

const badAmounts: readonly (readonly [unknown, string])[] = [
  [null, 'not-a-decimal'],
  ['abc', 'not-a-decimal'],
  [' 1 ', 'not-a-decimal'],
  ['0x3', 'not-a-decimal'],
  [Number.NaN, 'not-a-decimal'],
  [Number.POSITIVE_INFINITY, 'not-a-decimal'],
  [true, 'not-a-decimal'],
  [[], 'not-a-decimal'],
  [new Map(), 'not-a-decimal'],
  ['-0.01', 'too-small'],
  [-1, 'too-small'],
  ['1e1000', 'too-many-digits'],
]

describe('checkDunningScheme', () => {
  it.each([
    ['as few fields as can be', {}],
    ['every field', { format: 1, title: { en: 'Usual', 'zh-CN': '通用' }, minimumAmount: '20', skipDisputed: true, interest: rate }],
    ['false flags', { skipDisputed: false, levels: [{ ...reminder, block: false }] }],
    [
      'optional fields that are undefined',
      { title: undefined, minimumAmount: undefined, skipDisputed: undefined, interest: undefined, format: undefined },
    ],
    [
      'optional fields of a level that are undefined',
      { levels: [{ ...reminder, minimumInterval: undefined, feeAmount: undefined, block: undefined }] },
    ],
    ['levels with gaps', { levels: levels([3, 1], [7, 2], [8, 900]) }],
    ['a fee by currency', { levels: [{ ...reminder, feeAmount: { EUR: '10.50', JPY: 1000, KWD: '0.125', CNY: 0 } }] }],
    ['a fee in no currency', { levels: [{ ...reminder, feeAmount: {} }] }],
    ['a currency that is undefined', { minimumAmount: { EUR: undefined, JPY: 5 } }],
    ['an amount of many digits for whichever currency, which items may not fit', { minimumAmount: '0.12345' }],
    ['nothing as an amount', { minimumAmount: '-0.00', levels: [{ ...reminder, feeAmount: 0 }] }],
  ])('takes %s', (_, change) => expect(found(change)).toEqual([]))

  it.each(['P0D', 'P10D', 'P2W', 'P1M', 'P1Y', 'P1Y2M3W4D', 'P99999Y'])('takes the interval %s', (minimumInterval) => {
    expect(inLevel({ minimumInterval })).toEqual([])
  })

  it.each([
    ['kind', 'terms', 'not-allowed'],
    ['id', '', 'empty'],
    ['version', undefined, 'missing'],
    ['format', 2, 'not-allowed'],
    ['title', {}, 'empty'],
    ['levels', undefined, 'missing'],
    ['levels', [], 'empty'],
    ['levels', { 0: reminder }, 'wrong-type'],
    ['skipDisputed', 'true', 'wrong-type'],
    ['skipDisputed', null, 'wrong-type'],
    ['skipDisputed', 1, 'wrong-type'],
    ['interest', null, 'wrong-type'],
    ['minimum', 5, 'unknown-key'],
  ])('names a wrong %s: %o', (key, value, code) => expect(found({ [key]: value })).toEqual([[code, [key]]]))

  it.each([
    ['level', undefined, 'missing'],
    ['level', '1', 'not-an-integer'],
    ['level', 1.5, 'not-an-integer'],
    ['level', Number.NaN, 'not-an-integer'],
    ['level', 0, 'too-small'],
    ['level', -1, 'too-small'],
    ['level', 2 ** 53, 'too-large'],
    ['afterDays', undefined, 'missing'],
    ['afterDays', null, 'not-an-integer'],
    ['afterDays', 0, 'too-small'],
    ['afterDays', Number.POSITIVE_INFINITY, 'not-an-integer'],
    ['letter', undefined, 'missing'],
    ['letter', '', 'empty'],
    ['letter', { en: 'x' }, 'wrong-type'],
    ['minimumInterval', '10 days', 'not-a-duration'],
    ['minimumInterval', '', 'not-a-duration'],
    ['minimumInterval', 'PT8H', 'not-a-duration'],
    ['minimumInterval', 'P-1D', 'not-a-duration'],
    ['minimumInterval', 10, 'not-a-duration'],
    ['minimumInterval', null, 'not-a-duration'],
    ['block', 'yes', 'wrong-type'],
    ['block', 0, 'wrong-type'],
    ['fee', 10, 'unknown-key'],
  ])('names in a level a wrong %s: %o', (key, value, code) => expect(inLevel({ [key]: value })).toEqual([[code, ['levels', 0, key]]]))

  it.each(badAmounts)('refuses the amount %o', (value, code) => {
    expect(inLevel({ feeAmount: value })).toEqual([[code, ['levels', 0, 'feeAmount']]])
    expect(found({ minimumAmount: value })).toEqual([[code, ['minimumAmount']]])
    expect(found({ minimumAmount: { JPY: 1, EUR: value } })).toEqual([[code, ['minimumAmount', 'EUR']]])
  })

  it('names what is wrong with amounts by currency', () => {
    expect(inLevel({ feeAmount: { EUR: '1.234', JPY: '1.5', eur: 1, XXX: '1', KWD: '1.234' } })).toEqual([
      ['too-many-decimal-places', ['levels', 0, 'feeAmount', 'EUR']],
      ['too-many-decimal-places', ['levels', 0, 'feeAmount', 'JPY']],
      ['unknown-currency', ['levels', 0, 'feeAmount', 'eur']],
      ['unknown-currency', ['levels', 0, 'feeAmount', 'XXX']],
    ])
    expect(found({ minimumAmount: text('{"__proto__": 1}') })).toEqual([['unknown-currency', ['minimumAmount', '__proto__']]])
  })

  it.each(badRecords)('names a level that is no object: %o', (value, code) => {
    expect(found({ levels: [reminder, value] })).toEqual([[code, ['levels', 1]]])
  })

  it('names a hole', () => expect(found({ levels: Array(1) })).toEqual([['missing', ['levels', 0]]]))

  it.each([
    ['levels that are alike', levels([1, 5], [1, 9]), [['not-above', ['levels', 1, 'level']]]],
    ['levels that fall', levels([2, 5], [1, 9]), [['not-above', ['levels', 1, 'level']]]],
    ['days that are alike', levels([1, 5], [2, 5]), [['not-above', ['levels', 1, 'afterDays']]]],
    [
      'days below an earlier level that is not the one before',
      levels([1, 9], [2, 5], [3, 7]),
      [
        ['levels', 1],
        ['levels', 2],
      ].map((path) => ['not-above', [...path, 'afterDays']]),
    ],
    [
      'a wrong level between others',
      levels([2, 5], ['x', 7], [1, 9]),
      [
        ['not-an-integer', ['levels', 1, 'level']],
        ['not-above', ['levels', 2, 'level']],
      ],
    ],
  ])('names %s', (_, value, issues) => expect(found({ levels: value })).toEqual(issues))

  it('checks the interest rate', () => {
    expect(found({ interest: { ...rate, kind: 'rate', steps: [{ from: '2024-02-30', percent: -1 }] } })).toEqual([
      ['not-allowed', ['interest', 'kind']],
      ['not-a-calendar-date', ['interest', 'steps', 0, 'from']],
      ['too-small', ['interest', 'steps', 0, 'percent']],
    ])
  })

  it('names everything at once', () => {
    const wrong = { kind: 'dunning-scheme', id: 'x', version: 1, levels: [{ level: 0, afterDays: 5, letter: '' }], skipDisputed: 1, extra: 1 }
    expect(codesAndPaths(checkDunningScheme(wrong))).toEqual([
      ['unknown-key', ['extra']],
      ['too-small', ['levels', 0, 'level']],
      ['empty', ['levels', 0, 'letter']],
      ['wrong-type', ['skipDisputed']],
    ])
  })

  it.each(badRecords)('takes no %o', (value, code) => expect(codesAndPaths(checkDunningScheme(value))).toEqual([[code, []]]))

  it('reads own properties only', () => {
    expect(codesAndPaths(checkDunningScheme(Object.create(usual))).map(([code]) => code)).toEqual(Array(4).fill('missing'))
    expect(found({ levels: [Object.create(reminder)] }).map(([code]) => code)).toEqual(['missing', 'missing', 'missing'])
    expect(found({ minimumAmount: Object.create({ XXX: -1 }) })).toEqual([])
  })
})
