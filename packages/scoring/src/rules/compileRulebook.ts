import type { Issue } from '@clientele/core'
import { copyData, throwIssues } from '@clientele/core/checks'
import { applyRules, checkRulebookArgument, checkSubject } from './applyRules.js'
import type { CompiledRulebook, Rulebook } from './types.js'

/**
 * Makes a rulebook ready for many subjects: the same answers as {@link gradeSubject}, without checking the rulebook each time.
 *
 * @param rulebook - The rules; they are copied, so changing them later changes nothing.
 * @returns `gradeSubject(subject, { asOf })`, which refuses what the verb of the same name refuses.
 * @throws {@link InputError} if the rulebook is not one.
 * @example
 * import { compileRulebook } from '@clientele/scoring'
 * import { leadGrading } from '@clientele/scoring/templates'
 *
 * const { gradeSubject } = compileRulebook(leadGrading)
 * const leads = [{ demoRequestedOn: '2024-02-20', budgetClear: true }, { urgency: 'high' }, {}]
 * leads.map((lead) => gradeSubject(lead, { asOf: '2024-03-01' }).grade) //=> ['A', 'B', 'C']
 */
export function compileRulebook(rulebook: Rulebook): CompiledRulebook {
  throwIssues(checkRulebookArgument(rulebook))
  const copy = copyData(rulebook)
  return {
    gradeSubject: (subject, options) => {
      const issues: Issue[] = []
      checkSubject(subject, options, issues)
      throwIssues(issues)
      return applyRules(subject, copy, options.asOf)
    },
  }
}
