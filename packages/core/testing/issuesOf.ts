import { expect } from 'vitest'
import { type Issue, isInputError } from '../src/index.js'

/** The codes and paths of issues, once their messages have been found to be whole sentences with every parameter in them. */
export function codesAndPaths(issues: readonly Issue[]): [string, Issue['path']][] {
  for (const { message } of issues) {
    expect(message).toMatch(/^(is|must) \S/)
    expect(message).not.toMatch(/[{]\w+[}]| {2}| ,|, not $|undefined,/)
  }
  return issues.map(({ code, path }) => [code, path])
}

/** The codes and paths of what a call throws; any other error passes, and no error is told. */
export function issuesOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (isInputError(error)) return codesAndPaths(error.issues)
    throw error
  }
  return 'nothing was thrown'
}
