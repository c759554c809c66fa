import type { Issue, PolicyReference } from '@clientele/core'
import { checkList, throwIssues } from '@clientele/core/checks'
import { type Instant, localDay, splitInstant } from '@clientele/core/clocks'
import type { ComplaintEvent } from '../history/types.js'
import { durationOf } from './durationOf.js'
import type { CountedField } from './followComplaint.js'
import { type NamedBar, paretoOf } from './paretoOf.js'
import { type ReadAnalysisOptions, readAnalysisOptions } from './readAnalysisOptions.js'
import { type AnalysedLog, type ReadLogs, readLogs } from './readLogs.js'
import { sumCompensation, sumRework, sumSatisfaction } from './summarise.js'
import { tellRecurrence } from './tellRecurrence.js'
import { timeInSteps } from './timeInSteps.js'
import type {
  AnalysisDiagnosis,
  CauseBar,
  ClockTimeliness,
  ComplaintAnalysis,
  ComplaintAnalysisOptions,
  ContentBar,
  DepartmentBar,
  Timeliness,
} from './types.js'

/**
 * Tells what complaints have in common: what they are about and what caused them, where time goes, what is done over again, whether causes come back,
 * what it cost and what customers said.
 *
 * @param logs - The histories of complaints, each from its first event on and in order, of another complaint.
 * @param options - `asOf`: the last date looked at, in `zone` (UTC unless given). `definition`: the workflow, or all versions of it that the events name: its
 * final steps close a complaint, and a move to `'@previous'` comes back from a wait; unless given, the well-known events of the eight steps tell.
 * `calendar`: time in steps as business time. `clocks`, with `definition` and `calendars`: timeliness by these clocks. `measures`: since which date something
 * was done against a cause. `invalid`: whether a bad log throws or is rejected.
 * @returns Causes, contents and departments as Pareto charts, each complaint as it was told last; seconds in each step, but for stays of closed complaints, and
 * from the opening to the end of a cycle (quantiles are interpolated linearly: type 7 of Hyndman & Fan, 1996); how often each clock was kept, where one that
 * ended in time by what the clock does not wait for, such as a withdrawal, counts as neither kept nor missed; exact sums of what was approved, the last approval of each cycle; what customers said,
 * response by response. A complaint that went into another is counted there only.
 * @throws {@link InputError} if anything is not as stated, with every issue; of a log, at the index of its event.
 * @see Textbook S1, 客戶投訴管理: file and analyse. ISO 10002:2018, 8.2, analysis and evaluation of complaints.
 * @example
 * import { analyseComplaints, type ComplaintEvent } from '@clientele/complaints'
 *
 * const by = { id: 'li', role: 'agent' }
 * const definition = { id: 'eight-steps', version: '1' }
 * const recorded = (complaint: string, cause: string, at: string): ComplaintEvent[] => [
 *   { type: 'ComplaintRecorded', at, by, complaint, sequence: 1, definition, step: 'recorded', content: 'service', cause },
 * ]
 * const logs = [
 *   recorded('C-1', 'poor-management', '2024-03-01T09:00:00Z'),
 *   recorded('C-2', 'poor-management', '2024-03-04T09:00:00Z'),
 *   recorded('C-3', 'poor-management', '2024-03-06T09:00:00Z'),
 *   recorded('C-4', 'character', '2024-03-08T09:00:00Z'),
 * ]
 * const measures = [{ cause: 'poor-management', date: '2024-03-05' }]
 * const { byCause, recurrence } = analyseComplaints(logs, { asOf: '2024-03-31', measures })
 * byCause[0] //=> { cause: 'poor-management', count: 3, share: 0.75, cumulative: 0.75 }
 * recurrence //=> [{ cause: 'poor-management', date: '2024-03-05', days: 4, before: 2, after: 1 }]
 */
export function analyseComplaints(logs: readonly (readonly ComplaintEvent[])[], options: ComplaintAnalysisOptions): ComplaintAnalysis {
  const issues: Issue[] = []
  const read = readAnalysisOptions(options, issues)
  checkList(logs, ['logs'], issues)
  throwIssues(issues)
  return analyse(readLogs(logs, read as ReadAnalysisOptions), read as ReadAnalysisOptions)
}

