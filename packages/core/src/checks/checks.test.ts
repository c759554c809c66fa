import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import {
  checkChoice,
  checkCurrency,
  checkInteger,
  checkKeys,
  checkLocalizedText,
  checkPolicyHeader,
  checkUnique,
  isRecord,
  policyKeys,
  policyReference,
  readId,
} from '../checks.js'
import type { Issue } from '../issues/types.js'

const found = (check: (issues: Issue[]) => unknown): Issue[] => {
  const issues: Issue[] = []
  check(issues)
  return issues
}

describe('checkKeys', () => {
  const record = JSON.parse('{"a":1,"b":2,"__proto__":3}')

  it('names the keys that are allowed, of a list or a map', () => {
    const message = 'is not a known key; known are a, c'
    for (const known of [
      ['a', 'c'],
      new Map([
        ['a', 0],
        ['c', 1],
      ]),
    ]) {
      const issues = found((list) => checkKeys(record, known, ['x'], list))
      expect(issues.map(({ path, message: text }) => [path, text])).toEqual([
        [['x', 'b'], message],
        [['x', '__proto__'], message],
      ])
    }
  })

  it('names twenty of them at the most', () => {
    const names = Array.from({ length: 21 }, (_, index) => `k${index}`)
    expect(found((list) => checkKeys({ x: 1 }, names, [], list))[0]?.params['allowed']).toEqual([...names.slice(0, 20), '…'])
    expect(found((list) => checkKeys({ x: 1 }, names.slice(0, 20), [], list))[0]?.params['allowed']).toEqual(names.slice(0, 20))
  })
})

describe('checkChoice', () => {
  it('quotes the choices and the value', () => {
    const [issue] = found((list) => checkChoice('c', ['a', 'b'], ['x'], list))
    expect(issue?.message).toBe('must be one of "a", "b", not "c"')
    expect(found((list) => checkChoice(undefined, ['a'], ['x'], list))[0]?.message).toBe('is required')
  })
})

describe('checkInteger', () => {
  it('takes its bounds and names them', () => {
    const messages = [-1, 0, 5, 6, 1.5, '3', undefined].map(
      (value) => found((list) => checkInteger(value, [], list, { minimum: 0, maximum: 5 }))[0]?.message,
    )
    expect(messages).toEqual([
      'must be at least 0, not -1',
      undefined,
      undefined,
      'must be at most 5, not 6',
      'must be an integer, not 1.5',
      'must be an integer, not "3"',
      'is required',
    ])
  })

  it('takes safe integers alone where it has no bounds', () => {
    const codes = [2 ** 53, -(2 ** 53), 2 ** 53 - 1].map((value) => found((list) => checkInteger(value, [], list))[0]?.code)
    expect(codes).toEqual(['too-large', 'too-small', undefined])
  })
})

