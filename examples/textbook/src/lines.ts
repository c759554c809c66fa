/** A heading with sentences below it. */
export function section(heading: string, sentences: readonly string[]): string[] {
  return ['', `■ ${heading}`, ...indent(sentences)]
}

/** What is said of each customer, below its name. */
export function perCustomer(customers: readonly { readonly customer: string; readonly sentences: readonly string[] }[]): string[] {
  return customers.flatMap(({ customer, sentences }) => [`  ${customer}`, ...sentences.map((sentence) => `    ${sentence}`)])
}

/** Sentences further to the right. */
export function indent(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => `  ${sentence}`.trimEnd())
}
