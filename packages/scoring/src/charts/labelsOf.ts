/** The titles by criterion; one that two criteria share is told apart by its id, for it decides the colour. */
export function labelsOf(criteria: readonly { readonly id: string; readonly title: string }[]): Map<string, string> {
  const isShared = (title: string): boolean => criteria.filter((one) => one.title === title).length > 1
  return new Map(criteria.map(({ id, title }) => [id, isShared(title) ? `${title} (${id})` : title]))
}