describe('checkCurrency', () => {
  it.each([
    ['CNY', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('reads %s as %i minor digits', (value, digits) => {
    const issues: Issue[] = []
    expect(checkCurrency(value, [], issues)).toBe(digits)
    expect(issues).toEqual([])
  })

  it.each([
    [undefined, 'missing'],
    ['cny', 'unknown-currency'],
    ['XAU', 'unknown-currency'],
    [156, 'unknown-currency'],
  ])('refuses %j as %s', (value, code) => {
    const issues: Issue[] = []
    expect(checkCurrency(value, ['currency'], issues)).toBeUndefined()
    expect(codesAndPaths(issues)).toEqual([[code, ['currency']]])
  })
})

describe('readId', () => {
  const told = (value: unknown): unknown => {
    const issues: Issue[] = []
    const id = readId(value, () => ['case'], issues)
    return id ?? issues.map(({ code, params }) => [code, params['expected']])
  }

  it('takes texts and integers', () => {
    expect(['7', ' ', '__proto__', 7, -7, -0].map(told)).toEqual(['7', ' ', '__proto__', '7', '-7', '0'])
  })

  it('says that it takes both where a value is neither', () => {
    for (const value of [null, true, {}, [7], 7n]) expect(told(value)).toEqual([['wrong-type', 'string-or-number']])
    for (const value of [1.5, Number.NaN]) expect(told(value)).toEqual([['not-an-integer', undefined]])
    expect([undefined, '', 2 ** 60].map(told)).toEqual([[['missing', undefined]], [['empty', undefined]], [['too-large', undefined]]])
  })
})

describe('checkUnique', () => {
  it('names the value and where it stood first', () => {
    const issues = found((list) => checkUnique(['a', undefined, 'b', 'a', undefined, 'a'], (index) => ['x', index], list))
    expect(issues.map(({ path, params }) => [path, params])).toEqual([
      [['x', 3], { value: 'a', first: 0 }],
      [['x', 5], { value: 'a', first: 0 }],
    ])
  })
})

describe('isRecord', () => {
  it.each([
    [{}, true],
    [Object.create(null), true],
    [new (class A {})(), true],
    [null, false],
    [undefined, false],
    [[], false],
    [new Map(), false],
    [new Date(), false],
    [() => 1, false],
    ['x', false],
    [new Float64Array(1), false],
  ])('%o: %s', (value, expected) => {
    expect(isRecord(value)).toBe(expected)
  })
})

describe('checkPolicyHeader', () => {
  const codes = (document: Record<string, unknown>): unknown => codesAndPaths(found((list) => checkPolicyHeader(document, 'scorecard', ['p'], list)))

  it('takes a kind, an id, a version of the host and perhaps our format', () => {
    expect(codes({ kind: 'scorecard', id: 'a', version: '1' })).toEqual([])
    expect(codes({ kind: 'scorecard', id: 'a', version: -2.5, format: 1 })).toEqual([])
  })

  it.each([
    [
      {},
      [
        ['missing', ['p', 'kind']],
        ['missing', ['p', 'id']],
        ['missing', ['p', 'version']],
      ],
    ],
    [
      { kind: 'rulebook', id: '', version: '' },
      [
        ['not-allowed', ['p', 'kind']],
        ['empty', ['p', 'id']],
        ['empty', ['p', 'version']],
      ],
    ],
    [
      { kind: 'scorecard', id: 1, version: Infinity, format: '1' },
      [
        ['wrong-type', ['p', 'id']],
        ['wrong-type', ['p', 'version']],
        ['not-allowed', ['p', 'format']],
      ],
    ],
  ])('refuses %j', (document, issues) => {
    expect(codes(document)).toEqual(issues)
  })

  it('is what a result refers to', () => {
    expect(JSON.stringify(policyReference({ kind: 'k', id: 'i', version: -0, more: 1 } as never))).toBe('{"kind":"k","id":"i","version":0}')
    expect(Object.is(policyReference({ kind: 'k', id: 'i', version: -0 }).version, 0)).toBe(true)
    expect(policyKeys).toEqual(['kind', 'id', 'version', 'format'])
  })
})

describe('checkLocalizedText', () => {
  it.each([
    ['Title', []],
    [{ en: 'Title', 'zh-Hans-CN': '标题', sr: 'x' }, []],
    ['', [['empty', ['t']]]],
    [{}, [['empty', ['t']]]],
    [undefined, [['missing', ['t']]]],
    [5, [['wrong-type', ['t']]]],
    [['en'], [['wrong-type', ['t']]]],
    [
      { en: '', 'zh-CN': 5 },
      [
        ['empty', ['t', 'en']],
        ['wrong-type', ['t', 'zh-CN']],
      ],
    ],
    [
      { e: 'x', en_US: 'x', 'en-': 'x', 'x-toolongsubtag': 'x', abcdefghi: 'x' },
      ['e', 'en_US', 'en-', 'x-toolongsubtag', 'abcdefghi'].map((tag) => ['not-a-language-tag', ['t', tag]]),
    ],
  ])('%j', (text, issues) => {
    expect(codesAndPaths(found((list) => checkLocalizedText(text, ['t'], list)))).toEqual(issues)
  })
})
