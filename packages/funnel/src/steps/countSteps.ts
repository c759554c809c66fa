import type { Issue } from '@clientele/core'
import { isRecord, throwIssues } from '@clientele/core/checks'
import { countRows } from './composeSteps.js'
import { type ReadStepOptions, readStepOptions } from './readStepOptions.js'
import { POLICY_KEYS, type ReadStepPolicy, readStepPolicy } from './readStepPolicy.js'
import type { CountStepsOptions, StepEvent, StepFunnel } from './types.js'

/**
 * Counts how many actors took some steps one after the other, within a time; and how long it took them.
 *
 * An actor's way may begin with any of their first steps, for a later start may serve better: a0 b8 a9 b12 c15 comes to c within 10. Of all ways the one counts that leads furthest; of those as far
 * the one that came there first; of these the one that began last, with each step as early as can be. Windows include their end. Events of one moment are taken in the order of the steps, and in the
 * order of the input never: it changes nothing. `strict` refuses ways with any other event of the actor between two of their steps, whether it is a step or not;
 * events of the very moment of a step do not lie between. `unordered` counts how many different steps fit in one window; of all that hold as many the one counts that
 * held them first, and its way begins with the last moment from which it did.
 *
 * Whoever is still inside the window has not failed: with `asOf`, `open` counts those who stopped at a step and may yet get on from there: whose window, of the latest way that came as far, has not
 * ended, and in `strict` mode who did nothing else since. A later start that did not come as far does not count: an
 * enquiry of last year that led nowhere is no more open for a visit of yesterday.
 *
 * Times are exact: in milliseconds, or as fine as nanoseconds where events are. From the first to the last event that `asOf` leaves, whoever's they are, there may be 285 years where any is
 * told in microseconds, and 104 days in nanoseconds: the finer events of a longer log are issues, so leave out what is far away, or round to milliseconds.
 *
 * Source: `windowFunnel` of ClickHouse, whose `strict_order` is not `strict` here: it lets the same step come again.
 *
 * @param events - Who did what, when, in any order: at moments, or on calendar dates, which stand for their first moment in `zone`. Events that are none of the steps matter to `strict` alone. An event that
 * comes twice is as good as once.
 * @param options - `steps`, from 1 to 250, each once; `window`, above 0, in weeks, days of 24 hours, hours, minutes and seconds (none: without limit); `mode` (`ordered` unless given); `asOf`, the last
 * moment or date that counts; `cohorts`, by which periods of the first step of their way actors are told apart; `zone`, where all dates begin and end (UTC unless given); whether bad events
 * throw or are rejected (`invalid`: `throw` unless given).
 * @returns Of each step how many came so far, which never rises, and as a share of those who took the first; from step to step the mean and the median seconds of those who took both; how many `open`;
 * `cohorts` in order of time, without those in which nobody began; and in `diagnoses` how many events came later, were no step, or were rejected.
 * @throws {@link InputError} with every issue: of options always, and of events where `invalid` is not `collect`.
 * @example
 * import { countSteps } from '@clientele/funnel'
 *
 * const events = [
 *   { actor: 'Li', at: '2026-03-02T09:00:00Z', step: 'visit' },
 *   { actor: 'Li', at: '2026-03-02T10:00:00Z', step: 'enquiry' },
 *   { actor: 'Li', at: '2026-03-02T12:00:00Z', step: 'order' },
 *   { actor: 'Wu', at: '2026-03-02T09:00:00Z', step: 'visit' },
 *   { actor: 'Wu', at: '2026-03-02T11:00:00Z', step: 'enquiry' },
 *   { actor: 'Wang', at: '2026-03-10T09:00:00Z', step: 'visit' },
 * ]
 * const funnel = countSteps(events, { steps: ['visit', 'enquiry', 'order'], window: 'P7D', asOf: '2026-03-11' })
 *
 * funnel.counts //=> [3, 2, 1]
 * funnel.timeToConvert[0] //=> { from: 'visit', to: 'enquiry', mean: 5400, median: 5400 }
 * funnel.open //=> [1, 0, 0]
 */
export function countSteps(events: readonly StepEvent[], options: CountStepsOptions): StepFunnel {
  const issues: Issue[] = []
  const settings = readStepOptions(options, POLICY_KEYS, issues)
  const policy = isRecord(options) ? readStepPolicy({ ...options }, ['options'], issues) : undefined
  throwIssues(issues)
  return countRows(events, policy as ReadStepPolicy, settings as ReadStepOptions, (bytes) => new ArrayBuffer(bytes))
}
