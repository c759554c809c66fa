import type { Issue } from '@clientele/core'
import { readLossRebate } from './readLossRebate.js'

/**
 * Finds everything that is wrong with a rebate on losses.
 *
 * @param value - Anything; {@link LossRebate} says what a rebate on losses is.
 * @returns The issues, none for a programme that {@link rebateOnLosses} takes; their paths start at the programme.
 * @example
 * import { checkLossRebate } from '@clientele/tiering'
 *
 * const levels = [{ id: 'diamond', percent: '10' }, { id: 'gold', percent: '30' }]
 * const issues = checkLossRebate({ kind: 'loss-rebate', id: 'casino', version: 1, levels })
 * issues.map(({ path, message }) => ({ path, message }))
 * //=> [{ path: ['levels', 1, 'percent'], message: 'must be at most 10, not 30' }]
 */
export function checkLossRebate(value: unknown): Issue[] {
  const issues: Issue[] = []
  readLossRebate(value, [], issues)
  return issues
}
