import type { ClassificationReason } from '../../taxonomy/types.js'

/** The wording of how complaints are sorted. */
export interface TaxonomyLocale {
  readonly classification: {
    readonly content: string
    readonly reasons: { readonly [Code in ClassificationReason['code']]: string }
    /** What is not known yet. */
    readonly unknown: { readonly content: string; readonly cause: string; readonly priority: string }
  }
}
