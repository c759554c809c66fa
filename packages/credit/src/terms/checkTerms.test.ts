import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkTerms } from '../index.js'

const usual = { kind: 'credit-terms', id: 'usual', version: 1, discounts: [{ withinDays: 15, percent: '2' }], netDays: 30 }
const found = (change: Readonly<Record<string, unknown>>): [string, Issue['path']][] => codesAndPaths(checkTerms({ ...usual, ...change }))
const discounts = (...pairs: readonly (readonly [unknown, unknown])[]): unknown => pairs.map(([withinDays, percent]) => ({ withinDays, percent }))

describe('checkTerms', () => {
  it.each([
    ['as few fields as can be', { discounts: [] }],
    [
      'every field',
      { format: 1, title: { en: 'Usual', 'zh-CN': '通用' }, start: 'delivery-date', partialPayments: 'pro-rata', discountBase: 'net-of-tax' },
    ],
    ['rounding', { rounding: 'half-even', cashStep: '0.05' }],
    ['discounts whose days rise and percents fall', { discounts: discounts([0, 99.99], [15, '2'], [20, 1], [30, '1e-3']) }],
    ['payment at once', { netDays: 0, discounts: discounts([0, 5]) }],
    ['the end of the month', { start: 'end-of-month', partialPayments: 'full-by-window', discountBase: 'gross' }],
    [
      'optional fields that are undefined',
      { title: undefined, start: undefined, partialPayments: undefined, rounding: undefined, cashStep: undefined },
    ],
  ])('takes %s', (_, change) => expect(found(change)).toEqual([]))

  it.each([
    ['kind', 'terms', 'not-allowed'],
    ['id', '', 'empty'],
    ['id', 7, 'wrong-type'],
    ['version', Number.NaN, 'wrong-type'],
    ['version', undefined, 'missing'],
    ['format', 2, 'not-allowed'],
    ['title', {}, 'empty'],
    ['discounts', undefined, 'missing'],
    ['discounts', { 0: {} }, 'wrong-type'],
    ['netDays', undefined, 'missing'],
    ['netDays', '30', 'not-an-integer'],
    ['netDays', 30.5, 'not-an-integer'],
    ['netDays', Infinity, 'not-an-integer'],
    ['netDays', -1, 'too-small'],
    ['netDays', 2 ** 53, 'too-large'],
    ['start', 'EOM', 'not-allowed'],
    ['start', null, 'not-allowed'],
    ['partialPayments', 'half', 'not-allowed'],
    ['discountBase', 'net', 'not-allowed'],
    ['rounding', 'half', 'not-allowed'],
    ['cashStep', '0', 'not-above'],
    ['cashStep', -0.05, 'not-above'],
    ['cashStep', 'abc', 'not-a-decimal'],
    ['netdays', 30, 'unknown-key'],
  ])('names a wrong %s: %o', (key, value, code) => {
    expect(found(key === 'netDays' ? { netDays: value, discounts: [] } : { [key]: value })).toEqual([[code, [key]]])
  })

  it.each([
    ['no object', [null], [['wrong-type', ['discounts', 0]]]],
    ['a hole', Array(1), [['missing', ['discounts', 0]]]],
    ['an unknown key', [{ withinDays: 1, percent: 2, days: 1 }], [['unknown-key', ['discounts', 0, 'days']]]],
    ['no days', [{ percent: 2 }], [['missing', ['discounts', 0, 'withinDays']]]],
    ['days below 0', discounts([-1, 2]), [['too-small', ['discounts', 0, 'withinDays']]]],
    ['days past the net days', discounts([31, 2]), [['too-large', ['discounts', 0, 'withinDays']]]],
    ['the same days twice', discounts([10, 2], [10, 1]), [['duplicate', ['discounts', 1, 'withinDays']]]],
    ['days that fall', discounts([10, 2], [5, 1], [12, '0.5']), [['not-above', ['discounts', 1, 'withinDays']]]],
    [
      'two percents that are both too great',
      discounts([1, 150], [2, 120]),
      [
        ['not-below', ['discounts', 0, 'percent']],
        ['not-below', ['discounts', 1, 'percent']],
      ],
    ],
    ['no percent', [{ withinDays: 1 }], [['missing', ['discounts', 0, 'percent']]]],
    ['a percent that is no decimal', discounts([1, ' 2 ']), [['not-a-decimal', ['discounts', 0, 'percent']]]],
    ['percent 0', discounts([1, '0.0']), [['not-above', ['discounts', 0, 'percent']]]],
    ['percent 100', discounts([1, 100]), [['not-below', ['discounts', 0, 'percent']]]],
    ['percents that do not fall', discounts([1, '2'], [2, '2.0']), [['not-below', ['discounts', 1, 'percent']]]],
    [
      'a percent above an earlier one that is not the one before',
      discounts([1, '2'], [2, '1'], [3, '1.5']),
      [['not-below', ['discounts', 2, 'percent']]],
    ],
  ])('names in a discount %s', (_, value, issues) => expect(found({ discounts: value })).toEqual(issues))

  it('names everything at once', () => {
    const wrong = { kind: 'credit-terms', id: 'x', version: 1, discounts: discounts([40, 0], ['5', 2]), netDays: 30, start: '', extra: 1 }
    expect(codesAndPaths(checkTerms(wrong))).toEqual([
      ['unknown-key', ['extra']],
      ['too-large', ['discounts', 0, 'withinDays']],
      ['not-above', ['discounts', 0, 'percent']],
      ['not-an-integer', ['discounts', 1, 'withinDays']],
      ['not-allowed', ['start']],
    ])
  })

  it.each([null, undefined, 'N/30', 30, [usual], new Map(), () => usual])('takes no %o', (value) => {
    expect(codesAndPaths(checkTerms(value))).toEqual([[value === undefined ? 'missing' : 'wrong-type', []]])
  })

  it('reads own properties only', () => {
    expect(codesAndPaths(checkTerms(Object.create(usual))).map(([code]) => code)).toEqual(['missing', 'missing', 'missing', 'missing', 'missing'])
    expect(found({ discounts: [Object.create({ withinDays: 1, percent: 2 })] }).map(([code]) => code)).toEqual(['missing', 'missing'])
    expect(
      codesAndPaths(checkTerms(JSON.parse('{"kind":"credit-terms","id":"__proto__","version":1,"discounts":[],"netDays":1,"__proto__":{}}'))),
    ).toEqual([['unknown-key', ['__proto__']]])
  })
})
