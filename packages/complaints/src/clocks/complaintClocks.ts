import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord } from '@clientele/core/checks'
import type { ComplaintEvent } from '../history/types.js'
import { clocksOf } from './clocksOf.js'
import { readSetup } from './readSetup.js'
import type { ClockOptions, ClockPolicy, ComplaintClocks } from './types.js'

const KEYS = ['at', 'definition', 'calendars', 'deadlines']

/**
 * Tells how the clocks of a complaint stand: by when what must happen, what time counts towards that, and whether it was in time.
 *
 * @param events - The complaint's history from the first event on, in order. A moment that steps back behind an earlier event's is taken for that one's;
 * events after `options.at` are not looked at.
 * @param policy - The clocks: from which event to which, and how long they may run.
 * @param options - The moment to look at, the workflow whose steps say what a wait is, the calendars by the names that clocks use, and the deadlines
 * that are kept from an earlier look.
 * @returns Every clock that has started, cycle by cycle, each with its deadline, the seconds used and left, and every span of time up to the deadline
 * with why it counts. Of a target in time, `usedSeconds` and `leftSeconds` add up to it, unless the deadline was extended. Waits are never used time;
 * those that begin at or after a deadline do not move it (in days: on its date or after); of the days of a wait, the first is not one of waiting, the
 * last is. A complaint that is reopened has the clocks of the earlier cycle, which run on where nothing had stopped them, and new ones.
 * @throws {@link InputError} if anything is not as stated: also if no definition knows an event that a clock names, a calendar is missing, a target goes
 * by priority and has none for the complaint's, a deadline lies beyond 9999-12-30, or the complaint began after `at`. Of a damaged history it tells
 * what is wrong with the first such event, in a path that starts at its index.
 * @example
 * import { type ClockPolicy, complaintClocks, openComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 * import type { BusinessCalendar } from '@clientele/core/business-time'
 *
 * const day = [['09:00', '12:00'], ['13:00', '17:00']] as const
 * const windows = { mon: day, tue: day, wed: day, thu: day, fri: day }
 * const office: BusinessCalendar = { kind: 'business-calendar', id: 'office', version: '1', zone: 'Asia/Shanghai', windows }
 * const resolution = { id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT8H', calendar: 'office', mayWait: true }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'service', version: '1', clocks: [resolution] }
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2026-01-09T16:00:00+08:00', by, ...told }, eightSteps)
 * const events = decision.ok ? decision.events : []
 * const options = { at: '2026-01-12T11:00:00+08:00', definition: eightSteps, calendars: { office } }
 * const [clock] = complaintClocks(events, policy, options).clocks
 * clock?.due //=> '2026-01-12T09:00:00Z'
 * clock?.status //=> 'running'
 * clock?.usedSeconds //=> 10800
 * clock?.leftSeconds //=> 18000
 * clock?.trace.spans.map(({ why, seconds }) => [why, seconds]).slice(0, 4)
 * //=> [['open-hours', 3600], ['outside-hours', 25200], ['closed-weekday', 172800], ['outside-hours', 32400]]
 */
export function complaintClocks(events: readonly ComplaintEvent[], policy: ClockPolicy, options: ClockOptions): ComplaintClocks {
  const issues: Issue[] = []
  const given = checkRecord(options, ['options'], issues) ? options : undefined
  if (given !== undefined) checkKeys(given, KEYS, ['options'], issues)
  return clocksOf(events, readSetup(policy, given, issues), given, issues)
}
