import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkPreference } from './checkPreference.js'

const found = (preference: unknown): unknown => {
  const issues: Issue[] = []
  checkPreference(preference, ['p'], issues)
  return codesAndPaths(issues)
}

describe('checkPreference', () => {
  it.each([
    { type: 'usual' },
    { type: 'u-shape', indifference: 0 },
    { type: 'v-shape', preference: '0.1' },
    { type: 'level', indifference: 0, preference: '0.1' },
    { type: 'linear', indifference: 1, preference: 1.1 },
    { type: 'gaussian', spread: 1e-100 },
  ])('takes %j', (preference) => {
    expect(found(preference)).toEqual([])
  })

  it.each([
    [undefined, [['missing', ['p']]]],
    ['usual', [['wrong-type', ['p']]]],
    [{}, [['missing', ['p', 'type']]]],
    [{ type: 'shape' }, [['not-allowed', ['p', 'type']]]],
    [{ type: 'usual', spread: 1 }, [['unknown-key', ['p', 'spread']]]],
    [{ type: 'u-shape' }, [['missing', ['p', 'indifference']]]],
    [{ type: 'u-shape', indifference: -1 }, [['too-small', ['p', 'indifference']]]],
    [{ type: 'v-shape', preference: 0 }, [['not-above', ['p', 'preference']]]],
    [{ type: 'level', indifference: 1, preference: 1 }, [['not-above', ['p', 'preference']]]],
    [{ type: 'linear', indifference: '2', preference: '1.9' }, [['not-above', ['p', 'preference']]]],
    [
      { type: 'linear', indifference: 'x', preference: 0 },
      [
        ['not-a-decimal', ['p', 'indifference']],
        ['not-above', ['p', 'preference']],
      ],
    ],
    [{ type: 'linear', indifference: 1, preference: 'x' }, [['not-a-decimal', ['p', 'preference']]]],
    [{ type: 'gaussian', spread: '0' }, [['not-above', ['p', 'spread']]]],
    [{ type: 'gaussian', spread: 1e-200 }, [['extreme-size', ['p', 'spread']]]],
  ])('refuses %j', (preference, issues) => {
    expect(found(preference)).toEqual(issues)
  })
})
