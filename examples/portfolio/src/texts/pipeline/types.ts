import type { DealAttribute } from '../../config/types.js'

/** The words of the page on a sales pipeline. */
export interface PipelinePageTexts {
  readonly title: string
  readonly asOf: string
  readonly keyNumbers: {
    readonly entered: string
    readonly undated: string
    readonly won: string
    readonly lost: string
    readonly open: string
    readonly cycle: string
    readonly mean: string
    readonly rejected: string
  }
  readonly mapping: string
  /** How rows became deals, sentence by sentence. */
  readonly mappingRules: readonly string[]
  /** What open deals are worth. */
  readonly listPrices: string
  readonly listName: string
  /** How far won deals are from their list prices. */
  readonly listShare: string
  /** What the amounts are taken for. */
  readonly currency: string
  readonly noCurrency: string
  readonly rates: string
  readonly ratesRule: string
  readonly rate: string
  readonly share: string
  readonly meaning: string
  /** The shares side by side, with what each is of. */
  readonly shares: { readonly [Rate in 'ofRows' | 'ofEntered' | 'ofClosed' | 'eventual']: { readonly name: string; readonly meaning: string } }
  readonly unresolved: string
  readonly inWords: string
  readonly groups: { readonly [Attribute in DealAttribute]: string }
  readonly attributes: { readonly [Attribute in DealAttribute]: string }
  readonly cohorts: string
  readonly cohort: string
  readonly maturity: string
  readonly mature: string
  readonly immature: string
  readonly amount: string
  readonly interval: string
  readonly deal: string
  readonly undatedRows: string
  readonly rejectedRows: string
  readonly laterRows: string
}

/** What the command prints of a sales pipeline. */
export interface PipelineCommandTexts {
  readonly heading: string
  readonly undated: string
  readonly counts: string
  readonly ofClosed: string
  readonly ofEntered: string
  readonly ofRows: string
  readonly eventual: string
  readonly cycle: string
  readonly groups: string
  readonly group: string
  readonly cohorts: string
  readonly cohort: string
  readonly immature: string
  readonly findings: string
  readonly finding: string
}
