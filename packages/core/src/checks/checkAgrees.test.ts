import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkAgrees } from '../checks.js'
import type { Issue } from '../issues/types.js'

const compare = (actual: unknown, expected: unknown): Issue[] => {
  const issues: Issue[] = []
  checkAgrees(actual, expected, ['result'], issues)
  return issues
}

describe('checkAgrees', () => {
  it('finds nothing where a result is what is expected, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => compare(structuredClone(value), value).length === 0))
  })

  it('does not look at what else a result has', () => {
    expect(compare({ total: '1', note: 'mine', rows: [{ id: 'a', seen: true }] }, { total: '1', rows: [{ id: 'a' }] })).toEqual([])
  })

  it.each([
    ['another value', { a: { b: ['x', 'z'] } }, [['outdated-input', ['result', 'a', 'b', 1]]]],
    ['a value of another type', { a: { b: ['x', 1] } }, [['outdated-input', ['result', 'a', 'b', 1]]]],
    ['nothing', { a: { b: ['x', undefined] } }, [['missing', ['result', 'a', 'b', 1]]]],
    ['a list of another length', { a: { b: ['x'] } }, [['wrong-length', ['result', 'a', 'b']]]],
    ['no list', { a: { b: { 0: 'x', 1: 'y', length: 2 } } }, [['wrong-type', ['result', 'a', 'b']]]],
    ['no object', { a: ['x', 'y'] }, [['wrong-type', ['result', 'a']]]],
    ['a key left out', { a: {} }, [['missing', ['result', 'a', 'b']]]],
    ['a key that is inherited', { a: Object.create({ b: ['x', 'y'] }) }, [['missing', ['result', 'a', 'b']]]],
  ])('names where there is %s', (_, actual, issues) => {
    expect(codesAndPaths(compare(actual, { a: { b: ['x', 'y'] } }))).toEqual(issues)
  })

  it('names every place, and what is expected there', () => {
    const issues = compare({ a: 1, b: null, c: [true] }, { a: 2, b: 'x', c: [false] })
    expect(issues.map(({ path, params }) => [path[1], params])).toEqual([
      ['a', { expected: '2', actual: '1' }],
      ['b', { expected: '"x"', actual: 'null' }],
      ['c', { expected: 'false', actual: 'true' }],
    ])
  })

  it('takes undefined as expected for a key that must not be there', () => {
    const expected = { rule: 'a', route: undefined }
    expect(compare({ rule: 'a' }, expected)).toEqual([])
    const [issue] = compare({ rule: 'a', route: null }, expected)
    expect([issue?.code, issue?.path, issue?.params]).toEqual(['unknown-key', ['result', 'route'], { allowed: ['rule'] }])
  })
})
