/** The titles by criterion; one that several criteria share is told apart by its id, for it decides the colour. */
export function labelsOf(criteria: readonly { readonly id: string; readonly title: string }[]): Map<string, string> {
  const uses = new Map<string, number>()
  for (const { title } of criteria) uses.set(title, (uses.get(title) ?? 0) + 1)
  const withId = ({ id, title }: { readonly id: string; readonly title: string }): string => `${title} (${id})`
  const labels = new Map(criteria.map((one) => [one.id, uses.get(one.title) === 1 ? one.title : withId(one)]))
  const isClear = new Set(labels.values()).size === labels.size
  return isClear ? labels : new Map(criteria.map((one) => [one.id, withId(one)]))
}
