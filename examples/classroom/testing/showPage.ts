import type { Issue } from '@clientele/core'
import { runExample } from '../../../.ci/examples.js'
import { type Computed, computePage } from '../src/pages/computePage.js'
import type { Fields, Page } from '../src/pages/types.js'

/** A page with some fields changed, as its example is computed. */
export function computeWith<F extends Fields, R>(page: Page<F, R>, changes: Partial<F> = {}): Computed<R> {
  return computePage(page, { ...page.defaults, ...changes })
}

/** What comes of a page that must be without fault. */
export function resultOf<F extends Fields, R>(page: Page<F, R>, changes: Partial<F> = {}): R {
  const { result, issues } = computeWith(page, changes)
  if (result === undefined) throw new Error(`at fault: ${JSON.stringify([...issues])}`)
  return result
}

/** The codes of what is wrong, by field. */
export function faultsOf<F extends Fields, R>(page: Page<F, R>, changes: Partial<F>): { readonly [field: string]: readonly Issue['code'][] } {
  return Object.fromEntries([...computeWith(page, changes).issues].map(([field, issues]) => [field, issues.map(({ code }) => code)]))
}

/** Runs what "Copy as code" gives: every `//=>` in it must hold. */
export async function runCode<F extends Fields, R>(page: Page<F, R>, changes: Partial<F> = {}): Promise<void> {
  await runExample(page.code({ ...page.defaults, ...changes }, resultOf(page, changes)))
}
