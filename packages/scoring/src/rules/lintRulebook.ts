import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { createAdvice } from '../advice/createAdvice.js'
import { checkRulebookArgument } from './applyRules.js'
import { readFormulas } from './formulas.js'
import { areIncompatible, type Formula, type Search, type Steps } from './satisfiability.js'
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

/** What answers questions, until its steps have run out. */
interface Solver {
  /** Whether formulas contradict each other: true only where that is proven. */
  readonly contradict: (formulas: readonly Formula[]) => boolean
  readonly steps: Steps
}

/**
 * Finds what a rulebook, which the verbs take as it is, says in vain: rules that are never met, rules that earlier ones always forestall, rules
 * without which, one or all of them, the same would come out, and grades and routes that nobody gets.
 *
 * What it says is so for all facts at every date. It may miss some: it takes fields as independent of each other (also `orders` and
 * `orders.0`), and `within` as independent of the other comparisons of its field and of `within` other numbers of months; and the number of
 * its steps is bounded, so that it says less of conditions that are too tangled, and of some thousand rules.
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
  const solver = createSolver(domains)
  const rules = rulebook.rules.map((rule, index) => ({ ...rule, index, met: formulaOf(rule.when, true), unmet: formulaOf(rule.when, false) }))
  const meetable = rules.filter(({ met }) => !solver.contradict([met]))
  const hidden = findHidden(meetable, solver)
  const deciding = meetable.filter((rule) => !hidden.has(rule))
  const closed = solver.contradict(deciding.map(({ unmet }) => unmet))
  const otherwise = { ...rulebook.otherwise }
  const needless = findNeedless({ meetable, hidden, otherwise }, solver)
  const known = { meetable: new Set(meetable), hidden, needless }
  return [
    ...rules.flatMap((rule) => adviseOnRule(rule, known)),
    ...(closed ? [createAdvice('otherwise-unreachable', ['otherwise'], {})] : []),
    ...adviseOnUnused({ ...rulebook }, closed ? deciding : [...deciding, otherwise]),
  ]
}

function createSolver(domains: readonly bigint[]): Solver {
  const steps = { left: MOST_STEPS.together }
  const search: Search = { domains: [...domains], narrowed: [] }
  const contradict = (formulas: readonly Formula[]): boolean => {
    if (steps.left < 0) return false
    const question = { left: Math.min(steps.left, MOST_STEPS.question) }
    const granted = question.left
    const proven = areIncompatible(formulas, search, question)
    steps.left -= granted - question.left
    return proven
  }
  return { contradict, steps }
}

/** The rules that are never the first to be met, each with the rules that are met before it. */
function findHidden(meetable: readonly Meetable[], solver: Solver): ReadonlyMap<Meetable, readonly Meetable[]> {
  const hidden = new Map<Meetable, readonly Meetable[]>()
  const deciding: Meetable[] = []
  for (const rule of meetable) {
    if (solver.steps.left < 0) break
    if (isHidden(rule, deciding, solver)) hidden.set(rule, fewest(rule, deciding, solver))
    else deciding.push(rule)
  }
  return hidden
}

/** Whether one of the earlier rules is met whenever a rule is. */
function isHidden(rule: Meetable, earlier: readonly Meetable[], { contradict }: Solver): boolean {
  return contradict([...earlier.map(({ unmet }) => unmet), rule.met])
}

/** Rules that hide a later one, none of which is needless: a single one where one suffices. */
function fewest(rule: Meetable, earlier: readonly Meetable[], solver: Solver): readonly Meetable[] {
  const single = earlier.find((one) => isHidden(rule, [one], solver))
  if (single !== undefined) return [single]
  return earlier.reduce((kept, one) => {
    if (solver.steps.left < 0) return kept
    const others = kept.filter((other) => other !== one)
    return isHidden(rule, others, solver) ? others : kept
  }, earlier)
}

/** The rules that may be met, those of them that others hide, and what is granted where none is met. */
interface Granting {
  readonly meetable: readonly Meetable[]
  readonly hidden: ReadonlyMap<Meetable, unknown>
  readonly otherwise: RuleOutcome
}

/** The rules without which the same would come out, whichever of them and of the hidden rules are left out. */
function findNeedless(granting: Granting, solver: Solver): ReadonlySet<Meetable> {
  const needless = new Set<Meetable>()
  for (const rule of [...granting.meetable].reverse()) {
    if (solver.steps.left < 0) break
    if (!granting.hidden.has(rule) && changesNothing(rule, granting, needless, solver)) needless.add(rule)
  }
  return needless
}

/** Whether every subject that a rule decides would get the same of those rules after it that stay, and nothing else of the others. */
function changesNothing(rule: Meetable, { meetable, hidden, otherwise }: Granting, needless: ReadonlySet<Meetable>, { contradict }: Solver): boolean {
  const passed: Formula[] = []
  for (const other of meetable) {
    const differs = other.index > rule.index && !isSameOutcome(other, rule)
    if (differs && !contradict([...passed, other.met, rule.met])) return false
    if (other !== rule && !hidden.has(other) && !needless.has(other)) passed.push(other.unmet)
  }
  return isSameOutcome(otherwise, rule) || contradict([...passed, rule.met])
}

/** What is known of the rules when one of them is advised on. */
interface Known {
  readonly meetable: ReadonlySet<Meetable>
  readonly hidden: ReadonlyMap<Meetable, readonly Meetable[]>
  readonly needless: ReadonlySet<Meetable>
}

function adviseOnRule(rule: Meetable, { meetable, hidden, needless }: Known): Issue[] {
  const { index } = rule
  if (!meetable.has(rule)) return [createAdvice('rule-never-met', ['rules', index, 'when'], {})]
  const hiddenBy = hidden.get(rule)?.map(({ id }) => id)
  if (hiddenBy !== undefined) return [createAdvice('rule-unreachable', ['rules', index, 'when'], { hiddenBy })]
  return needless.has(rule) ? [createAdvice('rule-changes-nothing', ['rules', index], {})] : []
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
