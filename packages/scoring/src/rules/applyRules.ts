import type { CalendarDate, Issue } from '@clientele/core'
import { checkCalendarDate, checkKeys, checkRecord, ownValue, policyReference, traceCondition } from '@clientele/core/checks'
import { checkRulebook } from './checkRulebook.js'
import type { Grading, Rulebook, RuleOutcome, TriedRule } from './types.js'

/** Finds everything that is wrong with a rulebook that is an argument. */
export function checkRulebookArgument(rulebook: unknown): Issue[] {
  return checkRulebook(rulebook).map((issue) => ({ ...issue, path: ['rulebook', ...issue.path] }))
}

/** Checks the facts, and the options of a grading. */
export function checkSubject(subject: unknown, options: unknown, issues: Issue[]): void {
  checkRecord(subject, ['subject'], issues)
  if (!checkRecord(options, ['options'], issues)) return
  checkKeys(options, ['asOf'], ['options'], issues)
  checkCalendarDate(ownValue(options, 'asOf'), ['options', 'asOf'], issues)
}

/** Grades a subject by a rulebook, all of which is checked. */
export function applyRules(subject: object, rulebook: Rulebook, asOf: CalendarDate): Grading {
  const trace: TriedRule[] = []
  for (const { id, when, ...outcome } of rulebook.rules) {
    const { met, trace: comparisons } = traceCondition(when, subject, asOf)
    trace.push({ rule: id, met, comparisons })
    if (met) return compose(outcome, id, trace, rulebook, asOf)
  }
  return compose({ ...rulebook.otherwise }, null, trace, rulebook, asOf)
}

function compose({ grade, route }: RuleOutcome, rule: string | null, trace: TriedRule[], rulebook: Rulebook, asOf: CalendarDate): Grading {
  return { grade, rule, ...(route === undefined ? {} : { route }), asOf, trace, policies: [policyReference(rulebook)] }
}
