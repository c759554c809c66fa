/** Names that differ only in capitals, width or spaces, group by group: counted as different customers, perhaps one. */
export function findAlikeNames(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const key = name.normalize('NFKC').toLowerCase().replace(/\s/g, '')
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort())
}
