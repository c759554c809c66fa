import { countActivities } from './countActivities.js'
import { findVariants } from './findVariants.js'
import { measureDurations, measureTimesBetween } from './measureTimes.js'
import { orderLog } from './orderLog.js'
import { readEventLog } from './readEventLog.js'
import type { EventLogAnalysis, EventLogDiagnosis, EventLogOptions, LoggedEvent } from './types.js'

/**
 * Tells how the cases of any log went: the ways they took, how long from one activity to the next, and what was done again.
 *
 * @param events - What happened, in any order: each with its case, a text or an integer (`1` and `'1'` are the same case), the text of its activity, and its
 * moment, ISO 8601 with its offset, exact to the nanosecond; under other names where `map` says so. A case's events are taken in order of time, those of one moment in the order of the log.
 * @param options - `asOf`: events after the end of this date, in UTC or the zone of `zone`, are not looked at; `map`: the log's own names; `invalid`:
 * whether a bad event throws or is rejected.
 * @returns The counts of cases and events; activities, variants and the times between activities, each the most frequent first; the duration of cases;
 * rework; all times in seconds. An event that is rejected or came later is in no figure.
 * @throws {@link InputError} if an option or, unless they are collected, an event is not as stated, with every issue.
 * @see W. van der Aalst, *Process Mining*, 2nd edition, 2016: variants and the directly-follows relation. R. J. Hyndman & Y. Fan, *Sample Quantiles in
 * Statistical Packages*, 1996, type 7, for `median` and `p90`.
 * @example
 * import { analyseEventLog } from '@clientele/complaints'
 *
 * const log = [
 *   { ticket: '1', status: 'opened', time: '2026-01-05T09:00:00Z' },
 *   { ticket: '1', status: 'resolved', time: '2026-01-05T10:00:00Z' },
 *   { ticket: '2', status: 'opened', time: '2026-01-05T09:30:00Z' },
 *   { ticket: '2', status: 'resolved', time: '2026-01-05T09:40:00Z' },
 *   { ticket: '2', status: 'resolved', time: '2026-01-06T09:40:00Z' },
 * ]
 * const { variants, timeBetween, rework } = analyseEventLog(log, { asOf: '2026-01-31', map: { case: 'ticket', activity: 'status', at: 'time' } })
 * variants[0] //=> { path: ['opened', 'resolved'], count: 1, share: 0.5, cumulative: 0.5 }
 * timeBetween[0] //=> { from: 'opened', to: 'resolved', count: 2, median: 2100, p90: 3300 }
 * rework.activities //=> [{ activity: 'resolved', repeats: 1, selfLoops: 1, cases: 1 }]
 */
export function analyseEventLog(
  events: readonly LoggedEvent[] | readonly { readonly [field: string]: unknown }[],
  options: EventLogOptions,
): EventLogAnalysis {
  const read = readEventLog(events, options)
  const log = orderLog(read)
  const { activities, rework } = countActivities(log)
  return {
    asOf: read.asOf,
    cases: read.cases,
    events: read.events,
    activities,
    variants: findVariants(log),
    timeBetween: measureTimesBetween(log),
    duration: measureDurations(log),
    rework,
    diagnoses: diagnose(read.later, log.tied, read.rejected.length),
    rejected: read.rejected,
  }
}

function diagnose(later: number, tied: number, rejected: number): EventLogDiagnosis[] {
  const found: EventLogDiagnosis[] = []
  if (later > 0) found.push({ code: 'later-events', params: { count: later } })
  if (tied > 0) found.push({ code: 'same-moment', params: { cases: tied } })
  if (rejected > 0) found.push({ code: 'rejected', params: { count: rejected } })
  return found
}
