import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import {
  type Check,
  checkAmong,
  checkCount,
  checkDay,
  checkFigure,
  checkFlag,
  checkNumber,
  checkQuantity,
  checkSameList,
  checkShare,
  codedBy,
  filled,
  isSameList,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
  variantsOf,
} from '../checks.js'
import type { Issue } from '../issues/types.js'

const found = (check: Check, value: unknown): [string, Issue['path']][] => {
  const issues: Issue[] = []
  check(value, ['result'], issues)
  return codesAndPaths(issues)
}

describe('a check of a value', () => {
  it.each<[string, Check, readonly unknown[]]>([
    ['checkQuantity', checkQuantity, ['0', '-0.50', '1'.repeat(2000)]],
    ['checkFigure', checkFigure, ['0', '0.50', '1'.repeat(2000)]],
    ['checkDay', checkDay, ['2024-02-29']],
    ['checkCount', checkCount, [0, 7]],
    ['checkNumber', checkNumber, [0, -1.5, 1e300]],
    ['checkShare', checkShare, [0, 0.5, 2]],
    ['checkFlag', checkFlag, [true, false]],
    ['oneOf', oneOf(['a', 'b']), ['a', 'b']],
    ['optional', optional(checkFlag), [undefined, true]],
    ['orNull', orNull(checkFlag), [null, true]],
  ])('%s takes what is right', (_, check, values) => {
    for (const value of values) expect(found(check, value)).toEqual([])
  })

  it.each<[string, Check, unknown, string]>([
    ['checkQuantity', checkQuantity, undefined, 'missing'],
    ['checkQuantity', checkQuantity, 1, 'wrong-type'],
    ['checkQuantity', checkQuantity, '1e3', 'not-a-decimal'],
    ['checkQuantity', checkQuantity, '01', 'not-a-decimal'],
    ['checkFigure', checkFigure, '-0.01', 'too-small'],
    ['checkFigure', checkFigure, '-x', 'not-a-decimal'],
    ['checkDay', checkDay, '2023-02-29', 'not-a-calendar-date'],
    ['checkCount', checkCount, -1, 'too-small'],
    ['checkCount', checkCount, 1.5, 'not-an-integer'],
    ['checkNumber', checkNumber, Number.NaN, 'wrong-type'],
    ['checkNumber', checkNumber, '1', 'wrong-type'],
    ['checkShare', checkShare, -0.5, 'too-small'],
    ['checkShare', checkShare, Number.POSITIVE_INFINITY, 'wrong-type'],
    ['checkFlag', checkFlag, 1, 'wrong-type'],
    ['oneOf', oneOf(['a', 'b']), 'c', 'not-allowed'],
    ['optional', optional(checkFlag), null, 'wrong-type'],
    ['orNull', orNull(checkFlag), undefined, 'missing'],
  ])('%s refuses what is wrong', (_, check, value, code) => {
    expect(found(check, value)).toEqual([[code, ['result']]])
  })
})

describe('a check of lists and objects', () => {
  it('looks at every element and every member, and at nothing else', () => {
    const check = membersOf({ id: oneOf(['a']), counts: listOf(checkCount) })
    expect(found(check, { id: 'a', counts: [], more: 1 })).toEqual([])
    expect(found(check, { id: 'b', counts: [0, -1, 'x'] })).toEqual([
      ['not-allowed', ['result', 'id']],
      ['too-small', ['result', 'counts', 1]],
      ['not-an-integer', ['result', 'counts', 2]],
    ])
    expect(found(check, Object.create({ id: 'a', counts: [] }))).toEqual([
      ['missing', ['result', 'id']],
      ['missing', ['result', 'counts']],
    ])
    expect(found(check, null)).toEqual([['wrong-type', ['result']]])
    expect(found(listOf(checkFlag), Array(1))).toEqual([['missing', ['result', 0]]])
  })

  it('asks for an element where a list is to be filled', () => {
    expect(found(filled(checkFlag), [true])).toEqual([])
    expect(found(filled(checkFlag), [])).toEqual([['empty', ['result']]])
    expect(found(filled(checkFlag), [1])).toEqual([['wrong-type', ['result', 0]]])
  })

  it('checks of a code its own parameters', () => {
    const check = codedBy<{ code: 'late'; params: { days: number } } | { code: 'paid'; params: object }>({ late: { days: checkCount }, paid: {} })
    expect(found(check, { code: 'late', params: { days: 3 } })).toEqual([])
    expect(found(check, { code: 'paid', params: {} })).toEqual([])
    expect(found(check, { code: 'late', params: {} })).toEqual([['missing', ['result', 'params', 'days']]])
    expect(found(check, { code: 'paid' })).toEqual([['missing', ['result', 'params']]])
    expect(found(check, { code: 'toString', params: {} })).toEqual([['not-allowed', ['result', 'code']]])
    expect(found(check, 'late')).toEqual([['wrong-type', ['result']]])
  })

  it('checks of a kind its own members', () => {
    const check = variantsOf<'sum' | 'none'>('type', { sum: { amount: checkFigure }, none: {} })
    expect(found(check, { type: 'sum', amount: '1' })).toEqual([])
    expect(found(check, { type: 'none' })).toEqual([])
    expect(found(check, { type: 'sum' })).toEqual([['missing', ['result', 'amount']]])
    expect(found(check, { type: 'other', amount: '1' })).toEqual([['not-allowed', ['result', 'type']]])
    expect(found(check, 7)).toEqual([['wrong-type', ['result']]])
  })
})

describe('a result that is older than its policy', () => {
  const among = (actual: string, known: readonly string[]): Issue[] => {
    const issues: Issue[] = []
    checkAmong(actual, known, ['result', 'grade'], issues)
    return issues
  }

  it('names what its policy does not know', () => {
    expect(among('A', ['A', 'B'])).toEqual([])
    expect(codesAndPaths(among('C', ['A', 'B']))).toEqual([['outdated-input', ['result', 'grade']]])
    expect(among('C', ['A', 'B'])[0]?.params).toEqual({ expected: '"A", "B"', actual: '"C"' })
    expect(among('C', [])[0]?.params).toEqual({ expected: 'null', actual: '"C"' })
  })

  it('names at most twenty of those that its policy knows', () => {
    const known = Array.from({ length: 21 }, (_, index) => String(index))
    expect(among('x', known.slice(0, 20))[0]?.params['expected']).toMatch(/^"0", .*, "19"$/)
    expect(among('x', known)[0]?.params['expected']).toMatch(/^"0", .*, "19", …$/)
  })

  it('lists something else, or in another order', () => {
    const issues: Issue[] = []
    checkSameList(['a', 'b'], ['a', 'b'], ['result', 'roles'], issues)
    expect(issues).toEqual([])
    checkSameList(['b', 'a'], ['a', 'b'], ['result', 'roles'], issues)
    expect(codesAndPaths(issues)).toEqual([['outdated-input', ['result', 'roles']]])
    expect(issues[0]?.params).toEqual({ expected: '["a", "b"]', actual: '["b", "a"]' })
    expect([isSameList([], []), isSameList(['a'], []), isSameList(['a'], ['a', 'b'])]).toEqual([true, false, false])
  })
})
