import { formatMessage, shown } from '@clientele/core/explain'
import type { Discrepancy, TotalsAudit } from '../audit/types.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { Scorecard } from '../scorecard/types.js'
import { checkResult, type TitledScorecard, titleScorecard } from './readResult.js'

/**
 * Says in sentences which printed totals are wrong, and what slip would explain each.
 *
 * @param audit - What {@link auditTotals} returned.
 * @param scorecard - The scorecard that made it; titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns One sentence per discrepancy, or one that says all is right, and one per diagnosis.
 * @throws {@link InputError} if the scorecard is not one, or not the one that made the audit.
 * @example
 * import { auditTotals } from '@clientele/scoring'
 * import { explainAudit } from '@clientele/scoring/explain'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const ratings = { demand: 3, 'gross-profit': 2, prospects: 2, payment: 2, cooperation: 2 }
 * const audit = auditTotals([{ id: 'C', ratings, printed: 53 }], customerScreening)
 * explainAudit(audit, customerScreening).sentences
 * //=> ['C: 53 is printed, but the total is 35; the difference is 18. It seems that two digits were swapped.']
 */
export function explainAudit(audit: TotalsAudit, scorecard: Scorecard, locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  const titled = titleScorecard(scorecard, locale.languageTag)
  checkResult(audit, 'audit', 'discrepancies', titled.card)
  const { discrepancies, checked, diagnoses } = audit
  const allRight = checked > 0 && discrepancies.length === 0 ? [formatMessage(locale.audit.allRight, { checked })] : []
  return {
    sentences: [
      ...allRight,
      ...discrepancies.map((discrepancy) => explainDiscrepancy(discrepancy, titled, locale)),
      ...diagnoses.map(({ code, params }) => formatMessage(locale.audit.diagnoses[code], params)),
    ],
  }
}

function explainDiscrepancy({ candidate, suspect, criteria = [], ...totals }: Discrepancy, titled: TitledScorecard, locale: ScoringLocale): string {
  const { printed, computed, difference } = totals
  const facts = { candidate, printed: shown(printed), computed: shown(computed), difference: shown(difference) }
  const titles = criteria.map((id) => titled.criteria.get(id)?.title ?? id)
  const slip = suspect === null ? locale.audit.unexplained : formatMessage(locale.audit.suspects[suspect], { criteria: titles }, locale.orSeparator)
  return `${formatMessage(locale.audit.discrepancy, facts)}${locale.sentenceSeparator}${slip}`
}
