import type { Issue } from '@clientele/core'
import { readPipeline } from './readPipeline.js'

/**
 * Finds everything that is wrong with a pipeline.
 *
 * @param value - Anything; see {@link Pipeline} for what a pipeline is. It has 1 to 250 stages; no two of its stages and outcomes have the same name.
 * @returns The issues, none for a pipeline that {@link advanceDeal} and {@link measureFunnel} take; their paths start at the pipeline.
 * @example
 * import { checkPipeline } from '@clientele/funnel'
 * import { opportunityPipeline } from '@clientele/funnel/templates'
 *
 * checkPipeline(opportunityPipeline) //=> []
 * checkPipeline({ ...opportunityPipeline, lost: 'won' })[0]?.code //=> 'given-elsewhere'
 */
export function checkPipeline(value: unknown): Issue[] {
  const issues: Issue[] = []
  readPipeline(value, [], issues)
  return issues
}
