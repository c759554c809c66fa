import type { CalendarDate, LocalizedText, PolicyReference } from '@clientele/core'

/** How deep a report goes: 簡明, 標準, 深度. */
export type ReportDepth = 'brief' | 'standard' | 'in-depth'

/** How important a customer is by size. */
export type CustomerSize = 'small' | 'ordinary' | 'important'

/** How risky a customer seems before the investigation. */
export type CustomerRisk = 'low' | 'moderate' | 'high'

/** Whether a source is the customer, met or asked, or somebody else. */
export type SourceType = 'direct' | 'indirect'

/** A section of a report, and how deep a report must be to have it. */
export interface SectionRule {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Reports of this depth and deeper ones have it. */
  readonly from: ReportDepth
  /** The facts that it must state, by id; none unless given. */
  readonly facts?: readonly { readonly id: string; readonly title?: LocalizedText | undefined; readonly from?: ReportDepth | undefined }[] | undefined
  /** The types of sources it must have one of each; none unless given. */
  readonly sources?: readonly SourceType[] | undefined
  /** How long it is fresh: an ISO 8601 duration in days, weeks, months or years; for ever unless given. */
  readonly validFor?: string | undefined
}

/** Which report which customer needs. */
export interface InvestigationScheme {
  readonly kind: 'credit-investigation'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** The deeper of what size and risk ask for is required. */
  readonly depthBySize: { readonly [Size in CustomerSize]: ReportDepth }
  readonly depthByRisk: { readonly [Risk in CustomerRisk]: ReportDepth }
  /** At least one, and at least one in a brief report. */
  readonly sections: readonly SectionRule[]
}

/** What is known of a customer before the investigation. */
export interface InvestigatedCustomer {
  readonly size: CustomerSize
  readonly risk: CustomerRisk
}

/** Why a report must be so deep. */
export type DepthReason =
  | { readonly code: 'depth-by-size'; readonly params: { readonly size: CustomerSize; readonly depth: ReportDepth } }
  | { readonly code: 'depth-by-risk'; readonly params: { readonly risk: CustomerRisk; readonly depth: ReportDepth } }

/** How deep a report must be, and what is in it. */
export interface RequiredReport {
  readonly depth: ReportDepth
  /** The ids of its sections, in the scheme's order. */
  readonly sections: readonly string[]
  readonly reasons: readonly DepthReason[]
  readonly policies: readonly PolicyReference[]
}

/** Where facts come from: asked, watched, by questionnaire; or from a bank, a rating agency, an authority. */
export type ReportSource =
  | { readonly type: 'direct'; readonly means: 'inquiry' | 'observation' | 'questionnaire'; readonly name?: string | undefined }
  | { readonly type: 'indirect'; readonly means: 'bank' | 'agency' | 'authority'; readonly name?: string | undefined }

/** A section of a report. */
export interface ReportSection {
  readonly id: string
  /** When it was last brought up to date; the report's date unless given. */
  readonly date?: CalendarDate | undefined
  /** By id, each in one section only: a text that is not empty, a finite number, true or false. A text that is rated is a decimal. */
  readonly facts: { readonly [fact: string]: string | number | boolean | undefined }
  /** None unless given. */
  readonly sources?: readonly ReportSource[] | undefined
}

/** What an investigation found. */
export interface CreditReport {
  readonly customer: string
  readonly depth: ReportDepth
  readonly date: CalendarDate
  readonly sections: readonly ReportSection[]
}

/** By which day a report is checked, and against what. */
export interface ReportCheckOptions {
  /** The day of the question: what is dated later is not there yet. The report's own date unless given, which leaves its age unchecked. */
  readonly asOf?: CalendarDate | undefined
  /** When the customer's credit state last changed: sections of an earlier day are stale. A change after a given `asOf` is not known yet. */
  readonly changedOn?: CalendarDate | undefined
  /** How deep the report must be; as deep as it says it is, unless given. */
  readonly depth?: ReportDepth | undefined
}

/** What a report lacks. */
export type MissingPart =
  | { readonly type: 'section'; readonly section: string }
  | { readonly type: 'facts'; readonly section: string; readonly facts: readonly string[] }
  | { readonly type: 'sources'; readonly section: string; readonly sources: readonly SourceType[] }

/** A section that is out of date. */
export type StaleSection =
  | { readonly type: 'too-old'; readonly section: string; readonly date: CalendarDate; readonly validUntil: CalendarDate }
  | { readonly type: 'before-change'; readonly section: string; readonly date: CalendarDate; readonly changedOn: CalendarDate }

/**
 * What is to be known about a report: sections that are none of the scheme's; sections that are dated after `asOf`, as if they were not there; and that
 * no `asOf` was given, so that nothing after the report's own date was asked about.
 */
export type ReportDiagnosis =
  | { readonly code: 'sections-unknown'; readonly params: { readonly sections: readonly string[] } }
  | { readonly code: 'sections-after-as-of'; readonly params: { readonly sections: readonly string[] } }
  | { readonly code: 'age-not-checked'; readonly params: { readonly date: CalendarDate } }

/** Whether a report has all it must have, and is up to date. */
export interface ReportCheck {
  readonly customer: string
  readonly asOf: CalendarDate
  /** The depth that it was checked against. */
  readonly depth: ReportDepth
  /** Whether nothing is missing and nothing is stale. */
  readonly complete: boolean
  /** In the scheme's order. */
  readonly missing: readonly MissingPart[]
  /** In the scheme's order. */
  readonly stale: readonly StaleSection[]
  readonly diagnoses: readonly ReportDiagnosis[]
  readonly policies: readonly PolicyReference[]
}
