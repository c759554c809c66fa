import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { createAdvice } from '../advice/createAdvice.js'
import { checkRulebookArgument } from './applyRules.js'
import { readFormulas } from './formulas.js'
import { areIncompatible, type Formula, type Steps } from './satisfiability.js'
import type { Rulebook, RuleOutcome } from './types.js'

/** How many steps one question may take, and all of them together. */
const MOST_STEPS = { question: 200_000, together: 5_000_000 }

/** A rule that may be met, with what it takes to be met and not to be. */
interface Meetable extends RuleOutcome {
  readonly id: string
  readonly index: number
  readonly met: Formula
  readonly unmet: Formula
}

/** Whether formulas contradict each other: true only where that is proven. */
type Contradict = (formulas: readonly Formula[]) => boolean

/**
 * Finds what a rulebook, which the verbs take as it is, says in vain: rules that are never met, rules that earlier ones always forestall, rules
 * without any one of which the same would come out, and grades and routes that nobody gets.
 *
 * What it says is so for all facts at every date. It may miss some: it takes fields as independent of each other (also `orders` and
 * `orders.0`), and `within` as independent of the other comparisons of its field; and the number of its steps is bounded, so that it says
 * less of conditions that are too tangled, and of the last of some thousand rules.
 *
 * @param rulebook - A rulebook that {@link checkRulebook} finds nothing wrong with.
 * @returns The advice, none where there is nothing to say; paths start at the rulebook. Codes: `rule-never-met`, `rule-unreachable` (`hiddenBy`
 * names the earlier rules that do it), `rule-changes-nothing`, then `otherwise-unreachable`, `grade-unused` and `route-unused`.
 * @throws {@link InputError} if the rulebook is not one.
 * @example
 * import { lintRulebook } from '@clientele/scoring'
 *
 * const spends = (value: number) => ({ field: 'spending', operator: 'at-least', value }) as const
 * const rules = [{ id: 'some', when: spends(5), grade: 'B' }, { id: 'much', when: spends(7), grade: 'A' }]
 * const advice = lintRulebook({ kind: 'rulebook', id: 'customers', version: 1, rules, otherwise: { grade: 'C' } })
 * advice.map(({ code, path, params }) => [code, path, params])
 * //=> [['rule-unreachable', ['rules', 1, 'when'], { hiddenBy: ['some'] }]]
 */
export function lintRulebook(rulebook: Rulebook): Issue[] {
  throwIssues(checkRulebookArgument(rulebook))
  const { domains, formulaOf } = readFormulas(rulebook.rules.map(({ when }) => when))
  const steps = { left: MOST_STEPS.together }
  const contradict: Contradict = (formulas) => {
    if (steps.left < 0) return false
    const question = { left: Math.min(steps.left, MOST_STEPS.question) }
    const granted = question.left
    const proven = areIncompatible(formulas, domains, question)
    steps.left -= granted - question.left
    return proven
  }
  const rules = rulebook.rules.map((rule, index) => ({ ...rule, index, met: formulaOf(rule.when, true), unmet: formulaOf(rule.when, false) }))
  const meetable = rules.filter(({ met }) => !contradict([met]))
  const hidden = findHidden(meetable, contradict)
  const deciding = meetable.filter((rule) => !hidden.has(rule))
  const closed = contradict(deciding.map(({ unmet }) => unmet))
  const otherwise = { ...rulebook.otherwise }
  return [
    ...rules.flatMap((rule) => adviseOnRule(rule, { meetable, hidden, otherwise, contradict, steps })),
    ...(closed ? [createAdvice('otherwise-unreachable', ['otherwise'], {})] : []),
    ...adviseOnUnused({ ...rulebook }, closed ? deciding : [...deciding, otherwise]),
  ]
}

/** The rules that are never the first to be met, each with the rules that are met before it. */
function findHidden(meetable: readonly Meetable[], contradict: Contradict): ReadonlyMap<Meetable, readonly Meetable[]> {
  const hidden = new Map<Meetable, readonly Meetable[]>()
  const deciding: Meetable[] = []
  for (const rule of meetable) {
    const leaves = (earlier: readonly Meetable[]): boolean => !contradict([...earlier.map(({ unmet }) => unmet), rule.met])
    if (leaves(deciding)) deciding.push(rule)
    else hidden.set(rule, fewest(deciding, leaves))
  }
  return hidden
}

/** Rules that leave nothing to a later one, none of which is needless: a single one where one suffices. */
function fewest(rules: readonly Meetable[], leaves: (earlier: readonly Meetable[]) => boolean): readonly Meetable[] {
  const single = rules.find((rule) => !leaves([rule]))
  if (single !== undefined) return [single]
  return rules.reduce<readonly Meetable[]>((kept, rule) => {
    const others = kept.filter((one) => one !== rule)
    return leaves(others) ? kept : others
  }, rules)
}

/** What is known of the rules when one of them is advised on. */
interface Known {
  readonly meetable: readonly Meetable[]
  readonly hidden: ReadonlyMap<Meetable, readonly Meetable[]>
  readonly otherwise: RuleOutcome
  readonly contradict: Contradict
  readonly steps: Steps
}

function adviseOnRule(rule: Meetable, known: Known): Issue[] {
  const { index } = rule
  if (!known.meetable.includes(rule)) return [createAdvice('rule-never-met', ['rules', index, 'when'], {})]
  const hiddenBy = known.hidden.get(rule)?.map(({ id }) => id)
  if (hiddenBy !== undefined) return [createAdvice('rule-unreachable', ['rules', index, 'when'], { hiddenBy })]
  return changesNothing(rule, known) ? [createAdvice('rule-changes-nothing', ['rules', index], {})] : []
}

/** Whether every subject that a rule decides would get the same of the rules after it. */
function changesNothing(rule: Meetable, { meetable, hidden, otherwise, contradict, steps }: Known): boolean {
  if (steps.left < 0) return false
  const passed: Formula[] = []
  for (const other of meetable) {
    if (other === rule || (other.index < rule.index && hidden.has(other))) continue
    const differs = other.index > rule.index && !isSameOutcome(other, rule)
    if (differs && !contradict([...passed, other.met, rule.met])) return false
    passed.push(other.unmet)
  }
  return isSameOutcome(otherwise, rule) || contradict([...passed, rule.met])
}

function isSameOutcome(one: RuleOutcome, other: RuleOutcome): boolean {
  return one.grade === other.grade && one.route === other.route
}

function adviseOnUnused({ grades = [], routes = [] }: Rulebook, outcomes: readonly RuleOutcome[]): Issue[] {
  const granted = new Set(outcomes.map(({ grade }) => grade))
  const taken = new Set(outcomes.map(({ route }) => route))
  return [
    ...grades.flatMap(({ id }, index) => (granted.has(id) ? [] : [createAdvice('grade-unused', ['grades', index], {})])),
    ...routes.flatMap(({ id }, index) => (taken.has(id) ? [] : [createAdvice('route-unused', ['routes', index], {})])),
  ]
}
