import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkDay,
  checkMoment,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  describeValue,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import { parseDay } from '@clientele/core/days'
import { readWindow } from '../steps/readWindow.js'
import type { StepCounts, StepDiagnosis, StepFunnel } from '../steps/types.js'
import { checkAtMost, checkPart } from './checkConversion.js'

const count = { count: checkCount }

const diagnoses: CodeChecks<StepDiagnosis> = { 'later-events': count, 'other-events': count, rejected: count }

const seconds = orNull(checkShare)

const counted = {
  counts: listOf(checkCount),
  conversion: listOf(orNull(checkPart)),
  timeToConvert: listOf(membersOf({ from: checkText, to: checkText, mean: seconds, median: seconds })),
}

const checkWindow: Check = (value, path, issues) => {
  readWindow(value, path, issues)
}

/** Up to when was looked: a date, or a moment. */
const checkEnd: Check = (value, path, issues) => {
  if (Number.isNaN(parseDay(value))) checkMoment(value, path, issues)
}

const checkShape: Check = membersOf({
  steps: filled(checkText),
  mode: oneOf(['ordered', 'strict', 'unordered']),
  window: optional(checkWindow),
  asOf: optional(checkEnd),
  zone: optional(checkText),
  ...counted,
  open: optional(listOf(checkCount)),
  cohorts: optional(listOf(membersOf({ from: checkDay, to: checkDay, ...counted }))),
  diagnoses: listOf(codedBy<StepDiagnosis>(diagnoses)),
})

/** Adds an issue for all that is wrong with counts of steps, such as more actors at a step than at the one before it. */
export function checkStepFunnel(value: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, ['funnel'], issues)
  if (issues.length > before) return
  const { steps, mode, asOf, counts, open, cohorts, diagnoses: told, ...rest } = value as StepFunnel
  checkUnique(steps, (index) => ['funnel', 'steps', index], issues)
  // What is later than nothing in particular, is not later.
  if (asOf === undefined && told.some(({ code }) => code === 'later-events')) issues.push(createIssue('missing', ['funnel', 'asOf'], {}))
  checkCounts({ counts, ...rest }, { steps, mode }, ['funnel'], issues)
  if (open !== undefined && hasLength(open, steps.length, ['funnel', 'open'], issues)) {
    open.forEach((still, index) => {
      const stopped = index === steps.length - 1 ? 0 : (counts[index] ?? 0) - (counts[index + 1] ?? 0)
      checkAtMost(still, Math.max(stopped, 0), ['funnel', 'open', index], issues)
    })
  }
  if (cohorts !== undefined) checkCohorts(cohorts, { steps, mode }, counts, issues)
}

function hasLength({ length }: readonly unknown[], expected: number, path: Path, issues: Issue[]): boolean {
  if (length !== expected) issues.push(createIssue('wrong-length', path, { expected, actual: length }))
  return length === expected
}

type Steps = Pick<StepFunnel, 'steps' | 'mode'>

function checkCounts({ counts, conversion, timeToConvert }: StepCounts, { steps, mode }: Steps, path: Path, issues: Issue[]): void {
  if (!hasLength(counts, steps.length, [...path, 'counts'], issues)) return
  const first = counts[0] as number
  counts.forEach((one, index) => checkAtMost(one, counts[index - 1] ?? one, [...path, 'counts', index], issues))
  const shares = counts.map((one) => (first === 0 ? null : one / first))
  checkAgrees(conversion, shares, [...path, 'conversion'], issues)
  // Of steps in any order none comes before another.
  const gaps = mode === 'unordered' ? 0 : steps.length - 1
  if (!hasLength(timeToConvert, gaps, [...path, 'timeToConvert'], issues)) return
  timeToConvert.forEach(({ from, to, mean, median }, index) => {
    const place = [...path, 'timeToConvert', index]
    checkAgrees({ from, to }, { from: steps[index], to: steps[index + 1] }, place, issues)
    const check: Check = counts[index + 1] === 0 ? (value, at, found) => checkAgrees(value, null, at, found) : checkShare
    check(mean, [...place, 'mean'], issues)
    check(median, [...place, 'median'], issues)
  })
}

/** Periods come one after the other, and every actor is in one of them. */
function checkCohorts(cohorts: NonNullable<StepFunnel['cohorts']>, policy: Steps, counts: readonly number[], issues: Issue[]): void {
  let end = ''
  const before = issues.length
  cohorts.forEach((cohort, index) => {
    const { from, to } = cohort
    const place = ['funnel', 'cohorts', index]
    if (from <= end) issues.push(createIssue('not-above', [...place, 'from'], { bound: describeValue(end), actual: describeValue(from) }))
    if (to < from) issues.push(createIssue('too-small', [...place, 'to'], { minimum: describeValue(from), actual: describeValue(to) }))
    checkCounts(cohort, policy, place, issues)
    end = to
  })
  if (issues.length > before) return
  const sums = policy.steps.map((_, step) => cohorts.reduce((sum, cohort) => sum + (cohort.counts[step] as number), 0))
  checkAgrees(sums, counts, ['funnel', 'cohorts'], issues)
}
