import type { LocalizedText, PolicyReference } from '@clientele/core'

/** A name of a list, and what it is called. */
export interface TaxonomyEntry {
  readonly id: string
  readonly title?: LocalizedText | undefined
}

/** A cause, and whose it is. */
export interface ComplaintCause extends TaxonomyEntry {
  readonly side: 'ours' | 'customers'
}

/** What complaints are sorted by. */
export interface ComplaintTaxonomy {
  readonly kind: 'complaint-taxonomy'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  readonly causes: readonly ComplaintCause[]
  readonly contents: readonly TaxonomyEntry[]
  /** How bad it is, from the worst. */
  readonly severities: readonly TaxonomyEntry[]
  /** How far it reaches, from the widest. */
  readonly impacts: readonly TaxonomyEntry[]
  /** From the most urgent. */
  readonly priorities: readonly TaxonomyEntry[]
  /** The priority of every severity and impact. */
  readonly matrix: { readonly [severity: string]: { readonly [impact: string]: string } }
}

/** A complaint to be sorted; what is not known yet is left out. */
export interface ClassificationCase {
  readonly content?: string | undefined
  readonly cause?: string | undefined
  /** Only with an impact. */
  readonly severity?: string | undefined
  readonly impact?: string | undefined
}

/** Why a complaint is sorted so. */
export type ClassificationReason =
  | { readonly code: 'cause-ours' | 'cause-customers'; readonly params: { readonly cause: string } }
  | { readonly code: 'priority'; readonly params: { readonly severity: string; readonly impact: string; readonly priority: string } }

/** How a complaint is sorted. */
export interface ComplaintClassification {
  /** Each null where it is not known yet. */
  readonly content: string | null
  readonly cause: string | null
  readonly side: 'ours' | 'customers' | null
  readonly priority: string | null
  readonly reasons: readonly ClassificationReason[]
  readonly policies: readonly PolicyReference[]
}
