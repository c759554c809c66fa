import type { Issue } from '@clientele/core'
import { readClockPolicy } from './readClockPolicy.js'

/**
 * Finds everything that is wrong with a clock policy.
 *
 * @param value - Anything; see {@link ClockPolicy} for what a clock policy is. It has 1 to 1,000 clocks, each with an id of its own; a duration is above
 * `PT0S`; a target in days has 0 to 36,525 of them, one in weeks up to 5,217; and no event stops the clock that it starts. `businessDays`,
 * `calendarDays`, `weeks` and `after` are no names of priorities.
 * @returns The issues, none for a policy that {@link complaintClocks} takes; their paths start at the policy. Whether a definition knows the events, and
 * whether there are calendars of these names, is found when it is used.
 * @example
 * import { checkClockPolicy, type ClockPolicy } from '@clientele/complaints'
 *
 * const policy: ClockPolicy = {
 *   kind: 'clock-policy',
 *   id: 'service',
 *   version: '1',
 *   clocks: [{ id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT40H', calendar: 'office', mayWait: true }],
 * }
 * checkClockPolicy(policy) //=> []
 * checkClockPolicy({ ...policy, clocks: [] })[0]?.path //=> ['clocks']
 */
export function checkClockPolicy(value: unknown): Issue[] {
  const issues: Issue[] = []
  readClockPolicy(value, [], issues)
  return issues
}
