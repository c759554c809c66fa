import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkCount, checkMade, checkMadeByAll, checkMadeByPolicy, createIssue, membersOf } from '../checks.js'
import type { Issue } from '../issues/types.js'

const first = { kind: 'scheme', id: 'first', version: 1 }
const second = { kind: 'scheme', id: 'second', version: '2' }
const shape = membersOf({ count: checkCount })

const found = (run: (issues: Issue[]) => void): [string, Issue['path']][] => {
  const issues: Issue[] = []
  run(issues)
  return codesAndPaths(issues)
}

describe('checkMade', () => {
  const made = (result: unknown, known: Parameters<typeof checkMade>[3] = [first]) =>
    found((issues) => checkMade(result, 'result', shape, known, issues))

  it('takes a result that one of the known policies made', () => {
    expect(made({ count: 1, policies: [second, first] })).toEqual([])
  })

  it('tells all that is wrong with the result, and where another policy made it', () => {
    expect(made({ count: -1, policies: [second] })).toEqual([
      ['too-small', ['result', 'count']],
      ['other-policy', ['result', 'policies']],
    ])
    expect(made({ count: 1 })).toEqual([['missing', ['result', 'policies']]])
    expect(made(null)).toEqual([['wrong-type', ['result']]])
  })

  it('asks for no policy where something is wrong with the known ones', () => {
    expect(found((issues) => checkMade({ count: 1 }, 'result', shape, undefined, issues))).toEqual([])
  })
})

describe('checkMadeByAll', () => {
  const made = (result: unknown, known: Parameters<typeof checkMadeByAll>[3]) =>
    found((issues) => checkMadeByAll(result, 'result', shape, known, issues))

  it('takes a result whose every policy is known', () => {
    expect(made({ count: 1, policies: [second, first] }, [first, second])).toEqual([])
    expect(made({ count: 1, policies: [] }, [first])).toEqual([])
  })

  it('names each policy that is not', () => {
    expect(made({ count: 1, policies: [first, second] }, [first])).toEqual([['other-policy', ['result', 'policies', 1]]])
    expect(made({ count: 'x' }, [first])).toEqual([
      ['not-an-integer', ['result', 'count']],
      ['missing', ['result', 'policies']],
    ])
    expect(made([], [first])).toEqual([['wrong-type', ['result']]])
    expect(made({ count: 1 }, undefined)).toEqual([])
  })
})

describe('checkMadeByPolicy', () => {
  const made = (result: unknown, wrong: readonly Issue[] = []) =>
    found((issues) => checkMadeByPolicy(result, 'result', shape, { name: 'scheme', document: first, check: () => [...wrong] }, issues))

  it('takes a result that the policy made, and refuses that of another', () => {
    expect(made({ count: 1, policies: [first] })).toEqual([])
    expect(made({ count: 1, policies: [second] })).toEqual([['other-policy', ['result', 'policies']]])
  })

  it('tells what is wrong with the policy, and then does not ask who made the result', () => {
    expect(made({ count: -1, policies: [second] }, [createIssue('empty', ['levels'], {})])).toEqual([
      ['empty', ['scheme', 'levels']],
      ['too-small', ['result', 'count']],
    ])
  })
})
