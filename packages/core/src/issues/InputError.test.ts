import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { notDecimals } from '../../testing/arbitraries.js'
import { createIssue } from './createIssue.js'
import { describeValue } from './describeValue.js'
import { InputError } from './InputError.js'
import { isInputError } from './isInputError.js'
import { issueMessages } from './issueMessages.js'

const issue = createIssue('missing', ['candidates', 3, 'ratings', 'gross-profit'], {})

describe('InputError', () => {
  it('is an Error with a name, a message that says where and what, and all issues', () => {
    const error = new InputError([issue, createIssue('empty', [], {}), createIssue('empty', ['a b', '', 'c"d'], {})])
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('InputError')
    expect(error.message).toBe('candidates[3].ratings.gross-profit is required; must not be empty; ["a b"][""]["c\\"d"] must not be empty')
    expect(error.issues).toHaveLength(3)
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'InputError', issues: error.issues })
  })

  it('names five issues and counts the others in its message', () => {
    const error = new InputError(Array.from({ length: 1_000_000 }, () => issue))
    expect(error.message).toMatch(/; and 999995 more$/)
    expect(error.message.length).toBeLessThan(400)
    expect(error.issues).toHaveLength(1_000_000)
  })

  it('is recognised from another copy of the package, and nothing else is', async () => {
    const copy: typeof import('./InputError.js') = await import('./InputError.js?copy' as never)
    expect(copy.InputError).not.toBe(InputError)
    expect(isInputError(new copy.InputError([issue]))).toBe(true)
    const lookalike = Object.assign(new Error('x'), { name: 'InputError', issues: [issue] })
    for (const other of [lookalike, new Error('x'), { issues: [] }, null, undefined, 'x', 1, runInNewContext('new Error("x")')])
      expect(isInputError(other)).toBe(false)
    expect(isInputError(new InputError([issue]))).toBe(true)
  })
})

describe('createIssue', () => {
  it('fills every placeholder of every message', () => {
    const params = {
      actual: 'x',
      allowed: ['a', 'b'],
      asked: 'x',
      before: 'x',
      bound: 'x',
      cheaperFrom: 'x',
      commands: ['x'],
      count: 1,
      currencies: ['x'],
      examples: ['x'],
      expected: 'x',
      first: 0,
      from: 'x',
      greatest: 'x',
      hiddenBy: ['x'],
      left: 'x',
      maximum: 1,
      missing: ['x'],
      minimum: 'x',
      percent: 'x',
      place: 'x',
      smallest: 'x',
      step: 'x',
      steps: ['x'],
      to: 'x',
      until: 'x',
      value: 'x',
    }
    for (const code of Object.keys(issueMessages) as (keyof typeof issueMessages)[])
      expect(createIssue(code, [], params as never).message).not.toMatch(/[{]\w+[}]/)
    expect(createIssue('not-allowed', [], { allowed: ['"a"', '"b"'], actual: '1' }).message).toBe('must be one of "a", "b", not 1')
  })
})

describe('describeValue', () => {
  it.each([
    ['abc', '"abc"'],
    ['a"b', '"a\\"b"'],
    [Number.NaN, 'NaN'],
    [-0, '-0'],
    [12n, '12n'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [[1], '[…]'],
    [{}, '{…}'],
    [() => 1, 'function'],
    [Symbol('x'), 'symbol'],
    ['x'.repeat(100), `"${'x'.repeat(59)}…`],
  ])('%o is %s', (value, text) => {
    expect(describeValue(value)).toBe(text)
  })

  it('stays short and JSON, whatever it is', () => {
    for (const value of [...notDecimals, 10n ** 5000n, '\ud800']) expect(JSON.parse(JSON.stringify(describeValue(value))).length).toBeLessThan(70)
  })
})