function analyse({ read, rejected }: ReadLogs, options: ReadAnalysisOptions): ComplaintAnalysis {
  const begun = read.filter((log) => log !== null)
  const complaints = begun.filter(({ isMerged }) => !isMerged)
  const { hours, zone, lastDay, measures } = options
  const barsOf = (field: CountedField): NamedBar[] => paretoOf(complaints.map(({ counted }) => counted[field]))
  const causes = barsOf('cause')
  const dayOf = (instant: Instant): number => localDay(zone, splitInstant(instant).seconds)
  const dated = complaints.map(({ counted: { cause }, openedAt, evaluatedAt }) => {
    return { cause, openedOn: dayOf(openedAt), evaluatedOn: evaluatedAt === null ? null : dayOf(evaluatedAt) }
  })
  const known = causes.flatMap(({ name }) => name ?? [])
  const { recurrence, untold } = tellRecurrence(dated, known, measures, lastDay)
  const everClosed = complaints.filter(({ wasClosed }) => wasClosed)
  const measure = (from: Instant, to: Instant): bigint => (hours === null ? to - from : hours.clock.positionOf(to) - hours.clock.positionOf(from))
  const counts = {
    'begun-later': read.length - begun.length,
    merged: begun.length - complaints.length,
    'cause-unknown': complaints.filter(({ counted }) => counted.cause === null).length,
    'clock-stepped-back': complaints.reduce((sum, { steppedBack }) => sum + steppedBack, 0),
  }
  return {
    asOf: options.asOf,
    complaints: complaints.length,
    closed: complaints.filter(({ isClosed }) => isClosed).length,
    byCause: causes.map(({ name, ...bar }): CauseBar => ({ cause: name, ...bar })),
    byContent: barsOf('content').map(({ name, ...bar }): ContentBar => ({ content: name, ...bar })),
    byDepartment: barsOf('department').map(({ name, ...bar }): DepartmentBar => ({ department: name, ...bar })),
    timeInStep: timeInSteps(complaints, measure),
    rework: sumRework(complaints),
    reopenRate: everClosed.length === 0 ? null : everClosed.filter(({ wasReopened }) => wasReopened).length / everClosed.length,
    recurrence,
    timeliness: timelinessOf(complaints, options),
    compensation: sumCompensation(complaints),
    satisfaction: sumSatisfaction(complaints),
    diagnoses: diagnose(counts, untold, rejected.length),
    rejected,
    policies: policiesOf(options),
  }
}

function timelinessOf(complaints: readonly AnalysedLog[], { clocks }: ReadAnalysisOptions): Timeliness {
  const standings = new Map((clocks?.clocks ?? []).map(({ id }) => [id, { met: 0, breached: 0, otherwise: 0, open: 0 }]))
  for (const { clock, standing } of complaints.flatMap((one) => one.clocks)) {
    const counts = standings.get(clock)
    if (counts !== undefined) counts[standing] += 1
  }
  return {
    resolution: durationOf(complaints.flatMap(({ resolutions }) => resolutions)),
    extensions: complaints.reduce((sum, { extensions }) => sum + extensions, 0),
    clocks: [...standings].map(([clock, { met, breached, otherwise, open }]): ClockTimeliness => {
      return { clock, met, breached, otherwise, open, metRate: met + breached === 0 ? null : met / (met + breached) }
    }),
  }
}

type CountedCode = Exclude<AnalysisDiagnosis['code'], 'recurrence-untold' | 'rejected'>

function diagnose(counts: { readonly [code in CountedCode]: number }, untold: readonly string[], rejected: number): AnalysisDiagnosis[] {
  const diagnoses = (Object.keys(counts) as CountedCode[]).flatMap((code): AnalysisDiagnosis[] => {
    return counts[code] === 0 ? [] : [{ code, params: { count: counts[code] } }]
  })
  if (untold.length > 0) diagnoses.push({ code: 'recurrence-untold', params: { causes: untold } })
  if (rejected > 0) diagnoses.push({ code: 'rejected', params: { count: rejected } })
  return diagnoses
}

/** The workflows, the clock policy with the calendars in force for its clocks, and the calendar that time is measured by, each once. */
function policiesOf({ workflows, clocks, hours }: ReadAnalysisOptions): PolicyReference[] {
  const inForce =
    clocks?.clocks.flatMap(({ calendar }) => (calendar === undefined ? [] : (clocks.calendars.get(calendar)?.at(-1)?.policy ?? []))) ?? []
  const policies = [...[...(workflows?.values() ?? [])].map(({ policy }) => policy), ...(clocks === null ? [] : [clocks.policy, ...inForce])]
  if (hours !== null) policies.push(hours.calendar.policy)
  return [...new Map(policies.map((policy) => [JSON.stringify([policy.kind, policy.id, policy.version]), policy])).values()]
}
