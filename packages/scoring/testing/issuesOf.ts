import { isInputError } from '@clientele/core'

/** The codes and paths of what a call throws; any other error passes, and no error is told. */
export function issuesOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (isInputError(error)) return error.issues.map(({ code, path }) => [code, path])
    throw error
  }
  return 'nothing was thrown'
}
