import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkPolicies } from '../checks.js'
import type { Issue } from '../issues/types.js'
import type { PolicyReference } from '../types.js'

const first = { kind: 'scorecard', id: 'card', version: 1 }
const second = { kind: 'rulebook', id: 'book', version: '2' }

const found = (policies: unknown, known: readonly PolicyReference[] = [first]): Issue[] => {
  const issues: Issue[] = []
  checkPolicies(policies, ['result', 'policies'], known, issues)
  return issues
}

describe('checkPolicies', () => {
  it('takes a result that names one of the known policies, and whatever else', () => {
    expect(found([first])).toEqual([])
    expect(found([second, { ...first, title: 'Card' }])).toEqual([])
    expect(found([second], [first, second])).toEqual([])
  })

  it.each([
    [[]],
    [[second]],
    [[{ ...first, kind: 'rulebook' }]],
    [[{ ...first, id: 'other' }]],
    [[{ ...first, version: '1' }]],
    [[{ kind: 'scorecard', id: 'card' }]],
    [[Object.create(first)]],
    [[null, 'card', Array(1)]],
    [Array(2)],
  ])('says that another policy made %j', (policies) => {
    expect(found(policies).map(({ code, path }) => [code, path])).toEqual([['other-policy', ['result', 'policies']]])
  })

  it('names the policies that are known, and those that are named', () => {
    expect(found([{ ...first, version: 2 }, 'card'], [first, second])[0]?.params).toEqual({
      expected: '{ kind: "scorecard", id: "card", version: 1 }, { kind: "rulebook", id: "book", version: "2" }',
      actual: '{ kind: "scorecard", id: "card", version: 2 }, "card"',
    })
  })

  it.each([
    [undefined, 'missing'],
    [null, 'wrong-type'],
    [{ 0: first, length: 1 }, 'wrong-type'],
  ])('refuses %j, which is no list', (policies, code) => {
    expect(codesAndPaths(found(policies))).toEqual([[code, ['result', 'policies']]])
  })
})
