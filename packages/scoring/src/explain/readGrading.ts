import type { CalendarDate, Comparison, Condition, ConditionTraceEntry, Issue, Path } from '@clientele/core'
import {
  checkAgrees,
  checkCalendarDate,
  checkChoice,
  checkList,
  checkRecord,
  createIssue,
  describeValue,
  isConditionGroup,
  policyReference,
  throwIssues,
  traceCondition,
} from '@clientele/core/checks'
import { checkRulebookArgument } from '../rules/applyRules.js'
import type { Grading, GradingRule, Rulebook } from '../rules/types.js'
import { checkResult } from './readResult.js'

/** How a trace shows what JSON cannot say. */
const DESCRIBED = /^(NaN|-?Infinity|undefined|function|symbol|\{…\}|\[…\]|-?\d+[n…])$/

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

/** Checks a grading and the rulebook that made it, and finds which comparisons decided each rule. */
export function readGrading(grading: Grading, rulebook: Rulebook): readonly ReadRule[] {
  throwIssues(checkRulebookArgument(rulebook))
  checkResult(grading, 'grading', 'trace', { policies: [policyReference(rulebook)] })
  const { asOf, trace, grade, rule, route } = { ...grading }
  const issues: Issue[] = []
  checkCalendarDate(asOf, ['grading', 'asOf'], issues)
  throwIssues(issues)
  const rules = rulebook.rules.slice(0, trace.length)
  const tried = rules.flatMap((one, index) => readRule(trace[index], one, asOf, ['grading', 'trace', index], issues) ?? [])
  throwIssues(issues)
  const granting = tried.find(({ met }) => met)?.rule
  checkLength(trace, granting === undefined ? rulebook.rules.length : rulebook.rules.indexOf(granting) + 1, ['grading', 'trace'], issues)
  const granted = { ...(granting ?? rulebook.otherwise) }
  const expected = { rule: granting?.id ?? null, grade: granted.grade, route: granted.route }
  checkAgrees({ rule, grade, route }, expected, ['grading'], issues)
  throwIssues(issues)
  return tried
}

function checkLength(list: readonly unknown[], expected: number, path: Path, issues: Issue[]): void {
  if (list.length !== expected) issues.push(createIssue('wrong-length', path, { expected, actual: list.length }))
}

function readRule(tried: unknown, rule: GradingRule, asOf: CalendarDate, path: Path, issues: Issue[]): ReadRule | undefined {
  if (!checkRecord(tried, path, issues)) return undefined
  const { rule: id, met, comparisons } = { ...tried }
  const before = issues.length
  checkAgrees({ rule: id }, { rule: rule.id }, path, issues)
  if (!checkList(comparisons, [...path, 'comparisons'], issues) || issues.length > before) return undefined
  const asked = comparisonsOf(rule.when)
  checkLength(comparisons, asked.length, [...path, 'comparisons'], issues)
  const compared = asked.slice(0, comparisons.length)
  const entries = compared.flatMap((one, index) => readEntry(comparisons[index], one, asOf, [...path, 'comparisons', index], issues) ?? [])
  if (issues.length > before) return undefined
  const outcome = decide(rule.when, entries.values(), false)
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

/** Reads an entry of a trace, which must be what core makes of the comparison and of the value that the entry shows. */
function readEntry(value: unknown, comparison: Comparison, asOf: CalendarDate, path: Path, issues: Issue[]): ConditionTraceEntry | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const entry = { ...value }
  const { actual, met, reason } = entry
  const before = issues.length
  if (actual === undefined) issues.push(createIssue('missing', [...path, 'actual'], {}))
  if (typeof met !== 'boolean') issues.push(createIssue('not-allowed', [...path, 'met'], { allowed: ['true', 'false'], actual: describeValue(met) }))
  if (reason !== undefined) checkChoice(reason, ['missing', 'not-comparable'], [...path, 'reason'], issues)
  if (issues.length > before) return undefined
  const expected = traceValue(comparison, reason === 'missing' ? {} : { value: actual }, asOf)
  const meant = traceValue(comparison, { value: undescribe(actual) }, asOf)
  const outcome = meant.met === met && meant.reason === reason ? meant : expected
  checkAgrees(entry, { ...expected, met: outcome.met, reason: outcome.reason }, path, issues)
  return { ...outcome, actual: expected.actual }
}

/** How a comparison of a value comes out. */
function traceValue(comparison: Comparison, facts: { readonly value?: unknown }, asOf: CalendarDate): ConditionTraceEntry {
  const [entry] = traceCondition({ ...comparison, field: 'value' }, facts, asOf).trace as [ConditionTraceEntry]
  return { ...entry, path: comparison.field.split('.') }
}

/** A text may stand for what JSON cannot say, and what is equal to nothing: NaN then stands for it. */
function undescribe(actual: unknown): unknown {
  const isDescribed = (one: unknown): boolean => typeof one === 'string' && DESCRIBED.test(one)
  if (Array.isArray(actual)) return actual.map((one) => (isDescribed(one) ? Number.NaN : one))
  return isDescribed(actual) ? Number.NaN : actual
}

/** Whether a condition is met, and the comparisons without which it might have come out otherwise. */
function decide(condition: Condition, entries: IterableIterator<ConditionTraceEntry>, opposite: boolean): Pick<ReadRule, 'met' | 'reasons'> {
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
