import type { Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkMade,
  checkText,
  codedBy,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import { classifyComplaint } from '../taxonomy/classifyComplaint.js'
import { type ReadTaxonomy, readTaxonomy } from '../taxonomy/readTaxonomy.js'
import type { ClassificationReason, ComplaintClassification, ComplaintTaxonomy } from '../taxonomy/types.js'

const reasons: CodeChecks<ClassificationReason> = {
  'cause-ours': { cause: checkText },
  'cause-customers': { cause: checkText },
  priority: { severity: checkText, impact: checkText, priority: checkText },
}

/** What the rest is worked out from again. */
const checkShape: Check = membersOf({
  content: orNull(checkText),
  cause: orNull(checkText),
  reasons: listOf(codedBy<ClassificationReason>(reasons)),
})

/** Adds an issue for all that is wrong with a classification or its taxonomy, and where another taxonomy made it, also one of the same version. */
export function checkClassificationOfTaxonomy(value: unknown, document: unknown, issues: Issue[]): void {
  const taxonomy = readTaxonomy(document, ['taxonomy'], issues)
  checkMade(value, 'classification', checkShape, taxonomy && [taxonomy.policy], issues)
  if (issues.length > 0 || taxonomy === undefined) return
  const classification = value as ComplaintClassification
  checkIds(classification, taxonomy, issues)
  if (issues.length > 0) return
  const { content, cause, reasons: why } = classification
  const { severity, impact } = { severity: undefined, impact: undefined, ...why.find(({ code }) => code === 'priority')?.params }
  const known = { content: content ?? undefined, cause: cause ?? undefined, severity, impact }
  checkAgrees(classification, classifyComplaint(known, document as ComplaintTaxonomy), ['classification'], issues)
}

function checkIds({ content, cause, reasons: why }: ComplaintClassification, taxonomy: ReadTaxonomy, issues: Issue[]): void {
  const path = ['classification']
  if (content !== null) checkAmong(content, taxonomy.contents, [...path, 'content'], issues)
  if (cause !== null) checkAmong(cause, [...taxonomy.causes.keys()], [...path, 'cause'], issues)
  why.forEach(({ code, params }, index) => {
    if (code !== 'priority') return
    const place = [...path, 'reasons', index, 'params']
    checkAmong(params.severity, taxonomy.severities, [...place, 'severity'], issues)
    checkAmong(params.impact, taxonomy.impacts, [...place, 'impact'], issues)
  })
}
