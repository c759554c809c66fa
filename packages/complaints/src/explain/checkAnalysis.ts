import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkCurrency,
  checkDay,
  checkFigure,
  checkNumber,
  checkPolicies,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { AnalysisDiagnosis, ComplaintAnalysis, ParetoBar } from '../analysis/types.js'
import { groupBy } from './groupBy.js'

const count = { count: checkCount }

const diagnoses: CodeChecks<AnalysisDiagnosis> = {
  'begun-later': count,
  merged: count,
  'cause-unknown': count,
  'clock-stepped-back': count,
  'recurrence-untold': { causes: listOf(checkText) },
  rejected: count,
}

const currency: Check = (value, path, issues) => {
  checkCurrency(value, path, issues)
}

const seconds = { median: orNull(checkShare), p90: orNull(checkShare), count: checkCount }
const barsOf = (name: string): Check => listOf(membersOf({ [name]: orNull(checkText), count: checkCount, share: checkShare, cumulative: checkShare }))

const checkShape: Check = membersOf({
  asOf: checkDay,
  complaints: checkCount,
  closed: checkCount,
  byCause: barsOf('cause'),
  byContent: barsOf('content'),
  byDepartment: barsOf('department'),
  timeInStep: listOf(membersOf({ step: checkText, ...seconds, open: checkCount })),
  rework: membersOf({ complaints: checkCount, rate: checkShare, steps: listOf(membersOf({ step: checkText, count: checkCount })) }),
  reopenRate: orNull(checkShare),
  recurrence: listOf(membersOf({ cause: checkText, date: checkDay, days: checkCount, before: checkCount, after: checkCount })),
  timeliness: membersOf({
    resolution: membersOf(seconds),
    extensions: checkCount,
    clocks: listOf(
      membersOf({ clock: checkText, met: checkCount, breached: checkCount, otherwise: checkCount, open: checkCount, metRate: orNull(checkShare) }),
    ),
  }),
  compensation: listOf(membersOf({ currency, amount: checkFigure, count: checkCount })),
  satisfaction: membersOf({
    accepted: checkCount,
    disputed: checkCount,
    acceptedRate: orNull(checkShare),
    mean: orNull(checkNumber),
    ratings: checkCount,
  }),
  diagnoses: listOf(codedBy<AnalysisDiagnosis>(diagnoses)),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Adds an issue for all that is wrong with an analysis, where its figures disagree, and where policies did not make it that are said to. */
export function checkAnalysis(value: unknown, name: string, makers: readonly PolicyReference[], issues: Issue[]): void {
  const before = issues.length
  checkShape(value, [name], issues)
  if (issues.length > before) return
  const analysis = value as ComplaintAnalysis
  for (const known of groupBy(makers, ({ kind }) => kind)) checkMakers(analysis, known, [name, 'policies'], issues)
  const { complaints, byCause, byContent, byDepartment, timeInStep } = analysis
  checkBars(byCause, 'cause', complaints, [name, 'byCause'], issues)
  checkBars(byContent, 'content', complaints, [name, 'byContent'], issues)
  checkBars(byDepartment, 'department', complaints, [name, 'byDepartment'], issues)
  checkRates(analysis, [name], issues)
  checkUnique(
    timeInStep.map(({ step }) => step),
    (index) => [name, 'timeInStep', index, 'step'],
    issues,
  )
}

/** Policies of a kind made a result if it names any of the kind; one that is named is enough, as not all versions need to be told. */
function checkMakers({ policies }: ComplaintAnalysis, known: readonly [PolicyReference, ...PolicyReference[]], path: Path, issues: Issue[]): void {
  const ofKind = policies.filter(({ kind }) => kind === known[0].kind)
  if (ofKind.length > 0) checkPolicies(ofKind, path, known, issues)
}

/** Checks bars that each stand for something else, but for a last one of what is not known. */
function checkBars<Name extends string>(
  bars: readonly (ParetoBar & { readonly [Key in Name]: string | null })[],
  name: Name,
  complaints: number,
  path: Path,
  issues: Issue[],
): void {
  checkUnique(
    bars.map((bar) => bar[name] ?? undefined),
    (index) => [...path, index, name],
    issues,
  )
  const all = Math.max(complaints, 1)
  let sum = 0
  bars.forEach((bar, index) => {
    sum += bar.count
    checkAgrees(bar, { share: bar.count / all, cumulative: sum / all }, [...path, index], issues)
    if (index < bars.length - 1) checkText(bar[name], [...path, index, name], issues)
  })
  checkAgrees(sum, complaints, path, issues)
}

function checkRates({ complaints, rework, timeliness, satisfaction, timeInStep }: ComplaintAnalysis, path: Path, issues: Issue[]): void {
  checkAgrees(rework.rate, rateOf(rework.complaints, complaints) ?? 0, [...path, 'rework', 'rate'], issues)
  const { accepted, disputed, acceptedRate, mean, ratings } = satisfaction
  checkAgrees(acceptedRate, rateOf(accepted, accepted + disputed), [...path, 'satisfaction', 'acceptedRate'], issues)
  if (ratings === 0) checkAgrees(mean, null, [...path, 'satisfaction', 'mean'], issues)
  else checkNumber(mean, [...path, 'satisfaction', 'mean'], issues)
  timeliness.clocks.forEach(({ met, breached, metRate }, index) =>
    checkAgrees(metRate, rateOf(met, met + breached), [...path, 'timeliness', 'clocks', index, 'metRate'], issues),
  )
  checkTimes(timeliness.resolution, [...path, 'timeliness', 'resolution'], issues)
  timeInStep.forEach((time, index) => checkTimes(time, [...path, 'timeInStep', index], issues))
}

function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

type Times = { readonly median: number | null; readonly p90: number | null; readonly count: number }

/** Checks that there are times where there is anything to measure, and only there. */
function checkTimes({ median, p90, count: measured }: Times, path: Path, issues: Issue[]): void {
  const check: Check = measured === 0 ? (value, place, found) => checkAgrees(value, null, place, found) : checkShare
  check(median, [...path, 'median'], issues)
  check(p90, [...path, 'p90'], issues)
}
