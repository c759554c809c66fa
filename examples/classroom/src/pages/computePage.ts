import { type Issue, isInputError } from '@clientele/core'
import type { Attempt, Fields, Page } from './types.js'

/** What comes of the fields of a page, or what is wrong with them, field by field. */
export interface Computed<R> {
  readonly result: R | undefined
  readonly issues: ReadonlyMap<string, readonly Issue[]>
}

/**
 * Computes a page. Input errors become issues of the fields they come from; any other error is a fault of the program, and is thrown.
 */
export function computePage<F extends Fields, R>(page: Pick<Page<F, R>, 'compute'>, fields: F): Computed<R> {
  const issues = new Map<string, Issue[]>()
  const attempt: Attempt = (step, fieldOf) => {
    try {
      return step()
    } catch (error) {
      if (!isInputError(error)) throw error
      for (const issue of error.issues) keep(issues, fieldOf(issue.path), issue)
      return undefined
    }
  }
  const result = page.compute(fields, attempt)
  return { result: issues.size === 0 ? result : undefined, issues }
}

/** Two steps may find the same fault. */
function keep(issues: Map<string, Issue[]>, field: string, issue: Issue): void {
  const kept = issues.get(field) ?? []
  if (!kept.some(({ message }) => message === issue.message)) kept.push(issue)
  issues.set(field, kept)
}
