import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, checkText, createIssue, throwIssues } from '@clientele/core/checks'
import { type ReadTaxonomy, readTaxonomy } from './readTaxonomy.js'
import type { ClassificationCase, ClassificationReason, ComplaintClassification, ComplaintTaxonomy } from './types.js'

/**
 * Sorts a complaint: what it is about, whose its cause is, and how urgent it is.
 *
 * @param complaint - What is known of it, each an id of the taxonomy: `content`, `cause`, and `severity` with `impact`; what is not known yet is left
 * out.
 * @param taxonomy - What complaints are sorted by.
 * @returns Whose the cause is, and the priority that the matrix gives; each null where it is not known yet.
 * @throws {@link InputError} if anything is not as stated, with every issue: also for a severity without an impact, or the other way round.
 * @see Textbook S1, 客戶投訴管理: causes on either side, and four contents; ITIL's priority by impact and urgency, for the matrix.
 * @example
 * import { classifyComplaint } from '@clientele/complaints'
 * import { complaintTaxonomy } from '@clientele/complaints/templates'
 *
 * const known = { content: 'service', cause: 'poor-management', severity: 'severe', impact: 'one-customer' }
 * const { side, priority, reasons } = classifyComplaint(known, complaintTaxonomy)
 * side //=> 'ours'
 * priority //=> 'medium'
 * reasons[1] //=> { code: 'priority', params: { severity: 'severe', impact: 'one-customer', priority: 'medium' } }
 * classifyComplaint({ content: 'service' }, complaintTaxonomy).priority //=> null
 */
export function classifyComplaint(complaint: ClassificationCase, taxonomy: ComplaintTaxonomy): ComplaintClassification {
  const issues: Issue[] = []
  const read = readTaxonomy(taxonomy, ['taxonomy'], issues)
  const known = readCase(complaint, read, issues)
  throwIssues(issues)
  return classify(known as ClassificationCase, read as ReadTaxonomy)
}

const FIELDS = ['content', 'cause', 'severity', 'impact'] as const

function readCase(value: unknown, taxonomy: ReadTaxonomy | undefined, issues: Issue[]): ClassificationCase | undefined {
  const path = ['complaint']
  if (!checkRecord(value, path, issues)) return undefined
  const complaint = { ...value }
  checkKeys(complaint, FIELDS, path, issues)
  for (const field of FIELDS) {
    if (complaint[field] !== undefined) checkId(complaint[field], taxonomy && idsOf(field, taxonomy), [...path, field], issues)
  }
  const { severity, impact } = complaint
  if ((severity === undefined) !== (impact === undefined)) {
    issues.push(createIssue('missing', [...path, severity === undefined ? 'severity' : 'impact'], {}))
  }
  return complaint
}

function idsOf(field: (typeof FIELDS)[number], { contents, causes, severities, impacts }: ReadTaxonomy): readonly string[] {
  return { content: contents, cause: [...causes.keys()], severity: severities, impact: impacts }[field]
}

/** Checks an id; where something is wrong with the taxonomy, only that it may be one. */
function checkId(value: unknown, ids: readonly string[] | undefined, path: Path, issues: Issue[]): void {
  if (ids === undefined) checkText(value, path, issues)
  else checkChoice(value, ids, path, issues)
}

function classify({ content, cause, severity, impact }: ClassificationCase, { causes, matrix, policy }: ReadTaxonomy): ComplaintClassification {
  const side = cause === undefined ? undefined : causes.get(cause)
  const priority = severity === undefined || impact === undefined ? undefined : matrix.get(severity)?.get(impact)
  const reasons: ClassificationReason[] = []
  if (cause !== undefined) reasons.push({ code: side === 'ours' ? 'cause-ours' : 'cause-customers', params: { cause } })
  if (severity !== undefined && impact !== undefined && priority !== undefined) {
    reasons.push({ code: 'priority', params: { severity, impact, priority } })
  }
  return {
    content: content ?? null,
    cause: cause ?? null,
    side: side ?? null,
    priority: priority ?? null,
    reasons,
    policies: [policy],
  }
}
