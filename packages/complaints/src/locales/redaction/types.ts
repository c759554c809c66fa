/** The wording of what was taken out of a history. */
export interface RedactionLocale {
  readonly redaction: {
    readonly summary: string
    readonly nothing: string
    readonly field: string
    /** Whoever acted goes by a pseudonym. */
    readonly people: string
    /** Fields that no event carries. */
    readonly notFound: string
    readonly kept: string
  }
}
