import type { InvalidRows, Issue, RejectedRow } from '@clientele/core'
import { checkList, createIssue, isRecord, ownValue, readOptions, readRows, throwIssues } from '@clientele/core/checks'
import { formatMoment, type Instant, readMoment } from '@clientele/core/clocks'
import { compareText } from '../analysis/compareText.js'
import { type ReadComplaintClock, type ReadRecord, readRecord } from './readRecord.js'
import { gatherSamples, type PastClock, type Samples } from './samples.js'
import { staysOf } from './staysOf.js'
import type { DeadlineRecord, DeadlineRisk, DeadlineRiskDiagnosis, DeadlineRiskEntry, DeadlineRiskOptions } from './types.js'

/** Below it, a share says little. */
const SMALL_SAMPLE = 10

/**
 * Tells how often deadlines were missed by past complaints that stood where open ones stand, at the same age.
 *
 * @param history - Complaints, past and open, each once: its events, and its clocks as {@link complaintClocks} gives them.
 * @param options - `at`: the moment to look at, for which the clocks were told; events after it, clocks that started after it and those decided only after it are not looked at. `invalid`: whether a
 * bad record throws or is rejected.
 * @returns For every clock that is running or waiting, the share of past clocks of the same id which missed their deadline, among those that stood in the same
 * step and department when they had used the same time and were not decided yet; and for every step and department that share among all that came through
 * while the clock ran, at whatever age. Whoever left at an age is no longer there, unless the clock stood still then. Of a target in days, whose trace does not tell
 * the moments of waits, the age is the time that has passed. A sample of fewer than 10 is diagnosed.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see Survival analysis' risk set: those still under way at an age (Cox, *Regression Models and Life-Tables*, 1972).
 * @example
 * import { type ClockPolicy, complaintClocks, deadlineRisk, openComplaint } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const resolution = { id: 'resolution', starts: 'ComplaintRecorded', stops: 'ComplaintClosed', target: 'PT72H', mayWait: true }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'service', version: '1', clocks: [resolution] }
 * const by = { id: 'li', role: 'agent' }
 * const at = '2026-01-20T00:00:00Z'
 * const recordOf = (complaint: string, recordedAt: string) => {
 *   const told = { complaint, customer: 'Wang', content: 'service', description: 'Nobody answers.' } as const
 *   const decision = openComplaint({ type: 'recordComplaint', at: recordedAt, by, ...told }, eightSteps)
 *   const events = decision.ok ? decision.events : []
 *   return { events, clocks: complaintClocks(events, policy, { at, definition: eightSteps }).clocks }
 * }
 * const { risks } = deadlineRisk([recordOf('C-1', '2026-01-05T09:00:00Z'), recordOf('C-2', '2026-01-19T09:00:00Z')], { at })
 * const [{ complaint, sample, breachRate } = {}] = risks
 * complaint //=> 'C-2'
 * sample //=> 1
 * breachRate //=> 1
 */
export function deadlineRisk(history: readonly DeadlineRecord[], options: DeadlineRiskOptions): DeadlineRisk {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['at', 'invalid'], issues)
  const at = isRecord(options) ? readMoment(ownValue(options, 'at'), ['options', 'at'], issues) : undefined
  checkList(history, ['history'], issues)
  throwIssues(issues)
  const { read, rejected } = readRecords(history, invalid)
  return tellRisk(read, at as Instant, rejected)
}

function readRecords(history: unknown, invalid: InvalidRows): { readonly read: readonly ReadRecord[]; readonly rejected: readonly RejectedRow[] } {
  const first = new Map<string, number>()
  const readOne = (value: unknown, index: number, issues: Issue[]): ReadRecord | undefined => {
    const path = ['history', index]
    const record = readRecord(value, path, issues)
    if (record === undefined) return undefined
    const { complaint } = record
    const earlier = first.get(complaint)
    if (earlier === undefined) first.set(complaint, index)
    else issues.push(createIssue('duplicate', [...path, 'events', 0, 'complaint'], { value: complaint, first: earlier }))
    return record
  }
  return readRows(history, 'history', invalid, readOne, null)
}

function tellRisk(records: readonly ReadRecord[], at: Instant, rejected: readonly RejectedRow[]): DeadlineRisk {
  const past: PastClock[] = []
  for (const { events, clocks } of records) {
    for (const clock of clocks) if (isPast(clock, at)) past.push({ events, clock })
  }
  const samples = gatherSamples(past, at)
  const risks = records.flatMap((record) => risksOf(record, at, samples)).sort(inOrder)
  const diagnoses = risks.flatMap(diagnose)
  if (rejected.length > 0) diagnoses.push({ code: 'rejected', params: { count: rejected.length } })
  return { at: formatMoment(at), risks, steps: samples.steps, diagnoses, rejected }
}

/** Whether it was decided by then: met, or its deadline passed. */
function isPast({ status, due, startedAt, stoppedAt, isDueByDate }: ReadComplaintClock, at: Instant): boolean {
  if (startedAt > at) return false
  if (status === 'met') return stoppedAt !== undefined && stoppedAt <= at
  return status === 'breached' && (isDueByDate ? due <= at : due < at)
}

function risksOf({ complaint, events, clocks }: ReadRecord, at: Instant, { compare }: Samples): DeadlineRiskEntry[] {
  const place = staysOf(events, at).at(-1)
  if (place === undefined) return []
  const { step, department } = place
  const open = clocks.filter(({ status, startedAt }) => (status === 'running' || status === 'waiting') && startedAt <= at)
  return open.map(({ clock, cycle, age }) => {
    const { sample, breached } = compare(clock, place, age)
    const breachRate = sample === 0 ? null : breached / sample
    return { complaint, clock, cycle, step, department, ageSeconds: age + 0, sample, breached, breachRate }
  })
}

/** Those most often missed first, those nothing is known of last. */
function inOrder(one: DeadlineRiskEntry, other: DeadlineRiskEntry): number {
  const byRate = (other.breachRate ?? -1) - (one.breachRate ?? -1)
  return byRate || compareText(one.complaint, other.complaint) || compareText(one.clock, other.clock) || one.cycle - other.cycle
}

function diagnose({ complaint, clock, sample }: DeadlineRiskEntry): DeadlineRiskDiagnosis[] {
  if (sample === 0) return [{ code: 'nothing-to-compare', params: { complaint, clock } }]
  return sample < SMALL_SAMPLE ? [{ code: 'small-sample', params: { complaint, clock, sample } }] : []
}
