/** What is said of a customer. */
export interface CustomerSentences {
  readonly customer: string
  readonly sentences: readonly string[]
}
