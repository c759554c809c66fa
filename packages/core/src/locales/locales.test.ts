import { describe, expect, it } from 'vitest'
import { explainCondition, explainIssue } from '../explain.js'
import { addDecimals, type Condition, evaluateCondition, type Issue, isInputError } from '../index.js'
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
      'asked must be a date within P30D before the day in question: it is missing, so this is not met.',
      'tags must contain key: it is key, which cannot be compared, so this is not met.',
    ])
    expect(explainCondition(result, zhCN)[0]).toBe('budget 须不小于 500000：现为 400000，不符合。')
  })
})
