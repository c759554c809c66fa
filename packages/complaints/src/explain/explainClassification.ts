import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titlesOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ClassificationReason, ComplaintClassification, ComplaintTaxonomy } from '../taxonomy/types.js'
import { checkClassificationOfTaxonomy } from './checkClassification.js'
import { onOneLine } from './onOneLine.js'

/**
 * Says in sentences how urgent a complaint is, whose its cause is, and what it is about.
 *
 * @param classification - What {@link classifyComplaint} returned.
 * @param taxonomy - The taxonomy that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns The priority and why it is so; on whose side the cause lies; what the complaint is about. Of each that is not known yet, that it is not.
 * @throws {@link InputError} if the taxonomy is not one, or not the one that made the classification: it is worked out again, so that a taxonomy of the
 * same version under which it would be another is refused.
 * @example
 * import { classifyComplaint } from '@clientele/complaints'
 * import { explainClassification } from '@clientele/complaints/explain'
 * import { complaintTaxonomy } from '@clientele/complaints/templates'
 *
 * const known = { content: 'service', cause: 'poor-management', severity: 'severe', impact: 'one-customer' }
 * explainClassification(classifyComplaint(known, complaintTaxonomy), complaintTaxonomy).sentences
 * //=> ['The priority is "medium", because the severity is "severe" and the impact is "one customer".', 'The cause lies with us: poor management.', 'The complaint is about: service.']
 */
export function explainClassification(
  classification: ComplaintClassification,
  taxonomy: ComplaintTaxonomy,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkClassificationOfTaxonomy(classification, taxonomy, issues)
  throwIssues(issues)
  const { content: about, unknown } = locale.classification
  const { content, cause, priority, reasons } = classification
  const own = { ...taxonomy }
  const explained = (isPriority: boolean): string[] =>
    reasons.filter(({ code }) => (code === 'priority') === isPriority).map((reason) => explainReason(reason, own, locale))
  return {
    sentences: onOneLine([
      ...(priority === null ? [unknown.priority] : explained(true)),
      ...(cause === null ? [unknown.cause] : explained(false)),
      content === null ? unknown.content : formatMessage(about, { content: titlesOf(own.contents, locale)(content) }),
    ]),
  }
}

function explainReason(
  { code, params }: ClassificationReason,
  { causes, severities, impacts, priorities }: ComplaintTaxonomy,
  locale: ComplaintsLocale,
): string {
  const { reasons } = locale.classification
  if (code !== 'priority') return formatMessage(reasons[code], { cause: titlesOf(causes, locale)(params.cause) })
  return formatMessage(reasons[code], {
    severity: titlesOf(severities, locale)(params.severity),
    impact: titlesOf(impacts, locale)(params.impact),
    priority: titlesOf(priorities, locale)(params.priority),
  })
}
