/** The customers of rows that name one, each once, sorted. */
export function namedCustomers(rows: readonly { readonly customer?: string }[]): string[] {
  return [...new Set(rows.flatMap(({ customer }) => (customer === undefined ? [] : [customer])))].sort()
}
