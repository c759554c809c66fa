import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkMade,
  checkRecord,
  checkShare,
  codedBy,
  createIssue,
  describeValue,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import type { ConversionCurve, CurveDiagnosis, StageCurvesResult } from '../curves/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkAtLeast, checkAtMost, checkInterval, checkPart, ROUNDING } from './checkConversion.js'

const HALF = 0.5

const count = { count: checkCount }

const diagnoses: CodeChecks<CurveDiagnosis> = {
  'entered-later': count,
  'never-watched': count,
  'closed-later': count,
  'risk-set-used-up': count,
  rejected: count,
}

const checkShape: Check = membersOf({
  asOf: checkDay,
  method: oneOf(['aalen-johansen', 'kaplan-meier']),
  deals: checkCount,
  times: listOf(checkCount),
  atRisk: listOf(checkCount),
  won: listOf(checkPart),
  lost: listOf(checkPart),
  open: listOf(checkPart),
  standardErrors: listOf(checkShare),
  intervals: listOf(orNull(checkInterval)),
  median: orNull(checkCount),
  throughDays: orNull(checkCount),
  diagnoses: listOf(codedBy<CurveDiagnosis>(diagnoses)),
})

const checkStagesShape: Check = membersOf({
  asOf: checkDay,
  curves: (value, path, issues) => {
    if (!checkRecord(value, path, issues)) return
    for (const [stage, curve] of Object.entries(value)) checkCurve(curve, [...path, stage], issues)
  },
})

/** Adds an issue for all that is wrong with a curve, such as shares that do not make a whole. */
export function checkCurve(value: unknown, path: Path, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, path, issues)
  if (issues.length > before) return
  const curve = value as ConversionCurve
  const { length } = curve.times
  for (const name of ['atRisk', 'won', 'lost', 'open', 'standardErrors', 'intervals'] as const) {
    const actual = curve[name].length
    if (actual !== length) issues.push(createIssue('wrong-length', [...path, name], { expected: length, actual }))
  }
  if (issues.length > before) return
  checkTimes(curve, path, issues)
  checkShares(curve, path, issues)
  const reached = curve.won.findIndex((share) => share >= HALF - ROUNDING)
  checkAgrees(curve.median, curve.times[reached] ?? null, [...path, 'median'], issues)
}

/** Reads the pipeline; adds an issue for all that is wrong with it or the curves of its stages, and where another pipeline made them, also one of the same version. */
export function checkStageCurvesOfPipeline(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'curves', checkStagesShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before || pipeline === undefined) return pipeline
  const known = pipeline.stages.map(({ id }) => id)
  for (const stage of Object.keys((value as StageCurvesResult).curves)) checkAmong(stage, known, ['curves', 'curves', stage], issues)
  return pipeline
}

/** Days ascend, and end with the last on which a deal was watched. */
function checkTimes({ times, atRisk, deals, throughDays }: ConversionCurve, path: Path, issues: Issue[]): void {
  times.forEach((time, index) => {
    const earlier = times[index - 1] ?? -1
    if (time <= earlier)
      issues.push(createIssue('not-above', [...path, 'times', index], { bound: describeValue(earlier), actual: describeValue(time) }))
  })
  atRisk.forEach((watched, index) => checkAtMost(watched, deals, [...path, 'atRisk', index], issues))
  if (deals === 0) checkAgrees({ times, throughDays }, { times: [], throughDays: null }, path, issues)
  else checkCount(throughDays, [...path, 'throughDays'], issues)
  const last = times.at(-1)
  if (last !== undefined && throughDays !== null) checkAtMost(last, throughDays, [...path, 'times', times.length - 1], issues)
}

/** What was won or lost once stays so, and all shares of a day make a whole. */
function checkShares({ method, times, won, lost, open, intervals }: ConversionCurve, path: Path, issues: Issue[]): void {
  times.forEach((_, index) => {
    const [gained, given, left] = [won[index], lost[index], open[index]] as [number, number, number]
    const sum = gained + given + left
    if (Math.abs(sum - 1) > ROUNDING) issues.push(createIssue('sum-differs', [...path, 'open', index], { expected: '1', actual: String(sum) }))
    if (method === 'kaplan-meier') checkAgrees(given, 0, [...path, 'lost', index], issues)
    const [gainedBefore, givenBefore] = [won[index - 1] ?? 0, lost[index - 1] ?? 0]
    checkAtLeast(gained, gainedBefore - ROUNDING, [...path, 'won', index], issues)
    checkAtLeast(given, givenBefore - ROUNDING, [...path, 'lost', index], issues)
    const interval = intervals[index] ?? null
    if (interval === null) return
    checkAtMost(interval[0], gained + ROUNDING, [...path, 'intervals', index, 0], issues)
    checkAtLeast(interval[1], gained - ROUNDING, [...path, 'intervals', index, 1], issues)
  })
}
