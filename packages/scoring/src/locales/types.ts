import type { AdviceCode } from '../advice/adviceMessages.js'
import type { AuditDiagnosis, Suspect } from '../audit/types.js'
import type { RankingDiagnosis } from '../ranking/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface ScoringLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** Between two sentences. */
  readonly sentenceSeparator: string
  /** Between the members of a list. */
  readonly listSeparator: string
  /** Between alternatives. */
  readonly orSeparator: string
  readonly score: {
    readonly total: string
    readonly contribution: string
    readonly costContribution: string
    readonly missing: { readonly worst: string; readonly neutral: string }
    readonly average: string
    readonly grade: string
    readonly belowEveryGrade: string
  }
  readonly ranking: {
    readonly place: string
    readonly order: string
    readonly more: string
    readonly selectedTop: string
    readonly selectedAtLeast: string
    readonly selectedNobody: string
    readonly tied: string
    readonly diagnoses: { readonly [Code in RankingDiagnosis['code']]: string }
  }
  readonly audit: {
    readonly allRight: string
    readonly discrepancy: string
    readonly suspects: { readonly [Code in Suspect]: string }
    readonly unexplained: string
    readonly diagnoses: { readonly [Code in AuditDiagnosis['code']]: string }
  }
  /** What may be advised about a document, by code. */
  readonly advice: { readonly [Code in AdviceCode]: string }
  readonly charts: {
    readonly contributions: string
    readonly totals: string
    readonly candidate: string
    readonly criterion: string
    readonly points: string
    readonly total: string
    readonly count: string
  }
}
