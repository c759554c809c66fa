import { describe, expect, it } from 'vitest'
import { explainCondition, explainIssue } from '../explain.js'
import {
  addCalendarDays,
  addDecimals,
  allocate,
  type Condition,
  checkCondition,
  currencyDigits,
  evaluateCondition,
  type Issue,
  isInputError,
  type JsonValue,
  roundDecimal,
} from '../index.js'
import { en } from './en.js'
import { zhCN } from './zh-CN.js'

/** Every text of a locale with its place, and the placeholders in it. */
const placeholders = (value: unknown, place = ''): string[] =>
  typeof value === 'string'
    ? [`${place}: ${[...new Set(value.match(/[{]\w+[}]/g) ?? [])].sort().join(' ')}`]
    : Object.entries(value as object).flatMap(([key, one]) => placeholders(one, `${place}.${key}`))

describe('locales', () => {
  it('say the same in both languages: the same texts, with the same placeholders', () => {
    expect(placeholders(zhCN).sort()).toEqual(placeholders(en).sort())
  })

  it('are plain data', () => {
    for (const locale of [en, zhCN]) expect(JSON.parse(JSON.stringify(locale))).toEqual(locale)
  })
})

describe('explainIssue', () => {
  const issues = ((): readonly Issue[] => {
    try {
      addDecimals('1', 'abc')
    } catch (error) {
      if (isInputError(error)) return error.issues
    }
    return []
  })()

  it('gives the English message, and the Chinese one', () => {
    expect(issues.map((issue) => explainIssue(issue))).toEqual([issues[0]?.message])
    expect(issues.map((issue) => explainIssue(issue, zhCN))).toEqual(['必须是有限的数，或形如 "12.5" 的字符串，而不是 "abc"'])
  })

  it('has no English left in the Chinese wording of any kind of issue', () => {
    const bad: (() => unknown)[] = [
      () => addDecimals('x', undefined as never),
      () => allocate([] as never, 'x' as never, { digits: 'x', more: 1 } as never),
      () => allocate('1.005', [0, -1], { digits: 2 }),
      () => addCalendarDays('9999-12-31', 1),
      () => currencyDigits('XAU'),
      () => roundDecimal('1e5000', 1.5, 'up ' as never),
    ]
    const checked = [
      null,
      {},
      { all: [] },
      { field: 'x', operator: '?', value: 1 },
      { field: 'x', operator: 'at-least', value: 'y' },
      { field: 'x', operator: 'within', value: 1 },
      { field: 'x', operator: 'in', value: 1 },
      { field: 1, operator: 'equals', value: {} },
    ].flatMap(checkCondition)
    const thrown = bad.flatMap((run): readonly Issue[] => {
      try {
        run()
      } catch (error) {
        if (isInputError(error)) return error.issues
      }
      return []
    })
    expect(thrown.length).toBeGreaterThan(8)
    for (const issue of [...thrown, ...checked]) expect(explainIssue(issue, zhCN)).not.toMatch(/\b(a|an|must|or|list|string|object|moved|by)\b/)
  })

  it("gives the issue's own message for a code that the locale lacks", () => {
    expect(explainIssue({ code: 'toString', path: [], message: 'as it is', params: {} }, zhCN)).toBe('as it is')
  })
})

describe('explainCondition', () => {
  const condition: Condition = {
    all: [
      { field: 'budget', operator: 'at-least', value: '500000' },
      { field: 'region', operator: 'in', value: ['east', null, 1] },
      { field: 'asked', operator: 'within', value: 'P30D' },
      { field: 'tags', operator: 'has', value: 'key' },
    ],
  }
  const result = evaluateCondition(condition, { budget: '400000', region: null, tags: 'key' }, { asOf: '2024-03-31' })

  it('says how each comparison came out', () => {
    expect(explainCondition(result)).toEqual([
      'budget must be at least 500000: it is 400000, which does not meet this.',
      'region must be one of east, null, 1: it is null, which meets this.',
      'asked must be a date within 30 days before the date in question: it is missing, so this is not met.',
      'tags must contain key: it is key, which cannot be compared, so this is not met.',
      'The condition as a whole is not met.',
    ])
    expect(explainCondition(result, zhCN).at(-1)).toBe('整个条件不成立。')
    expect(explainCondition(result, zhCN)[0]).toBe('budget 须不小于 500000：现为 400000，不符合。')
    expect(explainCondition(result, zhCN)[2]).toBe('asked 须是所问之日前 30 天之内的日期：缺少此项，不符合。')
  })

  const required = (operator: 'in' | 'within', value: JsonValue, locale = en): string | undefined =>
    explainCondition({ met: false, trace: [{ path: ['x'], operator, required: value, actual: null, met: false, reason: 'missing' }] }, locale)[0]

  it.each([
    ['P1D', '1 day', '1 天'],
    ['P0D', '0 days', '0 天'],
    ['P0Y0M', '0 days', '0 天'],
    ['P2W', '2 weeks', '2 周'],
    ['P1W', '1 week', '1 周'],
    ['P12M', '12 months', '12 个月'],
    ['P1Y', '1 year', '1 年'],
    ['P1Y2M', '1 year, 2 months', '1 年 2 个月'],
    ['P2Y0M1W10D', '2 years, 1 week, 10 days', '2 年 1 周 10 天'],
    ['soon', 'soon', 'soon'],
  ])('says the duration %s in words', (duration, english, chinese) => {
    expect(required('within', duration)).toBe(`x must be a date within ${english} before the date in question: it is missing, so this is not met.`)
    expect(required('within', duration, zhCN)).toBe(`x 须是所问之日前 ${chinese}之内的日期：缺少此项，不符合。`)
  })

  it('names the first 20 members of a list, and how many more there are', () => {
    const members = Array.from({ length: 300 }, (_, index) => (index % 2 ? `m${index}` : index))
    const first = Array.from({ length: 20 }, (_, index) => (index % 2 ? `m${index}` : `${index}`))
    expect(required('in', members)).toBe(`x must be one of ${first.join(', ')}, 280 more: it is missing, so this is not met.`)
    expect(required('in', members, zhCN)).toBe(`x 须为 ${first.join('、')}、另有 280 个 之一：缺少此项，不符合。`)
    expect(required('in', members.slice(0, 20))).toContain('18, m19: it is missing')
  })
})
