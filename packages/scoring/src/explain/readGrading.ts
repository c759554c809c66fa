import type { Comparison, Condition, ConditionTraceEntry, Issue, Path } from '@clientele/core'
import {
  checkCalendarDate,
  checkChoice,
  checkList,
  checkRecord,
  createIssue,
  describeValue,
  isConditionGroup,
  policyReference,
  throwIssues,
} from '@clientele/core/checks'
import { checkRulebookArgument } from '../rules/applyRules.js'
import type { Grading, GradingRule, Rulebook } from '../rules/types.js'
import { checkResult } from './readResult.js'

/** A comparison that decided how a rule came out. */
export interface Reason {
  readonly entry: ConditionTraceEntry
  /** Whether it stands under `not`, so that what is unmet speaks for the rule. */
  readonly opposite: boolean
}

/** A rule that was tried, and why it came out as it did. */
export interface ReadRule {
  readonly rule: GradingRule
  readonly met: boolean
  readonly reasons: readonly Reason[]
}

type Entries = IterableIterator<ConditionTraceEntry>

/** Checks a grading and the rulebook that made it, and finds which comparisons decided each rule. */
export function readGrading(grading: Grading, rulebook: Rulebook): readonly ReadRule[] {
  throwIssues(checkRulebookArgument(rulebook))
  checkResult(grading, 'grading', 'trace', { card: { policies: [policyReference(rulebook)] } })
  const { asOf, trace, grade, rule, route } = { ...grading }
  const issues: Issue[] = []
  checkCalendarDate(asOf, ['grading', 'asOf'], issues)
  const tried = rulebook.rules.slice(0, trace.length).map((one, index) => readRule(trace[index], one, ['grading', 'trace', index], issues))
  throwIssues(issues)
  const read = tried.filter((one) => one !== undefined)
  const granting = read.find(({ met }) => met)?.rule
  checkLength(trace, granting === undefined ? rulebook.rules.length : rulebook.rules.indexOf(granting) + 1, ['grading', 'trace'], issues)
  const granted = { ...(granting ?? rulebook.otherwise) }
  checkAgrees({ rule, grade, route }, { rule: granting?.id, grade: granted.grade, route: granted.route }, ['grading'], issues)
  throwIssues(issues)
  return read
}

function checkLength(list: readonly unknown[], expected: number, path: Path, issues: Issue[]): void {
  if (list.length !== expected) issues.push(createIssue('wrong-length', path, { expected, actual: list.length }))
}

function readRule(tried: unknown, rule: GradingRule, path: Path, issues: Issue[]): ReadRule | undefined {
  if (!checkRecord(tried, path, issues)) return undefined
  const { rule: id, met, comparisons } = { ...tried }
  const before = issues.length
  checkAgrees({ rule: id }, { rule: rule.id }, path, issues)
  if (!checkList(comparisons, [...path, 'comparisons'], issues) || issues.length > before) return undefined
  const asked = comparisonsOf(rule.when)
  checkLength(comparisons, asked.length, [...path, 'comparisons'], issues)
  asked.slice(0, comparisons.length).forEach((one, index) => checkEntry(comparisons[index], one, [...path, 'comparisons', index], issues))
  if (issues.length > before) return undefined
  const outcome = decide(rule.when, comparisons.values() as Entries, false)
  checkAgrees({ met }, { met: outcome.met }, path, issues)
  return { rule, ...outcome }
}

/** The comparisons of a condition, in the order of its trace. */
function comparisonsOf(condition: Condition): readonly Comparison[] {
  if (isConditionGroup(condition, 'not')) return comparisonsOf(condition.not)
  if (isConditionGroup(condition, 'all')) return condition.all.flatMap(comparisonsOf)
  if (isConditionGroup(condition, 'any')) return condition.any.flatMap(comparisonsOf)
  return [condition]
}

function checkEntry(value: unknown, { field, operator, value: required }: Comparison, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const entry = { ...value }
  checkAgrees(entry, { path: field.split('.'), operator, required }, path, issues)
  const { actual, met } = entry
  if (actual === undefined) issues.push(createIssue('missing', [...path, 'actual'], {}))
  if (typeof met !== 'boolean') issues.push(createIssue('not-allowed', [...path, 'met'], { allowed: ['true', 'false'], actual: describeValue(met) }))
  if (entry['reason'] !== undefined) checkChoice(entry['reason'], ['missing', 'not-comparable'], [...path, 'reason'], issues)
}

/** Adds an issue for each part that is not what the rulebook gives: another one, or an earlier state of it, made the grading. */
function checkAgrees(found: { readonly [key: string]: unknown }, given: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): void {
  for (const [key, expected] of Object.entries(given)) {
    const [wanted, actual] = [JSON.stringify(expected ?? null), JSON.stringify(found[key] ?? null)]
    if (actual !== wanted) issues.push(createIssue('outdated-input', [...path, key], { expected: wanted, actual }))
  }
}

/** Whether a condition is met, and the comparisons without which it might have come out otherwise. */
function decide(condition: Condition, entries: Entries, opposite: boolean): Pick<ReadRule, 'met' | 'reasons'> {
  if (isConditionGroup(condition, 'not')) {
    const { met, reasons } = decide(condition.not, entries, !opposite)
    return { met: !met, reasons }
  }
  if (isConditionGroup(condition, 'all')) return join(condition.all, true)
  if (isConditionGroup(condition, 'any')) return join(condition.any, false)
  const entry = entries.next().value as ConditionTraceEntry
  return { met: entry.met, reasons: [{ entry, opposite }] }

  function join(members: readonly Condition[], all: boolean): Pick<ReadRule, 'met' | 'reasons'> {
    const outcomes = members.map((member) => decide(member, entries, opposite))
    const met = all ? outcomes.every((one) => one.met) : outcomes.some((one) => one.met)
    return { met, reasons: outcomes.filter((one) => one.met === met).flatMap(({ reasons }) => reasons) }
  }
}
