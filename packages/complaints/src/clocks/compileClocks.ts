import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { clocksOf } from './clocksOf.js'
import { type ClockSetup, readSetup } from './readSetup.js'
import type { ClockPolicy, ClockSetting, CompiledClocks } from './types.js'

const SETTING_KEYS = ['definition', 'calendars']
const MOMENT_KEYS = ['at', 'deadlines']

/**
 * Makes a clock policy ready for many complaints: the same answers as {@link complaintClocks}, without checking policy, definition and calendars each time.
 *
 * @param policy - The clocks. It is read once, so changing it later changes nothing; so are the definitions and calendars.
 * @param options - The workflow, or all its versions that the events name; and the calendars by the names that clocks use.
 * @returns The policy's reference, and `clocksOf(events, { at, deadlines })`, which refuses what `complaintClocks` refuses. What is found out of a
 * calendar is kept, so that a million complaints take no longer each than a thousand.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { type ClockPolicy, compileClocks, openComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const resolution = { id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT72H', mayWait: true }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'service', version: '1', clocks: [resolution] }
 * const { clocksOf } = compileClocks(policy, { definition: eightSteps })
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2026-01-09T16:00:00+08:00', by, ...told }, eightSteps)
 * clocksOf(decision.ok ? decision.events : [], { at: '2026-01-10T00:00:00Z' }).clocks[0]?.due //=> '2026-01-12T08:00:00Z'
 */
export function compileClocks(policy: ClockPolicy, options: ClockSetting): CompiledClocks {
  const issues: Issue[] = []
  const given = checkRecord(options, ['options'], issues) ? options : undefined
  if (given !== undefined) checkKeys(given, SETTING_KEYS, ['options'], issues)
  const read = readSetup(policy, given, issues)
  throwIssues(issues)
  const setup = read as ClockSetup
  return {
    policies: [setup.policy],
    clocksOf(events, moment) {
      const found: Issue[] = []
      const said = checkRecord(moment, ['options'], found) ? moment : undefined
      if (said !== undefined) checkKeys(said, MOMENT_KEYS, ['options'], found)
      return clocksOf(events, setup, said, found)
    },
  }
}
