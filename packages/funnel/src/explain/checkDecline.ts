import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCalendarDate,
  checkCount,
  checkFlag,
  checkInteger,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  describeValue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { ConversionDecline, DeclineDiagnosis, WeekFigures } from '../decline/types.js'
import { checkAtMost, checkPart } from './checkConversion.js'
import { checkPartDifference, checkWithin } from './checkRates.js'

/** A year has so many weeks, and it is one that is looked at. */
const MOST_WEEKS = 52

const ISO_WEEK = /^\d{4}-W\d{2}$/

const counts = { needed: checkCount, there: checkCount }

const diagnoses: CodeChecks<DeclineDiagnosis> = { 'insufficient-history': counts, 'missing-weeks': counts, 'nobody-entered': counts }

const checkWeek: Check = (value, path, issues) => {
  if (typeof value === 'number') checkInteger(value, path, issues)
  else if (checkText(value, path, issues) && !isIsoWeek(value)) checkCalendarDate(value, path, issues)
}

const checkShape: Check = membersOf({
  declining: orNull(checkFlag),
  weeks: (value, path, issues) => {
    checkInteger(value, path, issues, { minimum: 1, maximum: MOST_WEEKS })
  },
  chanceOfThis: orNull(checkPart),
  pValue: orNull(checkPart),
  difference: orNull(checkPartDifference),
  mix: orNull(checkPartDifference),
  rate: orNull(checkPartDifference),
  causes: listOf(membersOf({ group: orNull(checkText), contribution: checkPartDifference, mix: checkPartDifference, rate: checkPartDifference })),
  series: listOf(membersOf({ week: checkWeek, entered: checkCount, converted: checkCount, rate: orNull(checkPart) })),
  diagnoses: listOf(codedBy<DeclineDiagnosis>(diagnoses)),
})

/** Whether a week is told by its number within a year. */
export function isIsoWeek(week: string): boolean {
  return ISO_WEEK.test(week)
}

/** Adds an issue for all that is wrong with whether conversion falls, such as causes that do not add up. */
export function checkDecline(value: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, ['decline'], issues)
  if (issues.length > before) return
  const decline = value as ConversionDecline
  checkSeries(decline.series, ['decline', 'series'], issues)
  if (issues.length > before) return
  if (decline.declining === null) checkUntold(decline, issues)
  else checkTold(decline, issues)
}

/** Weeks follow each other, and are told in the same way. */
function checkSeries(series: readonly WeekFigures[], path: Path, issues: Issue[]): void {
  series.forEach(({ week, entered, converted, rate }, index) => {
    const place = [...path, index]
    checkAtMost(converted, entered, [...place, 'converted'], issues)
    checkAgrees(rate, entered === 0 ? null : converted / entered, [...place, 'rate'], issues)
    const earlier = series[index - 1]?.week
    if (earlier === undefined) return
    if (typeof week !== typeof earlier || week <= earlier)
      issues.push(createIssue('not-above', [...place, 'week'], { bound: describeValue(earlier), actual: describeValue(week) }))
  })
}

/** Where nothing is said, it is said why. */
function checkUntold(decline: ConversionDecline, issues: Issue[]): void {
  checkAgrees(decline, { chanceOfThis: null, pValue: null, difference: null, mix: null, rate: null, causes: [] }, ['decline'], issues)
  if (decline.diagnoses.length === 0) issues.push(createIssue('empty', ['decline', 'diagnoses'], {}))
}

function checkTold(decline: ConversionDecline, issues: Issue[]): void {
  const start = issues.length
  const { declining, weeks, series, difference, mix, rate } = decline
  checkAgrees(decline.diagnoses, [], ['decline', 'diagnoses'], issues)
  if (series.length !== weeks + 1) {
    issues.push(createIssue('wrong-length', ['decline', 'series'], { expected: weeks + 1, actual: series.length }))
    return
  }
  series.forEach((week, index) => checkPart(week.rate, ['decline', 'series', index, 'rate'], issues))
  for (const key of ['chanceOfThis', 'pValue', 'difference', 'mix', 'rate'] as const) checkPartDifference(decline[key], ['decline', key], issues)
  if (issues.length > start || difference === null || mix === null || rate === null) return
  checkAgrees(declining, fallsAlways(series), ['decline', 'declining'], issues)
  const [first, last] = [series[0]?.rate ?? 0, series.at(-1)?.rate ?? 0]
  checkWithin(difference, last - first, 1, ['decline', 'difference'], issues)
  checkWithin(mix + rate, difference, 1, ['decline', 'rate'], issues)
  checkCauses(decline, { difference, mix, rate }, issues)
}

/** Whether each week converted a smaller share than the one before: products of counts may be beyond what numbers hold exactly. */
function fallsAlways(series: readonly WeekFigures[]): boolean {
  return series.every(({ entered, converted }, index) => {
    const earlier = series[index - 1]
    return earlier === undefined || BigInt(converted) * BigInt(earlier.entered) < BigInt(earlier.converted) * BigInt(entered)
  })
}

/** What groups contribute adds up; without groups all of it is the rate. */
function checkCauses(
  { causes }: ConversionDecline,
  whole: { readonly difference: number; readonly mix: number; readonly rate: number },
  issues: Issue[],
): void {
  const path: Path = ['decline', 'causes']
  if (causes.length === 0) {
    checkAgrees(whole.mix, 0, ['decline', 'mix'], issues)
    return
  }
  checkUnique(
    causes.map(({ group }) => JSON.stringify(group)),
    (index) => [...path, index, 'group'],
    issues,
  )
  causes.forEach(({ mix, rate, contribution }, index) => checkWithin(contribution, mix + rate, 1, [...path, index, 'contribution'], issues))
  const sumOf = (key: 'mix' | 'rate'): number => causes.reduce((sum, cause) => sum + cause[key], 0)
  checkWithin(sumOf('mix'), whole.mix, 1, [...path], issues)
  checkWithin(sumOf('rate'), whole.rate, 1, [...path], issues)
}
