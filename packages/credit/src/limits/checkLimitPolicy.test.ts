import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkLimitPolicy, type LimitPolicy } from '../index.js'

const good: LimitPolicy = { kind: 'limit-policy', id: 'usual', version: 1, rules: [{ type: 'requested' }] }
const found = (value: unknown): unknown => codesAndPaths(checkLimitPolicy(value))
const inRule = (rule: unknown): unknown => found({ ...good, rules: [{ type: 'requested' }, rule] })
const NOT_DECIMALS = [null, Number.NaN, Number.POSITIVE_INFINITY, 'abc', ' 1 ', '0x3', '', [], true]

describe('checkLimitPolicy', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    const rules = [
      { type: 'share-of-net-worth', percent: '12.5' },
      { type: 'share-of-net-worth', percent: 150 },
      { type: 'purchases-in-credit-period', daysInMonth: undefined },
      { type: 'purchases-in-credit-period', daysInMonth: 31 },
      { type: 'maximum', amount: { CNY: '1000', JPY: 50, USD: undefined } },
      { type: 'maximum', amount: 0 },
      {
        type: 'by-grade',
        amounts: [
          { grade: '__proto__', amount: 1 },
          { grade: 'constructor', amount: {} },
        ],
      },
    ]
    const others = { format: 1, title: { en: 'Limit', 'zh-CN': '信用额度' }, step: { CNY: '0.05' }, minimumLimit: '0' }
    expect(found(deepFreeze({ ...good, rules, ...others }))).toEqual([])
    expect(found({ ...good, format: undefined, title: undefined, step: undefined, minimumLimit: undefined })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(inRule(value)).toEqual([[code, ['rules', 1]]])
    expect(inRule({ type: 'by-grade', amounts: [value] })).toEqual([[code, ['rules', 1, 'amounts', 0]]])
  })

  it.each([[undefined, 'missing'] as const, ...badLists])('refuses %o where a list belongs', (value, code) => {
    expect(found({ ...good, rules: value })).toEqual([[code, ['rules']]])
    expect(inRule({ type: 'by-grade', amounts: value })).toEqual([[code, ['rules', 1, 'amounts']]])
  })

  it.each([
    [{}, ['kind', 'id', 'version', 'rules'].map((key) => ['missing', [key]])],
    [Object.create(good), ['kind', 'id', 'version', 'rules'].map((key) => ['missing', [key]])],
    [{ ...good, kind: 'order-policy' }, [['not-allowed', ['kind']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, rule: [] }, [['unknown-key', ['rule']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, rules: [] }, [['empty', ['rules']]]],
    [{ ...good, rules: Object.assign([], { 1: { type: 'requested' } }) }, [['missing', ['rules', 0]]]],
    [{ ...good, step: 0 }, [['not-above', ['step']]]],
    [
      { ...good, step: { CNY: '0.00', JPY: 1, KWD: '-0' } },
      [
        ['not-above', ['step', 'CNY']],
        ['not-above', ['step', 'KWD']],
      ],
    ],
    [{ ...good, step: '-0.01' }, [['too-small', ['step']]]],
    [{ ...good, step: { JPY: '0.5' } }, [['too-many-decimal-places', ['step', 'JPY']]]],
    [{ ...good, step: null }, [['not-a-decimal', ['step']]]],
    [{ ...good, minimumLimit: -1 }, [['too-small', ['minimumLimit']]]],
    [{ ...good, minimumLimit: { XXX: 1 } }, [['unknown-currency', ['minimumLimit', 'XXX']]]],
  ])('policy %o', (value, issues) => expect(found(value)).toEqual(issues))

  it.each([
    [{}, [['missing', ['type']]]],
    [{ type: 'share' }, [['not-allowed', ['type']]]],
    [{ type: 'constructor' }, [['not-allowed', ['type']]]],
    [{ type: 'requested', amount: 1 }, [['unknown-key', ['amount']]]],
    [{ type: 'share-of-net-worth' }, [['missing', ['percent']]]],
    [{ type: 'share-of-net-worth', percent: -1 }, [['too-small', ['percent']]]],
    [{ type: 'purchases-in-credit-period', daysInMonth: 0 }, [['too-small', ['daysInMonth']]]],
    [{ type: 'purchases-in-credit-period', daysInMonth: 30.5 }, [['not-an-integer', ['daysInMonth']]]],
    [{ type: 'purchases-in-credit-period', daysInMonth: null }, [['not-an-integer', ['daysInMonth']]]],
    [{ type: 'requested', daysInMonth: 0 }, [['unknown-key', ['daysInMonth']]]],
    [{ type: 'maximum' }, [['missing', ['amount']]]],
    [{ type: 'maximum', amount: '-1' }, [['too-small', ['amount']]]],
    [{ type: 'maximum', amount: { CNY: '1.005' } }, [['too-many-decimal-places', ['amount', 'CNY']]]],
    [{ type: 'maximum', amount: { '__proto__ ': 1 } }, [['unknown-currency', ['amount', '__proto__ ']]]],
    [{ type: 'by-grade', amounts: [] }, [['empty', ['amounts']]]],
    [
      { type: 'by-grade', amounts: [{}, { grade: '', amount: 'x', limit: 1 }] },
      [
        ['missing', ['amounts', 0, 'grade']],
        ['missing', ['amounts', 0, 'amount']],
        ['unknown-key', ['amounts', 1, 'limit']],
        ['empty', ['amounts', 1, 'grade']],
        ['not-a-decimal', ['amounts', 1, 'amount']],
      ],
    ],
    [
      {
        type: 'by-grade',
        amounts: [
          { grade: 'A', amount: 1 },
          { grade: 'B', amount: 1 },
          { grade: 'A', amount: 2 },
        ],
      },
      [['duplicate', ['amounts', 2, 'grade']]],
    ],
  ])('rule %o', (rule, issues) => expect(inRule(rule)).toEqual(issues.map(([code, path]) => [code, ['rules', 1, ...(path as (string | number)[])]])))

  it.each(NOT_DECIMALS.map((value) => [value]))('refuses %o where a decimal belongs', (value) => {
    expect(inRule({ type: 'share-of-net-worth', percent: value })).toEqual([['not-a-decimal', ['rules', 1, 'percent']]])
    expect(inRule({ type: 'maximum', amount: value })).toEqual([['not-a-decimal', ['rules', 1, 'amount']]])
    expect(found({ ...good, step: { CNY: value }, minimumLimit: value })).toEqual([
      ['not-a-decimal', ['step', 'CNY']],
      ['not-a-decimal', ['minimumLimit']],
    ])
  })
})
