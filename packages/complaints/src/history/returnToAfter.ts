import type { ReadWorkflow } from '../workflow/compiled.js'

/** The steps to go back to after a move from one step to another: none twice, so that there are never more of them than steps. */
export function returnToAfter(returnTo: readonly string[], from: string, to: string, { steps }: ReadWorkflow): string[] {
  const known = returnTo.indexOf(to)
  if (known !== -1) return returnTo.slice(0, known)
  return steps.get(to)?.returns === true ? [...returnTo, from] : []
}
