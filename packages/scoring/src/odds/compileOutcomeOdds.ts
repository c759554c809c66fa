import type { Issue } from '@clientele/core'
import { checkRecord, throwIssues } from '@clientele/core/checks'
import { prepareOdds } from './prepareOdds.js'
import { readFieldValue } from './readFieldValue.js'
import type { CompiledOutcomeOdds, FieldValue, OutcomeOdds } from './types.js'
import { weighLead } from './weighLead.js'

/**
 * Makes outcome odds ready for many leads: the same answers as {@link estimateOutcome}, without checking the document each time.
 *
 * @param odds - What {@link learnOutcomeOdds} returned; to change it afterwards changes nothing.
 * @returns `estimateOutcome(lead)`, which refuses what the verb of the same name refuses.
 * @throws {@link InputError} if the document is wrong.
 * @example
 * import { compileOutcomeOdds, learnOutcomeOdds } from '@clientele/scoring'
 *
 * const history = [{ outcome: 'won', source: 'fair' }, { outcome: 'lost', source: 'web' }]
 * const { estimateOutcome } = compileOutcomeOdds(learnOutcomeOdds(history, { fields: ['source'], smoothing: 1 }))
 * const leads = [{ source: 'fair' }, { source: 'web' }, {}]
 * leads.map((lead) => estimateOutcome(lead).probability) //=> [0.6666666666666666, 0.3333333333333333, 0.5]
 */
export function compileOutcomeOdds(odds: OutcomeOdds): CompiledOutcomeOdds {
  const prepared = prepareOdds(odds)
  return {
    estimateOutcome: (lead) => {
      const issues: Issue[] = []
      const values = new Map<string, FieldValue | undefined>()
      if (checkRecord(lead, ['lead'], issues)) {
        for (const { field } of prepared.fields) values.set(field, readFieldValue(lead, field, ['lead'], issues))
      }
      throwIssues(issues)
      return weighLead(values, prepared)
    },
  }
}
