import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkDay,
  checkShare,
  checkText,
  codedBy,
  createIssue,
  describeValue,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import { FIRST_DAY, parseDay } from '@clientele/core/days'
import { averageRetention } from '../retention/averageRetention.js'
import { calendarPeriod, firstDayOf, periodNumber } from '../retention/calendarPeriods.js'
import { diagnoseCameBack, sumPeriods } from '../retention/cameBack.js'
import { ratesOf } from '../retention/countPeriods.js'
import { PERIODS } from '../retention/readBuyers.js'
import type { ChurnRate, Cohort, CohortRetention, PeriodRetention, RetentionDiagnosis, RetentionPeriod, RetentionRates } from '../retention/types.js'

const diagnoses: CodeChecks<RetentionDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'transactions-after-as-of': { count: checkCount },
  'period-not-over': { period: checkText, count: checkCount },
  'zero-amounts': { count: checkCount },
  refunds: { count: checkCount },
  'lost-came-back': { lost: checkCount, reactivated: checkCount },
  'no-customers': {},
}

type Diagnosed = Pick<RetentionRates, 'diagnoses'>
type CameBack = Pick<PeriodRetention, 'lost' | 'reactivated'>

const CALENDAR_PERIOD = { period: checkText, from: checkDay, to: checkDay }
const RATE = orNull(checkShare)

const checkPeriod: Check = membersOf({
  ...CALENDAR_PERIOD,
  active: checkCount,
  before: checkCount,
  retained: checkCount,
  lost: checkCount,
  reactivated: checkCount,
  new: checkCount,
  retentionRate: RATE,
  churnRate: RATE,
})

const checkCohort: Check = membersOf({ ...CALENDAR_PERIOD, customers: checkCount, active: listOf(checkCount), rates: listOf(checkShare) })

const HEAD = { asOf: checkDay, basis: oneOf(PERIODS), diagnoses: listOf(codedBy<RetentionDiagnosis>(diagnoses)) }

const checkRatesShape: Check = membersOf({ ...HEAD, periods: listOf(checkPeriod) })

const checkChurnShape: Check = membersOf({
  ...HEAD,
  latest: orNull(checkPeriod),
  churnRate: RATE,
  retentionRate: RATE,
  lost: checkCount,
  reactivated: checkCount,
  averageChurnRate: RATE,
  expectedPeriods: RATE,
})

const checkAverage: Check = membersOf({ age: checkCount, customers: checkCount, active: checkCount, rate: checkShare })

const checkCohortsShape: Check = membersOf({ ...HEAD, cohorts: listOf(checkCohort), average: listOf(checkAverage) })

/** Adds an issue for all that is wrong with what {@link retentionRates} returned, such as counts that do not add up. */
export function checkRetentionRates(rates: unknown, issues: Issue[]): void {
  checkRatesShape(rates, ['rates'], issues)
  if (issues.length > 0) return
  const { asOf, basis, periods } = rates as RetentionRates
  const first = numberOf(periods[0]?.from ?? asOf, basis)
  if (periods.length > 0) checkLength(periods, endOf(asOf, basis) - first, ['rates', 'periods'], issues)
  if (issues.length > 0) return
  let away = 0
  periods.forEach((period, index) => {
    const path = ['rates', 'periods', index]
    checkCounts(period, first + index, periods[index - 1]?.active ?? 0, basis, path, issues)
    checkAtMost(period.reactivated, away, [...path, 'reactivated'], issues)
    away += period.lost - Math.min(period.reactivated, away)
  })
  if (issues.length === 0) checkCameBack(rates as RetentionRates, sumPeriods(periods), ['rates', 'diagnoses'], issues)
}

/** Adds an issue for all that is wrong with what {@link churnRate} returned, such as rates that are not those of the last period. */
export function checkChurnRate(churn: unknown, issues: Issue[]): void {
  checkChurnShape(churn, ['churn'], issues)
  if (issues.length > 0) return
  const { asOf, basis, latest } = churn as ChurnRate
  const last = endOf(asOf, basis) - 1
  // Before the first day of the calendar there is no period.
  if (firstDayOf(last, basis) < FIRST_DAY) checkAgrees(latest, null, ['churn', 'latest'], issues)
  else if (latest !== null) checkCounts(latest, last, latest.before, basis, ['churn', 'latest'], issues)
  const { churnRate = null, retentionRate = null } = latest ?? {}
  checkAgrees(churn, { churnRate, retentionRate }, ['churn'], issues)
  if (issues.length > 0) return
  if (latest === null) checkAgrees(churn, { lost: 0, reactivated: 0, averageChurnRate: null, expectedPeriods: null }, ['churn'], issues)
  else checkSums(churn as ChurnRate, latest, issues)
  if (issues.length === 0) checkCameBack(churn as ChurnRate, churn as ChurnRate, ['churn', 'diagnoses'], issues)
}

