import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkDay,
  checkShare,
  checkText,
  codedBy,
  filled,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { EventLogAnalysis, EventLogDiagnosis } from '../eventLog/types.js'

const diagnoses: CodeChecks<EventLogDiagnosis> = {
  'later-events': { count: checkCount },
  'same-moment': { cases: checkCount },
  rejected: { count: checkCount },
}

const checkShape: Check = membersOf({
  asOf: checkDay,
  cases: checkCount,
  events: checkCount,
  activities: listOf(membersOf({ activity: checkText, count: checkCount, cases: checkCount, starts: checkCount, ends: checkCount })),
  variants: listOf(membersOf({ path: filled(checkText), count: checkCount, share: checkShare, cumulative: checkShare })),
  timeBetween: listOf(membersOf({ from: checkText, to: checkText, count: checkCount, median: checkShare, p90: checkShare })),
  duration: membersOf({ median: orNull(checkShare), p90: orNull(checkShare), mean: orNull(checkShare) }),
  rework: membersOf({
    cases: checkCount,
    rate: checkShare,
    activities: listOf(membersOf({ activity: checkText, repeats: checkCount, selfLoops: checkCount, cases: checkCount })),
  }),
  diagnoses: listOf(codedBy<EventLogDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with the analysis of a log, and where its figures disagree. */
export function checkEventLogAnalysis(value: unknown, issues: Issue[]): void {
  checkShape(value, ['result'], issues)
  if (issues.length > 0) return
  const { cases, events, activities, variants, rework } = value as EventLogAnalysis
  const all = Math.max(cases, 1)
  let sum = 0
  variants.forEach((variant, index) => {
    sum += variant.count
    checkAgrees(variant, { share: variant.count / all, cumulative: sum / all }, ['result', 'variants', index], issues)
  })
  checkAgrees(cases, sum, ['result', 'cases'], issues)
  const counted = activities.reduce((before, { count }) => before + count, 0)
  checkAgrees(events, counted, ['result', 'events'], issues)
  checkAgrees(rework.rate, rework.cases / all, ['result', 'rework', 'rate'], issues)
}
