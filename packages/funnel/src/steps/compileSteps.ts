import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { createScratch } from '@clientele/core/decimal'
import { countColumns, countRows } from './composeSteps.js'
import { type ReadStepOptions, readStepOptions } from './readStepOptions.js'
import { POLICY_KEYS, type ReadStepPolicy, readStepPolicy } from './readStepPolicy.js'
import type { CompiledSteps, StepPolicy } from './types.js'

/**
 * Makes steps ready for millions of events: the same answers as {@link countSteps}, to the last digit.
 *
 * `countColumns` takes events as columns: who, as any integers of 32 bits; when, in whole milliseconds since 1970-01-01T00:00Z; and what, as the index of a step, any other number for any other event.
 * Lists of such integers and other typed arrays will do too, more slowly. It takes nothing else: `asOf`, `open` and `cohorts` are of `count` alone.
 *
 * It takes O(n) for n events, once more the steps where ways are long, and O(n log n) where one actor's many events are in no order. It works in 12 bytes for each event, and 8 to 16 for each time from step to step, which stay for the next call
 * until memory is needed.
 *
 * @param policy - `steps`, from 1 to 250, each once; `window`, above 0, in weeks, days of 24 hours, hours, minutes and seconds (none: without limit); `mode` (`ordered` unless given).
 * @returns `count`, which is {@link countSteps} with the policy, and `countColumns`, with the counts, their shares and the times from step to step.
 * @throws {@link InputError} if the policy is none, with every issue. `count` throws it as {@link countSteps} does; `countColumns` names the cells, up to 10,000 of them.
 * @example
 * import { compileSteps } from '@clientele/funnel'
 *
 * const { countColumns } = compileSteps({ steps: ['visit', 'enquiry', 'order'], window: 'PT10S' })
 * const actor = Int32Array.of(7, 7, 7, 30, 30)
 * const at = Float64Array.of(0, 8_000, 10_000, 5_000, 15_001)
 * const step = Uint8Array.of(0, 1, 2, 0, 1)
 *
 * countColumns({ actor, at, step }).counts //=> [2, 1, 1]
 */
export function compileSteps(policy: StepPolicy): CompiledSteps {
  const issues: Issue[] = []
  const found = readPolicy(policy, issues)
  throwIssues(issues)
  const read = found as ReadStepPolicy
  const scratch = createScratch()
  const rooms = read.steps.map(() => createScratch())
  return {
    count: (events, options = {}) => {
      const wrong: Issue[] = []
      const settings = readStepOptions(options, [], wrong)
      throwIssues(wrong)
      return countRows(events, read, settings as ReadStepOptions, scratch)
    },
    countColumns: (columns) => countColumns(columns, read, scratch, rooms),
  }
}

function readPolicy(policy: unknown, issues: Issue[]): ReadStepPolicy | undefined {
  if (!checkRecord(policy, ['policy'], issues)) return undefined
  checkKeys(policy, POLICY_KEYS, ['policy'], issues)
  return readStepPolicy({ ...policy }, ['policy'], issues)
}