/** Adds an issue for all that is wrong with what {@link cohortRetention} returned, such as rates that are not those of its counts. */
export function checkCohortRetention(retention: unknown, issues: Issue[]): void {
  checkCohortsShape(retention, ['retention'], issues)
  if (issues.length > 0) return
  const { asOf, basis, cohorts, average } = retention as CohortRetention
  const end = endOf(asOf, basis)
  cohorts.forEach((cohort, index) => {
    checkFollowed(cohort, basis, end, ['retention', 'cohorts', index], issues)
    const { from: earlier = '' } = cohorts[index - 1] ?? {}
    if (earlier >= cohort.from)
      issues.push(
        createIssue('not-above', ['retention', 'cohorts', index, 'from'], { bound: describeValue(earlier), actual: describeValue(cohort.from) }),
      )
  })
  if (issues.length === 0) checkAgrees(average, averageRetention(cohorts), ['retention', 'average'], issues)
}

function numberOf(date: string, basis: RetentionPeriod): number {
  return periodNumber(parseDay(date), basis)
}

/** The number of the first period that is not over by a day. */
function endOf(asOf: string, basis: RetentionPeriod): number {
  return periodNumber(parseDay(asOf) + 1, basis)
}

function checkLength({ length: actual }: readonly unknown[], expected: number, path: Path, issues: Issue[]): void {
  if (actual !== expected) issues.push(createIssue('wrong-length', path, { expected: Math.max(expected, 0), actual }))
}

/** Checks the counts of a period, before which so many bought. */
function checkCounts(period: PeriodRetention, number: number, before: number, basis: RetentionPeriod, path: Path, issues: Issue[]): void {
  const { retained, reactivated, new: fresh } = period
  const lost = before - retained
  const counts = { active: retained + reactivated + fresh, before, lost }
  checkAgrees(period, { ...calendarPeriod(number, basis), ...counts, ...ratesOf(retained, lost) }, path, issues)
}

/** Checks sums and the average over all periods, of which the last one is known. */
function checkSums({ lost, reactivated, averageChurnRate: average, expectedPeriods }: ChurnRate, latest: PeriodRetention, issues: Issue[]): void {
  checkAtLeast(lost, latest.lost, ['churn', 'lost'], issues)
  checkAtLeast(reactivated, latest.reactivated, ['churn', 'reactivated'], issues)
  // Whoever was lost in the last period cannot have come back by its end.
  checkAtMost(reactivated, lost - latest.lost, ['churn', 'reactivated'], issues)
  if (issues.length > 0) return
  // Whatever the customers of the periods before came to, they were those lost and at least those retained now: the average tells how many more.
  const least = Math.max(lost + latest.retained, 1)
  const before = Math.max(least, average === null || average === 0 ? least : Math.round(lost / average))
  checkAgrees(average, ratesOf(before - lost, lost).churnRate, ['churn', 'averageChurnRate'], issues)
  checkAgrees(expectedPeriods, lost === 0 ? null : before / lost, ['churn', 'expectedPeriods'], issues)
}

/** Checks that it is said of rates whether customers came back, and of how many. */
function checkCameBack({ diagnoses }: Diagnosed, { lost, reactivated }: CameBack, path: Path, issues: Issue[]): void {
  diagnoses.forEach(({ code, params }, index) => {
    if (code !== 'lost-came-back') return
    checkAgrees(params, { lost, reactivated }, [...path, index, 'params'], issues)
    checkAtLeast(params.reactivated, 1, [...path, index, 'params', 'reactivated'], issues)
  })
  for (const { code } of diagnoseCameBack({ lost, reactivated }))
    if (diagnoses.every((one) => one.code !== code)) issues.push(createIssue('incomplete', path, { missing: [code] }))
}

function checkFollowed(cohort: Cohort, basis: RetentionPeriod, end: number, path: Path, issues: Issue[]): void {
  const { from, customers, active } = cohort
  const number = numberOf(from, basis)
  const known = issues.length
  if (active.length === 0) issues.push(createIssue('empty', [...path, 'active'], {}))
  else checkLength(active, end - number, [...path, 'active'], issues)
  checkAtLeast(customers, 1, [...path, 'customers'], issues)
  if (issues.length > known) return
  checkAgrees(cohort, { ...calendarPeriod(number, basis), rates: active.map((count) => count / customers) }, path, issues)
  checkAgrees(active[0], customers, [...path, 'active', 0], issues)
  active.forEach((count, age) => {
    checkAtMost(count, customers, [...path, 'active', age], issues)
  })
}

function checkAtLeast(count: number, minimum: number, path: Path, issues: Issue[]): void {
  if (count < minimum) issues.push(createIssue('too-small', path, { minimum: String(minimum), actual: String(count) }))
}

function checkAtMost(count: number, maximum: number, path: Path, issues: Issue[]): void {
  if (count > maximum) issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(count) }))
}
