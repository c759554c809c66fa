import { InputError } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { expect, it } from 'vitest'
import { computePage } from './computePage.js'
import type { Attempt, Fields } from './types.js'

const compute = (step: (attempt: Attempt, fields: Fields) => unknown, fields: Fields = {}) =>
  computePage({ compute: (given, attempt) => step(attempt, given) }, fields)
const fail = (...fields: readonly string[]) => throwIssues(fields.map((field) => createIssue('missing', [field], {})))

it('gives what comes of the fields', () => {
  expect(compute((attempt, { a }) => attempt(() => `${a}!`, String), { a: 'x' })).toEqual({ result: 'x!', issues: new Map() })
})

it('keeps what is wrong by field, of all steps, and each fault once', () => {
  const { result, issues } = compute((attempt) => {
    attempt(
      () => fail('a', 'b'),
      ([field]) => `field-${field}`,
    )
    attempt(
      () => fail('a'),
      ([field]) => `field-${field}`,
    )
    return 'something'
  })
  expect(result).toBeUndefined()
  expect([...issues].map(([field, found]) => [field, found.map(({ code }) => code)])).toEqual([
    ['field-a', ['missing']],
    ['field-b', ['missing']],
  ])
})

it('does not hide a fault of the program', () => {
  expect(() =>
    compute((attempt) =>
      attempt(() => {
        throw new TypeError('ours')
      }, String),
    ),
  ).toThrow(TypeError)
  expect(() => compute(() => fail('a'))).toThrow(InputError)
})
