import { type Condition, evaluateCondition } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { eightSteps } from '../templates.js'
import { vocabularyOf } from './vocabulary.js'
import { wordActual, wordCondition } from './wordCondition.js'

const [english, chinese] = [vocabularyOf(eightSteps, en), vocabularyOf(eightSteps, zhCN)]
const is = (field: string, operator: string, value: unknown): Condition => ({ field, operator, value }) as Condition

describe('wordCondition', () => {
  it('words every comparison, and its opposite, in both languages', () => {
    const cases = [
      ['equals', 'x', '"priority" is "x"', '"priority" is not "x"', '“优先级”为“x”', '“优先级”不为“x”'],
      ['equals', true, '"priority" is "yes"', '"priority" is not "yes"', '“优先级”为“是”', '“优先级”不为“是”'],
      ['equals', null, '"priority" is —', '"priority" is not —', '“优先级”为—', '“优先级”不为—'],
      ['not-equals', 2, '"priority" is given and is not 2', '"priority" is 2 or is not given', '“优先级”已填写且不为2', '“优先级”为2，或未填写'],
      ['at-least', '-2', '"priority" is at least −2', '"priority" is not at least −2', '“优先级”不小于 −2', '“优先级”并非不小于 −2'],
      ['at-most', -2, '"priority" is at most −2', '"priority" is not at most −2', '“优先级”不大于 −2', '“优先级”并非不大于 −2'],
      ['above', 2, '"priority" is above 2', '"priority" is not above 2', '“优先级”大于 2', '“优先级”并非大于 2'],
      ['below', 2, '"priority" is below 2', '"priority" is not below 2', '“优先级”小于 2', '“优先级”并非小于 2'],
      ['in', ['x', 2], '"priority" is one of "x", 2', '"priority" is none of "x", 2', '“优先级”为“x”、2之一', '“优先级”不在“x”、2之列'],
      [
        'within',
        'P1M',
        '"priority" lies within the last 1 month',
        '"priority" does not lie within the last 1 month',
        '“优先级”在最近 1 个月之内',
        '“优先级”不在最近 1 个月之内',
      ],
      ['has', 'x', '"priority" contains "x"', '"priority" does not contain "x"', '“优先级”包含“x”', '“优先级”不包含“x”'],
      [
        'at-least',
        '2024-03-01',
        '"priority" is 2024-03-01 or later',
        '"priority" is not 2024-03-01 or later',
        '“优先级”不早于 2024-03-01',
        '“优先级”并非不早于 2024-03-01',
      ],
      [
        'at-most',
        '2024-03-01',
        '"priority" is 2024-03-01 or earlier',
        '"priority" is not 2024-03-01 or earlier',
        '“优先级”不晚于 2024-03-01',
        '“优先级”并非不晚于 2024-03-01',
      ],
      [
        'above',
        '2024-03-01',
        '"priority" is later than 2024-03-01',
        '"priority" is not later than 2024-03-01',
        '“优先级”晚于 2024-03-01',
        '“优先级”并非晚于 2024-03-01',
      ],
      [
        'below',
        '2024-03-01',
        '"priority" is earlier than 2024-03-01',
        '"priority" is not earlier than 2024-03-01',
        '“优先级”早于 2024-03-01',
        '“优先级”并非早于 2024-03-01',
      ],
      ['above', '0001-01-01', '"priority" is a date', '"priority" is not a date', '“优先级”为日期', '“优先级”不为日期'],
      [
        'below',
        '0001-01-01',
        '"priority" is earlier than 0001-01-01',
        '"priority" is not earlier than 0001-01-01',
        '“优先级”早于 0001-01-01',
        '“优先级”并非早于 0001-01-01',
      ],
    ] as const
    for (const [operator, value, ...expected] of cases) {
      const condition = is('command.priority', operator, value)
      const words = [english, chinese].flatMap((vocabulary) => [condition, { not: condition }].map((one) => wordCondition(one, vocabulary)))
      expect(words).toEqual(expected)
    }
  })

  it('names what is compared', () => {
    const named = (field: string): readonly string[] => [english, chinese].map((vocabulary) => wordCondition(is(field, 'equals', 1), vocabulary))
    expect(named('state.record.priority')).toEqual(['"priority" is 1', '“优先级”为1'])
    expect(named('state.proposal.amount')).toEqual(['amount proposed is 1', '方案金额为1'])
    expect(named('state.facts.SolutionProposed.by.id')).toEqual(['by.id of "solution proposed" is 1', '“方案已提出”的 by.id为1'])
    expect(named('command.order.lines')).toEqual(['command.order.lines is 1', 'command.order.lines为1'])
    expect(named('state.toString')).toEqual(['state.toString is 1', 'state.toString为1'])
    expect(wordCondition(is('state.step', 'equals', 'accepted'), chinese)).toBe('所处步骤为“投诉成立”')
    expect(wordCondition(is('command.response', 'equals', 'disputed'), chinese)).toBe('“客户意见”为“有异议”')
    expect(wordCondition(is('command.content', 'equals', 'service'), chinese)).toBe('“投诉内容”为“服务”')
  })

  it('says whether an event has happened, however that is asked', () => {
    for (const [operator, value] of [
      ['at-least', 1],
      ['at-least', '1.0'],
      ['above', '0'],
    ]) {
      const asked = is('state.facts.CustomerNotified.sequence', operator as string, value)
      expect(wordCondition(asked, english)).toBe('"customer notified" has happened in this cycle')
      expect(wordCondition({ not: asked }, chinese)).toBe('本轮尚无“已告知客户”')
    }
    expect(wordCondition(is('state.facts.CustomerNotified.sequence', 'at-least', 2), english)).toBe('sequence of "customer notified" is at least 2')
  })

  it('joins conditions, with what belongs together in brackets, and turns them round', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => is(`command.${name}`, 'equals', 1)) as [Condition, Condition, Condition]
    expect(wordCondition({ any: [{ all: [a, b] }, c] }, english)).toBe('("a" is 1 and "b" is 1) or "c" is 1')
    expect(wordCondition({ not: { any: [{ all: [a, b] }, c] } }, english)).toBe('("a" is not 1 or "b" is not 1) and "c" is not 1')
    expect(wordCondition({ not: { all: [a, { not: b }] } }, chinese)).toBe('“a”不为1或“b”为1')
    expect(wordCondition({ all: [{ any: [a] }, { not: { all: [b] } }] }, chinese)).toBe('“a”为1，且“b”不为1')
    expect(wordCondition({ all: [{ any: [{ all: [a, b] }] }, { not: { any: [b, c] } }] }, chinese)).toBe(
      '（“a”为1，且“b”为1），且（“b”不为1，且“c”不为1）',
    )
    const many = wordCondition({ any: Array.from({ length: 23 }, () => a) }, english)
    expect(many.split(' or ')).toHaveLength(21)
    expect(many).toMatch(/ or 3 more$/)
  })
})

