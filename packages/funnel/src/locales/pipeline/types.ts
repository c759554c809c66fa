/** What may be done, or may not. */
export interface PermissionTexts {
  readonly allow: string
  readonly refuse: string
}

/** The wording of a pipeline: its stages and its rules. */
export interface PipelineLocale {
  readonly pipeline: {
    readonly summary: string
    /** By which names the log tells that a deal is won or lost. */
    readonly outcomes: string
    readonly stage: string
    readonly clauseSeparator: string
    readonly bands: { readonly top: string; readonly middle: string; readonly bottom: string }
    readonly evidence: string
    readonly noEvidence: string
    readonly effects: string
    readonly winPercent: string
    readonly winPercentUnknown: string
    readonly skips: PermissionTexts
    readonly regressions: PermissionTexts
    readonly reopenings: PermissionTexts
    readonly lossReason: { readonly required: string; readonly optional: string }
    readonly noLossReasons: string
    readonly currency: string
  }
}
