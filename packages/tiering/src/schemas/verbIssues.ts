import { type Issue, isInputError } from '@clientele/core'
import { checkRecord } from '@clientele/core/checks'

/** How deep the first row of a list stands in a verb's arguments. */
export const FIRST_ROW = 2

/** Issues with paths that begin at the value, which stands so deep in the arguments. */
export function issuesWithin(depth: number, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: issue.path.slice(depth) }))
}

/** What a verb finds wrong with a value that stands so deep in its arguments. */
export function issuesOfVerb(depth: number, run: (value: never) => unknown): (value: unknown) => Issue[] {
  return (value) => {
    try {
      run(value as never)
      return []
    } catch (error) {
      if (isInputError(error)) return issuesWithin(depth, error.issues)
      throw error
    }
  }
}

/** What a verb finds wrong with a record of lists, each of which its paths begin at. */
export function issuesOfLists(run: (value: never) => unknown): (value: unknown) => Issue[] {
  const issuesIn = issuesOfVerb(0, run)
  return (value) => {
    const issues: Issue[] = []
    return checkRecord(value, [], issues) ? issuesIn(value) : issues
  }
}
