import type { Issue, PolicyReference } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkDay,
  checkPolicies,
  checkQuantity,
  checkText,
  codedBy,
  createIssue,
  describeValue,
  filled,
  isRecord,
  listOf,
  membersOf,
  optional,
  ownValue,
} from '@clientele/core/checks'
import { readScheme } from '../dunning/prepareScheme.js'
import type { DunningDiagnosis, DunningPlan, HoldReason, LetterReason, WaitReason } from '../dunning/types.js'
import { checkPlanLevels } from './checkPlanLevels.js'
import { itemDiagnoses } from './itemDiagnoses.js'

const letterReasons = (level: Check): CodeChecks<LetterReason> => ({
  'level-reached': { item: checkText, level, afterDays: checkCount, daysOverdue: checkCount },
  'level-before-sent': { item: checkText, level: checkCount, sentOn: checkDay },
  'level-not-reached-yet': { item: checkText, level, afterDays: checkCount, missing: level },
  'highest-level': { level, letter: checkText },
  'fee-charged': { level, fee: checkQuantity },
  'interest-charged': { interest: checkQuantity },
  'credits-deducted': { credits: checkQuantity },
})

const holdReasons: CodeChecks<HoldReason> = {
  blocked: {},
  disputed: {},
  'below-minimum': { minimum: checkQuantity, balance: checkQuantity },
  'covered-by-credits': { open: checkQuantity, credits: checkQuantity },
}

/** What was sent may be of a level that the scheme no longer has. */
const waitReasons = (level: Check): CodeChecks<WaitReason> => ({
  'days-not-reached': { level, afterDays: checkCount, daysOverdue: checkCount },
  'interval-not-over': { level, before: checkCount, sentOn: checkDay, until: checkDay },
  'last-level-sent': { level: checkCount, sentOn: checkDay },
  'level-blocks': { level: checkCount, sentOn: checkDay },
})

const diagnoses: CodeChecks<DunningDiagnosis> = {
  ...itemDiagnoses,
  'history-after-as-of': { count: checkCount },
  'history-of-other-items': { count: checkCount },
  'disputed-items-dunned': { items: listOf(checkText) },
  'days-before-first-rate': { items: listOf(checkText), from: checkDay },
}

const overdue = { item: checkText, customer: checkText, currency: checkText, daysOverdue: checkCount, open: checkQuantity }

/** Checks what {@link planDunning} returned for a scheme of such levels, if they are known. */
function checkDunningPlan(levels: readonly number[] | undefined): Check {
  const level = levels === undefined ? checkCount : among(levels)
  const next = optional(membersOf({ level, on: checkDay }))
  const item = membersOf({ id: checkText, level, due: checkDay, open: checkQuantity, next })
  const letter = membersOf({
    customer: checkText,
    currency: checkText,
    level,
    items: listOf(item),
    open: checkQuantity,
    total: checkQuantity,
    letter: checkText,
    reasons: listOf(codedBy<LetterReason>(letterReasons(level))),
  })
  return membersOf({
    asOf: checkDay,
    letters: listOf(letter),
    held: listOf(membersOf({ ...overdue, level, reasons: filled(codedBy<HoldReason>(holdReasons)) })),
    waiting: listOf(membersOf({ ...overdue, next, reasons: filled(codedBy<WaitReason>(waitReasons(level))) })),
    diagnoses: listOf(codedBy<DunningDiagnosis>(diagnoses)),
  })
}

function among(levels: readonly number[]): Check {
  return (value, path, issues) => {
    if (value === undefined) issues.push(createIssue('missing', path, {}))
    else if (!levels.some((level) => level === value))
      issues.push(createIssue('not-allowed', path, { allowed: levels.map(String), actual: describeValue(value) }))
  }
}

/**
 * Adds an issue for all that is wrong with a plan or its scheme, and where another scheme, or another rate of interest, made it, also a scheme of
 * the same version.
 */
export function checkPlanOfScheme(plan: unknown, scheme: unknown, issues: Issue[]): void {
  const read = readScheme(scheme, ['scheme'], issues)
  checkDunningPlan(read?.levels.map(({ level }) => level))(plan, ['plan'], issues)
  if (read === undefined || !isRecord(plan)) return
  checkAllPolicies(ownValue(plan, 'policies'), read.policies, issues)
  if (issues.length === 0) checkPlanLevels(plan as unknown as DunningPlan, read.levels, issues)
}

/** Adds one issue where any of the policies is not among those that made the plan. */
function checkAllPolicies(policies: unknown, known: readonly PolicyReference[], issues: Issue[]): void {
  const found: Issue[] = []
  for (const one of known) if (found.length === 0) checkPolicies(policies, ['plan', 'policies'], [one], found)
  issues.push(...found)
}
