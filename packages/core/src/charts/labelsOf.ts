/**
 * Labels what a chart tells apart by title: a title that several members share is followed by the id, for it decides the colour.
 *
 * @param members - Each with an id of its own.
 * @returns The labels by id, in the order of the members.
 * @example
 * import { labelsOf } from '@clientele/core/charts'
 *
 * const labels = labelsOf([{ id: 'a', title: 'Price' }, { id: 'b', title: 'Price' }, { id: 'c', title: 'Quality' }])
 * Array.from(labels.values()) //=> ['Price (a)', 'Price (b)', 'Quality']
 */
export function labelsOf(members: readonly { readonly id: string; readonly title: string }[]): Map<string, string> {
  const uses = new Map<string, number>()
  for (const { title } of members) uses.set(title, (uses.get(title) ?? 0) + 1)
  const withId = ({ id, title }: { readonly id: string; readonly title: string }): string => `${title} (${id})`
  const labels = new Map(members.map((one) => [one.id, uses.get(one.title) === 1 ? one.title : withId(one)]))
  const isClear = new Set(labels.values()).size === labels.size
  return isClear ? labels : new Map(members.map((one) => [one.id, withId(one)]))
}
