/** The wording of what was taken out of a history. */
export interface RedactionLocale {
  readonly redaction: {
    readonly summary: string
    readonly nothing: string
    readonly field: string
    /** Whoever acted goes by a pseudonym. */
    readonly people: string
    readonly kept: string
  }
}