describe('wordActual', () => {
  const found = (condition: Condition, facts: object): readonly string[] => {
    const { trace } = evaluateCondition(condition, facts, { asOf: '2024-03-01' })
    return trace.flatMap((entry) => [wordActual(entry, english), wordActual(entry, chinese)])
  }

  it('says what was found', () => {
    const asked = is('command.priority', 'equals', 1)
    expect(found(asked, { command: { priority: 'high' } })).toEqual(['"priority": "high"', '“优先级”：“high”'])
    expect(found(asked, { command: { priority: -2 } })).toEqual(['"priority": −2', '“优先级”：−2'])
    expect(found(asked, { command: {} })).toEqual(['"priority" is not given', '“优先级”未填写'])
    expect(found(asked, { command: { priority: ['a', 1] } })).toEqual(['"priority": a, 1', '“优先级”：a、1'])
    expect(found(asked, { command: { priority: { is: 'a' } } })).toEqual(['"priority": (is: a)', '“优先级”：（is：a）'])
  })

  it('says whether an event has happened', () => {
    const asked = is('state.facts.CustomerNotified.sequence', 'at-least', 1)
    expect(found(asked, { state: { facts: { CustomerNotified: { sequence: 4 } } } })).toEqual([
      '"customer notified" has happened (event 4)',
      '已有“已告知客户”（第 4 号事件）',
    ])
    expect(found(asked, { state: { facts: {} } })).toEqual(['"customer notified" has not happened', '尚无“已告知客户”'])
  })
})
