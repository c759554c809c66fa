import type { CalendarDate } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { applyRules, checkRulebookArgument, checkSubject } from './applyRules.js'
import type { Grading, Rulebook } from './types.js'

/**
 * Grades a subject: the first rule whose condition is met grants its grade and its route.
 *
 * A comparison of a missing field is never met, so a rule that needs it does not hold. For many subjects use {@link compileRulebook},
 * which checks the rulebook once.
 *
 * @param subject - What is known of a lead, a customer, a salesperson: an object of plain facts.
 * @param rulebook - The rules, and what is granted where none of them is met.
 * @param options - `asOf`: the calendar date that `within` looks back from.
 * @returns The grade, the rule that granted it (null where none is met), its route if it has one, and how every comparison of every rule
 * tried came out.
 * @throws {@link InputError} if the rulebook is not one, `subject` is no object, or `asOf` does not exist.
 * @see Textbook S3, leads (線索): a demo asked for within 30 days and a clear budget make grade A.
 * @example
 * import { gradeSubject } from '@clientele/scoring'
 * import { leadGrading } from '@clientele/scoring/templates'
 *
 * const lead = { demoRequestedOn: '2024-02-20', budgetClear: true, industry: 'manufacturing', size: 'small' }
 * const { grade, rule, route, trace } = gradeSubject(lead, leadGrading, { asOf: '2024-03-01' })
 * grade //=> 'A'
 * rule //=> 'ready-to-buy'
 * route //=> 'senior-salesperson'
 * trace[0]?.comparisons.map(({ path, met }) => [path[0], met]) //=> [['demoRequestedOn', true], ['budgetClear', true]]
 */
export function gradeSubject(subject: object, rulebook: Rulebook, options: { readonly asOf: CalendarDate }): Grading {
  const issues = checkRulebookArgument(rulebook)
  checkSubject(subject, options, issues)
  throwIssues(issues)
  return applyRules(subject, rulebook, options.asOf)
}
