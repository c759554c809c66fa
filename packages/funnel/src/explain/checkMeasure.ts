import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkCount,
  checkCurrency,
  checkDay,
  checkFigure,
  checkFlag,
  checkMade,
  checkSameList,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  describeValue,
  isRecord,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import type { FunnelCohort, FunnelDiagnosis, FunnelGroup, FunnelMeasure, StageMeasure } from '../measure/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkConversion, checkConversionOf } from './checkConversion.js'
import { checkFiguresAgree, figureMembers } from './checkFigures.js'

const count = { count: checkCount }

const diagnoses: CodeChecks<FunnelDiagnosis> = {
  'later-changes': count,
  'entered-otherwise': count,
  'still-open': count,
  skipped: count,
  regressed: count,
  reopened: count,
  'lost-without-stage': count,
  'without-reason': count,
  'unknown-reason': count,
  'without-amount': count,
  'without-currency': count,
  'without-group': count,
  rejected: count,
}

const checkGroup = membersOf({ group: orNull(checkText), ...figureMembers })

const checkCohort = membersOf({
  from: checkDay,
  to: checkDay,
  mature: checkFlag,
  entered: checkCount,
  won: checkCount,
  lost: checkCount,
  open: checkCount,
  conversion: checkConversion,
})

const currency: Check = (value, path, issues) => {
  checkCurrency(value, path, issues)
}

const checkAttributes: Check = (value, path, issues) => {
  membersOf(isRecord(value) ? Object.fromEntries(Object.keys(value).map((name) => [name, checkText])) : {})(value, path, issues)
}

const checkDeal = membersOf({
  deal: checkText,
  outcome: oneOf(['won', 'lost', 'open']),
  stage: orNull(checkText),
  furthest: orNull(checkText),
  entered: checkDay,
  closed: orNull(checkDay),
  days: checkCount,
  amount: orNull(checkFigure),
  currency: orNull(currency),
  expected: orNull(checkDay),
  reason: orNull(checkText),
  attributes: checkAttributes,
})

const checkShape: Check = membersOf({
  ...figureMembers,
  asOf: checkDay,
  zone: checkText,
  enteredWithin: optional(membersOf({ from: checkDay, to: checkDay })),
  by: optional(checkText),
  cohorts: optional(listOf(checkCohort)),
  groups: optional(listOf(checkGroup)),
  deals: optional(listOf(checkDeal)),
  diagnoses: listOf(codedBy<FunnelDiagnosis>(diagnoses)),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Adds an issue for all that is wrong with the measure of a funnel, such as counts that do not add up. */
export function checkMeasure(value: unknown, issues: Issue[]): void {
  const before = issues.length
  checkShape(value, ['measure'], issues)
  if (issues.length === before) checkMeasureAgrees(value as FunnelMeasure, issues)
}

/** Reads the pipeline; adds an issue for all that is wrong with it or the measure of a funnel, and where another pipeline made it, also one of the same version. */
export function checkMeasureOfPipeline(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'measure', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const { stages, groups = [] } = value as FunnelMeasure
  const check = (measured: readonly StageMeasure[], path: Path): void => {
    if (pipeline !== undefined) checkSameList(namesOf(measured), namesOf(pipeline.stages), path, issues)
  }
  check(stages, ['measure', 'stages'])
  groups.forEach((group, index) => check(group.stages, ['measure', 'groups', index, 'stages']))
  checkMeasureAgrees(value as FunnelMeasure, issues)
  return pipeline
}

function namesOf(stages: readonly ({ readonly id: string } | { readonly stage: string })[]): string[] {
  return stages.map((one) => ('id' in one ? one.id : one.stage))
}

function checkMeasureAgrees(measure: FunnelMeasure, issues: Issue[]): void {
  const { entered, enteredWithin, cohorts, groups, deals } = measure
  if (enteredWithin !== undefined) checkPeriod(enteredWithin, ['measure', 'enteredWithin'], issues)
  checkAttribute(measure, issues)
  checkFiguresAgree(measure, ['measure'], issues)
  if (cohorts !== undefined) checkCohorts(cohorts, entered, ['measure', 'cohorts'], issues)
  if (groups !== undefined) checkGroups(groups, measure, ['measure', 'groups'], issues)
  if (deals === undefined) return
  checkAgrees(deals.length, entered, ['measure', 'deals'], issues)
  checkUnique(
    deals.map(({ deal }) => deal),
    (index) => ['measure', 'deals', index, 'deal'],
    issues,
  )
}

/** A period ends no earlier than it begins. */
function checkPeriod({ from, to }: NonNullable<FunnelMeasure['enteredWithin']>, path: Path, issues: Issue[]): void {
  if (to < from) issues.push(createIssue('too-small', [...path, 'to'], { minimum: describeValue(from), actual: describeValue(to) }))
}

/** What groups are told apart by is known, if there are any, or deals that are in none. */
function checkAttribute({ by, groups, diagnoses: told }: FunnelMeasure, issues: Issue[]): void {
  const isGrouped = groups !== undefined || told.some(({ code }) => code === 'without-group')
  if (by === undefined && isGrouped) issues.push(createIssue('missing', ['measure', 'by'], {}))
  if (by !== undefined && groups === undefined) issues.push(createIssue('missing', ['measure', 'groups'], {}))
}

/** Periods come one after the other, and no deal is in two of them. */
function checkCohorts(cohorts: readonly FunnelCohort[], entered: number, path: Path, issues: Issue[]): void {
  let end = ''
  let sum = 0
  cohorts.forEach((cohort, index) => {
    const { from, to, won, lost, open } = cohort
    const place = [...path, index]
    if (from <= end) issues.push(createIssue('not-above', [...place, 'from'], { bound: describeValue(end), actual: describeValue(from) }))
    checkPeriod(cohort, place, issues)
    checkAgrees(cohort.entered, won + lost + open, [...place, 'entered'], issues)
    checkConversionOf(cohort.conversion, { entered: cohort.entered, advanced: won, lost }, [...place, 'conversion'], issues)
    end = to
    sum += cohort.entered
  })
  checkAgrees(sum, entered, path, issues)
}

function checkGroups(groups: readonly FunnelGroup[], { entered, stages }: FunnelMeasure, path: Path, issues: Issue[]): void {
  groups.forEach((group, index) => {
    checkSameList(namesOf(group.stages), namesOf(stages), [...path, index, 'stages'], issues)
    checkFiguresAgree(group, [...path, index], issues)
  })
  checkUnique(
    groups.map(({ group }) => JSON.stringify(group)),
    (index) => [...path, index, 'group'],
    issues,
  )
  checkAgrees(
    groups.reduce((sum, group) => sum + group.entered, 0),
    entered,
    path,
    issues,
  )
}
